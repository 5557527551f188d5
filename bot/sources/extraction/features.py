"""What can be measured of each unit of a page, as rows of numbers for the model that chooses the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Kind
from bot.sources.extraction.columns import Floats, Table, shifted, windowed
from bot.sources.extraction.cues import NAME_ORDER, TEXT_ORDER, name_cues, text_cues
from bot.sources.extraction.density import put_density
from bot.sources.extraction.families import DEPTH, families
from bot.sources.extraction.metadata import Metadata
from bot.sources.extraction.units import Box, Cut, Unit

_FAR = 30.0  # stands for "no such ancestor"
_TAGS = (
    *(
        "nav",
        "header",
        "footer",
        "aside",
        "main",
        "article",
        "section",
        "form",
        "figure",
        "table",
        "ul",
        "ol",
    ),
    *("blockquote", "dl", "details", "button", "a", "tr", "li", "fieldset", "address", "center"),
)
_TAG_PLACE = {tag: place for place, tag in enumerate(_TAGS)}
_OWN_TAGS = {
    tag: place
    for place, tag in enumerate(
        [
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "th",
            "section",
            "article",
            "blockquote",
            "pre",
            "figcaption",
            "dt",
            "dd",
            "button",
            "header",
            "footer",
            "summary",
            "form",
            "body",
            "figure",
            "address",
        ]
    )
}
_HIDDEN = NAME_ORDER.index("hidden")
_KINDS = {kind: place for place, kind in enumerate(Kind)}
_ENDED = re.compile(r"[.!?…。！？؟।:;][\"'”’»“)\]]*$")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:h]\d\d\b|\b\d{1,2}[./]\d{1,2}[./]")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_OPENING = 200  # characters of a unit that are looked at closely
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")


@dataclass(slots=True)
class Evidence:
    """All that the features are made of."""

    cut: Cut
    words: list[list[str]]  # of each unit
    votes: list[float]  # share of each unit that trafilatura takes; empty where it was not asked
    readable: list[bool]  # whether Readability's rules take each
    linked: list[float]  # share of each unit that stands in JSON-LD's articleBody; empty where there is none
    metadata: Metadata


def measure(evidence: Evidence) -> Table:
    """The features of every unit. Linear in the size of the page."""
    table = Table(len(evidence.cut.units))
    _own(table, evidence)
    _surroundings(table, evidence)
    _ancestors(table, evidence)
    family = _families(table, evidence)
    _votes(table, evidence)
    _readable(table, evidence, family)
    _sections(table, evidence)
    _page(table, evidence)
    return table


def _own(table: Table, evidence: Evidence) -> None:
    units = evidence.cut.units
    texts = [unit.text for unit in units]
    openings = [text[:_OPENING] for text in texts]
    chars = table.put("chars", [len(text) for text in texts])
    words = table.put("words", [len(words) for words in evidence.words])
    table.put("word_length", chars / np.maximum(words, 1))
    table.put("link_share", np.array([unit.link_chars for unit in units]) / np.maximum(chars, 1))
    table.put("strong_share", np.array([unit.strong_chars for unit in units]) / np.maximum(chars, 1))
    table.put("own_tag", [_OWN_TAGS.get(unit.tag, -1) for unit in units])
    table.put("kind", [_KINDS[unit.kind] for unit in units])
    table.put("ended", [bool(_ENDED.search(text[-8:])) for text in texts])
    table.put("commas", [min(20, text.count(",") + text.count("、") + text.count("，")) for text in texts])
    table.put("stops", [min(20, text.count(". ") + text.count("。")) for text in texts])
    table.put("small_start", [text[:1].islower() for text in texts])
    table.put("capitals", [_share_of_capitals(text) for text in openings])
    table.put("digits", [_digits(text) / max(1, len(text)) for text in openings])
    table.put("dated", [bool(_DATE.search(text)) for text in openings])
    table.put("asks", ["?" in text[-3:] for text in texts])
    table.put("bar", [text.count("|") + text.count("»") + text.count("›") for text in texts])
    cues = np.zeros((len(units), len(TEXT_ORDER)), dtype=np.float32)
    for row, text in enumerate(texts):
        for place in text_cues(text):
            cues[row, place] = 1
    for place, name in enumerate(TEXT_ORDER):
        table.put(f"says_{name}", cues[:, place])
    counts = Counter(texts)
    seen: Counter[str] = Counter()
    table.put("copies", [min(9, counts[text]) for text in texts])
    copy = []
    for text in texts:
        seen[text] += 1
        copy.append(min(9, seen[text]))
    table.put("copy", copy)
    title = (evidence.metadata.title or "").lower()
    table.put("is_title", [text.lower() == title for text in texts])
    description = (evidence.metadata.description or "").lower()
    table.put("in_description", [len(text) > 20 and text[:60].lower() in description for text in texts])


def _digits(text: str) -> int:
    """How many characters are digits; in plain letters by taking them out, which is ten times quicker."""
    return len(text) - len(text.translate(_NO_DIGITS)) if text.isascii() else sum(map(str.isdigit, text))


def _share_of_capitals(text: str) -> float:
    words = text.split()
    return sum([word[0].isupper() for word in words]) / max(1, len(words))


def _surroundings(table: Table, evidence: Evidence) -> None:
    count = len(evidence.cut.units)
    chars, links = table.columns["chars"], table.columns["link_share"]
    for step in (-3, -2, -1, 1, 2, 3):
        table.put(f"chars{step:+}", shifted(chars, step))
        table.put(f"links{step:+}", shifted(links, step))
    for step in (-1, 1):
        table.put(f"tag{step:+}", shifted(table.columns["own_tag"], step))
        table.put(f"kind{step:+}", shifted(table.columns["kind"], step))
    for reach in (3, 10):
        table.put(f"chars~{reach}", windowed(chars, reach))
        table.put(f"linked~{reach}", windowed(chars * links, reach) / np.maximum(windowed(chars, reach), 1))
    total = max(1.0, float(chars.sum()))
    table.put("place", (np.cumsum(chars) - chars) / total)
    table.put("order", np.arange(count) / max(1, count))
    title_at = next((unit.index for unit in evidence.cut.units if unit.tag == "h1"), -1)
    table.put("from_title", np.clip(np.arange(count) - title_at, -50, 200) if title_at >= 0 else np.nan)


def _ancestors(table: Table, evidence: Evidence) -> None:
    """How far up the nearest element with a tag or a telling name is, and what share of the page it holds."""
    boxes, units = evidence.cut.boxes, evidence.cut.units
    total = max(1, boxes[0].chars)
    distance, share = _nearest(boxes, total)
    own = [unit.box.index for unit in units]
    distance, share = distance[own], share[own]
    for place, name in enumerate((*NAME_ORDER, *(f"<{tag}>" for tag in _TAGS))):
        table.put(f"to_{name}", distance[:, place])
        table.put(f"of_{name}", share[:, place])
    table.put("depth", [unit.box.depth for unit in units])
    size = np.array([box.chars for box in boxes], dtype=np.float32)
    linked = np.array([box.link_chars for box in boxes], dtype=np.float32)
    count = np.array([box.units for box in boxes], dtype=np.float32)
    kin = np.array([box.kin for box in boxes], dtype=np.float32)
    for level, at in enumerate(islice(_boxes_above(evidence.cut), 4)):
        table.put(f"box{level}_share", size[at] / total)
        table.put(f"box{level}_chars", size[at])
        table.put(f"box{level}_links", linked[at] / np.maximum(size[at], 1))
        table.put(f"box{level}_units", count[at])
        table.put(f"box{level}_kin", kin[at])


def _nearest(boxes: list[Box], total: int) -> tuple[Floats, Floats]:
    """For each box and mark: levels up to the nearest element that has it, and the share of the page in it.

    All elements of one depth at a time: one by one took half of the time of all features.
    """
    width = len(NAME_ORDER) + len(_TAGS)
    distance = np.full((len(boxes), width), _FAR, dtype=np.float32)
    share = np.full((len(boxes), width), -1.0, dtype=np.float32)
    hints = name_cues(dict.fromkeys(box.name for box in boxes))
    levels: dict[int, list[Box]] = {}
    for box in boxes:
        levels.setdefault(box.depth, []).append(box)
    for depth, level in sorted(levels.items()):
        at = [box.index for box in level]
        if depth:
            above = [box.parent.index for box in level if box.parent]
            distance[at] = np.minimum(distance[above] + 1, _FAR)
            share[at] = share[above]
        found = [
            (box.index, mark, box.chars / total) for box in level for mark in marks(box, hints[box.name])
        ]
        if found:
            rows, columns, shares = zip(*found, strict=True)
            distance[rows, columns] = 0
            share[rows, columns] = shares
    return distance, share


def marks(box: Box, hints: frozenset[int]) -> list[int]:
    """Which columns of names and tags an element has a zero distance in, by what its name hints at."""
    if box.tag in {"body", "html"}:
        return []
    found = list(hints)
    if box.tag in _TAG_PLACE:
        found.append(len(NAME_ORDER) + _TAG_PLACE[box.tag])
    if box.hidden and _HIDDEN not in found:
        found.append(_HIDDEN)
    return found


def _held_in(boxes: list[Box], units: list[Unit], amounts: NDArray[np.floating]) -> NDArray[np.float64]:
    """By box, what the units in it and in the boxes inside it come to."""
    own = [unit.box.index for unit in units]
    held = np.bincount(own, weights=amounts, minlength=len(boxes)).tolist()
    for box in reversed(boxes):
        if box.parent:
            held[box.parent.index] += held[box.index]
    return np.array(held, dtype=np.float64)


def _boxes_above(cut: Cut) -> Iterator[NDArray[np.intp]]:
    """By unit, the box that it stands in, then the one around that, and so on; the outermost stays."""
    parents = np.array([(box.parent or box).index for box in cut.boxes], dtype=np.intp)
    at = np.array([unit.box.index for unit in cut.units], dtype=np.intp)
    while True:
        yield at
        at = parents[at]


def _families(table: Table, evidence: Evidence) -> NDArray[np.int64]:
    """Units that are set alike: how many, how long, how far they agree with trafilatura. Their families."""
    units = evidence.cut.units
    votes = np.array(evidence.votes or [np.nan] * len(units), dtype=np.float32)
    chars = table.columns["chars"]
    for depth in (2, DEPTH):
        family = np.array(families(evidence.cut, depth), dtype=np.int64)
        count = np.bincount(family)
        weight = np.bincount(family, weights=chars)
        agreed = np.bincount(family, weights=chars * votes) / np.maximum(weight, 1)
        table.put(f"family{depth}_count", count[family])
        table.put(f"family{depth}_mean", (weight / count)[family])
        table.put(f"family{depth}_vote", agreed[family])
    linked = np.bincount(family, weights=chars * table.columns["link_share"]) / np.maximum(weight, 1)
    table.put(f"family{DEPTH}_links", linked[family])
    repeated = [_repeated(unit.box) for unit in units]
    table.put("record_kin", [box.kin if box else 0 for box in repeated])
    table.put("record_chars", [box.chars if box else 0 for box in repeated])
    table.put("record_links", [box.link_chars / max(1, box.chars) if box else 0 for box in repeated])
    table.put(
        "record_up",
        [unit.box.depth - box.depth if box else _FAR for unit, box in zip(units, repeated, strict=True)],
    )
    return family


_LEAVES = frozenset(
    ["p", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd", "br", "hr"]
)


def _repeated(box: Box | None) -> Box | None:
    """The nearest element of which there are three or more side by side: a card, a post, an item."""
    while box and (box.kin < 3 or box.tag in _LEAVES):
        box = box.parent
    return box


def _votes(table: Table, evidence: Evidence) -> None:
    units, boxes = evidence.cut.units, evidence.cut.boxes
    chars = table.columns["chars"]
    votes = np.array(evidence.votes or [np.nan] * len(units), dtype=np.float32)
    table.put("vote", votes)
    table.put("linked_data", evidence.linked or np.nan)
    for step in (-3, -2, -1, 1, 2, 3):
        table.put(f"vote{step:+}", shifted(votes, step))
    for reach in (2, 6, 20):
        table.put(f"vote~{reach}", windowed(chars * votes, reach) / np.maximum(windowed(chars, reach), 1))
    taken = np.flatnonzero((votes > 0.5) & (chars > 40))
    first, last = (taken[0], taken[-1]) if len(taken) else (0, len(units) - 1)
    at = np.arange(len(units))
    table.put("after_first", np.clip(at - first, -100, 300))
    table.put("before_last", np.clip(last - at, -100, 300))
    ahead = np.concatenate((taken, [10**6]))[np.searchsorted(taken, at)]
    behind = np.concatenate(([-(10**6)], taken))[np.searchsorted(taken, at, side="right")]
    table.put("to_next_taken", np.minimum(ahead - at, 100))
    table.put("to_last_taken", np.minimum(at - behind, 100))
    own = _held_in(boxes, units, np.nan_to_num(chars * votes))
    size = np.array([max(1, box.chars) for box in boxes])
    for level, place in enumerate(islice(_boxes_above(evidence.cut), 5)):
        table.put(f"box{level}_vote", (own / size)[place])
        table.put(f"box{level}_taken", (own / max(1.0, own[0]))[place])
    put_density(table, evidence.cut)


def _readable(table: Table, evidence: Evidence, family: NDArray[np.int64]) -> None:
    """The second opinion: on the unit, those beside it, around it and set like it; how far both agree."""
    units, boxes = evidence.cut.units, evidence.cut.boxes
    chars, votes = table.columns["chars"], np.nan_to_num(table.columns["vote"])
    taken = table.put("readable", evidence.readable)
    for step in (-2, -1, 1, 2):
        table.put(f"readable{step:+}", shifted(taken, step))
    for reach in (3, 10):
        table.put(f"readable~{reach}", windowed(chars * taken, reach) / np.maximum(windowed(chars, reach), 1))
    own = _held_in(boxes, units, chars * taken)
    size = np.array([max(1, box.chars) for box in boxes])
    for level, place in enumerate(islice(_boxes_above(evidence.cut), 4)):
        table.put(f"box{level}_readable", (own / size)[place])
    weight = np.maximum(np.bincount(family, weights=chars), 1)
    table.put(f"family{DEPTH}_readable", (np.bincount(family, weights=chars * taken) / weight)[family])
    both, total = float((chars * votes * taken).sum()), max(1.0, float(chars.sum()))
    table.put("page_readable", float((chars * taken).sum()) / total)
    table.put("page_agreed", 2 * both / max(1.0, float((chars * (votes + taken)).sum())))
    table.put("page_only_voted", float((chars * votes * (1 - taken)).sum()) / total)
    table.put("both", votes + 2 * taken)


def _sections(table: Table, evidence: Evidence) -> None:
    """What the heading above says, how far away it is, and what stands under a heading."""
    units, count = evidence.cut.units, len(evidence.cut.units)
    chars, votes, links = table.columns["chars"], table.columns["vote"], table.columns["link_share"]
    voted, linked = chars * votes, chars * links
    level, since, cue = np.full(count, 9.0), np.full(count, 99.0), np.full(count, -1.0)
    heads = [unit.index for unit in units if unit.kind is Kind.HEADING]
    under = np.full((count, 4), np.nan)
    for place, head in enumerate(heads):
        end = heads[place + 1] if place + 1 < len(heads) else count
        found = text_cues(units[head].text)
        level[head:end] = int(units[head].tag[1]) if units[head].tag[1:].isdigit() else 7
        since[head:end] = np.minimum(np.arange(end - head), 99)
        cue[head:end] = found[0] if found else -1
        size = float(chars[head + 1 : end].sum())
        under[head:end, 0] = size
        under[head:end, 1] = float(voted[head + 1 : end].sum()) / max(1.0, size)
        under[head:end, 2] = float(linked[head + 1 : end].sum()) / max(1.0, size)
        under[head:end, 3] = end - head
    table.put("head_level", level)
    table.put("since_head", since)
    table.put("head_says", cue)
    for place, name in enumerate(("chars", "vote", "links", "units")):
        table.put(f"section_{name}", under[:, place])


_SORTS: dict[str, frozenset[str]] = {
    "article": frozenset(["article", "newsarticle", "blogposting", "og:article", "reportagenewsarticle"]),
    "forum": frozenset(["discussionforumposting", "qapage"]),
    "product": frozenset(["product", "og:product", "productgroup"]),
    "listing": frozenset(["collectionpage", "itemlist", "searchresultspage"]),
    "howto": frozenset(["techarticle", "howto", "faqpage", "apireference"]),
    "video": frozenset(["videoobject", "og:video.other"]),
}


def _page(table: Table, evidence: Evidence) -> None:
    """What is the same for all units of a page."""
    chars, votes = table.columns["chars"], np.nan_to_num(table.columns["vote"])
    total = max(1.0, float(chars.sum()))
    table.put("page_units", len(chars))
    table.put("page_chars", total)
    table.put("page_links", float((chars * table.columns["link_share"]).sum()) / total)
    table.put("page_taken", float((chars * votes).sum()) / total)
    table.put("page_taken_chars", float((chars * votes).sum()))
    long = chars > 80
    table.put("page_prose", float(chars[long].sum()) / total)
    table.put("page_lists", float(chars[table.columns["kind"] == _KINDS[Kind.LIST]].sum()) / total)
    table.put("page_code", float(chars[table.columns["kind"] == _KINDS[Kind.CODE]].sum()) / total)
    table.put("page_h1", sum(unit.tag == "h1" for unit in evidence.cut.units))
    sample = "".join(unit.text[:60] for unit in evidence.cut.units[:200])
    table.put("page_wide", len(_WIDE.findall(sample)) / max(1, len(sample)))
    for name, types in _SORTS.items():
        table.put(f"page_{name}", bool(evidence.metadata.types & types))
    for name in ("forum", "comment", "user"):
        near = table.columns[f"to_{name}"] <= 4
        table.put(f"page_{name}_chars", float(chars[near].sum()) / total)
