"""Stems of words: PyStemmer where it knows the language, a few suffix rules where it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from bot.core.data import words

_SNOWBALL = {
    "ar": "arabic",
    "az": "turkish",
    "bs": "serbian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "gl": "portuguese",
    "hi": "hindi",
    "hr": "serbian",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ms": "indonesian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "czech",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_JOSA = re.compile(
    "(?<=[가-힣]{2})(?:에서는|에게서|으로서|으로써|이라고|이라는|에서|에게|한테|부터|까지|으로|이나|이란|보다|처럼|마다|조차|"
    "라고|라는|하고|이며|이다|했다|한다|하는|했던|됐다|된다|되는|은|는|이|가|을|를|에|로|와|과|의|도|만)$"
)
# "Is it …?" and "it is …", written onto a noun, also one of a single syllable.
_KOREAN_IS = re.compile("(?<=[가-힣])(?:이에요|예요|이예요|인가요|입니까|입니다|이었나요|였나요)$")
_HEBREW_PREFIX = re.compile("^(?:וה|שה|כש|מה|בה|לה|ו|ה|ב|ל|מ|ש|כ)(?=[א-ת]{3})")


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-cased word; the word itself where nothing is known of the language."""
    stemmer = _stemmer(language)
    if stemmer is not None:
        return str(stemmer.stemWord(word))
    if language == "ko":
        return _JOSA.sub("", _KOREAN_IS.sub("", word))
    if language == "he":
        return _HEBREW_PREFIX.sub("", word)
    return _without_suffix(word, language)


def stem_each(found: Sequence[str], language: str) -> list[str]:
    """The stem of each of many lower-cased words; quicker than one by one."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return [stem(word, language) for word in found]
    return list(map(str, stemmer.stemWords(found)))


def stem_all(found: Sequence[str], language: str) -> list[str]:
    """The same for words of articles, which are remembered: most stand in other articles, too."""
    known = _known(language)
    new = [word for word in found if word not in known]
    stems = dict(zip(new, stem_each(new, language), strict=True))
    told = [known[word] if word in known else stems[word] for word in found]
    known.update((word, stems[word]) for word in new if len(word) <= _LONGEST_KNOWN)
    if len(known) > _MOST_KNOWN:
        _known.cache_clear()
    return told


_MOST_KNOWN = 30_000  # words of a language, about 4 MB; a long book has 10,000 different ones
_LONGEST_KNOWN = 40  # letters


@lru_cache(maxsize=4)
def _known(language: str) -> dict[str, str]:  # noqa: ARG001 - one for each language
    return {}


def _without_suffix(word: str, language: str) -> str:
    for suffix in _suffixes(language):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


@cache
def _suffixes(language: str) -> tuple[str, ...]:
    return tuple(sorted(set(words("suffixes").get(language, [])), key=lambda suffix: (-len(suffix), suffix)))


@cache
def _stemmer(language: str) -> Any:
    name = _SNOWBALL.get(language)
    if name is None:
        return None
    import Stemmer  # noqa: PLC0415 - a C library that an idle bot does not need

    # Without its own cache of 10,000 words, which costs more than stemming does.
    return Stemmer.Stemmer(name, 0)
