"""The text of headings as it is read out, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_WORDS = re.compile(r"[^\W_]+")
_BLANKS = re.compile(r"\s+")
_NOT_SPOKEN = frozenset(["button", "svg", "script", "style"])
_LINES = frozenset(["br", "div", "p", "li", "h1", "h2", "h3", "hr"])  # words around them don't touch
_PILCROW = " ¶#§\u200b"


def words_of(text: str | None) -> list[str]:
    """The lower-cased words of a text."""
    return _WORDS.findall((text or "").lower())


def cleaned(text: str | None) -> str | None:
    """A text on one line, without the mark that links to a heading."""
    return _BLANKS.sub(" ", unescape(text)).strip(_PILCROW) or None if text else None


def texts_in(element: Any) -> Iterator[str]:
    """The pieces of text in an element that are read out: none of its buttons ("Copy link") and pictures.

    A component behind the last of the words is a button, too, or the hint at one.
    """
    yield element.text or ""
    own = bool((element.text or "").strip())
    for child in element:
        spoken = isinstance(child.tag, str) and child.tag not in _NOT_SPOKEN and not _is_unspoken(child)
        if spoken and not (own and "-" in child.tag and not (child.tail or "").strip()):
            border = " " if child.tag in _LINES else ""
            yield border
            yield from texts_in(child)
            yield border
        yield child.tail or ""


def _is_unspoken(element: Any) -> bool:
    """Whether it is there for the eye only: words set one by one, say, beside the same in one piece."""
    return bool(element.get("aria-hidden") == "true")


def read_out(element: Any) -> str:
    """The text of an element as it is read out, in one piece."""
    return "".join(texts_in(element))
