"""A page cut into units: the pieces of text between two borders of block-level elements, in reading order.

Everything that decides what belongs to an article decides on units, so that whatever is chosen comes out with
its spaces, its order and its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.core.models import Kind
from bot.sources.extraction.inline import in_signs, is_left_out, is_undisplayed, is_unread, needs_marks
from bot.sources.extraction.mathml import formula

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "picture",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
# What holds no text of the page, or text that nobody reads.
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "input",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "link",
        "meta",
        "progress",
        "meter",
        "dialog",
        "datalist",
        "applet",
        "param",
        "track",
        "col",
        "colgroup",
        "title",
        "base",
        "rp",  # how a ruby's letters are spoken
        "rt",
        "rtc",
    ]
)
_LINES = frozenset(["p", "li"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BREAK = "\x0b"  # stands for <br> while a run of text is collected; the parser let no such character in
_LONG_LINE = 60  # characters; lines between <br> that are longer than this are paragraphs of their own


@dataclass(slots=True)
class Box:
    """A block-level element, with sums over all the text in it."""

    element: Any
    tag: str
    name: str  # its class and id, lower-cased
    look: str  # its tag and first class
    hidden: bool  # whether it says itself that it is not shown
    parent: Box | None
    depth: int
    index: int
    chars: int = 0
    link_chars: int = 0
    units: int = 0
    first_unit: int = -1
    children: int = 0
    kin: int = 0  # how many children of its parent have its look


@dataclass(slots=True)
class Unit:
    """A piece of text between two borders."""

    text: str
    kind: Kind
    tag: str  # of the nearest block-level element
    box: Box
    link_chars: int
    strong_chars: int
    index: int = 0
    row: Any = None  # the table row it is in, where it is a cell of data


@dataclass(slots=True)
class Cut:
    """A page as units and the boxes that they stand in."""

    units: list[Unit]
    boxes: list[Box]


class _Cutter:
    """Walks a tree once. A class because a run of text outlives the element that began it."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.boxes: list[Box] = []
        self._run: list[str] = []
        self._link_chars = 0
        self._strong_chars = 0

    def walk(self, root: Any) -> None:
        box = self._open(root, None)
        self._inside(root, box, in_link=False, in_strong=False)
        self._flush(box)

    def _open(self, element: Any, parent: Box | None) -> Box:
        name = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        depth = parent.depth + 1 if parent else 0
        box = Box(
            element=element,
            tag=element.tag,
            name=name,
            look=f"{element.tag}.{name.partition(' ')[0]}",
            hidden=_is_hidden(element),
            parent=parent,
            depth=depth,
            index=len(self.boxes),
        )
        if parent:
            parent.children += 1
        self.boxes.append(box)
        return box

    def _inside(self, element: Any, box: Box, *, in_link: bool, in_strong: bool) -> None:
        text = element.text
        if text:
            self._add(text, in_link=in_link, in_strong=in_strong)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                pass
            elif tag == "math":
                self._add(f" {formula(child)} ", in_link=in_link, in_strong=in_strong)
            elif tag == "br":
                self._run.append(_BREAK)
            elif tag in _INLINE or tag.startswith("mjx-"):
                if not is_unread(child, tag):
                    self._inline(child, tag, box, in_link=in_link, in_strong=in_strong)
            elif tag not in _LINES or not is_left_out(child):
                self._block(child, box, in_link=in_link)
            else:
                self._flush(box)
            text = child.tail
            if text:
                self._add(text, in_link=in_link, in_strong=in_strong)

    def _inline(self, element: Any, tag: str, box: Box, *, in_link: bool, in_strong: bool) -> None:
        link, strong = in_link or tag == "a", in_strong or tag in {"b", "strong"}
        if tag in {"sup", "sub"} and (signs := in_signs(element, tag, self._run[-1] if self._run else "")):
            self._add(signs, in_link=link, in_strong=strong)
        elif tag == "q" and needs_marks(element):
            self._add("“", in_link=link, in_strong=strong)
            self._inside(element, box, in_link=link, in_strong=strong)
            self._add("”", in_link=link, in_strong=strong)
        else:
            self._inside(element, box, in_link=link, in_strong=strong)

    def _block(self, element: Any, parent: Box, *, in_link: bool) -> None:
        self._flush(parent)
        box = self._open(element, parent)
        if element.tag == "pre":
            self._code(element, box)
        else:
            self._inside(element, box, in_link=in_link, in_strong=False)
            self._flush(box)

    def _code(self, element: Any, box: Box) -> None:
        text = "".join(_lines_of(element)).strip("\n").rstrip()
        if text.strip():
            self._note(Unit(text, Kind.CODE, "pre", box, 0, 0))

    def _add(self, text: str, *, in_link: bool, in_strong: bool) -> None:
        self._run.append(text)
        if in_link or in_strong:
            length = len(" ".join(text.split()))
            self._link_chars += length if in_link else 0
            self._strong_chars += length if in_strong else 0

    def _flush(self, box: Box) -> None:
        if not self._run:
            return
        raw, link_chars, strong_chars = "".join(self._run), self._link_chars, self._strong_chars
        self._run, self._link_chars, self._strong_chars = [], 0, 0
        texts = _paragraphs(raw)
        total = sum(map(len, texts)) or 1
        for text in texts:
            share = len(text) / total
            unit = Unit(
                text, Kind.PROSE, box.tag, box, round(link_chars * share), round(strong_chars * share)
            )
            self._note(unit)

    def _note(self, unit: Unit) -> None:
        unit.index = len(self.units)
        self.units.append(unit)


_LINES_OF_CODE = frozenset(["br", "div", "p", "li", "tr"])


def _lines_of(code: Any) -> Iterator[str]:
    """The text of a block of code as it stands, without the style sheets and scripts that colour it."""
    yield code.text or ""
    for child in code:
        tail = child.tail or ""
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _lines_of(child)
            if child.tag in _LINES_OF_CODE and not tail.startswith(("\n", "\r")):
                yield "\n"
        yield tail


def _paragraphs(raw: str) -> list[str]:
    """The paragraphs of a run of text in which <br> may stand for a line's or a paragraph's end."""
    if _BREAK not in raw:
        text = " ".join(raw.split())
        return [text] if text else []
    paragraphs: list[list[str]] = [[]]
    for line in raw.split(_BREAK):
        text = " ".join(line.split())
        if not text:
            paragraphs.append([])
        elif len(text) > _LONG_LINE or (paragraphs[-1] and len(paragraphs[-1][-1]) > _LONG_LINE):
            paragraphs.append([text])
        else:
            paragraphs[-1].append(text)
    return [" ".join(lines) for lines in paragraphs if lines]


def _is_hidden(element: Any) -> bool:
    """Whether an element says itself that it is not shown; style sheets are not read."""
    style = element.get("style")
    if style and is_undisplayed(style):
        return True
    return element.get("hidden") is not None or element.get("aria-hidden") == "true"


def is_inline(tag: Any) -> bool:
    """Whether an element of this kind stands inside of a line."""
    return tag in _INLINE


def cut(root: Any) -> Cut:
    """The units of a tree. Linear in the size of the page."""
    cutter = _Cutter()
    body = root.find("body") if root.tag == "html" else root
    cutter.walk(body if body is not None else root)
    _sum_up(cutter)
    for unit in cutter.units:
        if unit.kind is Kind.PROSE:
            unit.kind = _kind(unit)
    return Cut(cutter.units, cutter.boxes)


def _sum_up(cutter: _Cutter) -> None:
    for unit in cutter.units:
        box = unit.box
        if box.first_unit < 0:
            box.first_unit = unit.index
        box.chars += len(unit.text)
        box.link_chars += unit.link_chars
        box.units += 1
    for box in reversed(cutter.boxes):
        if box.parent:
            box.parent.chars += box.chars
            box.parent.link_chars += box.link_chars
            box.parent.units += box.units
            if box.first_unit >= 0 and (box.parent.first_unit < 0 or box.first_unit < box.parent.first_unit):
                box.parent.first_unit = box.first_unit
    looks = [(box.parent.index if box.parent else -1, box.look) for box in cutter.boxes]
    kin = Counter(looks)
    for box, look in zip(cutter.boxes, looks, strict=True):
        box.kin = kin[look]


def _kind(unit: Unit) -> Kind:
    """What the nearest telling element makes of a unit."""
    box: Box | None = unit.box
    direct = True  # whether the boxes so far hold nothing else
    while box and box.tag not in _PLAIN:
        kind = _kind_in(box, direct=direct)
        if kind:
            if kind is Kind.TABLE:
                unit.row = box.parent.element if box.parent else None
            return kind
        direct = direct and box.units == 1
        box = box.parent
    return Kind.PROSE


_PLAIN = frozenset(["article", "main", "body", "section"])
_ITEMS = frozenset(["li", "dd", "dt"])
_CELLS = frozenset(["td", "th"])


def _kind_in(box: Box, *, direct: bool) -> Kind | None:
    if box.tag in _HEADINGS:
        return Kind.HEADING
    if box.tag == "figcaption" or (direct and ("caption" in box.name or "credit" in box.name)):
        return Kind.CAPTION
    if box.tag in _CELLS:  # one that holds more is there for the layout
        return Kind.TABLE if box.units == 1 else Kind.PROSE
    if box.tag in _ITEMS and (direct or box.units <= 2):
        return Kind.LIST
    return Kind.QUOTE if box.tag == "blockquote" else None
