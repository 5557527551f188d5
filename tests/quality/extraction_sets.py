"""The extraction sets as pages with gold text, and the measures that their makers use."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SETS = ("article_extraction_benchmark", "readability", "trafilatura_eval", "newspaper4k", "orange_fr")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page and what people found in it."""

    set_name: str  # of WCXB: "wcxb/<page type>"
    page_id: str
    path: Path
    url: str | None
    gold: str | None
    title: str | None = None
    date: str | None = None
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    site: str = field(default="")

    def html(self) -> bytes:
        data = self.path.read_bytes()
        return gzip.decompress(data) if self.path.suffix == ".gz" else data


def read_pages(data: Path | None, webpages: Path | None) -> Iterator[GoldPage]:
    """All pages of both folders, set after set."""
    if data:
        for name in SETS:
            for line in (data / name / "index.jsonl").read_text("utf-8").rstrip().split("\n"):
                yield _page(name, data / name, json.loads(line))
    if webpages:
        folder = webpages / "wcxb"
        for line in (folder / "index.jsonl").read_text("utf-8").rstrip().split("\n"):
            row = json.loads(line)
            yield _page(f"wcxb/{row['page_type']}", folder, row)


def _page(set_name: str, folder: Path, row: dict) -> GoldPage:
    metadata = row.get("metadata") or {}
    url = row.get("url") or metadata.get("url")
    return GoldPage(
        set_name=set_name,
        page_id=row["id"],
        path=folder / row["html_file"],
        url=url,
        gold=row.get("gold_text"),
        title=row.get("title") or metadata.get("title"),
        date=row.get("date") or row.get("published"),
        with_=tuple(_snippets(row.get("with") or row.get("must_contain"))),
        without=tuple(_snippets(row.get("without") or row.get("must_not_contain"))),
        site=_host(url) or row["id"].rsplit("-", 1)[0],
    )


def _snippets(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _host(url: str | None) -> str:
    return url.split("/")[2].removeprefix("www.") if url and url.count("/") > 1 else ""


def shingle_scores(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall over shingles of four words, as article-extraction-benchmark counts them."""
    wanted, got = _shingles(gold), _shingles(found)
    common = sum((wanted & got).values())
    if wanted == got:
        return 1.0, 1.0
    return common / max(1, sum(got.values())), common / max(1, sum(wanted.values()))


def _shingles(text: str) -> Counter:
    words = _WORD.findall(text)
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def corpus_f1(scores: Sequence[tuple[float, float]]) -> float:
    """F1 of mean precision and mean recall: the benchmark's figure."""
    precision, recall = mean(p for p, _ in scores), mean(r for _, r in scores)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def word_f1(gold: str, found: str) -> float:
    """F1 over lower-cased words as bags, as WCXB counts them."""
    wanted, got = Counter(_WORD.findall(gold.lower())), Counter(_WORD.findall(found.lower()))
    common = sum((wanted & got).values())
    if not wanted and not got:
        return 1.0
    return f1(common / max(1, sum(got.values())), common / max(1, sum(wanted.values())))


def character_f1(gold: str, found: str, width: int = 8) -> float:
    """F1 over shingles of characters without any white space: for gold that lost its blanks."""
    wanted, got = (_characters("".join(text.split()), width) for text in (gold, found))
    common = sum((wanted & got).values())
    return f1(common / max(1, sum(got.values())), common / max(1, sum(wanted.values())))


def _characters(text: str, width: int) -> Counter:
    return Counter(text[at : at + width] for at in range(max(1, len(text) - width + 1)))


def snippet_scores(page: GoldPage, found: str) -> tuple[int, int, int, int]:
    """Pieces that must be there and are, of how many; pieces that must not be and are not, of how many."""
    flat = " ".join(found.split())
    there = [" ".join(one.split()) in flat for one in page.with_]
    gone = [" ".join(one.split()) not in flat for one in page.without]
    return (sum(there), len(there), sum(gone), len(gone))


def score(page: GoldPage, found: str) -> Any:
    """One page's score, by the measure of its set."""
    if page.set_name == "trafilatura_eval":
        return snippet_scores(page, found)
    gold = page.gold or ""
    if page.set_name == "orange_fr":
        return character_f1(gold, found)
    return word_f1(gold, found) if page.set_name.startswith("wcxb/") else shingle_scores(gold, found)


def summary(scores: Mapping[str, Sequence[Any]]) -> dict[str, float]:
    """One figure a set, two where it counts pieces."""
    figures: dict[str, float] = {}
    for name, values in sorted(scores.items()):
        if name == "trafilatura_eval":
            there, wanted, gone, unwanted = (sum(column) for column in zip(*values, strict=True))
            figures[f"{name}: must contain"] = there / max(1, wanted)
            figures[f"{name}: must not contain"] = gone / max(1, unwanted)
        elif isinstance(values[0], tuple):
            figures[name] = corpus_f1(values)
        else:
            figures[name] = mean(values)
    return figures
