"""What stands on every page around the text: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.sources.formats.pdf.order import Row, rows_of
from bot.sources.formats.pdf.pages import PdfPage, Piece

_EDGE_ROWS = 3  # at the top and at the bottom of a page that can be furniture
_FEWEST_PAGES = 3  # that show the same; both of two pages do, too
_APART = 1.7  # ems between a page number and the text, on a page of its own
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\s\[(|]{0,4}(?:page|seite|página|pagina|страница|стр\.|p\.|s\.|第)?\s{0,2}(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s{0,2}(?:/|of|von|из|de|sur|di)\s{0,2}\d{1,4})?\s{0,2}(?:页|頁|ページ)?[-–—\s\])|]{0,4}",
    re.IGNORECASE,
)

# What browsers print around a page of the web, also around a single one: date and title, address and number.
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d\b.*")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+ \d{1,4}/\d{1,4}")

_Key = tuple[str, str, int]


def without_furniture(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """The pages without what repeats at their edges and without their numbers."""
    seen = Counter(key for page in pages for key in {key for key, _ in _edges(rows_of(page.pieces))})
    enough = 2 if len(pages) == 2 else _FEWEST_PAGES
    repeated = {key for key, count in seen.items() if count >= enough}
    return [page._replace(pieces=tuple(_kept(page, repeated))) for page in pages]


def _edges(rows: Sequence[Row]) -> Iterator[tuple[_Key, Row]]:
    """The outer rows of a page, from the outside in, with what makes them the same on other pages."""
    reach = min(_EDGE_ROWS, max(1, len(rows) // 2))
    for row in rows[:reach]:
        yield _key("top", row), row
    for row in rows[: -1 - reach : -1]:
        yield _key("bottom", row), row


def _key(edge: str, row: Row) -> _Key:
    return edge, _DIGITS.sub("#", row.text.casefold()), round(row.size)


def _kept(page: PdfPage, repeated: set[_Key]) -> Iterable[Piece]:
    rows = rows_of(page.pieces)
    gone: set[int] = set()
    open_edges = {"top", "bottom"}
    numbers = _numbers(rows) + _printed(rows)
    for key, row in _edges(rows):
        # From the outside in: what repeats behind a row of text is text, a line of a form for example.
        if key[0] in open_edges and (key in repeated or row in numbers):
            gone.update(map(id, row.cells))
        else:
            open_edges.discard(key[0])
    return (piece for piece in page.pieces if id(piece) not in gone)


def _printed(rows: Sequence[Row]) -> list[Row]:
    """The rows that a browser has set above and below."""
    if len(rows) < 3 or not _PRINTED_FOOT.fullmatch(rows[-1].text):
        return []
    return [rows[-1]] + ([rows[0]] if _PRINTED_HEAD.fullmatch(rows[0].text) else [])


def _numbers(rows: Sequence[Row]) -> list[Row]:
    """The outermost rows that are but a page's number, apart from the text."""
    found = []
    for outer, inner in ((0, 1), (-1, -2)):
        if len(rows) > 2 and _NUMBER.fullmatch(rows[outer].text):
            apart = abs(rows[outer].y - rows[inner].y)
            found += [rows[outer]] if apart > _APART * rows[inner].size else []
    return found
