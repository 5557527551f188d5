"""Which units of a page are its article."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from bot.sources.alignment import aligned_shares, tokens
from bot.sources.units import Cut, Unit


# trafilatura is quadratic in places (many <br>, many links); larger pages go without its opinion.
_MOST_UNITS = 6_000


def choose(root: Any, cut: Cut) -> list[Unit]:
    """The units that are the article, in reading order."""
    words = [tokens(unit.text) for unit in cut.units]
    votes = aligned_shares(words, opinion(root)) if len(cut.units) <= _MOST_UNITS else [1.0] * len(words)
    return [unit for unit, vote in zip(cut.units, votes, strict=True) if vote >= 0.5]


def opinion(root: Any) -> list[str]:
    """The tokens of what trafilatura takes for the article; none where it finds nothing."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - only worker processes load it

    found = bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    return tokens(" ".join(found.body.itertext())) if found is not None else []
