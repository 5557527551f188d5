"""What the answerer is compared with: plain BM25 on the same words, and the first sentence."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from bot.core.article import Article
from bot.core.tokens import terms


class PlainBm25:
    """Okapi BM25 over the sentences of an article, stems without stop words."""

    def __init__(self, article: Article) -> None:
        self._language = article.language
        self._counts = [Counter(terms(sentence.text, article.language)) for sentence in article.sentences]
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / max(len(self._lengths), 1) or 1.0
        self._holding = Counter(term for counts in self._counts for term in counts)

    def best(self, question: str, appended: Sequence[str] = ()) -> int:
        """The number of the best sentence; the first of equals."""
        wanted = terms(" ".join([*appended, question]), self._language)
        scores = [self._score(number, wanted) for number in range(len(self._counts))]
        return max(range(len(scores)), key=lambda number: (scores[number], -number))

    def _score(self, number: int, wanted: Sequence[str]) -> float:
        counts, total = self._counts[number], len(self._counts)
        saturation = 1.2 * (0.25 + 0.75 * self._lengths[number] / self._mean)
        return sum(
            math.log1p((total - self._holding[term] + 0.5) / (self._holding[term] + 0.5))
            * counts[term]
            * 2.2
            / (counts[term] + saturation)
            for term in wanted
            if counts[term]
        )
