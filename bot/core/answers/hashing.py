"""Equal stretches of a text get equal numbers, found with NumPy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Codes = NDArray[np.unsignedinteger]
Hashes = NDArray[np.uint64]

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with well mixed bits: 2^64 over the golden ratio
_WINDOW = 8  # bytes that are hashed at once
_MOST_WINDOWS = 8  # longer stretches are few, or a script without blanks
_RARELY = 100  # characters for each one beyond Latin-1, in a text that is told apart by one byte each
_SLOT_BITS = 18  # a table larger than the processor's cache would be slower


def encoded(text: str) -> Codes:
    """The characters of a text in as few bytes each as it needs."""
    for encoding, size in (("latin-1", 1), ("utf-16-le", 2), ("utf-32-le", 4)):
        try:
            data = text.encode(encoding, "surrogatepass")
        except UnicodeEncodeError:
            continue
        if len(data) == size * len(text):
            return np.frombuffer(data, dtype=f"<u{size}")
    raise AssertionError("four bytes hold every character")


class Hasher:
    """Hashes stretches of a text that is handed over part by part."""

    def __init__(self, text: str) -> None:
        """Of the whole text only the kind of its characters is looked at.

        Where few lie beyond Latin-1, one byte stands for each of the others, and words that have one of the
        few ("don’t", with its typographic apostrophe) are looked up: a window then holds twice as much.
        """
        beyond = len(text) - len(text.encode("latin-1", "ignore"))
        self._narrow = beyond * _RARELY <= len(text)
        self._size = 1 if self._narrow else 2 if max(text) <= "\uffff" else 4
        self._seen: dict[str, int] = {}

    def hashes(self, part: str, codes: Codes, begins: Integers, stops: Integers) -> Hashes:
        """A number for each stretch of a part, which `codes` gives `encoded`."""
        odd = np.zeros(0, dtype=np.int64)
        if self._narrow and codes.itemsize > 1:
            odd = _touched(np.flatnonzero(codes > 0xFF), begins, stops)
            data = part.encode("latin-1", "replace")
        else:
            data = codes.astype(f"<u{self._size}").tobytes()
        windows = np.ndarray(
            shape=(len(part),), dtype="<u8", buffer=data + bytes(_WINDOW), strides=(self._size,)
        )
        hashes, open_ = _hashed(windows, begins, stops - begins, _WINDOW // self._size)
        for number in (*odd.tolist(), *open_.tolist()):
            hashes[number] = self._seen.setdefault(part[begins[number] : stops[number]], len(self._seen))
        return hashes * _FACTOR


def _touched(places: Integers, begins: Integers, stops: Integers) -> Integers:
    """The stretches that hold any of these places."""
    number = np.searchsorted(begins, places, side="right") - 1
    number, places = number[number >= 0], places[number >= 0]
    return np.unique(number[places < stops[number]])


def _hashed(
    windows: NDArray[np.uint64], begins: Integers, lengths: Integers, width: int
) -> tuple[Hashes, Integers]:
    """The hashes of stretches whose characters stand `width` in a window, and which ones were too long."""
    bits = 8 * _WINDOW // width
    masks = np.asarray([(1 << bits * count) - 1 for count in range(width + 1)], dtype=np.uint64)
    hashes = _mixed(windows[begins] & masks[np.minimum(lengths, width)])
    open_ = np.flatnonzero(lengths > width)
    for done in range(width, _MOST_WINDOWS * width, width):
        part = windows[begins[open_] + done] & masks[np.minimum(lengths[open_] - done, width)]
        hashes[open_] = _mixed(hashes[open_] ^ part)
        open_ = open_[lengths[open_] > done + width]
    return hashes, open_


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes * _FACTOR
    return hashes ^ (hashes >> np.uint64(32))


def earliest_equal(hashes: Hashes) -> Integers:
    """For each hash the place of the first one that equals it.

    Sorting them all takes five times as long as a table of slots, in which few different ones meet.
    """
    places = np.arange(len(hashes), dtype=np.int32)
    slot = (hashes >> np.uint64(64 - _SLOT_BITS)).astype(np.int32)
    holder = np.empty(1 << _SLOT_BITS, dtype=np.int32)
    holder[slot[::-1]] = places[::-1]  # written backwards, the first one stays
    earliest = holder[slot].astype(np.int64)
    others = np.flatnonzero(hashes[earliest] != hashes)
    if len(others):
        _, first, number = np.unique(hashes[others], return_index=True, return_inverse=True)
        earliest[others] = others[first][number]
    return earliest
