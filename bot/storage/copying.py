"""Everything of one database into another one, of whatever kinds they are."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import Any

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.backend import Backend
from bot.storage.backends import open_backend
from bot.storage.digest_tables import item_names, shares
from bot.storage.keys import key_of
from bot.storage.migrating import migrate
from bot.storage.tables import articles, metadata

ROWS_AT_ONCE = 500
# Databases of the first versions have them at any length.
KEYS = {articles.name: "key", item_names.name: "name", shares.name: "what"}


def copy_database(source_url: str, target_url: str) -> dict[str, int]:
    """Bring both up to date and fill the target, which must hold nothing; returns the rows of each table.

    The source stays as it is. What is written to it meanwhile is not copied: no bot may be at work on it.
    All of it is copied or nothing. Raises DatabaseError, with the reason "filled" where the target holds
    something.
    """
    source, target = open_backend(source_url), open_backend(target_url)
    try:
        for backend in (source, target):
            with backend.writing() as connection:
                migrate(connection, backend)
        with source.reading() as here, target.writing() as there:
            if any(_count(there, table) for table in metadata.sorted_tables):
                raise DatabaseError(reason="filled")
            return _copy(source, here, target, there)
    except sa.exc.DBAPIError as error:
        for backend in (source, target):
            if backend.is_outage(error):
                raise DatabaseError(reason=backend.outage or "write") from error
        raise
    finally:
        source.engine.dispose()
        target.engine.dispose()


def _copy(source: Backend, here: sa.Connection, target: Backend, there: sa.Connection) -> dict[str, int]:
    for table in metadata.sorted_tables:  # those that others point to come first
        with closing(_slices(here, table)) as slices:
            for rows in slices:
                there.execute(sa.insert(table), rows)
    with closing(source.index.entries(here)) as entries:
        for number, terms in entries:
            target.index.add(there, number, terms)
    target.continue_numbers(there, source.last_numbers(here))
    return {table.name: _count(there, table) for table in metadata.sorted_tables}


def _slices(connection: sa.Connection, table: sa.Table) -> Generator[list[dict[str, Any]]]:
    key = KEYS.get(table.name)
    with connection.execute(sa.select(table).execution_options(yield_per=ROWS_AT_ONCE)) as result:
        for rows in result.mappings().partitions():
            yield [dict(row) if key is None else {**row, key: key_of(row[key])} for row in rows]


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
