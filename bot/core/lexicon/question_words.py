"""Words by which questions ask and sentences answer, read from `data/answer_words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.core.lexicon.accents import in_haste
from bot.core.lexicon.scripts import MARKS
from bot.core.lexicon.word_classes import WordClasses

# No blanks between words there: entries are looked for anywhere in the text.
UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})
_NOTHING = re.compile(r"(?!)")
# Kinds of questions in the order in which they are tried: "how many years" asks for a duration.
ASKING = ("long", "many", "when", "where", "why", "who")
# Classes of words that answer some kind of question.
HELD = ("number", "calendar", "unit", "reason", "place", "naming")


@dataclass(frozen=True)
class Vocabulary:
    """The closed word classes of one language, as patterns for lower-cased text."""

    asking: Mapping[str, re.Pattern[str]]  # by kind of question, see ASKING
    what: re.Pattern[str]  # question words of no such kind ("what", "how")
    held: Mapping[str, re.Pattern[str]]  # by class, see HELD; only where no blanks are written
    classes: WordClasses  # of HELD, for all other languages
    pronoun: re.Pattern[str]
    empty: frozenset[str]  # words by which a question asks for anything at all
    telling: frozenset[str]  # stop words that a question can turn on
    numerals: Mapping[str, str]  # numerals with their digits

    def classes_in(self, lowered: str) -> set[str]:
        """The classes in HELD that a lower-cased text has a word of."""
        if self.held:
            return {name for name, pattern in self.held.items() if pattern.search(lowered)}
        return self.classes.found_in(lowered)

    def is_in(self, lowered: str, name: str) -> bool:
        """Whether a lower-cased word as a whole is of a class in HELD."""
        if self.held:
            return self.held[name].fullmatch(lowered) is not None
        return name in self.classes.of_word(lowered)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The word classes of a language (ISO 639-1); patterns that match nothing where it is not known."""
    classes = _tables().get(language, {})

    def pattern(name: str) -> re.Pattern[str]:
        return _pattern(classes.get(name, ""), language)

    return Vocabulary(
        asking={kind: pattern(kind) for kind in ASKING},
        what=pattern("what"),
        held={name: pattern(name) for name in HELD} if language in UNSPACED else {},
        classes=WordClasses({name: classes.get(name, "") for name in HELD}),
        pronoun=pattern("pronoun"),
        empty=frozenset(filter(None, classes.get("empty", "").split("|"))),
        telling=frozenset(filter(None, classes.get("telling", "").split("|"))),
        numerals=dict(entry.split("=") for entry in classes.get("number", "").split("|") if "=" in entry),
    )


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("bot.core").joinpath("data/answer_words.toml").read_text(encoding="utf-8"))


def _pattern(entries: str, language: str) -> re.Pattern[str]:
    if not entries:
        return _NOTHING
    found = sorted((entry.split("=")[0] for entry in entries.split("|")), key=len, reverse=True)
    if language in UNSPACED:
        return re.compile(rf"(?<![{_WRITTEN_BEFORE}])(?:" + "|".join(map(re.escape, found)) + ")")
    return re.compile(r"(?<!\w)(?:" + "|".join(_word(entry, language) for entry in found) + ")")


# Vowels that Thai and Lao write before the consonant they belong to: behind one no word begins ("กี่", how
# many, stands in "เกี่ยว", about).
_WRITTEN_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"


def _word(entry: str, language: str) -> str:
    if entry.startswith("^"):  # only as the first word: further back, Arabic "who" is "of"
        return r"\A" + _word(entry[1:], language)
    written = _in_haste(re.escape(entry.removesuffix("*")), language)
    return written + (rf"[\w{MARKS}]*" if entry.endswith("*") else rf"(?![\w{MARKS}])")


def _in_haste(entry: str, language: str) -> str:
    """A pattern for an entry with or without the signs that people leave out as they type: "que año", "اي".

    Of the shortest words only as part of several: French "ou", Spanish "que" and Greek "που" are others.
    """
    if language == "ar":
        return _HAMZA.sub(f"[{_ALEFS}]", entry)
    typed = len(entry) >= _SHORTEST_IN_HASTE and entry not in _OTHERWISE and language not in _ACCENTS_TELL
    if " " in entry or typed:
        return in_haste(entry, language)
    return entry


_ALEFS = "\u0627\u0623\u0625\u0622"
_HAMZA = re.compile(f"[{_ALEFS}](?=.)")
_SHORTEST_IN_HASTE = 3  # letters
_OTHERWISE = frozenset({"πού", "πώς", "può"})
_ACCENTS_TELL = frozenset({"es", "vi"})  # "como" and "como", "may" and "mấy": on their own other words
