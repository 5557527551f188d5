"""Which sentences call somebody by a short name that only an earlier sentence gives in full.

"Levin thinks otherwise" is hardly understood before "Ada Levin, a biologist in Lund, …". Names are told
by their capitals, so scripts without them have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Sentence
from bot.core.tokens import stop_words

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘȚŤŪŮŰŲŹŻŽΑ-ΩΆ-ΏА-ЯЁІЇЄҐЎ"
_WORD = rf"[{_CAPITAL}](?:[\w’'-]*\w)?"
_PARTICLES = r"(?:(?:de|del|della|da|di|van|von|der|den|bin|al|el|la|le|du) ){0,2}"
# Not "(…)*+": before 3.11.5 Python loses matches of possessive quantifiers (python/cpython#106052).
_ROW = re.compile(rf"(?<![\w’'-]){_WORD}(?: {_PARTICLES}{_WORD}){{0,4}}")
_POSSESSIVE = re.compile("[’']s?$")
_MOST_NAMES = 200  # of a text: what each costs is a column beside its sentences
_INITIALS = 2  # characters
_LEAST_SHORT = 2  # uses of a short name; "South Africa" and one "Africa" are two things


@dataclass(frozen=True)
class Mentions:
    """The names that a text shortens, by sentence: a column a name."""

    whole: NDArray[np.bool_]  # the sentence has it in full
    short: NDArray[np.bool_]  # the sentence has it shortened alone, and an earlier one has it in full

    @classmethod
    def of(cls, sentences: Sequence[Sentence], title: str, language: str) -> Mentions:
        """The mentions in sentences in reading order. Names that the title has are known to the reader."""
        rows = [list(_names(sentence.text, language)) for sentence in sentences]
        first = _introductions(rows)
        known = {word for name in _names(title, language) for word in name}
        chosen = _shortened(first, rows, known)[:_MOST_NAMES]
        number = {last: index for index, last in enumerate(chosen)}
        whole = np.zeros((len(sentences), len(chosen)), dtype=np.bool_)
        short = whole.copy()
        for place, names in enumerate(rows):
            for name in names:
                index = number.get(name[-1])
                if index is not None:
                    (whole if len(name) > 1 else short)[place, index] = True
        introduced = np.array([first[last] for last in chosen], dtype=np.intp)
        short &= ~whole & (np.arange(len(sentences))[:, np.newaxis] > introduced)
        return cls(whole, short)


def _names(text: str, language: str) -> Iterator[list[str]]:
    """The rows of capitalised words of a text, without the small words that open sentences."""
    small = stop_words(language)
    for match in _ROW.finditer(text):
        words = [_POSSESSIVE.sub("", word) for word in match.group().split() if word[0].isupper()]
        while words and words[0].lower() in small:
            words = words[1:]
        if words and len(words[-1]) > _INITIALS:
            yield words


def _introductions(rows: Sequence[Sequence[Sequence[str]]]) -> dict[str, int]:
    """The sentence that gives a name in full first, by the last word of the name."""
    found: dict[str, int] = {}
    for place, names in enumerate(rows):
        for name in names:
            if len(name) > 1:
                found.setdefault(name[-1], place)
    return found


def _shortened(first: dict[str, int], rows: Sequence[Sequence[Sequence[str]]], known: set[str]) -> list[str]:
    """The last words of names that are used alone more often than in full, as people's are: the most frequent
    first.
    """
    alone: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for place, names in enumerate(rows):
        for name in names:
            last = name[-1]
            if last in first and last not in known:
                full[last] += len(name) > 1
                alone[last] += len(name) == 1 and place > first[last]
    return [last for last, times in alone.most_common() if times >= _LEAST_SHORT and times > full[last]]
