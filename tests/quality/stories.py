"""Groups the articles of the clustering sets and compares with the events (BCubed; Amigó et al., 2009).

python tests/quality/stories.py --data FOLDER [--fit]     FOLDER: the set "clustering", unpacked

Of events with several articles it also tells how much of their Wikinews headline the lead of the story says.
With `--fit` the likeness that a group must have is also chosen on one half of the events and judged by the
other, both ways: what the rule is worth for events that nobody has seen.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import bot
from bot import Article
from bot.core.digests.digest import Entry, Mention, MentionKind, Shape
from bot.core.digests.leading import leading_first
from bot.core.grouping import story_groups
from bot.core.tokens import terms

FITS = 3  # halvings
CHOICES = tuple(step / 100 for step in range(8, 25))
LEAST_PRECISION = 0.93
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)


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


def halves(gold: Sequence[str], seed: int) -> tuple[list[int], list[int]]:
    """The articles of one half of the events, and those of the other."""
    events = sorted(set(gold))
    random.Random(seed).shuffle(events)  # noqa: S311 - the same halves each time
    half = set(events[: len(events) // 2])
    numbers = range(len(gold))
    return [n for n in numbers if gold[n] in half], [n for n in numbers if gold[n] not in half]


def scored(articles: Sequence[Article], gold: Sequence[str], alike: float) -> tuple[float, float, float]:
    """F1, precision and recall where groups must be so much alike."""
    kept, story_groups.ALIKE = story_groups.ALIKE, alike
    try:
        return bcubed(bot.group(articles), gold)
    finally:
        story_groups.ALIKE = kept


def fitted_on_halves(articles: Sequence[Article], gold: Sequence[str]) -> None:
    """Choose on one half and judge by the other, both ways, for several halvings."""
    outcomes = []
    for seed in range(FITS):
        parts = [([articles[n] for n in part], [gold[n] for n in part]) for part in halves(gold, seed)]
        for chosen_on, judged_by in (parts, parts[::-1]):
            tried = {alike: scored(*chosen_on, alike) for alike in CHOICES}
            fit = {alike: f1 for alike, (f1, precision, _) in tried.items() if precision >= LEAST_PRECISION}
            outcomes.append(scored(*judged_by, max(fit or CHOICES, key=lambda alike: fit.get(alike, 0.0))))
    f1, precision, _ = (sum(values) / len(outcomes) for values in zip(*outcomes, strict=True))
    least = min(f1 for f1, _, _ in outcomes)
    print(f"  chosen on the other half: F1 {f1:.4f}, {least:.4f} at least, precision {precision:.4f}")


def report_leads(articles: Sequence[Article], rows: Sequence[dict[str, Any]]) -> None:
    """How much of Wikinews' own headlines a digest says, for events of several articles.

    Each event is a digest of its own, so that nothing but the choice of the lead and its sentences counts.
    """
    events: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        events.setdefault(row["event"], []).append(number)
    several = [numbers for numbers in events.values() if len(numbers) > 1]
    shares = [
        told_share([articles[n] for n in numbers], rows[numbers[0]]["event_title"]) for numbers in several
    ]
    mean = sum(shares) / len(shares)
    print(f"  of the headlines of {len(several)} events, the leads tell {100 * mean:.1f} %")


def told_share(articles: Sequence[Article], headline: str) -> float:
    """The share of a headline's terms in the title and the sentences of the text that leads a story."""
    mention = Mention(kind=MentionKind.FEED, source="feed", at=NOW)
    entries = [Entry(key=f"{n}", article=one, mentions=(mention,)) for n, one in enumerate(articles)]
    lead = leading_first(entries)[0].article
    sentences = bot.summarize(lead, sentences=Shape().sentences).sentences
    told = set(terms("\n".join([lead.title or "", *(one.text for one in sentences)]), lead.language))
    wanted = set(terms(headline, "en"))
    return len(wanted & told) / len(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fit", action="store_true", help="choose on halves, too")
    options = parser.parse_args()
    folder = options.data
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
                kept, _ = halves(gold, seed)
                report(f"  half {seed}", [articles[n] for n in kept], [gold[n] for n in kept])
            report_leads(articles, rows)
            if options.fit:
                fitted_on_halves(articles, gold)


if __name__ == "__main__":
    main()
