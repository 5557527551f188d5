"""The paragraphs of a text: blank lines, hard wraps, headings, lists, quotes, tables, code and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from bot.core.errors import TooComplexError
from bot.core.models import Kind
from bot.core.prose import is_heading, notice


class Piece(NamedTuple):
    """A paragraph as a span of its text."""

    kind: Kind
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    shape: str  # blank, code, heading, rule, table, quote, item, plain
    inner: int  # where its text begins, behind "# ", "- ", "> "; a number stays with its item
    item: bool  # of a list


_LINES = re.compile(r"[^\n]+")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HASH = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_RULE = re.compile(r"[-=_*~#+.·•\s]{3,}$")
_QUOTE = re.compile(r"\s{0,3}>\s?(?:>\s?)*")
_ITEM = re.compile(r"\s*(?:[-*+•·‣▪●–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_ENDED = re.compile(r"[.!?…。！？؟۔।॥։።:;][\"'”’»“)\]」』）*_]*\s*$")
_TABLE_BARS = 2
_WIDEST_WRAP = 120  # characters; longer lines were not broken by hand or by a mail program …
_WIDEST_FLOW = 160  # … but by some editors: where a sentence goes on from such a line to the next
# Markdown's pictures, alone on a line: with links around them, badges.
_PICTURES = re.compile(r"\s{0,3}(?:\[?!\[[^\[\]]*\]\([^()\s]*\)(?:\]\([^()\s]*\))?\s*)+$")
_TALKING = frozenset(
    "—–"
)  # a line that opens with a dash is speech in Russian, French or Spanish, if it is a sentence


def pieces(text: str, most: int) -> tuple[str, list[Piece]]:
    """The text with its hard wraps joined (blanks for line ends: places stay), and its paragraphs.

    Raises TooComplexError where it falls into more than `most`, or has more than twice as many lines, before
    their words are looked at.
    """
    if text.count("\n") > 2 * most:  # each costs as much to look at, also where all make one paragraph
        raise TooComplexError(limit=most)
    joints: list[int] = []
    found: list[Piece] = []
    for shape, group in groupby(_lines(text), key=lambda line: line.shape):
        lines = list(group)
        if shape in {"code", "table"}:
            found.append(Piece(Kind(shape), lines[0].start, lines[-1].end))
        elif shape == "quote":
            found.extend(_quoted(text, lines, joints))
        elif shape in {"heading", "rule"}:
            found.extend(
                Piece(Kind.HEADING if shape == "heading" else Kind.OTHER, x.inner, x.end) for x in lines
            )
        elif shape != "blank":
            found.extend(_plain(text, lines, joints))
        if len(found) > most:
            raise TooComplexError(limit=most)
    return _joined(text, joints), refine(text, found)


def refine(text: str, found: list[Piece]) -> list[Piece]:
    """The paragraphs with captions, notices and headings told from prose by their words and neighbours."""
    judged = [_judged(text, piece) for piece in found]
    lengths = {kind: sum(p.end - p.start for p in judged if p.kind is kind) for kind in Kind}
    guessed = [
        p
        for p, before in zip(judged, found, strict=True)
        if p.kind is Kind.HEADING and before.kind is Kind.PROSE
    ]
    length = sum(p.end - p.start for p in guessed)
    if length > lengths[Kind.PROSE] + lengths[Kind.LIST] + lengths[Kind.QUOTE]:
        # A poem, a chat or a transcript: lines without marks are its text. Only the first can be a title.
        lost = set(guessed) - set(judged[:1])
        return [p._replace(kind=Kind.PROSE) if p in lost else p for p in judged]
    if judged and judged[-1] in guessed and len(text[judged[-1].start : judged[-1].end].split()) >= 5:
        judged[-1] = judged[-1]._replace(kind=Kind.PROSE)  # a last sentence without its full stop
    return judged


def _judged(text: str, piece: Piece) -> Piece:
    if piece.kind not in {Kind.PROSE, Kind.LIST, Kind.HEADING}:
        return piece
    line = text[piece.start : piece.end].strip()
    kind = notice(line)
    if kind is not None:
        return piece._replace(kind=kind)
    if piece.kind is Kind.PROSE and "\n" not in line and is_heading(line):
        return piece._replace(kind=Kind.HEADING)
    return piece


def _lines(text: str) -> Iterator[_Line]:
    fenced = False
    last = 0
    for match in _LINES.finditer(text):
        if text.count("\n", last, match.start()) > 1 and not fenced:
            yield _Line(last, last, "blank", last, item=False)
        last = match.end()
        line = match.group()
        fence = bool(_FENCE.match(line))
        if fence or fenced:
            yield _Line(match.start(), match.end(), "code", match.start(), item=False)
            fenced = fenced != fence
        elif line.isspace():
            yield _Line(match.start(), match.end(), "blank", match.end(), item=False)
        else:
            yield _line(line, match.start(), match.end())


def _line(line: str, start: int, end: int) -> _Line:
    if _PICTURES.match(line):
        return _Line(start, end, "rule", start, item=False)
    if not _RULE.match(line):
        for shape, pattern in (("heading", _HASH), ("quote", _QUOTE)):
            if marker := pattern.match(line):
                return _Line(start, end, shape, start + marker.end(), item=False)
        if marker := _ITEM.match(line):
            numbered = any(map(str.isalnum, marker.group()))
            return _Line(start, end, "plain", start if numbered else start + marker.end(), item=True)
    else:
        return _Line(start, end, "rule", start, item=False)
    return _Line(start, end, "table" if line.count("|") >= _TABLE_BARS else "plain", start, item=False)


def _quoted(text: str, lines: list[_Line], joints: list[int]) -> Iterator[Piece]:
    """The paragraphs of "> " lines: cut where a line ends in a mark, so few sentences hold a ">"."""
    entry: list[_Line] = []
    for line in lines:
        entry.append(line)
        if _is_ended(text[line.start : line.end]) or line is lines[-1]:
            joints += _joints(entry)
            if text[entry[0].inner : line.end].strip():
                yield Piece(Kind.QUOTE, entry[0].inner, line.end)
            entry = []


def _plain(text: str, lines: list[_Line], joints: list[int]) -> Iterator[Piece]:
    """The paragraphs of lines without a blank one between them."""
    entry: list[_Line] = []
    for line in lines:
        if entry and line.item:
            yield from _entry(text, entry, joints)
            entry = []
        entry.append(line)
    yield from _entry(text, entry, joints)


def _entry(text: str, lines: list[_Line], joints: list[int]) -> Iterator[Piece]:
    """One list item with its further lines, or plain lines: one paragraph when they were wrapped."""
    kind = Kind.LIST if lines[0].item and not _is_speech(text, lines[0]) else Kind.PROSE
    start = lines[0].inner if kind is Kind.LIST else lines[0].start
    indented = kind is Kind.LIST and all(text[line.start].isspace() for line in lines[1:])
    if len(lines) == 1 or indented or _wrapped([text[line.start : line.end].strip() for line in lines]):
        joints += _joints(lines)
        yield Piece(kind, start, lines[-1].end)
        return
    yield Piece(kind, start, lines[0].end)
    for line in lines[1:]:
        yield Piece(Kind.PROSE, line.start, line.end)


def _is_speech(text: str, line: _Line) -> bool:
    return text[line.start : line.end].lstrip()[0] in _TALKING and _is_ended(text[line.start : line.end])


def _joints(lines: list[_Line]) -> list[int]:
    return [line.end for line in lines[:-1]]


def _wrapped(lines: list[str]) -> bool:
    """Whether lines were broken to fit a width: no next first word would have fitted on the line before."""
    width = max(map(len, lines))
    if width > _WIDEST_FLOW or width < 30:
        return False
    if width > _WIDEST_WRAP:
        goes_on = any(not _is_ended(line) and after[0].islower() for line, after in pairwise(lines))
        return goes_on and min(map(len, lines[:-1])) >= 0.75 * width
    filled = [len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - 4 for line, after in pairwise(lines)]
    if sum(filled) < 0.8 * len(filled):
        return False
    if len(lines) == 2:
        return not _is_ended(lines[0]) and (lines[1][0].islower() or 55 <= len(lines[0]) <= 100)
    return not all(map(_is_ended, lines[:-1]))


def _is_ended(line: str) -> bool:
    return bool(_ENDED.search(line[-40:]))


def _joined(text: str, joints: list[int]) -> str:
    parts: list[str] = []
    last = 0
    for place in joints:
        parts += text[last:place], " "
        last = place + 1
    return "".join([*parts, text[last:]])
