"""What a sentence holds that could answer a question: names, numbers, dates, durations, reasons, places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.question_words import Vocabulary, vocabulary

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_CAPITAL = re.compile(r"(?<=[\w,;:’'»”)] )[^\W\d_]\w+")
_NAME = re.compile(r"(?<![\w’'-])[^\W\d_][\w’'-]*\w(?: [^\W\d_][\w’'-]*\w)+")
_MONEY = re.compile(r"[$€£¥₽₹%]")
_MOST_NAMES = 3  # more names than that make no sentence a better answer


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one sentence holds, whatever is asked."""

    numbers: frozenset[str]
    years: frozenset[str]
    names: frozenset[str]  # lower-cased
    people: tuple[str, ...]  # two and more capitalised words in a row, lower-cased
    flags: tuple[tuple[str, float], ...]

    def beside(self, question: str, asked: frozenset[str]) -> dict[str, float]:
        """What it holds beyond what a lower-cased question and the numbers `asked` in it say themselves."""
        fresh = sum(name not in question for name in self.names)
        return {
            "number": float(not self.numbers <= asked),
            "year": float(not self.years <= asked),
            "name": min(fresh, _MOST_NAMES) / _MOST_NAMES,
            "person": float(any(name not in question for name in self.people)),
            **dict(self.flags),
        }


def numbers_in(text: str) -> frozenset[str]:
    """The numbers that stand in a text, as digits."""
    return frozenset(_NUMBER.findall(text))


def read_holdings(text: str, language: str) -> Holdings:
    """What a sentence holds."""
    lowered = text.lower()
    known = vocabulary(language)
    numbers = numbers_in(text)
    numeral = known.numeral.search(lowered) is not None
    unit = known.unit.search(lowered) is not None
    return Holdings(
        numbers=numbers,
        years=frozenset(_YEAR.findall(text)),
        names=frozenset(word.lower() for word in _CAPITAL.findall(text) if word[0].isupper()),
        people=tuple(_people(text)),
        flags=(
            ("calendar", float(known.calendar.search(lowered) is not None)),
            ("unit", float(unit)),
            ("duration", float(unit and (numeral or bool(numbers)))),
            ("reason", float(known.reason.search(lowered) is not None)),
            ("place", float(known.place.search(lowered) is not None)),
            ("place_name", float(_has_place_name(text, lowered, known))),
            ("money", float(_MONEY.search(text) is not None)),
            ("numeral", float(numeral)),
            ("question", float(text.rstrip().endswith(("?", "？", "؟")))),
        ),
    )


def _people(text: str) -> list[str]:
    """Rows of capitalised words; the pattern takes any words, as `re` knows capitals of few scripts."""
    found = []
    for match in _NAME.finditer(text):
        row: list[str] = []
        for word in [*match.group().split(" "), ""]:
            if word[:1].isupper():
                row.append(word)
                continue
            if len(row) > 1:
                found.append(" ".join(row).lower())
            row = []
    return found


def _has_place_name(text: str, lowered: str, known: Vocabulary) -> bool:
    """Whether a name follows a preposition of place; lower case keeps the length of nearly every text."""
    return len(text) == len(lowered) and any(
        text[match.end() + 1 : match.end() + 2].isupper() for match in known.place.finditer(lowered)
    )
