"""A copy of the database while the bot runs, checked before it is called one (SQLite's online backup)."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.core.errors import BotError


class BackupError(BotError):
    """There is no usable copy. Details: problem (`cli-backup-<problem>` in prompts/), path, reason."""

    code = "backup_failed"

    @property
    def message_key(self) -> str:
        """The key that says what is wrong."""
        return f"cli-backup-{self.details['problem']}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that was opened and found whole."""

    path: Path
    size_bytes: int
    people: int
    readings: int
    revision: str  # of the tables; a program that knows it, or a newer one, takes the copy


def back_up(database_url: str, target: Path) -> Copy:
    """Copy the database to a file that is not there yet; it appears under its name only when it is whole.

    Raises BackupError, also for PostgreSQL, which makes its own copies.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise BackupError(problem="server", path=str(target))
    source = Path(url.database or "")
    try:
        if not os.path.isfile(source):  # noqa: PTH113 - Path's own raises where it may not look
            raise BackupError(problem="no-database", path=str(source))
        if target.exists():
            raise BackupError(problem="exists", path=str(target))
        with _file_beside(target) as beside:
            _copy(source, beside)
            copy = check(beside)
            beside.rename(target)
    except (OSError, sqlite3.Error) as error:
        # An OSError's own words would name the file that is only there while the copy is made.
        reason = getattr(error, "strerror", None) or str(error)
        raise BackupError(problem="not-written", path=str(target), reason=reason) from error
    return replace(copy, path=target)


@contextmanager
def _file_beside(target: Path) -> Iterator[Path]:
    """A new file in the folder of another, for its owner alone and under a name that nothing there has."""
    number, name = tempfile.mkstemp(prefix=".nutshell-", suffix=".part", dir=target.parent)
    os.close(number)
    beside = Path(name)
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def check(path: Path) -> Copy:
    """What a copy holds, read from it as a restored bot would. Raises BackupError where it is not whole."""
    with closing(read_only(path)) as copy:
        faults = [row[0] for row in copy.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        faults += [f"{row[0]}: {row[2]}" for row in copy.execute("PRAGMA foreign_key_check")]
        if faults:
            raise BackupError(problem="broken", path=str(path), reason="; ".join(faults[:5]))
        return Copy(
            path=path,
            size_bytes=path.stat().st_size,
            people=int(_one(copy, "SELECT count(*) FROM people")),
            readings=int(_one(copy, "SELECT count(*) FROM readings")),
            revision=str(_one(copy, "SELECT version_num FROM alembic_version")),
        )


def read_only(path: Path) -> sqlite3.Connection:
    """A connection to a database of SQLite that cannot change it, nor make a file where none is."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(read_only(source)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        # In one go: in steps it begins anew wherever the bot has written between two, and on a busy bot never
        # ends. Nobody waits for it, as the database has a write-ahead log (https://sqlite.org/wal.html).
        here.backup(there)
        # The copy is one file, with nothing beside it; the bot switches the log on again when it opens it.
        there.execute("PRAGMA journal_mode = DELETE")


def _one(connection: sqlite3.Connection, question: str) -> int | str:
    value: int | str = connection.execute(question).fetchone()[0]
    return value
