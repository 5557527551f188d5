"""sumy's eight algorithms on our sentences and tokens, behind one function.

sumy is given its own document model, built from sentences and words that are cut already. Where its code is
quadratic in Python it is told to stop early or replaced by the same arithmetic on NumPy; what remains slow
sees a preselection only (`PRESELECTED`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer

from bot.core.article import Article
from bot.core.models import Kind
from bot.core.models import Sentence as OurSentence
from bot.core.ranking import graph_rankers
from bot.core.ranking.term_matrix import Floats
from bot.core.tokens import stem, stop_words, words

# How many sentences each algorithm may see; of a longer article it sees those that our own ranker puts first,
# in reading order. Each takes 0.2 to 1.1 s of processor time at its limit (tests/quality/speed.py): LSA
# decomposes a dense matrix (cubic), KL and SumBasic look at all sentences again for each one picked, Luhn
# looks every word up in a list, and the graph rankers hold a square matrix (72 MB at 3,000).
PRESELECTED = {
    "lsa": 400,
    "lexrank": 3000,
    "textrank": 3000,
    "luhn": 1500,
    "edmundson": 5000,
    "kl": 1000,
    "sumbasic": 3000,
    "reduction": 3000,
}

_GRAPH_RANKERS: dict[str, Callable[[Sequence[Sequence[str]]], Floats]] = {
    "lexrank": graph_rankers.lexrank,
    "textrank": graph_rankers.textrank,
    "reduction": graph_rankers.reduction,
}


def rank(article: Article, candidates: Sequence[OurSentence], count: int, method: str) -> list[int]:
    """Indexes into `candidates`, the best first: at least `count` of them where there are as many.

    `method` is one of sumy's eight. Equal scores stand in reading order.
    """
    if method in _GRAPH_RANKERS:
        return _order(_GRAPH_RANKERS[method](content_words(article, candidates)), candidates)
    document = _document(article, candidates)
    picked = _SUMMARIZERS[method](article, count)(document, count)
    # sumy compares sentences by their text; two alike must stay two.
    number = {id(sentence): index for index, sentence in enumerate(document.sentences)}
    best = [number[id(sentence)] for sentence in picked]
    # LSA ranks nothing where no word counts, and sumy answers in reading order: what is missing follows.
    chosen = set(best)
    return best + [index for index in range(len(candidates)) if index not in chosen]


def content_words(article: Article, candidates: Sequence[OurSentence]) -> list[list[str]]:
    """The stems that sumy's graph algorithms compare: without stop words, with repetitions."""
    ignored = stop_words(article.language)
    return [
        [
            stem(word, article.language)
            for word in words(sentence.text, article.language)
            if word not in ignored
        ]
        for sentence in candidates
    ]


def _order(scores: Floats, candidates: Sequence[OurSentence]) -> list[int]:
    """The places of the scores, highest first; sentences of one text share the last one's, as in sumy."""
    by_text = {sentence.text: score for sentence, score in zip(candidates, scores, strict=True)}
    shared = np.array([by_text[sentence.text] for sentence in candidates])
    # Not rounded: the arithmetic is sumy's to the last bit, so that even what is all but equal is ordered as
    # in sumy.
    return [int(index) for index in np.argsort(-shared, kind="stable")]


class _CutWords:
    """What sumy takes for a tokenizer: our words of one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(words(text, self._language))


def _document(article: Article, candidates: Sequence[OurSentence]) -> ObjectDocumentModel:
    """Sumy's model of an article: the title and headings as headings, then the candidates by paragraph."""
    cut = _CutWords(article.language)
    headings = [Sentence(text, cut, is_heading=True) for text in _headings(article)]
    paragraphs = [
        Paragraph([Sentence(sentence.text, cut) for sentence in group])
        for _, group in groupby(candidates, key=lambda sentence: sentence.paragraph)
    ]
    if headings and paragraphs:
        paragraphs[0] = Paragraph([*headings, *paragraphs[0].sentences])
    return ObjectDocumentModel(paragraphs)


def _headings(article: Article) -> list[str]:
    told = [
        article.text[paragraph.start : paragraph.end]
        for paragraph in article.paragraphs
        if paragraph.kind is Kind.HEADING
    ]
    return [article.title, *told] if article.title else told


class _QuickLsa(LsaSummarizer):  # type: ignore[misc]  # sumy ships no types
    """sumy's LSA, its words in a fixed order (a set's changes from run to run), with NumPy for its loops."""

    def _create_dictionary(self, document: ObjectDocumentModel) -> dict[str, int]:
        dictionary: dict[str, int] = super()._create_dictionary(document)
        return {word: row for row, word in enumerate(sorted(dictionary))}

    def _create_matrix(self, document: ObjectDocumentModel, dictionary: dict[str, int]) -> Floats:
        # sumy's own warns where words are fewer than sentences; repetitive texts are no news to us.
        matrix = np.zeros((len(dictionary), len(document.sentences)))
        for column, sentence in enumerate(document.sentences):
            for word in map(self.stem_word, sentence.words):
                if word in dictionary:
                    matrix[dictionary[word], column] += 1
        return matrix

    def _compute_term_frequency(self, matrix: Floats, smooth: float = 0.4) -> Floats:
        highest = matrix.max(axis=0)
        told = highest > 0
        matrix[:, told] = smooth + (1.0 - smooth) * matrix[:, told] / highest[told]
        return matrix

    def _compute_ranks(self, sigma: Floats, v_matrix: Floats) -> list[float]:
        # All dimensions count: sumy's REDUCTION_RATIO is 1. Rounded, so that ties are ties on every
        # processor.
        ranks = np.sqrt((sigma[:, np.newaxis] ** 2 * v_matrix**2).sum(axis=0))
        return [float(rank) for rank in np.round(ranks, 10)]


class _QuickKl(KLSummarizer):  # type: ignore[misc]  # sumy ships no types
    """sumy's KL, ended when enough sentences are picked; sumy goes on until it has ranked every one."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, float]:
        frequency = self.compute_tf(sentences)
        left = [(sentence, self._get_content_words_in_sentence(sentence)) for sentence in sentences]
        ratings: dict[Any, float] = dict.fromkeys(sentences, -float(len(sentences)))
        summary: list[Any] = []
        while left and len(summary) < self._count:
            told = self._get_all_words_in_doc(summary)
            distances = [self._kl_divergence(self._joint_freq(own, told), frequency) for _, own in left]
            sentence, _ = left.pop(distances.index(min(distances)))
            ratings[sentence] = -float(len(summary))
            summary.append(sentence)
        return ratings


class _QuickSumBasic(SumBasicSummarizer):  # type: ignore[misc]  # sumy ships no types
    """sumy's SumBasic, ended when enough sentences are picked."""

    def __init__(self, stemmer: Callable[[str], str], count: int) -> None:
        super().__init__(stemmer)
        self._count = count

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, float]:
        frequency = self._compute_tf(sentences)
        left = [(sentence, self._get_content_words_in_sentence(sentence)) for sentence in sentences]
        ratings: dict[Any, float] = dict.fromkeys(sentences, -float(len(sentences)))
        for place in range(min(self._count, len(left))):
            best = self._find_index_of_best_sentence(frequency, [own for _, own in left])
            sentence, own = left.pop(best)
            ratings[sentence] = -float(place)
            self._update_tf(frequency, own)
        return ratings


def _stemmer(article: Article) -> Callable[[str], str]:
    return lambda word: stem(word, article.language)


def _with_stop_words(summarizer: Any, article: Article) -> Any:
    summarizer.stop_words = stop_words(article.language)
    return summarizer


def _edmundson(article: Article, count: int) -> Any:  # noqa: ARG001  # the signature all of them share
    """Bonus words from title and headings, null words from the stop list (design, section 7)."""
    ignored = stop_words(article.language)
    summarizer = EdmundsonSummarizer(_stemmer(article))
    # sumy refuses empty sets: a word that no text has stands for none.
    told = [word for text in _headings(article) for word in words(text, article.language)]
    summarizer.bonus_words = [word for word in told if word not in ignored] or ["\0"]
    summarizer.stigma_words = ["\0"]
    summarizer.null_words = ignored or ["\0"]
    return summarizer


_SUMMARIZERS: dict[str, Callable[[Article, int], Any]] = {
    "lsa": lambda article, _: _with_stop_words(_QuickLsa(_stemmer(article)), article),
    "luhn": lambda article, _: _with_stop_words(LuhnSummarizer(_stemmer(article)), article),
    "edmundson": _edmundson,
    "kl": lambda article, count: _with_stop_words(_QuickKl(count), article),
    "sumbasic": lambda article, count: _with_stop_words(_QuickSumBasic(_stemmer(article), count), article),
}
