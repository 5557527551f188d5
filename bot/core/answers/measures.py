"""Sums, lengths, ages …: whether a sentence that tells one tells it of what the question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from bot.core.answers.answer_types import MEASURED, answer_types
from bot.core.answers.article_index import Floats, Integers
from bot.core.answers.evidence import Evidence
from bot.core.answers.question_view import View, neighbours
from bot.core.lexicon.question_words import vocabulary
from bot.core.lexicon.scripts import MARKS

_HELD = 0.4  # alike: the word, or one much like it
# A share may be asked about for many reasons: "the area with a high rate of crime" is no number.
_PLAIN_MEASURES = frozenset(MEASURED) - {"share"}


def is_measured(view: View) -> bool:
    """Whether the question asks for a sum, a length, an age …"""
    return not view.wanted.isdisjoint(_PLAIN_MEASURES)


def near_own_words(evidence: Evidence) -> Floats:
    """For each sentence looked at, whether it, a neighbour, its paragraph or its heading has a word of the
    question that tells more than everyday ones; true for all where it has no such word, or the title has it.
    """
    view, pool = evidence.view, evidence.sentences
    own = view.own
    if not len(own) or (view.known[own] < _HELD).all() or any(_in_title(view, own)):
        return np.ones(len(pool))
    alike = view.matches.alike[own].max(axis=0)
    paragraph = np.maximum.reduceat(alike, view.index.paragraph_starts)[view.index.paragraph[pool]]
    around = (neighbours(alike, pool + shift) for shift in (-1, 0, 1))
    heading = neighbours(alike, view.index.heading[pool])
    near: Floats = np.maximum.reduce([*around, paragraph, heading])
    return np.where(near > _HELD, 1.0, 0.0)


def _in_title(view: View, rows: Integers) -> list[bool]:
    return [view.question.terms[row].term in view.index.title_terms for row in rows.tolist()]


def measure_told(evidence: Evidence) -> Floats:
    """For each sentence looked at, how plainly it tells the measure that is asked for: 1 if it tells one near
    the question's own words, and more if it has a word that asks for it ("at the age of 87").
    """
    view = evidence.view
    if not is_measured(view):
        return np.zeros(len(evidence.sentences))
    told = evidence.features["wanted"] * near_own_words(evidence)
    return told * (1 + named(evidence))


def named(evidence: Evidence) -> Floats:
    """For each sentence looked at, whether it has a word by which the question asks for the measure."""
    view = evidence.view
    asking = answer_types(view.question.language).asking
    rows = [row for row, term in enumerate(view.question.terms) if term.word in asking]
    if not rows:
        return np.zeros(len(evidence.sentences))
    alike: Floats = view.matches.alike[rows][:, evidence.sentences].max(axis=0)
    return np.where(alike > _HELD, 1.0, 0.0)


def counts_something(text: str, language: str) -> bool:
    """Whether a sentence has a number that is no part of a date; for languages that write blanks."""
    known = vocabulary(language)
    # "Zehnfach", "six-time": a numeral may open a longer word.
    opening = tuple(numeral for numeral in known.numerals if len(numeral) >= _TELLING_NUMERAL)
    pieces = _PIECE.findall(text.lower())
    return any(
        not _is_dated(pieces, place, language)
        if piece[0].isdigit()
        else piece.startswith(opening) or (known.is_in(piece, "number") and piece not in _ARTICLES)
        for place, piece in enumerate(pieces)
    )


def _is_dated(pieces: Sequence[str], place: int, language: str) -> bool:
    """Whether the number at this place is a year, a time of day, or stands beside a month."""
    number = pieces[place]
    if ":" in number or (len(number) == _YEAR and number.isdigit() and number.startswith(("1", "20"))):
        return True
    known = vocabulary(language)
    around = (*pieces[max(0, place - 1) : place], *pieces[place + 1 : place + 1 + _TO_MONTH])
    return (
        number.isdigit()
        and len(number) <= _DAY
        and any(known.is_in(each, "calendar") and not known.is_in(each, "place") for each in around)
    )


_PIECE = re.compile(rf"\d+(?:[.,:]\d+)*|(?:[^\W\d_]|[{MARKS}])+")
_ARTICLES = frozenset({"a", "an", "een", "egy", "en", "un"})  # "one", but mostly no count
_TELLING_NUMERAL = 4  # letters
_YEAR, _DAY, _TO_MONTH = 4, 2, 2  # digits, digits, words ("3 de marzo", "1η Μαΐου")
