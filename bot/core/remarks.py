"""What people write that asks nothing: thanks, "ok", a thumb."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.core.data import words

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4


def is_remark(text: str) -> bool:
    """Whether a message only thanks, agrees or shows a picture: "thanks!", "ok", "👍".

    A question mark or a digit makes it something else, and so does any word beside those few.
    """
    if "?" in text or any(map(str.isdigit, text)):
        return False
    found = _WORD.findall(text.lower())
    if not found:
        return any(unicodedata.category(character) == "So" for character in text)
    return len(found) <= _MOST_WORDS and _known().issuperset(found)


@cache
def _known() -> frozenset[str]:
    return frozenset(word for listed in words("remarks").values() for word in listed)
