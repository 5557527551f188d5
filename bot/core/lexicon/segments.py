"""Where words begin and end in Chinese, Japanese and Thai, which write no blanks between them.

By BudouX's small models (AdaBoost over the characters around a place, https://github.com/google/budoux). They
cut too often rather than too seldom, and not everywhere alike: what finds a text by its words takes pairs of
characters (`words`), and these places serve where people read what was cut out.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.core.lexicon.scripts import HAN, HIRAGANA, KATAKANA, THAI

if TYPE_CHECKING:
    from budoux import Parser

_MODELS = {"zh": "zh-hans", "ja": "ja_word", "th": "th"}
# Common characters that only traditional Chinese has.
_TRADITIONAL = re.compile("[這國個們時說過對會學為來發後從關於區與開點還進實現當經總應將無機]")
# Without anything before it the first word is often cut wrongly.
_BEFORE = "、"
_WITHOUT_BLANKS = f"{HAN}{HIRAGANA}{KATAKANA}{THAI}"
_STRETCH = re.compile(rf"([{_WITHOUT_BLANKS}]+)|[^\W{_WITHOUT_BLANKS}]+")


def has_segments(language: str) -> bool:
    """Whether `segments` knows the language."""
    return language in _MODELS


def segments(text: str, language: str) -> list[tuple[int, int]]:
    """Where each word of a text begins and ends (characters); for the languages of `has_segments`.

    What is written in another script, and a number, is one word from blank to blank.
    """
    pieces = _parser(_model(text, language)).parse(_BEFORE + text)
    breaks = list(accumulate(map(len, pieces), initial=-len(_BEFORE)))
    found: list[tuple[int, int]] = []
    at = 0
    for stretch in _STRETCH.finditer(text):
        begin, end = stretch.span()
        if stretch[1]:
            while at < len(breaks) and breaks[at] <= begin:
                at += 1
            while at < len(breaks) and breaks[at] < end:
                found.append((begin, breaks[at]))
                begin = breaks[at]
                at += 1
        found.append((begin, end))
    return found


def _model(text: str, language: str) -> str:
    return "zh-hant" if language == "zh" and _TRADITIONAL.search(text) else _MODELS[language]


@cache
def _parser(model: str) -> Parser:
    from budoux import Parser  # noqa: PLC0415 - only for those languages

    return Parser(json.loads(files("budoux").joinpath(f"models/{model}.json").read_text("utf-8")))
