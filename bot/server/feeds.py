"""Private feeds over HTTP: /feeds/<secret>.atom (RFC 4287) and .json (JSON Feed 1.1).

The secret is all that is asked for, so that any feed reader can read them; there is no list of them, and no
way to tell a closed feed from one that never was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from typing import Any, Final
from xml.etree import ElementTree as ET

import structlog
from aiohttp import web

from bot.core.digests.outlets import FeedLink, FeedView, PostedDigest
from bot.core.errors import DatabaseError
from bot.messages import Messages
from bot.server.problems import Problem, come_again
from bot.services.outlets import Outlets

log = structlog.get_logger(__name__)

ATOM: Final = "http://www.w3.org/2005/Atom"
PATH: Final = "/feeds/{secret:[A-Za-z0-9_-]{43}}"
# Seconds for which a feed reader may keep what it got.
FRESH_S: Final = 300
AGAIN_S: Final = 60  # where the database is away
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What either form of a feed tells of one thing."""

    name: str  # unique and lasting
    title: str
    at: datetime
    url: str | None
    html: str
    language: str | None


class FeedPages:
    """Answers with the feeds of chats. `public_url`: where the server is reached from outside, if known."""

    def __init__(self, outlets: Outlets, messages: Messages, public_url: str | None) -> None:
        self._outlets = outlets
        self._messages = messages
        self._public_url = public_url

    def routes(self) -> list[web.RouteDef]:
        """The addresses of both forms."""
        return [
            web.get(f"{PATH}.atom", self._atom, name="feed_atom"),
            web.get(f"{PATH}.json", self._json, name="feed_json"),
        ]

    async def _atom(self, request: web.Request) -> web.Response:
        view = await self._view(request)
        body = atom(self._title(view), self._address(request), self._items(view), view.updated)
        return _answer(request, body, "application/atom+xml")

    async def _json(self, request: web.Request) -> web.Response:
        view = await self._view(request)
        document = json_feed(self._title(view), self._address(request), self._items(view))
        body = json.dumps(document, ensure_ascii=False).encode()
        return _answer(request, body, "application/feed+json")

    async def _view(self, request: web.Request) -> FeedView:
        try:
            view = await self._outlets.view(request.match_info["secret"])
        except DatabaseError as error:
            log.error("feed_not_read", reason=error.details.get("reason"))  # noqa: TRY400 - it may hold people's data
            raise come_again(AGAIN_S) from error
        if view is None:
            raise Problem(404, "no_feed", "There is no feed at this address.")
        return view

    def _address(self, request: web.Request) -> str:
        try:
            base = self._public_url or str(request.url.origin())
        except ValueError:
            raise Problem(400, "no_host", "The Host header is no host's name.") from None
        return f"{base.rstrip('/')}{request.path}"

    def _title(self, view: FeedView) -> str:
        outlet = view.outlet
        if outlet.title is None:
            return self._messages.say(outlet.locale, "rss-feed-mine")
        return self._messages.say(outlet.locale, "rss-feed", title=outlet.title)

    def _items(self, view: FeedView) -> list[Item]:
        links = [_of_link(link) for link in view.links]
        digests = [self._of_digest(view, digest) for digest in view.digests]
        return sorted((*links, *digests), key=lambda item: item.at, reverse=True)

    def _of_digest(self, view: FeedView, digest: PostedDigest) -> Item:
        locale = view.outlet.locale
        # The secret names the feed for good; nothing of it can be read out of the hash.
        feed = sha256(view.outlet.secret.encode()).hexdigest()[:24]
        return Item(
            name=f"urn:nutshell:{feed}:{digest.number}",
            title=self._messages.say(locale, "digest-title", day=digest.posted_at),
            at=digest.posted_at,
            url=None,
            html=digest_html(digest.told, lambda words: self._messages.listed(locale, words)),
            language=None,
        )


def _of_link(link: FeedLink) -> Item:
    html = f'<p dir="auto">{escape(link.opening)}</p>' if link.opening else ""
    return Item(name=link.url, title=link.title, at=link.at, url=link.url, html=html, language=link.language)


def digest_html(digest: Mapping[str, Any], listed: Callable[[Sequence[str]], str]) -> str:
    """HTML of a digest in the form of `digest_as_json`; `listed` puts words one after the other.

    One digest has texts of several languages: each is laid out from the side where it begins.
    """
    parts = []
    for section in digest.get("sections", ()):
        if section["theme"]:
            parts.append(f'<h2 dir="auto">{escape(listed(section["theme"]))}</h2>')
        for story in section["stories"]:
            parts += [_telling(story), *map(_telling, story["also"])]
    return "".join(parts)


def _telling(telling: Mapping[str, Any]) -> str:
    sentences = telling["sentences"]
    title = escape(telling["title"] or (sentences[0]["text"] if sentences else telling["url"] or ""))
    if telling["url"]:
        title = f'<a href="{escape(telling["url"])}">{title}</a>'
    site = f" <small>{escape(telling['site'])}</small>" if telling["site"] else ""
    listed = "".join(f'<li dir="auto">{escape(one["text"])}</li>' for one in sentences)
    return f'<h3 dir="auto">{title}{site}</h3>' + (f"<ul>{listed}</ul>" if listed else "")


def atom(title: str, address: str, items: list[Item], updated: datetime | None) -> bytes:
    """The feed as Atom."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", _moment(updated or datetime.fromtimestamp(0, UTC)))
    _add(root, "link", rel="self", href=address, type="application/atom+xml")
    _add(_add(root, "author"), "name", "Nutshell")
    for item in items:
        entry = _add(root, "entry")
        _add(entry, "id", item.name)
        _add(entry, "title", item.title)
        _add(entry, "updated", _moment(item.at))
        if item.url is not None:
            _add(entry, "link", rel="alternate", href=item.url)
        _add(entry, "content", item.html, type="html")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    clean = {name: _NO_XML.sub("", value) for name, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{ATOM}}}{tag}", clean)
    if text:
        element.text = _NO_XML.sub("", text)
    return element


def json_feed(title: str, address: str, items: list[Item]) -> dict[str, Any]:
    """The feed as a JSON Feed."""
    entries = [
        {
            "id": item.name,
            "title": item.title,
            "content_html": item.html,
            "date_published": _moment(item.at),
            **({"url": item.url} if item.url else {}),
            **({"language": item.language} if item.language else {}),
        }
        for item in items
    ]
    version = "https://jsonfeed.org/version/1.1"
    return {"version": version, "title": title, "feed_url": address, "items": entries}


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _answer(request: web.Request, body: bytes, content_type: str) -> web.Response:
    tag = sha256(body).hexdigest()[:32]
    headers = {"Cache-Control": f"private, max-age={FRESH_S}", "ETag": f'"{tag}"', "X-Robots-Tag": "noindex"}
    if any(known.value in {tag, "*"} for known in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    return web.Response(body=body, content_type=content_type, charset="utf-8", headers=headers)
