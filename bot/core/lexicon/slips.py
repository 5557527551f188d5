"""Slips of the finger: how few of them make one word of another."""

from __future__ import annotations


def edit_distance(first: str, second: str, limit: int) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words, or limit + 1 for more.

    Optimal string alignment distance (a restricted Damerau-Levenshtein distance).
    """
    first, second = _where_they_differ(first, second)
    longer = max(len(first), len(second))
    if abs(len(first) - len(second)) > limit or (limit == 1 and longer > 2):
        return limit + 1  # what is left begins and ends otherwise: of three letters that is more than a slip
    if not first or not second:
        return longer
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
    return min(current[-1], limit + 1)


def _where_they_differ(first: str, second: str) -> tuple[str, str]:
    """Both words without what they begin and end with alike: it takes no slip."""
    shorter = min(len(first), len(second))
    begin = 0
    while begin < shorter and first[begin] == second[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[begin : len(first) - end], second[begin : len(second) - end]
