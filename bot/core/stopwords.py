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
    """Stop words of a language (ISO 639-1), lower-cased; empty where there is no list."""
    name = _SUMY.get(language)
    found: set[str] = set()
    if name:
        found.update(_lines(files("sumy").joinpath(f"data/stopwords/{name}.txt").read_text("utf-8")))
    own = files("bot.core").joinpath(f"data/stopwords/{language}.txt")
    if own.is_file():
        found.update(_lines(own.read_text("utf-8")))
    return frozenset(found)


def _lines(content: str) -> list[str]:
    return [line.strip().lower() for line in content.splitlines() if line.strip()]
