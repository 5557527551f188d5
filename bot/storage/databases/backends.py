"""The kinds of databases that there are."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.core.errors import DatabaseError
from bot.storage.databases.backend import Backend


def open_backend(database_url: str) -> Backend:
    """The way to the database of an address; connects to nothing yet. Raises DatabaseError.

    `sqlite:///FILE` (relative), `sqlite:////FILE` (absolute), `sqlite://` (in memory), or
    `postgresql://USER:PASSWORD@HOST:PORT/NAME` as libpq takes it.
    """
    try:
        url = make_url(database_url)
    except (sa.exc.ArgumentError, ValueError) as error:  # a port that is no number
        raise DatabaseError(reason="url") from error
    if "@" in (url.host or ""):  # of a password that is not encoded: what follows would be told as the host
        raise DatabaseError(reason="url")
    match url.drivername:
        case "sqlite":
            from bot.storage.databases.sqlite import SqliteBackend  # noqa: PLC0415 - each loads its driver

            return SqliteBackend(url)
        case "postgresql" | "postgres":
            from bot.storage.databases.postgres import PostgresBackend  # noqa: PLC0415 - see above

            return PostgresBackend(url)
        case _:
            raise DatabaseError(reason="url")
