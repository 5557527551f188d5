"""Everything of one database into another one, of whatever kinds they are."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.databases.backend import Backend
from bot.storage.databases.backends import open_backend
from bot.storage.migrating import migrate
from bot.storage.schema.digest_tables import digest_told, item_names, shares
from bot.storage.schema.keys import key_of
from bot.storage.schema.tables import articles, metadata, versions

ROWS_AT_ONCE = 500
TEXTS_AT_ONCE = 10  # one may have two million characters
# Databases of the first versions have them at any length.
KEYS = {articles.name: "key", item_names.name: "name", shares.name: "what", digest_told.name: "key"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What was copied."""

    rows: Mapping[str, int]  # by table, as many as the target holds
    shortened: int  # rows whose key was longer than an index holds, see bot.storage.schema.keys
    skipped: int  # of these, rows that were there under their shortened key as well


def copy_database(source_url: str, target_url: str) -> Copied:
    """Bring both up to date and fill the target, which must hold nothing.

    The source stays as it is. What is written to it meanwhile is not copied: no bot may be at work on it.
    All of it is copied or nothing, but for rows that were there twice (see Copied). Raises DatabaseError,
    with the reason "filled" where the target holds something.
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
            # Whose error it is: each kind of database takes the other's for an outage of its own.
            if isinstance(error.orig, backend.engine.dialect.loaded_dbapi.Error) and backend.is_outage(error):
                raise DatabaseError(reason=backend.outage or "write") from error
        raise
    finally:
        source.close()
        target.close()


def _copy(source: Backend, here: sa.Connection, target: Backend, there: sa.Connection) -> Copied:
    shortened = 0
    for table in metadata.sorted_tables:  # those that others point to come first
        key = KEYS.get(table.name)
        new: sa.Insert = sa.insert(table)
        if key is not None:  # a later version noted under the shortened key what an earlier one had in full
            new = target.insert(table).on_conflict_do_nothing()
        with closing(_slices(here, table)) as slices:
            for rows in slices:
                if key is not None:
                    shortened += sum(_shorten(row, key) for row in rows)
                there.execute(new, rows)
    with closing(source.index.entries(here)) as entries:
        for number, terms in entries:
            target.index.add(there, number, terms)
    target.continue_numbers(there, source.last_numbers(here))
    counts = {table.name: _count(there, table) for table in metadata.sorted_tables}
    skipped = sum(_count(here, metadata.tables[name]) - counts[name] for name in KEYS)
    return Copied(rows=counts, shortened=shortened, skipped=skipped)


def _shorten(row: dict[str, Any], key: str) -> bool:
    """Whether the key of a row was too long; it is shortened then."""
    before = row[key]
    row[key] = key_of(before)
    return bool(row[key] != before)


def _slices(connection: sa.Connection, table: sa.Table) -> Generator[list[dict[str, Any]]]:
    at_once = TEXTS_AT_ONCE if table is versions else ROWS_AT_ONCE
    with connection.execute(sa.select(table).execution_options(yield_per=at_once)) as result:
        for rows in result.mappings().partitions():
            yield [dict(row) for row in rows]


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
