"""The development sets for summaries, in one shape. What they are and where they come from: each set's
README.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A text and what people wrote as its summary."""

    corpus: str
    language: str  # ISO 639-1
    title: str | None
    text: str
    references: tuple[str, ...]  # one sentence a line


# How many sentences a summary of each set has: about what its references say. A set's usual length.
LENGTHS = {
    "cnndm": 3,
    "bbc_news_summary": 6,
    "orangesum_fr": 2,
    "vietnews_vi": 2,
    "norsumm_no": 5,
    "turkish_extractive": 5,
    "mlsum_samples": 2,
    "urdu_usc": 8,
    "opinosis_reviews": 2,
    "klexikon_de": 12,
}


def load(data: Path, corpus: str, limit: int | None = None, half: int | None = None) -> Iterator[Item]:
    """The items of one set, in the order of its file, those without a reference left out.

    `half` (0 or 1) takes every other one: weights learned on one half are measured on the other.
    """
    seen = found = 0
    with (data / corpus / "data.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            item = _item(corpus, json.loads(line))
            if item.references and item.text.strip():
                seen += 1
                if half is None or seen % 2 == half:
                    yield item
                    found += 1
            if limit is not None and found >= limit:
                return


def _item(corpus: str, row: dict[str, Any]) -> Item:
    return Item(
        corpus=corpus,
        language=row["lang"],
        title=row.get("title"),
        text=row["article"],
        references=tuple(_references(row)),
    )


def _references(row: dict[str, Any]) -> Iterator[str]:
    if row.get("reference_sentences"):
        yield "\n".join(row["reference_sentences"])
    elif row.get("references"):
        for reference in row["references"]:
            yield reference if isinstance(reference, str) else "\n".join(reference)
    elif isinstance(row.get("reference"), list):
        yield "\n".join(row["reference"])
    elif row.get("reference"):
        yield row["reference"]
