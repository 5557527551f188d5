"""Centrality by TextRank, and the words that it is measured over."""

import numpy as np
import pytest

from bot.core.ranking.centrality import count_runs, standing_of, textrank

TEXTS = (
    "The well-known harbour's wall fell in 2004.",
    "A harbour's wall is built of stone.",
    "Stone is carried to the wall by ship.",
    "Nobody sings here.",
)


def test_runs_keep_their_marks_and_leave_out_numbers_and_function_words() -> None:
    matrix = count_runs(TEXTS, "en")
    one_row = count_runs(TEXTS[:1], "en")
    assert matrix.height == 4
    assert one_row.width == 4  # well-known, harbour's, wall, fell
    assert matrix.document_frequency()[one_row.width - 2] == 3  # wall


def test_textrank_is_that_of_the_graph_written_out() -> None:
    matrix = count_runs(TEXTS, "en")
    dense = np.zeros((matrix.height, matrix.width))
    dense[matrix.rows, matrix.columns] = matrix.counts
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    likeness = dense @ dense.T
    np.fill_diagonal(likeness, 0.0)
    degree = np.maximum(likeness.sum(axis=1), 1e-6)
    scores = np.ones(len(TEXTS))
    for _ in range(12):
        scores = 0.15 + 0.85 * likeness @ (scores / degree)
    assert textrank(matrix) == pytest.approx(scores)


def test_a_sentence_without_a_word_in_common_is_the_least_central() -> None:
    assert int(np.argmin(textrank(count_runs(TEXTS, "en")))) == 3


def test_standing_has_mean_zero_and_stands_still_where_all_are_alike() -> None:
    assert standing_of(np.array([1.0, 2.0, 3.0])) == pytest.approx([-1.2247, 0.0, 1.2247], abs=1e-3)
    assert standing_of(np.ones(3)) == pytest.approx(np.zeros(3))


def test_nothing_to_count() -> None:
    assert textrank(count_runs(("In 2004.", "Of the."), "en")) == pytest.approx([0.15, 0.15])
