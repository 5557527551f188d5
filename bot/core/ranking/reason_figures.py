"""How a sentence stands among the others of its text, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.lexicon.tag_words import is_no_tag, small_words
from bot.core.lexicon.words import iterate
from bot.core.ranking.term_matrix import Floats
from bot.core.ranking.token_table import TokenTable, tabulated

MOST_WORDS = 3
_SHORTEST = 2  # characters: a single letter tells a reader nothing


@dataclass(frozen=True, slots=True)
class ReasonFigures:
    """A sentence beside the others: the fields of bot.core.ranking.reasons.Reasons of the same names."""

    words: tuple[str, ...]
    shared: int
    central: float


def reason_figures(texts: Sequence[str], place: int, language: str) -> ReasonFigures:
    """How the sentence at `place` (0-based) stands among the sentences of a text."""
    table = tabulated(tuple(texts), language)
    likeness = _likeness(table)
    words = _telling_words(table, place, texts[place], language)
    others = np.arange(table.height) != place
    sharing = np.zeros(table.height, dtype=np.bool_)
    sharing[table.sentence[np.isin(table.term, [term for term, _ in words])]] = True
    return ReasonFigures(
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
        shown = text[word.start : word.end]
        if not table.stop[term] and frequency[term] > 1 and _tells(shown, language):
            written.setdefault(term, shown)
    order = sorted(written, key=lambda term: -int(frequency[term]))[:MOST_WORDS]
    return [(term, written[term]) for term in written if term in order]


def _tells(word: str, language: str) -> bool:
    """Whether a word by itself tells a reader what sentences share: none that no keyword is made of."""
    if len(word) < _SHORTEST or word.lower() in small_words(language):
        return False
    return not is_no_tag(word, language)
