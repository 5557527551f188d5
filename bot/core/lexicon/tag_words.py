"""Which words and phrases nobody would tag an article with: small words, units of time, verbs, news agencies.

The lists are in `data/untagged.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.core.data import lines, words
from bot.core.lexicon.question_words import UNSPACED, vocabulary

CAPITALIZE_NOUNS = frozenset({"de", "lb"})  # where a capital makes no name
# Small words that join the parts of a name ("Ursula von der Leyen", "Bank of England", "Rio de Janeiro").
JOINING = frozenset(
    [
        "of",
        "the",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "les",
        "du",
        "des",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
    ]
)
_NORWEGIAN = {"nn": "nb", "no": "nb"}
_MAKES_NOUN = frozenset({"การ", "ความ", "นัก"})
# "looked", "died", "usually": no English tags, unlike "speed" and "family".
_NO_ENGLISH_TAG = re.compile(r"[a-z]+[^e\W]ed|[a-z]{2,}(?:al|ed|ent|ant|ous|ive|ful|less|ing|ate|ar)ly")
# Endings that only verbs and adjectives have, of one word or of the last one of a phrase.
_NO_NOUN = {
    "ru": re.compile(
        r".{2,}(?:ться|тся|лся|лась|лись|лось|овать|ывать|ует|уют|ывает|ывают|ешь|нный|нная|нное|нные|нного|нных"
        r"|ского|ский|ская|ское|ские|ских|ному|ными|ьного|ьный|ьная|ьное|ьные|ьных|ого|его|ает|яет|еет|ают|яют|еют"
        r"|(?:ющ|ящ|ущ|ащ|вш)(?:ий|ая|ие|их|им|ими|ую))"
        # The past of verbs. "Вокзал", "могила" and "автомобили" end like it.
        r"|(?!вокзал|крокодил|правил|.*(?:[вб]или|гила)$).{2,}"
        r"(?:нул|овал|[иы]вал|азал|[твлнрдчшбп]ил|явил|[вж]дал|отал|авал(?<!карнавал))[аои]?"
    ),
    "tr": re.compile(
        r".{2,}(?:yor|[iıuü]ldi|[iıuü]ldı|[uü]ld[uü]|nd[iıuü]|mıştı|mişti|acak|ecek|d[iıuü]ğ[iıuü]|t[iıuü]ğ[iıuü]"
        r"|arak|erek|mış|miş|muş|müş|etti|oldu|düştü|eden|giden|olan|[dt][iıuü]k[iıuü]?mız?|rdık|rdik)"
    ),
    "ko": re.compile(
        r".+(?:[는한된린진준난간온낸인른]다|[했었였았됐혔렸졌갔왔봤냈웠]다|[있없같많]다|[했하되됐]고|[하되]며|하는|하게|하여|위해|통해"
        r"|대해|관해|따르면|[하되][면지]|라고|다고|까지|부터|에서|에게|으로|처럼|보다)"
    ),
}
# What makes an inhabitant of a land: "Scottish" and "Scotland" are one tag.
_OF_A_LAND = re.compile(r"([a-zà-ÿ]{3,})(?:ish|ese|ians?|ans?)")


@cache
def small_words(language: str) -> frozenset[str]:
    """Words that hold sentences together and that the stop lists lack, lower-cased."""
    return _list("small", language)


@cache
def name_openers(language: str) -> frozenset[str]:
    """Stop words that names begin with ("New" Zealand), lower-cased."""
    return _list("opening", language)


def takes_word(word: str, language: str) -> bool:
    """Whether a stop word makes a noun of the one behind it ("การ", "ความ" in Thai)."""
    return language == "th" and word in _MAKES_NOUN


@cache
def before_nouns(language: str) -> frozenset[str]:
    """Articles, prepositions and the like; empty where they are not known."""
    return _list("noun", language)


@cache
def behind_nouns(language: str) -> frozenset[str]:
    """Words that mostly follow a noun ("is", "of", "who"); empty where they are not known."""
    return _list("verb", language)


@cache
def determiners(language: str) -> frozenset[str]:
    """Articles and possessives: a phrase of its own begins with them."""
    return _list("determiner", language)


@cache
def agencies() -> frozenset[str]:
    """News agencies and stations as a page credits them, lower-cased; they sign a text, which is not about
    them.
    """
    return frozenset(name.lower() for name in lines("notices")["agency"])


def is_no_tag(spelling: str, language: str) -> bool:
    """Whether nobody would tag an article so: a weekday, a unit of time, an amount ("миллиардов рублей"), a
    name cut off at an initial, one word that says nothing alone or is no noun.
    """
    if language in UNSPACED:
        return False
    known = vocabulary("no" if _named(language) == "nb" else language)
    parts = spelling.lower().split()
    if len(parts[-1]) == 1 and parts[-1].isalpha():
        return True
    if known.is_in(parts[0], "number") or known.is_in(parts[-1], "number"):
        return True
    of_time = [known.is_in(word, "calendar") or known.is_in(word, "unit") for word in parts]
    # "35 Minuten Butter", "im Dezember Kinder": two nouns that only stand side by side.
    if all(of_time) or (language in CAPITALIZE_NOUNS and of_time[0] and len(parts) == 2):
        return True
    if _ends_in_no_noun(spelling, language):
        return True
    return _says_nothing(parts, spelling, language)


def _ends_in_no_noun(spelling: str, language: str) -> bool:
    last = spelling.rpartition(" ")[2]
    if language in CAPITALIZE_NOUNS:
        return last[0].islower()
    no_noun = _NO_NOUN.get(language)
    return no_noun is not None and spelling == spelling.lower() and no_noun.fullmatch(last) is not None


def _says_nothing(parts: Sequence[str], spelling: str, language: str) -> bool:
    """Whether one word says nothing alone, or words say nothing together ("the long run", "a good way")."""
    if len(parts) == 1:
        return _says_nothing_alone(spelling, language)
    empty = spelling.islower() and parts[0] in _list("empty", language)
    return empty and _list("alone", language).issuperset(parts[1:])


def _says_nothing_alone(word: str, language: str) -> bool:
    if word.lower() in _list("alone", language):
        return True
    if language == "vi":
        return word.islower()  # one syllable: most words have two
    return language == "en" and _NO_ENGLISH_TAG.fullmatch(word) is not None


def names_same_land(word: str, others: set[str]) -> bool:
    """Whether a capitalised word names a land or its people that one of the others names in another form."""
    return any(_one_land(word, other) or _one_land(other, word) for other in others)


def _one_land(people: str, other: str) -> bool:
    found = _OF_A_LAND.fullmatch(people.lower())
    if found is None:
        return False
    root = found[1] if len(found[1]) < 4 else found[1][:-1]
    return people != other and other.lower().startswith(root)


@cache
def _list(name: str, language: str) -> frozenset[str]:
    return frozenset(words("untagged", name).get(_named(language), []))


def _named(language: str) -> str:
    return _NORWEGIAN.get(language, language)
