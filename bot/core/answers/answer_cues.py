"""What a sentence holds that could answer a question: names, numbers, dates, durations, reasons, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.lexicon.question_words import vocabulary

_NUMBER = re.compile(r"\d+")
_HEAD = re.compile(r"[^\W\d_]\w+")
_NAME = re.compile(r"[^\W\d_][\w’'-]*\w")
_OPENING = "“„«\"'‘(["
_GOES_ON = frozenset(",;:’'»”)")  # what may stand before a capital that opens no sentence, beside a word
_QUOTED = re.compile(r"[“”„«»\"‘「『]")
_MONEY = re.compile(r"[$€£¥₽₹%]")
FLAGS = (
    "calendar",
    "unit",
    "duration",
    "reason",
    "place",
    "place_name",
    "naming",
    "quoted",
    "money",
    "numeral",
    "question",
)
CUES = ("number", "year", "name", "person", *FLAGS)
_MOST_NAMES = 3  # more names than that make no sentence a better answer


@dataclass(frozen=True, slots=True)
class AnswerCues:
    """What one sentence holds, whatever is asked."""

    numbers: frozenset[str]
    years: frozenset[str]
    names: frozenset[str]  # lower-cased
    people: tuple[str, ...]  # two and more capitalised words in a row, lower-cased
    flags: tuple[float, ...]  # whether it has something of each of FLAGS

    def beside(self, question: str, asked: frozenset[str]) -> tuple[float, ...]:
        """What it holds beyond what a lower-cased question and the numbers `asked` in it say themselves.

        One value for each of CUES.
        """
        fresh = sum(name not in question for name in self.names)
        return (
            float(not self.numbers <= asked),
            float(not self.years <= asked),
            min(fresh, _MOST_NAMES) / _MOST_NAMES,
            float(any(name not in question for name in self.people)),
            *self.flags,
        )


def numbers_in(text: str) -> frozenset[str]:
    """The numbers that stand in a text, as digits."""
    return frozenset(_NUMBER.findall(text))


def read_cues(text: str, language: str) -> AnswerCues:
    """What a sentence holds."""
    lowered = text.lower()
    known = vocabulary(language)
    found = known.classes_in(lowered)
    if language == "ko":
        found |= {name for name, pattern in _KOREAN.items() if pattern.search(text)}
    numbers = numbers_in(text)
    names, people, place_name = _names(text, language)
    return AnswerCues(
        numbers=numbers,
        years=frozenset(filter(_is_year, numbers)),
        names=names,
        people=people,
        flags=(
            float("calendar" in found),
            float("unit" in found),
            float("unit" in found and ("number" in found or bool(numbers))),
            float("reason" in found),
            float("place" in found),
            float(place_name),
            float("naming" in found),
            float(_QUOTED.search(text) is not None),
            float(_MONEY.search(text) is not None),
            float("number" in found),
            float(text.rstrip().endswith(("?", "？", "؟"))),
        ),
    )


# Written onto their number: "9월 5일부터", "30분마다".
_KOREAN = {
    "calendar": re.compile(r"\d ?(?:월|일(?!간)|시(?!간)|년(?!간))"),
    "unit": re.compile(r"\d ?(?:시간|분|초|일|주|개월|년|달)"),
}


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("1", "20"))


def _names(text: str, language: str) -> tuple[frozenset[str], tuple[str, ...], bool]:
    """Capitalised words that open no sentence, rows of two and more capitalised words, all in lower case; and
    whether a capitalised word follows a preposition of place.

    By pieces between blanks, of which only those that do not begin with a small letter are looked at: `re`
    knows capitals of few scripts.
    """
    names: set[str] = set()
    people: list[str] = []
    row: list[str] = []
    open_ = -1  # the place of the piece that may go on the row
    place_name = False
    pieces = text.split(" ")
    for place in [place for place, piece in enumerate(pieces) if not piece[:1].islower()]:
        piece = pieces[place]
        bare = piece.lstrip(_OPENING)
        name = _NAME.match(bare) if bare[:1].isupper() else None
        if row and (name is None or bare != piece or place != open_):
            people += _in_row(row)
            row = []
        if name is not None:
            row.append(name.group())
            open_ = place + 1
            if name.end() < len(bare):
                people += _in_row(row)
                row = []
        if place and piece[:1].isupper() and _goes_on(pieces[place - 1]) and (head := _HEAD.match(piece)):
            names.add(head.group().lower())
            place_name = place_name or _leads_to_place(pieces[place - 1], language)
    people += _in_row(row)
    return frozenset(names), tuple(people), place_name


def _goes_on(piece: str) -> bool:
    """Whether a capital behind this piece opens no sentence."""
    return piece[-1:].isalnum() or piece[-1:] in _GOES_ON


@lru_cache(maxsize=4_096)
def _leads_to_place(piece: str, language: str) -> bool:
    """Whether a piece is a preposition of place: few different ones stand before most names."""
    return vocabulary(language).is_in(piece.lstrip(_OPENING).lower(), "place")


def _in_row(row: list[str]) -> list[str]:
    return [" ".join(row).lower()] if len(row) > 1 else []
