"""Which closed word classes (numerals, months, prepositions of place, …) a sentence has words of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from bot.core.lexicon.scripts import MARKS

_WORD = re.compile(rf"[\w{MARKS}]+")


class WordClasses:
    """The entries of several classes in one table: a sentence is gone through once for all of them.

    An entry is a word, a beginning of words ("jahrhundert*"), or several words ("thanks to").
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        """`entries` gives each class its entries, separated by "|"; what follows a "=" in one is left out."""
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._beginning: defaultdict[str, set[str]] = defaultdict(set)
        # By its first word, each phrase as written, as a pattern, and its class.
        self._phrases: defaultdict[str, set[tuple[str, re.Pattern[str], str]]] = defaultdict(set)
        for name, listed in entries.items():
            for entry in filter(None, listed.split("|")):
                self._add(entry.split("=")[0], name)
        self._words = frozenset(self._whole)
        self._heads = frozenset(self._phrases)
        self._beginnings = frozenset(self._beginning)
        self._sizes = sorted({len(beginning) for beginning in self._beginning})

    def _add(self, entry: str, name: str) -> None:
        bare = entry.removesuffix("*")
        if _WORD.fullmatch(bare) is None:
            self._phrases[_WORD.findall(bare)[0]].add((bare, _phrase(entry), name))
        elif bare == entry:
            self._whole[bare].add(name)
        else:
            self._beginning[bare].add(name)

    def found_in(self, lowered: str) -> set[str]:
        """The classes that a lower-cased text has a word or phrase of."""
        words = set(_WORD.findall(lowered))
        found: set[str] = set()
        for word in words & self._words:
            found |= self._whole[word]
        for size in self._sizes:
            for beginning in {word[:size] for word in words} & self._beginnings:
                found |= self._beginning[beginning]
        for head in words & self._heads:
            for bare, pattern, name in self._phrases[head]:
                if bare in lowered and pattern.search(lowered):  # the first test is the quicker one
                    found.add(name)
        return found

    def of_word(self, lowered: str) -> set[str]:
        """The classes of one lower-cased word."""
        beginnings = {lowered[:size] for size in self._sizes} & self._beginnings
        return set().union(self._whole.get(lowered, ()), *(self._beginning[each] for each in beginnings))


def _phrase(entry: str) -> re.Pattern[str]:
    after = "" if entry.endswith("*") else rf"(?![\w{MARKS}])"
    return re.compile(rf"(?<!\w){re.escape(entry.removesuffix('*'))}{after}")
