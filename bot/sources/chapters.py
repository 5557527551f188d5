"""Markup of a document of one's own (no page with menus around it) as blocks, each with its chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.core.models import Block, Kind
from bot.sources.extraction.blocks import to_blocks
from bot.sources.extraction.units import Unit, cut

_LONGEST_PLACE = 120  # characters


def as_place(title: str | None) -> str | None:
    """A chapter's title as a place: a bare number gets a full stop, since a place of digits is a page."""
    text = " ".join((title or "").split())[:_LONGEST_PLACE]
    return f"{text}." if text.isdigit() else text or None


def to_placed_blocks(
    root: Any, place: str | None, chapter_at: Callable[[Unit], str | None]
) -> tuple[list[Block], str | None]:
    """All of a tree's text as blocks, and the place that it ends in.

    `place` is where it begins; a unit for which `chapter_at` gives a title begins another.
    """
    blocks: list[Block] = []
    for inside, units in _by_place(cut(root).units, place, chapter_at):
        blocks += to_blocks(units, inside)
        place = inside
    return blocks, place


def _by_place(
    units: Sequence[Unit], place: str | None, chapter_at: Callable[[Unit], str | None]
) -> Iterator[tuple[str | None, list[Unit]]]:
    run: list[Unit] = []
    for unit in units:
        title = as_place(chapter_at(unit))
        if title is not None and title != place:
            if run:
                yield place, run
            place, run = title, []
        run.append(unit)
    if run:
        yield place, run


def is_top_heading(unit: Unit) -> bool:
    """Whether a unit is a heading of the first or second level."""
    return unit.kind is Kind.HEADING and unit.box.tag in {"h1", "h2"}


def is_chapter(unit: Unit) -> str | None:
    """The chapter that a unit begins: the text of a heading of the first or second level."""
    return unit.text if is_top_heading(unit) else None
