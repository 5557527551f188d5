"""How the words of a question stand in a sentence: in pieces, close together, in the same order."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.article_index import Floats, Integers
from bot.core.question_view import View, neighbours
from bot.core.question_words import UNSPACED, vocabulary
from bot.core.questions import Question

Codes = NDArray[np.uint64]
_TINY = 1e-9
_GRAM_SIZES = (3, 4, 5)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # an odd number with well mixed bits (2^64 over the golden ratio)
_REACH = 8  # matched words between which closeness is looked for: the work grows with it


def gram_features(view: View, pool: Integers) -> dict[str, Floats]:
    """Overlap in pieces of words, which forgives inflection, derivation and slips in any language."""
    texts = [view.index.lowered(number) for number in pool.tolist()]
    paragraph = view.index.paragraph[pool]
    border = np.r_[True, paragraph[1:] != paragraph[:-1]][: len(pool)]
    groups, group = np.flatnonzero(border), np.cumsum(border) - 1
    found: dict[str, Floats] = {}
    for size in _GRAM_SIZES:
        held = _held(_pieces(view.question), texts, _width(size, view.question.language))
        counts = held.sum(axis=1)
        every = np.log1p((len(pool) - counts + 0.5) / (counts + 0.5))
        weights = every * (counts > 0)
        share = weights / max(float(weights.sum()), _TINY)
        together = np.maximum.reduceat(held, groups, axis=1)[:, group] if len(pool) else held
        places = np.arange(len(pool))
        near = np.maximum.reduce([held, neighbours(held, places - 1), neighbours(held, places + 1)])
        found[f"grams{size}_whole"] = every / max(float(every.sum()), _TINY) @ held
        found[f"grams{size}"] = share @ held
        found[f"grams{size}_sum"] = weights @ held
        found[f"grams{size}_paragraph"] = share @ together
        found[f"grams{size}_near"] = share @ near
    return found


def _width(size: int, language: str) -> int:
    """One character says in Chinese what two letters say elsewhere; Thai and its neighbours are alphabets."""
    return size - 2 if language in {"ja", "zh"} else size


def _pieces(question: Question) -> list[str]:
    """The stretches of a question that pieces are cut from."""
    if question.language in UNSPACED:
        return re.findall(r"\w+", question.bare)
    return [f" {term.word} " for term in question.content]


def _held(pieces: list[str], texts: list[str], width: int) -> Floats:
    """Which of the distinct grams of the pieces (rows) stand in which text (columns)."""
    wanted = np.unique(_grams(_codes("\n".join(pieces)), width))
    held = np.zeros((len(wanted), len(texts)))
    if len(wanted) and texts:
        text = _codes("\n".join(texts))
        lengths = np.fromiter((len(each) + 1 for each in texts), dtype=np.int64, count=len(texts))
        slot = np.repeat(np.arange(len(texts)), lengths)
        grams = _grams(text, width, keep=True)
        place = np.minimum(np.searchsorted(wanted, grams), len(wanted) - 1)
        hit = np.flatnonzero(wanted[place] == grams)
        held[place[hit], slot[hit]] = 1.0
    return held


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)


def _grams(codes: Codes, width: int, *, keep: bool = False) -> Codes:
    """A number for each row of `width` characters; those over a line end are left out unless `keep`."""
    count = max(len(codes) - width + 1, 0)
    grams = np.zeros(count, dtype=np.uint64)
    crossing = np.zeros(count, dtype=np.bool_)
    for shift in range(width):
        part = codes[shift : shift + count]
        grams = grams * _FACTOR + part
        crossing |= part == ord("\n")
    return grams if keep else grams[~crossing]


@dataclass(frozen=True)
class _Found:
    """The words of a question that stand in the sentences looked at, in reading order."""

    place: Integers  # in the article's words
    slot: Integers  # which of the sentences
    row: Integers  # which term of the question
    value: Floats  # how alike

    @classmethod
    def of(cls, view: View, pool: Integers) -> _Found:
        """Every matched word of the sentences in `pool`."""
        matches, index = view.matches, view.index
        slots = np.full(index.height, -1, dtype=np.int64)
        slots[pool] = np.arange(len(pool))
        slot = slots[index.sentences_at(matches.places)]
        place, slot = matches.places[slot >= 0], slot[slot >= 0]
        meant = [matches.row_of[number] for number in index.term[place].tolist()]
        row = np.fromiter((row for row, _ in meant), dtype=np.int64, count=len(meant))
        return cls(place, slot, row, np.fromiter((v for _, v in meant), dtype=np.float64, count=len(meant)))


def closeness_features(view: View, pool: Integers) -> dict[str, Floats]:
    """Whether words that the question joins stand together, in its order, and numbers by what is counted."""
    found = _Found.of(view, pool)
    size = len(view.question.terms)
    close, ordered, adjacent = (np.zeros((len(pool), size, size)) for _ in range(3))
    for step in range(1, min(_REACH, len(found.place) - 1) + 1):
        one, other = slice(None, -step), slice(step, None)
        same = (found.slot[one] == found.slot[other]) & (found.row[one] != found.row[other])
        slot, first, second = found.slot[one][same], found.row[one][same], found.row[other][same]
        gap = (found.place[other] - found.place[one])[same]
        value = (found.value[one] * found.value[other])[same]
        low, high = np.minimum(first, second), np.maximum(first, second)
        np.maximum.at(close, (slot, low, high), value / gap)
        forward = first < second
        np.maximum.at(ordered, (slot[forward], low[forward], high[forward]), (value / gap)[forward])
        next_ = forward & (gap == 1) & (high == low + 1)
        np.maximum.at(adjacent, (slot[next_], low[next_], high[next_]), value[next_])
    weights = view.carrying
    pairs = np.triu(np.sqrt(np.outer(weights, weights)), 1)
    neighbouring = np.triu(weights[:, None] + weights[None, :], 1) * (np.eye(size, k=1) > 0)
    known = _known_pairs(view)
    return {
        "adjacent": _weighed(adjacent, neighbouring * known),
        "near": _weighed(close, neighbouring * known),
        "near_all": _weighed(close, pairs),
        "near_ordered": _weighed(ordered, pairs),
        **_runs(view, found, len(pool)),
        "counted": _counted(view, found, pool),
    }


def _known_pairs(view: View) -> Floats:
    known = view.matches.alike.max(axis=1, initial=0.0) > 0
    return np.outer(known, known).astype(np.float64)


def _weighed(values: Floats, weights: Floats) -> Floats:
    total = max(float(weights.sum()), _TINY)
    weighed: Floats = np.tensordot(values, weights, axes=2) / total
    return weighed


def _runs(view: View, found: _Found, size: int) -> dict[str, Floats]:
    """The longest row of words of the question that the sentence has, in words."""
    follows = (np.diff(found.place, prepend=-2) == 1) & (np.diff(found.slot, prepend=-1) == 0)
    lengths = np.zeros(len(found.place), dtype=np.int64)
    longest = np.zeros(len(found.place), dtype=np.int64)
    for row in view.question.sequence:
        before = np.r_[0, lengths[:-1]] * follows if len(lengths) else lengths
        lengths = np.where(found.row == row, before + 1, 0)
        longest = np.maximum(longest, lengths)
    runs = np.zeros(size)
    np.maximum.at(runs, found.slot, longest)
    return {
        "shared_run": np.sqrt(runs),
        "shared_share": runs / max(len(view.question.sequence), 1),
    }


def _counted(view: View, found: _Found, pool: Integers) -> Floats:
    """Whether a number stands at most three words before what is asked for, or two behind it."""
    counted = np.zeros(len(pool))
    if view.question.kind not in {"many", "long"} or view.question.focus < 0:
        return counted
    index = view.index
    at = found.row == view.question.focus
    place, slot = found.place[at], found.slot[at]
    first, last = index.starts[pool[slot]], index.starts[pool[slot] + 1] - 1
    for shift in (-3, -2, -1, 1, 2):
        beside = np.clip(place + shift, first, last)
        counted[slot[index.numeric[index.term[beside]]]] = 1.0
    return counted


def opening_features(view: View, pool: Integers) -> dict[str, Floats]:
    """How the sentence begins: leaning on another one, or with what the question asks about."""
    index, matches = view.index, view.matches
    pronoun = vocabulary(view.question.language).pronoun
    texts = (index.lowered(number) for number in pool.tolist())
    leaning = np.asarray([pronoun.match(text, 1) is not None for text in texts], dtype=np.float64)
    shared = np.zeros(len(index.numbers), dtype=np.bool_)
    shared[list(matches.shared)] = True
    fresh, defines = np.zeros(len(pool)), np.zeros(len(pool))
    for slot, number in enumerate(pool.tolist()):
        held = shared[index.term[index.starts[number] : index.starts[number + 1]]]
        fresh[slot] = np.log1p(len(held) - np.count_nonzero(held))
        defines[slot] = bool(held[:3].any())
    return {
        "leaning": leaning,
        "fresh": fresh,
        "defines": defines,
        "small_question": np.full(len(pool), float(view.content.sum() <= 2)),
    }
