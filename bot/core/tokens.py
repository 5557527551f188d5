"""Sentences, words and stems of a text in any language. Light to import; models load with the first use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from bot.core.sentences import cut_sentences
from bot.core.stopwords import stop_words
from bot.core.words import word_spans, words


__all__ = ["cut_sentences", "index_terms", "stem", "stop_words", "terms", "word_spans", "words"]

_STEMMERS = {
    "ar": "arabic",
    "hy": "armenian",
    "eu": "basque",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "eo": "esperanto",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "ga": "irish",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nb": "norwegian",
    "nn": "norwegian",
    "no": "norwegian",
    "fa": "persian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "es": "spanish",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-cased word; the word itself in a language without a stemmer."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


def terms(text: str, language: str) -> list[str]:
    """The stems of the words that carry meaning (no stop words), in order, with repeats."""
    ignored = stop_words(language)
    return [stem(word, language) for word in words(text, language) if word not in ignored]


def index_terms(text: str, language: str) -> str:
    """The distinct terms of a text joined by blanks, in order of first appearance: what full-text search indexes."""
    return " ".join(_unique(terms(text, language)))


def _unique(items: list[str]) -> Iterator[str]:
    return iter(dict.fromkeys(items))


@cache
def _stemmer(language: str) -> Any:
    name = _STEMMERS.get(language)
    if name is None:
        return None
    import Stemmer  # noqa: PLC0415 - a C library that an idle bot does not need

    return Stemmer.Stemmer(name)
