"""SQLite: one file, one program."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa
import structlog
from sqlalchemy import event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL

from bot.core.errors import DatabaseError
from bot.storage.databases import erasures
from bot.storage.databases.fts5_index import Fts5Index
from bot.storage.databases.kept import KeptConnections

log = structlog.get_logger(__name__)

READERS = 2  # connections beside the one that writes
SWEEPERS = 1  # a sweep's, beside the one that the writer keeps
BUSY_TIMEOUT_MS = 10_000  # for a second program on the same file, such as a backup
# Written anew in about two seconds on a slow disk, during which nobody writes, and in as much memory.
LARGEST_BYTES = 128 * 2**20

# FULL: a commit has reached the disk when it returns; NORMAL would lose the last ones with the power.
# secure_delete: what is deleted is overwritten with zeros. temp_store: no sorting in files that outlive us.
# cache_size: 4 MiB a connection; SQLite's 2 MiB evict the index's inner pages during a search.
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "busy_timeout": str(BUSY_TIMEOUT_MS),
    "temp_store": "MEMORY",
    "cache_size": "-4096",
}


class SqliteBackend:
    """The Backend for SQLite; makes the file with its folder, readable for its owner alone."""

    several = False
    outage = None

    def __init__(self, url: URL) -> None:
        """Open a file, or a database in memory. Raises DatabaseError where the file can't be made."""
        url = url.set(drivername="sqlite+pysqlite")
        if url.database in {None, "", ":memory:"}:
            # One connection, which is the database; nobody may read inside a transaction of the writer.
            self.readers = 0
            self.engine = sa.create_engine(
                url,
                poolclass=sa.StaticPool,
                connect_args={"check_same_thread": False},
                hide_parameters=True,  # in errors: they are people's words
            )
        else:
            _make_private_file(Path(url.database or ""))
            self.readers = READERS
            self.engine = sa.create_engine(
                url,
                poolclass=sa.QueuePool,
                pool_size=READERS + 1 + SWEEPERS,
                max_overflow=0,
                hide_parameters=True,
            )
        self.index = Fts5Index()
        self._writing = KeptConnections(self.engine, writes=True)
        event.listen(self.engine, "connect", _set_pragmas)
        event.listen(self.engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with self._writing.transaction() as connection:
            yield connection

    def insert(self, table: sa.Table) -> sqlite.Insert:
        return sqlite.insert(table)

    def among(self, column: sa.Column[Any], given: str) -> sa.ColumnElement[bool]:
        values = sa.func.json_each(sa.bindparam(given, type_=sa.JSON)).table_valued("value")
        return column.in_(sa.select(values.c.value))

    def given(self, **types: str) -> GivenObjects:
        return GivenObjects(tuple(types))

    def run(self, connection: sa.Connection, statement: str, given: str) -> list[tuple[Any, ...]]:
        driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        try:
            return driver.execute(statement, (given,)).fetchall()
        except sqlite3.Error as error:
            raise sa.exc.DBAPIError.instance(statement, None, error, sqlite3.Error) from error

    def is_outage(self, error: sa.exc.DBAPIError) -> bool:
        # The other subclasses tell of a fault in a statement.
        return type(error) in {sa.exc.DatabaseError, sa.exc.OperationalError}

    def is_collision(self, error: sa.exc.DBAPIError) -> bool:
        """Never: who writes has the file for itself."""
        del error
        return False

    def exclude_migrations(self, connection: sa.Connection) -> None:
        """Nothing to do: who writes has the file for itself."""

    def database_bytes(self, connection: sa.Connection) -> int:
        """How large the file is, without the write-ahead log."""
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())

    def last_numbers(self, connection: sa.Connection) -> dict[str, int]:
        rows = connection.execute(sa.text("SELECT name, seq FROM sqlite_sequence"))
        return {row.name: row.seq for row in rows}

    def continue_numbers(self, connection: sa.Connection, last: Mapping[str, int]) -> None:
        # A table has its row there once something was put into it.
        for statement in (
            "DELETE FROM sqlite_sequence WHERE name = :name",
            "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)",
        ):
            for name, number in last.items():
                connection.execute(sa.text(statement), {"name": name, "last": number})

    def close(self) -> None:
        self._writing.close()
        self.engine.dispose()

    def empty_log(self) -> bool:
        """Move everything from the write-ahead log into the database file and cut the log to nothing.

        What was deleted is zeros there (secure_delete). False where a reader of another program held it up.
        """
        # It is not waited for readers: everybody who has something to write would wait too.
        with self._by_itself() as run:
            run("PRAGMA busy_timeout = 0")
            try:
                busy = run("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
            finally:
                run(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        return not busy

    def sweep(self, merged: int | None = None) -> bool:
        """Write the file anew, without what stands between its rows, and empty the log.

        Rows that are deleted become zeros, but what SQLite moves from page to page, as it does while trees
        grow and shrink, can leave a copy behind, which nothing overwrites when the row itself is deleted:
        of 20,000 rows of a person two addresses stayed. VACUUM copies what is there and nothing else. Files
        that are too large for that are left as they are, and named in the log.
        """
        with self.reading() as connection:
            large = self._bytes_in_use(connection) > LARGEST_BYTES
        if large:
            log.warning("deleted_bytes_stay", tables="all", advice="VACUUM")
        elif self.readers:  # a file
            with self._by_itself() as run:
                run("VACUUM")
        emptied = self.empty_log()
        if merged is not None and emptied:
            with self.writing() as connection:
                erasures.note_sweep(connection, merged)
        return emptied

    @contextmanager
    def _by_itself(self) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
        """Runs statements that can be in no transaction, and gives what they give."""
        with self.engine.connect() as connection:
            driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)

            def run(statement: str) -> list[tuple[Any, ...]]:
                try:
                    return driver.execute(statement).fetchall()
                except sqlite3.Error as error:
                    raise sa.exc.DBAPIError.instance(statement, None, error, sqlite3.Error) from error

            yield run

    def _bytes_in_use(self, connection: sa.Connection) -> int:
        """What VACUUM copies: not the free pages, which are most of a file after much was erased."""
        free = connection.exec_driver_sql("PRAGMA freelist_count").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        return self.database_bytes(connection) - int(free) * int(size)


@dataclass(frozen=True, slots=True)
class GivenObjects:
    """Given rows in SQLite's SQL."""

    names: tuple[str, ...]

    @property
    def table(self) -> str:
        columns = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in self.names)
        return f"(SELECT {columns} FROM json_each(?1)) AS given"  # noqa: S608 - our own names

    def holds(self, column: str, among: str | None = None) -> str:
        return f"{column} IN (SELECT given.{among or column} FROM {self.table})"  # noqa: S608 - our own names


def _make_private_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DatabaseError(reason="file", path=str(path)) from error


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself, but not before SELECT or CREATE TABLE; `_begin` does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later fails where another program wrote in between; one that
    # says at once that it will write waits for its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
