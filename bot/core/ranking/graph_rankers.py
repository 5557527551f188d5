"""sumy's LexRank, TextRank and Reduction on whole matrices: the same scores, some hundred times faster.

They follow sumy 0.13 to its constants and its stopping rules, so that they pick the same sentences from the
same tokens. Sources: Erkan and Radev 2004 (LexRank), Mihalcea and Tarau 2004 (TextRank),
github.com/adamfabish/Reduction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bot.core.ranking.term_matrix import Floats, TermMatrix

_LEXRANK_THRESHOLD = 0.1  # cosine from which two sentences count as neighbours
_LEXRANK_EPSILON = 0.1
_TEXTRANK_EPSILON = 1e-4
_TEXTRANK_DAMPING = 0.85
_ZERO_DIVISION_PREVENTION = 1e-7
# sumy's power iteration has no limit; on a graph that swings between two states it would never end.
_MOST_STEPS = 1000


def lexrank(sentences: Sequence[Sequence[str]]) -> Floats:
    """LexRank's score of each tokenized sentence."""
    matrix = TermMatrix.of(sentences)
    neighbours = (_cosines(matrix) > _LEXRANK_THRESHOLD).astype(np.float64)
    degrees = np.maximum(neighbours.sum(axis=1), 1.0)
    transition = (neighbours / degrees[:, np.newaxis]).T

    def step(scores: Floats) -> Floats:
        after: Floats = transition @ scores
        length = np.linalg.norm(after)
        return after / length if length else after

    return _settle(step, matrix.height, _LEXRANK_EPSILON)


def _cosines(matrix: TermMatrix) -> Floats:
    """The idf-modified cosine of every two sentences."""
    if not matrix.width:
        return np.zeros((matrix.height, matrix.height))
    idf = np.log(matrix.height / (1.0 + matrix.document_frequency()))
    highest = np.maximum.reduceat(np.r_[matrix.counts, 0.0], matrix.starts[:-1])
    values = matrix.counts / highest[matrix.rows] * idf[matrix.columns]
    lengths = np.sqrt(matrix.sum_rows(values**2))
    norms = np.outer(lengths, lengths)
    cosines: Floats = np.divide(matrix.products(values), norms, out=np.zeros_like(norms), where=norms > 0)
    return cosines


def textrank(sentences: Sequence[Sequence[str]]) -> Floats:
    """TextRank's score of each tokenized sentence."""
    weights = _shared_words(sentences, lone_words=1.0)
    weights /= weights.sum(axis=1)[:, np.newaxis] + _ZERO_DIVISION_PREVENTION
    count = len(weights)
    transition = (
        np.full((count, count), (1.0 - _TEXTRANK_DAMPING) / max(count, 1)) + _TEXTRANK_DAMPING * weights
    ).T
    return _settle(lambda scores: transition @ scores, count, _TEXTRANK_EPSILON)


def reduction(sentences: Sequence[Sequence[str]]) -> Floats:
    """Reduction's score of each tokenized sentence: how much it shares with all others."""
    weights = _shared_words(sentences, lone_words=0.0)
    np.fill_diagonal(weights, 0.0)
    scores: Floats = weights.sum(axis=1)
    return scores


def _shared_words(sentences: Sequence[Sequence[str]], *, lone_words: float) -> Floats:
    """Words in common over the logarithms of both lengths; `lone_words`: what two one-word sentences get."""
    matrix = TermMatrix.of(sentences)
    shared = matrix.products(matrix.counts)
    lengths = np.log(np.maximum(matrix.sum_rows(matrix.counts), 1.0))
    norms = lengths[:, np.newaxis] + lengths[np.newaxis, :]
    alone = np.isclose(norms, 0.0)
    return np.where(alone, shared * lone_words, shared / np.where(alone, 1.0, norms))


def _settle(step: Callable[[Floats], Floats], count: int, epsilon: float) -> Floats:
    """What the power method ends at, begun with equal scores."""
    scores = np.full(count, 1.0 / max(count, 1))
    for _ in range(_MOST_STEPS):
        after = step(scores)
        change = np.linalg.norm(after - scores)
        scores = after
        if change <= epsilon:
            break
    return scores
