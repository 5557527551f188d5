"""Decides whether articles answer a question, as far as its words tell."""

from __future__ import annotations

import math

import numpy as np

from bot.core.answers.answer_weights import judge_weights, threshold
from bot.core.answers.answering import Ranking
from bot.core.answers.evidence import Evidence
from bot.core.answers.questions import Question

# People ask in one or two meaningful words about the article in front of them, and the threshold refuses 24 %
# of the sets' questions when they are cut down to so few words. With this much less it is 17 %, and of
# foreign ones 91 % are told instead of 95 % (5 folds, before the next rule). The word that tells most must
# be known: "Who is the sponsor of Calder?" is not answered by what Calder did.
_SHORT, _SHORT_BONUS, _KEY_KNOWN = 2, 1.0, 0.4
_LEAST_KNOWN = 0.5  # share of a follow-up's own words that the article must have
# What answers a question that has no words of its own: a sum of money is neither a length nor a day.
_HELD = {"long": ("long_duration", "long_unit"), "when": ("when_year", "when_calendar")}


def is_answered(ranking: Ranking) -> bool:
    """Whether the best sentence answers the question.

    A follow-up has few words of its own. Most of them must be known ("and in Moscow?"), or some where the
    question before it is about this. One that only points back ("and why?", "who told him?") is about what
    the conversation is about; it is answered where the best sentence has a name for "who", a day for "when".
    """
    if ranking.joined is None:
        return _is_about(ranking)
    if all(_only_points_back(question) for question in ranking.questions):
        return ranking.context_known >= _LEAST_KNOWN and _holds_what_is_asked_for(ranking)
    own = [each.facts["known"] for each in ranking.evidence if each.facts["terms"]]
    known = max(own, default=0.0)
    return known >= _LEAST_KNOWN or (known > 0 and _is_about(ranking.joined))


def _holds_what_is_asked_for(ranking: Ranking) -> bool:
    """Whether the best sentence has what such a question wants."""
    best = ranking.best()
    if best is None:
        return False
    features, place = ranking.evidence[best[0]].features, best[1]
    wanted = _HELD.get(ranking.questions[best[0]].kind, ("answers_kind",))
    return any(float(features[name][place]) > 0 for name in wanted)


def _only_points_back(question: Question) -> bool:
    """Whether a question names nothing new: at most one ordinary word beside its pronouns."""
    content = question.content
    return not content or (
        question.pointing and len(content) == 1 and not content[0].capital and not content[0].term.isdigit()
    )


def _is_about(ranking: Ranking) -> bool:
    best = ranking.best()
    if best is None or not ranking.questions[best[0]].content:
        return False
    features = judge_features(ranking)
    if not features["most_wanted_or_none"]:
        return False  # "How much does it cost?", and no sum of money is told anywhere near
    verdict = sum(weight * features[name] for name, weight in judge_weights().items())
    least = threshold(ranking.questions[best[0]].language)
    if features["terms"] <= _SHORT:
        return ranking.evidence[best[0]].facts["key_known"] > _KEY_KNOWN and verdict > least - _SHORT_BONUS
    return verdict > least


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
_FACTS = (
    "known",
    "known_equally",
    "known_telling",
    "known_telling_well",
    "known_names",
    "has_names",
    "terms",
    "unspaced",
    "size",
)


def judge_features(ranking: Ranking) -> dict[str, float]:
    """What speaks for the question being about these articles: how much of it the best sentence has."""
    best = ranking.best()
    if best is None:
        found = dict.fromkeys(
            (*_FACTS, *(f"{most}_{name}" for name in _BOTH for most in ("best", "most"))), 0.0
        )
        found |= dict.fromkeys((f"best_{name}" for name in _BEST), 0.0)
    else:
        found = _signs(ranking.evidence[best[0]], best[1])
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


def _signs(evidence: Evidence, best: int) -> dict[str, float]:
    found = dict(evidence.facts)
    for name in _BOTH:
        values = evidence.features[name]
        found[f"best_{name}"] = float(values[best])
        found[f"most_{name}"] = float(np.max(values))
    for name in _BEST:
        found[f"best_{name}"] = float(evidence.features[name][best])
    return found
