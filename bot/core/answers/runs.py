"""The runs of word characters in the sentences of a text, found with NumPy.

A long text has 100,000 of them but few different ones, and only those need to become strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.core.answers.hashing import Codes, Encoded, Hasher, Hashes, Integers, earliest_equal, encoded
from bot.core.lexicon.words import INSIDE_RUNS, RUN_CHARACTERS

_OUTSIDE, _WORD, _INSIDE, _UNKNOWN = range(4)
_CHARACTERS = 0x110000
_IN_RUNS = re.compile(f"[{RUN_CHARACTERS}]")
_BLOCK = 1 << 18  # characters that are looked at together: a long text takes no more memory at once than that


@dataclass(frozen=True)
class Runs:
    """Every run of word characters, as `bot.core.lexicon.words` cuts them, in reading order."""

    distinct: list[str]  # as written, in order of first appearance
    capital: NDArray[np.bool_]  # by distinct run, whether it begins with a capital
    number: Integers  # of each run, its place in `distinct`
    starts: Integers  # where each sentence's runs begin; one more entry than there are sentences


def find_runs(text: str, starts: Integers, ends: Integers) -> Runs:
    """The runs of a text in the sentences that lie at `starts` to `ends`, which ascend and do not overlap.

    A border between sentences also ends a run ("end.Next"). Runs are told apart by a 64-bit hash.
    """
    if not text or not len(starts):
        return Runs([], np.zeros(0, np.bool_), np.zeros(0, np.int64), np.zeros(len(starts) + 1, np.int64))
    codes, hasher = encoded(text), Hasher()
    blocks = [_in_block(text, codes, starts[a:b], ends[a:b], hasher) for a, b in pairwise(_cuts(starts))]
    begins, stops, counts, hashes = map(np.concatenate, zip(*blocks, strict=True))
    earliest = earliest_equal(hashes)
    first = np.flatnonzero(earliest == np.arange(len(earliest)))
    places = begins.take(first)
    spans = zip(places.tolist(), stops.take(first).tolist(), strict=True)
    rank = np.empty(len(earliest), dtype=np.int64)  # set where a run is the first of its equals
    rank[first] = np.arange(len(first))
    offsets = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=offsets[1:])
    return Runs(
        distinct=[text[begin:stop] for begin, stop in spans],
        capital=_capitals(codes, places),
        number=rank.take(earliest),
        starts=offsets,
    )


def _capitals(codes: Encoded, places: Integers) -> NDArray[np.bool_]:
    """Whether capitals stand at these places of a text, which ascend."""
    if not len(places):
        return np.zeros(0, dtype=np.bool_)
    letters = codes.codes[places].astype(np.uint32)
    odd = np.searchsorted(places, codes.odd)
    there = np.flatnonzero(places.take(odd, mode="clip") == codes.odd)
    letters[odd[there]] = codes.odd_codes[there]
    kinds, kind = np.unique(letters, return_inverse=True)
    return np.asarray([chr(code).isupper() for code in kinds.tolist()], dtype=np.bool_)[kind]


def _cuts(starts: Integers) -> list[int]:
    """The first sentence of each block, and the number of sentences."""
    firsts = np.searchsorted(starts, np.arange(int(starts[0]), int(starts[-1]) + 1, _BLOCK))
    return [*np.unique(firsts).tolist(), len(starts)]


def _in_block(
    text: str, codes: Encoded, starts: Integers, ends: Integers, hasher: Hasher
) -> tuple[NDArray[np.int32], NDArray[np.int32], Integers, Hashes]:
    """Where the runs in these sentences begin and stop, how many each sentence has, and their hashes."""
    offset, stop = int(starts[0]), int(ends[-1])
    part = codes.part(offset, stop)
    starts, ends = starts - offset, ends - offset
    begins, stops = _borders(_classes(part), starts, ends)
    first, last = np.searchsorted(begins, starts), np.searchsorted(begins, ends)
    counts = last - first
    if counts.sum() < len(begins):  # some stand between the sentences
        kept = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        begins, stops = begins[kept], stops[kept]
    hashes = hasher.hashes(text[offset:stop], part, begins, stops)
    return (begins + offset).astype(np.int32), (stops + offset).astype(np.int32), counts, hashes


def _classes(part: Encoded) -> NDArray[np.uint8]:
    """By character, whether it makes words, may join two parts of one, or neither."""
    if part.codes.itemsize > 1:
        return _looked_up(part.codes)
    classes = np.frombuffer(bytearray(part.codes).translate(_latin()), dtype=np.uint8)
    classes[part.odd] = _looked_up(part.odd_codes)
    return classes


def _looked_up(codes: Codes) -> NDArray[np.uint8]:
    table = _table()
    classes = table.take(codes, mode="clip")
    if classes.max(initial=0) == _UNKNOWN:
        for code in np.unique(codes[classes == _UNKNOWN]).tolist():
            table[code] = _class(chr(code))
        classes = table.take(codes, mode="clip")
    return classes


@cache
def _table() -> NDArray[np.uint8]:
    """The classes of the characters that were met so far: few of a million ever are."""
    return np.full(_CHARACTERS, _UNKNOWN, dtype=np.uint8)


@cache
def _latin() -> bytes:
    """The classes of the characters of one byte."""
    return bytes(_class(chr(code)) for code in range(256))


def _class(character: str) -> int:
    if _IN_RUNS.match(character):
        return _WORD
    return _INSIDE if character in INSIDE_RUNS else _OUTSIDE


def _borders(classes: NDArray[np.uint8], starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """Where runs begin and where they stop."""
    border = np.zeros(len(classes) + 1, dtype=np.bool_)
    border[starts] = border[ends] = True
    member = np.zeros(len(classes) + 2, dtype=np.bool_)  # one more on either side
    np.equal(classes, _WORD, out=member[1:-1])
    # Few of these marks stand between two characters of words: only those are listed.
    joining = (classes == _INSIDE) & member[:-2] & member[2:]
    joints = np.flatnonzero(joining & ~(border[:-1] | border[1:]))
    member[joints + 1] = True
    edges = np.flatnonzero(member[1:] != member[:-1])
    # Between two characters of words a border is both the end of a run and the beginning of one.
    both = np.concatenate([starts, ends])
    both = both[member[both] & member[both + 1]]
    if len(both):
        both = np.unique(both)
        edges = np.sort(np.concatenate([edges, both, both]))
    return edges[::2].copy(), edges[1::2].copy()
