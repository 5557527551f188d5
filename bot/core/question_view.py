"""A question laid over an article: which of its terms stand in which sentence, and how much each weighs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from bot.core.article_index import ArticleIndex, Floats
from bot.core.questions import Question
from bot.core.term_matching import alternatives, occurrences

_K1, _B = 1.2, 0.75  # BM25's customary saturation and length constants (Robertson and Zaragoza 2009)


@dataclass(frozen=True)
class Frequencies:
    """In how many sentences, over all articles that are asked at once, each term of the question stands."""

    total: int
    holding: Floats

    @property
    def weights(self) -> Floats:
        """Inverse sentence frequency as BM25 has it; never negative."""
        weights: Floats = np.log1p((self.total - self.holding + 0.5) / (self.holding + 0.5))
        return weights


def bm25(counts: Floats, weights: Floats, lengths: Floats) -> Floats:
    """Okapi BM25 of each column of `counts` (a sentence, a paragraph)."""
    saturation = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
    scores: Floats = weights @ (counts * (_K1 + 1) / (counts + saturation))
    return scores


def shifted(values: Floats, by: int) -> Floats:
    """Each sentence's neighbour `by` places before it (after it where negative), zero where there is none."""
    moved = np.zeros_like(values)
    if by > 0:
        moved[..., by:] = values[..., :-by]
    else:
        moved[..., :by] = values[..., -by:]
    return moved


@dataclass(frozen=True)
class View:
    """A question's terms (rows) over an article's sentences (columns)."""

    index: ArticleIndex
    question: Question
    counts: Floats  # how often the term stands in the sentence
    alike: Floats  # how alike the nearest word in the sentence is, 0 to 1
    weights: Floats  # how rare each term is

    @classmethod
    def of(cls, index: ArticleIndex, question: Question, frequencies: Frequencies) -> View:
        """The view, with weights from all articles that are asked at once."""
        counts, alike = occurrences(index, question.terms)
        return cls(index, question, counts, alike, frequencies.weights)

    @cached_property
    def content(self) -> Floats:
        """1 for terms that carry meaning, 0 for the others."""
        return np.asarray([term.content for term in self.question.terms], dtype=np.float64)

    @cached_property
    def focus(self) -> Floats:
        """1 for the first meaningful term after the question word ("which river", "how many points")."""
        return self._only(self.question.focus)

    @cached_property
    def last(self) -> Floats:
        """1 for the last meaningful term."""
        rows = [row for row, term in enumerate(self.question.terms) if term.content]
        return self._only(rows[-1] if rows else -1)

    def _only(self, row: int) -> Floats:
        flags = np.zeros(len(self.question.terms))
        if row >= 0:
            flags[row] = 1.0
        return flags

    def focus_numbers(self) -> list[int]:
        """The article's terms that may mean what is asked for."""
        row = self.question.focus
        return sorted(alternatives(self.index, self.question.terms[row])) if row >= 0 else []

    def by_paragraph(self, values: Floats) -> Floats:
        """The best of each paragraph, for each of its sentences."""
        best = np.maximum.reduceat(values, self.index.paragraph_starts, axis=1)
        return best[:, self.index.paragraph]

    def heading(self, values: Floats) -> Floats:
        """What stands in the nearest heading above each sentence."""
        heading = self.index.heading
        return np.where(heading >= 0, values[:, heading], 0.0)

    def paragraph_bm25(self, weights: Floats) -> Floats:
        """BM25 of each sentence's paragraph."""
        starts = self.index.paragraph_starts
        counts = np.add.reduceat(self.counts, starts, axis=1)
        lengths = np.add.reduceat(self.index.lengths, starts)
        return bm25(counts, weights, lengths)[self.index.paragraph]

    def window_bm25(self, weights: Floats) -> Floats:
        """BM25 of each sentence together with its two neighbours on either side."""
        counts = sum((shifted(self.counts, by) for by in (-2, -1, 1, 2)), self.counts)
        lengths = sum((shifted(self.index.lengths, by) for by in (-2, -1, 1, 2)), self.index.lengths)
        return bm25(counts, weights, lengths)

    def pairs(self) -> tuple[list[tuple[int, int, float]], float]:
        """Neighbouring terms of the question that the article has, each pair with its weight, and the sum."""
        numbers = [self.index.numbers.get(term.term, -1) for term in self.question.terms]
        carrying = (self.weights * self.content).tolist()
        found = [
            (first, second, carrying[row] + carrying[row + 1])
            for row, (first, second) in enumerate(pairwise(numbers))
            if first >= 0 and second >= 0
        ]
        return found, sum(weight for _, _, weight in found) or 1.0
