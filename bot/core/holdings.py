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
    found, place_name = _classes(text, lowered, vocabulary(language))
    numbers = numbers_in(text)
    return Holdings(
        numbers=numbers,
        years=frozenset(_YEAR.findall(text)),
        names=frozenset(word.lower() for word in _CAPITAL.findall(text) if word[0].isupper()),
        people=tuple(_people(text)),
        flags=(
            ("calendar", float("calendar" in found)),
            ("unit", float("unit" in found)),
            ("duration", float("unit" in found and ("number" in found or bool(numbers)))),
            ("reason", float("reason" in found)),
            ("place", float("place" in found)),
            ("place_name", float(place_name)),
            ("money", float(_MONEY.search(text) is not None)),
            ("numeral", float("number" in found)),
            ("question", float(text.rstrip().endswith(("?", "？", "؟")))),
        ),
    )


def _classes(text: str, lowered: str, known: Vocabulary) -> tuple[set[str], bool]:
    """The word classes that a sentence has words of, and whether a name follows a preposition of place."""
    if known.held:
        return {name for name, pattern in known.held.items() if pattern.search(lowered)}, False
    found: set[str] = set()
    place_name = False
    same_length = len(text) == len(lowered)  # of nearly every text
    for names, end in known.classes.find(lowered):
        found |= names
        place_name |= same_length and "place" in names and text[end + 1 : end + 2].isupper()
    return found, place_name


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
