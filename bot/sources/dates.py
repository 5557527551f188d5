"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

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
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[-/](0[1-9]|1[0-2]|[1-9])[-/](0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
# The same in the data of scripts, where a page is built from them; quotes may be escaped, also twice.
_IN_SCRIPT = re.compile(
    r"\"(?:datePublished|date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed)"
    r"|pub_?date|first_?published"
    r"(?:_?at|_?date)?|post_?date|release_?date|display_?date|date)[\\]{0,6}\"\s?:\s?[\\]{0,6}\"((?:19"
    r"|20)\d\d)-(\d\d)-(\d\d)",
    re.IGNORECASE,
)
_MOST_SCRIPT = 300_000  # characters of one script that are looked at
_EARLIEST = date(1990, 1, 1)


def read_date(
    root: Any, cut: Cut, meta: Mapping[str, str], things: Sequence[Thing], url: str | None
) -> date | None:
    """The day of publication: from the address, declared, beside the title, marked up, in data; or None."""
    return (
        _from_address(url)
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
    match = _ISO.search(text) or _LOOSE.search(text) if text else None
    return _valid(match) if match else None


def _from_address(url: str | None) -> date | None:
    match = _IN_ADDRESS.search(url) if url else None
    return _valid(match) if match else None


def _valid(match: re.Match[str]) -> date | None:
    return _made(int(match[1]), int(match[2]), int(match[3]))


def _made(year: int, month: int, of_month: int) -> date | None:
    try:
        day = date(year, month, of_month)
    except ValueError:
        return None
    # A day ahead can be today somewhere east of here.
    return day if _EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=1) else None


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
        day = _valid(match) if match else None
        if day:
            return day
    return None


# Where themes put the day of a post: the element's class, or the element itself.
_DATE_BOX = re.compile(r"date|publish|posted|time|byline|meta")
_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            (
                "jan januar january janvier enero janeiro gennaio januari января ene gen янв styczeń stycznia"
                " jän"
            ),
            "feb februar february février fevrier febrero fevereiro febbraio februari февраля fev фев lutego",
            "mar march märz maerz mars marzo março maart марта mär мар marca mrz",
            "apr april avril abril aprile апреля abr апр kwietnia avr",
            "may mai mayo maio maggio mei мая mag maja",
            "jun june juni juin junio junho giugno июня giu июн czerwca",
            "jul july juli juillet julio julho luglio июля lug июл lipca juil",
            "aug august août aout agosto augustus августа ago авг sierpnia",
            "sep sept september septembre septiembre setembro settembre сентября set сен września",
            "oct october oktober octobre octubre outubro ottobre okt октября out ott окт października",
            "nov november novembre noviembre novembro ноября ноя listopada",
            (
                "dec december dezember décembre decembre diciembre dezembro dicembre dez декабря dic дек"
                " grudnia déc"
            ),
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[ \u00a0-](?:de )?([^\W\d_]{3,12})\.?,?[ \u00a0-](?:de"
    r" )?((?:19|20)\d\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[ \u00a0](\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]((?:19|20)\d\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_ASIAN = re.compile(r"((?:19|20)\d\d)[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]")
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


def _written(text: str) -> date | None:
    """A date as people write it, in a dozen languages."""
    candidates = [
        (match[3], _MONTHS.get(match[2].lower(), 0), match[1]) for match in _DAY_FIRST.finditer(text)
    ]
    candidates += [
        (match[3], _MONTHS.get(match[1].lower(), 0), match[2]) for match in _MONTH_FIRST.finditer(text)
    ]
    candidates += [(match[1], int(match[2]), match[3]) for match in _ASIAN.finditer(text)]
    candidates += [_numeric(match) for match in _NUMBERS.finditer(text)]
    days = (_made(int(year), month, int(day)) for year, month, day in candidates if month)
    return next((day for day in days if day), None) or _as_date(text)


def _numeric(match: re.Match[str]) -> tuple[str, int, str]:
    """Year, month and day: with strokes the month comes first, where it can be one."""
    first, second = int(match[1]), int(match[3])
    month, day = (first, second) if match[2] == "/" and first <= 12 else (second, first)
    return match[4], month, str(day)
