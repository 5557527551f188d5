"""Where on this computer a database is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import make_url


def database_file(database_url: str) -> Path | None:
    """The file of a database that is one; None where it is on a server or in memory."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database).absolute()


def database_folder(database_url: str) -> Path | None:
    """The folder of a database that is a file; None where it is on a server or in memory."""
    file = database_file(database_url)
    return None if file is None else file.parent
