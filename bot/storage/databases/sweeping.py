"""Taking what was deleted out of PostgreSQL's files, as far as a program beside the server can.

A row that is deleted stays in its table's file, VACUUM gives its place to others without writing over it, and
ANALYZE keeps samples of what stood in the columns, also once a table is empty. VACUUM FULL writes a table
anew, but whoever needs the table waits meanwhile. So small tables are written anew, large ones vacuumed:
there, bytes stay in free places until others take them, or until the server's operator has them written anew
in a quiet hour. The server's log of changes (WAL) and its backups are its operator's alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
import structlog

from bot.storage.databases import erasures
from bot.storage.schema.tables import metadata

log = structlog.get_logger(__name__)

# With indexes. Written anew within a second, also on a slow disk; nobody waits for longer.
LARGEST_BYTES = 32 * 2**20
LOCK_WAIT = "500ms"  # for a table; others line up behind this
LONGEST_STATEMENT = "3s"
# For transactions that began before, of this program or of others: what was deleted is kept for them.
PATIENCE_S, LOOK_EVERY_S = 3.0, 0.1
SWEEPING = 0x4E75_7473_0002  # key of an advisory lock: one sweep at a time
TURN_WAIT_S = 30.0  # for another process's sweep

_SAMPLES = "pg_catalog.pg_statistic"
TERMS = "article_terms"  # of full-text search, see bot.storage.databases.array_index
_TABLES = sa.text("""
    SELECT quote_ident(relname) AS name, pg_total_relation_size(relid) AS bytes
    FROM pg_stat_user_tables WHERE schemaname = current_schema() AND relname = ANY(:ours) ORDER BY relname
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
        AND tablename = ANY(:ours)
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
# it is in, and who begins while it runs sees the rows as they were before it: so this asks for both. Servers
# that stand by, whose readers count as well, are in no database, or in a slot. (Readers of other roles in
# this database are seen by superusers and members of pg_read_all_stats alone.)
_NEXT = sa.text("SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text)")
_UNSEEN = sa.text("""
    SELECT pg_snapshot_xmin(pg_current_snapshot()) >= CAST(:next AS xid8) AND NOT EXISTS (
        SELECT 1 FROM pg_stat_activity
        WHERE (datname = current_database() OR datname IS NULL) AND pid <> pg_backend_pid()
            AND age(backend_xmin) > age(CAST(CAST(:next AS xid8) AS xid))
    ) AND NOT EXISTS (
        SELECT 1 FROM pg_replication_slots
        WHERE age(xmin) > age(CAST(CAST(:next AS xid8) AS xid))
    )
""")


def sweep(connection: sa.Connection) -> bool:
    """Sweep the bot's tables, on a connection of its own that commits each statement and is closed after it.

    Returns whether nothing can have stayed, and names in the log where something may have: above all where
    the bot's role owns neither its tables nor the database.
    """
    connection.exec_driver_sql("SET client_min_messages = 'warning'")  # what is skipped is only warned of
    if not _comes_true(connection, sa.select(sa.func.pg_try_advisory_lock(SWEEPING)), {}, TURN_WAIT_S):
        log.warning("deleted_bytes_stay", tables="all", advice="VACUUM FULL")
        return False
    connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_WAIT}'")
    connection.exec_driver_sql(f"SET statement_timeout = '{LONGEST_STATEMENT}'")
    last = erasures.last(connection)
    waited = _wait_for_older(connection)
    tables = connection.execute(_TABLES, {"ours": [*metadata.tables, TERMS]}).all()
    large = [table.name for table in tables if table.bytes > LARGEST_BYTES]
    small = [table.name for table in tables if table.bytes <= LARGEST_BYTES]
    kept = [name for name in small if not _tried(connection, f"VACUUM (FULL, ANALYZE) {name}")]
    left = [*large, *kept]
    if left:
        _tried(connection, f"VACUUM (SKIP_LOCKED, ANALYZE) {', '.join(left)}")
    empty = connection.execute(_OF_EMPTY_TABLES, {"ours": [*metadata.tables]})
    changes = [*empty.scalars(), _OF_NO_TERMS]
    replaced = [_tried(connection, change) for change in changes]
    # What was just replaced is kept for those who began before that.
    waited &= _wait_for_older(connection)
    if not (_tried(connection, f"VACUUM FULL {_SAMPLES}") and all(replaced)):
        left.append(_SAMPLES)
    # Large tables, and samples that are not the bot's to write anew, will be so the next time: no sweep is
    # owed for them. For a small table that somebody was using, one is.
    if last is not None and waited and not kept:
        erasures.note_sweep(connection, last)
    if left or not waited:
        log.warning("deleted_bytes_stay", tables=left or "all", advice="VACUUM FULL")
    return waited and not left


def _wait_for_older(connection: sa.Connection) -> bool:
    """Wait until nobody sees the rows as they were before now; False where one goes on for too long."""
    following = connection.execute(_NEXT).scalar_one()
    return _comes_true(connection, _UNSEEN, {"next": following}, PATIENCE_S)


def _comes_true(
    connection: sa.Connection, question: sa.Executable, given: dict[str, str], patience_s: float
) -> bool:
    """Ask again and again. A statement that waits at the server would keep what was deleted for itself."""
    deadline = time.monotonic() + patience_s
    while not connection.execute(question, given).scalar_one():
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK_EVERY_S)
    return True


def _tried(connection: sa.Connection, statement: str) -> bool:
    """Whether a statement did what it says: it may take too long, or not be allowed."""
    try:
        with _warnings(connection) as warnings:
            connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError as error:
        if error.connection_invalidated:
            raise
        return False
    return not warnings


@contextmanager
def _warnings(connection: sa.Connection) -> Iterator[list[Any]]:
    """What the server warns of within the block: VACUUM and ANALYZE only warn of a table that they skip."""
    warnings: list[Any] = []
    driver: Any = connection.connection.dbapi_connection  # once detached, it has no other name
    driver.add_notice_handler(warnings.append)
    try:
        yield warnings
    finally:
        driver.remove_notice_handler(warnings.append)
