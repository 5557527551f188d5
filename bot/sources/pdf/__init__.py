"""PDF files: text in reading order, with the page of each paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.article import MAX_CHARACTERS, Article
from bot.core.errors import TextTooLongError, UnreadableFileError
from bot.sources.pdf.facts import read_facts
from bot.sources.pdf.furniture import without_furniture
from bot.sources.pdf.order import in_reading_order
from bot.sources.pdf.pages import PdfPage, open_pdf, read_pages
from bot.sources.pdf.paragraphs import body_size, to_blocks

__all__ = ["read_pdf"]

MAX_PAGES = 3_000


def read_pdf(body: bytes, url: str | None = None) -> Article:
    """The article of a PDF file; a paragraph's place is its page, counted from 1.

    Columns are read one after the other, running heads, feet and page numbers left out, words that a line's
    end has cut are joined, footnotes come last (Kind.OTHER). Raises TextTooLongError, TooComplexError for a
    page of too many pieces, and UnreadableFileError ("encrypted", "scanned", "empty", "broken", "pages").
    """
    with open_pdf(body) as document:
        if len(document) > MAX_PAGES:
            raise UnreadableFileError(reason="pages", limit=MAX_PAGES)
        declared = document.get_metadata_dict()
        pages = _read_all(document)
    if not any(character.isalnum() for page in pages for piece in page.pieces for character in piece.text):
        raise UnreadableFileError(reason="scanned" if any(page.pictured for page in pages) else "empty")
    pages = without_furniture(pages)
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
    )


def _read_all(document: object) -> Sequence[PdfPage]:
    pages: list[PdfPage] = []
    characters = 0
    for page in read_pages(document):
        characters += sum(len(piece.text) for piece in page.pieces)
        if characters > MAX_CHARACTERS:
            raise TextTooLongError(limit=MAX_CHARACTERS)
        pages.append(page)
    return pages
