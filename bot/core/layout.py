"""The paragraphs of a plain text: blank lines, hard wraps, headings, lists, quotes, code and captions."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.models import Kind
from bot.core.prose import is_heading, is_no_prose


class Piece(NamedTuple):
    """A paragraph of a plain text."""

    kind: Kind
    start: int
    end: int


_CHUNK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+\S")
_ENDED = re.compile(r"[.!?…。！？؟۔।:][\"'”’»“)\]]*\s*$")


def pieces(text: str) -> tuple[str, list[Piece]]:
    """The text with its hard wraps joined (a blank for each, so the length stays), and its paragraphs."""
    text = re.sub(r"(?m)^[^\S\n]+$", lambda match: "\n" * len(match.group()), text)
    out = list(text)
    found: list[Piece] = []
    for chunk in _CHUNK.finditer(text):
        lines = _lines(text, chunk.start(), chunk.end())
        if _wrapped([text[a:b] for a, b in lines]):
            for _, end in lines[:-1]:
                out[end] = " "
            lines = [(chunk.start(), chunk.end())]
        found.extend(Piece(_kind(text[a:b], len(lines)), a, b) for a, b in lines)
    return "".join(out), found


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for match in re.finditer(r"[^\n]+", text[start:end]):
        spans.append((start + match.start(), start + match.end()))
    return spans


def _wrapped(lines: list[str]) -> bool:
    if len(lines) < 2 or any(_ITEM.match(line) for line in lines[1:]):
        return False
    body = lines[:-1]
    longest = max(map(len, lines))
    return (
        longest <= 120
        and all(len(line) >= 0.6 * longest for line in body)
        and not all(map(_ENDED.search, body))
    )


def _kind(line: str, lines_in_chunk: int) -> Kind:
    bare = line.strip()
    if bare.startswith("#"):
        return Kind.HEADING
    if bare.startswith(">"):
        return Kind.QUOTE
    if _ITEM.match(bare):
        return Kind.LIST
    if is_no_prose(bare):
        return Kind.CAPTION
    return Kind.HEADING if is_heading(bare) else Kind.PROSE
