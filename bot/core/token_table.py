"""The words of an article's sentences as columns of a table, so that the rest of ranking is arithmetic on
arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.core.term_matrix import Floats, Integers, TermMatrix
from bot.core.tokens import stem, stop_words
from bot.core.words import iterate


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

    @classmethod
    def of(cls, texts: Sequence[str], language: str) -> TokenTable:
        """The table of cut sentences."""
        ignored = stop_words(language)
        numbers: dict[str, int] = {}  # by word, as written in lower case
        terms: dict[str, int] = {}
        stop: list[bool] = []
        sentence, term, capital, opening = [], [], [], []
        for index, text in enumerate(texts):
            first = True
            for word in iterate(text, language):
                number = numbers.get(word.text)
                if number is None:
                    stemmed = stem(word.text, language)
                    number = numbers[word.text] = terms.setdefault(stemmed, len(terms))
                    if number == len(stop):
                        stop.append(word.text in ignored)
                sentence.append(index)
                term.append(number)
                capital.append(text[word.start].isupper())
                opening.append(first)
                first = False
        return cls(
            height=len(texts),
            terms=tuple(terms),
            sentence=np.asarray(sentence, dtype=np.int64),
            term=np.asarray(term, dtype=np.int64),
            capital=np.asarray(capital, dtype=np.bool_),
            opening=np.asarray(opening, dtype=np.bool_),
            stop=np.asarray(stop, dtype=np.bool_),
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


_NO_PAIRS = np.zeros((0, 2), dtype=np.int64)
