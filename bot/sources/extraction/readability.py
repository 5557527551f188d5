"""Which units Mozilla's Readability would take: its published scoring, on our own boxes.

After mozilla/readability (Apache-2.0), `grabArticle` and `_cleanConditionally`: paragraphs earn points for
the elements around them, the best element and its like siblings are the article, and what looks like a form,
a menu or a box of links inside of it goes. One more opinion for the model in `body`, never the last word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bot.sources.extraction.units import Box, Cut, Unit

_UNLIKELY = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header"
    r"|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental"
    r"|ad-break|agegate|pagination|pager|popup|yom-remote"
)
_MAYBE = re.compile(r"and|article|body|column|content|main|mathjax|shadow")
_POSITIVE = re.compile(r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story")
_NEGATIVE = re.compile(
    r"-ad-|hidden|(?:^| )hid(?: |$)|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta"
    r"|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget"
)
_SHARING = re.compile(r"(?:\b|_)share(?:daddy)?(?:\b|_)")
_BYLINE = re.compile(r"byline|author|dateline|writtenby|p-author")
_COMMAS = re.compile(r"[,،﹐︐︑⹁⸴⸲，]")
_ROLES = frozenset(["menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"])
_SCORED = frozenset(["section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre"])
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_OF_TAG = (
    {"div": 5, "pre": 3, "td": 3, "blockquote": 3}
    | dict.fromkeys(["address", "ol", "ul", "dl", "dd", "dt", "li", "form"], -3)
    | dict.fromkeys([*_HEADS, "th"], -5)
)
_SHORT = 25  # characters of a paragraph that earns nothing
_ENOUGH = 500  # characters of an article; with less, Readability tries again with laxer rules
_TOP = 5  # candidates that are compared
_COMMAS_OF_PROSE = 10


@dataclass(slots=True)
class _Node:
    """A box with what Readability counts in it, live while parts are taken out."""

    box: Box
    children: list[_Node] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    parent: _Node | None = None
    score: float | None = None
    weight: int = 0
    chars: int = 0
    link_chars: int = 0
    commas: int = 0
    paragraphs: int = 0
    items: int = 0
    pictures: int = 0
    fields: int = 0
    heads: int = 0  # characters in headings
    listed: int = 0  # characters in lists
    end: int = 0  # the number behind the last node inside
    holds: bool = False  # whether a node in it was left before the article was looked for
    gone: bool = False

    @property
    def links(self) -> float:
        return self.link_chars / self.chars if self.chars else 0.0


def taken(cut: Cut, root: Any) -> list[bool]:
    """For each unit whether Readability's rules take it. Linear in the size of the page, times its depth."""
    found = [False] * len(cut.units)
    for strict, careful in ((True, True), (False, True), (False, False)):
        nodes = _nodes(cut, root)
        _drop_unlikely(nodes, strict=strict)
        _count(nodes)
        kept = _article(nodes)
        _tidy(kept, careful=careful)
        found = _left(kept, len(cut.units))
        for node in nodes:  # parents and children that held each other would be left to the garbage collector
            node.parent = None
        if sum(len(unit.text) for unit in cut.units if found[unit.index]) >= _ENOUGH:
            break
    return found


def _nodes(cut: Cut, root: Any) -> list[_Node]:
    nodes = [_Node(box) for box in cut.boxes]
    for node in nodes:
        if node.box.parent:
            node.parent = nodes[node.box.parent.index]
            node.parent.children.append(node)
        element = node.box.element
        for name in (element.get("class"), element.get("id")):
            if name:
                node.weight += _weight(name)
    for unit in cut.units:
        nodes[unit.box.index].units.append(unit)
    places = {node.box.element: node for node in nodes}
    for element in root.iter("img", "input"):
        holder = element.getparent()
        while holder is not None and holder not in places:
            holder = holder.getparent()
        if holder is not None:
            places[holder].pictures += element.tag == "img"
            places[holder].fields += element.tag == "input"
    return nodes


@lru_cache(maxsize=4_096)
def _weight(name: str) -> int:
    """The points of a class or an id: the same stand on many elements of a page."""
    lowered = name.lower()
    return 25 * bool(_POSITIVE.search(lowered)) - 25 * bool(_NEGATIVE.search(lowered))


@lru_cache(maxsize=4_096)
def _is_unlikely(name: str) -> bool:
    return bool(_UNLIKELY.search(name) and not _MAYBE.search(name))


def _drop_unlikely(nodes: list[_Node], *, strict: bool) -> None:
    byline = False
    for node in nodes[1:]:
        if node.parent and node.parent.gone:
            node.gone = True
            continue
        box = node.box
        if box.hidden or box.element.get("role") in _ROLES:
            node.gone = True
        elif not byline and 0 < box.chars < 100 and _is_byline(box):
            byline = node.gone = True
        elif strict and box.tag not in {"body", "a"} and _is_unlikely(box.name):
            node.gone = not _in_table(node)


def _is_byline(box: Box) -> bool:
    element = box.element
    return (
        element.get("rel") == "author"
        or "author" in (element.get("itemprop") or "")
        or bool(_BYLINE.search(box.name))
    )


def _in_table(node: _Node) -> bool:
    above = node.parent
    for _ in range(3):
        if above is None:
            return False
        if above.box.tag in {"table", "code"}:
            return True
        above = above.parent
    return False


def _count(nodes: list[_Node]) -> None:
    """Sum up what is left. A box comes before those in it, so backwards is inside out."""
    for node in nodes:
        node.end = node.box.index + 1
    for node in reversed(nodes):
        if node.parent:
            node.parent.end = max(node.parent.end, node.end)
        if node.gone:
            continue
        tag = node.box.tag
        for unit in node.units:
            node.chars += len(unit.text)
            node.link_chars += unit.link_chars
            node.commas += _commas(unit.text)
        node.paragraphs += tag == "p" or (tag == "div" and not node.holds)
        node.items += tag == "li"
        if tag in _HEADS:
            node.heads = node.chars
        if tag in {"ul", "ol"}:
            node.listed = node.chars
        if node.parent:
            node.parent.holds = True
            _add(node.parent, node, 1)


def _commas(text: str) -> int:
    return text.count(",") if text.isascii() else len(_COMMAS.findall(text))


def _add(to: _Node, node: _Node, sign: int) -> None:
    to.chars += sign * node.chars
    to.link_chars += sign * node.link_chars
    to.commas += sign * node.commas
    to.paragraphs += sign * node.paragraphs
    to.items += sign * node.items
    to.pictures += sign * node.pictures
    to.fields += sign * node.fields
    to.heads += sign * node.heads
    to.listed += sign * node.listed


def _remove(node: _Node) -> None:
    node.gone = True
    above = node.parent
    while above:
        _add(above, node, -1)
        above = above.parent


def _points(chars: int, commas: int) -> float:
    return 2.0 + commas + min(chars // 100, 3)


def _article(nodes: list[_Node]) -> list[_Node]:
    """The best element with the siblings that belong to it."""
    live = [node for node in nodes if not node.gone]
    for node in live:
        if node.box.tag in _SCORED or (node.box.tag == "div" and not node.holds):
            if node.chars >= _SHORT:
                _award(node.parent, _points(node.chars, node.commas))
        elif node.box.tag == "div":
            for unit in node.units:
                if len(unit.text) >= _SHORT:
                    _award(node, _points(len(unit.text), _commas(unit.text)))
    scored = [node for node in live if node.score is not None]
    for node in scored:
        node.score = (node.score or 0.0) * (1 - node.links)
    best = sorted(scored, key=lambda node: -(node.score or 0.0))[:_TOP]
    if not best or best[0].parent is None:
        return [nodes[0]]
    return _with_siblings(_raised(best))


def _award(node: _Node | None, points: float) -> None:
    level = 0
    while node and level < 5:
        if node.score is None:
            node.score = float(_OF_TAG.get(node.box.tag, 0) + node.weight)
        node.score += points / (1 if level == 0 else 2 if level == 1 else level * 3)
        node = node.parent
        level += 1


def _raised(best: list[_Node]) -> _Node:
    """The best element, or one around it that more of the best share, or that has more points."""
    top = best[0]
    rivals = [node for node in best[1:] if (node.score or 0) >= 0.75 * (top.score or 0)]
    if len(rivals) >= 3:
        above = top.parent
        while above and above.parent:
            if sum(above.box.index < rival.box.index < above.end for rival in rivals) >= 3:
                top = above
                break
            above = above.parent
    last = top.score or 0.0
    least, above = last / 3, top.parent
    while above and above.parent:
        if above.score is not None:
            if above.score < least:
                break
            if above.score > last:
                top = above
                break
            last = above.score
        above = above.parent
    while top.parent and top.parent.parent and _children(top.parent) == 1:
        top = top.parent
    return top


def _children(node: _Node) -> int:
    return sum(not child.gone for child in node.children) + len(node.units)


def _with_siblings(top: _Node) -> list[_Node]:
    if top.parent is None:
        return [top]
    score = top.score or 0.0
    least, name = max(10.0, score * 0.2), top.box.element.get("class")
    return [
        one
        for one in top.parent.children
        if not one.gone and (one is top or _belongs(one, score, least, name))
    ]


def _belongs(one: _Node, score: float, least: float, name: str | None) -> bool:
    bonus = 0.2 * score if name and one.box.element.get("class") == name else 0.0
    if one.score is not None and one.score + bonus >= least:
        return True
    if one.box.tag != "p":
        return False
    if one.chars > 80:
        return one.links < 0.25
    return one.chars > 0 and one.link_chars == 0 and any(re.search(r"\.( |$)", u.text) for u in one.units)


def _tidy(kept: list[_Node], *, careful: bool) -> None:
    """Take out of the article what is no text of it: inside out, as removed parts no longer count."""
    for top in kept:
        for node in _inside_out(top):
            tag, name = node.box.tag, node.box.name
            if node.gone:
                continue
            always = tag in {"footer", "aside", "button"} or (tag in _HEADS and node.weight < 0 and careful)
            shares = (
                node is not top
                and node.chars < _ENOUGH
                and "share" in name
                and _SHARING.search(name) is not None
            )
            if always or shares or (careful and tag in _DOUBTFUL and node is not top and _is_clutter(node)):
                _remove(node)


_DOUBTFUL = frozenset(["form", "fieldset", "table", "ul", "div"])


def _inside_out(top: _Node) -> list[_Node]:
    order, pending = [], [top]
    while pending:
        node = pending.pop()
        if not node.gone:
            order.append(node)
            pending.extend(node.children)
    return order[::-1]


def _is_clutter(node: _Node) -> bool:
    if node.box.tag == "table" and _is_data(node):
        return False
    if node.weight < 0:
        return True
    if node.commas >= _COMMAS_OF_PROSE:
        return False
    lists = node.box.tag == "ul" or node.listed > 0.9 * max(1, node.chars)
    framed = node.parent is not None and "figure" in {node.parent.box.tag, node.box.tag}
    return (
        (not framed and node.pictures > 1 and node.paragraphs < 0.5 * node.pictures)
        or (not lists and node.items - 100 > node.paragraphs)
        or node.fields > node.paragraphs // 3
        or _is_stub(node, lists=lists, framed=framed)
        or (not lists and node.weight < 25 and node.links > 0.2)
        or (node.weight >= 25 and node.links > 0.5)
        or (node.pictures == 0 and node.chars == 0)
    )


def _is_stub(node: _Node, *, lists: bool, framed: bool) -> bool:
    headed = node.heads >= 0.9 * max(1, node.chars)
    few = node.chars < _SHORT and (node.pictures == 0 or node.pictures > 2)
    return not lists and not framed and not headed and few and node.links > 0


def _is_data(node: _Node) -> bool:
    """Whether a table holds data and not the layout: it says so, or has many cells."""
    element = node.box.element
    if element.get("role") == "presentation" or element.get("datatable") == "0":
        return False
    if element.get("summary") or element.find(".//caption") is not None or element.find(".//th") is not None:
        return True
    cells = sum(unit for unit in (len(row) for row in element.iter("tr")))
    return cells > 10


def _left(kept: list[_Node], count: int) -> list[bool]:
    found = [False] * count
    for top in kept:
        for node in _inside_out(top):
            for unit in node.units:
                found[unit.index] = True
    return found
