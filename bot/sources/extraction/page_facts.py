"""What can be counted on a page to tell an article from what is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any
from urllib.parse import urlsplit

from bot.core.models import Kind
from bot.sources.extraction.linked_data import ARTICLES
from bot.sources.extraction.metadata import Metadata
from bot.sources.extraction.units import Box, Cut, Unit
from bot.sources.extraction.wall_words import LEAFING, PRICE, SORTING, TALK

# A body of this many sentences outside of teasers is an article, whatever else is on the page.
ENOUGH = 8
SHELF = 12  # teasers from which on a page is there for them, whatever form or player stands beside
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？।۔؟]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONG = 40  # characters; what is shorter is a heading, a button or a label
_SENTENCES_OF_NO_HEADING = 2
_CARD = (15, 700)  # characters that a teaser has
_FEWEST_CARDS = 4
# Stories told at length, each under a headline that leads to it, as blogs list theirs. A page with fewer of
# them may be about the things that it names.
_LONGEST_ENTRY, _FEWEST_ENTRIES = 4_000, 6
_SHORTEST_HEADLINE = 12  # characters
_COUNTED = ("a", "img", "link", "video", "iframe", "script", "form", "div")
_LOWER_HEADINGS = frozenset(["h2", "h3", "h4"])
_BOXES = ("checkbox", "radio")
_BOXES_OF_A_MENU = 5  # that a menu stands for: a lone box may consent to something
_TERMS = frozenset(["dt", "dd"])
_MENU = re.compile(r"(?:^|[-_ ])(?:nav|menu|sidebar|toc|toctree)(?:$|[-_ ])")
_REMARK = re.compile(
    r"comment(?!s?[-_]?(?:count|num|link|icon))|commtext|message|reply|answer|postbody|bbwrapper"
)
_BESIDE_A_REMARK = 2.5  # times its characters, with its author's name, its date and its buttons
_MARKERS = re.compile(
    r"captcha|challenge-platform|cf-chl|cf_chl|cf-error-details|datadome|perimeterx|px-captcha|incapsula"
    r"|hcaptcha|turnstile|awswaf|/anubis/"
)
# Scripts and frames that only stand where a check stands in for the page; those above guard forms, too.
_BARRING = re.compile(r"captcha-delivery\.com|awswaf\.com|_incapsula_resource|/anubis/")


@dataclass(slots=True)
class PageFacts:
    """Counts over one page."""

    body: Sequence[Unit]
    cut: Cut
    metadata: Metadata
    url: str | None
    prose: list[Unit] = field(default_factory=list)  # of the body: long, not linked
    own: list[Unit] = field(default_factory=list)  # of that: outside of teasers
    flow: int = 0  # sentences of the body outside of teasers
    sentences: int = 0  # of the body
    chars: int = 0  # of the body's prose
    taken: int = 0  # characters of the body
    linked: int = 0  # of those, in links
    teased: int = 0  # of those, in teasers
    shown: int = 0  # characters of all units
    link_share: float = 0.0  # of all text
    links: int = 0
    cards: int = 0  # teasers
    carded: frozenset[int] = frozenset()  # the units in them
    prices: int = 0
    pictures: int = 0
    linked_pictures: int = 0
    linked_headings: int = 0
    choosers: int = 0  # menus and boxes with which something is chosen
    sorting: int = 0  # labels of what narrows a list and sets it in order, each once
    leafing: int = 0  # labels of what leafs through it, each once
    videos: int = 0
    passwords: int = 0
    scripts: int = 0
    challenge: bool = False  # scripts or frames of a bot check
    barred: bool = False  # of one that stands in for the page
    headings: list[str] = field(default_factory=list)  # title, <title> and all h1, or else the only heading

    @property
    def path(self) -> str:
        """The path of the address, lower-cased, without a slash at its end; "" for a front page."""
        try:
            return urlsplit(self.url or "x").path.lower().rstrip("/")
        except ValueError:
            return ""

    @property
    def query(self) -> str:
        try:
            return urlsplit(self.url or "").query.lower()
        except ValueError:
            return ""

    @property
    def says_article(self) -> bool:
        """Whether the page declares that it is an article."""
        types = self.metadata.types
        return bool(types & ARTICLES) or "og:article" in types


def split_sentences(text: str) -> list[str]:
    """A text cut behind every mark that ends a sentence: rough, for counting only."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)]) if start < end]


def shortest(text: str) -> int:
    """Characters from which on a sentence says something: fewer in scripts that write no letters."""
    return _LONG // 3 if _WIDE.search(text) else _LONG // 2


def count_sentences(text: str) -> int:
    """How often a sentence ends in a text; one for a long text without a full stop."""
    return len(_SENTENCE_END.findall(text)) or int(len(text) > 2 * _LONG)


def is_prose(unit: Unit) -> bool:
    """Whether a unit is running text and not a heading, a caption, a table or a link.

    A heading of several sentences is a paragraph that somebody wanted to have in large letters.
    """
    readable = unit.kind in {Kind.PROSE, Kind.QUOTE, Kind.LIST} or (
        unit.kind is Kind.HEADING and count_sentences(unit.text) >= _SENTENCES_OF_NO_HEADING
    )
    least = _LONG // 2 if _WIDE.search(unit.text) else _LONG
    return readable and len(unit.text) >= least and unit.link_chars < len(unit.text) * 0.6


def gather(root: Any, cut: Cut, body: Sequence[Unit], metadata: Metadata, url: str | None) -> PageFacts:
    """Count everything once. Linear in the size of the page."""
    facts = PageFacts(body, cut, metadata, url)
    manual = any(unit.kind is Kind.CODE or unit.tag in _TERMS for unit in body)
    cards = find_cards(cut, menus=not manual)
    facts.cards, facts.carded = len(set(cards.values())), frozenset(cards)
    for unit in body:
        facts.taken += len(unit.text)
        facts.linked += unit.link_chars
        facts.teased += len(unit.text) if unit.index in cards else 0
        if is_prose(unit):
            sentences = count_sentences(unit.text)
            facts.prose.append(unit)
            facts.sentences += sentences
            facts.chars += len(unit.text)
            if unit.index not in cards:
                facts.own.append(unit)
                facts.flow += sentences
    facts.shown = sum(len(unit.text) for unit in cut.units)
    facts.link_share = sum(unit.link_chars for unit in cut.units) / max(1, facts.shown)
    facts.linked_headings = sum(
        unit.tag in _LOWER_HEADINGS and unit.link_chars >= 0.6 * len(unit.text) > 0 for unit in cut.units
    )
    labels = {unit.text.lower() for unit in _without_talk(cut.units) if len(unit.text) < _LONG}
    facts.sorting = sum(SORTING.match(text) is not None for text in labels)
    facts.leafing = sum(LEAFING.match(text) is not None for text in labels)
    facts.prices = sum(bool(len(unit.text) < 60 and PRICE.search(unit.text)) for unit in cut.units)
    _count_elements(root, facts)
    kinds = [box.get("type") for box in root.iter("input")]
    facts.passwords = kinds.count("password")
    facts.choosers = sum(map(kinds.count, _BOXES)) + _BOXES_OF_A_MENU * sum(1 for _ in root.iter("select"))
    head = root.find(".//title")
    facts.headings = [
        text for text in (metadata.title, " ".join(head.itertext()) if head is not None else None) if text
    ]
    facts.headings += [unit.text for unit in cut.units if unit.tag == "h1"] or _first_heading(cut)
    return facts


def _without_talk(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units but for those under a heading of the readers' comments."""
    in_talk = False
    for unit in units:
        if unit.kind is Kind.HEADING:
            in_talk = TALK.match(unit.text) is not None
        if not in_talk:
            yield unit


def _first_heading(cut: Cut) -> list[str]:
    """Of a page without a first-rank heading the one that stands for it, if it is not one of many."""
    found = [unit.text for unit in cut.units if unit.kind is Kind.HEADING]
    return found if len(found) == 1 else []


def _count_elements(root: Any, facts: PageFacts) -> None:
    for element in root.iter(*_COUNTED):
        tag = element.tag
        if tag == "a":
            facts.links += bool(element.get("href"))
        elif tag == "link":
            facts.scripts += element.get("as") == "script"  # applications name theirs in the head
        elif tag == "script":
            facts.scripts += 1
            _look_for_checks((element.get("src") or "").lower(), facts)
        elif tag == "iframe":
            source = (element.get("src") or "").lower()
            facts.videos += any(word in source for word in ("youtube", "vimeo", "player", "embed", "video"))
            _look_for_checks(source, facts)
        elif tag == "video":
            facts.videos += 1
        elif tag == "img":
            facts.pictures += 1
            facts.linked_pictures += any(above.tag == "a" for above in islice(element.iterancestors(), 4))
        elif tag in {"div", "form"}:
            facts.challenge |= bool(
                _MARKERS.search(f"{element.get('id') or ''} {element.get('class') or ''}".lower())
            )


def _look_for_checks(source: str, facts: PageFacts) -> None:
    """Note whether the address of a script or frame is one of a bot check."""
    facts.challenge |= bool(_MARKERS.search(source))
    facts.barred |= bool(_BARRING.search(source))


def find_cards(cut: Cut, *, menus: bool = True) -> dict[int, int]:
    """The units that stand in a teaser, each with its teaser's number.

    A teaser is one of several like elements side by side that holds a link and little text, or begins with a
    headline that leads to another page; a remark with its author's name is none. The entries of `menus` count
    as a rule: with more of them than text, a page is there to lead on. Only a manual names all its chapters
    beside each.
    """
    none = [*_remarks(cut), *(() if menus else _menus(cut))]
    verdicts = dict.fromkeys(none, False) | dict.fromkeys(_entries(cut), True)
    found: dict[int, int] = {}
    for unit in cut.units:
        box: Box | None = unit.box
        while box:
            small = box.kin >= _FEWEST_CARDS and _CARD[0] <= box.chars <= _CARD[1]
            if small and box.index not in verdicts:
                verdicts[box.index] = _is_card(box)
            if verdicts.get(box.index):
                found[unit.index] = box.index
                break
            if box.chars > _LONGEST_ENTRY:
                break
            box = box.parent
    return found


def _remarks(cut: Cut) -> Iterator[int]:
    """The elements that hold a remark in a thread and hardly more."""
    named = {name for name in {box.name for box in cut.boxes} if _REMARK.search(name)}
    for box in cut.boxes:
        above: Box | None = box if box.name in named and box.chars >= _LONG else None
        while above and above.chars <= _BESIDE_A_REMARK * box.chars:
            yield above.index
            above = above.parent


def _menus(cut: Cut) -> Iterator[int]:
    """The elements of the menus beside the text."""
    inside: set[int] = set()
    for box in cut.boxes:
        begins = (box.tag == "nav" or _MENU.search(box.name)) and box.chars < cut.boxes[0].chars / 2
        if begins or (box.parent is not None and box.parent.index in inside):
            inside.add(box.index)
            yield box.index


def _entries(cut: Cut) -> list[int]:
    """The elements that begin with a headline which leads to another page, if there are several of them."""
    found: dict[int, str] = {}
    for unit in cut.units:
        if unit.kind is not Kind.HEADING or not _SHORTEST_HEADLINE <= len(unit.text) <= unit.link_chars / 0.6:
            continue
        box: Box | None = unit.box
        while box and box.kin < _FEWEST_CARDS:
            box = box.parent
        if box and box.chars <= _LONGEST_ENTRY and _leads_elsewhere(unit.box.element):
            found.setdefault(box.index, unit.text)
    return list(found) if len(set(found.values())) >= _FEWEST_ENTRIES else []


def _leads_elsewhere(heading: Any) -> bool:
    """Whether the link in or around a heading leads to another page, and to no place in a thread."""
    link = heading.find(".//a")
    around = (element for element in islice(heading.iterancestors(), 3) if element.tag == "a")
    link = next(around, None) if link is None else link
    return link is not None and "#" not in (link.get("href") or "#")


def _is_card(box: Box) -> bool:
    return (
        box.link_chars >= 12
        and box.link_chars >= 0.15 * box.chars
        and box.tag not in {"p", "td", "th", "h2", "h3"}
    )
