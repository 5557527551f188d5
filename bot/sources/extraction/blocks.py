"""From chosen units to the blocks that an article is made of: cells become rows, rows become tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from bot.core.models import Block, Kind
from bot.sources.extraction.units import Unit


def to_blocks(units: Iterable[Unit], place: str | None = None) -> list[Block]:
    """The units as blocks, in order; a table is one block with a line a row."""
    return [block for table, group in groupby(units, key=_table) for block in _blocks(table, group, place)]


def _table(unit: Unit) -> Any:
    row = unit.row if unit.kind is Kind.TABLE else None
    while row is not None and row.tag != "table":
        row = row.getparent()
    return row


def _blocks(table: Any, units: Iterator[Unit], place: str | None) -> Iterator[Block]:
    if table is None:
        for unit in units:
            yield Block(unit.text, unit.kind, place)
    else:
        rows = (
            " | ".join(unit.text for unit in cells) for _, cells in groupby(units, key=lambda unit: unit.row)
        )
        yield Block("\n".join(rows), Kind.TABLE, place)
