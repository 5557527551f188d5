"""Ranks the sentences of articles as answers to a question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.answers.answer_types import TOLD_BY_A_WORD
from bot.core.answers.answer_weights import ranker_weights
from bot.core.answers.article_index import ArticleIndex, Floats, index_article
from bot.core.answers.evidence import Evidence, gather
from bot.core.answers.measures import measure_told
from bot.core.answers.question_view import Frequencies, View
from bot.core.answers.questions import REMEMBERED_QUESTIONS, Question, read_context, read_question
from bot.core.answers.spelling import with_accents
from bot.core.answers.term_matching import Matches
from bot.core.article import Article
from bot.core.lexicon.question_words import vocabulary
from bot.core.lexicon.words import Word, iterate
from bot.core.models import Sentence


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
    context_known: float = 0.0  # how much of the earlier questions that it leans on the articles know, 0 to 1

    def best(self) -> tuple[int, int] | None:
        """The best sentence: which article, and its place among those looked at there."""
        return min(
            ((which, int(np.argmax(scores))) for which, scores in enumerate(self.scores) if len(scores)),
            key=lambda each: -float(self.scores[each[0]][each[1]]),
            default=None,
        )

    def top(self, limit: int) -> list[Candidate]:
        """The best sentences over all articles; of equals, those that come first.

        What an article says twice, as in a standfirst or a pulled quote, is taken once.
        """
        order = sorted(
            (-float(score), which, place)
            for which, scores in enumerate(self.scores)
            for place, score in enumerate(scores)
        )
        said: set[tuple[int, str]] = set()
        found: list[Candidate] = []
        for score, which, place in order:
            if len(found) >= limit:
                break
            candidate = self._candidate(which, place, -score)
            key = which, "".join(filter(str.isalnum, candidate.sentence.text)).casefold()
            if key not in said:
                said.add(key)
                found.append(candidate)
        return found

    def _candidate(self, which: int, place: int, score: float) -> Candidate:
        evidence = self.evidence[which]
        article, number = evidence.index.article, int(evidence.sentences[place])
        matched = matched_spans(evidence.view.matches, number, counted=_counts(evidence.view))
        return Candidate(article, article.sentences[number], score, matched)


def best_passages(articles: Sequence[Article], question: str, context: Sequence[str]) -> Ranking:
    """Ranks the sentences of all articles together."""
    indexes = [index_article(article) for article in articles if article.sentences]
    questions = _read(question, indexes)
    ranking = _rank(indexes, questions, context)
    if context and any(asked.leaning for asked in questions):
        joined = _rank(indexes, [_joined(asked, context[-1]) for asked in questions], ())
        return replace(ranking, joined=joined, context_known=_known(articles, context))
    return ranking


def _read(question: str, indexes: Sequence[ArticleIndex]) -> list[Question]:
    """The question as each article's language reads it: in the same terms for all articles of a language."""
    languages = [index.article.language for index in indexes]
    read = {
        language: read_question(
            with_accents(question, [index for index in indexes if index.article.language == language]),
            language,
        )
        for language in set(languages)
    }
    return [read[language] for language in languages]


def _joined(asked: Question, before: str) -> Question:
    """A question with the words of the one before it; it asks for what it asks for alone."""
    return replace(read_question(f"{before} {asked.text}", asked.language), kind=asked.kind)


def _rank(indexes: Sequence[ArticleIndex], questions: Sequence[Question], context: Sequence[str]) -> Ranking:
    """Ranks the sentences of all articles for a question as each article's language reads it."""
    matches = [Matches.of(index, asked.terms) for index, asked in zip(indexes, questions, strict=True)]
    weights = _weights_of(matches, questions)
    evidence = [
        gather(View(asked, found, weights[asked.language]), read_context(context, asked.language))
        for asked, found in zip(questions, matches, strict=True)
    ]
    own = tuple(_scores(each, alone=not (context and each.view.question.leaning)) for each in evidence)
    elsewhere = _told_elsewhere(evidence)
    scores = tuple(each - _ELSEWHERE * share for each, share in zip(own, elsewhere, strict=True))
    return Ranking(tuple(questions), tuple(evidence), scores)


def _known(articles: Sequence[Article], context: Sequence[str]) -> float:
    """How much of the latest question that has words of its own the articles know; all of it if none has."""
    for text in reversed(context[-REMEMBERED_QUESTIONS:]):
        known = [
            each.facts["known"] for each in best_passages(articles, text, ()).evidence if each.facts["terms"]
        ]
        if known:
            return max(known)
    return 1.0


def _weights_of(matches: Sequence[Matches], questions: Sequence[Question]) -> dict[str, Floats]:
    """How rare the question's terms are, over all articles of each language."""
    found: dict[str, Frequencies] = {}
    for each, asked in zip(matches, questions, strict=True):
        mine = Frequencies.of(each)
        found[asked.language] = found[asked.language] + mine if asked.language in found else mine
    return {language: frequencies.weights for language, frequencies in found.items()}


def _told_elsewhere(evidence: Sequence[Evidence]) -> list[float]:
    """By article, how much of what the question is about it doesn't know and another of its language does.

    "How much did the pool of Birch cost?" is asked of the article on Birch, though each has a sentence that
    tells what its pool cost, and none of these sentences names the town.
    """
    best: dict[str, Floats] = {}
    for view in (each.view for each in evidence):
        language = view.question.language
        best[language] = np.maximum(best.get(language, view.known), view.known)
    return [_share_lacking(each.view, best[each.view.question.language]) for each in evidence]


def _share_lacking(view: View, best: Floats) -> float:
    weight = view.weights * view.content
    whole = float(weight.sum())
    return float(weight @ (best - view.known)) / whole if whole else 0.0


def _scores(evidence: Evidence, *, alone: bool) -> Floats:
    """What each sentence gets; bare keywords look first for what has them or stands below such a heading.

    Where a sum, an age … is asked for, sentences that tell one of what it is about come first; unless the
    question doesn't stand `alone`: what a follow-up is about stands in the question before it.
    """
    question, features = evidence.view.question, evidence.features
    scores = score(features, question.language)
    if len(question.sequence) <= _KEYWORDS and len(question.content) == len(question.sequence):
        scores = scores + _KEYWORDS_HELD * np.maximum(features["cover"], features["cover_heading"])
    return scores + _TOLD * measure_told(evidence) if alone else scores


# A sentence that tells a sum, where one is asked for.
_TOLD = 2.0
# What it costs a sentence that its article knows nothing of what the question is about, and another does.
_ELSEWHERE = 6.0
# The weights were learned from whole questions: in one word they see little beside its letters ("orchid").
_KEYWORDS, _KEYWORDS_HELD = 2, 20.0


def score(features: Mapping[str, Floats], language: str) -> Floats:
    """The weighted sum of the evidence."""
    weights = ranker_weights(language)
    values = np.array([features[name] for name in weights])
    total: Floats = np.fromiter(weights.values(), dtype=np.float64, count=len(weights)) @ values
    return total


def _counts(view: View) -> bool:
    """Whether a question asks for a number."""
    return view.question.kind == "many" or not view.wanted <= TOLD_BY_A_WORD


def matched_spans(matches: Matches, number: int, *, counted: bool) -> tuple[tuple[int, int], ...]:
    """The words of a sentence that the question shares, as spans of its text, overlapping ones joined.

    Where something is to be `counted`, a number stays with what it counts: "118,000 euros" is one span.
    """
    article, shared = matches.index.article, matches.shared
    text = article.sentences[number].text
    words = list(iterate(text, article.language))
    spans: list[tuple[int, int]] = []
    for place, term in enumerate(matches.index.terms_of(number).tolist()):
        if term not in shared:
            continue
        start = _number_before(words, place, text, article.language) if counted else words[place].start
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(words[place].end, spans[-1][1]))
        else:
            spans.append((start, words[place].end))
    return tuple(spans)


def _number_before(words: Sequence[Word], place: int, text: str, language: str) -> int:
    """Where the number before a word begins ("2.4 million"); where the word does, if none is there."""
    known = vocabulary(language)
    while (
        place
        and known.is_in(words[place - 1].text, "number")
        and text[words[place - 1].end : words[place].start].isspace()
    ):
        place -= 1
    digits = _DIGITS_BEFORE.search(text, 0, words[place].start)
    return words[place].start if digits is None else digits.start()


# One number: of "in 2019 118,000 euros" the sum alone, of "25 000 euros" both groups.
_DIGITS_BEFORE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)\s+$")
