"""Columns of rows into blocks: paragraphs over line, column and page ends, headings, lists, tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from bot.core.models import Block, Kind
from bot.sources.formats.pdf.hyphens import join_rows, words_within
from bot.sources.formats.pdf.order import Row

Column = Sequence[Row]

_HEADING = 1.12  # times the size of the text
_HEADING_CHARACTERS = 200
_BOLD_CHARACTERS = 90
_NOTE = 0.94  # times the size of the text, at most, in footnotes
_SAME_SIZE = 0.08  # sizes that differ by less are one
_APART = 1.35  # times the usual distance of two rows, from which on a paragraph ends
_USUAL_LEADING = 1.2  # ems, where a column has too few rows to tell
_BEFORE_TITLE = 1.15  # times that distance above a bold line that is a heading
_INDENT = 0.8  # ems
_ALIGNED = 0.5  # ems
_CELL_GAP = 1.0  # ems between cells of a table
_EVEN = 0.3  # ems by which the blanks of a stretched row differ
_LONGEST_INDENT = 2.5  # ems
_ENDED = re.compile(r"[.!?…:;。！？؟۔।॥։][\"'”’»“)\]」』）*]*\s*$")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|abb(?:ildung|\.)|tab(?:elle|\.)|bild|figura|tabla|tableau|рис(?:унок|\.)|табл(?:ица|\.)|"
    r"图|圖|表|図)\s?[A-Z]?\d{1,3}(?:[.\-]\d{1,2})?\s?[.:：|—–]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•‣▪●◦■–—*·\uf0b7\uf0a7-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_LONE_BULLET = re.compile(r"[•‣▪●◦■*·\uf0b7\uf0a7]\s*")
_MARK = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})(?:[.)]?\s{0,2})(?=[^\W\d_]|[\"“„«(])")
_ENTRY = re.compile(r"\[\d{1,3}\]\s")  # of a list of references


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on."""

    kind: Kind
    place: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is usual in a column."""

    left: float
    right: float
    leading: float


def to_blocks(pages: Iterable[tuple[int, Sequence[Column]]]) -> list[Block]:
    """The blocks of a document, in reading order; `pages`: numbers and columns. Footnotes come at the end."""
    numbered = list(pages)
    rows = [row for _, columns in numbered for column in columns for row in column]
    if not rows:
        return []
    builder = _Builder(rows)
    for number, columns in numbered:
        for column in columns:
            builder.add(column, str(number))
    return builder.finish()


class _Builder:
    """Takes column after column and keeps the paragraph open that the next one may go on with."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._size = body_size(rows)
        self._known = words_within(row.text for row in rows)
        self._bold = _share(rows, bold=True) > 0.5
        self._mono = _share(rows, mono=True) > 0.5
        self._blocks: list[Block] = []
        self._notes: list[Block] = []
        self._aside: list[Block] = []  # pictures' words and tables that stand within an open paragraph
        self._open: _Open | None = None
        self._held: _Open | None = None  # a paragraph that a caption stands within

    def add(self, column: Column, place: str) -> None:
        """Take the rows of a column into paragraphs."""
        rows, notes = self._without_notes(column)
        shape = _shape(rows or column)
        index, previous = 0, None
        while index < len(rows):
            length = _table_length(rows, index, shape)
            if length:
                table = rows[index : index + length]
                self._put(Block("\n".join(map(_cells, table)), Kind.TABLE, place))
                index, previous = index + length, None
            else:
                self._take(rows[index], previous, shape, place)
                index, previous = index + 1, rows[index]
        self._notes += (Block(self._joined(note), Kind.OTHER, place) for note in _notes(notes))

    def finish(self) -> list[Block]:
        """All blocks; nothing can be added any more."""
        self._close()
        self._close()  # what a caption has interrupted
        return self._blocks + self._notes

    def _take(self, row: Row, previous: Row | None, shape: _Shape, place: str) -> None:
        kind = self._kind(row, previous, shape)
        if self._open and self._open.kind is Kind.CAPTION and not self._goes_on(kind, row, previous, shape):
            self._close()
            previous = None  # the caption stood between
        if self._open and self._goes_on(kind, row, previous, shape):
            self._open.rows.append(row)
            return
        if (
            kind is Kind.CAPTION
            and self._open
            and self._open.kind is Kind.PROSE
            and not _is_ended(self._open)
        ):
            self._held = self._open
        else:
            self._close()
        self._open = _Open(kind, place, [row])

    def _kind(self, row: Row, previous: Row | None, shape: _Shape) -> Kind:
        text = row.text
        if _CAPTION.match(text):
            return Kind.CAPTION
        if not self._mono and all(cell.mono for cell in row.cells):
            return Kind.CODE
        if any(map(str.isalpha, text)) and (self._is_large(row) or self._is_bold_title(row, previous, shape)):
            return Kind.HEADING
        return Kind.LIST if _BULLET.match(text) or _ENTRY.match(text) else Kind.PROSE

    def _is_large(self, row: Row) -> bool:
        return row.size >= _HEADING * self._size and len(row.text) <= _HEADING_CHARACTERS

    def _is_bold_title(self, row: Row, previous: Row | None, shape: _Shape) -> bool:
        text = row.text
        if self._bold or len(text) > _BOLD_CHARACTERS or not all(cell.bold for cell in row.cells):
            return False
        above = (
            previous is None
            or row.y - previous.y > _BEFORE_TITLE * shape.leading
            or _ENDED.search(previous.text[-40:])
        )
        return bool(above) and text[-1] not in ".,;:"

    def _goes_on(self, kind: Kind, row: Row, previous: Row | None, shape: _Shape) -> bool:
        """Whether a row belongs to the open paragraph."""
        if self._open is None:
            return False
        open_kind, last = self._open.kind, self._open.rows[-1]
        if kind in {Kind.CAPTION, Kind.LIST} or Kind.CODE in {kind, open_kind}:
            return kind is open_kind is Kind.CODE and previous is not None
        if Kind.HEADING in {kind, open_kind} and kind is not open_kind:
            return False
        if abs(row.size - last.size) > _SAME_SIZE * last.size:
            return False
        if previous is None:  # a column or a page lies between
            return open_kind in {Kind.PROSE, Kind.LIST} and not _is_ended(self._open)
        return not _parts(last, row, shape, ended=_is_ended(self._open))

    def _close(self) -> None:
        closed, self._open = self._open, self._held
        self._held = None
        if closed is None:
            return
        block = Block(self._told(closed), closed.kind, closed.place)
        if self._open is not None:
            self._aside.append(block)
        else:
            self._blocks += [block, *self._aside]
            self._aside = []

    def _put(self, block: Block) -> None:
        """Note a block that is whole; one that interrupts a sentence comes after its paragraph."""
        if self._open and self._open.kind is Kind.CAPTION:
            self._close()
        if self._open and self._open.kind is Kind.PROSE and not _is_ended(self._open):
            self._aside.append(block)
        else:
            self._close()
            self._blocks.append(block)

    def _told(self, paragraph: _Open) -> str:
        if paragraph.kind is Kind.CODE:
            return "\n".join(row.text for row in paragraph.rows)
        text = self._joined(paragraph.rows)
        return (
            _LONE_BULLET.sub("", text, count=1)
            if paragraph.kind is Kind.LIST and _LONE_BULLET.match(text)
            else text
        )

    def _joined(self, rows: Iterable[Row]) -> str:
        return join_rows((row.text for row in rows), self._known)

    def _without_notes(self, column: Column) -> tuple[Column, Column]:
        """A column without the footnotes at its end: small print from a mark on."""
        start = len(column)
        while start and column[start - 1].size <= _NOTE * self._size:
            start -= 1
        marked = (index for index in range(start, len(column)) if _MARK.match(column[index].text))
        start = next(marked, len(column))
        return column[:start], column[start:]


def body_size(rows: Iterable[Row]) -> float:
    """The size, in points, that most of a text has."""
    sizes: Counter[float] = Counter()
    for row in rows:
        for cell in row.cells:
            sizes[round(cell.size * 2) / 2] += len(cell.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _share(rows: Iterable[Row], *, bold: bool = False, mono: bool = False) -> float:
    """How much of a text is bold, or in a typewriter's letters."""
    whole = marked = 0
    for row in rows:
        for cell in row.cells:
            whole += len(cell.text)
            marked += len(cell.text) if (bold and cell.bold) or (mono and cell.mono) else 0
    return marked / max(1, whole)


def _shape(column: Column) -> _Shape:
    lefts = Counter(round(row.left) for row in column)
    rights = sorted(row.right for row in column)
    steps = [after.y - row.y for row, after in pairwise(column) if after.y > row.y]
    return _Shape(
        left=max(lefts, key=lambda left: (lefts[left], -left)),
        right=rights[(len(rights) * 19 - 1) // 20],
        leading=median(steps) if len(steps) > 2 else _USUAL_LEADING * column[0].size,
    )


def _parts(last: Row, row: Row, shape: _Shape, *, ended: bool) -> bool:
    """Whether a paragraph ends between two rows of one column."""
    if not 0 <= row.y - last.y <= _APART * max(shape.leading, last.size):
        return True
    if not ended:
        return False
    if row.left - max(shape.left, last.left) > _INDENT * row.size:
        return True
    first = row.text.partition(" ")[0]
    width = (row.right - row.left) * (len(first) + 1) / max(1, len(row.text))
    return last.right + width < shape.right - _ALIGNED * row.size


def _is_ended(paragraph: _Open) -> bool:
    return bool(_ENDED.search(paragraph.rows[-1].text[-40:]))


def _table_length(rows: Column, start: int, shape: _Shape) -> int:
    """How many rows from `start` on are a table's: cells far apart that stand under each other."""
    end = start
    while (
        end < len(rows)
        and _is_tabular(rows[end], shape)
        and (end == start or _aligned(rows[end - 1], rows[end]))
    ):
        end += 1
    return end - start if end - start > 1 else 0


def _is_tabular(row: Row, shape: _Shape) -> bool:
    if len(row.cells) < 2 or _LONE_BULLET.fullmatch(row.cells[0].text):
        return False
    size = row.size
    gaps = [after.left - cell.right for cell, after in pairwise(row.cells)]
    return min(gaps) > _CELL_GAP * size and not _is_stretched(row, gaps, shape, size)


def _is_stretched(row: Row, gaps: Sequence[float], shape: _Shape, size: float) -> bool:
    """Whether a row is a few words that a narrow justified column has drawn apart."""
    return (
        max(gaps) - min(gaps) < _EVEN * size
        and row.right > shape.right - _ALIGNED * size
        and row.left < shape.left + _LONGEST_INDENT * size
        and all(len(cell.text.split()) == 1 for cell in row.cells)
        and sum(any(map(str.isalpha, cell.text)) for cell in row.cells) * 2 > len(row.cells)
    )


def _aligned(above: Row, row: Row) -> bool:
    return any(
        not set(_edges(above, edge)).isdisjoint(
            place + step for place in _edges(row, edge) for step in (-1, 0, 1)
        )
        for edge in ("left", "right")
    )


def _edges(row: Row, edge: str) -> list[int]:
    return [round(getattr(cell, edge) / 2) for cell in row.cells[1:]]


def _cells(row: Row) -> str:
    return " | ".join(cell.text for cell in row.cells)


def _notes(rows: Column) -> Iterator[list[Row]]:
    note: list[Row] = []
    for row in rows:
        if note and _MARK.match(row.text):
            yield note
            note = []
        note.append(row)
    if note:
        yield note
