"""The reading order of a page: its columns, and the rows in each of them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from bot.sources.formats.pdf.gutters import find_gutters, joined
from bot.sources.formats.pdf.pages import Piece

_FEWEST_ROWS = 3  # on each side of a gutter
_MOST_CROSSING = 0.2  # of a page's pieces that may run across a gutter: titles, wide figures' captions
_MORE_CROSSING = 0.6  # likewise, where a part of the page has shown it
_GUTTER = 0.35  # ems: letters reach a little over the edges of their column
_COLUMN = 7.0  # ems that the middle row of a column is wide, at least: cells of tables are narrower
_FILLED = 0.45  # of its column's width, likewise
_BESIDE = 0.5  # of the shorter column's height that has the other one beside it
_DEPTH = 3  # gutters within columns: up to eight columns
_CANDIDATES = 400  # places for a gutter that are looked at
_LEVEL = 0.35  # ems between the base lines of what stands on one row
_BEFORE_A_POWER = re.compile(r"(?<=\w) (?=[⁰¹²³⁴-⁹⁻])")
_SAMPLE = 2_000  # characters that tell a page's direction


class Row(NamedTuple):
    """What stands side by side in one column."""

    cells: tuple[Piece, ...]  # in reading direction

    @property
    def text(self) -> str:
        text = " ".join(cell.text for cell in self.cells)
        return text if text.isascii() else _BEFORE_A_POWER.sub("", text)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return max(cell.right for cell in self.cells)

    @property
    def y(self) -> float:
        return self.cells[0].y

    @property
    def size(self) -> float:
        return max(self.cells, key=lambda cell: len(cell.text)).size


def in_reading_order(pieces: Sequence[Piece]) -> list[list[Row]]:
    """The columns of a page, each from top to bottom; what runs across columns is one of its own.

    Where most letters run from right to left, so do the columns and cells: their places are mirrored then, so
    that a row begins at its `left` in every script.
    """
    if _runs_leftwards(pieces):
        pieces = [piece._replace(left=-piece.right, right=-piece.left) for piece in pieces]
    gutters = find_gutters(pieces)
    middles = sorted({round((gutter.left + gutter.right) / 2, 1) for gutter in gutters})
    return [rows for rows in _columns(joined(pieces, gutters), middles, _DEPTH) if rows]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Pieces as rows, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if rows and piece.y - rows[-1][0].y <= _LEVEL * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [Row(tuple(sorted(row, key=lambda piece: piece.left))) for row in rows]


def _runs_leftwards(pieces: Iterable[Piece]) -> bool:
    sample = "".join(piece.text for piece in pieces)[:_SAMPLE]
    directions = [unicodedata.bidirectional(character) for character in sample]
    return sum(way in {"R", "AL"} for way in directions) > directions.count("L")


def _columns(pieces: Sequence[Piece], middles: Sequence[float], depth: int) -> Iterator[list[Row]]:
    """`middles`: of gutters that were seen in a part of the page."""
    gutter = _gutter(pieces, middles) if depth else None
    if gutter is None:
        yield rows_of(pieces)
        return
    for wide, band in _bands(pieces, gutter):
        if wide:
            yield rows_of(band)
        else:
            yield from _columns([piece for piece in band if piece.right <= gutter], middles, depth - 1)
            yield from _columns([piece for piece in band if piece.right > gutter], middles, depth - 1)


def _bands(pieces: Iterable[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """The page from top to bottom: what runs across the gutter, and what stands beside it, in turns."""
    band: list[Piece] = []
    band_is_wide = False
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        wide = piece.left < gutter < piece.right
        if wide != band_is_wide and band:
            yield band_is_wide, band
            band = []
        band_is_wide = wide
        band.append(piece)
    if band:
        yield band_is_wide, band


def _gutter(pieces: Sequence[Piece], middles: Sequence[float]) -> float | None:
    """Where a line from top to bottom parts the text into columns, if there is such a place."""
    lefts = sorted(piece.left for piece in pieces)
    rights = sorted(piece.right for piece in pieces)
    places = sorted({round(right, 1) for right in rights})
    found: list[tuple[int, int, float]] = []
    for x in (*middles, *(place + 0.1 for place in places[:: 1 + len(places) // _CANDIDATES])):
        before, after = bisect_right(rights, x), len(lefts) - bisect_left(lefts, x)
        crossing = len(pieces) - before - after
        fewest, most = (1, _MORE_CROSSING) if x in middles else (_FEWEST_ROWS, _MOST_CROSSING)
        if min(before, after) >= fewest and crossing <= most * (before + after):
            found.append((crossing, -min(before, after), x))
    for _, _, x in sorted(found)[:8]:
        if _parts(pieces, x, 1 if x in middles else _FEWEST_ROWS):
            return x
    return None


def _parts(pieces: Sequence[Piece], x: float, fewest_rows: int) -> bool:
    """Whether what stands on both sides of a place are columns of running text, side by side."""
    left = rows_of(piece for piece in pieces if piece.right <= x)
    right = rows_of(piece for piece in pieces if piece.left >= x)
    if min(len(left), len(right)) < fewest_rows or not (_is_column(left) and _is_column(right)):
        return False
    size = median(row.size for row in (*left, *right))
    if min(row.left for row in right) - max(row.right for row in left) < _GUTTER * size:
        return False
    heights = [rows[-1].y - rows[0].y + size for rows in (left, right)]
    shared = min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y) + size
    return shared >= _BESIDE * min(heights)


def _is_column(rows: Sequence[Row]) -> bool:
    width = max(row.right for row in rows) - min(row.left for row in rows)
    middle = median(row.right - row.left for row in rows)
    return middle >= _FILLED * width and middle >= _COLUMN * median(row.size for row in rows)
