"""Words of a text in any script: lower-cased, with the place of each.

Chinese, Japanese and Thai write no blanks between words. There a run of characters gives its overlapping
pairs (bigrams), which find almost what words find and need no dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.core.data import words as lists
from bot.core.lexicon.scripts import (
    APOSTROPHES,
    HAN,
    HIRAGANA,
    JOINERS,
    KATAKANA,
    KHMER,
    LAO,
    MARKS,
    MYANMAR,
    THAI,
)


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    text: str  # lower-cased; digits of a number without its thousands separators
    start: int  # characters
    end: int


_SOUTHERN = THAI + LAO + KHMER + MYANMAR
# Words are cut from runs of these characters (a class of a pattern); one of the others at a time may join
# two parts of a run.
RUN_CHARACTERS = rf"\w{MARKS}{JOINERS}"
INSIDE_RUNS = APOSTROPHES + ".,"
_RUN = re.compile(rf"[{RUN_CHARACTERS}]+(?:[{INSIDE_RUNS}][{RUN_CHARACTERS}]+)*")
_PIECE = re.compile(
    rf"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+|[{_SOUTHERN}]+"
    rf"|(?:[^\W_{HAN}{HIRAGANA}{KATAKANA}{_SOUTHERN}]|[{MARKS}{JOINERS}])+"
)
_BIGRAM_SCRIPT = re.compile(f"[{HAN}]")
_CLUSTER_SCRIPT = re.compile(f"[{_SOUTHERN}]")
_UNSPACED = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}{_SOUTHERN}]")
_OPTIONAL = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
# A syllable of Thai and its neighbours: a vowel written first, a consonant, what stands above and below it.
_CLUSTER = re.compile(
    "[\u0e40-\u0e44\u0ec0-\u0ec4]?.[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3]*"
)
# Short words that lean on the next one: l'homme, dell'arte, qu'il. The word after them counts.
_ELIDING = frozenset({"fr", "it", "ca", "oc", "gl"})
_ELIDED = frozenset(lists("small_words")["elided"])


_LONGEST_KEPT = 60  # characters of a run whose words are remembered
_DOTTED_I = frozenset({"tr", "az"})  # the lower case of I is ı there

_PART = re.compile(rf"[^_.,{APOSTROPHES}]+(?:[{APOSTROPHES}][^_.,{APOSTROPHES}]+)*")


def words(text: str, language: str) -> list[str]:
    """The words of a text in order, lower-cased. One for each of `word_spans`."""
    return [word.text for run in runs(text) for word in words_of(run, language)]


def word_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Where each of `words` stands. Spans overlap where a script writes no blanks (bigrams)."""
    return [(word.start, word.end) for word in iterate(text, language)]


def iterate(text: str, language: str) -> Iterator[Word]:
    """Words with their places."""
    for match in _RUN.finditer(text):
        run, start = match.group(), match.start()
        if run.isascii() and run.isalpha() and language not in _DOTTED_I:  # the usual case, without a call
            yield Word(run.lower(), start, match.end())
        else:
            for word, first, last in words_of(run, language):
                yield Word(word, start + first, start + last)


def runs(text: str) -> list[str]:
    """The stretches of a text that words are cut from, each by itself (`words_of`), in order."""
    return _RUN.findall(text)


def words_of(run: str, language: str) -> Sequence[Word]:
    """The words of one of `runs`, with their places in it: mostly one, all of it in lower case."""
    return _split(run, language) if len(run) <= _LONGEST_KEPT else _split.__wrapped__(run, language)


@lru_cache(maxsize=20_000)  # most runs of an article stand in others of its language, too
def _split(run: str, language: str) -> tuple[Word, ...]:
    if run.isascii() and run.isalpha() and language not in _DOTTED_I:
        return (Word(run.lower(), 0, len(run)),)
    if _UNSPACED.search(run):
        return tuple(_unspaced(run))
    if _GROUPED.fullmatch(run) or _DECIMAL.fullmatch(run):
        return (Word(_plain_number(run), 0, len(run)),)
    if _ACRONYM.fullmatch(run):
        return (Word(run.replace(".", "").lower(), 0, len(run)),)
    return tuple(_spaced(run, language))


def _plain_number(number: str) -> str:
    grouped = _GROUPED.fullmatch(number)
    if grouped:
        number = number.replace(grouped.group(1), "")
    return number.replace(",", ".").replace("’", "").replace("'", "")


def _spaced(run: str, language: str) -> Iterator[Word]:
    if run.isascii() and "'" not in run and language not in _DOTTED_I:
        lowered = run.lower()  # at once: a hostile run is a million words long
        for part in _PART.finditer(lowered):
            yield Word(part.group(), part.start(), part.end())
        return
    for part in _PART.finditer(run):
        word = part.group()
        if _APOSTROPHE.search(word):
            yield from _without_clitics(word, part.start(), language)
        else:
            yield Word(_lower(word, language), part.start(), part.end())


def _without_clitics(word: str, start: int, language: str) -> Iterator[Word]:
    parts = _APOSTROPHE.split(word)
    first = 0
    if language in _ELIDING:
        while first < len(parts) - 1 and parts[first].lower() in _ELIDED:
            start += len(parts[first]) + 1
            first += 1
    last = len(parts)
    if last - first > 1 and (parts[-1].lower() == "s" or (language in _DOTTED_I and word[0].isupper())):
        last -= 1
    kept = "'".join(parts[first:last])
    yield Word(_lower(kept, language), start, start + len(kept))


def _lower(word: str, language: str) -> str:
    if language in _DOTTED_I:
        word = word.replace("İ", "i").replace("I", "ı")
    if not word.isascii():
        # Vowel points and tatweel are optional in Arabic and Hebrew; accents come as one character or two.
        word = unicodedata.normalize("NFC", _OPTIONAL.sub("", word) or word)
    return word.lower()


def _unspaced(run: str) -> Iterator[Word]:
    for match in _PIECE.finditer(run):
        piece = match.group()
        if _BIGRAM_SCRIPT.match(piece):
            yield from _bigrams(piece, match.start())
        elif _CLUSTER_SCRIPT.match(piece):
            yield from _pairs(_CLUSTER.findall(piece), match.start())
        else:
            yield Word(piece.lower(), match.start(), match.end())


def _bigrams(piece: str, start: int) -> Iterator[Word]:
    if len(piece) == 1:
        yield Word(piece, start, start + 1)
    for place in range(len(piece) - 1):
        yield Word(piece[place : place + 2], start + place, start + place + 2)


def _pairs(units: list[str], start: int) -> Iterator[Word]:
    if len(units) == 1:
        yield Word(units[0], start, start + len(units[0]))
        return
    for first, second in pairwise(units):
        yield Word(first + second, start, start + len(first) + len(second))
        start += len(first)
