"""The rows that a direct statement is given: one parameter, which is JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

Rows = Sequence[Mapping[str, Any]]


class Given(Protocol):
    """Those rows, as a database's SQL calls them."""

    @property
    def table(self) -> str:
        """What stands behind FROM; its columns are those that were named, in the order that was given."""
        ...

    def holds(self, column: str, among: str | None = None) -> str:
        """Whether a column of another table has one of the values of a column of these; by an index of it."""
        ...


def written(rows: Rows) -> str:
    """The rows as that one parameter."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def moment(value: datetime) -> str:
    """A moment in such a row, as both databases hold it."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
