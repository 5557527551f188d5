"""Tables brought up to date, by Alembic, when a database is opened.

While several processes change to a new version one after the other, the old ones go on with the new tables,
also where one of them is started anew. So a migration only adds, what it adds may be left out by who doesn't
know it, and `compatibility.oldest` names the first revision whose program can work with the tables as they
are now. A migration that can't keep to this sets it to itself, and such a version needs all processes ended.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.databases.backend import Backend
from bot.storage.databases.backends import open_backend

FOLDER = Path(__file__).with_name("migrations")
NEWEST = "0013"  # the last file in migrations/versions; a test compares


def migrate(connection: sa.Connection, backend: Backend) -> None:
    """Run the migrations that the database lacks, all of them or none; one program at a time.

    Raises DatabaseError where a newer version of the program has been at work on it and this one can't go on.
    """
    backend.exclude_migrations(connection)
    found = _revision(connection)
    if found == NEWEST or (found is not None and found > NEWEST and _oldest(connection) <= NEWEST):
        return
    _upgrade(connection)


def has_tables(database_url: str) -> bool:
    """Whether a program has been at work on the database; makes none. Raises DatabaseError."""
    backend = open_backend(database_url)
    try:
        with backend.reading() as connection:
            return _revision(connection) is not None
    except sa.exc.DBAPIError as error:
        raise DatabaseError(reason=backend.outage or "read") from error
    finally:
        backend.close()


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _oldest(connection: sa.Connection) -> str:
    return str(connection.execute(sa.text("SELECT oldest FROM compatibility")).scalar_one())


def _upgrade(connection: sa.Connection) -> None:
    # Alembic takes 0.15 s and 10 MB to load, and is needed once for each version of the program.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise DatabaseError(reason="newer") from error
