"""HTML into a tree, with limits that hold before anything slower than linear sees the page."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from bot.core.errors import TextTooLongError


MAX_CHARACTERS = 5_000_000
# Elements past this one are cut off. The longest page of three public test sets has 31,000.
MAX_NODES = 50_000
# libxml2 compares every attribute of a tag with all before it: 10^5 of them take minutes.
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>]){4000,})>?")
_MAX_ATTRIBUTES = 400

# lxml refuses control characters in the text that it is given.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def parse(html: str) -> Any:
    """The lxml tree of a page, or None where there is no element in it.

    Nothing is fetched and no entity is expanded. Depth is limited to 256 by libxml2. Raises TextTooLongError.
    """
    from lxml import etree  # noqa: PLC0415 - only worker processes parse pages
    from lxml.html import HTMLParser  # noqa: PLC0415 - likewise

    if len(html) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    cleaned = _LONG_TAG.sub(_without_crowd, _CONTROLS.sub("", html))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(cleaned.encode("utf-8"), parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        return None
    if root is not None:
        _cut(root)
    return root


def _without_crowd(match: re.Match[str]) -> str:
    """The tag without its attributes, if they are more than any page needs."""
    attributes = match[2]
    if len(attributes.split(None, _MAX_ATTRIBUTES)) <= _MAX_ATTRIBUTES or _is_quoted(attributes):
        return match[0]
    return f"<{match[1]}>"


def _is_quoted(attributes: str) -> bool:
    """Whether the words are inside a few quoted values (inline data, a long style) rather than attributes."""
    outside = re.sub(r"\"[^\"]*\"|'[^']*'", "", attributes)
    return len(outside.split(None, _MAX_ATTRIBUTES)) <= _MAX_ATTRIBUTES


def _cut(root: Any) -> None:
    """Drop what comes after the first MAX_NODES elements."""
    rest = islice(root.iter(), MAX_NODES, None)
    for element in list(rest):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{1,40})", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(html: bytes, charset: str | None = None) -> str:
    """The text of a page from its bytes: byte order mark, the server's word, the page's word, then what fits."""
    if html.startswith(_UTF_16):
        return html.decode("utf-16", "replace")
    match = _DECLARED.search(html[:4096])
    for name in (charset, "utf-8-sig", match[1].decode("ascii") if match else None):
        try:
            if name:
                return html.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return html.decode("cp1252", "replace")
