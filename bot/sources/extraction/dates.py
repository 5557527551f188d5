"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from typing import Any
from urllib.parse import urlsplit

from bot.core.lexicon.written_dates import date_in_address, declared_date, written_date, written_dates
from bot.core.models import Kind
from bot.sources.extraction.linked_data import Thing, is_article, text_of, types_of
from bot.sources.extraction.units import Cut

# In the order of trust: what says "published" before what may be the day of a change. Where linked data tell
# another day, seven pages of eight mean the one given here.
_NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "published",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "og:article:published_time",
    "article.published",
    "created",
    "release_date",
    "rnews:datepublished",
    "ms.date",
)
# The same in the data of scripts, where a page is built from them; quotes may be escaped, also twice.
_IN_SCRIPT = re.compile(
    r"\"(?:datePublished|date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed)"
    r"|pub_?date|first_?published"
    r"(?:_?at|_?date)?|post_?date|release_?date|display_?date|date)[\\]{0,6}\"\s?:\s?[\\]{0,6}\"((?:19"
    r"|20)\d\d)-(\d\d)-(\d\d)",
    re.IGNORECASE,
)
_SHORTEST_DATA = 200  # characters of an attribute that holds the data of a page
_TIME_NAME = re.compile(
    r"^(?:created|published|posted)?-?(?:timestamp|ts|time|date|datetime|at)$"
)  # of an attribute
_MOST_SCRIPT = 300_000  # characters of one script that are looked at
_DATE_LINE = 80  # characters of the longest line that is a date with a few words around it
_LONE_DATE = 40  # characters of a line that is a date with its label
_BEFORE_TITLE, _AFTER_TITLE = 6, 15  # units
# Where themes put the day of a post: the element's class, or the element itself.
_DATE_BOX = re.compile(r"date|publish|posted|time|byline|meta")
_MOST_LOOKED_AT = 400  # elements with a date's class; a page has its own date near its top
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d{4})(?=[A-Z])")  # between what elements set side by side
_CHANGED = re.compile(
    r"updat|modif|edited|revis|review|aktualisier|mise? à jour|actualiz|atualiz|aggiorn|обновл"
    r"|bijgewerkt|更新|last ",
    re.IGNORECASE,
)
# "Published: 2025.12.17 | essays | …": a line may go on behind it.
_PUBLISHED = re.compile(
    r"(?:publi(?:shed|é|cado|cada|cato)|posted|veröffentlicht|erschienen|опубликовано)"
    r"(?: on| le| el| il| am)?:?\s(.{6,40})",
    re.IGNORECASE,
)
_LONGEST_LABELLED = 300  # characters of a line in which a label is looked for
# The days of a person, beside what they wrote.
_OF_PERSON = re.compile(
    r"^\W*(?:joined|founded|member since|registered|registriert|inscrit|born|since)\b", re.IGNORECASE
)
_MONTH_FIRST_PLACES = re.compile(r"^en(?:[-_](?:us|ca|ph))?$", re.IGNORECASE)
_DAY_FIRST_HOSTS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg")
_THREADS = frozenset(["question", "qapage", "discussionforumposting"])


@dataclass(frozen=True, slots=True)
class Custom:
    """How dates are read on a page."""

    latest: date  # a day ahead can be today somewhere east of here
    day_first: bool  # what 3/4/2023 is

    def read(self, text: str | None) -> date | None:
        return written_date(text, self.latest, day_first=self.day_first) if text else None

    def read_all(self, text: str) -> list[date]:
        return written_dates(text, self.latest, day_first=self.day_first)


def read_date(
    root: Any, cut: Cut, meta: Mapping[str, str], things: Sequence[Thing], url: str | None
) -> date | None:
    """The day of publication: from the address, declared, beside the title, marked up, in data; or None.

    A day beside the title that is called that of publication, or is earlier than the declared one, is
    believed: systems declare the day on which a page was moved or set anew. So is a later one where only
    linked data know of the declared one. The day of a change stands in where no other is known.
    """
    custom = Custom(
        datetime.now(UTC).date() + timedelta(days=1),
        is_day_first(root.get("lang") or meta.get("og:locale"), url),
    )
    threads = any(_THREADS & set(map(str.lower, types_of(thing))) for thing in things)
    addressed = date_in_address(url, custom.latest) if url else None
    if addressed:
        return addressed
    declared = next(filter(None, map(custom.read, _declared(root, meta, things))), None)
    labelled = None if threads else _labelled(cut, custom)
    if declared and labelled and not _is_swapped(labelled, declared):
        return labelled
    if declared:
        shown = None if threads else _shown_instead(declared, cut, meta, custom)
        return declared if shown is None or _is_swapped(shown, declared) else shown
    return (
        _in_scripts(root, custom, "ld+json")  # linked data that is no valid JSON, and so was not read
        or labelled
        or _beside_title(cut, custom)
        or _by_search(root, custom)
        or _in_scripts(root, custom)
        or _in_attributes(root, custom)
        or _first_written((unit.text for unit in cut.units), custom)
        or next(filter(None, map(custom.read, _changed(meta, things))), None)
    )


def _changed(meta: Mapping[str, str], things: Sequence[Thing]) -> Iterator[str | None]:
    """When the page was changed, as declared: better than nothing where no other day is known."""
    yield meta.get("article:modified_time")
    yield from (text_of(thing.get("dateModified")) for thing in things if is_article(thing))


def _shown_instead(declared: date, cut: Cut, meta: Mapping[str, str], custom: Custom) -> date | None:
    """The day beside the title that stands for the declared one: an earlier one, or one that took its place.

    A day that linked data alone tell, and no line of the page, is that of the address: what stands there now
    is called by a later day. Of 20 such pages of the public sets people date 17 by the day that they see;
    where the head declares the day too, or a line tells it, 41 of 53 by the declared one.
    """
    earlier = _under_title(cut, custom)
    if earlier and earlier < declared:
        return earlier
    if any(custom.read(meta.get(name)) == declared for name in _NAMES):
        return None
    later = _beside_title(cut, custom)
    return later if later and later > declared and not _is_written(declared, cut, custom) else None


def _is_written(day: date, cut: Cut, custom: Custom) -> bool:
    """Whether a line of the page tells a day."""
    lines = (unit.text for unit in cut.units if len(unit.text) < _LONGEST_LABELLED)
    return any(day in custom.read_all(line) for line in lines)


def _is_swapped(shown: date, declared: date) -> bool:
    """Whether both are the same day, and 3/4 was read as 4/3."""
    return (shown.year, shown.month, shown.day) == (declared.year, declared.day, declared.month)


def is_day_first(language: str | None, url: str | None) -> bool:
    """Whether 3/4/2023 is the third of April to the readers of a page."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        host = ""
    if host.endswith(_DAY_FIRST_HOSTS):
        return True
    return bool(language) and not _MONTH_FIRST_PLACES.match(language or "")


def _declared(root: Any, meta: Mapping[str, str], things: Sequence[Thing]) -> Iterator[str | None]:
    thread = next((thing for thing in things if _THREADS & set(map(str.lower, types_of(thing)))), Thing())
    yield text_of(thread.get("datePublished")) or text_of(thread.get("dateCreated"))
    article = next(filter(is_article, things), Thing())
    for name in _NAMES:
        yield meta.get(name)
    yield text_of(article.get("datePublished"))
    yield meta.get("sailthru.date")
    yield text_of(article.get("dateCreated"))
    yield from (text_of(thing.get("datePublished")) for thing in things)
    for element in root.iter():
        said = element.get("itemprop")
        if said in {"datePublished", "dateCreated"} or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield element.get("datetime") or element.get("content") or "".join(element.itertext())


def _in_scripts(root: Any, custom: Custom, kind: str = "") -> date | None:
    for script in root.iter("script"):
        if kind not in (script.get("type") or "").lower():
            continue
        match = _IN_SCRIPT.search((script.text or "")[:_MOST_SCRIPT])
        day = declared_date("-".join(match.groups()), custom.latest) if match else None
        if day:
            return day
    return None


def _in_attributes(root: Any, custom: Custom) -> date | None:
    """The day in the data that a page's components are built from, or that one of them is handed."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if len(value) > _SHORTEST_DATA:
                match = _IN_SCRIPT.search(value[:_MOST_SCRIPT])
                said = "-".join(match.groups()) if match else ""
            else:
                said = value if _TIME_NAME.search(name) and "-" in str(element.tag) else ""
            day = declared_date(said, custom.latest) if said else None
            if day:
                return day
    return None


def _title_of(cut: Cut) -> int | None:
    """Which unit is the page's first heading."""
    return next((unit.index for unit in cut.units if unit.tag == "h1"), None)


def _beside_title(cut: Cut, custom: Custom) -> date | None:
    title = _title_of(cut)
    if title is None:
        return None
    near = cut.units[max(0, title - _BEFORE_TITLE) : title + _AFTER_TITLE]
    return _first_written((unit.text for unit in near), custom)


def _labelled(cut: Cut, custom: Custom) -> date | None:
    """The day that a line under the title says the article was published on."""
    title = _title_of(cut)
    for unit in cut.units[title + 1 : title + _AFTER_TITLE] if title is not None else ():
        found = _PUBLISHED.search(unit.text) if len(unit.text) < _LONGEST_LABELLED else None
        day = custom.read(found[1]) if found else None
        if day:
            return day
    return None


def _under_title(cut: Cut, custom: Custom) -> date | None:
    """The day that stands by itself under the title, and is not said to be of a change."""
    title = _title_of(cut)
    if title is None:
        return None
    for unit in cut.units[title + 1 : title + _AFTER_TITLE]:
        lone = (
            len(unit.text) < _LONE_DATE and unit.kind is not Kind.QUOTE
        )  # a post that is quoted has its own
        day = custom.read(unit.text) if lone else None
        if day:
            return None if _CHANGED.search(unit.text) else day
    return None


def _first_written(texts: Iterator[str], custom: Custom) -> date | None:
    """The first day in short lines; one that is said to be of a change only where there is no other.

    Of "22 May 2022, updated 2 June" the first is no day of a change.
    """
    changed = None
    for text in texts:
        if len(text) >= _DATE_LINE or _OF_PERSON.match(text):
            continue
        ahead, *behind = (custom.read_all(part) for part in _CHANGED.split(_SEAM.sub(" ", text), maxsplit=1))
        if ahead and (not behind or behind[0]):
            return ahead[0]
        changed = changed or next(chain(ahead, *behind), None)
    return changed


def _by_search(root: Any, custom: Custom) -> date | None:
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
        day = declared_date(element.get("datetime") or "", custom.latest) or (
            custom.read(text) if len(text) < 200 else None
        )
        if day:
            return day
    return None
