"""Where a page says that its own text goes on for subscribers, and where it says so of another article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.core.models import Kind
from bot.sources.extraction import wall_words as words
from bot.sources.extraction.page_facts import PageFacts, count_sentences
from bot.sources.extraction.units import Box, Unit

ASKING = 300  # characters of the longest text with which a paywall asks for a subscription
_OFFER = 8  # units of the offer that a wall makes
# Sentences of the article's own behind a label, which is another article's then. A lone paragraph
# needs one more: some pages end in one about their author.
_GOES_ON, _GOES_ON_IN_ONE = 2, 3
_HEADLINE, _BOX = 25, 700  # characters: fewer in a link are a button's, more in a box the article itself
_OF_A_TEASER = 1  # paragraphs in its box besides the label
_HEADS_A_STORY = re.compile(r"[:–—]\s+\w")  # behind a label: "Subscribe to read: how papers live"
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,300}[”“»\"]|「[^「」]{1,300}」")
_OFFERING_BOX = re.compile(
    r"pay-?wall|regwall|offer|subscri|upgrade|(?:^|[-_ ])(?:gate|barrier|abo)(?:$|[-_ ])"
)


def asked_at(facts: PageFacts) -> list[Unit]:
    """Where the page asks for a subscription: near the end of what was taken for its text."""
    last = facts.prose[-1].index if facts.prose else -1
    return [
        unit
        for unit in facts.cut.units[max(0, last - 2) : last + 26]
        if len(unit.text) < ASKING and (label := says(words.PAYWALL, unit.text))
        if unit.kind is not Kind.HEADING or not _HEADS_A_STORY.search(unit.text, label.end())
    ]


def locked_at(facts: PageFacts, asking: Sequence[Unit]) -> int | None:
    """Where the page says that the very text before it goes on for subscribers, with little behind that."""
    if facts.metadata.free is True:
        return None
    first, last = (facts.own[0].index, facts.own[-1].index) if facts.own else (0, 0)
    found = (
        unit.index
        for unit in facts.cut.units[max(first + 1, last - _OFFER) : last + _OFFER]
        if len(unit.text) < ASKING and (label := says(words.LOCKED, unit.text))
        if unit.index not in facts.carded
        if facts.metadata.free is False or not _tells_of_another(unit, label.group(), facts)
    )
    locked = next(found, None)
    return None if locked is None or _goes_on(facts, asking, locked) else locked


def offered_at(asking: Sequence[Unit], locked: int | None) -> int | None:
    """Where the article ends: at a label, or at the heading of an offer."""
    if locked is not None:
        return locked
    return next((unit.index for unit in asking if unit.kind is Kind.HEADING), None)


def says(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where a text says such a thing itself, and quotes nobody who does."""
    return pattern.search(text) and pattern.search(_QUOTED.sub(" ", text))


def said(units: Sequence[Unit], *, without: Sequence[Unit], before: int | None) -> int:
    """Sentences in units, but for those that the wall itself says or that stand behind it."""
    wall = {unit.index for unit in without}
    return sum(
        count_sentences(unit.text)
        for unit in units
        if unit.index not in wall and (before is None or unit.index < before)
    )


def _goes_on(facts: PageFacts, asking: Sequence[Unit], locked: int) -> bool:
    """Whether the article goes on behind a label.

    An offer has a box of its own; what goes on stands where the paragraphs before it do.
    """
    beside = {id(unit.box.parent) for unit in facts.own if unit.index < locked}
    behind = [unit for unit in facts.own if unit.index > locked and id(unit.box.parent) in beside]
    author = next((at for at, unit in enumerate(behind) if _is_about_the_author(unit, facts)), len(behind))
    behind = behind[:author]
    few = _GOES_ON if len(behind) > 1 else _GOES_ON_IN_ONE
    return said(behind, without=asking, before=None) >= few


def _is_about_the_author(unit: Unit, facts: PageFacts) -> bool:
    byline = (facts.metadata.byline or "").strip()
    named = bool(byline) and unit.text.startswith(byline)
    return named or words.ABOUT_THE_AUTHOR.match(unit.text) is not None


def _tells_of_another(unit: Unit, label: str, facts: PageFacts) -> bool:
    """Whether a label stands in or beside the headline of another article, in a box of its own."""
    rest = len(unit.text) - len(label)
    if (
        rest >= _HEADLINE
        and unit.link_chars >= 0.6 * rest
        and not _offers(unit, unit.text.replace(label, ""))
    ):
        return True
    box = unit.box.parent
    if box is None or box.chars > _BOX or _OFFERING_BOX.search(box.name) or _holds_article(box, unit, facts):
        return False
    return any(
        near.box is box or near.box.parent is box
        for near in facts.cut.units[max(0, unit.index - 1) : unit.index + 2]
        if near is not unit and len(near.text) >= _HEADLINE and near.link_chars >= 0.6 * len(near.text)
        if not _offers(near, near.text)
    )


def _holds_article(box: Box, label: Unit, facts: PageFacts) -> bool:
    """Whether a box is the article's own, as a short one's is no longer than a teaser's."""
    inside = range(box.first_unit, box.first_unit + box.units)
    own = [unit for unit in facts.own if unit.index in inside and unit is not label]
    return len(own) > _OF_A_TEASER or (bool(own) and own[0] is facts.own[0])


def _offers(unit: Unit, text: str) -> bool:
    """Whether a link leads to a subscription and not to an article, by its words or its address."""
    if words.PAYWALL.search(text) or words.OFFER.search(text):
        return True
    return any(map(_leads_to_an_offer, unit.box.element.iter("a")))


def _leads_to_an_offer(link: object) -> bool:
    try:
        address = urlsplit((link.get("href") or "").lower())  # type: ignore[attr-defined]
    except ValueError:
        return False
    return words.OFFER_PATH.search(f"/{address.netloc}{address.path}") is not None
