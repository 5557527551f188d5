"""How a client cuts a text that is too long for one message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.trial.formatting import Entity, Formatted, tidied

# Clients look back only a little for a good place, so all parts but the last are nearly full.
_LOOK_BACK: Final = 150  # UTF-16 units
_PLACES: Final = (re.compile(r"\n"), re.compile(r"[.!?…。！？]['\"”’»)]?\s"), re.compile(r"\s"))


def cut_paste(formatted: Formatted, limit: int) -> list[Formatted]:
    """The messages that a client makes of a text, each of `limit` UTF-16 units at most."""
    units = formatted.text.encode("utf-16-le", "surrogatepass")
    parts = []
    for start, end in _spans(units, limit):
        piece = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        entities = tuple(_within(formatted.entities, start, end))
        if piece.strip():
            parts.append(tidied(Formatted(piece, entities)))
    return parts


def _spans(units: bytes, limit: int) -> Iterator[tuple[int, int]]:
    start, total = 0, len(units) // 2
    while start < total:
        end = total if total - start <= limit else _good_end(units, start, start + limit)
        yield start, end
        start = end


def _good_end(units: bytes, start: int, latest: int) -> int:
    if 0xDC00 <= int.from_bytes(units[2 * latest : 2 * latest + 2], "little") < 0xE000:
        latest -= 1  # never through the middle of a character
    begin = max(start + 1, latest - _LOOK_BACK)
    tail = units[2 * begin : 2 * latest].decode("utf-16-le", "replace")
    for place in _PLACES:
        ends = [match.end() for match in place.finditer(tail)]
        if ends:
            return begin + len(tail[: ends[-1]].encode("utf-16-le", "surrogatepass")) // 2
    return latest


def _within(entities: tuple[Entity, ...], start: int, end: int) -> Iterator[Entity]:
    for entity in entities:
        first = max(entity["offset"], start)
        length = min(entity["offset"] + entity["length"], end) - first
        if length > 0:
            yield {**entity, "offset": first - start, "length": length}
