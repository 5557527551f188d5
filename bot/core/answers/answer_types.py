"""What a question wants more exactly than its question word says (an age, a sum, a length, a time of day, how
often, whether something is allowed), and whether a sentence tells it. Words are read from
`data/answer_types.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.core.lexicon.accents import in_haste, plain
from bot.core.lexicon.question_words import UNSPACED, vocabulary
from bot.core.lexicon.scripts import MARKS
from bot.core.lexicon.word_classes import WordClasses

# Types that only a number beside the word tells; the others are told by the word alone.
MEASURED = ("money", "length", "weight", "warmth", "speed", "age", "share")
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|(?:[^\W\d_]|[{MARKS}])+|[°%٪％$€£¥₽₹]")
_SIGNS = dict.fromkeys("%٪％", "share") | dict.fromkeys("€$£¥₽₹", "money")
_BESIDE = 3  # words between a number and its unit, the unit included: "2.4 million euros"
# A number on its own between words and marks, as in "Joan Pettit, 54, said", or "She was 91.", or between
# "is" and "and" in any language.
_AGE = re.compile(
    r"[^\W\d_](?:,? | \()\d{1,3}(?=[,.;)!?]|$)(?![.,]\d)"
    r"|[^\W\d_] (?:is|was|ist|war|est|es|era|è|é|är|er|var) \d{1,3} (?:and|und|et|y|e|en|och|og)\b"
    # "he is": a Russian or Ukrainian age has its person before it, and any word for years behind it.
    r"|\d{1,3} साल (?:का|की|के) (?:है|हैं|था|थी|थे)"
    r"|\b(?:ему|ей|мне|йому|їй|мені)(?: [^\W\d_]+)? \d{1,3} (?:год|лет|рок)"
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:.][0-5]\d(?!\d| ?[%°€$])| ?[ap]\.?m\b| ?h(?: ?[0-5]\d)?\b)")
# How long something is, in metres: whatever lasts long tells hours, which are no type. How high it is: a
# tower or a fine, but nobody's age.
_WIDER = {"extent": ("length",), "amount": tuple(name for name in MEASURED if name != "age")}
TOLD_BY_A_WORD = frozenset({"often", "clock", "allowed"})
_FREE = ("money", "often", "clock", "allowed")
_COUNTING, _OTHERWISE = ("many", "long"), ("who", "where", "why")  # kinds of questions
_NOTHING = r"(?!)"


@dataclass(frozen=True)
class AnswerTypes:
    """The words of one language that ask for each type, and that tell it."""

    asks: Mapping[str, re.Pattern[str]]
    what: re.Pattern[str]  # question words that ask for no yes or no: "What can I do?" asks for no permission
    counted: Mapping[str, re.Pattern[str]]  # the same with words that ask for it only beside "how much"
    says: WordClasses
    sides: WordClasses  # words for the ways in which something is measured: its height, its width …
    asking: frozenset[str]  # words that ask for any of them: "cost" stands in no "ticket for 8 euros"

    def wanted(self, question: str, kind: str) -> frozenset[str]:
        """The types that a lower-cased question of this kind asks for; none for most."""
        if kind in _OTHERWISE:
            return frozenset()
        asks = self.counted if kind in _COUNTING else self.asks
        found = {name for name, pattern in asks.items() if pattern.search(question)}
        if "allowed" in found:
            what = self.what.search(question)
            may = asks["allowed"].search(question)
            # "May I see how the cheese is made?" asks for a yes or no all the same.
            if what and may and what.start() < may.start():
                found.remove("allowed")
        return frozenset(found & {"clock"} if kind == "when" else found)


@cache
def answer_types(language: str) -> AnswerTypes:
    """Those of a language (ISO 639-1); in one that is not known nothing is ever wanted."""
    mine = _tables().get(language, {})
    shared = _tables()["all"]["says"]
    anywhere = language in UNSPACED
    asks, own = mine.get("asks", {}), {} if anywhere else mine.get("says", {})
    says = {name: "|".join(filter(None, (shared.get(name), own.get(name)))) for name in {*shared, *own}}
    # What stands alone in a language's own list of sums tells a price without a number ("free of charge").
    says["free"] = own.get("money", "")
    asking = _asking_anywhere if anywhere else _asking
    return AnswerTypes(
        asks={name: asking(entries, language, counted=False) for name, entries in asks.items()},
        what=vocabulary(language).what,
        counted={name: asking(entries, language, counted=True) for name, entries in asks.items()},
        asking=frozenset(
            word
            for entries in asks.values()
            for entry in entries.split("|")
            if "*" not in entry
            for part in entry.lstrip("+").split()
            for word in (part, part if language == "de" else plain(part))
        ),
        says=WordClasses({name: says.get(name, "") for name in (*MEASURED, *_FREE, "free")}),
        sides=WordClasses(mine.get("sides", {})),
    )


def everyday_words(language: str) -> Sequence[str]:
    """Words by which people ask about anything."""
    listed: str = _tables().get(language, {}).get("common", "")
    return listed.split("|") if listed else ()


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("bot.core").joinpath("data/answer_types.toml").read_text(encoding="utf-8"))


# A number as digits or as numerals of Han, with what counts roughly ("三百多米", "約十歳").
_HAN_DIGITS = r"\d〇零一二三四五六七八九十百千万萬亿億兆两兩半"
_UNSPACED_NUMBER = rf"[{_HAN_DIGITS}几幾数數][{_HAN_DIGITS}点點.,，多余餘来來]*"


@cache
def _units(language: str) -> Mapping[str, re.Pattern[str]]:
    """Of a language without blanks: for each type, a number with a word behind it that tells the type."""
    says = _tables().get(language, {}).get("says", {})
    return {
        name: re.compile(f"{_UNSPACED_NUMBER} ?(?:{'|'.join(map(re.escape, entries.split('|')))})")
        for name, entries in says.items()
    }


def _asking(entries: str, language: str, *, counted: bool) -> re.Pattern[str]:
    found = [_phrase(entry, language) for entry in _for_kind(entries, counted=counted)]
    return re.compile(rf"(?<![\w{MARKS}])(?:{'|'.join(found)})" if found else _NOTHING)


def _asking_anywhere(entries: str, _: str, *, counted: bool) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _for_kind(entries, counted=counted))) or _NOTHING)


def _for_kind(entries: str, *, counted: bool) -> list[str]:
    return [entry.lstrip("+") for entry in entries.split("|") if counted or not entry.startswith("+")]


def _phrase(entry: str, language: str) -> str:
    parts = (in_haste(re.escape(part), language) for part in entry.removesuffix("*").split(" * "))
    return r"\b.*?\b".join(parts) + ("" if entry.endswith("*") else rf"(?![\w{MARKS}])")


def tells(text: str, language: str, wanted: frozenset[str], question: str = "") -> bool:
    """Whether a sentence holds something of any of the wanted types.

    "25 metres long" tells a length, but none to a lower-cased `question` for a depth.
    """
    lowered = text.lower()
    if language in UNSPACED:
        return any(pattern.search(lowered) for pattern in map(_units(language).get, wanted) if pattern)
    says = answer_types(language).says
    wanted = wanted.union(*(_WIDER[name] for name in wanted & _WIDER.keys()))
    if "age" in wanted and _AGE.search(text):
        return True
    if "clock" in wanted and _CLOCK.search(lowered):
        return True
    found = says.found_in(lowered)
    if "money" in wanted and "free" in found:
        return True
    if wanted & found & TOLD_BY_A_WORD:
        return True
    return bool(_measured(lowered, language, wanted, question))


def _measured(lowered: str, language: str, wanted: frozenset[str], question: str) -> set[str]:
    """The wanted types of which a word or sign stands beside a number."""
    types = answer_types(language)
    asked = types.sides.found_in(question)
    numerals = vocabulary(language)
    pieces = _TOKEN.findall(lowered)
    numbers = [
        place for place, piece in enumerate(pieces) if piece[0].isdigit() or numerals.is_in(piece, "number")
    ]
    found: set[str] = set()
    for place in numbers:
        for piece in pieces[max(0, place - 2) : place + 1 + _BESIDE]:
            if piece in _SIGNS:
                found.add(_SIGNS[piece])
            elif piece == "°":
                found.add("warmth")
            else:
                told = types.says.of_word(piece)
                beside = _sides(types, pieces, place) if asked and "length" in told else asked
                found |= told - {"length"} if beside and not asked & beside else told
    return found & wanted


def _sides(types: AnswerTypes, pieces: Sequence[str], place: int) -> set[str]:
    """What the number at this place measures of something: the words behind its unit say so ("25 metres
    long"), or those before the number ("at a depth of 25 metres").
    """
    for around in (pieces[place + 1 : place + 1 + _BESIDE], pieces[max(0, place - _BESIDE) : place]):
        found = set().union(*map(types.sides.of_word, around))
        if found:
            return found
    return set()
