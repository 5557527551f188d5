"""The small words of a language that say nothing about a text's subject."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_SUMY = {
    "ar": "arabic",
    "zh": "chinese",
    "cs": "czech",
    "en": "english",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "es": "spanish",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Stop words of a language (ISO 639-1), lower-cased; empty where there is no list.

    They are sumy's lists, and our own ones (in `data/stopwords`) for the languages that sumy has none for.
    """
    name = _SUMY.get(language)
    places = [files("bot.core").joinpath(f"data/stopwords/{language}.txt")]
    if name:
        places.append(files("sumy").joinpath(f"data/stopwords/{name}.txt"))
    return frozenset(word for place in places if place.is_file() for word in _words(place.read_text("utf-8")))


@cache
def function_words(language: str) -> frozenset[str]:
    """The words that only hold sentences together: fewer than the stop words, which name no subject either.

    For English Snowball's list of 127; where there is no list of our own, the stop words.
    """
    place = files("bot.core").joinpath(f"data/function_words/{language}.txt")
    return frozenset(_words(place.read_text("utf-8"))) if place.is_file() else stop_words(language)


def _words(content: str) -> list[str]:
    return content.lower().split()
