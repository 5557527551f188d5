"""Names that a text gives in full once and shortens afterwards, as people's are.

They are told by their capitals, so scripts without them have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.core.keyword_words import ADDRESSES
from bot.core.tokens import stop_words

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘȚŤŪŮŰŲŹŻŽΑ-ΩΆ-ΏА-ЯЁІЇЄҐЎ"
_REST = r"(?:[\w’'-]*\w)?"
_WORD = rf"[{_CAPITAL}]{_REST}"
_PARTICLES = r"(?:(?:de|del|della|da|di|van|von|der|den|bin|al|el|la|le|du) ){0,2}"
# What stands before a row is looked at behind its first capital: the engine skips to that at full speed.
_ROW = re.compile(rf"[{_CAPITAL}](?<![\w’'-].){_REST}(?: {_PARTICLES}{_WORD}){{0,4}}")
_POSSESSIVE = re.compile("[’']s?$")
_INITIALS = 2  # characters
_LEAST_SHORT = 2  # uses of a short name; "South Africa" and one "Africa" are two things


def names_in(text: str, language: str) -> Iterator[list[str]]:
    """The rows of capitalised words of a text, without the small words that open sentences and addresses."""
    small = stop_words(language)
    for row in _ROW.findall(text):
        words = [word for word in row.split() if word[0].isupper()]
        while words and (words[0].lower() in small or words[0].lower() in ADDRESSES):
            words = words[1:]
        if words and len(words[-1]) > _INITIALS:
            yield [_POSSESSIVE.sub("", word) if "’" in word or "'" in word else word for word in words]


def introductions(rows: Sequence[Sequence[Sequence[str]]]) -> dict[str, int]:
    """The sentence that gives a name in full first, by the last word of the name."""
    found: dict[str, int] = {}
    for place, names in enumerate(rows):
        for name in names:
            if len(name) > 1:
                found.setdefault(name[-1], place)
    return found


def shortened(first: dict[str, int], rows: Sequence[Sequence[Sequence[str]]], known: set[str]) -> list[str]:
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
