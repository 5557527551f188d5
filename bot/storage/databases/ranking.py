"""Which texts of a chat fit a search best: the same order, whatever database found them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log

# Okapi BM25 with the customary constants (Robertson and Zaragoza 2009). A term is in a text once or not at
# all, as the index holds each term of a text once.
K1, B = 1.2, 0.75


def best_first(lengths: Mapping[int, int], holders: Mapping[str, Collection[int]], limit: int) -> list[int]:
    """The texts that hold any term, best first, up to `limit`; of equal ones the higher number first.

    `lengths`: of all texts of the chat, by number, in terms. Only these count for how rare a term is: what
    other chats read neither shows in the order nor changes it. `holders`: by term, the texts that hold it.
    """
    if not lengths:
        return []
    mean = sum(lengths.values()) / len(lengths) or 1.0
    scores: dict[int, float] = {}
    for term in sorted(holders):  # sums of the same numbers in another order may differ
        weight = _rarity(len(lengths), len(holders[term]))
        for number in holders[term]:
            part = weight * (K1 + 1) / (1 + K1 * (1 - B + B * lengths[number] / mean))
            scores[number] = scores.get(number, 0.0) + part
    return sorted(scores, key=lambda number: (-scores[number], -number))[:limit]


def _rarity(texts: int, holding: int) -> float:
    """Inverse document frequency as Lucene has it: above 0 also for what most texts hold, since a chat may
    have read two of them.
    """
    return log(1 + (texts - holding + 0.5) / (holding + 0.5))
