"""Tables brought up to date, by Alembic, when a database is opened."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.backend import Backend
from bot.storage.backends import open_backend

FOLDER = Path(__file__).with_name("migrations")
NEWEST = "0006"  # the last file in migrations/versions; a test compares


def migrate(connection: sa.Connection, backend: Backend) -> None:
    """Run the migrations that the database lacks, all of them or none; one program at a time.

    Raises DatabaseError where a newer version of the program has been at work on it.
    """
    backend.exclude_migrations(connection)
    if _revision(connection) != NEWEST:
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
        backend.engine.dispose()


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


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
