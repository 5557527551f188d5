"""Decides whether articles answer a question, as far as its words tell."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from bot.core.answers.answer_types import answer_types
from bot.core.answers.answer_weights import judge_weights, threshold
from bot.core.answers.answering import Ranking
from bot.core.answers.article_index import Floats
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

    A follow-up has few words of its own; what it leans on helps, but makes up for nothing that the articles
    don't know: neither for its own words nor for the number that it asks for. Most of its words must be known
    ("and in Moscow?"), or some where the question before it is about this. One that only points back ("and
    why?", "who told him?") is about what the conversation is about; it is answered where the best sentence
    has a name for "who", a day for "when".
    """
    if any(rule(ranking) for rule in (_is_about, *_PLAIN_CASES)):
        return True
    if ranking.joined is None or not _knows_what_is_asked(ranking) or not _tells_what_is_wanted(ranking):
        return False
    if all(_only_points_back(question) for question in ranking.questions):
        return ranking.context_known >= _LEAST_KNOWN and _holds_what_is_asked_for(ranking)
    own = [each.facts["known"] for each in ranking.evidence if each.facts["terms"]]
    known = max(own, default=0.0)
    return known >= _LEAST_KNOWN or (known > 0 and _is_about(ranking.joined))


def _knows_what_is_asked(ranking: Ranking) -> bool:
    """Whether an article knows the word of the question that tells most; of everyday ones it needs none."""
    return any(not len(each.view.own) or each.facts["key_known"] > _KEY_KNOWN for each in ranking.evidence)


def _measures_the_subject(ranking: Ranking) -> bool:
    """Whether it has no words but those that ask for a sum, a length, an age … ("How heavy is it?"), and the
    best sentence tells one: it is about what the text is about. Sums are told of many things: of what "she
    earns", only one that stands beside a word for it.
    """
    best = ranking.best()
    if best is None:
        return False
    evidence = ranking.evidence[best[0]]
    known = not evidence.facts["terms"] or evidence.facts["known"] >= _LEAST_KNOWN
    if known and "money" in _wanted(ranking.questions[best[0]]):
        content = evidence.view.content > 0
        known = bool((evidence.view.matches.alike[content, evidence.sentences[best[1]]] > _KEY_KNOWN).all())
    return evidence.view.only_measures and known and bool(evidence.features["wanted"][best[1]])


def _wanted(question: Question) -> frozenset[str]:
    return answer_types(question.language).wanted(question.text.lower(), question.kind)


def _goes_on_from_title(ranking: Ranking) -> bool:
    """Whether the title has the word that the text lacks ("the bridge" where the text says "the crossing"),
    and the best sentence all others of the question and what it asks for.
    """
    best = ranking.best()
    if best is None:
        return False
    evidence, place = ranking.evidence[best[0]], best[1]
    titled = evidence.view.content * evidence.view.only_in_title > 0
    others = (evidence.view.content > 0) & ~titled
    if not titled.any() or not others.any():
        return False
    held = evidence.view.matches.alike[others, evidence.sentences[place]].min() > _KEY_KNOWN
    return bool(held and evidence.features["answers_kind"][place]) and _tells_what_is_wanted(ranking)


def _tells_what_is_allowed(ranking: Ranking) -> bool:
    """Whether the best sentence allows or forbids something and has most words of a question that asks for
    that ("can i freeze it").
    """
    best = ranking.best()
    if best is None:
        return False
    evidence, question = ranking.evidence[best[0]], ranking.questions[best[0]]
    own = evidence.view.own
    if not len(own) or "allowed" not in _wanted(question):
        return False
    held = evidence.view.matches.alike[own, evidence.sentences[best[1]]] > _KEY_KNOWN
    return bool(evidence.features["wanted"][best[1]]) and 2 * held.sum() > len(own)


# Questions that are too short for the weights, and plain enough to tell.
_PLAIN_CASES = (_measures_the_subject, _tells_what_is_allowed, _goes_on_from_title)


def _tells_what_is_wanted(ranking: Ranking) -> bool:
    """Whether a sum, a length, an age … or a number is told where one is asked for: a sum not just anywhere,
    but near the words of the question ("How much is the cheese?").
    """
    best = ranking.best()
    if best is None:
        return False
    evidence = ranking.evidence[best[0]]
    return _tells_near(evidence) and _tells_a_number(evidence, ranking.scores[best[0]])


def _tells_near(evidence: Evidence) -> bool:
    """Some ages and lengths are told by a number alone ("The oldest is 22"): near the words it will do."""
    features = evidence.features
    told = features["wanted_or_none"] > 0
    if not evidence.facts["known"] or told.all():
        return bool(told.any())
    near = np.maximum.reduce([features[name] for name in _NEAR]) > 0
    return bool(told.any() and (near & (told | (features["has_number"] > 0))).any())


_NEAR = ("whole_near", "whole_paragraph", "cover_heading")


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
    evidence = ranking.evidence[best[0]]
    if not _tells_what_is_wanted(ranking):
        return False
    features = judge_features(evidence.features, evidence.facts, best[1])
    verdict = sum(weight * features[name] for name, weight in judge_weights().items())
    least = threshold(ranking.questions[best[0]].language)
    if features["terms"] <= _SHORT:
        return _known_in_short(evidence) > _KEY_KNOWN and verdict > least - _SHORT_BONUS
    return verdict > least


def _tells_a_number(evidence: Evidence, scores: Floats) -> bool:
    """Whether there is a number or numeral where one is asked for: in the best sentence, or, where the
    article knows what is counted, in another one of those that are shown.
    """
    view = evidence.view
    if view.question.kind not in _COUNTING:
        return True
    counted = view.known[view.question.focus] if view.question.focus >= 0 else 1.0
    shown = np.argsort(-scores, kind="stable")[: _SHOWN if counted > _KEY_KNOWN else 1]
    return bool(evidence.features["answers_kind"][shown].any())


# Of 616 questions for a number that the sets' articles answer, this refuses 5, three answered rightly.
_COUNTING, _SHOWN = {"many", "long"}, 3


def _known_in_short(evidence: Evidence) -> float:
    """How well the article knows the word of a short question that tells most. Of one that asks who did
    something, the word that it knows least: "Who trained Calder?" turns on the verb.
    """
    view = evidence.view
    if view.question.kind != "who":
        return evidence.facts["key_known"]
    return float(view.known[view.content > 0].min())


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
