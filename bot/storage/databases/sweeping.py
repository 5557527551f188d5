"""Taking what was deleted out of PostgreSQL's files, as far as a program beside the server can.

A row that is deleted stays in its table's file, VACUUM gives its place to others without writing over it, and
ANALYZE keeps samples of what stood in the columns, also once a table is empty. VACUUM FULL writes a table
anew, but whoever needs the table waits meanwhile. So small tables are written anew, large ones vacuumed:
there, bytes stay in free places until others take them, or until the server's operator has them written anew
in a quiet hour. The server's log of changes (WAL) and its backups are its operator's alone.
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
# For transactions that began before, of this program or of others: what was deleted is kept for them.
PATIENCE_S, LOOK_EVERY_S = 3.0, 0.1
SWEEPING = 0x4E75_7473_0002  # key of an advisory lock: one sweep at a time
TURN_WAIT = "30s"  # for another process's sweep

_SAMPLES = "pg_catalog.pg_statistic"
_TABLES = sa.text("""
    SELECT quote_ident(relname) AS name, pg_total_relation_size(relid) AS bytes
    FROM pg_stat_user_tables WHERE schemaname = current_schema() ORDER BY relname
""")
# ANALYZE leaves the samples of an empty table as they were, and only a superuser may delete them. A change of
# a column's type drops them, also to the type that it has, and an empty table takes no time.
_OF_EMPTY_TABLES = sa.text("""
    SELECT format('ALTER TABLE %I %s', tables.relname, string_agg(
        format('ALTER COLUMN %I TYPE %s', attname, format_type(columns.atttypid, columns.atttypmod)), ', '
    ))
    FROM pg_stats
    JOIN pg_class AS tables ON tables.relname = tablename
    JOIN pg_attribute AS columns USING (attname)
    WHERE schemaname = current_schema() AND tables.relnamespace = to_regnamespace(schemaname)
        AND columns.attrelid = tables.oid AND tables.relkind = 'r' AND tables.relpages = 0
        AND tablename <> 'article_terms'
    GROUP BY tables.relname ORDER BY tables.relname
""")
# Another column is made from the terms, and their type may not be changed: samples of a row take their place.
_OF_NO_TERMS = """
    DO $$ BEGIN IF NOT EXISTS (SELECT FROM article_terms) THEN
        INSERT INTO article_terms (number, terms) VALUES (0, '{}');
        ANALYZE article_terms;
        DELETE FROM article_terms WHERE number = 0;
    END IF; END $$
"""
# Deleted rows are kept for those who began before. A transaction's number is the server's, whatever database
# it is in, and who begins while it runs sees the rows as they were before it: so this asks for both.
_NEXT = sa.text("SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text)")
_KEPT = sa.text("""
    SELECT pg_snapshot_xmin(pg_current_snapshot()) < CAST(:next AS xid8) OR EXISTS (
        SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND age(backend_xmin) > age(CAST(CAST(:next AS xid8) AS xid))
    )
""")


def sweep(connection: sa.Connection) -> bool:
    """Sweep all tables, on a connection of its own that commits each statement and is closed afterwards.

    Returns whether nothing can have stayed, and names in the log where something may have.
    """
    connection.exec_driver_sql(f"SET lock_timeout = '{TURN_WAIT}'")
    connection.execute(sa.select(sa.func.pg_advisory_lock(SWEEPING)))
    connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_WAIT}'")
    connection.exec_driver_sql(f"SET statement_timeout = '{LONGEST_STATEMENT}'")
    waited = _wait_for_older(connection)
    tables = connection.execute(_TABLES).all()
    left = [
        table.name
        for table in tables
        if table.bytes > LARGEST_BYTES or not _tried(connection, f"VACUUM (FULL, ANALYZE) {table.name}")
    ]
    if left:
        _tried(connection, f"VACUUM (SKIP_LOCKED, ANALYZE) {', '.join(left)}")
    changes = [*connection.execute(_OF_EMPTY_TABLES).scalars(), _OF_NO_TERMS]
    replaced = [_tried(connection, change) for change in changes]
    # What was just replaced is kept for those who began before that.
    waited &= _wait_for_older(connection)
    if not (_tried(connection, f"VACUUM FULL {_SAMPLES}") and all(replaced)):
        left.append(_SAMPLES)
    if left or not waited:
        log.warning("deleted_bytes_stay", tables=left or "all", advice="VACUUM FULL")
    return waited and not left


def _wait_for_older(connection: sa.Connection) -> bool:
    """Wait until nobody sees the rows as they were before now; False where one goes on for too long."""
    following = connection.execute(_NEXT).scalar_one()
    deadline = time.monotonic() + PATIENCE_S
    while connection.execute(_KEPT, {"next": following}).scalar_one():
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK_EVERY_S)
    return True


def _tried(connection: sa.Connection, statement: str) -> bool:
    """Whether a statement came to its end: it may take too long, or not be allowed."""
    try:
        connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError as error:
        if error.connection_invalidated:
            raise
        return False
    return True
