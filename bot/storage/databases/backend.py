"""What differs from one database to another, in one place: the rest of this folder is the same for all."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

    from bot.storage.databases.given import Given

    # Both have `on_conflict_do_nothing` and `on_conflict_do_update`; the latter wants `index_elements`.
    Insert: TypeAlias = sqlite.Insert | postgresql.Insert


ENTRIES_AT_ONCE = 100  # texts with their terms, read one after the other


class TermIndex(Protocol):
    """Full-text search over the terms of texts, each of which is known by its number.

    Terms are stems, with their language (`tagged_terms`), and are looked up whole.
    """

    def add(self, connection: sa.Connection, number: int, terms: Sequence[str]) -> None:
        """Take up a text; its terms are distinct."""
        ...

    def remove(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        """Drop texts; copies of their terms may stay until all is merged."""
        ...

    def merge(self, connection: sa.Connection, *, begins: bool) -> bool:
        """One short step, of which the first one `begins`, until nothing stays of what was removed before it.

        False: that was the last one.
        """
        ...

    def entries(self, connection: sa.Connection) -> Generator[tuple[int, list[str]]]:
        """All texts with their terms."""
        ...

    def find(self, connection: sa.Connection, terms: Sequence[str], chat_id: int, limit: int) -> list[int]:
        """The latest reading of each text of the chat that holds any of the terms, best first.

        The order is that of `bot.storage.databases.ranking.best_first`, whatever the database.
        """
        ...


class Backend(Protocol):
    """One kind of database, and the way to one of them."""

    engine: sa.Engine

    @property
    def index(self) -> TermIndex:
        """Full-text search."""
        ...

    @property
    def outage(self) -> str | None:
        """What callers are told as the reason of an outage (see DatabaseError); None: what was being done."""
        ...

    @property
    def several(self) -> bool:
        """Whether several processes may share it."""
        ...

    @property
    def readers(self) -> int:
        """How many connections there are beside the one that writes; 0: reading has to wait for it."""
        ...

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection on which everything is of one moment."""
        ...

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """A connection in a transaction: committed at the end, rolled back where the block raises."""
        ...

    def insert(self, table: sa.Table) -> Insert:
        """An INSERT that can say what happens where there is such a row."""
        ...

    def among(self, column: sa.Column[Any], given: str) -> sa.ColumnElement[bool]:
        """Whether a column holds one of the values in a list that a statement is given under this name.

        However many they are, the statement stays the same, and is prepared once.
        """
        ...

    def given(self, **types: str) -> Given:
        """The rows that a direct statement is given, with these columns: bigint, text, boolean, timestamp."""
        ...

    def run(self, connection: sa.Connection, statement: str, given: str) -> list[tuple[Any, ...]]:
        """The rows of a statement in the database's own SQL, straight from its driver.

        `given`: see `bot.storage.databases.given`. Truth may come as 0 or 1. Raises as `connection.execute`.
        """
        ...

    def is_outage(self, error: sa.exc.DBAPIError) -> bool:
        """Whether the database is the cause (a disk, a file, a connection, a lock), and not the statement."""
        ...

    def is_collision(self, error: sa.exc.DBAPIError) -> bool:
        """Whether the same transaction may succeed now, of which nothing was done: two programs were in each
        other's way, or a connection had been cut.
        """
        ...

    def exclude_migrations(self, connection: sa.Connection) -> None:
        """Let no other program change the tables until the connection's transaction ends."""
        ...

    def database_bytes(self, connection: sa.Connection) -> int:
        """How large the database is."""
        ...

    def last_numbers(self, connection: sa.Connection) -> dict[str, int]:
        """By table, the last number that a row got, also of one that is gone."""
        ...

    def continue_numbers(self, connection: sa.Connection, last: Mapping[str, int]) -> None:
        """Let new rows get higher numbers than these."""
        ...

    def close(self) -> None:
        """Let go of all connections; nobody uses one any more."""
        ...

    def empty_log(self) -> bool:
        """Leave nothing of what was deleted in a log beside the file; a server's log is its operator's.

        False: not possible now.
        """
        ...

    def sweep(self, merged: int | None = None) -> bool:
        """Leave nothing of what was deleted where the database can see to it; False: not possible now.

        `merged`: the last erasure of whose texts nothing stays in the index of terms (see `TermIndex.merge`).
        """
        ...


def tagged_terms(terms: Mapping[str, Sequence[str]]) -> list[str]:
    """Distinct terms as the index holds them: with their language, since stems of two languages mix up."""
    return list(
        dict.fromkeys(
            f"{language}:{word}" for language, some in terms.items() for term in some for word in term.split()
        )
    )
