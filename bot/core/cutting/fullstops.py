"""Whether a full stop with a blank behind it ends a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.core.cutting import punkt
from bot.core.cutting.abbreviations import Habit, habits
from bot.core.data import words
from bot.core.lexicon.stopwords import stop_words


class Stop(NamedTuple):
    """A full stop with its surroundings."""

    word: str  # before it, without opening quotes and brackets, and without l' or dell'
    earlier: tuple[str, ...]  # up to three tokens before the word, as they stand
    first: bool  # the word opens the sentence
    closed: bool  # a closing quote or bracket follows the full stop
    after: str  # the next token, without opening quotes and brackets
    following: str  # the same without the marks behind it
    second: str  # the token after it
    language: str

    @property
    def previous(self) -> str:
        return self.earlier[-1] if self.earlier else ""


# Languages that write "3." for "third": a full stop after a small number ends a sentence less often than not.
ORDINALS = frozenset(
    [
        "de",
        "lb",
        "da",
        "nb",
        "nn",
        "no",
        "fi",
        "et",
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "hu",
        "tr",
        "lv",
        "is",
    ]
)
_CAPITALIZE_NOUNS = frozenset(["de", "lb"])
_ROMAN = re.compile("[IVXLC]+")
_REFERENCE = re.compile(r"\d|[IVXLC]{2,6}$")  # what "No." or "Vol." can lead to
_SUM = re.compile(r"[$€£¥₹]\d")  # "for $30 (reg. $50)"
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[IVXivx]{1,5}|\d{1,2}(?:\.\d{1,2}){1,3})[)\]]?")
_JOINED_INITIALS = re.compile(r"[^\W\d_](?:\.-[^\W\d_])+")  # J.-C
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2}){1,3}")  # U.N
# After "a.m." and "p.m." the sentence goes on with a day, a month or a time zone.
_CLOCK = frozenset(words("small_words")["clock"])
_LONGEST_ABBREVIATION = 12  # characters


def full_stop_ends(stop: Stop) -> bool:
    """Whether the sentence ends: the first rule that knows decides, and a full stop that none knows ends
    it.
    """
    if not stop.word:
        return bool(stop.earlier) and stop.after[0] != "."
    for rule in _RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True


def _after_enumerator(stop: Stop) -> bool | None:
    return False if stop.first and _ENUMERATOR.fullmatch(stop.word) else None


def _after_number(stop: Stop) -> bool | None:
    if not stop.word.isdigit():
        return None
    if stop.language == "ko" and (stop.after[0].isdigit() or stop.previous.rstrip(".").isdigit()):
        return False  # 2020. 5. 3.
    if stop.after[0].isdigit() and len(stop.word) <= 2:
        return False
    if stop.language in ORDINALS and len(stop.word) <= 3:
        return opens_sentences(stop.following, stop.language)
    return True


def _before_closing_quote(stop: Stop) -> bool | None:
    return True if stop.closed and stop.word.lower() not in habits(stop.language) else None


def _after_abbreviation(stop: Stop) -> bool | None:
    habit = _habit(stop)
    if habit is None:
        return None
    if habit is Habit.LEADS:
        return False
    opens = opens_sentences(stop.following, stop.language)
    if habit is Habit.EITHER:
        chained = stop.following.lower() in habits(stop.language)
        shouted = len(stop.following) > 1 and stop.following.isupper()
        return opens and not chained and not shouted and not _leads_to_name(stop)  # Co. Ltd., Co. KG
    if habit is Habit.COUNTS:
        counted = _REFERENCE.match(stop.following) or (len(stop.word) > 2 and _SUM.match(stop.after))
        return _after_initial(stop) if len(stop.word) == 1 else not counted
    if len(stop.word) == 1 and not stop.previous[-1:].isdigit() and not stop.previous.endswith("."):
        return opens  # no unit behind a number ("1990 г.") and no part of a chain ("т. д."): an initial
    return stop.following.lower() not in _CLOCK and not stop.following[:1].isdigit()


def _leads_to_name(stop: Stop) -> bool:
    """Whether two words with capitals follow, the first no small word: "the U.S. Surgeon General"."""
    if stop.language in _CAPITALIZE_NOUNS or stop.after != stop.following:
        return False
    return (
        stop.second[:1].isupper()
        and not _is_stop_word(stop.following, stop.language)
        and not _is_stop_word(stop.second, stop.language)
    )


def _habit(stop: Stop) -> Habit | None:
    """What is known of the abbreviation that ends here; "z. B." is looked up whole before its "B."."""
    if len(stop.word) > _LONGEST_ABBREVIATION:
        return None
    known = habits(stop.language)
    key = stop.word.lower()
    habit = known.get(key)
    for earlier in reversed(stop.earlier):
        if not earlier.endswith(".") or len(earlier) > 5:
            break
        key = earlier.lstrip("(„“\"'«»").lower() + key
        habit = known.get(key, habit)
    if habit is None and stop.language == "de" and key.endswith("str"):
        return Habit.COUNTS  # Goethestr. 5
    return habit


def _after_initial(stop: Stop) -> bool | None:
    """A single letter: "vitamin C. Oranges" are two sentences, "J. Smith" is a name."""
    if _JOINED_INITIALS.fullmatch(stop.word):
        return _is_stop_word(stop.following, stop.language)
    if len(stop.word) != 1 or not stop.word.isalpha():
        return None
    if stop.after[1:2] == "." or not stop.after[0].isalpha():
        return False
    before = stop.previous
    if not before or before.endswith(".") or before[0].isupper() or _is_stop_word(before, stop.language):
        return _is_stop_word(stop.following, stop.language)
    return opens_sentences(stop.following, stop.language)


def _after_dotted_or_roman(stop: Stop) -> bool | None:
    roman = stop.language in ORDINALS and _ROMAN.fullmatch(stop.word)
    if roman or _DOTTED.fullmatch(stop.word):
        return opens_sentences(stop.following, stop.language)
    return None


def _as_punkt_says(stop: Stop) -> bool | None:
    if stop.language not in punkt.MODELS or not punkt.knows(stop.word, stop.language):
        return None
    if _is_stop_word(stop.following, stop.language):
        return True
    return punkt.ends_sentence(stop.word, stop.following, stop.language)


_RULES = (
    _after_enumerator,
    _after_number,
    _before_closing_quote,
    _after_abbreviation,
    _after_initial,
    _after_dotted_or_roman,
    _as_punkt_says,
)


@lru_cache(maxsize=20_000)
def opens_sentences(word: str, language: str) -> bool:
    """Whether a word looks as if it opened a sentence: a small word with a capital, or one Punkt has seen
    do so.
    """
    if not word[:1].isupper():
        return word[:1].isalpha() and not word[:1].islower()  # a script without capitals
    if _is_stop_word(word, language):
        return True
    return language in punkt.MODELS and punkt.opens_sentences(word, language)


def _is_stop_word(word: str, language: str) -> bool:
    return word.lower() in stop_words(language)
