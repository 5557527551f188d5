"""Which term stands how often in which sentence, as a sparse matrix on plain NumPy.

NumPy alone, because SciPy would cost 40 MB of memory for one kind of product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

# Terms in at least this many sentences are multiplied as a dense block, the rest by their postings. Any value
# gives the same result; 24 was the quickest on 900 sentences of news and holds the work of hostile input,
# where every sentence has the same words, to one matrix product.
_FREQUENT = 24


@dataclass(frozen=True)
class TermMatrix:
    """Term counts by sentence, in compressed rows."""

    width: int  # terms
    starts: Integers  # where each row begins; one more entry than there are rows
    columns: Integers  # term numbers, row after row
    counts: Floats  # how often the term stands in the sentence

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> TermMatrix:
        """The matrix of tokenized sentences."""
        numbers: dict[str, int] = {}
        columns = [numbers.setdefault(word, len(numbers)) for words in sentences for word in words]
        rows = np.repeat(np.arange(len(sentences)), [len(words) for words in sentences])
        return cls.count(rows, np.asarray(columns, dtype=np.int64), len(sentences), len(numbers))

    @classmethod
    def count(cls, rows: Integers, columns: Integers, height: int, width: int) -> TermMatrix:
        """The matrix of words given by the numbers of their sentence and their term."""
        cells, counts = np.unique(rows * width + columns, return_counts=True)
        starts = np.searchsorted(cells, np.arange(height + 1) * width)
        return cls(width, starts, cells % max(width, 1), counts.astype(np.float64))

    @property
    def height(self) -> int:
        """The number of sentences."""
        return len(self.starts) - 1

    @cached_property
    def rows(self) -> Integers:
        """The sentence of each entry."""
        return np.repeat(np.arange(self.height, dtype=np.int64), np.diff(self.starts))

    @cached_property
    def by_term(self) -> Integers:
        """The places of the entries, term after term."""
        return np.argsort(self.columns, kind="stable")

    @cached_property
    def term_starts(self) -> Integers:
        """Where each term begins in `by_term`; one more entry than there are terms."""
        return np.concatenate(([0], np.cumsum(self.document_frequency())))

    def document_frequency(self) -> Integers:
        """In how many sentences each term stands."""
        return np.bincount(self.columns, minlength=self.width)

    def sum_rows(self, values: Floats) -> Floats:
        """The sum over each sentence of values that belong to the entries."""
        sums = np.bincount(self.rows, weights=values, minlength=self.height)
        return sums.astype(np.float64, copy=False)  # bincount of nothing counts in integers

    def sum_columns(self, values: Floats) -> Floats:
        """The sum over each term of values that belong to the entries."""
        sums = np.bincount(self.columns, weights=values, minlength=self.width)
        return sums.astype(np.float64, copy=False)

    def first_rows(self) -> Integers:
        """By term, the first sentence that has it."""
        first = np.full(self.width, self.height, dtype=np.int64)
        # Rows ascend: written backwards, the first one stays.
        first[self.columns[::-1]] = self.rows[::-1]
        return first

    def best_by_column(self, values: Floats) -> Floats:
        """By term, the highest of the values that belong to its entries, 0.0 at least."""
        best = np.zeros(self.width)
        np.maximum.at(best, self.columns, values)
        return best

    def holds(self, row: int) -> Floats:
        """By term, 1.0 where the sentence has it; all 0.0 where there is no such sentence."""
        held = np.zeros(self.width)
        if row < self.height:
            held[self.columns[self.starts[row] : self.starts[row + 1]]] = 1.0
        return held

    def dot_before(self, values: Floats) -> Floats:
        """The inner product of each row with the sum of the rows before it; linear in the entries."""
        running = np.concatenate(([0.0], np.cumsum(values[self.by_term])))
        before = np.empty_like(values)
        before[self.by_term] = running[:-1]
        earlier = before - running[self.term_starts[self.columns]]
        return self.sum_rows(values * earlier)

    def dot_next(self, values: Floats) -> Floats:
        """The inner product of each row with the row after it."""
        keys = self.rows * self.width + self.columns
        places = np.minimum(np.searchsorted(keys, keys + self.width), max(len(keys) - 1, 0))
        met = keys[places] == keys + self.width
        return self.sum_rows(np.where(met, values * values[places], 0.0))

    def products(self, values: Floats) -> Floats:
        """The inner product of every two rows, dense, with `values` in place of the counts.

        Memory is quadratic in the number of sentences; time is bounded also where all sentences are alike.
        """
        frequent = self.document_frequency() >= _FREQUENT
        return self._dense_products(values, frequent) + self._sparse_products(values, ~frequent)

    def _dense_products(self, values: Floats, chosen: NDArray[np.bool_]) -> Floats:
        new_number = np.cumsum(chosen) - 1
        entries = chosen[self.columns]
        block = np.zeros((self.height, int(chosen.sum())))
        block[self.rows[entries], new_number[self.columns[entries]]] = values[entries]
        product: Floats = block @ block.T
        return product

    def _sparse_products(self, values: Floats, chosen: NDArray[np.bool_]) -> Floats:
        entries = np.flatnonzero(chosen[self.columns])
        by_term = entries[np.argsort(self.columns[entries], kind="stable")]
        first, second = _pairs(self.columns[by_term])
        rows, ordered = self.rows[by_term], values[by_term]
        flat = np.bincount(
            rows[first] * self.height + rows[second],
            weights=ordered[first] * ordered[second],
            minlength=self.height**2,
        )
        return flat.reshape(self.height, self.height).astype(np.float64)


def _pairs(groups: Integers) -> tuple[Integers, Integers]:
    """Every ordered pair of places (itself included) that belong to the same group; `groups` is sorted."""
    if not len(groups):
        return groups, groups
    begins = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    sizes = np.diff(np.r_[begins, len(groups)])
    group_size, group_begin = np.repeat(sizes, sizes), np.repeat(begins, sizes)
    first = np.repeat(np.arange(len(groups)), group_size)
    return first, ranges(group_begin, group_size)


def ranges(begins: Integers, sizes: Integers) -> Integers:
    """The whole numbers of several ranges, one after the other."""
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(begins, sizes) + offset
