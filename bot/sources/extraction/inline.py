"""Inline elements that say something else than their letters: notes, raised figures, what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

# KaTeX and MathJax 2 set a formula twice: as MathML, and as the picture of it made of letters. MediaWiki has
# "[edit]" beside each heading.
_UNREAD = ("katex-html", "MJX_Assistive_MathML", "mw-editsection")
# What is there for the ear alone, as frameworks call it: "(opens in a new window)" inside of a link.
_FOR_THE_EAR = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:s|-text|-only)?|a11y-(?:hidden|text)|assistive-text"
    r"|hidden-visually|visuallyhidden|offscreen)(?:$|\s)"
)
_HIDDEN = frozenset(["", "hidden", "true"])  # "until-found" is shown to those who look for it
_FEW_BESIDE = 10  # neighbours on each side that are looked at
_STRUCK = frozenset(["del", "s", "strike"])
_NOTE = re.compile(
    r"[\s\[({]{0,9}(?:(?:note|nb|n|fn)?[\s.]{0,2}\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})[\s\])}]{0,9}"
)
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?ref|reference|fn-?ref|cite[_-]ref)(?:$|[\s_-])"
)
_LONGEST_NOTE, _LONGEST_FIGURE = 12, 24  # characters
_PERMALINK = re.compile(r"[\s\u200b]*[¶#§🔗⚓][\s\ufe0f\u200b]*")
_RAISED = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_FIGURES = re.compile(r"[\s.,()=]{0,3}[+\-−–]?[\d(][\d\s.,+\-−–=()]{0,20}")
_QUOTED = re.compile(r"\s*[\"“„«»‹'‘「『]")


def is_unread(element: Any, tag: str) -> bool:
    """Whether an inline element adds no word to the sentence that it stands in, for one who sees the page.

    Hidden words, words for the ear, struck ones, marks of notes, and the sign that links to a heading.
    """
    name = element.get("class")
    if tag in _STRUCK or _is_unseen(element, name):
        return True
    if tag == "sup":
        return _is_note_in_sup(element, name)
    if tag == "span":  # where a page of the printed book begins, with its number
        return "pagebreak" in (element.get("epub:type") or element.get("role") or "")
    return tag == "a" and _is_mark(element, name)


def _is_unseen(element: Any, name: str | None) -> bool:
    if _hides(element):
        return True
    if not name:
        return False
    return name.startswith(_UNREAD) or (_FOR_THE_EAR.search(name) is not None and not _is_spoken_for(element))


def is_undisplayed(style: str) -> bool:
    """Whether an element's own style says that it is not shown; style sheets are not read."""
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact


def is_left_out(block: Any) -> bool:
    """Whether a paragraph or item is hidden that stands among shown ones.

    Where most are hidden, a page shows them when it is asked to read on. Of 22 long hidden ones in the public
    sets, people took 7 for the article's.
    """
    if not _hides(block):
        return False
    hidden = [_hides(other) for other in _beside(block, block.tag)]
    return sum(hidden) + 1 < len(hidden) - sum(hidden)


def _beside(element: Any, tag: str) -> Iterator[Any]:
    """The nearest siblings before and behind an element: all of them, for each, would be quadratic."""
    yield from islice(element.itersiblings(tag, preceding=True), _FEW_BESIDE)
    yield from islice(element.itersiblings(tag), _FEW_BESIDE)


def _hides(element: Any) -> bool:
    return element.get("hidden") in _HIDDEN or is_undisplayed(element.get("style") or "")


def in_signs(element: Any, tag: str, before: str) -> str | None:
    """Raised or lowered figures as the signs for them, so that 10 to the ninth is not told as 109.

    `before`: what stands before them. None where the letters say it as well: "4th", "CO2".
    """
    text = _text_within(element, _LONGEST_FIGURE)
    if not _FIGURES.fullmatch(text):
        return None
    if tag == "sup":
        return text.translate(_RAISED)
    beside = before[-1:], (element.tail or "")[:1]
    return text.translate(_LOWERED) if any(one.isdecimal() or one == "⁄" for one in beside) else None


def needs_marks(quote: Any) -> bool:
    """Whether a <q> has no quotation marks of its own; browsers draw them."""
    first = next((text for text in quote.itertext() if not text.isspace()), "")
    return not _QUOTED.match(first)


def _is_spoken_for(element: Any) -> bool:
    """Whether words for the ear stand for what is beside them, set for the eye letter by letter."""
    return any(other.get("aria-hidden") == "true" for other in _beside(element, "*"))


def _is_note_in_sup(sup: Any, name: str | None) -> bool:
    text = _short(sup)
    if not text or not _NOTE.fullmatch(text.lower()):
        return False
    linked = "".join("".join(link.itertext()) for link in sup.iter("a"))
    if linked.strip() and linked.strip() in text and len(linked.strip()) >= len(text.strip("[](){} ,")):
        return True
    alone = not re.match(r"[\w-]", sup.tail or "")  # "C*-algebra" has no note
    return (alone and text.startswith(("[", "*", "†", "‡"))) or (
        name is not None and bool(_NOTE_CLASS.search(name.lower()))
    )


def _is_mark(link: Any, name: str | None) -> bool:
    text = _short(link)
    if not text:
        return False
    leads_inside = (link.get("href") or "#").startswith("#")
    if leads_inside and _PERMALINK.fullmatch(text):
        return True
    if not _NOTE.fullmatch(text.lower()):
        return False
    declared = link.get("role") == "doc-noteref" or "noteref" in (link.get("epub:type") or "")
    if declared or (name is not None and _NOTE_CLASS.search(name.lower())):
        return True
    raised = len(link) == 1 and link[0].tag == "sup" and not (link.text or "").strip()
    return raised and "#" in (link.get("href") or "")


def _short(element: Any) -> str:
    """The text of an element that is short enough for a mark; "" of a longer one."""
    text = _text_within(element, 2 * _LONGEST_NOTE).strip()
    return text if len(text) <= _LONGEST_NOTE else ""


def _text_within(element: Any, most: int) -> str:
    """The text of an element of so many characters at most; "" of a longer one."""
    pieces, length = [], 0
    for text in element.itertext():
        length += len(text)
        if length > most:
            return ""
        pieces.append(text)
    return "".join(pieces)
