"""What can be measured of an article's words and sentences without knowing their language: our ranker's
input.

Columns are named; the weights file names those it was learned on. Values are of the order of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Sentence
from bot.core.ranking.centrality import standing_of, textrank, unit_rows
from bot.core.ranking.term_matrix import Floats, Integers
from bot.core.ranking.token_table import TokenTable, tabulated
from bot.core.tokens import terms

Columns: TypeAlias = dict[str, Floats]

_STOP_WEIGHT = 0.05  # of a stop word beside a word that says something, in likeness between sentences
# Mean cosine of two sentences: articles of 100 sentences and more have 0.02 to 0.06, reviews of one product's
# one aspect 0.18 to 0.23.
_ALIKE_ARTICLE, _ALIKE_VOICES = 0.08, 0.16
_FEW_REMARKS = 25  # below it articles are as alike as that, too
_MARKS = {
    "quoted": re.compile('["“”«»„]'),
    "question": re.compile("[?؟？]"),
    "exclaimed": re.compile("[!！]"),
}


def stacked(columns: Columns) -> Floats:
    """The columns side by side."""
    side_by_side = np.empty((len(next(iter(columns.values()))), len(columns)))
    for number, values in enumerate(columns.values()):
        side_by_side[:, number] = values
    return side_by_side


@dataclass(frozen=True)
class Candidates:
    """The sentences that may stand in a summary, with what all features share."""

    sentences: Sequence[Sentence]
    title: str
    language: str
    count: int  # sentences asked for

    @cached_property
    def table(self) -> TokenTable:
        """The words."""
        return tabulated(tuple(sentence.text for sentence in self.sentences), self.language)

    @cached_property
    def paragraph(self) -> Integers:
        """The paragraph of each sentence, counted from 0 without gaps."""
        numbers = np.array([sentence.paragraph for sentence in self.sentences])
        return np.cumsum(np.diff(numbers, prepend=numbers[0]) != 0)

    @cached_property
    def first_seen(self) -> Integers:
        """By term, the sentence that brings it first."""
        return self.table.matrix.first_rows()

    @cached_property
    def in_title(self) -> Floats:
        """By term, 1.0 for the words of the title."""
        told = set(terms(self.title, self.language))
        return np.array([1.0 if term in told else 0.0 for term in self.table.terms])

    @cached_property
    def numeric(self) -> NDArray[np.bool_]:
        """By term, whether it is a number."""
        return np.array([term[:1].isdigit() for term in self.table.terms], dtype=np.bool_)

    @cached_property
    def content(self) -> Floats:
        """Words of each sentence that are no stop words."""
        matrix = self.table.matrix
        return matrix.sum_rows(matrix.counts * ~self.table.stop[matrix.columns])

    @cached_property
    def rare(self) -> Floats:
        """Each sentence as a unit vector that favours words of few sentences, by entry of the matrix."""
        matrix = self.table.matrix
        rarity = np.log1p(matrix.height / np.maximum(matrix.document_frequency(), 1))
        weight = rarity * np.where(self.table.stop, _STOP_WEIGHT, 1.0)
        return unit_rows(matrix, np.sqrt(matrix.counts) * weight[matrix.columns])

    @cached_property
    def plain(self) -> Floats:
        """Each sentence as a unit vector of its counts without stop words, by entry of the matrix."""
        matrix = self.table.matrix
        return unit_rows(matrix, matrix.counts * ~self.table.stop[matrix.columns])

    @cached_property
    def centrality(self) -> Floats:
        """The cosine of each sentence with the sum of all."""
        return self.likeness(np.ones(self.table.height))

    @cached_property
    def voices(self) -> float:
        """How surely these are many people's remarks on one thing rather than one text: 0.0 to 1.0.

        Told by how alike any two sentences are, which falls with the length of an article and not with the
        number of remarks.
        """
        matrix, height = self.table.matrix, self.table.height
        centre = matrix.sum_columns(self.plain)
        alike = (float((centre**2).sum()) - height) / max(height * (height - 1), 1)
        sure = (alike - _ALIKE_ARTICLE) / (_ALIKE_VOICES - _ALIKE_ARTICLE)
        many = (height - _FEW_REMARKS) / _FEW_REMARKS
        return min(max(sure, 0.0), 1.0) * min(max(many, 0.0), 1.0)

    def likeness(self, chosen: Floats) -> Floats:
        """The cosine of each sentence with the sum of the chosen ones (1.0; 0.0 for the others)."""
        matrix = self.table.matrix
        centre = matrix.sum_columns(self.rare * chosen[matrix.rows])
        return matrix.sum_rows(self.rare * centre[matrix.columns]) / (
            float(np.sqrt((centre**2).sum())) + 1e-9
        )


def _of_the_text(text: Candidates, size: int) -> Columns:
    """What holds for the whole text, once for each row."""
    central = text.centrality
    values = {
        "log_height": np.log(text.table.height) / 4.0,
        "ratio": text.count / text.table.height,
        "mean_length": text.table.lengths.mean() / 25.0,
        "lead_strength": central[0] / (central.mean() + 1e-9),
    }
    return {name: np.full(size, value) for name, value in values.items()}


def term_columns(text: Candidates) -> Columns:
    """One row a term: how often, how early, how widely and how it is written, and in what company."""
    table, matrix = text.table, text.table.matrix
    found = np.maximum(matrix.document_frequency(), 1)
    first = text.first_seen.astype(np.float64)
    return {
        "log_count": np.log(matrix.sum_columns(matrix.counts)),
        "log_sentences": np.log(found),
        "share_of_sentences": found / table.height,
        "early": 1.0 / (1.0 + first),
        "first_place": first / table.height,
        "last_place": matrix.best_by_column(matrix.rows.astype(np.float64)) / table.height,
        **{f"in_sentence_{place}": matrix.holds(place) for place in range(3)},
        "in_first_paragraph": (matrix.best_by_column((text.paragraph == 0)[matrix.rows] * 1.0)),
        "in_title": text.in_title,
        "capital": table.capital_share,
        "stop": table.stop * 1.0,
        "number": text.numeric * 1.0,
        "characters": np.minimum(np.array([*map(len, table.terms)]), 12) / 8.0,
        "central_mean": matrix.sum_columns(text.centrality[matrix.rows]) / found,
        "central_best": matrix.best_by_column(text.centrality[matrix.rows]),
        **_of_the_text(text, matrix.width),
    }


def pair_columns(text: Candidates, term_odds: Floats) -> Columns:
    """One row a pair of neighbouring words; `term_odds` are the log-odds of the single terms."""
    table, pairs = text.table, text.table.pairs
    left, right = table.pair_terms[:, 0], table.pair_terms[:, 1]
    first = pairs.first_rows().astype(np.float64)
    stop = table.stop * 1.0
    return {
        "log_count": np.log(pairs.sum_columns(pairs.counts)),
        "log_sentences": np.log(np.maximum(pairs.document_frequency(), 1)),
        "left": term_odds[left],
        "right": term_odds[right],
        "lower": np.minimum(term_odds[left], term_odds[right]),
        "upper": np.maximum(term_odds[left], term_odds[right]),
        "left_stop": stop[left],
        "right_stop": stop[right],
        "both_stop": stop[left] * stop[right],
        "early": 1.0 / (1.0 + first),
        "first_place": first / table.height,
        "in_sentence_0": (first == 0) * 1.0,
        "capital": table.capital_share[left] * table.capital_share[right],
        "in_title": text.in_title[left] * text.in_title[right],
        **_of_the_text(text, pairs.width),
    }


def sentence_columns(text: Candidates, term_mass: Floats, pair_mass: Floats) -> Columns:
    """One row a sentence: place, centrality, words, marks, and the sums over its terms and pairs."""
    length = np.maximum(text.table.lengths, 1.0)
    columns = {
        **_place_columns(text),
        **_central_columns(text),
        **_word_columns(text, length),
        **_mark_columns(text.sentences),
        **_of_the_text(text, text.table.height),
        "term_density": term_mass / length * 2.0,
        "pair_density": pair_mass / length * 2.0,
        "promise": (term_mass + pair_mass) / (length + length.mean()),
    }
    return {**columns, **_standing_columns(columns, term_mass, pair_mass, length)}


def _place_columns(text: Candidates) -> Columns:
    height = text.table.height
    order = np.arange(height, dtype=np.float64)
    return {
        "early": 1.0 / (1.0 + order),
        "place": order / height,
        **{f"is_{place}": (order == place) * 1.0 for place in range(3)},
        "last": (order == height - 1) * 1.0,
        "opens_paragraph": (np.diff(text.paragraph, prepend=-1) > 0) * 1.0,
        "paragraph_early": 1.0 / (1.0 + text.paragraph),
    }


def _central_columns(text: Candidates) -> Columns:
    height = text.table.height
    matrix = text.table.matrix
    before = matrix.dot_before(text.rare)
    total = matrix.sum_columns(text.rare)[matrix.columns]
    later = matrix.sum_rows(text.rare * total) - before - matrix.sum_rows(text.rare**2)
    alike = matrix.sum_columns(text.plain)[matrix.columns] - text.plain
    return {
        "centroid": text.centrality,
        "precedes": later / np.sqrt(height),
        "follows": before / np.sqrt(height),
        "alike": matrix.sum_rows(text.plain * alike) / np.sqrt(height),
        "lead_likeness": text.likeness((np.arange(height) < max(3, height // 20)).astype(np.float64)),
        "next_likeness": matrix.dot_next(text.rare),
        "textrank": textrank(text.table.written),
        **_shared_columns(text),
    }


def _shared_columns(text: Candidates) -> Columns:
    """About what Reduction measures, in linear time: words shared with all others over both lengths.

    The other sentence's length is taken as the average one; once over the logarithms, as Reduction does, once
    over the lengths themselves.
    """
    matrix = text.table.matrix
    others = matrix.sum_columns(matrix.counts)[matrix.columns] - matrix.counts
    shared = matrix.sum_rows(matrix.counts * others * ~text.table.stop[matrix.columns]) / matrix.height
    length = np.maximum(text.content, 2.0)
    return {
        "shared": shared / (np.log(length) + np.log(length).mean()),
        "shared_by_length": shared / (length + length.mean()) * 5.0,
    }


def _word_columns(text: Candidates, length: Floats) -> Columns:
    table, matrix = text.table, text.table.matrix
    names = (table.capital & ~table.opening) * 1.0
    named = np.bincount(table.term, weights=names, minlength=matrix.width) > 0
    brings = (text.first_seen[matrix.columns] == matrix.rows) & ~table.stop[matrix.columns]
    fresh = brings.astype(np.float64)
    titled = matrix.sum_rows(text.in_title[matrix.columns])
    frequency: Floats = np.where(table.stop, 0.0, matrix.sum_columns(matrix.counts)) / table.height
    return {
        "title_share": titled / max(float(text.in_title.sum()), 1.0),
        "title_density": titled / length * 5.0,
        "log_length": np.log(length) / 3.0,
        "short": (length < 8).astype(np.float64),
        "long": (length > 35).astype(np.float64),
        "content_share": text.content / length,
        "names_share": np.bincount(table.sentence, weights=names, minlength=table.height) / length * 3.0,
        "new_names": np.log1p(matrix.sum_rows(fresh * named[matrix.columns].astype(np.float64))),
        "new_terms": matrix.sum_rows(fresh) / length,
        "numbers": np.log1p(matrix.sum_rows(text.numeric[matrix.columns].astype(np.float64))),
        "frequency": matrix.sum_rows(matrix.counts * frequency[matrix.columns])
        / np.maximum(text.content, 3.0)
        * 4.0,
    }


def _mark_columns(sentences: Sequence[Sentence]) -> Columns:
    texts = [sentence.text for sentence in sentences]
    return {
        **{
            name: np.array([1.0 if mark.search(text) else 0.0 for text in texts])
            for name, mark in _MARKS.items()
        },
        "colon": np.array([1.0 if text.endswith((":", "：")) else 0.0 for text in texts]),
    }


def _standing_columns(columns: Columns, term_mass: Floats, pair_mass: Floats, length: Floats) -> Columns:
    """How a sentence stands among the others of its text, also times the share that is asked for."""
    measured = {
        "term_mass": term_mass,
        "pair_mass": pair_mass,
        "log_length": np.log(length),
        **{name: columns[name] for name in _STANDING},
    }
    rows = standing_of(np.stack([*measured.values()]))
    standing = {f"{name}_standing": row for name, row in zip(measured, rows, strict=True)}
    ratio = columns["ratio"]
    return {
        **standing,
        "promise_rank": np.argsort(np.argsort(-np.round(columns["promise"], 9), kind="stable")) / len(ratio),
        **{f"{name}_by_ratio": standing[f"{name}_standing"] * ratio for name in _BY_RATIO},
        "early_by_ratio": columns["early"] * ratio,
    }


_STANDING = (
    "promise",
    "term_density",
    "pair_density",
    "shared",
    "shared_by_length",
    "alike",
    "textrank",
    "centroid",
    "precedes",
    "frequency",
)
_BY_RATIO = ("shared", "shared_by_length", "alike", "textrank", "term_mass", "log_length")
