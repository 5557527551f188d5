"""What a body is likely to be, by how it begins: a cheap look before a worker reads it."""

from __future__ import annotations

import re
from enum import StrEnum

_HEAD = 8_192  # bytes; prologues with licences and style sheets are shorter
_ROOT = re.compile(rb"<(?:\w{1,40}:)?(rss|feed|rdf|channel|opml|html)\b", re.IGNORECASE)
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n"  # byte order marks too


class BodyKind(StrEnum):
    """What a body looks like."""

    FEED = "feed"  # may still be none: whoever reads it finds out
    LIST = "list"  # of feeds, as OPML
    OTHER = "other"


def kind_of(body: bytes) -> BodyKind:
    """What a body looks like. A page that quotes a feed's source is a page, for its own root comes first."""
    head = body[:_HEAD].replace(b"\0", b"")  # so that UTF-16 reads like ASCII
    first = head.lstrip(_BLANK)[:1]
    if first == b"{":
        return BodyKind.FEED if b"jsonfeed.org/version" in body else BodyKind.OTHER
    # What begins with words is a text, whatever it quotes.
    found = _ROOT.search(head) if first == b"<" else None
    if found is None or found[1].lower() == b"html":
        return BodyKind.OTHER
    return BodyKind.LIST if found[1].lower() == b"opml" else BodyKind.FEED
