"""The white between columns, where it is hardly wider than the blanks of a stretched line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from bot.sources.formats.pdf.pages import NARROWEST, WIDEST, Piece

_ROWS = 5  # that begin at a column's edge, one after the other: with less, blanks stand so by chance
_ROWS_MORE = 2  # likewise, where other rows have shown the edge already
_MOST_BEGIN = 0.5  # of the rows beside a gutter begin at the edge; the others are indented, or formulas
_EDGE = 0.15  # ems by which rows of one column begin apart
_CANDIDATES = 40  # edges that are looked at
_FEWEST = 4  # pieces that begin at an edge


class Gutter(NamedTuple):
    """A white stripe with text on both sides, in points."""

    left: float
    right: float  # where the column beside it begins
    top: float
    bottom: float

    def parts(self, one: Piece, other: Piece) -> bool:
        """Whether it runs between two pieces of a line."""
        return one.right <= self.left and other.left >= self.right and self.top <= one.y <= self.bottom


def joined(pieces: Sequence[Piece], gutters: Sequence[Gutter]) -> list[Piece]:
    """Pieces put together that only a stretched line's blanks have parted; not over a gutter.

    `pieces`: of a page, in the order of the file, cut at every gap from NARROWEST on.
    """
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, piece) and not any(g.parts(last, piece) for g in gutters):
            found[-1] = last._replace(
                text=f"{last.text} {piece.text}", right=piece.right, bold=last.bold and piece.bold
            )
        else:
            found.append(piece)
    return found


def _goes_on(piece: Piece, following: Piece) -> bool:
    return piece.line == following.line and 0 <= following.left - piece.right <= WIDEST * piece.size


def find_gutters(pieces: Sequence[Piece]) -> list[Gutter]:
    """The gutters of a page: white from line to line, with an edge that the lines beside it begin at.

    `pieces`: as for `joined`. Only the edges that most pieces begin at are looked at.
    """
    if len(pieces) < 2 * _ROWS:
        return []
    size = median(piece.size for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: (piece.y, piece.left))
    edges = Counter(round(2 * piece.left) / 2 for piece in pieces)
    likely = sorted(edges, key=lambda edge: (-edges[edge], edge))[:_CANDIDATES]
    found: list[Gutter] = []
    for edge in likely:
        if edges[edge] >= _FEWEST:
            found += _beside(ordered, edge - _EDGE * size, size)
    return found


def _beside(ordered: Sequence[Piece], edge: float, size: float) -> Iterator[Gutter]:
    """The gutters that end at an edge: from where on nothing runs across, to where something does."""
    left = edge - (NARROWEST - _EDGE) * size
    runs: list[list[Piece]] = [[]]
    for piece in ordered:
        if piece.left < edge and piece.right > left:
            runs.append([])
        else:
            runs[-1].append(piece)
    counts = [_rows_beside(run, edge, size) for run in runs]
    enough = _ROWS_MORE if max(counts) >= _ROWS else _ROWS
    for run, count in zip(runs, counts, strict=True):
        if count >= enough:
            yield Gutter(left, edge, run[0].y, run[-1].y)


def _rows_beside(run: Sequence[Piece], edge: float, size: float) -> int:
    """How many rows begin at the edge and have others to their left; 0 where most don't begin there."""
    before = [piece.y for piece in run if piece.right <= edge]
    after = [piece for piece in run if piece.left >= edge]
    if not before or not after:
        return 0
    rows: dict[int, float] = {}  # where the rows right of the edge begin, by their height
    for piece in after:
        if before[0] - size <= piece.y <= before[-1] + size:
            key = round(piece.y)
            rows[key] = min(piece.left, rows.get(key, piece.left))
    begun = sum(place <= edge + 2 * _EDGE * size for place in rows.values())
    beside = len({round(y) for y in before if after[0].y - size <= y <= after[-1].y + size})
    return min(begun, beside) if begun >= _MOST_BEGIN * len(rows) else 0
