"""What each piece of evidence weighs: read from `data/answer_weights.json`, which a program learned."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.core.lexicon.question_words import UNSPACED

SPACED, HAN, SOUTHERN = "spaced", "han", "southern"


def writing(language: str) -> str:
    """How a language is written, as far as it matters here: with blanks, in characters, or like Thai."""
    if language not in UNSPACED:
        return SPACED
    return HAN if language in {"ja", "zh"} else SOUTHERN


@cache
def ranker_weights(language: str) -> Mapping[str, float]:
    """What each feature of a sentence weighs; where no blanks are written, some weigh differently."""
    common = _read()["ranker"]
    extra = _read().get(writing(language), {})
    return {name: weight + extra.get(name, 0.0) for name, weight in common.items()}


def judge_weights() -> Mapping[str, float]:
    """What each sign weighs that a question is about the articles."""
    weights: Mapping[str, float] = _read()["judge"]
    return weights


def threshold(language: str) -> float:
    """From which weighted sum on a question is about the articles."""
    thresholds = _read()["threshold"]
    return float(thresholds.get(language, thresholds["other"]))


@cache
def _read() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        files("bot.core").joinpath("data/answer_weights.json").read_text(encoding="utf-8")
    )
    return loaded
