"""Where the terms of a question stand in an article, also those that are written differently there."""

from __future__ import annotations

import numpy as np

from bot.core.article_index import ArticleIndex, Floats
from bot.core.questions import QuestionTerm

# How alike two different terms must be to count, and at most how much they count beside an equal term.
_SHORTEST_PREFIX = 4
_LEAST_SHARED = 0.6
_SHORTEST_PART = 5  # of a compound
_SHORTEST_MISSPELT = 5
_TWO_SLIPS_FROM = 8  # letters
_MISSPELT = 0.8
_ALIAS = 0.9
_PREFIXED = frozenset({"de", "nl"})  # participles begin with "ge": gedauert, dauern
_PARTICIPLE = 0.6
_MOST_ALTERNATIVES = 24


def alternatives(index: ArticleIndex, term: QuestionTerm) -> dict[int, float]:
    """The article's terms that a question's term may mean, each with how alike they are (0 to 1)."""
    found: dict[str, float] = {}
    if term.content and len(term.term) >= _SHORTEST_PREFIX and not term.term.isdigit():
        found.update(_compounds(index, term.term))
        found.update(_relatives(index, term.term))
        if index.article.language in _PREFIXED and term.term.startswith("ge") and len(term.term) > 5:
            found.update(dict.fromkeys(index.beginning_with(term.term[2:5]), _PARTICIPLE))
        if term.term not in index.numbers and max(found.values(), default=0.0) < _MISSPELT:
            found.update(_misspelt(index, term.term))
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST_ALTERNATIVES]
    numbered = {index.numbers[name]: alike for name, alike in best}
    if term.term in index.numbers:
        numbered[index.numbers[term.term]] = 1.0
    return numbered


def _relatives(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms with the same beginning: what derivation leaves alike ("invad", "invas"; "russia", "russian")."""
    least = max(_SHORTEST_PREFIX, int(len(term) * _LEAST_SHARED))
    found = {}
    for other in index.beginning_with(term[:least]):
        shared = _shared_prefix(term, other) / max(len(term), len(other))
        if shared >= _LEAST_SHARED:
            found[other] = shared
    return found


def _compounds(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms of which this is a part, and terms that are a part of it ("Weltkrieg", "Krieg")."""
    if len(term) < _SHORTEST_PART:
        return {}
    found = {}
    for other in (*index.ending_with(term), *index.beginning_with(term)):
        found[other] = len(term) / len(other)
    for size in range(_SHORTEST_PART, len(term)):
        for part in (term[:size], term[-size:]):
            if part in index.numbers:
                found[part] = size / len(term)
    return {other: alike for other, alike in found.items() if alike >= _LEAST_COMPOUND}


_LEAST_COMPOUND = 0.4


def _misspelt(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms that one slip makes of each other, two in a long one.

    A slip leaves one half of the word as it was, so only terms that share a half need to be compared.
    """
    if len(term) < _SHORTEST_MISSPELT:
        return {}
    half = len(term) // 2
    slips = 2 if len(term) >= _TWO_SLIPS_FROM else 1
    near = {*index.beginning_with(term[:half]), *index.ending_with(term[half + 1 :])}
    return {
        other: _MISSPELT
        for other in near
        if abs(len(other) - len(term)) <= slips
        and not other.isdigit()
        and edit_distance(term, other, slips) <= slips
    }


def _shared_prefix(first: str, second: str) -> int:
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))


def edit_distance(first: str, second: str, limit: int) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words, or limit + 1 for more.

    Optimal string alignment distance (a restricted Damerau-Levenshtein distance).
    """
    before: list[int] = []
    current = list(range(len(second) + 1))
    for row, one in enumerate(first, start=1):
        before, previous, current = current, before, [row]
        for column, other in enumerate(second, start=1):
            cost = min(before[column] + 1, current[column - 1] + 1, before[column - 1] + (one != other))
            if row > 1 and column > 1 and one == second[column - 2] and first[row - 2] == other:
                cost = min(cost, previous[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
    return current[-1]


def meant(index: ArticleIndex, terms: tuple[QuestionTerm, ...]) -> frozenset[int]:
    """The article's terms that any of a question's terms may mean, abbreviations and long forms included."""
    found = {number for term in terms for number in alternatives(index, term)}
    asked = {term.term for term in terms}
    for short, long in index.abbreviations.items():
        if short in asked:
            found.update(index.numbers[part] for part in long if part in index.numbers)
        if asked.issuperset(long) and short in index.numbers:
            found.add(index.numbers[short])
    return frozenset(found)


def occurrences(index: ArticleIndex, terms: tuple[QuestionTerm, ...]) -> tuple[Floats, Floats]:
    """For each term (row) and sentence (column): how often it stands there, and how alike the nearest is."""
    counts = np.zeros((len(terms), index.height))
    alike = np.zeros((len(terms), index.height))
    for row, term in enumerate(terms):
        for number, similarity in alternatives(index, term).items():
            sentences, times = index.postings(number)
            alike[row, sentences] = np.maximum(alike[row, sentences], similarity)
            if similarity == 1.0:
                counts[row, sentences] += times
    _add_long_forms(index, terms, counts, alike)
    return counts, alike


def _add_long_forms(
    index: ArticleIndex, terms: tuple[QuestionTerm, ...], counts: Floats, alike: Floats
) -> None:
    """An abbreviation in the question also stands where the article has its long form, and the other way."""
    asked = {term.term: row for row, term in enumerate(terms)}
    for short, long in index.abbreviations.items():
        rows = [asked[part] for part in long if part in asked]
        if short in asked:
            present = np.min([_presence(index, part) for part in long], axis=0)
            alike[asked[short]] = np.maximum(alike[asked[short]], _ALIAS * present)
        if rows and len(rows) == len(long):
            present = _presence(index, short)
            alike[rows] = np.maximum(alike[rows], _ALIAS * present)
            counts[rows] = np.maximum(counts[rows], present)


def _presence(index: ArticleIndex, term: str) -> Floats:
    present = np.zeros(index.height)
    if term in index.numbers:
        present[index.postings(index.numbers[term])[0]] = 1.0
    return present
