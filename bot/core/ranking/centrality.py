"""How central sentences are among those of their text: TextRank in linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from bot.core.lexicon.stopwords import function_words
from bot.core.ranking.term_matrix import Floats, TermMatrix

_DAMPING, _STEPS = 0.85, 12  # TextRank's; twelve steps settle the order
_LEAST_DEGREE = 1e-6  # of a sentence without any word in common with another
_RUN = re.compile(r"\w+(?:['’.-]\w+)*")
_DIGIT = re.compile(r"\d")


def textrank(matrix: TermMatrix) -> Floats:
    """The centrality of each row, a sentence, over the cosine of its words; the mean is about one.

    Mihalcea and Tarau (2004) with cosine for the likeness. Walks the graph without building it: linear in the
    words.
    """
    unit = unit_rows(matrix, matrix.counts)
    own = matrix.sum_rows(unit**2)

    def likeness(values: Floats) -> Floats:
        centre = matrix.sum_columns(unit * values[matrix.rows])
        return matrix.sum_rows(unit * centre[matrix.columns]) - own * values

    degree = np.maximum(likeness(np.ones(matrix.height)), _LEAST_DEGREE)
    scores = np.ones(matrix.height)
    for _ in range(_STEPS):
        scores = (1.0 - _DAMPING) + _DAMPING * likeness(scores / degree)
    return scores


def count_runs(texts: Sequence[str], language: str) -> TermMatrix:
    """Counts of what stands between blanks ("well-known", "company's"), a row a text; no function words and
    no numbers, which tie sentences together that have nothing else in common.
    """
    ignored = function_words(language)
    numbers: dict[str, int] = {}
    row: list[int] = []
    column: list[int] = []
    for index, text in enumerate(texts):
        for run in _RUN.findall(text.lower()):
            if run not in ignored and not _DIGIT.search(run):
                row.append(index)
                column.append(numbers.setdefault(run, len(numbers)))
    rows, columns = np.array(row, dtype=np.int64), np.array(column, dtype=np.int64)
    return TermMatrix.count(rows, columns, len(texts), len(numbers))


def unit_rows(matrix: TermMatrix, values: Floats) -> Floats:
    """The values of a matrix's entries, with each row made a unit vector."""
    return values / (np.sqrt(matrix.sum_rows(values**2)) + 1e-9)[matrix.rows]


def standing_of(values: Floats) -> Floats:
    """How far each value lies from the mean of its row, in standard deviations."""
    mean, deviation = values.mean(axis=-1, keepdims=True), values.std(axis=-1, keepdims=True)
    standing: Floats = (values - mean) / (deviation + 1e-6)
    return standing
