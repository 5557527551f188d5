"""Same-story groups by average linkage over a sparse graph of likenesses.

Average linkage (Sokal and Michener, 1958): the two groups whose articles are most alike on average are
joined, until none are alike enough. Two things are added. Days: groups whose articles are weeks apart are
less alike than their words; it is asked of groups, since many articles don't tell their day but stand beside
some that do. Size: the larger a group would become, the more alike its articles must be, or topics grow out
of stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import exp, log

import numpy as np

from bot.core.article import Article
from bot.core.grouping.story_dates import story_days
from bot.core.grouping.story_vectors import Floats, Integers, Vectors, vectors_of

# Learned on wikinews_events by tests/quality/stories.py, which also tells how far they carry to other events.
ALIKE = 0.14  # of a group of two, on a scale from 0 to 1
SIZE = 0.025  # for e times as many articles, so much more alike
GRACE = 4  # days within which a story is told
FADE = 15  # days after which what lies further apart is e times less alike
LEAST = 0.4  # of the likeness that is left, however far apart
# Of the likeness that is left where no two articles tell their days, and the share of pairs that do from
# which on all of it is. Days hold apart what recurs, as games do; without them more must be the same.
UNDATED, DATED_PAIRS = 0.6, 0.16
SAME = 0.75  # from here on, one is a copy of the other with a few words changed

# Pairs less alike than this count as not alike at all; and so many are kept for each article. Both bound time
# and memory, and change no group of the benchmark.
_FLOOR, _NEIGHBOURS = 0.03, 200


def same_story(articles: Sequence[Article]) -> list[list[int]]:
    """The groups of `bot.group`."""
    copies: dict[tuple[str | None, str], list[int]] = {}
    for number, article in enumerate(articles):
        copies.setdefault((article.title, article.text), []).append(number)
    # A text that is there a hundred times would make its words look common, and cost the most time.
    distinct = list(copies.values())
    found = _groups_of([articles[numbers[0]] for numbers in distinct])
    return sorted(sorted(number for place in members for number in distinct[place]) for members in found)


def _groups_of(articles: Sequence[Article]) -> list[list[int]]:
    groups = _Groups(story_days(articles))
    for one, other, likeness in _edges(vectors_of(articles), groups):
        groups.connect(one, other, likeness)
    groups.join_all()
    return groups.members()


def _edges(vectors: Vectors, groups: _Groups) -> list[tuple[int, int, float]]:
    """Pairs of articles that are alike; an article that copies an earlier one is put beside it at once."""
    postings = _Postings(vectors)
    edges: list[tuple[int, int, float]] = []
    for row in range(vectors.height):
        others, likenesses = postings.like(row)
        best = int(likenesses.argmax()) if len(others) else -1
        if best >= 0 and likenesses[best] >= SAME and groups.are_near(row, int(others[best])):
            groups.copy(row, int(others[best]))
            continue
        postings.open(row)
        edges += zip([row] * len(others), others.tolist(), likenesses.tolist(), strict=True)
    return edges


class _Postings:
    """By term, the articles that have it; only those that were opened are found."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        order = np.argsort(vectors.columns, kind="stable")
        rows = np.repeat(np.arange(vectors.height, dtype=np.int64), np.diff(vectors.starts))
        counts = np.bincount(vectors.columns, minlength=vectors.width)
        self._rows, self._weights = rows[order], vectors.weights[order]
        self._starts = np.r_[0, np.cumsum(counts)].astype(np.int64)
        self._filled = self._starts[:-1].copy()  # where each term's postings end at present
        self._opened = np.zeros(vectors.height, dtype=np.bool_)

    def open(self, row: int) -> None:
        """Let an article be found. Rows are asked about in order, so those before it are complete."""
        self._opened[row] = True

    def like(self, row: int) -> tuple[Integers, Floats]:
        """The opened articles before this one that are like it, and how much; the nearest where many are."""
        vectors = self._vectors
        first, last = vectors.starts[row], vectors.starts[row + 1]
        terms, weights = vectors.columns[first:last], vectors.weights[first:last]
        begins, ends = self._starts[terms], self._filled[terms]
        self._filled[terms] += 1
        lengths = ends - begins
        places = np.arange(lengths.sum()) + np.repeat(begins - np.r_[0, np.cumsum(lengths)[:-1]], lengths)
        products = self._weights[places] * np.repeat(weights, lengths)
        likeness = np.bincount(self._rows[places], weights=products, minlength=row + 1)
        found: Integers = np.flatnonzero((likeness >= _FLOOR) & self._opened[: len(likeness)]).astype(
            np.int64
        )
        if len(found) > _NEIGHBOURS:
            found = np.sort(found[np.argsort(-likeness[found], kind="stable")[:_NEIGHBOURS]])
        return found.astype(np.int64), likeness[found].astype(np.float64)


class _Groups:
    """Articles on their way into groups. Every join makes a group with a new number."""

    def __init__(self, days: Sequence[int | None]) -> None:
        self._articles: dict[int, list[int]] = {number: [number] for number in range(len(days))}
        self._days = {
            number: (0 if day is None else day, int(day is not None)) for number, day in enumerate(days)
        }
        self._bonds: dict[int, dict[int, float]] = {number: {} for number in self._articles}
        self._next = len(days)
        dated = sum(day is not None for day in days) / max(1, len(days))
        self._trust = UNDATED + (1.0 - UNDATED) * min(1.0, dated * dated / DATED_PAIRS)

    def copy(self, article: int, original: int) -> None:
        """Put an article into the group of another that it copies."""
        self._articles[original] += self._articles.pop(article)
        self._days[original] = self._together(article, original)
        del self._days[article], self._bonds[article]

    def connect(self, one: int, other: int, likeness: float) -> None:
        """Note how alike two articles are, for all the copies of both."""
        bond = likeness * len(self._articles[one]) * len(self._articles[other])
        self._bonds[one][other] = self._bonds[other][one] = bond

    def join_all(self) -> None:
        """Join groups, the most alike first, until none are alike enough."""
        waiting = [
            (-self._merit(one, other), one, other)
            for one, bonds in self._bonds.items()
            for other in bonds
            if other < one and self._merit(one, other) >= ALIKE
        ]
        heapify(waiting)
        while waiting:
            _, one, other = heappop(waiting)
            if one in self._articles and other in self._articles:
                joined = self._join(one, other)
                for neighbour in self._bonds[joined]:
                    merit = self._merit(joined, neighbour)
                    if merit >= ALIKE:
                        heappush(waiting, (-merit, joined, neighbour))

    def members(self) -> list[list[int]]:
        """The groups as they are."""
        return sorted(sorted(articles) for articles in self._articles.values())

    def are_near(self, one: int, other: int) -> bool:
        """Whether nothing says that two groups are from different days."""
        return self._nearness(one, other) == 1.0

    def _merit(self, one: int, other: int) -> float:
        """How much speaks for joining two groups."""
        sizes = len(self._articles[one]), len(self._articles[other])
        average = self._bonds[one][other] / (sizes[0] * sizes[1])
        return average * self._trust * self._nearness(one, other) - SIZE * log(sum(sizes) / 2)

    def _nearness(self, one: int, other: int) -> float:
        (first, dated), (second, also_dated) = self._days[one], self._days[other]
        if not dated or not also_dated:
            return 1.0
        apart = abs(first / dated - second / also_dated)
        return 1.0 if apart <= GRACE else max(LEAST, exp((GRACE - apart) / FADE))

    def _together(self, one: int, other: int) -> tuple[int, int]:
        (first, dated), (second, also_dated) = self._days[one], self._days[other]
        return first + second, dated + also_dated

    def _join(self, one: int, other: int) -> int:
        joined = self._next
        self._next += 1
        self._days[joined] = self._together(one, other)
        self._articles[joined] = self._articles.pop(one) + self._articles.pop(other)
        bonds: dict[int, float] = {}
        for former in (one, other):
            for neighbour, bond in self._bonds.pop(former).items():
                if neighbour not in {one, other}:
                    bonds[neighbour] = bonds.get(neighbour, 0.0) + bond
                    del self._bonds[neighbour][former]
        self._bonds[joined] = bonds
        for neighbour, bond in bonds.items():
            self._bonds[neighbour][joined] = bond
        return joined
