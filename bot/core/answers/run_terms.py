"""The terms of runs of word characters. Most runs of an article stand in others of its language, too, and are
remembered with what they became.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.core.lexicon.forms import all_term_forms
from bot.core.lexicon.words import words

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class RunTerms:
    """The terms of distinct runs: first of those that are one plain word, then of the others."""

    runs: Sequence[str]  # as written
    forms: list[str]
    starts: Integers  # by run, where its terms begin in `forms`
    sizes: Integers  # by run, how many terms it has
    others: Sequence[int]  # the places of the runs that are no plain word
    parts: list[str]  # the words of those, in lower case

    def words(self) -> list[str]:
        """The word of each of `forms`, in lower case."""
        others = frozenset(self.others)
        plain = (run.lower() for place, run in enumerate(self.runs) if place not in others)
        return [*plain, *self.parts]


def terms_of(runs: Sequence[str], language: str) -> RunTerms:
    """The terms of distinct runs as written."""
    found, others = _of_plain(runs, language)
    forms = [term for term in found if term is not None]
    starts, sizes = np.arange(len(runs)), np.ones(len(runs), dtype=np.int64)
    if others:
        plain = np.ones(len(runs), dtype=np.int64)
        plain[others] = 0
        starts = np.cumsum(plain) - 1
    split = [words(runs[place], language) for place in others]
    sizes[others] = list(map(len, split))
    starts[others] = len(forms) + np.cumsum(sizes[others]) - sizes[others]
    parts = list(chain.from_iterable(split))
    forms += all_term_forms(parts, language)
    return RunTerms(runs, forms, starts, sizes, others, parts)


def _of_plain(runs: Sequence[str], language: str) -> tuple[list[str | None], list[int]]:
    """The term of each run that is one plain word, and the places of the others, which get None."""
    known = _known(language)
    found = list(map(known.get, runs))
    missing = [place for place, term in enumerate(found) if term is None]
    new = [
        place
        for place in (() if language in _DOTTED_I else missing)
        if (run := runs[place]).isalnum() and (run.isascii() or _is_word(run))
    ]
    terms = all_term_forms([runs[place].lower() for place in new], language)
    for place, term in zip(new, terms, strict=True):
        found[place] = term
        if len(runs[place]) <= _LONGEST_KNOWN:
            known[runs[place]] = term
    if len(known) > _MOST_KNOWN:
        _known.cache_clear()
    return found, [place for place in missing if found[place] is None]


# Runs of a language, about 5 MB with their terms; a long book has 10,000 different ones.
_MOST_KNOWN = 30_000
_LONGEST_KNOWN = 40  # characters


@lru_cache(maxsize=4)
def _known(language: str) -> dict[str, str]:  # noqa: ARG001 - one for each language
    """The terms of runs that are one plain word."""
    return {}


def _is_word(run: str) -> bool:
    """Whether a run with letters beyond ASCII is one word in a script with blanks; `words` says the same,
    slower.
    """
    return run.isalpha() and "\u0640" not in run and max(run) < _FIRST_UNSPACED


_DOTTED_I = frozenset({"tr", "az"})  # their capitals need more than `lower`
_FIRST_UNSPACED = "\u0e00"  # Thai; the scripts without blanks all come after it
