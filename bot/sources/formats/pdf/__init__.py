"""PDF files: text in reading order, with the page of each paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from bot.core.article import Article
from bot.core.errors import UnreadableFileError
from bot.core.models import Unread
from bot.sources.formats.pdf.facts import read_facts
from bot.sources.formats.pdf.furniture import without_furniture
from bot.sources.formats.pdf.order import in_reading_order
from bot.sources.formats.pdf.pages import FEW_LETTERS, PdfPage, count_letters, open_pdf, read_pages
from bot.sources.formats.pdf.paragraphs import body_size, to_blocks

__all__ = ["read_pdf"]

# What is read of a long file. A dense page of a journal has 5,400 characters and takes 30 ms with all that
# follows; a book of 300 pages has 700,000 and is read whole. A worker has 10 s.
MOST_CHARACTERS = 800_000
MOST_PAGES = 3_000


def read_pdf(body: bytes, url: str | None = None) -> Article:
    """The article of a PDF file; a paragraph's place is its page, counted from 1.

    Columns are read one after the other, running heads, feet and page numbers left out, words that a line's
    end has cut are joined, footnotes come last (Kind.OTHER). `unread` names the pages that are pictures, and
    those behind the first 800,000 characters or 3,000 pages. Raises TooComplexError for a page of too many
    pieces, and UnreadableFileError ("encrypted", "scanned", "empty", "broken").
    """
    with open_pdf(body) as document:
        declared = document.get_metadata_dict()
        count = len(document)
        pages, reached = _read(document)
    if not any(count_letters(page.pieces) for page in pages):
        raise UnreadableFileError(reason="scanned" if any(page.pictured for page in pages) else "empty")
    bare = without_furniture(pages)
    if all(map(_is_scan, bare)):  # all that is written on them is a stamp or a number
        raise UnreadableFileError(reason="scanned")
    if any(page.pieces for page in bare):
        pages = bare
    pictured = _ranges(page.number for page in pages if _is_scan(page))
    pages = [page for page in pages if not _is_scan(page)]
    beyond = (reached + 1, count) if reached < count else None
    numbered = [(page.number, in_reading_order(page.pieces)) for page in pages]
    first = [row for column in numbered[0][1] for row in column]
    facts = read_facts(
        declared, first, body_size(row for _, columns in numbered for rows in columns for row in rows)
    )
    return Article.from_blocks(
        to_blocks(numbered),
        title=facts.title,
        byline=facts.byline,
        published=facts.published,
        url=url,
        partial=bool(pictured or beyond),
        unread=Unread(pictured, beyond) if pictured or beyond else None,
    )


def _read(document: Any) -> tuple[Sequence[PdfPage], int]:
    """The pages that are read, and the number of the last page that was reached."""
    pages: list[PdfPage] = []
    characters = 0
    for page in read_pages(document, MOST_PAGES):
        characters += sum(len(piece.text) for piece in page.pieces)
        if pages and characters > MOST_CHARACTERS:
            return pages, pages[-1].number
        pages.append(page)
    return pages, min(MOST_PAGES, len(document))


def _is_scan(page: PdfPage) -> bool:
    return page.scanned and count_letters(page.pieces) < FEW_LETTERS


def _ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers in rising order as ranges: 3, 4, 5, 9 as (3, 5), (9, 9)."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]))
    return tuple((run[0][1], run[-1][1]) for run in runs)
