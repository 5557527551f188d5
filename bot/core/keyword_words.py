"""The words of an article as keywords are made of: which of them a phrase may begin and end with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.core.lexicon.question_words import UNSPACED
from bot.core.lexicon.tag_words import (
    JOINING,
    before_nouns,
    behind_nouns,
    determiners,
    name_openers,
    small_words,
)
from bot.core.lexicon.words import Word
from bot.core.tokens import stem, stop_words

# Without a long list of stop words, a short word in this share of the sentences is taken for one.
_SCARCE = 100
_EVERYWHERE = 0.12
# How persons are addressed: no part of their names ("Mr McConnell" is Jack McConnell).
ADDRESSES = frozenset(
    {"mr", "mrs", "ms", "miss", "herr", "herrn", "frau", "господин", "госпожа", "г-н", "г-жа"}
)
_BLANKS = frozenset({" ", "-", "‑", "\n", "\u00a0", "\u200c"})  # what may stand between the words of a phrase
_PARTS = "的"  # what stands between two Chinese phrases: 住宅的违建


class TagWord(NamedTuple):
    """A word of a sentence, with what decides which phrases it is part of."""

    stem: str
    start: int  # characters in the sentence
    end: int
    joins: bool  # one of JOINING
    capital: bool
    opening: bool  # begins the sentence, where a capital says nothing
    stop: bool
    before_noun: bool  # an article or a preposition
    behind_noun: bool  # "is", "of", "who"
    determines: bool  # "the", "his": opens a phrase of its own


def ignored_words(texts: Sequence[str], cut: Sequence[Sequence[Word]], language: str) -> frozenset[str]:
    """The stop words of the language; where the list is short, small words that stand everywhere join in."""
    known = stop_words(language) | small_words(language) | JOINING
    # Of a script without blanks the words are pairs of characters: one that stands often belongs to a name.
    if len(texts) < 4 or language in UNSPACED:
        return known
    scarce = len(known) < _SCARCE + len(JOINING)
    share, longest = (_EVERYWHERE, 5) if scarce else (2 * _EVERYWHERE, 3)
    found: Counter[str] = Counter()
    for text, words in zip(texts, cut, strict=True):
        found.update({word.text for word in words if text[word.start].islower() or caseless(word.text)})
    often = max(2.0, share * len(texts))
    return known | {word for word, times in found.items() if times >= often and len(word) <= longest}


def caseless(word: str) -> bool:
    """Whether a word has no great and small letters."""
    return word.lower() == word.upper()


class TagReader:
    """Tells the words of an article, with what is known of each: looked up once for each that is written so.

    `ignored`: see `ignored_words`.
    """

    def __init__(self, language: str, ignored: frozenset[str]) -> None:
        self._language = language
        self._ignored = ignored
        self._before, self._behind = before_nouns(language), behind_nouns(language)
        self._openers, self._articles = name_openers(language), determiners(language)
        self._known: dict[tuple[str, str], TagWord] = {}

    def read(self, text: str, words: Iterable[Word]) -> Iterator[TagWord]:
        """The words of a sentence, which it was cut into."""
        opening = True
        for word in words:
            shape = text[word.start : word.end]
            known = self._known.get((word.text, shape))
            if known is None:
                known = self._known[word.text, shape] = self._look_up(word.text, shape)
            stop = known.stop
            if stop and word.text in self._openers and shape.istitle():
                stop = (
                    self._is_never_name(word.text, shape) or not text[word.end + 1 : word.end + 2].isupper()
                )
            yield TagWord(
                known.stem,
                word.start,
                word.end,
                known.joins,
                known.capital,
                opening and known.opening,
                stop,
                known.before_noun,
                known.behind_noun,
                known.determines,
            )
            opening = False

    def _look_up(self, word: str, shape: str) -> TagWord:
        """A word as if it opened a sentence, and no name."""
        return TagWord(
            stem=stem(word, self._language),
            start=0,
            end=0,
            joins=word in JOINING,
            capital=shape[:1].isupper(),
            opening=not shape[1:].isupper(),
            stop=word in self._ignored or self._is_never_name(word, shape),
            before_noun=word in self._before,
            behind_noun=word in self._behind,
            determines=word in self._articles,
        )

    def _is_never_name(self, word: str, shape: str) -> bool:
        """Whether a word is too small, an address, or none."""
        small = len(word) < 2 and not shape.isupper()
        address = word in ADDRESSES and shape[:1].isupper()
        part = self._language == "zh" and _PARTS in word
        return small or address or part or not any(character.isalpha() for character in word)


def is_half_name(words: Sequence[TagWord]) -> bool:
    """A name that runs into what is none ("Putin arrived", "president Biden said"), or a joint without a
    name.
    """
    capital = [word.capital and not word.opening for word in words if not word.joins]
    if not capital:
        return True
    joined = any(word.joins and word.stop for word in words)
    return (joined and not all(word.capital or word.joins for word in words)) or (
        capital[0] and not capital[-1]
    )


def adjoin(text: str, first: TagWord, second: TagWord) -> bool:
    """Whether nothing but a blank or a hyphen stands between two words."""
    return text[first.end : second.start] in _BLANKS
