"""Full-text search by SQLite's FTS5."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import sqlalchemy as sa

from bot.storage.databases.backend import ENTRIES_AT_ONCE
from bot.storage.databases.ranking import best_first

PAGES_A_STEP = 64  # others' changes wait for a step: an eighth of a second on a busy machine
_CHANGES = sa.text("SELECT total_changes()")
_MERGE = sa.text("INSERT INTO article_terms (article_terms, rank) VALUES ('merge', :pages)")


class Fts5Index:
    """The TermIndex by SQLite's FTS5."""

    # Terms are stems that are looked up whole, so positions within a text are not kept (detail=none, in the
    # migration), and every category but blanks is part of a word there: "c++" and Thai vowels survive.
    # FTS5's own bm25() counts the texts of all chats.

    def add(self, connection: sa.Connection, number: int, terms: Sequence[str]) -> None:
        statement = sa.text("INSERT INTO article_terms (rowid, terms) VALUES (:number, :terms)")
        connection.execute(statement, {"number": number, "terms": " ".join(terms)})

    def remove(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        statement = sa.text("DELETE FROM article_terms WHERE rowid = :number")
        connection.execute(statement, [{"number": number} for number in numbers])

    def merge(self, connection: sa.Connection, *, begins: bool) -> bool:
        # FTS5 only marks rows as deleted until their segment is merged with others. A negative number begins
        # to merge all of them, and so many pages are written in a step at most; one that does nothing changes
        # less than two rows (https://sqlite.org/fts5.html#the_merge_command).
        before = connection.execute(_CHANGES).scalar_one()
        connection.execute(_MERGE, {"pages": -PAGES_A_STEP if begins else PAGES_A_STEP})
        return bool(connection.execute(_CHANGES).scalar_one() - before >= 2)

    def entries(self, connection: sa.Connection) -> Generator[tuple[int, list[str]]]:
        wanted = sa.text("SELECT rowid, terms FROM article_terms")
        with connection.execute(wanted.execution_options(yield_per=ENTRIES_AT_ONCE)) as result:
            for number, terms in result:
                yield number, terms.split()

    def find(self, connection: sa.Connection, terms: Sequence[str], chat_id: int, limit: int) -> list[int]:
        rows = connection.execute(_TEXTS, {"chat_id": chat_id})
        texts = {row.number: (row.reading_id, _length(row.sz)) for row in rows}
        lengths = dict(texts.values())
        holders = {
            term: [
                texts[number][0]
                for number in connection.execute(_HOLDERS, {"term": _quoted(term)}).scalars()
                if number in texts
            ]
            for term in dict.fromkeys(terms)
        }
        return best_first(lengths, holders, limit)


# The latest reading of each text of a chat. FTS5 keeps how many terms a text has: a varint for each column.
_TEXTS = sa.text("""
    SELECT versions.number, max(readings.reading_id) AS reading_id, article_terms_docsize.sz
    FROM readings
    JOIN versions ON versions.version = readings.version
    JOIN article_terms_docsize ON article_terms_docsize.id = versions.number
    WHERE readings.chat_id = :chat_id
    GROUP BY versions.number
""")
_HOLDERS = sa.text("SELECT rowid FROM article_terms WHERE article_terms MATCH :term")


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _length(packed: bytes) -> int:
    """The number in a varint: seven bits a byte, the highest ones first."""
    number = 0
    for byte in packed:
        number = number << 7 | byte & 0x7F
    return number
