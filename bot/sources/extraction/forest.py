"""Gradient-boosted decision trees, read from a file and asked in NumPy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int32]

_ROWS = 256  # asked at a time: rows × trees must fit into the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays over all their nodes. A leaf is its own child on both sides."""

    columns: tuple[str, ...]  # names of the features, by number
    roots: Integers  # of each tree
    feature: Integers
    threshold: Floats  # goes left where the value is at most this
    left: Integers
    right: Integers
    missing_left: NDArray[np.bool_]  # which way a NaN goes
    value: Floats  # of leaves; 0 elsewhere
    depth: int  # of the deepest tree

    def probabilities(self, rows: Floats) -> Floats:
        """For each row the probability of a yes, 0 to 1. A row's features are in the order of `columns`."""
        # Each feature twice, with every NaN lower than any threshold and with it higher: a node asks the one
        # that sends a NaN its way, so that one comparison is enough.
        both = np.concatenate((np.nan_to_num(rows, nan=-np.inf), np.nan_to_num(rows, nan=np.inf)), axis=1)
        asked = self.feature + np.where(self.missing_left, 0, rows.shape[1]).astype(np.int32)
        children = np.stack((self.left, self.right), axis=1).ravel()
        parts = [self._sums(both[at : at + _ROWS], asked, children) for at in range(0, len(rows), _ROWS)]
        sums = np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)
        likely: Floats = (1 / (1 + np.exp(-sums))).astype(np.float32)
        return likely

    def _sums(self, rows: Floats, asked: Integers, children: Integers) -> Floats:
        values = np.ascontiguousarray(rows).ravel()
        start = (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_right = values.take(start + asked.take(at)) > self.threshold.take(at)
            at = children.take(2 * at + goes_right)
        sums: Floats = self.value.take(at).sum(axis=1, dtype=np.float32)
        return sums


@cache
def load_forest(name: str) -> Forest:
    """The forest in a file of this package (`tests/quality/train_body.py` writes it)."""
    with (
        files("bot.sources.extraction").joinpath(name).open("rb") as file,
        np.load(file, allow_pickle=False) as data,
    ):
        return Forest(
            columns=tuple(str(column) for column in data["columns"]),
            roots=data["roots"].astype(np.int32),
            feature=data["feature"].astype(np.int32),
            threshold=data["threshold"],
            left=data["left"].astype(np.int32),
            right=data["right"].astype(np.int32),
            missing_left=data["missing_left"].astype(np.bool_),
            value=data["value"],
            depth=int(data["depth"]),
        )
