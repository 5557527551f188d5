"""HTML into a tree, with limits that hold before anything slower than linear sees the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from bot.core.errors import TextTooLongError, TooComplexError

MAX_CHARACTERS = 5_000_000
# A page with more tags than this is not read at all: beginning to read it would take seconds, and tell
# nothing. Of 1,779 real pages the longest has 16,000.
MAX_TAGS = 100_000
# Nor is one with more elements: half of a text that passes for the whole is worse than none. The longest page
# of three public test sets has 31,000.
MAX_NODES = 50_000
_START_TAG = re.compile(r"<[a-zA-Z]")
# libxml2 compares every attribute of a tag with all before it: 10^5 of them take minutes.
_LONG = 4_000  # bytes of a tag, from which it is looked at
_LONG_TAG = re.compile(rb"<([a-zA-Z][a-zA-Z0-9:-]*)([^<>]{%d,})" % _LONG)
_MAX_ATTRIBUTES = 400

# Pictures and fonts inside a page: most of what makes one larger than a megabyte.
_INLINE_DATA = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=]{1000,}")
# Data that shops send along for their scripts, which makes a page larger than five megabytes.
_SCRIPT = re.compile(r"<script\b[^<>]{0,2000}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_LONG_SCRIPT = 50_000  # characters
# Control characters, which no text has, as the bytes of UTF-8: ten times quicker than by a pattern.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE and U+FFFF


def parse(html: str) -> Any:
    """The lxml tree of a page, or None where there is no element in it.

    Nothing is fetched and no entity is expanded. Depth is limited to 256 by libxml2. Raises TextTooLongError
    for more than 5 million characters without pictures and long scripts inside the page, and TooComplexError
    for more than 100,000 tags or 50,000 elements.
    """
    from lxml import etree  # noqa: PLC0415 - only worker processes parse pages
    from lxml.html import HtmlElement  # noqa: PLC0415 - likewise

    if len(html) > MAX_CHARACTERS // 5:
        html = _INLINE_DATA.sub("", html)
    if len(html) > MAX_CHARACTERS:
        html = _without_long_scripts(html)
    if len(html) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    if _has_too_many_tags(html):
        raise TooComplexError(limit=MAX_TAGS)
    data = _without_crowds(_as_bytes(_once_encoded(html)))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    # lxml.html's own parser asks Python for the class of each element, half a million times for 90 pages.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        return None
    if root is not None:
        if root.xpath("count(//*)") > MAX_NODES:
            raise TooComplexError(limit=MAX_NODES)
        _fill_body(root)
        _show_plain_version(root)
    return root


def _without_long_scripts(html: str) -> str:
    """The page with long scripts emptied, but for those in which it says what it is (JSON-LD)."""
    kept, copied, at = [], 0, 0
    while (begin := _SCRIPT.search(html, at)) and (end := _SCRIPT_END.search(html, begin.end())):
        at = end.start()
        if at - begin.end() > _LONG_SCRIPT and "ld+json" not in begin[0]:
            kept.append(html[copied : begin.end()])
            copied = at
    return "".join((*kept, html[copied:]))


# "â€™" for "’": what UTF-8 becomes when it is read as Latin-1 or Windows-1252 and saved as UTF-8 again.
_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)
_SIGNS = ("\u00e2\u0080", "\u00e2\u20ac")  # of the marks that hardly a page goes without
_FEWEST_SIGNS = 3


def _once_encoded(html: str) -> str:
    """The page with characters that were encoded twice made whole, if it has several of them."""
    if sum(html.count(sign) for sign in _SIGNS) < _FEWEST_SIGNS:
        return html
    return _TWICE.sub(_decoded, html)


def _decoded(match: re.Match[str]) -> str:
    try:
        data = b"".join(
            character.encode("latin-1" if ord(character) < 0x100 else "cp1252") for character in match[0]
        )
        return data.decode("utf-8")
    except UnicodeError:
        return match[0]


def _has_too_many_tags(html: str) -> bool:
    if html.count("<") <= MAX_TAGS:  # a hundred times quicker, and enough for every real page
        return False
    return next(islice(_START_TAG.finditer(html), MAX_TAGS, None), None) is not None


def _as_bytes(html: str) -> bytes:
    """The page in UTF-8, without control characters, lone surrogates and what is no character."""
    data = html.encode("utf-8", "ignore").translate(None, _CONTROLS)
    for none in _NO_CHARACTERS:
        data = data.replace(none, b"")
    return data


def _without_crowds(data: bytes) -> bytes:
    """The page without the attributes of tags that have more of them than any page needs."""
    pieces = data.split(b">")  # a tag lies in one of them
    if max(map(len, pieces)) < _LONG:
        return data
    return b">".join(
        piece if len(piece) < _LONG else _LONG_TAG.sub(_without_crowd, piece) for piece in pieces
    )


def _without_crowd(match: re.Match[bytes]) -> bytes:
    attributes = match[2]
    if len(attributes.split(None, _MAX_ATTRIBUTES)) <= _MAX_ATTRIBUTES or _is_quoted(attributes):
        return match[0]
    return b"<" + match[1] + (b"" if match.end() == len(match.string) else b">")


def _is_quoted(attributes: bytes) -> bool:
    """Whether the words are inside a few quoted values (inline data, a long style) rather than attributes."""
    outside = re.sub(rb"\"[^\"]*\"|'[^']*'", b"", attributes)
    return len(outside.split(None, _MAX_ATTRIBUTES)) <= _MAX_ATTRIBUTES


_OF_HEAD = frozenset(
    ["title", "meta", "link", "script", "style", "base", "noscript", "template", "basefont", "object"]
)


def _fill_body(root: Any) -> None:
    """Move what libxml2 left in the head, because it knows no HTML 5 element that could begin a body."""
    head = root.find("head")
    strays = [element for element in head if element.tag not in _OF_HEAD] if head is not None else []
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for place, element in enumerate(strays):
        body.insert(place, element)


# Characters of text in a <noscript> that is the page itself, as forum software serves it, and no hint.
_PLAIN_VERSION = 400


def _show_plain_version(root: Any) -> None:
    """Make ordinary elements of those <noscript> that hold text, since no script will run."""
    for element in list(root.iter("noscript")):
        if len(element) and sum(len(text.strip()) for text in _shown(element)) >= _PLAIN_VERSION:
            element.tag = "div"


def _shown(element: Any) -> Iterator[str]:
    for inner in element.iter():
        if inner.tag not in {"style", "script"} and inner.text:
            yield inner.text
        if inner is not element and inner.tail:
            yield inner.tail
