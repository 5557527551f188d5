"""PostgreSQL, by psycopg 3: one database for several processes."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL

from bot.storage.backend import ENTRIES_AT_ONCE

READERS = 4  # connections beside those that write; a server has 100 by default for all processes
WRITERS = 2
DRIVER = "postgresql+psycopg"

# lock_timeout: as SQLite's busy_timeout. idle_in_transaction: a process that hangs keeps its locks no longer.
# tcp_…: a machine that vanished is noticed within 20 s, so that others can take over its work within 30.
# jit: compiling takes longer than any statement here.
SESSION = {
    "timezone": "UTC",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "tcp_keepalives_idle": "8",
    "tcp_keepalives_interval": "4",
    "tcp_keepalives_count": "3",
    "jit": "off",
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
            max_overflow=0,
            pool_pre_ping=True,  # a server that was started anew costs no error
            connect_args={**CONNECTION, "application_name": "nutshell"},
        )
        event.listen(self.engine, "connect", _set_session)
        event.listen(self.engine, "before_cursor_execute", _without_nul, retval=True)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self.engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def insert(self, table: sa.Table) -> postgresql.Insert:
        return postgresql.insert(table)

    def is_outage(self, error: sa.exc.DBAPIError) -> bool:
        state = _state(error)
        if state is None:  # the server said nothing: there is no connection to it
            return isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError)
        return state[:2] in OUTAGES or state == READ_ONLY or state in COLLISIONS

    def is_collision(self, error: sa.exc.DBAPIError) -> bool:
        return _state(error) in COLLISIONS | TOGETHER

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

    def sweep(self) -> bool:
        """Take deleted rows out of the tables now. Their bytes may stay in free space of a page and in the
        server's log of changes until they are written over: no program but the server's own can see to that.
        """
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text(f"VACUUM (SKIP_LOCKED) {', '.join(_tables(connection))}"))
        return True


def _tables(connection: sa.Connection) -> Sequence[str]:
    named = sa.text(
        "SELECT quote_ident(relname) FROM pg_stat_user_tables WHERE schemaname = current_schema()"
    )
    return connection.execute(named).scalars().all()


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


def _clean(value: Any) -> Any:
    """The value with U+FFFD, which is as long, for NUL, which PostgreSQL takes in no text."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd") if "\0" in value else value
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return value


class ArrayIndex:
    """The TermIndex by arrays of terms and an index of their elements (GIN).

    Not by tsvector, which holds 1 MB at most and ranks by frequency in the text alone: terms come as stems
    and distinct, and what tells texts apart is how rare a term is. BM25 as SQLite's FTS5 computes it, with
    the texts of the chat for the collection.
    """

    def add(self, connection: sa.Connection, number: int, terms: Sequence[str]) -> None:
        statement = sa.text("INSERT INTO article_terms (number, terms) VALUES (:number, :terms)")
        connection.execute(statement, {"number": number, "terms": _fitting(terms)})

    def remove(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        statement = sa.text("DELETE FROM article_terms WHERE number = ANY(:numbers)")
        connection.execute(statement, {"numbers": list(numbers)})

    def entries(self, connection: sa.Connection) -> Generator[tuple[int, list[str]]]:
        wanted = sa.text("SELECT number, terms FROM article_terms")
        with connection.execute(wanted.execution_options(yield_per=ENTRIES_AT_ONCE)) as result:
            for row in result:
                yield row.number, row.terms

    def find(self, connection: sa.Connection, terms: Sequence[str], chat_id: int, limit: int) -> list[int]:
        parameters = {"terms": _fitting(terms), "chat_id": chat_id, "limit": limit}
        return list((connection.execute(_FIND, parameters)).scalars())


LONGEST_TERM = 500  # characters; an entry of the index holds 2,700 bytes

# k1 = 1.2, b = 0.75; a term that more than half of the texts have still counts a little.
_FIND = sa.text("""
    WITH texts AS (
        SELECT max(readings.reading_id) AS reading_id, article_terms.terms
        FROM readings
        JOIN versions ON versions.version = readings.version
        JOIN article_terms ON article_terms.number = versions.number
        WHERE readings.chat_id = :chat_id
        GROUP BY article_terms.number
    ),
    whole AS (SELECT count(*) AS texts, avg(cardinality(terms)) AS length FROM texts),
    hits AS (
        SELECT reading_id, cardinality(terms) AS length, term
        FROM texts JOIN unnest(CAST(:terms AS text[])) AS term ON term = ANY(terms)
    ),
    weights AS (
        SELECT term, greatest(ln((whole.texts - count(*) + 0.5) / (count(*) + 0.5)), 0.000001) AS weight
        FROM hits CROSS JOIN whole
        GROUP BY term, whole.texts
    )
    SELECT reading_id
    FROM hits JOIN weights USING (term) CROSS JOIN whole
    GROUP BY reading_id
    ORDER BY sum(weight * 2.2 / (1 + 1.2 * (0.25 + 0.75 * hits.length / whole.length))) DESC, reading_id DESC
    LIMIT :limit
""")


def _fitting(terms: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(term[:LONGEST_TERM] for term in terms))
