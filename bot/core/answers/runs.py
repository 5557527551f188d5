"""The runs of word characters in the sentences of a text, found with NumPy.

A long text has 100,000 of them but few different ones, and only those need to become strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bot.core.lexicon.words import INSIDE_RUNS, RUN_CHARACTERS

Integers = NDArray[np.int64]
Codes = NDArray[np.unsignedinteger]
Hashes = NDArray[np.uint64]

_OUTSIDE, _WORD, _INSIDE, _UNKNOWN = range(4)
_CHARACTERS = 0x110000
_IN_RUNS = re.compile(f"[{RUN_CHARACTERS}]")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with well mixed bits: 2^64 over the golden ratio
_WINDOW = 8  # bytes that are hashed at once
_MOST_WINDOWS = 8  # longer runs are few, or a script without blanks
_BLOCK = 1 << 15  # characters: the numbers that NumPy makes of them meanwhile stay in the processor's cache
_SLOT_BITS = 18  # a table larger than the processor's cache would be slower


@dataclass(frozen=True)
class Runs:
    """Every run of word characters, as `bot.core.lexicon.words` cuts them, in reading order."""

    distinct: list[str]  # as written, in order of first appearance
    number: Integers  # of each run, its place in `distinct`
    starts: Integers  # where each sentence's runs begin; one more entry than there are sentences


def find_runs(text: str, starts: Integers, ends: Integers) -> Runs:
    """The runs of a text in the sentences that lie at `starts` to `ends`, which ascend and do not overlap.

    A border between sentences also ends a run ("end.Next"). Runs are told apart by a 64-bit hash.
    """
    data, codes = _encoded(text)
    begins, stops = _borders(_classes(codes), starts, ends)
    first, last = np.searchsorted(begins, starts), np.searchsorted(begins, ends)
    counts = last - first
    offsets = np.r_[0, np.cumsum(counts)].astype(np.int64)
    kept = np.repeat(first - offsets[:-1], counts) + np.arange(offsets[-1])
    begins, stops = begins[kept], stops[kept]
    earliest = _earliest_equal(_hashes(text, data, codes.itemsize, begins, stops))
    new = earliest == np.arange(len(earliest))
    spans = zip(begins[new].tolist(), stops[new].tolist(), strict=True)
    number = (np.cumsum(new) - 1)[earliest]
    return Runs([text[begin:stop] for begin, stop in spans], number, offsets)


def _encoded(text: str) -> tuple[bytes, Codes]:
    """The characters of a text in as few bytes each as it needs, with room for a window behind them."""
    padding = bytes(_WINDOW)
    for encoding, size in (("latin-1", 1), ("utf-16-le", 2), ("utf-32-le", 4)):
        try:
            data = text.encode(encoding, "surrogatepass")
        except UnicodeEncodeError:
            continue
        if len(data) == size * len(text):
            return data + padding, np.frombuffer(data, dtype=f"<u{size}")
    raise AssertionError("four bytes hold every character")


def _classes(codes: Codes) -> NDArray[np.uint8]:
    """By character, whether it makes words, may join two parts of one, or neither."""
    table = _table()
    classes = np.empty(len(codes), dtype=np.uint8)
    for begin in range(0, len(codes), _BLOCK):
        block, found = codes[begin : begin + _BLOCK], classes[begin : begin + _BLOCK]
        np.take(table, block, out=found, mode="clip")
        if found.max() == _UNKNOWN:
            for code in np.unique(block[found == _UNKNOWN]).tolist():
                table[code] = _class(chr(code))
            np.take(table, block, out=found, mode="clip")
    return classes


@cache
def _table() -> NDArray[np.uint8]:
    """The classes of the characters that were met so far: few of a million ever are."""
    return np.full(_CHARACTERS, _UNKNOWN, dtype=np.uint8)


def _class(character: str) -> int:
    if _IN_RUNS.match(character):
        return _WORD
    return _INSIDE if character in INSIDE_RUNS else _OUTSIDE


def _borders(classes: NDArray[np.uint8], starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """Where runs begin and where they stop."""
    border = np.zeros(len(classes) + 1, dtype=np.bool_)
    border[starts] = border[ends] = True
    member = np.zeros(len(classes) + 2, dtype=np.bool_)  # one more on either side
    member[1:-1] = classes == _WORD
    joints = np.flatnonzero(classes == _INSIDE)
    joining = member[joints] & member[joints + 2] & ~border[joints] & ~border[joints + 1]
    member[joints[joining] + 1] = True
    before, here = member[:-1], member[1:]
    return np.flatnonzero(here & (border | ~before)), np.flatnonzero(before & (border | ~here))


def _hashes(text: str, data: bytes, size: int, begins: Integers, stops: Integers) -> Hashes:
    """A number for each stretch of a text (`size` bytes a character), the same for equal ones."""
    windows = np.ndarray(shape=(len(text),), dtype="<u8", buffer=data, strides=(size,))
    width = _WINDOW // size
    masks = np.asarray([(1 << 8 * size * count) - 1 for count in range(width + 1)], dtype=np.uint64)
    lengths = stops - begins
    hashes = np.zeros(len(begins), dtype=np.uint64)
    for done in range(0, _MOST_WINDOWS * width, width):
        open_ = np.flatnonzero(lengths > done)
        if not len(open_):
            break
        part = windows[begins[open_] + done] & masks[np.minimum(lengths[open_] - done, width)]
        mixed = (hashes[open_] ^ part) * _FACTOR
        hashes[open_] = mixed ^ (mixed >> np.uint64(32))
    long = np.flatnonzero(lengths > _MOST_WINDOWS * width)
    seen: dict[str, int] = {}
    for run, begin, stop in zip(long.tolist(), begins[long].tolist(), stops[long].tolist(), strict=True):
        hashes[run] = seen.setdefault(text[begin:stop], len(seen))
    return hashes * _FACTOR


def _earliest_equal(hashes: Hashes) -> Integers:
    """For each hash the place of the first one that equals it.

    Sorting them all takes five times as long as a table of slots, in which few different ones meet.
    """
    places = np.arange(len(hashes))
    slot = (hashes >> np.uint64(64 - _SLOT_BITS)).astype(np.int64)
    holder = np.zeros(1 << _SLOT_BITS, dtype=np.int64)
    holder[slot[::-1]] = places[::-1]  # written backwards, the first one stays
    earliest = holder[slot]
    others = np.flatnonzero(hashes[earliest] != hashes)
    if len(others):
        _, first, number = np.unique(hashes[others], return_index=True, return_inverse=True)
        earliest[others] = others[first][number]
    return earliest
