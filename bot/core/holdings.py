"""What a sentence holds that could answer a question: names, numbers, dates, durations, reasons, places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.article_index import ArticleIndex
from bot.core.question_words import vocabulary

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_CAPITAL = re.compile(r"(?<=[\w,;:’'»”)] )[^\W\d_]\w+")
_MONEY = re.compile(r"[$€£¥₽₹%]")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one sentence holds, whatever is asked."""

    numbers: frozenset[str]
    years: frozenset[str]
    names: frozenset[str]  # lower-cased
    flags: tuple[tuple[str, float], ...]

    def beside(self, question: str) -> dict[str, float]:
        """What it holds beyond what a lower-cased question itself says."""
        asked = set(_NUMBER.findall(question))
        fresh = sum(name not in question for name in self.names)
        return {
            "number": float(bool(self.numbers - asked)),
            "year": float(bool(self.years - asked)),
            "name": min(fresh, 3) / 3,
            **dict(self.flags),
        }


def holdings(index: ArticleIndex, number: int) -> Holdings:
    """What a sentence holds; worked out once for each sentence of an index."""
    known = index.holdings.get(number)
    if known is None:
        known = index.holdings[number] = _read(index.article.sentences[number].text, index.article.language)
    return known


def _read(text: str, language: str) -> Holdings:
    lowered = text.lower()
    known = vocabulary(language)
    numbers = frozenset(_NUMBER.findall(text))
    numeral = known.numeral.search(lowered) is not None
    unit = known.unit.search(lowered) is not None
    return Holdings(
        numbers=numbers,
        years=frozenset(_YEAR.findall(text)),
        names=frozenset(word.lower() for word in _CAPITAL.findall(text) if word[0].isupper()),
        flags=(
            ("calendar", float(known.calendar.search(lowered) is not None)),
            ("unit", float(unit)),
            ("duration", float(unit and (numeral or bool(numbers)))),
            ("reason", float(known.reason.search(lowered) is not None)),
            ("place", float(known.place.search(lowered) is not None)),
            ("money", float(_MONEY.search(text) is not None)),
            ("numeral", float(numeral)),
            ("question", float(text.rstrip().endswith(("?", "？", "؟")))),
        ),
    )
