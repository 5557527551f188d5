"""How the words of a question stand in a sentence: in pieces, close together, in the same order."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.answers.article_index import ArticleIndex, Floats, Integers
from bot.core.answers.question_view import View, neighbours
from bot.core.lexicon.question_words import UNSPACED, vocabulary

Codes = NDArray[np.uint64]
_TINY = 1e-9
_GRAM_SIZES = (3, 4, 5)
_UNSPACED_SIZE = 3  # only where no blanks are written: elsewhere pieces of three letters added nothing
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # an odd number with well mixed bits (2^64 over the golden ratio)
_MARK_BITS = 14
_MARK_SHIFT = np.uint64(64 - _MARK_BITS)
_REACH = 8  # matched words between which closeness is looked for: the work grows with it
_GRAM_FEATURES = ("_whole", "", "_sum", "_paragraph", "_near")


def gram_features(view: View, pool: Integers) -> dict[str, Floats]:
    """Overlap in pieces of words, which forgives inflection, derivation and slips in any language."""
    texts = [view.index.lowered(number) for number in pool.tolist()]
    paragraph = view.index.paragraph[pool]
    border = np.r_[True, paragraph[1:] != paragraph[:-1]][: len(pool)]
    groups, group = np.flatnonzero(border), np.cumsum(border) - 1
    found: dict[str, Floats] = {}
    asked, text = _codes("\n".join(_pieces(view))), _codes("\n".join(texts))
    lengths = np.fromiter((len(each) + 1 for each in texts), dtype=np.int64, count=len(texts))
    slot = np.repeat(np.arange(len(texts)), lengths)
    for size in _GRAM_SIZES:
        if size == _UNSPACED_SIZE and view.question.language not in UNSPACED:
            found |= {f"grams{size}{name}": np.zeros(len(pool)) for name in _GRAM_FEATURES}
            continue
        held = _held(asked, text, slot, _width(size, view.question.language))
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


def _pieces(view: View) -> list[str]:
    """The stretches of a question that pieces are cut from."""
    if view.question.language in UNSPACED:
        return re.findall(r"\w+", view.question.bare)
    meant = zip(view.question.terms, view.matches.meant, strict=True)
    return [f" {word} " for term, word in meant if term.content]


def _held(asked: Codes, text: Codes, slot: Integers, width: int) -> Floats:
    """Which of the distinct grams of a question (rows) stand in which text (columns), given by `slot`."""
    wanted = np.unique(_grams(asked, width))
    held = np.zeros((len(wanted), int(slot[-1]) + 1 if len(slot) else 0))
    if len(wanted) and len(slot):
        grams = _grams(text, width, keep=True)
        # Most grams of the text are none of the question's: a table of their first bits tells it quickly.
        marked = np.zeros(1 << _MARK_BITS, dtype=np.bool_)
        marked[wanted >> _MARK_SHIFT] = True
        near = np.flatnonzero(marked[grams >> _MARK_SHIFT])
        place = np.minimum(np.searchsorted(wanted, grams[near]), len(wanted) - 1)
        same = wanted[place] == grams[near]
        held[place[same], slot[near[same]]] = 1.0
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
    grams *= _FACTOR
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
        words, slots = _words_of(index, pool)
        rows = matches.rows.take(index.term[words])
        found = np.flatnonzero(rows >= 0)
        words, slots, rows = words[found], slots[found], rows[found]
        values = [matches.row_of[number][1] for number in index.term[words].tolist()]
        return cls(words, slots, rows, np.asarray(values, dtype=np.float64))


def word_features(view: View, pool: Integers) -> dict[str, Floats]:
    """How the words of the question that a sentence has stand in it, and how it begins."""
    found = _Found.of(view, pool)
    return {
        **_closeness(view, found, len(pool)),
        **_runs(view, found, len(pool)),
        "counted": _counted(view, found, pool),
        "beside_candidate": _beside_candidate(view, found, pool),
        **_beginnings(view, found, pool),
    }


def _closeness(view: View, found: _Found, height: int) -> dict[str, Floats]:
    """Whether words that the question joins stand together, and in its order."""
    size, words = len(view.question.terms), len(found.place)
    close, ordered, adjacent = (np.zeros((height, size, size)) for _ in range(3))
    steps = np.arange(1, _REACH + 1)
    one = np.tile(np.arange(words), _REACH)
    other = one + np.repeat(steps, words)
    one, other = one[other < words], other[other < words]
    same = (found.slot[one] == found.slot[other]) & (found.row[one] != found.row[other])
    one, other = one[same], other[same]
    slot, first, second = found.slot[one], found.row[one], found.row[other]
    gap, value = found.place[other] - found.place[one], found.value[one] * found.value[other]
    np.maximum.at(close, (slot, np.minimum(first, second), np.maximum(first, second)), value / gap)
    forward = first < second
    np.maximum.at(ordered, (slot[forward], first[forward], second[forward]), (value / gap)[forward])
    next_ = (gap == 1) & (second == first + 1)
    np.maximum.at(adjacent, (slot[next_], first[next_], second[next_]), value[next_])
    weights = view.carrying
    pairs = np.triu(np.sqrt(np.outer(weights, weights)), 1)
    neighbouring = np.triu(weights[:, None] + weights[None, :], 1) * (np.eye(size, k=1) > 0)
    known = _known_pairs(view)
    return {
        "adjacent": _weighed(adjacent, neighbouring * known),
        "near": _weighed(close, neighbouring * known),
        "near_all": _weighed(close, pairs),
        "near_ordered": _weighed(ordered, pairs),
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
    lengths, before, longest = np.zeros((3, len(found.place)), dtype=np.int64)
    for row in view.question.sequence:
        before[1:] = lengths[:-1]
        lengths = (before * follows + 1) * (found.row == row)
        np.maximum(longest, lengths, out=longest)
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
        counted[slot[index.numeric(index.term[beside])]] = 1.0
    return counted


def _beside_candidate(view: View, found: _Found, pool: Integers) -> Floats:
    """How close the words that a sentence shares stand to one that could be the answer: a number where one is
    asked for, otherwise a name; sharing all of them right beside one gives 1.
    """
    index = view.index
    words, _ = _words_of(index, pool)
    if view.question.kind in _ANSWERED_BY_NUMBERS:
        words = words[index.numeric(index.term[words])]
    else:
        words = words[index.capital[words] & (words != index.starts[index.sentence[words]])]
    if len(found.place):
        asked = found.place[np.searchsorted(found.place, words).clip(max=len(found.place) - 1)]
        words = words[asked != words]
    closest = np.zeros((len(view.question.terms), len(pool)))
    if len(words):
        at = np.searchsorted(words, found.place)
        for side in (at - 1, at):
            other = words[np.clip(side, 0, len(words) - 1)]
            same = index.sentence[other] == index.sentence[found.place]
            value = np.where(same, found.value / np.maximum(np.abs(other - found.place), 1), 0.0)
            np.maximum.at(closest, (found.row, found.slot), value)
    share: Floats = view.carrying / max(float(view.carrying.sum()), _TINY) @ closest
    return share


_ANSWERED_BY_NUMBERS = frozenset({"many", "long", "when"})


def _words_of(index: ArticleIndex, pool: Integers) -> tuple[Integers, Integers]:
    """Where the words of these sentences stand in the article, in reading order, and the sentence of each."""
    counts = index.starts[pool + 1] - index.starts[pool]
    before = np.cumsum(counts) - counts
    places: Integers = np.repeat(index.starts[pool] - before, counts) + np.arange(counts.sum())
    return places, np.repeat(np.arange(len(pool)), counts)


def _beginnings(view: View, found: _Found, pool: Integers) -> dict[str, Floats]:
    """Whether a sentence leans on another one, begins with what is asked about, and has words of its own."""
    index = view.index
    pronoun = vocabulary(view.question.language).pronoun
    texts = (index.lowered(number) for number in pool.tolist())
    leaning = np.asarray([pronoun.match(text, 1) is not None for text in texts], dtype=np.float64)
    slot = found.slot[view.content[found.row] > 0]
    begun = _begun(view, np.concatenate([pool, np.maximum(pool - 1, 0)]))
    return {
        "leaning": leaning,
        "fresh": np.log1p(index.lengths[pool] - np.bincount(slot, minlength=len(pool))),
        "defines": begun[: len(pool)],
        "continues": leaning * np.where(pool > 0, begun[len(pool) :], 0.0),
        "stated": _stated(view, found, pool),
        "small_question": np.full(len(pool), float(view.content.sum() <= 2)),
    }


def _begun(view: View, sentences: Integers) -> Floats:
    """1 for each of these sentences that begins with what is asked about."""
    index, matches = view.index, view.matches
    places = index.starts[sentences][:, None] + np.arange(_BEGINNING)
    inside = places < index.starts[sentences + 1][:, None]
    rows = matches.rows.take(index.term.take(places, mode="clip"))
    carries = np.append(view.content > 0, [False])  # the last one for words that match no row
    begun: Floats = (inside & carries[rows]).any(axis=1).astype(np.float64)
    return begun


def _stated(view: View, found: _Found, pool: Integers) -> Floats:
    """1 for sentences that begin with what is asked about and go on with a small word of the question: for
    "What is a quern?" those that begin with "A quern is".
    """
    carries = view.content[found.row] > 0
    early = found.place - view.index.starts[pool[found.slot]] <= _BEGINNING
    follows = (np.diff(found.place) == 1) & (np.diff(found.slot) == 0)
    stated = np.zeros(len(pool))
    stated[found.slot[:-1][follows & (carries & early)[:-1] & ~carries[1:]]] = 1.0
    return stated


_BEGINNING = 3  # words
