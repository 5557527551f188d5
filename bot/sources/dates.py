"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from bot.core.written_dates import date_in_address, declared_date, written_date
from bot.sources.linked_data import Thing, is_article, text_of
from bot.sources.units import Cut

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
# The same in the data of scripts, where a page is built from them; quotes may be escaped, also twice.
_IN_SCRIPT = re.compile(
    r"\"(?:datePublished|date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed)"
    r"|pub_?date|first_?published"
    r"(?:_?at|_?date)?|post_?date|release_?date|display_?date|date)[\\]{0,6}\"\s?:\s?[\\]{0,6}\"((?:19"
    r"|20)\d\d)-(\d\d)-(\d\d)",
    re.IGNORECASE,
)
_MOST_SCRIPT = 300_000  # characters of one script that are looked at


def read_date(
    root: Any, cut: Cut, meta: Mapping[str, str], things: Sequence[Thing], url: str | None
) -> date | None:
    """The day of publication: from the address, declared, beside the title, marked up, in data; or None."""
    return (
        (date_in_address(url, _latest()) if url else None)
        or next(filter(None, map(_as_date, _declared(root, meta, things))), None)
        or _beside_title(cut)
        or _by_search(root)
        or _in_scripts(root)
        or _first_written(unit.text for unit in cut.units if len(unit.text) < _DATE_LINE)
    )


def _declared(root: Any, meta: Mapping[str, str], things: Sequence[Thing]) -> Iterator[str | None]:
    article = next(filter(is_article, things), Thing())
    yield text_of(article.get("datePublished"))
    for name in _NAMES:
        yield meta.get(name)
    yield text_of(article.get("dateCreated"))
    yield from (text_of(thing.get("datePublished")) for thing in things)
    for element in root.iter():
        if element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield element.get("datetime") or element.get("content") or "".join(element.itertext())


def _as_date(text: str | None) -> date | None:
    return declared_date(text, _latest()) if text else None


def _written(text: str) -> date | None:
    return written_date(text, _latest())


def _latest() -> date:
    """A day ahead can be today somewhere east of here."""
    return datetime.now(UTC).date() + timedelta(days=1)


_DATE_LINE = 80  # characters of the longest line that is a date with a few words around it
_BEFORE_TITLE, _AFTER_TITLE = 6, 15  # units


def _beside_title(cut: Cut) -> date | None:
    title = next((unit.index for unit in cut.units if unit.tag == "h1"), None)
    if title is None:
        return None
    near = cut.units[max(0, title - _BEFORE_TITLE) : title + _AFTER_TITLE]
    return _first_written(unit.text for unit in near if len(unit.text) < _DATE_LINE)


def _first_written(texts: Iterable[str]) -> date | None:
    return next(filter(None, map(_written, texts)), None)


def _in_scripts(root: Any) -> date | None:
    for script in root.iter("script"):
        match = _IN_SCRIPT.search((script.text or "")[:_MOST_SCRIPT])
        day = _as_date("-".join(match.groups())) if match else None
        if day:
            return day
    return None


# Where themes put the day of a post: the element's class, or the element itself.
_DATE_BOX = re.compile(r"date|publish|posted|time|byline|meta")
_MOST_LOOKED_AT = 400  # elements with a date's class; a page has its own date near its top


def _by_search(root: Any) -> date | None:
    """The first date in an element for times or with the class of a date."""
    looked = 0
    for element in root.iter(
        "time", "span", "p", "div", "li", "td", "a", "small", "em", "i", "b", "header", "dd"
    ):
        name = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.tag != "time" and not _DATE_BOX.search(name):
            continue
        looked += 1
        if looked > _MOST_LOOKED_AT:
            return None
        text = " ".join("".join(islice(element.itertext(), 40)).split())
        day = _as_date(element.get("datetime")) or (_written(text) if len(text) < 200 else None)
        if day:
            return day
    return None
