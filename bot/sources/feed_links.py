"""Where a site's feeds are: what its page names, and where feeds commonly lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from bot.core.errors import NotALinkError, TextTooLongError, TooComplexError
from bot.core.links import clean_url
from bot.sources.charset import decode
from bot.sources.markup import parse

_JSON = "application/json"
_TYPES = frozenset(
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        _JSON,
    ]
)
# Asked only where a page names none: two or three requests, no search.
COMMON_PATHS = ("/feed", "/rss.xml", "/atom.xml")
_MOST = 10
# How links are ranked, the best first; JSON comes one behind the others of its sort.
_DECLARED, _OF_COMMENTS, _LINKED = 0, 2, 4
_SECONDARY = re.compile(r"comment|kommentar|коммент", re.IGNORECASE)


def named_feeds(body: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """The feeds that a page names in <link rel=alternate>, then those it links to, best first, cleaned."""
    try:
        root = parse(decode(body, charset))
    except (TextTooLongError, TooComplexError):
        return ()
    if root is None:
        return ()
    base = _base(root, url)
    ranked = sorted(enumerate(_candidates(root)), key=lambda entry: (entry[1][0], entry[0]))
    found: dict[str, None] = {}
    for _, (_, link) in ranked:
        try:
            found.setdefault(clean_url(urljoin(base, link.strip())))
        except (NotALinkError, ValueError):
            continue
    return tuple(found)[:_MOST]


def _base(root: Any, url: str) -> str:
    """What the page's links are relative to: its own address, where what it names is none."""
    named = next(filter(None, (element.get("href") for element in root.iter("base"))), "")
    try:
        base: str = urljoin(url, named.strip())
    except ValueError:
        return url
    return base


def common_places(url: str) -> tuple[str, ...]:
    """Where the feed of a site often is, for a page that names none."""
    return tuple(urljoin(url, path) for path in COMMON_PATHS)


def _candidates(root: Any) -> Iterator[tuple[int, str]]:
    """Links with their rank."""
    for element in root.iter("link", "a"):
        link = element.get("href")
        rank = _rank(element, link) if link else None
        if rank is not None:
            yield rank, link


def _rank(element: Any, link: str) -> int | None:
    """How likely an element leads to the feed that is looked for; None where it leads to none."""
    kind = (element.get("type") or "").strip().lower()
    if element.tag == "a":
        return _LINKED if kind in _TYPES - {_JSON} else None
    relations = (element.get("rel") or "").lower().split()
    if "feed" not in relations and not ("alternate" in relations and kind in _TYPES):
        return None
    of_comments = _SECONDARY.search(f"{element.get('title') or ''} {link}")
    return (_OF_COMMENTS if of_comments else _DECLARED) + (kind == _JSON)  # which may be no feed
