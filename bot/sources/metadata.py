"""What a page says about itself: title, byline, site, date, language, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.sources.dates import read_date
from bot.sources.linked_data import Thing, is_article, read_things, text_of, types_of
from bot.sources.units import Cut

_BLANKS = re.compile(r"\s+")
_WORDS = re.compile(r"[^\W_]+")
# Between a title and the site's name. A plain hyphen counts only between blanks.
_BORDER = re.compile(r"\s+[|–—·•»«>/:~-]+\s+|\s*\|\s*|:\s+|\s+::\s+")
_MAX_TITLE = 400  # characters
_BYLINE_START = re.compile(r"^(?:written by|by|von|par|por|di|автор|текст)[:\s]+", re.IGNORECASE)
_BYLINE_BOX = re.compile(
    r"byline|author[-_ ]?name|article[-_]?author|post[-_]?author|entry[-_]?author|^author$|username"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article besides its text."""

    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: date | None = None
    language: str | None = None  # as declared
    canonical: str | None = None  # only where it is on the same host
    types: frozenset[str] = frozenset()  # schema.org types, lower-cased, and "og:" + Open Graph's
    body: str | None = None  # JSON-LD's articleBody
    description: str | None = None
    free: bool | None = None  # JSON-LD's isAccessibleForFree
    image: str | None = None  # address of the lead picture
    meta: dict[str, str] = field(default_factory=dict)  # <meta> by name, lower-cased


def read_metadata(root: Any, cut: Cut, url: str | None) -> Metadata:
    """Everything that the head, JSON-LD and a few elements of a page tell."""
    meta = _meta(root)
    things = read_things(root)
    article = next(filter(is_article, things), Thing())
    free = article.get("isAccessibleForFree")
    return Metadata(
        title=_title(root, meta, article),
        byline=_byline(root, meta, article),
        site=_site(meta, article, things, url),
        published=read_date(root, cut, meta, things, url),
        language=root.get("lang") or meta.get("og:locale") or meta.get("content-language"),
        canonical=_canonical(root, url),
        types=_types(meta, things),
        body=text_of(article.get("articleBody")) or text_of(article.get("text")),
        description=meta.get("og:description") or meta.get("description"),
        free=None if free is None else str(free).lower() not in {"false", "http://schema.org/false"},
        image=meta.get("og:image"),
        meta=meta,
    )


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _types(meta: dict[str, str], things: list[Thing]) -> frozenset[str]:
    types = {kind.lower() for thing in things for kind in types_of(thing)}
    if "og:type" in meta:
        types.add("og:" + meta["og:type"].lower())
    return frozenset(types)


def _clean(text: str | None) -> str | None:
    return _BLANKS.sub(" ", text).strip() or None if text else None


def _words(text: str | None) -> list[str]:
    return _WORDS.findall((text or "").lower())


def _title(root: Any, meta: dict[str, str], article: Thing) -> str | None:
    """A heading that the page's head confirms; else what the head says, without the name of the site."""
    element = root.find(".//title")
    head = _clean("".join(element.itertext()) if element is not None else None)
    shared = _clean(meta.get("og:title") or meta.get("twitter:title"))
    headline = _clean(text_of(article.get("headline")))
    named = [text for text in (shared, head, headline) if text]
    headings = [text for text in (_clean("".join(h1.itertext())) for h1 in root.iter("h1")) if text]
    confirmed = [heading for heading in headings if any(_holds(text, heading) for text in named)]
    best = max(confirmed, key=lambda heading: len(_words(heading)), default="")
    if len(_words(best)) > 1:
        return best[:_MAX_TITLE]
    if len(headings) == 1 and len(_words(headings[0])) >= 3 and not _is_site(headings[0], meta):
        return headings[0][:_MAX_TITLE]
    for text in named:
        return _without_site(text, meta)[:_MAX_TITLE]
    return headings[0][:_MAX_TITLE] if headings else None


def _holds(text: str, part: str) -> bool:
    return f" {' '.join(_words(part))} " in f" {' '.join(_words(text))} "


def _is_site(text: str, meta: dict[str, str]) -> bool:
    site = _words(meta.get("og:site_name"))
    return bool(site) and _words(text) == site


def _without_site(title: str, meta: dict[str, str]) -> str:
    """The title without what is behind (or before) its last border, if that is the site's name or short."""
    borders = list(_BORDER.finditer(title))
    site = _words(meta.get("og:site_name"))
    for border in borders:
        before, after = title[: border.start()].strip(), title[border.end() :].strip()
        if site and _words(after)[: len(site)] == site and before:
            return before
        if site and _words(before) == site and after:
            return after
    if borders and borders[-1][0].strip() != ":":
        before, after = title[: borders[-1].start()].strip(), title[borders[-1].end() :].strip()
        if len(_words(before)) >= 2 and len(_words(after)) <= 4 and len(_words(before)) >= len(_words(after)):
            return before
    return title


def _byline(root: Any, meta: dict[str, str], article: Thing) -> str | None:
    named = _names(article.get("author"))
    if not named:
        declared = (
            meta.get("author")
            or meta.get("article:author")
            or meta.get("parsely-author")
            or meta.get("dc.creator")
        )
        named = [] if declared is None or declared.startswith(("http", "/")) else [declared]
    if not named:
        named = _byline_on_page(root)
    text = _clean(", ".join(dict.fromkeys(named)))
    return _BYLINE_START.sub("", text)[:200] or None if text else None


def _names(author: Any) -> list[str]:
    if isinstance(author, str):
        return [] if author.startswith("http") else [author]
    if isinstance(author, list):
        return [name for one in author[:10] for name in _names(one)]
    return _names(author.get("name")) if isinstance(author, dict) else []


def _byline_on_page(root: Any) -> list[str]:
    for element in root.iter("a", "span", "p", "div", "address", "li"):
        rel, name = (
            element.get("rel") or "",
            f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower(),
        )
        if "author" in rel.split() or "author" in name.split() or _BYLINE_BOX.search(name):
            text = _clean("".join(element.itertext()))
            if text and len(text) < 80 and len(_words(text)) <= 8:
                return [text]
    return []


def _site(meta: dict[str, str], article: Thing, things: list[Thing], url: str | None) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    website = next((text_of(thing.get("name")) for thing in things if "WebSite" in types_of(thing)), None)
    host = (urlsplit(url).hostname or "") if url and "//" in url else ""
    return _clean(meta.get("og:site_name") or text_of(name) or website) or host.removeprefix("www.") or None


def _canonical(root: Any, url: str | None) -> str | None:
    """The address that the page declares its own, if it is on the host that the page came from."""
    if not url:
        return None
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            try:
                address = urljoin(url, link.get("href").strip())
                same = urlsplit(address).hostname == urlsplit(url).hostname
            except ValueError:
                return None
            return address if same and address.startswith(("http://", "https://")) else None
    return None
