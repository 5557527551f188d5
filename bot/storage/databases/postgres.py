"""PostgreSQL, by psycopg 3: one database for several processes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL

from bot.storage.databases import libpq, sweeping
from bot.storage.databases.array_index import ArrayIndex
from bot.storage.databases.given import written
from bot.storage.databases.kept import KeptConnections

READERS = 4  # connections beside those that write; a server has 100 by default for all processes
WRITERS = 2
SWEEPERS = 1  # for as long as a sweep takes
DRIVER = "postgresql+psycopg"

# lock_timeout: as SQLite's busy_timeout. idle_in_transaction: a process that hangs keeps its locks no longer.
# tcp_…: a machine that vanished is noticed within 20 s, so that others can take over its work within 30.
# jit: compiling takes longer than any statement here. enable_seqscan: a plan that was made while its table
# was small is kept until that is analysed, a minute or more, and would look through all that it has become.
SESSION = {
    "timezone": "UTC",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "tcp_keepalives_idle": "8",
    "tcp_keepalives_interval": "4",
    "tcp_keepalives_count": "3",
    "jit": "off",
    "enable_seqscan": "off",
}

SETTINGS = tuple(f"SET {name} = '{value}'" for name, value in SESSION.items())

# What this side does about a server's machine that vanished: the same.
CONNECTION = {
    "connect_timeout": 10,
    "keepalives_idle": 8,
    "keepalives_interval": 4,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}

# A key of an advisory lock, so that two programs that start at once migrate one after the other.
MIGRATING = 0x4E75_7473_0001

# SQLSTATE classes of what is not the statement's fault: connection, resources, operator, system.
OUTAGES = frozenset({"08", "53", "55", "57", "58"})
READ_ONLY = "25006"  # a server that stands by
COLLISIONS = frozenset({"40001", "40P01", "55P03"})  # serialization failure, deadlock, lock timeout
# A connection has forgotten a statement that was prepared, see bot.storage.databases.libpq.
UNPREPARED = "26000"
# Both have written a row with one key, or one has dropped what the other began to refer to: whoever comes
# second sees what the other did the next time.
TOGETHER = frozenset({"23505", "23503"})  # unique_violation, foreign_key_violation


class PostgresBackend:
    """The Backend for PostgreSQL."""

    several = True
    outage = "server"
    readers = READERS

    def __init__(self, url: URL) -> None:
        self.index = ArrayIndex()
        self.engine = sa.create_engine(
            url.set(drivername=DRIVER),
            pool_size=READERS + WRITERS,
            max_overflow=SWEEPERS,
            hide_parameters=True,  # in errors: they are people's words
            connect_args={**CONNECTION, "application_name": "nutshell"},
        )
        self._writing = KeptConnections(self.engine)
        event.listen(self.engine, "connect", _set_session)
        event.listen(self.engine, "before_cursor_execute", _without_nul, retval=True)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection  # and a commit: the driver forgets its prepared statements with a rollback

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with self._writing.transaction() as connection:
            yield connection
            libpq.commit(connection)

    def insert(self, table: sa.Table) -> postgresql.Insert:
        return postgresql.insert(table)

    def among(self, column: sa.Column[Any], given: str) -> sa.ColumnElement[bool]:
        return column == sa.any_(sa.bindparam(given, type_=postgresql.ARRAY(column.type)))

    def given(self, **types: str) -> GivenRecords:
        return GivenRecords(types)

    def run(self, connection: sa.Connection, statement: str, given: str) -> list[tuple[Any, ...]]:
        return libpq.run(connection, statement, _without_nul_in_json(given))

    def is_outage(self, error: sa.exc.DBAPIError) -> bool:
        state = _state(error)
        if state is None:  # the server said nothing: there is no connection to it
            return error.connection_invalidated or isinstance(
                error, sa.exc.OperationalError | sa.exc.InterfaceError
            )
        return state[:2] in OUTAGES or state == READ_ONLY or state in COLLISIONS

    def is_collision(self, error: sa.exc.DBAPIError) -> bool:
        return _state(error) in {*COLLISIONS, *TOGETHER, UNPREPARED} or _is_stale(error)

    def exclude_migrations(self, connection: sa.Connection) -> None:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATING)))

    def database_bytes(self, connection: sa.Connection) -> int:
        size = sa.select(sa.func.pg_database_size(sa.func.current_database()))
        return int(connection.execute(size).scalar_one())

    def last_numbers(self, connection: sa.Connection) -> dict[str, int]:
        last = {
            table: connection.execute(
                sa.text("SELECT pg_sequence_last_value(CAST(:name AS regclass))"), {"name": name}
            )
            for table, name in _sequences(connection)
        }
        return {table: found.scalar_one() or 0 for table, found in last.items()}

    def continue_numbers(self, connection: sa.Connection, last: Mapping[str, int]) -> None:
        for table, name in _sequences(connection):
            if number := last.get(table):
                connection.execute(sa.select(sa.func.setval(name, number)))

    def close(self) -> None:
        self._writing.close()
        self.engine.dispose()

    def empty_log(self) -> bool:
        return True

    def sweep(self, merged: int | None = None) -> bool:
        """As far as PostgreSQL lets a program see to it, see `bot.storage.databases.sweeping`."""
        del merged  # the index is a table like others
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.detach()  # it gets settings of its own, and is closed afterwards
            return sweeping.sweep(connection)


@dataclass(frozen=True, slots=True)
class GivenRecords:
    """Given rows in PostgreSQL's SQL."""

    types: Mapping[str, str]

    @property
    def table(self) -> str:
        columns = ", ".join(f"{name} {kind}" for name, kind in self.types.items())
        return f"json_to_recordset($1) AS given ({columns})"

    def holds(self, column: str, among: str | None = None) -> str:
        # Of an array it is taken that it is short; joined with a table that is still small when the statement
        # is prepared, the whole table is looked through for as long as the connection lasts.
        return f"{column} = ANY (ARRAY(SELECT given.{among or column} FROM {self.table}))"  # noqa: S608 - our own names


def _is_stale(error: sa.exc.DBAPIError) -> bool:
    """Whether a connection had been cut before a transaction came to its end: nothing of it was done. (Of a
    commit, which is no statement, nobody knows.) The server may have been started anew meanwhile.
    """
    return error.connection_invalidated and error.statement is not None


def _sequences(connection: sa.Connection) -> Sequence[tuple[str, str]]:
    """The tables whose rows get numbers, and what gives them."""
    named = """
        SELECT table_name AS "table", pg_get_serial_sequence(quote_ident(table_name), column_name) AS giver
        FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%'
    """
    return [(row.table, row.giver) for row in connection.execute(sa.text(named))]


def _state(error: sa.exc.DBAPIError) -> str | None:
    """The server's code for what happened (SQLSTATE), where it said something."""
    return getattr(error.orig, "sqlstate", None)


def _set_session(connection: Any, _record: object) -> None:
    connection.autocommit = True
    for statement in SETTINGS:
        connection.execute(statement)
    connection.autocommit = False


def _without_nul(
    _connection: object,
    _cursor: object,
    statement: str,
    parameters: Any,
    _context: object,
    _many: bool,
) -> tuple[str, Any]:
    return statement, _clean(parameters)


def _without_nul_in_json(given: str) -> str:
    if "\\u0000" not in given:  # a text that says so itself, with two strokes, is read for nothing
        return given
    return written(_clean(json.loads(given)))


def _clean(value: Any) -> Any:
    """The value with U+FFFD, which is as long, for NUL, which PostgreSQL takes in no text."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd") if "\0" in value else value
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return value
