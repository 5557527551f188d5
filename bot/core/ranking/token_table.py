"""The words of an article's sentences as columns of a table, so that the rest of ranking is arithmetic on
arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.lexicon.stems import stem_all
from bot.core.lexicon.stopwords import function_words
from bot.core.lexicon.words import runs, words_of
from bot.core.ranking.term_matrix import Floats, Integers, TermMatrix, ranges
from bot.core.tokens import stop_words


@dataclass(frozen=True)
class TokenTable:
    """One entry for each word, in reading order; terms are stems, numbered by first appearance."""

    height: int  # sentences
    terms: tuple[str, ...]
    sentence: Integers  # which sentence each word stands in
    term: Integers  # the number of each word's term
    capital: NDArray[np.bool_]  # begins with a capital
    opening: NDArray[np.bool_]  # first of its sentence, where a capital says nothing
    stop: NDArray[np.bool_]  # by term: a word without a subject of its own
    word: Integers  # the number of each word as it is written, by first appearance
    function: NDArray[np.bool_]  # by word as it is written: one that holds a sentence together

    @classmethod
    def of(cls, texts: Sequence[str], language: str) -> TokenTable:
        """The table of cut sentences."""
        rows = [runs(text) for text in texts]
        distinct, run = _numbered([one for row in rows for one in row])
        # Each distinct run is cut once and each distinct word stemmed once; the rest is arithmetic.
        cut = [words_of(one, language) for one in distinct]
        capital = [
            one[word.start].isupper() for one, part in zip(distinct, cut, strict=True) for word in part
        ]
        written, number = _numbered([word.text for part in cut for word in part])
        stems = stem_all(written, language)
        terms, term = _numbered(stems)
        first_words = dict(zip(reversed(stems), reversed(written), strict=True))
        ignored, functional = stop_words(language), function_words(language)
        sizes = np.array([len(part) for part in cut], dtype=np.int64)
        places = ranges((np.cumsum(sizes) - sizes)[run], sizes[run])  # of the text's words among the cut ones
        sentence = np.repeat(np.arange(len(texts)), [len(row) for row in rows])
        sentence = np.repeat(sentence, sizes[run])
        return cls(
            height=len(texts),
            terms=tuple(terms),
            sentence=sentence,
            term=term[number[places]],
            capital=np.array(capital, dtype=np.bool_)[places],
            opening=np.diff(sentence, prepend=-1) > 0,
            stop=np.array([first_words[one] in ignored for one in terms], dtype=np.bool_),
            word=number[places],
            function=np.array([one in functional for one in written], dtype=np.bool_),
        )

    @cached_property
    def lengths(self) -> Floats:
        """Words of each sentence."""
        return np.bincount(self.sentence, minlength=self.height).astype(np.float64)

    @cached_property
    def capital_share(self) -> Floats:
        """By term, how many of its mentions inside sentences begin with a capital."""
        inside = ~self.opening * 1.0
        seen = np.bincount(self.term, weights=inside, minlength=len(self.terms))
        capital = np.bincount(self.term, weights=inside * self.capital, minlength=len(self.terms))
        return capital / np.maximum(seen, 1.0)

    @cached_property
    def matrix(self) -> TermMatrix:
        """Counts of all terms, stop words included."""
        return TermMatrix.count(self.sentence, self.term, self.height, len(self.terms))

    @cached_property
    def written(self) -> TermMatrix:
        """Counts of the words as they are written, without function words."""
        kept = ~self.function[self.word]
        return TermMatrix.count(self.sentence[kept], self.word[kept], self.height, len(self.function))

    @cached_property
    def pairs(self) -> TermMatrix:
        """Counts of neighbouring words (bigrams); a pair's term number is its place in `pair_terms`."""
        return TermMatrix.count(self._pair_sentence, self._pair_numbers[1], self.height, len(self.pair_terms))

    @cached_property
    def pair_terms(self) -> Integers:
        """The two term numbers of each pair, a row each."""
        codes = self._pair_numbers[0]
        return (
            np.stack([codes // len(self.terms), codes % len(self.terms)], axis=1) if len(codes) else _NO_PAIRS
        )

    @cached_property
    def _neighbours(self) -> NDArray[np.bool_]:
        same: NDArray[np.bool_] = self.sentence[1:] == self.sentence[:-1]
        return same

    @cached_property
    def _pair_sentence(self) -> Integers:
        return self.sentence[1:][self._neighbours]

    @cached_property
    def _pair_numbers(self) -> tuple[Integers, Integers]:
        codes = (self.term[:-1] * len(self.terms) + self.term[1:])[self._neighbours]
        distinct, numbers = np.unique(codes, return_inverse=True)
        return distinct, numbers


def _numbered(values: Sequence[str]) -> tuple[list[str], Integers]:
    """The distinct values by first appearance, and the number of each value among them."""
    distinct = list(dict.fromkeys(values))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    return distinct, np.fromiter(map(numbers.__getitem__, values), dtype=np.int64, count=len(values))


_NO_PAIRS = np.zeros((0, 2), dtype=np.int64)


@lru_cache(maxsize=1)
def tabulated(texts: tuple[str, ...], language: str) -> TokenTable:
    """`TokenTable.of`, kept until other sentences come: a reply tries several lengths on one article."""
    return TokenTable.of(texts, language)
