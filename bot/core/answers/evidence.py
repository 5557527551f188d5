"""What speaks for each sentence of an article as the answer to a question: a row of features for each."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.answers.answer_kinds import holding_features
from bot.core.answers.article_index import ArticleIndex, Floats, Integers
from bot.core.answers.question_view import Frequencies, View, bm25, neighbours
from bot.core.answers.questions import Question, QuestionTerm
from bot.core.answers.term_matching import SWAPPED, Matches
from bot.core.answers.wording import gram_features, word_features
from bot.core.lexicon.question_words import UNSPACED

# Sentences that are looked at closely; the rest hardly win. In whole articles of SQuAD 2 the right one is
# among the first 24 in 97.5 % of the questions, the first 40 in 98.5 %, the first 64 in 99 %.
POOL = 28
_TINY = 1e-9
_WELL = 0.75  # alike: the same word, a slip, an abbreviation, a close relative


@dataclass(frozen=True)
class Evidence:
    """The sentences of one article that were looked at closely."""

    view: View
    sentences: Integers  # numbers of the sentences, in reading order
    features: dict[str, Floats]  # one value for each of them
    facts: dict[str, float]  # about the question and the whole article

    @property
    def index(self) -> ArticleIndex:
        """The article."""
        return self.view.index


def gather(view: View, context: Sequence[Question]) -> Evidence:
    """The evidence for the sentences of an article that come into question."""
    earlier = _earlier(view.index, context)
    pool = _pool(view, earlier.bm25)
    features = {
        **term_features(view, pool),
        **neighbour_features(view, pool),
        **bm25_features(view, pool),
        **earlier.features(view.question, pool),
        **layout_features(view.index, pool),
        **gram_features(view, pool),
        **word_features(view, pool),
        **holding_features(view, pool),
    }
    features |= _together(features)
    return Evidence(view, pool, features, facts(view))


def _pool(view: View, earlier: Floats) -> Integers:
    """The sentences to look at closely. A heading or a question is no answer: it counts for what follows."""
    index = view.index
    share = _share(view)
    first = (
        view.sentence_bm25
        + 2 * (share @ view.paragraphs)[index.paragraph]
        + neighbours(share @ view.matches.alike, index.heading)
        + earlier
    )
    candidates = np.flatnonzero(~(index.headings | index.questions))
    if not len(candidates):
        candidates = np.arange(index.height)
    if len(candidates) > POOL:
        candidates = candidates[np.argsort(-first[candidates], kind="stable")[:POOL]]
    return np.sort(candidates)


def _share(view: View) -> Floats:
    """What each term that the article has at all weighs, together 1."""
    present = view.carrying * (view.matches.alike.max(axis=1, initial=0.0) > 0)
    share: Floats = present / max(float(present.sum()), _TINY)
    return share


def facts(view: View) -> dict[str, float]:
    """How much of the question the article knows at all."""
    carrying = view.carrying
    known = view.known
    names = carrying * _flags(view.question.terms, lambda term: term.capital)
    return {
        "known": float(carrying @ known) / max(float(carrying.sum()), _TINY),
        "known_equally": float(carrying @ (known >= SWAPPED)) / max(float(carrying.sum()), _TINY),
        "known_telling": float(view.telling @ known),
        "known_telling_well": float(view.telling @ (known >= _WELL)),
        "key_known": float(known[view.key].min()) if len(view.key) else 0.0,
        "known_names": float(names @ known) / float(names.sum()) if names.any() else 0.5,
        "has_names": float(names.any()),
        "terms": float(view.content.sum()),
        "unspaced": float(view.question.language in UNSPACED),
        "size": math.log1p(view.index.height),
    }


def term_features(view: View, pool: Integers) -> dict[str, Floats]:
    """How much of the question stands in the sentence."""
    alike = view.matches.alike[:, pool]
    share, terms = _share(view), view.question.terms
    whole = view.carrying / max(float(view.carrying.sum()), _TINY)
    cover = share @ alike
    matched = (alike * view.content[:, None] > 0.5).sum(axis=0)
    return {
        "cover": cover,
        "cover_squared": cover**2,
        "cover_equal": share @ (alike == 1.0),
        "cover_names": (share * _flags(terms, lambda term: term.capital)) @ alike,
        "cover_numbers": (share * _flags(terms, lambda term: term.term[:1].isdigit())) @ alike,
        "cover_long": (share * _flags(terms, lambda term: len(term.word) > 7)) @ alike,
        "cover_focus": share[view.question.focus] * alike[view.question.focus]
        if view.question.focus >= 0
        else np.zeros(len(pool)),
        "cover_last": share[view.last] * alike[view.last] if view.last >= 0 else np.zeros(len(pool)),
        "whole": whole @ alike,
        "telling": view.telling @ alike,
        "rarest": (share[:, None] * view.weights[:, None] * alike).max(axis=0, initial=0.0),
        "matched": matched / max(float(view.content.sum()), 1.0),
        "matched_all": (matched >= view.content.sum()).astype(np.float64),
    }


def _flags(terms: Sequence[QuestionTerm], holds: Callable[[QuestionTerm], bool]) -> Floats:
    return np.asarray([holds(term) for term in terms], dtype=np.float64)


def neighbour_features(view: View, pool: Integers) -> dict[str, Floats]:
    """How much of the question stands around the sentence: before, after, in its paragraph, above it."""
    every = view.matches.alike
    alike, before, after = every[:, pool], view.at(every, pool, -1), view.at(every, pool, 1)
    paragraph = view.paragraphs[:, view.index.paragraph[pool]]
    share = _share(view)
    whole = view.carrying / max(float(view.carrying.sum()), _TINY)
    return {
        "cover_with_before": share @ np.maximum(alike, before),
        "cover_with_after": share @ np.maximum(alike, after),
        "cover_paragraph": share @ paragraph,
        "cover_before": share @ before,
        "cover_after": share @ after,
        "cover_heading": share @ neighbours(every, view.index.heading[pool]),
        "telling_before": view.telling @ np.maximum(alike, before),
        "telling_near": view.telling @ np.maximum.reduce([alike, before, after]),
        "telling_paragraph": view.telling @ paragraph,
        "whole_near": whole @ np.maximum.reduce([alike, before, after]),
        "whole_paragraph": whole @ paragraph,
    }


def bm25_features(view: View, pool: Integers) -> dict[str, Floats]:
    """BM25 of the sentence, its paragraph, and of it with two neighbours on either side."""
    counts, lengths = view.matches.counts, view.index.lengths
    mean = float(lengths.mean())
    plain, together = view.sentence_bm25, view.paragraph_bm25
    around = [pool + shift for shift in (-2, -1, 0, 1, 2)]
    window = np.add.reduce([neighbours(counts, columns) for columns in around])
    window_lengths = np.add.reduce([neighbours(lengths, columns) for columns in around])
    paragraph = together[view.index.paragraph[pool]]
    return {
        "bm25": plain[pool],
        "bm25_share": plain[pool] / max(float(plain.max(initial=0.0)), _TINY),
        "bm25_alike": bm25(view.matches.alike[:, pool], view.carrying, lengths[pool], mean),
        "bm25_small": bm25(counts[:, pool], view.weights * (1 - view.content), lengths[pool], mean),
        "bm25_paragraph": paragraph,
        "bm25_paragraph_share": paragraph / max(float(together.max(initial=0.0)), _TINY),
        "bm25_window": bm25(window, view.carrying, window_lengths, 5 * mean),
    }


@dataclass(frozen=True)
class _Earlier:
    """Where the question before this one found its words."""

    bm25: Floats
    cover: Floats

    def features(self, question: Question, pool: Integers) -> dict[str, Floats]:
        """What the last question looked for, and where it was answered: talk moves on from there."""
        near = after = np.zeros(len(pool))
        if self.bm25.max(initial=0.0) > 0:
            distance = pool - int(np.argmax(self.bm25))
            near = np.exp(-np.abs(distance) / 3.0)
            after = ((distance >= 0) & (distance <= 3)).astype(np.float64)
        return {
            "earlier_bm25": self.bm25[pool],
            "earlier_cover": self.cover[pool],
            "earlier_near": near,
            "earlier_after": after,
            "earlier_leaning": self.bm25[pool] * question.leaning,
        }


def _earlier(index: ArticleIndex, context: Sequence[Question]) -> _Earlier:
    if not context:
        return _Earlier(np.zeros(index.height), np.zeros(index.height))
    last = context[-1]
    matches = Matches.of(index, last.terms)
    view = View(last, matches, Frequencies.of(matches).weights)
    return _Earlier(
        view.sentence_bm25, view.carrying / max(float(view.carrying.sum()), _TINY) @ matches.alike
    )


def layout_features(index: ArticleIndex, pool: Integers) -> dict[str, Floats]:
    """Where the sentence stands and how long it is."""
    lengths = index.lengths[pool]
    return {
        "length": np.log1p(lengths),
        "short": (lengths < 5).astype(np.float64),
        "opening": index.opening[pool],
        "place": pool / max(index.height, 1),
        "prose": index.prose[pool],
    }


def _together(features: dict[str, Floats]) -> dict[str, Floats]:
    """Products of features that mean more together."""
    leaning = features["leaning"]
    return {
        "leaning_before": leaning * features["cover_before"],
        "leaning_with_before": leaning * features["cover_with_before"],
        "fresh_cover": features["fresh"] * features["cover"],
        "kind_cover": features["answers_kind"] * features["cover"],
        "wanted_cover": features["wanted"] * features["cover_with_before"],
        "short_cover": features["short"] * features["cover"],
        "defines_small": features["defines"] * features["small_question"],
        "stated_small": features["stated"] * features["small_question"],
    }
