"""What speaks for each sentence of an article as the answer to a question: a row of features for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.core.article_index import ArticleIndex, Floats, Integers
from bot.core.question_words import ASKING, vocabulary
from bot.core.questions import OTHER, Question, QuestionTerm, numbers_in
from bot.core.term_matching import occurrences

_K1, _B = 1.2, 0.75  # BM25's customary saturation and length constants (Robertson and Zaragoza 2009)
POOL = 64  # sentences that are looked at closely; the rest cannot win
_GRAM = 4  # letters; four-letter pieces did best in CLEF's monolingual tasks (McNamee and Mayfield 2004)


@dataclass(frozen=True)
class Evidence:
    """The sentences of one article that were looked at closely."""

    index: ArticleIndex
    sentences: Integers  # numbers of the sentences, in reading order
    features: dict[str, Floats]  # one value for each of them


@dataclass(frozen=True)
class Frequencies:
    """In how many sentences, over all articles that are asked at once, each term of the question stands."""

    total: int
    holding: Floats

    @property
    def weights(self) -> Floats:
        """Inverse sentence frequency as BM25 has it; never negative."""
        weights: Floats = np.log1p((self.total - self.holding + 0.5) / (self.holding + 0.5))
        return weights


def bm25(counts: Floats, weights: Floats, lengths: Floats) -> Floats:
    """Okapi BM25 of each column of `counts` (a sentence, a paragraph)."""
    if not counts.size:
        return np.zeros(counts.shape[1])
    saturation = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
    scores: Floats = weights @ (counts * (_K1 + 1) / (counts + saturation))
    return scores


def shifted(values: Floats, by: int) -> Floats:
    """Each sentence's neighbour `by` places before it (after it where negative), zero where there is none."""
    moved = np.zeros_like(values)
    if by > 0:
        moved[..., by:] = values[..., :-by]
    else:
        moved[..., :by] = values[..., -by:]
    return moved


def gather(
    index: ArticleIndex, question: Question, context: Sequence[Question], frequencies: Frequencies
) -> Evidence:
    """The evidence for the sentences of an article that come into question."""
    view = _View.of(index, question, frequencies)
    features = {**view.term_features(), **_earlier(view, context), **_layout(index)}
    pool = _pool(features)
    features = {name: values[pool] for name, values in features.items()}
    features |= _grams(index, question, pool)
    features |= _proximity(view, pool)
    features |= _content(index, question, pool)
    return Evidence(index, pool, features)


def _pool(features: dict[str, Floats]) -> Integers:
    first = features["bm25"] + 2 * features["cover_paragraph"] + features["earlier_bm25"]
    best = np.argsort(-first, kind="stable")[:POOL]
    return np.sort(best)


@dataclass(frozen=True)
class _View:
    """A question's terms (rows) over an article's sentences (columns)."""

    index: ArticleIndex
    question: Question
    counts: Floats  # how often the term stands in the sentence
    alike: Floats  # how alike the nearest word in the sentence is, 0 to 1
    weights: Floats  # how rare each term is
    content: Floats  # 1 for terms that carry meaning

    @classmethod
    def of(cls, index: ArticleIndex, question: Question, frequencies: Frequencies) -> _View:
        counts, alike = occurrences(index, question.terms)
        content = np.asarray([term.content for term in question.terms], dtype=np.float64)
        return cls(index, question, counts, alike, frequencies.weights, content)

    def by_paragraph(self, values: Floats) -> Floats:
        """The best of each paragraph, for each of its sentences."""
        best = np.maximum.reduceat(values, self.index.paragraph_starts, axis=1)
        return best[:, self.index.paragraph]

    def term_features(self) -> dict[str, Floats]:
        alike = self.alike
        paragraph = self.by_paragraph(alike)
        before, after = shifted(alike, 1), shifted(alike, -1)
        carrying = self.weights * self.content
        words = self.weights * (1 - self.content)
        present = carrying * (self.alike.max(axis=1, initial=0.0) > 0)
        share = present / max(float(present.sum()), 1e-9)
        whole = carrying / max(float(carrying.sum()), 1e-9)
        names = share * _flags(self.question.terms, _is_name)
        numbers = share * _flags(self.question.terms, _is_number)
        longs = share * _flags(self.question.terms, _is_long)
        heads = self._heading(alike)
        return {
            "bm25": bm25(self.counts, carrying, self.index.lengths),
            "bm25_alike": bm25(alike, carrying, self.index.lengths),
            "bm25_small": bm25(self.counts, words, self.index.lengths),
            "bm25_paragraph": self._paragraph_bm25(carrying),
            "cover": share @ alike,
            "cover_equal": share @ (alike == 1.0),
            "cover_with_before": share @ np.maximum(alike, before),
            "cover_with_after": share @ np.maximum(alike, after),
            "cover_paragraph": share @ paragraph,
            "cover_before": share @ before,
            "cover_after": share @ after,
            "cover_heading": share @ heads,
            "cover_names": names @ alike,
            "cover_numbers": numbers @ alike,
            "cover_long": longs @ alike,
            "cover_names_paragraph": names @ paragraph,
            "whole": whole @ alike,
            "whole_near": whole @ np.maximum.reduce([alike, before, after]),
            "whole_paragraph": whole @ paragraph,
            "rarest": (present[:, None] * alike).max(axis=0, initial=0.0),
            "matched": (alike * self.content[:, None] > 0.5).sum(axis=0)
            / max(float(self.content.sum()), 1.0),
        }

    def _heading(self, alike: Floats) -> Floats:
        heading = self.index.heading
        return np.where(heading >= 0, alike[:, heading], 0.0)

    def _paragraph_bm25(self, carrying: Floats) -> Floats:
        starts = self.index.paragraph_starts
        counts = np.add.reduceat(self.counts, starts, axis=1)
        lengths = np.add.reduceat(self.index.lengths, starts)
        return bm25(counts, carrying, lengths)[self.index.paragraph]


def _flags(terms: Sequence[QuestionTerm], holds: Callable[[QuestionTerm], bool]) -> Floats:
    return np.asarray([holds(term) for term in terms], dtype=np.float64)


def _is_name(term: QuestionTerm) -> bool:
    return term.capital


def _is_number(term: QuestionTerm) -> bool:
    return term.term[:1].isdigit()


def _is_long(term: QuestionTerm) -> bool:
    return len(term.word) > 7


def _earlier(view: _View, context: Sequence[Question]) -> dict[str, Floats]:
    """What the earlier questions look for; the last one counts most."""
    zero = np.zeros(view.index.height)
    found = {"earlier_bm25": zero, "earlier_cover": zero, "earlier_near": zero, "earlier_after": zero}
    if not context:
        return found
    last = context[-1]
    counts, alike = occurrences(view.index, last.terms)
    total = float(view.index.height)
    weights = Frequencies(int(total), alike.sum(axis=1)).weights * _flags(
        last.terms, lambda term: term.content
    )
    scores = bm25(counts, weights, view.index.lengths)
    share = weights / max(float(weights.sum()), 1e-9)
    best = int(np.argmax(scores)) if scores.max(initial=0.0) > 0 else -1
    distance = np.arange(view.index.height) - best
    near = np.exp(-np.abs(distance) / 3.0) if best >= 0 else zero
    after = ((distance >= 0) & (distance <= 3)).astype(np.float64) if best >= 0 else zero
    return {
        "earlier_bm25": scores,
        "earlier_cover": share @ alike,
        "earlier_near": near,
        "earlier_after": after,
    }


def _layout(index: ArticleIndex) -> dict[str, Floats]:
    places = np.arange(index.height, dtype=np.float64)
    opening = np.zeros(index.height)
    opening[index.paragraph_starts] = 1.0
    return {
        "length": np.log1p(index.lengths),
        "short": (index.lengths < 5).astype(np.float64),
        "opening": opening,
        "place": places / max(index.height, 1),
        "prose": index.prose,
    }


def _grams(index: ArticleIndex, question: Question, pool: Integers) -> dict[str, Floats]:
    """Overlap in pieces of words, which forgives inflection, derivation and slips in any language."""
    grams = sorted(set(_pieces(question)))
    texts = [index.lowered[number] for number in pool]
    held = np.asarray([[gram in text for text in texts] for gram in grams], dtype=np.float64)
    held = held.reshape(len(grams), len(pool))
    weights = np.log1p((len(pool) - held.sum(axis=1) + 0.5) / (held.sum(axis=1) + 0.5)) * held.any(axis=1)
    share = weights / max(float(weights.sum()), 1e-9)
    paragraph = index.paragraph[pool]
    together = (
        np.stack([held[:, paragraph == one].max(axis=1) for one in paragraph], axis=1) if len(pool) else held
    )
    return {"grams": share @ held, "grams_sum": weights @ held, "grams_paragraph": share @ together}


def _pieces(question: Question) -> Iterator[str]:
    for term in question.terms:
        if not term.content:
            continue
        word = f" {term.word} " if len(term.word) >= _GRAM - 2 else term.word
        size = min(_GRAM, len(word))
        for start in range(len(word) - size + 1):
            yield word[start : start + size]


def _proximity(view: _View, pool: Integers) -> dict[str, Floats]:
    """Whether words that follow each other in the question do so in the sentence."""
    numbers = [view.index.numbers.get(term.term, -1) for term in view.question.terms]
    pairs = [
        (first, second, view.weights[row] * view.content[row] + view.weights[row + 1] * view.content[row + 1])
        for row, (first, second) in enumerate(pairwise(numbers))
        if first >= 0 and second >= 0
    ]
    total = sum(weight for _, _, weight in pairs) or 1.0
    adjacent, near = [], []
    for number in pool:
        held = view.index.term[view.index.starts[number] : view.index.starts[number + 1]].tolist()
        places: dict[int, list[int]] = {}
        for place, term in enumerate(held):
            places.setdefault(term, []).append(place)
        together = close = 0.0
        for first, second, weight in pairs:
            if first in places and second in places:
                gap = min((abs(two - one - 1) for one in places[first] for two in places[second]), default=99)
                together += weight * (gap == 0)
                close += weight / (1.0 + gap)
        adjacent.append(together / total)
        near.append(close / total)
    return {"adjacent": np.asarray(adjacent), "near": np.asarray(near)}


_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_CAPITAL = re.compile(r"(?<=[^\W_] )[^\W\d_a-z]\w+|(?<=, )[A-Z]\w+")
_MONEY = re.compile(r"[$€£¥₽₹%]")


def _content(index: ArticleIndex, question: Question, pool: Integers) -> dict[str, Floats]:
    """What each sentence holds, against what the question asks for."""
    rows = [
        _holdings(index.article.sentences[number].text, question, index.article.language) for number in pool
    ]
    found: dict[str, Floats] = {}
    for name in _HOLDINGS:
        values = np.asarray([row[name] for row in rows], dtype=np.float64)
        found[f"has_{name}"] = values
        for kind in KINDS:
            found[f"{kind}_{name}"] = values if question.kind == kind else np.zeros(len(values))
    return found


KINDS = (*ASKING, OTHER)
_HOLDINGS = (
    "number",
    "year",
    "calendar",
    "unit",
    "duration",
    "reason",
    "place",
    "name",
    "money",
    "numeral",
    "question",
)


def _holdings(text: str, question: Question, language: str) -> dict[str, float]:
    lowered = text.lower()
    known = vocabulary(language)
    asked = numbers_in(question.text)
    numbers = numbers_in(text) - asked
    names = {match.group() for match in _CAPITAL.finditer(text)}
    fresh = [name for name in names if name.lower() not in question.text.lower()]
    numeral = known.numeral.search(lowered) is not None
    unit = known.unit.search(lowered) is not None
    return {
        "number": float(bool(numbers)),
        "year": float(any(match.group() not in asked for match in _YEAR.finditer(text))),
        "calendar": float(known.calendar.search(lowered) is not None),
        "unit": float(unit),
        "duration": float(unit and (numeral or bool(numbers))),
        "reason": float(known.reason.search(lowered) is not None),
        "place": float(known.place.search(lowered) is not None),
        "name": min(len(fresh), 3) / 3,
        "money": float(_MONEY.search(text) is not None),
        "numeral": float(numeral),
        "question": float(text.rstrip().endswith(("?", "？", "؟"))),
    }
