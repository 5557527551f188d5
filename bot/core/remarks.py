"""What people write that asks nothing: thanks, "ok", a thumb, a greeting."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.core.data import words

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4
_LONGEST_GREETING = 8  # words


def is_remark(text: str) -> bool:
    """Whether a message only thanks, agrees or shows a picture: "thanks!", "ok", "👍".

    A question mark or a digit makes it something else, and so does any word beside those few.
    """
    if "?" in text or any(map(str.isdigit, text)):
        return False
    found = _WORD.findall(text.lower())
    if not found:
        return any(unicodedata.category(character) == "So" for character in text)
    return len(found) <= _MOST_WORDS and _known("thanks", "agreement").issuperset(found)


def is_thanks(text: str) -> bool:
    """Whether a remark thanks, so that "you're welcome" is an answer to it."""
    found = _WORD.findall(text.lower())
    return is_remark(text) and not _known("thanks").isdisjoint(set(found) - _known("agreement"))


def is_greeting(text: str) -> bool:
    """Whether a message only greets: "hi", "Good morning!", "Hello, how are you?"."""
    found = _WORD.findall(text.lower())
    if not found or len(found) > _LONGEST_GREETING or any(map(str.isdigit, text)) or is_remark(text):
        return False
    return found[0] in _known("greeting") and _known("greeting", "greeted").issuperset(found)


@cache
def _known(*lists: str) -> frozenset[str]:
    return frozenset(word for name in lists for word in words("remarks")[name])
