"""Letters without the signs that people leave out as they type in haste: "dukkan" for "dükkân"."""

from __future__ import annotations

import re
import unicodedata

# Letters of their own that Unicode doesn't take apart.
_OWN = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ё": "е"})
# Only of Latin and Greek letters: й without its sign is another letter, and marks are vowels in Hindi.
_ACCENTED = re.compile("[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff\u0451]")
_MARKS = re.compile("[\u0300-\u036f]")


def plain(text: str) -> str:
    """A lower-cased text without the accents of its Latin and Greek letters."""
    return text if text.isascii() else _ACCENTED.sub(_plain_letter, text)


def _plain_letter(match: re.Match[str]) -> str:
    letter = match.group().translate(_OWN)
    return _MARKS.sub("", unicodedata.normalize("NFD", letter))


def in_haste(pattern: str, language: str) -> str:
    """A pattern with each accented letter also as people type it in haste. Not in German, where they type
    "ae": "länge" and "lange" are two words.
    """
    return pattern if language == "de" else _ACCENTED.sub(_either, pattern)


def _either(match: re.Match[str]) -> str:
    letter, typed = match.group(), _plain_letter(match)
    return letter if typed == letter else f"(?:{letter}|{typed})"
