"""Whether a question is asked in another language than that of the article it is about."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.core.lexicon.stopwords import stop_words

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2  # small words of a language: one alone may be a name, or a word of several languages


def is_foreign(question: str, language: str, others: Collection[str]) -> bool:
    """Whether a question has far more small words of one of the other languages than of the article's.

    All are ISO 639-1 codes. False where the article's language has no list of them, and in doubt.
    A model of languages would need a longer text than a question is.
    """
    if not stop_words(language):
        return False
    words = set(_WORD.findall(question.lower()))
    own = len(words & stop_words(language))
    most = max((len(words & stop_words(code)) for code in others if code != language), default=0)
    return most >= _FEWEST and most > 2 * own
