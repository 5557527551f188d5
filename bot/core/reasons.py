"""Why a sentence is in a summary, in figures: its words, its place, how central it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.term_matrix import Floats
from bot.core.token_table import TokenTable, tabulated
from bot.core.words import iterate

MOST_WORDS = 3
_SHORTEST = 2  # characters: a single letter tells a reader nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What speaks for one sentence, compared with the article's other sentences of running text."""

    place: int  # 1-based, among those sentences
    total: int
    words: tuple[str, ...] = ()  # as the sentence writes them: those that most other sentences share
    shared: int = 0  # how many other sentences have at least one of `words`
    central: float = 0.0  # share of the other sentences that have less in common with the whole, 0.0 to 1.0


def explain_all(article: Article, sentences: Sequence[Sentence]) -> list[Reasons]:
    """The reasons for several sentences of the article, in their order."""
    return [explain(article, sentence) for sentence in sentences]


def explain(article: Article, sentence: Sentence) -> Reasons:
    """The reasons for a sentence of the article. Figures are the same for every method of summarising.

    A sentence that is no running text is compared all the same.
    """
    sentences = [each for each in article.sentences if each.prose or each.start == sentence.start]
    place = next(number for number, each in enumerate(sentences) if each.start == sentence.start)
    table = tabulated(tuple(each.text for each in sentences), article.language)
    likeness = _likeness(table)
    words = _telling_words(table, place, sentence.text, article.language)
    others = np.arange(table.height) != place
    sharing = np.zeros(table.height, dtype=np.bool_)
    sharing[table.sentence[np.isin(table.term, [term for term, _ in words])]] = True
    return Reasons(
        place=place + 1,
        total=table.height,
        words=tuple(word for _, word in words),
        shared=int((sharing & others).sum()) if words else 0,
        central=float((likeness[others] < likeness[place]).mean()) if table.height > 1 else 0.0,
    )


def _likeness(table: TokenTable) -> Floats:
    """The cosine of each sentence with all of them together, over terms that are no stop words."""
    matrix = table.matrix
    rarity = np.log1p(table.height / np.maximum(matrix.document_frequency(), 1))
    values = matrix.counts * (rarity * ~table.stop)[matrix.columns]
    unit = values / np.sqrt(np.maximum(matrix.sum_rows(values**2), 1e-9))[matrix.rows]
    likeness: Floats = np.round(matrix.sum_rows(unit * matrix.sum_columns(unit)[matrix.columns]), 9)
    return likeness


def _telling_words(table: TokenTable, place: int, text: str, language: str) -> list[tuple[int, str]]:
    """The sentence's terms that stand in most other sentences, with the words as it writes them."""
    frequency = table.matrix.document_frequency()
    written: dict[int, str] = {}
    own = table.term[table.sentence == place].tolist()
    for term, word in zip(own, iterate(text, language), strict=True):
        if not table.stop[term] and frequency[term] > 1 and word.end - word.start >= _SHORTEST:
            written.setdefault(term, text[word.start : word.end])
    order = sorted(written, key=lambda term: -int(frequency[term]))[:MOST_WORDS]
    return [(term, written[term]) for term in written if term in order]
