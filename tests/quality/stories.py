"""Groups the articles of the clustering sets and compares with the events (BCubed; Amigó et al., 2009).

python tests/quality/stories.py --data FOLDER     FOLDER: the set "clustering", unpacked
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import bot
from bot import Article


def bcubed(groups: Sequence[Sequence[int]], gold: Sequence[str]) -> tuple[float, float, float]:
    """F1, precision and recall."""
    sizes = Counter(gold)
    precision = recall = 0.0
    for members in groups:
        counts = Counter(gold[index] for index in members)
        precision += sum(count * count / len(members) for count in counts.values())
        recall += sum(count * count / sizes[label] for label, count in counts.items())
    precision, recall = precision / len(gold), recall / len(gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def article_of(row: dict[str, Any]) -> Article:
    title, text = row.get("title"), row["text"]
    if title is None:
        title, _, text = text.partition("\n")
    return Article.from_text(text.strip() or title, title=title.strip(), url=row.get("url"), language="en")


def report(name: str, articles: Sequence[Article], gold: Sequence[str]) -> None:
    start = time.process_time()
    groups = bot.group(articles)
    taken = time.process_time() - start
    f1, precision, recall = bcubed(groups, gold)
    print(f"{name}: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, {taken:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    for name, label in (("wikinews_events", "event"), ("wikiref220_topics", "topic")):
        lines = (folder / name / "data.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        articles, gold = [article_of(row) for row in rows], [row[label] for row in rows]
        report(name, articles, gold)
        if name == "wikinews_events":
            bare = [replace(article, url=None, published=None) for article in articles]
            report("  without addresses", bare, gold)
            # Halves of the events: how far the figures move when the events are others.
            for seed in range(3):
                events = sorted(set(gold))
                random.Random(seed).shuffle(events)  # noqa: S311 - the same halves each time
                half = set(events[: len(events) // 2])
                kept = [number for number, event in enumerate(gold) if event in half]
                report(f"  half {seed}", [articles[n] for n in kept], [gold[n] for n in kept])


if __name__ == "__main__":
    main()
