"""What a page says about itself: title, byline, site, date, language, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.core.errors import NotALinkError
from bot.core.links import clean_url
from bot.sources.extraction.dates import read_date
from bot.sources.extraction.linked_data import Thing, is_article, read_things, text_of, types_of
from bot.sources.extraction.spoken import cleaned, words_of
from bot.sources.extraction.titles import read_title
from bot.sources.extraction.units import Cut

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
    canonical: str | None = None  # cleaned; only where it is on the same host and port
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
        title=read_title(root, meta, things, url),
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
    text = cleaned(", ".join(dict.fromkeys(named)))
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
            text = cleaned("".join(element.itertext()))
            if text and len(text) < 80 and len(words_of(text)) <= 8:
                return [text]
    return []


def _site(meta: dict[str, str], article: Thing, things: list[Thing], url: str | None) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    website = next((text_of(thing.get("name")) for thing in things if "WebSite" in types_of(thing)), None)
    host = _host(url) if url and "//" in url else ""
    return cleaned(meta.get("og:site_name") or text_of(name) or website) or host.removeprefix("www.") or None


def _canonical(root: Any, url: str | None) -> str | None:
    """The address that the page declares its own, if it is on the host and port that the page came from."""
    if not url:
        return None
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            try:
                # Cleaned, it can be compared with addresses that people send; a blank in it breaks the link.
                address = clean_url(urljoin(url, link.get("href").strip()))
                same = urlsplit(address).netloc == urlsplit(clean_url(url)).netloc
            except (ValueError, NotALinkError):
                return None
            return address if same and "@" not in urlsplit(address).netloc else None
    return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # whoever calls the library may hand in anything
        return ""
