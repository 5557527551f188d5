"""Where a site's feeds are: what its page names, and where feeds commonly lie."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from bot.core.errors import NotALinkError, TextTooLongError, TooComplexError
from bot.core.links import clean_url
from bot.sources.charset import decode
from bot.sources.markup import parse

_TYPES = frozenset(
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
    ]
)
# Asked only where a page names none: two or three requests, no search.
COMMON_PATHS = ("/feed", "/rss.xml", "/atom.xml")
_MOST = 10
_SECONDARY = re.compile(r"comment|kommentar|коммент", re.IGNORECASE)


def named_feeds(body: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """The feeds that a page names in <link rel=alternate>, then those it links to, best first, cleaned."""
    try:
        root = parse(decode(body, charset))
    except (TextTooLongError, TooComplexError):
        return ()
    if root is None:
        return ()
    bases = (element.get("href") for element in root.iter("base"))
    base = urljoin(url, next(filter(None, bases), "").strip())
    ranked = sorted(enumerate(_candidates(root)), key=lambda entry: (entry[1][0], entry[0]))
    found: dict[str, None] = {}
    for _, (_, link) in ranked:
        try:
            found.setdefault(clean_url(urljoin(base, link.strip())))
        except (NotALinkError, ValueError):
            continue
    return tuple(found)[:_MOST]


def common_places(url: str) -> tuple[str, ...]:
    """Where the feed of a site often is, for a page that names none."""
    return tuple(urljoin(url, path) for path in COMMON_PATHS)


def _candidates(root: object) -> list[tuple[int, str]]:
    """Links with their rank; comments come after articles, and JSON that is no feed last."""
    found: list[tuple[int, str]] = []
    for element in root.iter("link", "a"):  # type: ignore[attr-defined]
        link, kind = element.get("href"), (element.get("type") or "").strip().lower()
        relations = (element.get("rel") or "").lower().split()
        if not link:
            continue
        title = f"{element.get('title') or ''} {link}"
        if (
            element.tag == "link"
            and ({"alternate", "feed"} & set(relations))
            and (kind in _TYPES or "feed" in relations)
        ):
            found.append((2 * bool(_SECONDARY.search(title)) + (kind == "application/json"), link))
        elif element.tag == "a" and kind in _TYPES - {"application/json"}:
            found.append((4, link))
    return found
