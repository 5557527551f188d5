"""The sentence or two that a page sets between its title and its text: of the text, or a longer title?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.models import Kind
from bot.sources.extraction.alignment import tokens
from bot.sources.extraction.units import Unit

_BEGINS = 20  # words of a paragraph with which a text has begun
_REACH = 6  # units behind the title within which a standfirst stands
_SHORTEST = 6  # words; of fewer are dates, rubrics and names
_APART = 2  # units from it to the text, at least: a byline, a picture, buttons stand between
_SURE_HEADING, _SURE_PROSE = 0.9, 0.75  # the probabilities from which on it is of the text all the same
_TELLING = 60  # characters of it that the description holds


def without_standfirst(
    picked: Sequence[int],
    units: Sequence[Unit],
    words: Sequence[Sequence[str]],
    likely: Sequence[float],
    held_by: Sequence[int],
    title: str | None,
    description: str | None,
) -> list[int]:
    """What was picked without what belongs to the title: a line of its own, apart from the text.

    One set as a heading, or a paragraph that the page describes itself with. On sites left out of training
    that is worth 0.0035 F1 on news, whose makers count it as a title; of the other sets' pages as many gain
    by it as lose, and none of their figures moves by more than 0.0001.
    """
    first = next(
        (index for index in picked if units[index].kind is Kind.PROSE and len(words[index]) > _BEGINS), None
    )
    headed = None if first is None else _title_at(first, units, words, title)
    if first is None or headed is None:
        return list(picked)
    described = (description or "").lower()

    def is_standfirst(index: int) -> bool:
        if not headed < index <= min(headed + _REACH, first - _APART):
            return False
        if len(words[index]) < _SHORTEST or held_by[index] == held_by[first]:
            return False
        if units[index].kind is Kind.HEADING:
            return likely[index] < _SURE_HEADING
        told = units[index].text[:_TELLING].lower() in described
        return told and units[index].kind is Kind.PROSE and likely[index] < _SURE_PROSE

    return [index for index in picked if not is_standfirst(index)]


def _title_at(
    first: int, units: Sequence[Unit], words: Sequence[Sequence[str]], title: str | None
) -> int | None:
    """The last unit before the text that is the title."""
    called = tokens(title or "")
    found = (
        index
        for index in range(first - 1, -1, -1)
        if units[index].tag == "h1" or (called and words[index] == called)
    )
    return next(found, None)
