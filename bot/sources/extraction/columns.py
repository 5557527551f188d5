"""Named columns of numbers, one row a unit, and what is done to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]


class Table:
    """Named columns, one row a unit."""

    def __init__(self, height: int) -> None:
        self._height = height
        self.columns: dict[str, Floats] = {}

    def put(self, name: str, values: Any) -> Floats:
        column = np.asarray(values, dtype=np.float32)
        if column.ndim == 0:  # one value for all; to broadcast a column costs as much as to make it
            column = np.full(self._height, column)
        self.columns[name] = column
        return column

    def matrix(self, names: Sequence[str] | None = None) -> Floats:
        """The columns side by side, in the order of their names, or of when they were put."""
        columns = [self.columns[name] for name in names] if names else list(self.columns.values())
        return np.column_stack(columns)


def shifted(column: Floats, step: int) -> Floats:
    """The column's value `step` units further; NaN past the ends."""
    out = np.full(len(column), np.nan, dtype=np.float32)
    if step > 0:
        out[:-step] = column[step:]
    else:
        out[-step:] = column[:step]
    return out


def windowed(column: Floats, reach: int) -> Floats:
    """The sum over a unit and `reach` on both sides."""
    sums = np.concatenate(([0.0], np.cumsum(column, dtype=np.float64)))
    at = np.arange(len(column))
    high, low = np.minimum(len(column), at + reach + 1), np.maximum(0, at - reach)
    return (sums[high] - sums[low]).astype(np.float32)
