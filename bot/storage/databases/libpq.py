"""Statements that are handed to libpq as they are.

Those few that run for every update: by way of SQLAlchemy and psycopg's cursors each takes ten times as much
of the processor, and lets go of the interpreter several times; a thread that writes waits anew for a busy
event loop each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, cast

import psycopg
import sqlalchemy as sa
from psycopg import pq
from psycopg.errors import error_from_result

PREPARED = "nutshell_prepared"  # in the `info` of a connection: names of statements that it knows
# Types by their numbers in every PostgreSQL (pg_type.dat); of all others the text is given.
BOOLEAN, INTEGERS, TIMESTAMP = 16, (20, 21, 23), 1114


def _moment(value: bytes) -> datetime:
    """A moment as it is kept: in UTC, without saying so."""
    return datetime.fromisoformat(value.decode()).replace(tzinfo=UTC)


_READ: dict[int, Callable[[bytes], Any]] = {
    BOOLEAN: b"t".__eq__,
    **dict.fromkeys(INTEGERS, int),
    TIMESTAMP: _moment,
}


def run(connection: sa.Connection, statement: str, given: str) -> list[tuple[Any, ...]]:
    """The rows that a statement gives, which is prepared the first time; `given` is its one parameter.

    Begins a transaction where there is none. Raises SQLAlchemy's DBAPIError, as `connection.execute` does.
    """
    known: dict[str, bytes] = connection.info.setdefault(PREPARED, {})
    server = _server(connection)
    try:
        if server.transaction_status == pq.TransactionStatus.IDLE:
            _checked(server.exec_(b"BEGIN"))
        name = known.get(statement)
        if name is None:
            name = b"nutshell_%d" % len(known)
            _checked(server.prepare(name, statement.encode()))
            known[statement] = name
        return _rows(_checked(server.exec_prepared(name, [given.encode()])))
    except psycopg.errors.InvalidSqlStatementName as error:
        known.clear()  # psycopg drops all, its own and others', at times
        raise _explained(connection, error, statement) from error
    except psycopg.Error as error:
        raise _explained(connection, error, statement) from error


def lock(connection: sa.Connection, kind: int, keys: Iterable[int]) -> None:
    """Take advisory locks one after the other, until the transaction ends.

    Where there is none yet, it begins on the same way to the server: on a busy machine each way is a wait for
    the processor, on both sides. What is looked at afterwards is seen as it is then. Raises DBAPIError.
    """
    server = _server(connection)
    array = ",".join(f"{key:d}" for key in keys)
    statement = f"SELECT pg_advisory_xact_lock({kind:d}, key) FROM unnest('{{{array}}}'::integer[]) AS key"  # noqa: S608 - integers
    begin = "BEGIN; " if server.transaction_status == pq.TransactionStatus.IDLE else ""
    try:
        _checked(server.exec_((begin + statement).encode()))
    except psycopg.Error as error:
        raise _explained(connection, error, statement) from error


def commit(connection: sa.Connection) -> None:
    """Commit what was done; SQLAlchemy's own commit finds nothing more to do. Raises DBAPIError."""
    server = _server(connection)
    try:
        if server.transaction_status == pq.TransactionStatus.INTRANS:
            _checked(server.exec_(b"COMMIT"))
    except psycopg.Error as error:
        raise _explained(connection, error, None) from error


def _server(connection: sa.Connection) -> pq.abc.PGconn:
    return cast("psycopg.Connection[Any]", connection.connection.dbapi_connection).pgconn


def _checked(result: pq.abc.PGresult) -> pq.abc.PGresult:
    if result.status not in {pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK}:
        raise error_from_result(result)
    return result


def _rows(result: pq.abc.PGresult) -> list[tuple[Any, ...]]:
    columns = [(column, _READ.get(result.ftype(column), _text)) for column in range(result.nfields)]
    return [
        tuple(
            None if (value := result.get_value(row, column)) is None else read(value)
            for column, read in columns
        )
        for row in range(result.ntuples)
    ]


def _text(value: bytes) -> str:
    return value.decode()


def _explained(connection: sa.Connection, error: psycopg.Error, statement: str | None) -> BaseException:
    """The error as SQLAlchemy raises it."""
    lost = _server(connection).status == pq.ConnStatus.BAD
    if lost:
        with suppress(sa.exc.DBAPIError):  # SQLAlchemy finds out for itself, and gives up all of that time
            connection.exec_driver_sql("SELECT 1")
    return sa.exc.DBAPIError.instance(
        statement, None, error, psycopg.Error, connection_invalidated=lost, dialect=connection.dialect
    )
