"""Taking what was deleted out of PostgreSQL's files, as far as a program beside the server can.

A row that is deleted stays in its table's file, VACUUM gives its place to others without writing over it, and
ANALYZE keeps samples of what stood in the columns. VACUUM FULL writes a table anew, without any of that, but
whoever needs the table waits meanwhile. So small tables are written anew, large ones vacuumed: there, bytes
stay in free places until others take them, or until the server's operator has them written anew in a quiet
hour. The server's log of changes (WAL) and its backups are its operator's alone.
"""

from __future__ import annotations

import time

import sqlalchemy as sa
import structlog

log = structlog.get_logger(__name__)

# With indexes. Written anew within a second, also on a slow disk; nobody waits for longer.
LARGEST_BYTES = 32 * 2**20
LOCK_WAIT = "500ms"  # for a table; others line up behind this
LONGEST_STATEMENT = "3s"
# For transactions that began before: what was deleted is kept for them.
PATIENCE_S, LOOK_EVERY_S = 3.0, 0.1
SWEEPING = 0x4E75_7473_0002  # key of an advisory lock: one sweep at a time
TURN_WAIT = "30s"  # for another process's sweep

_TABLES = sa.text("""
    SELECT quote_ident(relname) AS name, pg_total_relation_size(relid) AS bytes
    FROM pg_stat_user_tables WHERE schemaname = current_schema() ORDER BY relname
""")
_OLDER = sa.text("""
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < :since
""")


def sweep(connection: sa.Connection) -> bool:
    """Sweep all tables, on a connection of its own that commits each statement and is closed afterwards.

    Returns whether all of them were written anew, and names the others in the log.
    """
    connection.exec_driver_sql(f"SET lock_timeout = '{TURN_WAIT}'")
    connection.execute(sa.select(sa.func.pg_advisory_lock(SWEEPING)))
    connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_WAIT}'")
    connection.exec_driver_sql(f"SET statement_timeout = '{LONGEST_STATEMENT}'")
    _wait_for_older(connection)
    tables = connection.execute(_TABLES).all()
    left = [
        table.name
        for table in tables
        if table.bytes > LARGEST_BYTES or not _tried(connection, f"VACUUM (FULL, ANALYZE) {table.name}")
    ]
    if left:
        _tried(connection, f"VACUUM (SKIP_LOCKED, ANALYZE) {', '.join(left)}")
        log.warning("deleted_bytes_stay", tables=left, advice="VACUUM FULL")
    samples_gone = _tried(connection, "VACUUM FULL pg_catalog.pg_statistic")
    return samples_gone and not left


def _wait_for_older(connection: sa.Connection) -> None:
    since = connection.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    deadline = time.monotonic() + PATIENCE_S
    while connection.execute(_OLDER, {"since": since}).scalar_one() and time.monotonic() < deadline:
        time.sleep(LOOK_EVERY_S)


def _tried(connection: sa.Connection, statement: str) -> bool:
    """Whether a statement came to its end: it may take too long, or not be allowed."""
    try:
        connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError as error:
        if error.connection_invalidated:
            raise
        return False
    return True
