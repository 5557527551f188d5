"""How much a word tells about the text that it stands in: everyday words stand in any text and question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.core.answers.answer_types import everyday_words
from bot.core.data import words
from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.question_words import vocabulary

# By grade of data/common_words.txt: log(share of articles) over log(1/30), in the middle of each grade.
_TELLING = {"1": 0.25, "2": 0.45, "3": 0.7}
EVERYDAY = 0.35  # at most: what such a word tells


@cache
def telling(language: str) -> Mapping[str, float]:
    """For each everyday term how much it tells, 0 to 1; all others tell 1."""
    found: dict[str, float] = {}
    for grade, listed in words("common_words", language).items():
        found |= dict.fromkeys(listed, _TELLING[grade])
    for term in term_forms((*everyday_words(language), *vocabulary(language).telling), language):
        found[term] = min(EVERYDAY, found.get(term, 1.0))
    return found
