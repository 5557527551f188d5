"""How much of what people call the article is extracted, and how much else, beside trafilatura's modes.

    python tests/quality/extraction.py --data EXTRACTION [--webpages WEBPAGES] [--limit N] [--json] [--check]

Each set has its makers' measure: F1 over shingles of four words (article_extraction_benchmark, readability,
newspaper4k), of eight characters without blanks (orange_fr), pieces found and avoided (trafilatura_eval), F1
over bags of words by page type (WCXB). A refused page counts as empty. `--limit` takes N pages of each set,
spread evenly. `--check` fails below tests/quality/floors.json. The model was trained on these very sets: for
figures on sites that it has not seen, run tests/quality/train_body.py with `--folds`.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extraction_sets import GoldPage, read_pages, score, summary

from bot.core.errors import BotError, NoArticle
from bot.sources.charset import decode
from bot.sources.extract import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.article import Article

FLOORS = Path(__file__).with_name("floors.json")
NOISE = 0.005  # below its floor that a figure may lie, for another version of a parser
# What is loaded once belongs to no page. An article's first full stop loads nltk, which takes two seconds; a
# text as short as the second has trafilatura load a hundred stop lists for its last resort, which takes one.
LOADING = (
    "<article><h1>Loading</h1>"
    + "<p>It loads what is loaded once. So it is left out.</p>" * 12
    + "</article>",
    "<p>It is short.</p>",
)
MODES: dict[str, dict[str, bool]] = {
    "trafilatura": {},
    "no comments": {"include_comments": False},
    "precision": {"include_comments": False, "favor_precision": True},
    "recall": {"include_comments": False, "favor_recall": True},
}


@dataclass(slots=True)
class Tally:
    """What is counted over all pages."""

    scores: dict[str, dict[str, list[Any]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    refused: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pages: Counter[str] = field(default_factory=Counter)
    told: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # titles and dates
    seconds: Counter[str] = field(default_factory=Counter)


def chosen_pages(pages: Iterable[GoldPage], limit: int | None) -> list[GoldPage]:
    by_set: dict[str, list[GoldPage]] = defaultdict(list)
    for page in pages:
        by_set[page.set_name].append(page)
    chosen = []
    for found in by_set.values():
        step = max(1.0, len(found) / limit) if limit else 1.0
        chosen += [found[int(at * step)] for at in range(int(len(found) / step))]
    return chosen


def count(page: GoldPage, tally: Tally, *, modes: Sequence[str]) -> None:
    """Extract a page in every way; who begins takes turns: caches help the second."""
    html = page.html()
    tally.pages[page.set_name] += 1
    if tally.pages.total() % 2:
        _count_ours(html, page, tally)
    for mode in modes:
        tally.scores[mode][page.set_name].append(score(page, _by_trafilatura(html, page, mode, tally)))
    if not tally.pages.total() % 2:
        _count_ours(html, page, tally)


def _count_ours(html: bytes, page: GoldPage, tally: Tally) -> None:
    began = time.process_time()
    text = ""
    try:
        article = extract(html, page.url)
        text = article.text
        _count_told(page, article, tally)
    except NoArticle as error:
        tally.refused[page.set_name][str(error.reason)] += 1
    except BotError as error:
        tally.refused[page.set_name][error.code] += 1
    tally.seconds["nutshell"] += time.process_time() - began
    tally.scores["nutshell"][page.set_name].append(score(page, text))


def _by_trafilatura(html: bytes, page: GoldPage, mode: str, tally: Tally) -> str:
    import trafilatura  # noqa: PLC0415 - not needed with --modes none

    began = time.process_time()
    # With metadata, as a reader needs it, which goes before the text and is taken off again.
    found = trafilatura.bare_extraction(decode(html), url=page.url, with_metadata=True, **MODES[mode])
    tally.seconds[mode] += time.process_time() - began
    return (found.text or "") if found is not None else ""


def _count_told(page: GoldPage, article: Article, tally: Tally) -> None:
    if page.title:
        right = _plain(page.title) == _plain(article.title)
        tally.told[page.set_name]["titles"] += 1
        tally.told[page.set_name]["titles right"] += right
    if page.date and re.match(r"\d{4}-\d\d-\d\d", page.date):
        tally.told[page.set_name]["dates"] += 1
        tally.told[page.set_name]["dates right"] += str(article.published) == page.date[:10]


def _plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def report(tally: Tally) -> dict[str, Any]:
    figures = {name: summary(scores) for name, scores in tally.scores.items()}
    told = {
        f"{name}: {what}": counts[f"{what} right"] / counts[what]
        for name, counts in sorted(tally.told.items())
        for what in ("titles", "dates")
        if counts[what]
    }
    return {
        "figures": figures,
        "told": told,
        "refused": {name: dict(reasons) for name, reasons in sorted(tally.refused.items())},
        "pages": dict(tally.pages),
        "ms a page": {name: 1000 * spent / tally.pages.total() for name, spent in tally.seconds.items()},
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def show(found: dict[str, Any]) -> None:
    names = list(found["figures"])
    print(f"{'':46}" + "".join(f"{name:>13}" for name in names))
    for line in found["figures"]["nutshell"]:
        print(f"{line:46}" + "".join(f"{found['figures'][name][line]:13.4f}" for name in names))
    print(f"{'ms a page':46}" + "".join(f"{found['ms a page'][name]:13.1f}" for name in names))
    print(*(f"{name}: {share:.3f}" for name, share in found["told"].items()), sep="\n")
    for name, reasons in found["refused"].items():
        print(f"refused of {name}: {sum(reasons.values())} of {found['pages'][name]} {reasons}")
    print(f"peak memory: {found['peak memory, MB']:.0f} MB")


def below_floor(figures: dict[str, float]) -> list[str]:
    floors = json.loads(FLOORS.read_text("utf-8")).get("extraction", {})
    return [
        f"{name}: {figures[name]:.4f} is below {floor}"
        for name, floor in floors.items()
        if name in figures and figures[name] < floor - NOISE
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path)
    parser.add_argument("--webpages", type=Path)
    parser.add_argument("--limit", type=int, help="pages of each set")
    parser.add_argument(
        "--modes", nargs="*", choices=MODES, default=list(MODES), help="of trafilatura to compare with"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit code 1 where a set falls below its floor")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)  # trafilatura logs every page that it gives up
    tally = Tally()
    for html in LOADING:
        with suppress(NoArticle):
            extract(html)
    for page in chosen_pages(read_pages(arguments.data, arguments.webpages), arguments.limit):
        count(page, tally, modes=() if arguments.check else arguments.modes)
    found = report(tally)
    print(json.dumps(found)) if arguments.json else show(found)
    below = below_floor(found["figures"]["nutshell"]) if arguments.check else []
    if below:
        sys.exit("\n".join(["below the floor:", *below]))


if __name__ == "__main__":
    main()
