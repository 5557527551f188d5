"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.sources.linked_data import Thing, text_of


# In the order of trust: what says "published" before what may be the day of a change.
_NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "og:article:published_time",
    "article.published",
    "created",
    "release_date",
    "rnews:datepublished",
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[-/]?(0?[1-9]|1[0-2])[-/]?(0?[1-9]|[12]\d|3[01])(?![\d])")
_EARLIEST = date(1990, 1, 1)


def read_date(root: Any, meta: Mapping[str, str], article: Thing, url: str | None) -> date | None:
    """The day of publication as declared, as marked up, as in the address, as found in the text; else None."""
    declared = (_as_date(text) for text in _declared(root, meta, article))
    found = next((day for day in declared if day), None)
    return found or _from_address(url) or _by_search(root, url)


def _declared(root: Any, meta: Mapping[str, str], article: Thing) -> Iterator[str | None]:
    yield text_of(article.get("datePublished"))
    for name in _NAMES:
        yield meta.get(name)
    yield text_of(article.get("dateCreated"))
    for element in root.iter():
        if element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield element.get("datetime") or element.get("content") or "".join(element.itertext())


def _as_date(text: str | None) -> date | None:
    match = _ISO.search(text) or _LOOSE.search(text) if text else None
    return _valid(match) if match else None


def _from_address(url: str | None) -> date | None:
    match = _IN_ADDRESS.search(url) if url else None
    return _valid(match) if match else None


def _valid(match: re.Match[str]) -> date | None:
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    # A day ahead can be today somewhere east of here.
    return day if _EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=1) else None


def _by_search(root: Any, url: str | None) -> date | None:
    from htmldate import find_date  # noqa: PLC0415 - only worker processes load it

    found = find_date(root, url=url, original_date=True, extensive_search=False)
    return _as_date(found)
