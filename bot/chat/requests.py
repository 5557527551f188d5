"""What the words after a command mean."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import time
from typing import Final

MOST_SENTENCES: Final = 999  # that a summary can be asked to have; who writes more wants all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How a summary is wanted, as in "3 about prices"."""

    sentences: int | None = None
    about: str | None = None
    other: str = ""  # words that say neither

    @property
    def plain(self) -> bool:
        """Whether nothing special is wanted."""
        return self.sentences is None and self.about is None


_REQUEST = re.compile(r"(?P<count>\d{1,9})?\b\s*(?:(?P<word>[^\W\d_]+)\s+(?P<about>.+))?", re.DOTALL)


def parse_request(words: str, about_words: AbstractSet[str]) -> Request:
    """Read "about prices", "3" or "3 about prices"; anything else is `other`.

    `about_words` are the words that open a topic, lower-cased, of every language that the bot speaks.
    """
    words = words.strip()
    match = _REQUEST.fullmatch(words)
    if not words or match is None:
        return Request(other=words)
    word, about = match["word"], match["about"]
    if word is not None and word.lower() not in about_words:
        return Request(other=words)
    if word is not None:
        second, _, rest = about.partition(" ")  # "acerca de", "riguardo a"
        if rest and f"{word} {second}".lower() in about_words:
            about = rest.strip()
    count = min(int(match["count"]), MOST_SENTENCES) if match["count"] else None
    if count == 0:
        return Request(other=words)
    return Request(sentences=count, about=about)


_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:h|uhr)?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_APART = re.compile(r"(?<=\d)\s+(?=(?:[ap]\.?m\b|h\b|uhr\b))", re.IGNORECASE)  # "6 pm"


def times_of_day(words: str) -> tuple[time, ...]:
    """The times in "18:00", "6 pm" or "8, 13.30 18h"; none where there is anything else, or no such time."""
    found = [_TIME.fullmatch(word) for word in _APART.sub("", words).replace(",", " ").split()]
    try:
        return tuple(_time(match) for match in found if match) if all(found) else ()
    except ValueError:  # no clock shows that
        return ()


def _time(match: re.Match[str]) -> time:
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return time(hour, minute)


def after_command(text: str) -> str:
    """What follows the command word of a message, line breaks and all."""
    return "".join(text.split(maxsplit=1)[1:])


def whole_number(word: str, most_digits: int = 18) -> int | None:
    """The number that a word is, in the digits of any script: "12", "-5", "١٢"; None for what is none."""
    digits = word.removeprefix("-")
    return int(word) if digits.isdecimal() and len(digits) <= most_digits else None
