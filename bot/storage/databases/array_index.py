"""Full-text search by PostgreSQL's arrays."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import sqlalchemy as sa

from bot.storage.databases.backend import ENTRIES_AT_ONCE
from bot.storage.databases.ranking import best_first

LONGEST_TERM = 500  # characters; an entry of the index holds 2,700 bytes


class ArrayIndex:
    """The TermIndex by arrays of terms and an index of their elements (GIN).

    Not by tsvector, which holds 1 MB at most and ranks by frequency in the text alone: terms come as stems
    and distinct, and what tells texts apart is how rare a term is.
    """

    def add(self, connection: sa.Connection, number: int, terms: Sequence[str]) -> None:
        statement = sa.text("INSERT INTO article_terms (number, terms) VALUES (:number, :terms)")
        connection.execute(statement, {"number": number, "terms": _fitting(terms)})

    def remove(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        statement = sa.text("DELETE FROM article_terms WHERE number = ANY(:numbers)")
        connection.execute(statement, {"numbers": list(numbers)})

    def merge(self, connection: sa.Connection, *, begins: bool) -> bool:
        """Nothing to do: the table is swept like all others."""
        del connection, begins
        return False

    def entries(self, connection: sa.Connection) -> Generator[tuple[int, list[str]]]:
        wanted = sa.text("SELECT number, terms FROM article_terms")
        with connection.execute(wanted.execution_options(yield_per=ENTRIES_AT_ONCE)) as result:
            for row in result:
                yield row.number, row.terms

    def find(self, connection: sa.Connection, terms: Sequence[str], chat_id: int, limit: int) -> list[int]:
        wanted = _fitting(terms)
        lengths = {row.reading_id: row.length for row in connection.execute(TEXTS, {"chat_id": chat_id})}
        found = connection.execute(HOLDERS, {"terms": wanted, "chat_id": chat_id})
        holders: dict[str, list[int]] = {}
        for row in found:
            for term in row.held:
                holders.setdefault(term, []).append(row.reading_id)
        return best_first(lengths, holders, limit)


# The latest reading of each text of a chat, with how many terms it has: `length` is a column, since counting
# would read all terms.
TEXTS = sa.text("""
    SELECT max(readings.reading_id) AS reading_id, article_terms.length
    FROM readings
    JOIN versions ON versions.version = readings.version
    JOIN article_terms ON article_terms.number = versions.number
    WHERE readings.chat_id = :chat_id
    GROUP BY article_terms.number
""")
# `&&` is what the index can answer; which of the terms a text has is looked at in those alone that it found.
HOLDERS = sa.text("""
    SELECT max(readings.reading_id) AS reading_id,
        ARRAY(SELECT unnest(article_terms.terms) INTERSECT SELECT unnest(CAST(:terms AS text[]))) AS held
    FROM readings
    JOIN versions ON versions.version = readings.version
    JOIN article_terms ON article_terms.number = versions.number
    WHERE readings.chat_id = :chat_id AND article_terms.terms && CAST(:terms AS text[])
    GROUP BY article_terms.number
""")


def _fitting(terms: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(term[:LONGEST_TERM] for term in terms))
