"""A question laid over an article: how much each of its terms weighs, and BM25 with those weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.core.answers.answer_types import answer_types
from bot.core.answers.article_index import ArticleIndex, Floats, Integers
from bot.core.answers.common_words import EVERYDAY, telling
from bot.core.answers.questions import Question, QuestionTerm
from bot.core.answers.term_matching import Matches

_TITLE = 0.2  # what a word weighs that only the title has, beside one that the text lacks
_ASKING = 0.1  # what "cost" tells in "How much does it cost?"
_K1, _B = 1.2, 0.75  # BM25's customary saturation and length constants (Robertson and Zaragoza 2009)


@dataclass(frozen=True)
class Frequencies:
    """In how many sentences, over all articles that are asked at once, each term of the question stands."""

    total: int
    holding: Floats

    @classmethod
    def of(cls, matches: Matches) -> Frequencies:
        """Those of one article; a word that is only alike counts by how alike it is."""
        return cls(matches.index.height, matches.alike.sum(axis=1))

    def __add__(self, other: Frequencies) -> Frequencies:
        return Frequencies(self.total + other.total, self.holding + other.holding)

    @property
    def weights(self) -> Floats:
        """Inverse sentence frequency as BM25 has it; never negative."""
        weights: Floats = np.log1p((self.total - self.holding + 0.5) / (self.holding + 0.5))
        return weights


def bm25(counts: Floats, weights: Floats, lengths: Floats, mean: float) -> Floats:
    """Okapi BM25 of each column of `counts` (a sentence, a paragraph) with these lengths in words."""
    telling = np.flatnonzero(weights)
    weights, counts = weights[telling], counts[telling]
    saturation = _K1 * (1 - _B + _B * lengths / max(mean, 1.0))
    scores: Floats = weights @ (counts * (_K1 + 1) / (counts + saturation))
    return scores


@dataclass(frozen=True)
class View:
    """A question over an article, with weights from all articles that are asked at once."""

    question: Question
    matches: Matches
    weights: Floats  # how rare each term is

    @cached_property
    def wanted(self) -> frozenset[str]:
        """What the question asks for more exactly: a sum, a length, an age …, see `AnswerTypes`."""
        question = self.question
        return answer_types(question.language).wanted(question.text.lower(), question.kind)

    @property
    def index(self) -> ArticleIndex:
        """The article."""
        return self.matches.index

    @cached_property
    def content(self) -> Floats:
        """1 for terms that carry meaning, 0 for the others."""
        return np.asarray([term.content for term in self.question.terms], dtype=np.float64)

    @cached_property
    def carrying(self) -> Floats:
        """The weights of the terms that carry meaning, 0 for the others.

        A word that only the title has is what the whole text is about: no sentence can be told by it.
        """
        return self.weights * self.content * np.where(self.only_in_title, _TITLE, 1.0)

    @cached_property
    def known(self) -> Floats:
        """How well the article, with its title, knows each term, 0 to 1."""
        known: Floats = np.maximum(self.matches.alike.max(axis=1, initial=0.0), self.only_in_title)
        return known

    @cached_property
    def only_in_title(self) -> Floats:
        """1 for each term that the title has and the text has nothing like."""
        title, alike = self.index.title_terms, self.matches.alike
        rows = [term.term in title and not alike[row].any() for row, term in enumerate(self.question.terms)]
        return np.asarray(rows, dtype=np.float64)

    @cached_property
    def telling(self) -> Floats:
        """What each term that carries meaning weighs where everyday words weigh less, together 1."""
        weights = self.carrying * self._tellings
        share: Floats = weights / max(float(weights.sum()), 1e-9)
        return share

    @cached_property
    def key(self) -> Integers:
        """The rows of the terms that are the least everyday ones of those that carry meaning."""
        tellings = self._tellings * self.content
        return np.flatnonzero((tellings > 0) & (tellings == tellings.max(initial=0.0)))

    @cached_property
    def own(self) -> Integers:
        """The rows of its terms that tell more than those do that stand in any text and question."""
        return np.flatnonzero(self._tellings * self.content > EVERYDAY)

    @cached_property
    def only_measures(self) -> bool:
        """Whether it has no words that carry meaning but those that ask for a sum, a length, an age …"""
        asking = answer_types(self.question.language).asking
        return all(term.word in asking for term in self.question.terms if term.content)

    @cached_property
    def _tellings(self) -> Floats:
        return np.asarray([self._tells(term) for term in self.question.terms], dtype=np.float64)

    def _tells(self, term: QuestionTerm) -> float:
        """How much a term tells: everyday words little, hardly anything those that a sum answers."""
        if term.word in answer_types(self.question.language).asking:
            return _ASKING
        return telling(self.question.language).get(term.term, 1.0)

    @cached_property
    def last(self) -> int:
        """The row of the last meaningful term, or -1."""
        return max((row for row, term in enumerate(self.question.terms) if term.content), default=-1)

    @cached_property
    def paragraphs(self) -> Floats:
        """How alike the nearest word in each paragraph is; 0 for terms that carry no meaning."""
        rows = np.flatnonzero(self.content)
        best = np.zeros((len(self.content), len(self.index.paragraph_starts)))
        best[rows] = np.maximum.reduceat(self.matches.alike[rows], self.index.paragraph_starts, axis=1)
        return best

    @cached_property
    def sentence_bm25(self) -> Floats:
        """BM25 of each sentence."""
        lengths = self.index.lengths
        return bm25(self.matches.counts, self.carrying, lengths, float(lengths.mean()))

    @cached_property
    def paragraph_bm25(self) -> Floats:
        """BM25 of each paragraph."""
        starts = self.index.paragraph_starts
        rows = np.flatnonzero(self.carrying)
        counts = np.add.reduceat(self.matches.counts[rows], starts, axis=1)
        lengths = np.add.reduceat(self.index.lengths, starts)
        return bm25(counts, self.carrying[rows], lengths, float(lengths.mean()))

    def at(self, values: Floats, sentences: Integers, shift: int = 0) -> Floats:
        """The columns of `values` for these sentences, or for their neighbours; 0 where there is none."""
        return neighbours(values, sentences + shift)


def neighbours(values: Floats, columns: Integers) -> Floats:
    """Columns of `values` by number; 0 for numbers that lie outside."""
    inside = (columns >= 0) & (columns < values.shape[-1])
    chosen: Floats = np.where(inside, values[..., np.where(inside, columns, 0)], 0.0)
    return chosen
