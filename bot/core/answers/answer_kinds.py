"""What a question asks for against what a sentence holds: who needs a name, when a date, why a reason."""

from __future__ import annotations

import numpy as np

from bot.core.answers.answer_cues import CUES, numbers_in
from bot.core.answers.answer_types import tells
from bot.core.answers.article_index import Floats, Integers
from bot.core.answers.question_view import View
from bot.core.answers.questions import OTHER
from bot.core.lexicon.question_words import vocabulary

# What may answer each kind of question; other pairs carry no meaning and would only fit noise.
_ANSWERS = {
    "who": ("name", "person", "number", "place"),
    "where": ("place", "place_name", "name", "number"),
    "when": ("year", "calendar", "number", "name"),
    "many": ("number", "numeral", "money", "year", "name"),
    "long": ("duration", "number", "unit", "year"),
    "why": ("reason", "number", "name"),
    OTHER: ("name", "number", "year", "reason", "place"),
}
_ALWAYS = ("question", "number", "name", "year", "numeral", "reason")


def holding_features(view: View, pool: Integers) -> dict[str, Floats]:
    """What each sentence holds, against what the question asks for; whether it says anything new."""
    question = view.question.text.lower()
    asked = numbers_in(question)
    rows = [view.index.cues(number).beside(question, asked) for number in pool.tolist()]
    held = np.asarray(rows, dtype=np.float64).reshape(len(rows), len(CUES))
    values = dict(zip(CUES, np.ascontiguousarray(held.T), strict=True))
    zero = np.zeros(len(rows))
    found = {f"has_{name}": values[name] for name in _ALWAYS}
    for kind, names in _ANSWERS.items():
        for name in names:
            found[f"{kind}_{name}"] = values[name] if view.question.kind == kind else zero
    # "What is it called?": whatever kind of question it is otherwise.
    named = "naming" in vocabulary(view.question.language).classes_in(question)
    found |= {f"named_{name}": values[name] if named else zero for name in ("naming", "quoted", "name")}
    found["wanted"], found["wanted_or_none"] = _wanted(view, pool)
    found["answers_kind"] = _answers_kind(view.question.kind, values, zero)
    return found


def _wanted(view: View, pool: Integers) -> tuple[Floats, Floats]:
    """Whether each sentence tells an age, a sum, a length … where one is asked for; and the same, but true
    wherever nothing of that kind is asked for.
    """
    article = view.index.article
    wanted = view.wanted
    if not wanted:
        return np.zeros(len(pool)), np.ones(len(pool))
    question = view.question.text.lower()
    told = [
        tells(article.sentences[number].text, article.language, wanted, question) for number in pool.tolist()
    ]
    values = np.asarray(told, dtype=np.float64)
    return values, values if wanted - _NOT_NEEDED else np.ones(len(pool))


# "When does it open?" may be answered by a day, "Can I bring my dog?" in many ways, "How long is it?" by
# hours.
_NOT_NEEDED = {"clock", "allowed", "extent"}


# What a sentence must hold one of to answer a question of these kinds.
_NEEDED = {
    "who": ("name", "person"),
    "when": ("year", "calendar", "number"),
    "many": ("number", "numeral"),
    "long": ("duration", "number"),
}


def _answers_kind(kind: str, values: dict[str, Floats], zero: Floats) -> Floats:
    """1 where a sentence holds what this kind of question needs, and everywhere where it needs nothing."""
    needed = [values[name] for name in _NEEDED.get(kind, ())]
    return (np.maximum.reduce(needed) > 0).astype(np.float64) if needed else zero + 1.0
