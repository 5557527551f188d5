"""The learned part of our ranker: three small networks, as a data file of some thousand numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from bot.core.ranking.features import Columns, stacked
from bot.core.ranking.term_matrix import Floats


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer (tanh) and one output: log-odds."""

    columns: tuple[str, ...]  # the features that it was learned on, in order
    mean: Floats
    scale: Floats
    hidden: Floats  # features by hidden units
    hidden_bias: Floats
    output: Floats
    output_bias: float

    def log_odds(self, columns: Columns) -> Floats:
        """The output for each row."""
        if tuple(columns) != self.columns:
            raise ValueError("The ranker's weights were learned on other features")
        values = stacked(columns)
        values -= self.mean
        values /= self.scale
        hidden = values @ self.hidden
        hidden += self.hidden_bias
        odds: Floats = np.tanh(hidden, out=hidden) @ self.output + self.output_bias
        return odds

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Network:
        """The network as the data file holds it."""
        arrays = {
            name: np.asarray(values[name], dtype=np.float64)
            for name in ("mean", "scale", "hidden", "hidden_bias", "output")
        }
        return cls(columns=tuple(values["columns"]), output_bias=float(values["output_bias"]), **arrays)


@dataclass(frozen=True, slots=True)
class Networks:
    """What was learned (tests/quality/learn_ranker.py): which terms, pairs and sentences summaries hold."""

    terms: Network
    pairs: Network
    sentences: tuple[Network, ...]  # their mean counts


@cache
def learned() -> Networks:
    """The networks of the installed data file."""
    values = json.loads(files("bot.core").joinpath("data/ranker.json").read_text("utf-8"))
    return from_file(values)


def from_file(values: Mapping[str, Any]) -> Networks:
    """The networks that a data file holds."""
    sentences: Sequence[Mapping[str, Any]] = values["sentences"]
    return Networks(
        terms=Network.from_values(values["terms"]),
        pairs=Network.from_values(values["pairs"]),
        sentences=tuple(Network.from_values(one) for one in sentences),
    )
