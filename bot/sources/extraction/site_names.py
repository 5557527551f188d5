"""What a site calls itself, to be told from what its pages are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.sources.extraction.linked_data import Thing, text_of, types_of
from bot.sources.extraction.spoken import read_out, words_of

MOST_HEADINGS = 60
# Between a title and the site's name. A plain hyphen counts only between blanks, or before a short Chinese or
# Japanese name; brackets only at the end.
ASIAN = "\u3040-\u30ff\u4e00-\u9fff"
BORDER = re.compile(
    r"\s+(?:[|–—·•»«>/~⋆-]|::)+\s+|\s*[|｜]\s*|\s+:\s+"
    rf"|[_-](?=[{ASIAN}]{{2,8}}(?:[_-]|$))|\s*[(](?=[^()]+[)]$)"
)
_LONGEST_NAME = 6  # words of a site's name
_FEWEST_OF_A_TITLE = 3  # words that can begin a title, if the site's name is only one of them
_SITE_TYPES = frozenset(["website", "organization", "newsmediaorganization"])
_FEWEST_INITIALS = 3
_NO_INITIALS = frozenset(["of", "and", "the", "for", "in", "on", "de", "la", "du", "et", "und", "für", "der"])


@dataclass(frozen=True, slots=True)
class Site:
    """By what names a site calls itself, without blanks and marks, and its host."""

    names: frozenset[str]
    host: str
    url: str | None


def read_site(root: Any, meta: Mapping[str, str], things: Sequence[Thing], url: str | None) -> Site:
    """The site that a page is of, by what the page and its address say."""
    names = [meta.get(name) for name in ("og:site_name", "application-name", "apple-mobile-web-app-title")]
    names.append(meta.get("twitter:site", "").lstrip("@"))
    for thing in things:
        if _SITE_TYPES & {kind.lower() for kind in types_of(thing)}:
            names.append(text_of(thing.get("name")))
        publisher = thing.get("publisher")
        if isinstance(publisher, dict):
            names.append(text_of(publisher.get("name")))
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    known = Site(frozenset(), host, url)
    for heading in islice(root.iter("h1"), MOST_HEADINGS):
        link = heading.find(".//a")
        if link is not None and is_logo(read_out(heading), link.get("href"), known):
            names.append(read_out(heading))
    title = words_of(meta.get("og:title"))
    if len(title) > _LONGEST_NAME:  # sites there are that give each page's title as the publisher's name
        names = [name for name in names if words_of(name) != title]
    return replace(known, names=frozenset(filter(None, ("".join(words_of(name)) for name in names))))


def is_logo(text: str, href: str | None, site: Site) -> bool:
    """Whether a heading is the site's name: it links to the first page, and is no longer than a name."""
    return len(words_of(text)) <= _LONGEST_NAME and _leads_home(href, site)


def _leads_home(href: str | None, site: Site) -> bool:
    if href is None:
        return False
    try:
        address = urlsplit(urljoin(site.url or "", href.strip()))
    except ValueError:
        return False
    same = not address.hostname or address.hostname.removeprefix("www.") == site.host
    return (
        same
        and address.path in {"", "/", "/index.html", "/index.php"}
        and not address.query
        and (bool(address.hostname) or href.strip() in {"/", "./"})
    )


def is_site(text: str, site: Site) -> bool:
    """Whether a text is the name of the site: as declared, or as its host spells it."""
    compact = "".join(words_of(text))
    if not compact or compact in site.names:
        return True
    for name in site.names:
        near = len(name) > 3 and len(compact) < len(name) + 12
        if near and (compact.startswith(name) or compact.endswith(name)):
            return True
    return _is_host(compact, len(words_of(text)), site.host) or _is_written_out(text, site.host)


_COMMON_LABELS = frozenset({"com", "org", "net", "gov", "edu", "www"})  # of hosts in countries, as in com.au


def _is_written_out(text: str, host: str) -> bool:
    """Whether a host is the initials of a name: who.int of "World Health Organization"."""
    words = words_of(text)
    telling = [word for word in words if word not in _NO_INITIALS]
    initials = {"".join(word[0] for word in spoken) for spoken in (words, telling)}
    labels = set(host.split(".")[:-1]) - _COMMON_LABELS
    return any(len(label) >= _FEWEST_INITIALS and label in initials for label in labels)


def _is_host(compact: str, words: int, host: str) -> bool:
    if not host or compact == "".join(words_of(host)):
        return bool(host)
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if label not in {"com", "co"}]
    return any(
        (len(label) >= 3 and compact == label)
        or (len(label) >= 5 and label in compact and words <= 5)
        or (len(compact) >= 5 and compact in label)
        for label in labels
    )


def without_site(title: str, site: Site) -> str:
    """The title without the segments at its ends that are the site's name, or its host as the first word."""
    first, _, rest = title.partition(" ")
    if rest[:1].isalnum() and first.lower() == site.host:
        title = rest
    for _ in range(8):
        borders = list(BORDER.finditer(title))
        if not borders:
            break
        before, last = title[: borders[-1].start()].strip(), title[borders[-1].end() :].strip(" )")
        first, after = title[: borders[0].start()].strip(), title[borders[0].end() :].strip()
        if words_of(before) and is_site(last, site):
            title = before
        elif words_of(after) and is_site(first, site) and _is_short_or_declared(first, site):
            title = after
        else:
            break
    return title


def _is_short_or_declared(first: str, site: Site) -> bool:
    """Whether what a title begins with is a name, as "New to sailing" at sailing.example is not."""
    words = words_of(first)
    return len(words) < _FEWEST_OF_A_TITLE or "".join(words) in site.names
