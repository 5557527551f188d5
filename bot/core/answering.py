"""Ranks the sentences of articles as answers to a question, and decides whether they answer it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from bot.core.article import Article
from bot.core.article_index import ArticleIndex, Floats, index_article, term_forms
from bot.core.evidence import Evidence, Frequencies, gather
from bot.core.models import Sentence
from bot.core.question_words import vocabulary
from bot.core.questions import Question, read_context, read_question
from bot.core.term_matching import alternatives, occurrences
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

    def top(self, limit: int) -> list[Candidate]:
        """The best sentences over all articles; earlier articles and sentences first where scores are equal."""
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
    return Ranking(tuple(questions), tuple(evidence), tuple(score(each.features) for each in evidence))


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
        files("bot.core").joinpath("answer_weights.json").read_text(encoding="utf-8")
    )
    return loaded


def is_answered(ranking: Ranking) -> bool:
    """Whether the best sentence answers the question."""
    return any(
        bool(np.any(each.features["whole_near"] >= _LEAST_COVERED))
        for each in ranking.evidence
        if len(each.sentences)
    )


_LEAST_COVERED = 0.55


def matched_spans(index: ArticleIndex, question: Question, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The words of a sentence that the question shares, as spans of its text; those that overlap in one piece."""
    language = index.article.language
    meant = {number for term in question.content for number in alternatives(index, term)}
    spans: list[tuple[int, int]] = []
    for word in iterate(sentence.text, language):
        (term,) = term_forms([word.text], language, vocabulary(language))
        if index.numbers.get(term, -1) in meant:
            if spans and word.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(word.end, spans[-1][1]))
            else:
                spans.append((word.start, word.end))
    return tuple(spans)
