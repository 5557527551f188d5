"""Which units of a page are its article.

Every unit is measured (`features`): its text, the elements around it, the units beside it, how far trafilatura,
JSON-LD and a density score take it or what is set like it. Boosted trees, trained on pages with gold text
(tests/quality/train_body.py), make a probability of that. No rule knows any site.
"""

from __future__ import annotations

from typing import Any

from bot.core.models import Kind
from bot.sources.alignment import aligned_shares, tokens
from bot.sources.metadata import Metadata
from bot.sources.units import Cut, Unit

MODEL = "body_model.npz"
_LIKELY = 0.5
# trafilatura is quadratic in places (many <br>, many links); larger pages go without its opinion.
_MOST_UNITS = 6_000
_LEAST_DECLARED = 200  # characters; a shorter articleBody is an abstract
_REPEATED = (
    8  # words; a longer unit that was there before is a copy (for phones, for printing, as a quotation)
)


def choose(root: Any, cut: Cut, metadata: Metadata) -> list[Unit]:
    """The units that are the article, in reading order, each text once."""
    if not cut.units:
        return []
    words = [tokens(unit.text) for unit in cut.units]
    likely = probabilities(root, cut, metadata, words)
    chosen: list[Unit] = []
    seen: set[str] = set()
    for unit, probability in zip(cut.units, likely, strict=True):
        if probability < _LIKELY or (unit.kind is Kind.HEADING and unit.text == metadata.title):
            continue
        spoken = " ".join(words[unit.index])
        if len(words[unit.index]) >= _REPEATED and unit.kind is not Kind.CODE:
            if spoken in seen:
                continue
            seen.add(spoken)
        chosen.append(unit)
    return chosen


def probabilities(root: Any, cut: Cut, metadata: Metadata, words: list[list[str]]) -> list[float]:
    """For each unit how likely it is part of the article, 0 to 1."""
    from bot.sources.features import Evidence, measure  # noqa: PLC0415 - NumPy loads only in worker processes
    from bot.sources.forest import load_forest  # noqa: PLC0415 - likewise

    votes = aligned_shares(words, opinion(root)) if len(cut.units) <= _MOST_UNITS else []
    declared = metadata.body or ""
    linked = aligned_shares(words, tokens(declared)) if len(declared) >= _LEAST_DECLARED else []
    forest = load_forest(MODEL)
    table = measure(Evidence(cut, words, votes, linked, metadata))
    found: list[float] = forest.probabilities(table.matrix(forest.columns)).tolist()
    return found


def opinion(root: Any) -> list[str]:
    """The tokens of what trafilatura takes for the article; none where it finds nothing."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - only worker processes load it

    # It copies the tree that it is given.
    found: Any = bare_extraction(root, include_comments=False, with_metadata=False)
    return tokens(" ".join(found.body.itertext())) if found is not None else []
