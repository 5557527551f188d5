"""Reads every feed of a folder of feeds and compares what comes out with the index beside them.

python tests/quality/feeds.py --data FOLDER     FOLDER: the set "feeds", unpacked
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.core.digests.feed_items import FeedContent
from bot.core.errors import NoFeedError
from bot.sources.feeds import MOST_ITEMS, read_feed

BASE = "http://127.0.0.1:8097/"


def read(path: Path, header: str) -> FeedContent | None:
    """The feed; None where there is none. Whatever else is raised ends the program: it must not happen."""
    try:
        return read_feed(path.read_bytes(), BASE + path.name, header)
    except NoFeedError:
        return None


def compare(row: dict[str, Any], content: FeedContent | None) -> str:
    """How what was read stands to what the index says."""
    expected = row.get("feedparser")
    if expected is None or row["file"].endswith(".json"):  # feedparser reads no JSON Feed
        return "no expectation" if content is None else "read"
    if content is None:
        return "as expected" if not expected["entries"] else "missed"
    if len(content.items) == min(expected["entries"], MOST_ITEMS):
        return "as expected"
    return "fewer" if len(content.items) < expected["entries"] else "more"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    for index in sorted(folder.glob("*/index.jsonl")):
        rows = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines()]
        counts: Counter[str] = Counter()
        slowest, begun = (0.0, ""), time.process_time()
        for row in rows:
            start = time.process_time()
            content = read(index.parent / row["file"], row.get("http_header") or "")
            slowest = max(slowest, (time.process_time() - start, row["id"]))
            verdict = compare(row, content)
            counts[verdict] += 1
            if verdict in {"missed", "fewer", "more"}:
                held = 0 if content is None else len(content.items)
                print(f"  {row['id']}: {held} of {row['feedparser']['entries']}")
        print(f"{index.parent.name}: {len(rows)} files, {dict(counts)}", end=", ")
        print(f"{time.process_time() - begun:.1f} s, slowest {slowest[1]} {slowest[0]:.2f} s")


if __name__ == "__main__":
    main()
