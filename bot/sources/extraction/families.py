"""Units that are set alike on a page: each post of a thread, each teaser of a list."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sources.extraction.units import Box, Cut, Unit

DEPTH = 4  # elements, the unit's own first, that have to be alike


def families(cut: Cut, depth: int = DEPTH) -> list[int]:
    """For each unit the number of its family: those with like elements around them, wherever they stand."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(_signature(unit, depth), len(numbers)) for unit in cut.units]


def _signature(unit: Unit, depth: int) -> str:
    """Tag and first class of a unit's element and its nearest ancestors."""
    parts = []
    box: Box | None = unit.box
    for _ in range(depth):
        if box is None:
            break
        parts.append(box.look)
        box = box.parent
    return "/".join(parts)


def evened_out(
    likely: Sequence[float], family: Sequence[int], sizes: Sequence[int], share: float
) -> list[float]:
    """Each probability with a share of its family's mean, in which a unit counts by its size."""
    count = max(family, default=-1) + 1
    hits, total = [0.0] * count, [0.0] * count
    for number, probability, size in zip(family, likely, sizes, strict=True):
        hits[number] += probability * size
        total[number] += size
    means = [hit / all_of_it if all_of_it else 0.0 for hit, all_of_it in zip(hits, total, strict=True)]
    return [
        probability * (1 - share) + (means[number] if total[number] else probability) * share
        for number, probability in zip(family, likely, strict=True)
    ]
