"""Our own ranker: which sentences together tell most of an article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.term_matrix import Floats
from bot.core.token_table import TokenTable
from bot.core.tokens import terms


def pick(article: Article, candidates: Sequence[Sentence], count: int, about: str | None = None) -> list[int]:
    """Indexes of the `count` candidates that make the best summary together, in any order."""
    scores = _scores(TokenTable.of([sentence.text for sentence in candidates], article.language))
    ranked = [int(index) for index in np.argsort(-np.round(scores, 9), kind="stable")]
    return aim(article, candidates, ranked, about)[:count]


def preselect(article: Article, candidates: Sequence[Sentence], limit: int) -> list[int]:
    """Indexes of the candidates that a slow ranker shall see, at most `limit`, in reading order."""
    if len(candidates) <= limit:
        return list(range(len(candidates)))
    scores = _scores(TokenTable.of([sentence.text for sentence in candidates], article.language))
    return sorted(int(index) for index in np.argsort(-np.round(scores, 9), kind="stable")[:limit])


def aim(
    article: Article, candidates: Sequence[Sentence], ranked: Sequence[int], about: str | None
) -> list[int]:
    """A ranking with the sentences first that hold most of the words asked for; each group keeps its order."""
    wanted = set(terms(about, article.language)) if about else set()
    if not wanted:
        return list(ranked)
    held = {
        index: len(wanted.intersection(terms(candidates[index].text, article.language))) for index in ranked
    }
    return sorted(ranked, key=lambda index: -held[index])


def _scores(table: TokenTable) -> Floats:
    matrix = table.matrix
    frequency = np.where(table.stop, 0.0, np.sqrt(matrix.sum_columns(matrix.counts)))
    mass = matrix.sum_rows(frequency[matrix.columns])
    central = mass / np.maximum(table.lengths, 8.0) ** 0.7
    place = 1.0 / (1.0 + np.arange(table.height))
    scores: Floats = central / max(float(central.max()), 1e-9) + 2.0 * place
    return scores
