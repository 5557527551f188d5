"""Articles as vectors of weighted terms whose product tells how much of a story two of them share.

TF-IDF (Salton and Buckley, 1988) of the stems in three windows of the text, from its first lines to its first
pages, each normalised and added up: news puts what happened first, and what it says later is background that
other stories share. On wikinews_events (tests/quality/stories.py) the three windows together gain two points
of F1 over the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.lexicon.stems import stem
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.words import words

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

WINDOWS = (50, 150, 500)  # words of the text
TITLE = 3.0  # how often a word of the title counts
RARITY = 1.5  # exponent of the inverse document frequency; between 1 and 2 nothing changes much
_CHARACTERS = 8  # a word and its blank, on average; what is cut off is never read
# In many articles, a term that a good part of them have tells stories apart no more, and costs the most time.
_MANY, _COMMON = 200, 0.2
_DOTTED_I = frozenset({"tr", "az"})  # their capitals need more than `lower`
_AROUND = '.,;:!?()"'
_NOTHING = -1  # the number of a word that tells nothing


@dataclass(frozen=True)
class Vectors:
    """Weighted terms by article, in compressed rows of length 1, or 0 where there are no words."""

    width: int  # terms
    starts: Integers  # where each row begins; one more entry than there are rows
    columns: Integers  # term numbers, row after row
    weights: Floats

    @property
    def height(self) -> int:
        """The number of articles."""
        return len(self.starts) - 1


def vectors_of(articles: Sequence[Article]) -> Vectors:
    """The vectors of articles, by what is common and what is rare among them."""
    found = _Occurrences(articles)
    rows, columns, counts = found.counted(WINDOWS[-1])
    rarity = _rarities(np.bincount(columns, minlength=found.width), len(articles))
    weights = np.zeros(len(rows))
    for window in WINDOWS:
        of_rows, of_columns, counts = found.counted(window)
        weighted = (1.0 + np.log(counts)) * rarity[of_columns]
        # What stands in a window stands in the largest one, too; both are in order.
        places = np.searchsorted(rows * found.width + columns, of_rows * found.width + of_columns)
        weights[places] += _normalised(of_rows, weighted, len(articles))
    kept = weights > 0
    return Vectors(
        width=found.width,
        starts=np.r_[0, np.cumsum(np.bincount(rows[kept], minlength=len(articles)))].astype(np.int64),
        columns=columns[kept],
        weights=_normalised(rows[kept], weights[kept], len(articles)),
    )


class _Occurrences:
    """Where the words of articles stand that tell something: article, term, and place in its text."""

    def __init__(self, articles: Sequence[Article]) -> None:
        numbers: dict[str, _TermNumbers] = {}
        stems: dict[str, int] = {}
        rows: list[Integers] = []
        terms: list[Integers] = []
        places: list[Integers] = []
        weights: list[Floats] = []
        for row, article in enumerate(articles):
            if article.language not in numbers:
                numbers[article.language] = _TermNumbers(article.language, stems)
            of_language = numbers[article.language]
            for text, weight in ((article.title or "", TITLE), (article.text, 1.0)):
                start = text[: WINDOWS[-1] * _CHARACTERS]
                found = np.fromiter(of_language.of_text(start), np.int64)
                telling = np.flatnonzero(found != _NOTHING)
                rows.append(np.full(len(telling), row, dtype=np.int64))
                terms.append(found[telling])
                places.append(telling if weight == 1.0 else np.zeros_like(telling))
                weights.append(np.full(len(telling), weight))
        self.width = max(1, len(stems))
        self._keys = np.concatenate(rows) * self.width + np.concatenate(terms)
        self._places, self._weights = np.concatenate(places), np.concatenate(weights)

    def counted(self, window: int) -> tuple[Integers, Integers, Floats]:
        """The articles and terms that come together in the first words and the titles, and how often."""
        within = self._places < window
        keys, inverse = np.unique(self._keys[within], return_inverse=True)
        counts: Floats = np.bincount(inverse, weights=self._weights[within]).astype(np.float64)
        return keys // self.width, keys % self.width, counts


class _TermNumbers(dict[str, list[int]]):
    """By stretch of text without blanks, the numbers of the stems of its words, in one language.

    A text has few different ones, so each is cut into words once. `stems` is shared by all languages.
    """

    def __init__(self, language: str, stems: dict[str, int]) -> None:
        super().__init__()
        self._language = language
        self._stems = stems
        self._ignored = stop_words(language)

    def of_text(self, text: str) -> Iterator[int]:
        """For each word of a text, in order."""
        return chain.from_iterable(map(self.__getitem__, text.split()))

    def __missing__(self, piece: str) -> list[int]:
        bare = piece.strip(_AROUND)
        # Most pieces are one word with a mark at its end, which needs no cutting.
        plain = bare.isascii() and bare.isalpha() and self._language not in _DOTTED_I
        found = [bare.lower()] if plain else words(piece, self._language)
        self[piece] = [self._number(word) for word in found]
        return self[piece]

    def _number(self, word: str) -> int:
        if len(word) < 2 or word in self._ignored:
            return _NOTHING
        return self._stems.setdefault(stem(word, self._language), len(self._stems))


def _rarities(frequency: Integers, articles: int) -> Floats:
    """How rare each term is among the articles; 0 for those that most of many articles have."""
    rarity: Floats = (1.0 + np.log((articles + 1) / (frequency + 1))) ** RARITY
    if articles >= _MANY:
        rarity[frequency > articles * _COMMON] = 0.0
    return rarity


def _normalised(rows: Integers, weights: Floats, height: int) -> Floats:
    """The weights with each row's length made 1."""
    lengths = np.sqrt(np.bincount(rows, weights=weights * weights, minlength=height))
    lengths[lengths == 0] = 1.0
    normalised: Floats = weights / lengths[rows]
    return normalised
