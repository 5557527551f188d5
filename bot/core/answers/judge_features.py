"""What speaks for a question being about an article, in numbers for the learned weights."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from bot.core.answers.article_index import Floats

_BOTH = (  # of the best sentence, and the most that any has
    "whole",
    "whole_near",
    "whole_paragraph",
    "grams4_whole",
    "grams5_whole",
    "grams4_paragraph",
    "grams5_near",
    "matched",
    "matched_all",
    "near_all",
    "near_ordered",
    "shared_share",
    "cover_names",
    "cover_numbers",
    "cover_long",
    "cover_with_before",
    "cover_paragraph",
    "bm25_alike",
    "bm25_window",
    "fresh_cover",
    "answers_kind",
    "wanted_or_none",
    "telling",
    "telling_before",
    "telling_near",
    "telling_paragraph",
)
_BEST = ("bm25", "bm25_paragraph", "adjacent", "near")


def judge_features(features: Mapping[str, Floats], facts: Mapping[str, float], best: int) -> dict[str, float]:
    """What speaks for the question being about an article: how much of it the sentence has that is ranked
    best, and how much any has.

    `features` and `facts` are those of `Evidence`; `best` is the sentence, by its row.
    """
    found = dict(facts)
    for name in _BOTH:
        values = features[name]
        found[f"best_{name}"] = float(values[best])
        found[f"most_{name}"] = float(np.max(values))
    for name in _BEST:
        found[f"best_{name}"] = float(features[name][best])
    terms = math.log1p(found["terms"])
    found["log_terms"] = terms
    found["near_all_terms"] = found["best_near_all"] * terms
    for name in (
        "known",
        "known_telling",
        "most_telling_near",
        "best_telling_before",
        "most_whole_near",
        "most_whole",
        "most_grams4_whole",
    ):
        found[f"{name}_squared"] = found[name] ** 2
        found[f"{name}_terms"] = found[name] * terms
        found[f"{name}_unspaced"] = found[name] * found["unspaced"]
        found[f"{name}_size"] = found[name] * found["size"]
    return {"one": 1.0, **found}
