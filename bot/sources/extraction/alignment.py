"""Which of a page's units stand in another text, such as what another extractor found on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

# A word, or one character of the scripts that write no blanks.
_TOKENS = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
_WIDTH = 4  # tokens in a shingle
_NEAR = 400  # tokens; how far ahead of its neighbour a short unit is looked for


def tokens(text: str) -> list[str]:
    """The words of a text, lower-cased; one token a character where a script has no blanks."""
    return _TOKENS.findall(text.lower())


def aligned_shares(units: Sequence[Sequence[str]], target: Sequence[str]) -> list[float]:
    """For each unit's tokens the share that stands in the target, 0 to 1.

    Units of four tokens or more are found by their shingles, anywhere. A shorter one counts where it is in
    the target between its longer neighbours, so that the word "Home" of a menu is not the one of a sentence.
    """
    places: dict[tuple[str, ...], list[int]] | None = None  # made when needed: a long page may go without
    shares: list[float] = [0.0] * len(units)
    anchors: list[tuple[int, int] | None] = [None] * len(units)
    cursor = 0
    for index, unit in enumerate(units):
        if len(unit) < _WIDTH:
            continue
        if target[cursor : cursor + len(unit)] == unit:  # as most are, one behind the other
            shares[index], anchors[index] = 1.0, (cursor, cursor + len(unit))
            cursor += len(unit)
            continue
        places = _shingle_places(target) if places is None else places
        found = [places.get(shingle) for shingle in _shingles(unit)]
        hits = [positions for positions in found if positions]
        shares[index] = len(hits) / len(found)
        if shares[index] > 0.5:
            start = _from(hits[0], cursor)
            cursor = max(start, _from(hits[-1], start)) + _WIDTH
            anchors[index] = (start, cursor)
    _place_short(units, target, shares, anchors)
    return shares


def _shingles(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[start:] for start in range(_WIDTH)), strict=False)


def _shingle_places(target: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for position, shingle in enumerate(_shingles(target)):
        places.setdefault(shingle, []).append(position)
    return places


def _from(positions: Sequence[int], cursor: int) -> int:
    """The first of several places that does not lie before the cursor; the first of all if there is none."""
    at = bisect_left(positions, cursor)
    return positions[at] if at < len(positions) else positions[0]


def _place_short(
    units: Sequence[Sequence[str]],
    target: Sequence[str],
    shares: list[float],
    anchors: Sequence[tuple[int, int] | None],
) -> None:
    following: list[int] = [len(target)] * (len(units) + 1)
    for index in range(len(units) - 1, -1, -1):
        anchor = anchors[index]
        following[index] = anchor[0] if anchor else following[index + 1]
    cursor = 0
    for index, unit in enumerate(units):
        anchor = anchors[index]
        if anchor:
            cursor = anchor[1]
        elif 0 < len(unit) < _WIDTH:
            end = following[index + 1]
            start = cursor if cursor or end == len(target) else max(0, end - _NEAR)
            at = _find(target, unit, start, min(end, start + _NEAR))
            if at >= 0:
                shares[index] = 1.0
                cursor = at + len(unit)


def _find(target: Sequence[str], wanted: Sequence[str], start: int, end: int) -> int:
    length, first = len(wanted), wanted[0]
    for at in range(start, end - length + 1):
        if target[at] == first and list(target[at : at + length]) == list(wanted):
            return at
    return -1
