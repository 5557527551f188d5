"""Ranks the sentences of articles as answers to a question, and decides whether they answer it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from bot.core.article import Article
from bot.core.article_index import ArticleIndex, Floats, index_article, term_forms
from bot.core.evidence import Evidence, gather
from bot.core.models import Sentence
from bot.core.question_view import Frequencies
from bot.core.question_words import vocabulary
from bot.core.questions import Question, read_context, read_question
from bot.core.term_matching import meant, occurrences
from bot.core.words import iterate


@dataclass(frozen=True)
class Candidate:
    """A sentence with its rank."""

    article: Article
    sentence: Sentence
    score: float
    matched: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Ranking:
    """The sentences that were looked at closely in each article, with their scores."""

    questions: tuple[Question, ...]  # the question as each article's language reads it
    evidence: tuple[Evidence, ...]
    scores: tuple[Floats, ...]
    joined: Ranking | None = None  # of a question that leans on the one before: both of them as one

    def best(self) -> tuple[int, int] | None:
        """The best sentence: which article, and its place among those looked at there."""
        return min(
            ((which, int(np.argmax(scores))) for which, scores in enumerate(self.scores) if len(scores)),
            key=lambda each: -float(self.scores[each[0]][each[1]]),
            default=None,
        )

    def top(self, limit: int) -> list[Candidate]:
        """The best sentences over all articles; of equals, those that come first."""
        order = sorted(
            (-float(score), which, place)
            for which, scores in enumerate(self.scores)
            for place, score in enumerate(scores)
        )
        return [self._candidate(which, place, -score) for score, which, place in order[:limit]]

    def _candidate(self, which: int, place: int, score: float) -> Candidate:
        index = self.evidence[which].index
        sentence = index.article.sentences[int(self.evidence[which].sentences[place])]
        return Candidate(
            index.article, sentence, score, matched_spans(index, self.questions[which], sentence)
        )


def best_passages(articles: Sequence[Article], question: str, context: Sequence[str]) -> Ranking:
    """Ranks the sentences of all articles together."""
    indexes = [index_article(article) for article in articles if article.sentences]
    questions = [read_question(question, index.article.language) for index in indexes]
    frequencies = _frequencies(indexes, questions)
    evidence = [
        gather(index, asked, read_context(context, asked.language), frequencies[asked.language])
        for index, asked in zip(indexes, questions, strict=True)
    ]
    joined = None
    if context and any(asked.leaning for asked in questions):
        joined = best_passages(articles, f"{context[-1]} {question}", ())
    scores = tuple(score(each.features) for each in evidence)
    return Ranking(tuple(questions), tuple(evidence), scores, joined)


def _frequencies(indexes: Sequence[ArticleIndex], questions: Sequence[Question]) -> dict[str, Frequencies]:
    """How rare the question's terms are, over all articles of each language."""
    found: dict[str, Frequencies] = {}
    for index, asked in zip(indexes, questions, strict=True):
        holding = occurrences(index, asked.terms)[1].sum(axis=1)
        known = found.get(asked.language)
        found[asked.language] = (
            Frequencies(known.total + index.height, known.holding + holding)
            if known
            else Frequencies(index.height, holding)
        )
    return found


def score(features: Mapping[str, Floats]) -> Floats:
    """The weighted sum of the evidence."""
    weights = _weights()["ranker"]
    total = np.zeros(len(next(iter(features.values()))))
    for name, weight in weights.items():
        total += weight * features[name]
    return total


@cache
def _weights() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(
        files("bot.core").joinpath("data/answer_weights.json").read_text(encoding="utf-8")
    )
    return loaded


def is_answered(ranking: Ranking) -> bool:
    """Whether the best sentence answers the question, as far as its words tell.

    A follow-up has few words of its own. Most of them must be known ("and in Moscow?"), or some where the
    question before it is about this ("and why?").
    """
    if ranking.joined is None:
        return _is_about(ranking)
    own = [each.facts["known"] for each in ranking.evidence if each.facts["terms"]]
    known = max(own, default=1.0)
    return (known >= _LEAST_KNOWN and bool(own)) or (known > 0 and _is_about(ranking.joined))


_LEAST_KNOWN = 0.5  # share of a follow-up's own words that the article must have


# Of a question of one or two words each must be known: "the price of oil" is not answered by an oil pipeline.
# The judge learned from longer ones: of short foreign questions in the sets it told 94 %, this 100 %.
_SHORT = 2
_SHORT_KNOWN = 0.6  # a word that the article lacks weighs more than one that it has
_SHORT_COVERED = 0.3


def _is_about(ranking: Ranking) -> bool:
    best = ranking.best()
    if best is None or not ranking.questions[best[0]].content:
        return False
    weights = _weights()
    features = judge_features(ranking)
    if features["terms"] <= _SHORT and not features["unspaced"]:
        covered = max(
            features["best_whole"], float(ranking.evidence[best[0]].features["cover_heading"][best[1]])
        )
        return features["known"] >= _SHORT_KNOWN and covered >= _SHORT_COVERED
    thresholds = weights["threshold"]
    threshold = thresholds.get(ranking.questions[best[0]].language, thresholds["other"])
    return sum(weight * features[name] for name, weight in weights["judge"].items()) > threshold


_COVERS = (
    "whole",
    "whole_near",
    "whole_paragraph",
    "grams3_whole",
    "grams4_whole",
    "grams5_whole",
    "matched",
)
_NOTHING = dict.fromkeys(
    ("known", "known_equally", "known_names", "has_names", "terms", "unspaced", "size"), 0.0
)


def judge_features(ranking: Ranking) -> dict[str, float]:
    """What speaks for the question being about these articles: how much of it the best one has."""
    best = ranking.best()
    evidence = ranking.evidence[best[0]] if best else None
    found = dict(evidence.facts) if evidence else dict(_NOTHING)
    for name in _COVERS:
        values = evidence.features[name] if evidence else np.zeros(1)
        found[f"best_{name}"] = float(values[best[1]]) if best else 0.0
        found[f"most_{name}"] = float(values.max(initial=0.0))
    for name in ("bm25", "bm25_paragraph", "adjacent", "near"):
        found[f"best_{name}"] = float(evidence.features[name][best[1]]) if evidence and best else 0.0
    terms = math.log1p(found["terms"])
    found["log_terms"] = terms
    for name in ("known", "most_whole_near", "most_whole", "most_grams4_whole"):
        found[f"{name}_squared"] = found[name] ** 2
        found[f"{name}_terms"] = found[name] * terms
        found[f"{name}_unspaced"] = found[name] * found["unspaced"]
        found[f"{name}_size"] = found[name] * found["size"]
    return {"one": 1.0, **found}


def matched_spans(index: ArticleIndex, question: Question, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The words of a sentence that the question shares, as spans of its text, overlapping ones joined."""
    language = index.article.language
    shared = meant(index, question.content)
    spans: list[tuple[int, int]] = []
    for word in iterate(sentence.text, language):
        (term,) = term_forms([word.text], language, vocabulary(language))
        if index.numbers.get(term, -1) in shared:
            if spans and word.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(word.end, spans[-1][1]))
            else:
                spans.append((word.start, word.end))
    return tuple(spans)
