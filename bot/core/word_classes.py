"""Which closed word classes (numerals, months, prepositions of place, …) a sentence has words of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.core.scripts import MARKS

_WORD = re.compile(rf"[\w{MARKS}]+")


class WordClasses:
    """The entries of several classes in one table: a sentence is gone through once for all of them.

    An entry is a word, a beginning of words ("jahrhundert*"), or several words ("thanks to").
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        """`entries` gives each class its entries, separated by "|"; what follows a "=" in one is left out."""
        self._whole: dict[str, frozenset[str]] = {}
        self._beginning: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, dict[str, frozenset[str]]] = {}
        for name, listed in entries.items():
            for entry in filter(None, listed.split("|")):
                self._add(entry.split("=")[0], name)
        self._sizes = sorted({len(beginning) for beginning in self._beginning})

    def _add(self, entry: str, name: str) -> None:
        head = _WORD.match(entry)
        if head is None or head.end() < len(entry.removesuffix("*")):
            phrases = self._phrases.setdefault(head.group() if head else "", {})
            phrases[entry] = phrases.get(entry, frozenset()) | {name}
        else:
            table = self._beginning if entry.endswith("*") else self._whole
            bare = entry.removesuffix("*")
            table[bare] = table.get(bare, frozenset()) | {name}

    def find(self, lowered: str) -> Iterator[tuple[frozenset[str], int]]:
        """The classes of each word or phrase of a lower-cased text that is in any, and where it ends."""
        for match in _WORD.finditer(lowered):
            word = match.group()
            if word in self._whole:
                yield self._whole[word], match.end()
            for size in self._sizes:
                if word[:size] in self._beginning:
                    yield self._beginning[word[:size]], match.end()
            for phrase, names in self._phrases.get(word, _NONE).items():
                end = match.start() + len(phrase.removesuffix("*"))
                if lowered.startswith(phrase.removesuffix("*"), match.start()) and (
                    phrase.endswith("*") or not _WORD.match(lowered, end)
                ):
                    yield names, end


_NONE: Mapping[str, frozenset[str]] = {}
