"""Equal stretches of a text get equal numbers, found with NumPy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Codes = NDArray[np.unsignedinteger]
Hashes = NDArray[np.uint64]

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with well mixed bits: 2^64 over the golden ratio
_WINDOW = 8  # bytes that are hashed at once
_MOST_WINDOWS = 8  # longer stretches are few, or a script without blanks
_RARELY = 100  # characters for each one beyond Latin-1, in a text that is told apart by one byte each
_SLOT_BITS = 17  # a table larger than the processor's cache would be slower


@dataclass(frozen=True)
class Encoded:
    """The characters of a text in as few bytes each as tell nearly all of them apart."""

    codes: Codes
    odd: Integers  # the few places whose code stands for another character, in order
    odd_codes: Codes  # what stands there

    def part(self, start: int, stop: int) -> Encoded:
        """The characters from `start` to `stop`."""
        first, last = np.searchsorted(self.odd, (start, stop))
        return Encoded(self.codes[start:stop], self.odd[first:last] - start, self.odd_codes[first:last])


def encoded(text: str) -> Encoded:
    """A text as an array of codes.

    Where few of its characters lie beyond Latin-1 (the typographic apostrophe of "don’t"), one byte stands
    for each of the others: a window then holds twice as much as with two.
    """
    narrow = np.frombuffer(text.encode("latin-1", "replace"), dtype=np.uint8)
    replaced = np.flatnonzero(narrow == ord("?"))
    if (len(replaced) - text.count("?")) * _RARELY <= len(text):
        places = [place for place in replaced.tolist() if text[place] != "?"]
        return Encoded(
            narrow,
            np.asarray(places, dtype=np.int64),
            np.asarray([ord(text[place]) for place in places], dtype=np.uint32),
        )
    none = np.zeros(0, dtype=np.int64)
    size = 2 if max(text) <= "\uffff" else 4
    data = text.encode(f"utf-{8 * size}-le", "surrogatepass")
    return Encoded(np.frombuffer(data, dtype=f"<u{size}"), none, none.astype(np.uint32))


class Hasher:
    """Hashes stretches of a text that is handed over part by part."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def hashes(self, text: str, part: Encoded, begins: Integers, stops: Integers) -> Hashes:
        """A number for each stretch of a part of a text, which is given encoded, too."""
        size = part.codes.itemsize
        data = part.codes.tobytes() + bytes(_WINDOW)
        windows = np.ndarray(shape=(len(text),), dtype="<u8", buffer=data, strides=(size,))
        hashes, open_ = _hashed(windows, begins, stops - begins, _WINDOW // size)
        for number in (*_touched(part.odd, begins, stops).tolist(), *open_.tolist()):
            hashes[number] = self._seen.setdefault(text[begins[number] : stops[number]], len(self._seen))
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
    hashes = _mixed(windows[begins] & masks.take(lengths, mode="clip"))
    open_ = np.flatnonzero(lengths > width)
    for done in range(width, _MOST_WINDOWS * width, width):
        part = windows[begins[open_] + done] & masks.take(lengths[open_] - done, mode="clip")
        hashes[open_] = _mixed(hashes[open_] ^ part)
        open_ = open_[lengths[open_] > done + width]
    return hashes, open_


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes * _FACTOR
    hashes ^= hashes >> np.uint64(32)
    return hashes


def earliest_equal(hashes: Hashes) -> Integers:
    """For each hash the place of the first one that equals it.

    Sorting them all takes five times as long as a table of slots, in which few different ones meet.
    """
    slot = (hashes >> np.uint64(64 - _SLOT_BITS)).view(np.int64)
    holder = np.empty(1 << _SLOT_BITS, dtype=np.int32)
    # Written backwards, the first one stays.
    holder[slot[::-1]] = np.arange(len(hashes) - 1, -1, -1, dtype=np.int32)
    earliest = holder[slot].astype(np.int64)
    others = np.flatnonzero(hashes[earliest] != hashes)
    if len(others):
        _, first, number = np.unique(hashes[others], return_index=True, return_inverse=True)
        earliest[others] = others[first][number]
    return earliest
