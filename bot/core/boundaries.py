"""Whether a mark that can end a sentence does."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bot.core import punkt
from bot.core.abbreviations import Habit, habits
from bot.core.scripts import HAN, HIRAGANA, KATAKANA
from bot.core.stopwords import stop_words


class Mark(NamedTuple):
    """A possible end of a sentence with what stands around it; every field is short, whatever the text."""

    mark: str  # the marks and the closing quotes and brackets after them: '."'
    before: str  # up to 40 characters before it, from the sentence's start on
    first: bool  # nothing but `before` stands in the sentence so far
    spaced: bool  # a blank follows
    after: str  # the next word, opening quotes and brackets taken off
    further: str  # up to 60 characters after the blank


OPENERS = "\"'“”„‘’‚«»‹›([{¿¡*_#—–-•·"
FINAL = "。！？｡؟۔।॥։።។၊။༎‽"  # marks that end a sentence whatever follows
_CJK = f"[{HAN}{HIRAGANA}{KATAKANA}]"
_EAST_ASIAN = re.compile(_CJK)

# Languages that write "3." for "third": a full stop after a small number ends a sentence less often than not.
_ORDINALS = frozenset(["de", "lb", "da", "nb", "nn", "no", "fi", "et", "cs", "sk", "sl", "hr", "bs", "sr", "hu", "tr", "lv", "is", "fo", "eu"])
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL_NUMBER = re.compile(r"\d{1,3}")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[IVXivx]{1,5}|\d{1,2}(?:\.\d{1,2}){1,3})[)\]]?")
_INITIALS = re.compile(r"[^\W\d_](?:\.-[^\W\d_])+")  # J.-C
_CAMEL = re.compile(r"[a-z]{1,3}[A-Z]")
_LETTERED_ITEM = re.compile(r"[a-z]\)\s+[^\W\d_]")
_PAGE_OR_NUMBER = re.compile(r"[\dIVXLC]")
_CLOCK_FOLLOWERS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "mt", "pt", "gmt", "utc", "bst", "cet", "eastern", "central", "pacific"]
)
# “Why?” Biden asked. The verb shows that the sentence goes on.
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,3}(?:said|says|asked|asks|added|adds|told|tells|replied|wrote|writes|shouted|cried|"
    r"whispered|answered|exclaimed|wondered|yelled|screamed|explained|continued|joked|quipped|tweeted|posted|recalled)\b"
)
_CLOSING_QUOTES = "\"”’'»"
_QUOTED_SPEECH = re.compile(r"[^。！？，]{0,8}?(?:说道|说|問|问道|问|答道|答|喊道|喊|叫道|道|説|曰)")
_JAPANESE_QUOTE_GOES_ON = re.compile("と|って|という|など|、|の|が|を|は|に|で|も")


def ends_sentence(mark: Mark, language: str, *, cased: bool) -> bool:
    """Whether the sentence ends at a mark. `cased`: the text uses capital letters at all."""
    if mark.mark[0] in FINAL:
        return not _goes_on_in_east_asian(mark)
    if not mark.after:
        return True
    if not mark.spaced:
        return _ends_glued(mark)
    if mark.after[0].islower() and cased and not _CAMEL.match(mark.after):
        return bool(_LETTERED_ITEM.match(mark.further))
    if mark.after[0] in ",;:)…":
        return False
    if mark.mark[0] in "!?;":
        return not (mark.mark[-1] in _CLOSING_QUOTES and _is_attribution(mark))
    if mark.mark[0] == "…" or mark.mark.startswith(".."):
        return mark.after not in {"I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd"}
    return _full_stop_ends(mark, language)


def _is_attribution(mark: Mark) -> bool:
    """Whether the words after a quoted question or cry tell who spoke; scripts without capitals mostly do so."""
    caseless = mark.after[0].isalpha() and mark.after[0].lower() == mark.after[0].upper()
    return caseless or bool(_ATTRIBUTION.match(mark.further))


def _goes_on_in_east_asian(mark: Mark) -> bool:
    if mark.mark[-1] in "」』）" and not mark.spaced:
        return bool(_JAPANESE_QUOTE_GOES_ON.match(mark.further))
    if mark.mark[-1] in "”’" and not mark.spaced:
        return bool(_QUOTED_SPEECH.match(mark.further))
    return False


def _ends_glued(mark: Mark) -> bool:
    """Whether a sentence ends at a mark with no blank after it: "end.Next" does, "example.org" does not."""
    word = mark.before.rpartition(" ")[2]
    after = mark.after
    if not word or not after[0].isalpha():
        return False
    if after[0].isupper():
        if not (after[1:2].islower() or after in {"A", "I"}):
            return False
        return mark.mark[0] in "!?" or _looks_like_words(word, after)
    if after[0].islower():
        return False
    if _EAST_ASIAN.match(after) or _EAST_ASIAN.match(word[-1]):
        return not mark.mark.startswith(("…", ".."))
    return len(word) > 2 and word[-1].isalpha() and len(after) > 1


def _looks_like_words(word: str, after: str) -> bool:
    plain = word.lstrip(OPENERS).replace("’", "").replace("'", "").replace("-", "")
    if plain.isdigit():
        return len(plain) >= 4
    known_end = after.lower() in {"com", "org", "net", "js", "net,"}
    whole = (
        plain.isalpha() and plain[1:].islower() and (len(plain) >= 3 or (len(plain) == 2 and plain.islower()))
    )
    return whole and not known_end


def _full_stop_ends(mark: Mark, language: str) -> bool:
    tokens = mark.before.split()
    word = tokens[-1].lstrip(OPENERS) if tokens else ""
    if not word:
        return bool(tokens) and mark.after[0] != "."
    if mark.first and len(tokens) == 1 and _ENUMERATOR.fullmatch(word):
        return False
    if word.isdigit():
        return _number_ends(word, mark, language, tokens)
    following = mark.after.rstrip(".,;:!?\"'”’»)]")
    if mark.mark != "." and word.lower() not in habits(language):
        return True  # a closing quote or bracket after the full stop
    if "'" in word or "’" in word:
        word = re.split("['’]", word)[-1]  # l'art. 5, dell'on. Moro
    if len(word) <= 12:
        habit = _habit(tokens, word, language)
        if habit is not None:
            return _after_abbreviation(habit, word, tokens, following, language)
        if _INITIALS.fullmatch(word):
            return _is_stop_word(following, language)
        if len(word) == 1 and word.isalpha():
            return _initial_ends(word, tokens, mark.after, following, language)
        if _ROMAN.fullmatch(word) and language in _ORDINALS:
            return opens_sentences(following, language)
        if word.count(".") and len(word.replace(".", "")) <= 4 and not any(c.isdigit() for c in word):
            return opens_sentences(following, language)
    if language in punkt.MODELS and punkt.knows(word, language):
        return punkt.ends_sentence(word, following, language) or _is_stop_word(following, language)
    return True


def _habit(tokens: list[str], word: str, language: str) -> Habit | None:
    """What is known of the abbreviation that ends here; "z. B." is looked up whole before its "B."."""
    known = habits(language)
    key = word.lower()
    longest = known.get(key)
    for earlier in reversed(tokens[-4:-1]):
        if not earlier.endswith(".") or len(earlier) > 5:
            break
        key = earlier.lstrip(OPENERS).lower() + key
        longest = known.get(key, longest)
    if longest is None and language == "de" and key.endswith("str"):
        return Habit.COUNTS  # Goethestr. 5
    return longest


def _after_abbreviation(habit: Habit, word: str, tokens: list[str], following: str, language: str) -> bool:
    counted = len(tokens) > 1 and tokens[-2][-1:].isdigit()
    if habit is Habit.LEADS:
        return False
    if habit is Habit.COUNTS:
        if len(word) == 1:
            return opens_sentences(following, language)
        return not _PAGE_OR_NUMBER.match(following)
    if habit is Habit.CLOSES:
        if len(word) == 1 and not counted and not (len(tokens) > 1 and tokens[-2].endswith(".")):
            return opens_sentences(following, language)
        return following.lower() not in _CLOCK_FOLLOWERS and not following[:1].isdigit()
    chained = following.lower() in habits(language) or (len(following) > 1 and following.isupper())
    return not chained and opens_sentences(following, language)  # Co. Ltd., Co. KG


def _number_ends(word: str, mark: Mark, language: str, tokens: list[str]) -> bool:
    if language == "ko" and len(tokens) > 1 and tokens[-2].rstrip(".").isdigit():
        return False  # 2020. 5. 3.
    if mark.after[0].isdigit() and (len(word) <= 2 or language == "ko"):
        return False
    if language in _ORDINALS and _SMALL_NUMBER.fullmatch(word):
        return opens_sentences(mark.after.rstrip(".,;:!?"), language)
    return True


def _initial_ends(word: str, tokens: list[str], after: str, following: str, language: str) -> bool:
    """Whether a sentence ends after a single letter: "vitamin C. Oranges" does, "J. Smith" does not."""
    if after[1:2] == "." or not after[0].isalpha():
        return False
    before = tokens[-2] if len(tokens) > 1 else ""
    if not before or before.endswith(".") or before[:1].isupper() or _is_stop_word(before, language):
        return _is_stop_word(following, language)
    return opens_sentences(following, language)


@lru_cache(maxsize=20_000)
def opens_sentences(word: str, language: str) -> bool:
    """Whether a capitalised word looks as if it had its capital from opening a sentence."""
    if not word[:1].isupper():
        return word[:1].isalpha() and not word[:1].islower()
    if _is_stop_word(word, language):
        return True
    return language in punkt.MODELS and punkt.opens_sentences(word, language)


def _is_stop_word(word: str, language: str) -> bool:
    return word.lower() in _starters(language)


@cache
def _starters(language: str) -> frozenset[str]:
    return stop_words(language)
