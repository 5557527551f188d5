"""What speaks for each sentence of an article as the answer to a question: a row of features for each."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.article_index import ArticleIndex, Floats, Integers
from bot.core.holdings import holdings
from bot.core.question_view import Frequencies, View, bm25, shifted
from bot.core.question_words import UNSPACED, vocabulary
from bot.core.questions import OTHER, Question, QuestionTerm
from bot.core.scripts import MARKS
from bot.core.term_matching import occurrences

POOL = 64  # sentences that are looked at closely; the rest cannot win


@dataclass(frozen=True)
class Evidence:
    """The sentences of one article that were looked at closely."""

    index: ArticleIndex
    sentences: Integers  # numbers of the sentences, in reading order
    features: dict[str, Floats]  # one value for each of them
    facts: dict[str, float]  # about the question and the whole article


def gather(
    index: ArticleIndex, question: Question, context: Sequence[Question], frequencies: Frequencies
) -> Evidence:
    """The evidence for the sentences of an article that come into question."""
    view = View.of(index, question, frequencies)
    features = {**term_features(view), **earlier_features(view, context), **layout_features(index)}
    pool = _pool(index, features)
    features = {name: values[pool] for name, values in features.items()}
    features |= gram_features(view, pool)
    features |= closeness_features(view, pool)
    features |= holding_features(view, pool)
    features |= wording_features(view, pool)
    features["leaning_before"] = features["leaning"] * features["cover_before"]
    return Evidence(index, pool, features, facts(view))


def _pool(index: ArticleIndex, features: dict[str, Floats]) -> Integers:
    """The sentences to look at closely. A heading answers nothing: it counts for what stands below it."""
    first = (
        features["bm25"]
        + 2 * features["cover_paragraph"]
        + features["cover_heading"]
        + features["earlier_bm25"]
    )
    candidates = np.flatnonzero(~index.headings)
    if not len(candidates):
        candidates = np.arange(index.height)
    best = candidates[np.argsort(-first[candidates], kind="stable")[:POOL]]
    return np.sort(best)


def facts(view: View) -> dict[str, float]:
    """How much of the question the article knows at all."""
    carrying = view.weights * view.content
    known = view.alike.max(axis=1, initial=0.0)
    terms = view.question.terms
    names = carrying * _flags(terms, lambda term: term.capital)
    return {
        "known": float(carrying @ known) / max(float(carrying.sum()), _TINY),
        "known_equally": float(carrying @ (known == 1.0)) / max(float(carrying.sum()), _TINY),
        "known_names": float(names @ known) / float(names.sum()) if names.any() else 0.5,
        "has_names": float(names.any()),
        "terms": float(view.content.sum()),
        "unspaced": float(view.question.language in UNSPACED),
        "size": math.log1p(view.index.height),
    }


def term_features(view: View) -> dict[str, Floats]:
    """How much of the question stands in the sentence, its neighbours, its paragraph, its heading."""
    alike, carrying = view.alike, view.weights * view.content
    before, after = shifted(alike, 1), shifted(alike, -1)
    paragraph = view.by_paragraph(alike)
    present = carrying * (alike.max(axis=1, initial=0.0) > 0)
    share = present / max(float(present.sum()), _TINY)
    whole = carrying / max(float(carrying.sum()), _TINY)
    terms = view.question.terms
    cover = share @ alike
    plain = bm25(view.counts, carrying, view.index.lengths)
    together = view.paragraph_bm25(carrying)
    return {
        "bm25": plain,
        "bm25_share": plain / max(float(plain.max(initial=0.0)), _TINY),
        "bm25_alike": bm25(alike, carrying, view.index.lengths),
        "bm25_small": bm25(view.counts, view.weights * (1 - view.content), view.index.lengths),
        "bm25_paragraph": together,
        "bm25_paragraph_share": together / max(float(together.max(initial=0.0)), _TINY),
        "bm25_window": view.window_bm25(carrying),
        "cover": cover,
        "cover_squared": cover**2,
        "cover_equal": share @ (alike == 1.0),
        "cover_with_before": share @ np.maximum(alike, before),
        "cover_with_after": share @ np.maximum(alike, after),
        "cover_paragraph": share @ paragraph,
        "cover_before": share @ before,
        "cover_after": share @ after,
        "cover_heading": share @ view.heading(alike),
        "cover_names": (share * _flags(terms, lambda term: term.capital)) @ alike,
        "cover_numbers": (share * _flags(terms, lambda term: term.term[:1].isdigit())) @ alike,
        "cover_long": (share * _flags(terms, lambda term: len(term.word) > 7)) @ alike,
        "cover_focus": (share * view.focus) @ alike,
        "cover_last": (share * view.last) @ alike,
        "whole": whole @ alike,
        "whole_near": whole @ np.maximum.reduce([alike, before, after]),
        "whole_paragraph": whole @ paragraph,
        "rarest": (present[:, None] * alike).max(axis=0, initial=0.0),
        "matched": (alike * view.content[:, None] > 0.5).sum(axis=0) / max(float(view.content.sum()), 1.0),
    }


_TINY = 1e-9


def _flags(terms: Sequence[QuestionTerm], holds: Callable[[QuestionTerm], bool]) -> Floats:
    return np.asarray([holds(term) for term in terms], dtype=np.float64)


def earlier_features(view: View, context: Sequence[Question]) -> dict[str, Floats]:
    """What the last question looked for, and where it was answered: talk moves on from there."""
    zero = np.zeros(view.index.height)
    names = ("earlier_bm25", "earlier_cover", "earlier_near", "earlier_after", "earlier_leaning")
    if not context:
        return dict.fromkeys(names, zero)
    last = context[-1]
    counts, alike = occurrences(view.index, last.terms)
    weights = Frequencies(view.index.height, alike.sum(axis=1)).weights
    weights *= _flags(last.terms, lambda term: term.content)
    scores = bm25(counts, weights, view.index.lengths)
    found = (
        scores,
        weights / max(float(weights.sum()), _TINY) @ alike,
        zero,
        zero,
        scores * view.question.leaning,
    )
    if scores.max(initial=0.0) > 0:
        distance = np.arange(view.index.height) - int(np.argmax(scores))
        near, after = np.exp(-np.abs(distance) / 3.0), ((distance >= 0) & (distance <= 3)).astype(np.float64)
        found = (*found[:2], near, after, found[4])
    return dict(zip(names, found, strict=True))


def layout_features(index: ArticleIndex) -> dict[str, Floats]:
    """Where the sentence stands and how long it is."""
    opening = np.zeros(index.height)
    opening[index.paragraph_starts] = 1.0
    return {
        "length": np.log1p(index.lengths),
        "short": (index.lengths < 5).astype(np.float64),
        "opening": opening,
        "place": np.arange(index.height) / max(index.height, 1),
        "prose": index.prose,
    }


def gram_features(view: View, pool: Integers) -> dict[str, Floats]:
    """Overlap in pieces of words, which forgives inflection, derivation and slips in any language."""
    found: dict[str, Floats] = {}
    texts = [view.index.lowered(number) for number in pool.tolist()]
    paragraph = view.index.paragraph[pool]
    groups = np.flatnonzero(np.r_[True, paragraph[1:] != paragraph[:-1]])
    group = np.cumsum(np.r_[False, paragraph[1:] != paragraph[:-1]])
    for size in _GRAM_SIZES:
        grams = sorted(set(_pieces(view.question, size)))
        held = np.asarray([[gram in text for text in texts] for gram in grams], dtype=np.float64)
        held = held.reshape(len(grams), len(pool))
        counts = held.sum(axis=1)
        weights = np.log1p((len(pool) - counts + 0.5) / (counts + 0.5)) * (counts > 0)
        share = weights / max(float(weights.sum()), _TINY)
        all_weights = np.log1p((len(pool) - counts + 0.5) / (counts + 0.5))
        found[f"grams{size}_whole"] = all_weights / max(float(all_weights.sum()), _TINY) @ held
        together = np.maximum.reduceat(held, groups, axis=1)[:, group] if len(pool) else held
        near = np.maximum(held, np.maximum(shifted(held, 1), shifted(held, -1)))
        found[f"grams{size}"] = share @ held
        found[f"grams{size}_sum"] = weights @ held
        found[f"grams{size}_paragraph"] = share @ together
        found[f"grams{size}_near"] = share @ near
    return found


_GRAM_SIZES = (3, 4, 5)


def _pieces(question: Question, size: int) -> Iterator[str]:
    if question.language in UNSPACED:
        for run in re.findall(r"\w+", question.bare):
            # One character says there what two letters say elsewhere; Thai and its neighbours are alphabets.
            width = size - 2 if question.language in {"ja", "zh"} else size
            yield from (run[start : start + width] for start in range(max(len(run) - width + 1, 1)))
        return
    for term in question.content:
        word = f" {term.word} "
        yield from (word[start : start + size] for start in range(max(len(word) - size + 1, 1)))


def wording_features(view: View, pool: Integers) -> dict[str, Floats]:
    """The longest piece of the question that the sentence has, and whether it leans on another sentence."""
    wanted = " ".join(re.findall(rf"[\w{MARKS}]+", view.question.bare))[:_LONGEST_WORDING]
    pronoun = vocabulary(view.question.language).pronoun
    texts = [view.index.lowered(number) for number in pool.tolist()]
    longest = np.asarray([_longest_shared(wanted, text) for text in texts], dtype=np.float64)
    leaning = np.asarray([pronoun.match(text, 1) is not None for text in texts], dtype=np.float64)
    return {
        "shared_run": np.sqrt(longest),
        "shared_share": longest / max(len(wanted), 1),
        "leaning": leaning,
    }


_LONGEST_WORDING = 120  # characters of a question whose wording is compared; the work grows with it


def _longest_shared(wanted: str, text: str) -> int:
    """Characters of the longest piece of `wanted` in `text`; only ever looks for one longer than the last."""
    longest = 0
    for start in range(len(wanted)):
        while start + longest < len(wanted) and wanted[start : start + longest + 1] in text:
            longest += 1
    return longest


def closeness_features(view: View, pool: Integers) -> dict[str, Floats]:
    """Whether words that follow each other in the question stand together, and numbers by what is counted."""
    index = view.index
    pairs, total = view.pairs()
    focus = view.focus_numbers()
    numeric = index.numeric
    rows = []
    for number in pool.tolist():
        held = index.term[index.starts[number] : index.starts[number + 1]].tolist()
        places: dict[int, list[int]] = {}
        for place, term in enumerate(held):
            places.setdefault(term, []).append(place)
        together = close = 0.0
        for first, second, weight in pairs:
            if first in places and second in places:
                gap = min(abs(two - one - 1) for one in places[first][:8] for two in places[second][:8])
                together += weight * (gap == 0)
                close += weight / (1.0 + gap)
        numbers = [place for place, term in enumerate(held) if term in numeric]
        counted = any(
            -2 <= at - place <= 3
            for term in focus
            if term in places
            for at in places[term]
            for place in numbers
        )
        rows.append((together / total, close / total, float(counted)))
    values = np.asarray(rows, dtype=np.float64).reshape(len(rows), 3)
    kind = view.question.kind in {"many", "long"}
    return {"adjacent": values[:, 0], "near": values[:, 1], "counted": values[:, 2] * kind}


# What may answer each kind of question; other pairs carry no meaning and would only fit noise.
_ANSWERS = {
    "who": ("name", "number", "place"),
    "where": ("place", "name", "number"),
    "when": ("year", "calendar", "number", "name"),
    "many": ("number", "numeral", "money", "year", "name"),
    "long": ("duration", "number", "unit", "year"),
    "why": ("reason", "number", "name"),
    OTHER: ("name", "number", "year", "reason", "place"),
}
_ALWAYS = ("question", "number", "name", "year", "numeral", "reason")


def holding_features(view: View, pool: Integers) -> dict[str, Floats]:
    """What each sentence holds, against what the question asks for."""
    asked = view.question.text.lower()
    rows = [holdings(view.index, number).beside(asked) for number in pool.tolist()]
    values = (
        {name: np.asarray([row[name] for row in rows], dtype=np.float64) for name in rows[0]} if rows else {}
    )
    zero = np.zeros(len(rows))
    found = {f"has_{name}": values.get(name, zero) for name in _ALWAYS}
    for kind, names in _ANSWERS.items():
        for name in names:
            found[f"{kind}_{name}"] = values.get(name, zero) if view.question.kind == kind else zero
    return found
