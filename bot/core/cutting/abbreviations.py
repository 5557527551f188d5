"""Abbreviations that end in a full stop, by language and by what their full stop can mean.

They stand beside what Punkt has learned, which knows the abbreviations of its newspapers and few others, and
serve alone where Punkt has no model. The lists are in `data/abbreviations.txt`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from bot.core.data import words


class Habit(StrEnum):
    """What may follow the full stop of an abbreviation."""

    COUNTS = "counts"  # no end before a number, otherwise a word like any other: "No. 5"
    EITHER = "either"  # ends a sentence only before a word that opens sentences: "Inc.", "U.S."
    CLOSES = "closes"  # ends one before a capital letter: "etc."
    LEADS = "leads"  # never ends one: a title, "e.g."


# Languages that share the list of another one, beside their own.
_KIN = {"nn": "nb", "no": "nb", "bs": "hr", "sr": "hr", "sh": "hr", "ms": "id", "gl": "pt", "oc": "ca"}


@cache
def habits(language: str) -> dict[str, Habit]:
    """The abbreviations of a language and what each can mean; English ones for a language without a list.

    They are in lower case, without blanks and without their last full stop ("z.b"). A later habit goes before
    an earlier one where an abbreviation has two.
    """
    lists = [words("abbreviations", name) for name in (_KIN.get(language, ""), language)]
    if not any(lists):
        lists = [words("abbreviations", "en")]
    return {word: habit for habit in Habit for found in lists for word in found.get(habit, [])}
