"""Where paragraphs are dense: the score of Arc90's Readability, kept as a feature beside others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Kind
from bot.sources.extraction.columns import Table
from bot.sources.extraction.units import Box, Cut

_SHORT = 25  # characters; what is shorter earns nothing (Readability)
_PASSED_UP = (1.0, 1.0, 0.5, 0.25)  # shares of a paragraph's points that its element and those around it earn


def put_density(table: Table, cut: Cut) -> None:
    """Add each unit's score, and how far it stands from the best element."""
    boxes = cut.boxes
    score = _scores(cut)
    best = boxes[int(score.argmax())]
    found = _ways(cut, best)
    table.put("up_to_best", [up for up, _ in found])
    table.put("down_from_best", [down for _, down in found])
    top = max(1e-6, float(score.max()))
    table.put("score", [score[unit.box.index] / top for unit in cut.units])
    table.put("score_up", [score[(unit.box.parent or unit.box).index] / top for unit in cut.units])
    table.put("best_share", best.chars / max(1, boxes[0].chars))


def _scores(cut: Cut) -> NDArray[np.float64]:
    score = np.zeros(len(cut.boxes))
    for unit in cut.units:
        length = len(unit.text)
        if length < _SHORT or unit.kind is Kind.HEADING:
            continue
        points = (1 + min(10, unit.text.count(",")) + min(3, length / 100)) * (1 - unit.link_chars / length)
        box: Box | None = unit.box
        for share in _PASSED_UP:
            if box is None:
                break
            score[box.index] += points * share
            box = box.parent
    unlinked = np.array([1 - box.link_chars / max(1, box.chars) for box in cut.boxes], dtype=np.float64)
    return np.asarray(score * unlinked, dtype=np.float64)


def _ways(cut: Cut, best: Box) -> list[tuple[int, int]]:
    """For each unit the way to it from the best element: levels up, then levels down."""
    up: dict[int, int] = {}
    box: Box | None = best
    while box:
        up[box.index] = len(up)
        box = box.parent
    known: dict[int, tuple[int, int]] = {index: (levels, 0) for index, levels in up.items()}
    return [_way(unit.box, known) for unit in cut.units]


def _way(box: Box, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    trail = []
    while box.index not in known and box.parent:
        trail.append(box.index)
        box = box.parent
    levels, down = known[box.index]
    for index in reversed(trail):
        down += 1
        known[index] = (levels, down)
    return levels, down
