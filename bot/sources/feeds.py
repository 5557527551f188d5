"""Feeds as values: RSS 0.9 to 2.0, RDF, Atom and CDF by feedparser, JSON Feed by our own reader.

Runs in worker processes: what it reads is a stranger's.
"""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import Any

from bot.core.cleaning import clean_text
from bot.core.digests.feed_items import FeedContent, FeedItem
from bot.core.errors import NoFeedError, NotALinkError
from bot.core.links import clean_url
from bot.sources import json_feed
from bot.sources.html_text import plain_text

MOST_ITEMS = 500  # of a feed, in its order; what follows was told long ago
LONGEST_TITLE = 500  # characters
LONGEST_TEXT = 40_000
LONGEST_KEY = 500
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}  # hours
_ESCAPED_MARKUP = re.compile(r"</[a-zA-Z]|<br|&(?:#?\w{2,8});")
_EARLIEST, _LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def read_feed(body: bytes, url: str, content_type: str = "", charset: str | None = None) -> FeedContent:
    """The feed in a body; `url` is where it came from, for relative links. Raises NoFeedError."""
    found = json_feed.read(body)
    if found is not None:
        return _content(found, url)
    return _content(_parsed(body, url, content_type, charset), url)


def _parsed(body: bytes, url: str, content_type: str, charset: str | None) -> dict[str, Any]:
    """What feedparser makes of a body."""
    import feedparser  # noqa: PLC0415 - only worker processes read feeds

    declared = f"{content_type or 'application/xml'}" + (f"; charset={charset}" if charset else "")
    headers = {"content-location": url, "content-type": declared}
    # A stream, since feedparser takes bytes that look like an address or a file's name for one.
    found = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    if not found.get("version") and not found.entries:
        raise NoFeedError(url=url)
    return dict(found)


def _content(found: Mapping[str, Any], url: str) -> FeedContent:
    feed = found["feed"]
    items: dict[str, FeedItem] = {}
    entries = list(islice(found["entries"], MOST_ITEMS))
    shared = _shared_ids(entries)
    typed = str(found.get("version")).startswith(("atom", "json"))
    for entry in entries:
        item = _item(entry, shared, typed=typed)
        if item is not None:
            items.setdefault(item.key, item)
    moved = _link(feed.get("itunes_new-feed-url") or feed.get("newlocation"))
    return FeedContent(
        title=_title(feed) or None,
        items=tuple(items.values()),
        site=_link(feed.get("link")),
        language=_text(feed.get("language"), 35) or None,
        moved_to=moved if moved != url else None,
        ask_again_after=_wish(feed),
    )


def _shared_ids(entries: Sequence[Mapping[str, Any]]) -> set[str]:
    """Ids that items with different links have in common: the site's address, say. They tell no item."""
    links: dict[str, str] = {}
    shared = set()
    for entry in entries:
        declared, link = _declared(entry), _link(entry.get("link"))
        if declared and link and links.setdefault(declared, link) != link:
            shared.add(declared)
    return shared


def _item(entry: Mapping[str, Any], shared: set[str], *, typed: bool) -> FeedItem | None:
    """One item; None where it is empty: nothing would tell it from another such."""
    link = _link(entry.get("link")) or _first_enclosure(entry)
    title, text = _title(entry, typed=typed), _body(entry, typed=typed)
    published = _moment(_stored(entry, "published_parsed") or _stored(entry, "updated_parsed"))
    words = f"{title} {text}" if title or text else str(published or "")
    declared = _declared(entry)
    key = (declared if declared not in shared else link or declared) or link or _hashed(words)
    if key is None:
        return None
    author = _text(entry.get("author"), 200) or None
    return FeedItem(key=key, link=link, title=title, text=text, published=published, author=author)


def _stored(entry: Mapping[str, Any], name: str) -> Any:
    """What an entry itself holds: feedparser's look-up would put one date in another's place, and warn."""
    return dict.get(entry, name) if isinstance(entry, dict) else None


def _declared(entry: Mapping[str, Any]) -> str | None:
    """The id that the feed gives an item, shortened where it is long."""
    declared = clean_text(str(entry.get("id") or "")).strip()
    return (declared if len(declared) <= LONGEST_KEY else _hashed(declared)) or None


def _hashed(words: str) -> str | None:
    """A key made of what an item says, the same each time that it says so; None of nothing."""
    return f"sha256:{sha256(words.encode(errors='replace')).hexdigest()}" if words else None


def _title(part: Mapping[str, Any], *, typed: bool = False) -> str:
    plain = typed and _is_plain(part.get("title_detail"))
    return " ".join(_text(part.get("title"), LONGEST_TITLE, plain=plain).split())


def _body(entry: Mapping[str, Any], *, typed: bool) -> str:
    """The longest of its contents and its description, as plain text."""
    contents = [content for content in entry.get("content") or () if isinstance(content, Mapping)]
    texts = [
        _text(content.get("value"), LONGEST_TEXT, plain=typed and _is_plain(content)) for content in contents
    ]
    texts.append(
        _text(entry.get("summary"), LONGEST_TEXT, plain=typed and _is_plain(entry.get("summary_detail")))
    )
    return max(texts, key=len)


def _is_plain(detail: Any) -> bool:
    """Whether a construct of Atom or JSON Feed says that it is text, and has no markup all the same.

    Many feeds escape HTML and don't tell: what closes a tag or is an entity gives them away.
    """
    if not isinstance(detail, Mapping) or detail.get("type") != "text/plain":
        return False
    return not _ESCAPED_MARKUP.search(str(detail.get("value")))


def _text(value: Any, limit: int, *, plain: bool = False) -> str:
    if not isinstance(value, str):
        return ""
    value = value[: 8 * limit]
    return clean_text(value if plain else plain_text(value)).strip()[:limit].rstrip()


def _link(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        return clean_url(value)
    except NotALinkError:
        return None


def _first_enclosure(entry: Mapping[str, Any]) -> str | None:
    found = (_link(part.get("href")) for part in entry.get("enclosures") or () if isinstance(part, Mapping))
    return next((link for link in found if link), None)


def _moment(parsed: Any) -> datetime | None:
    """A moment as feedparser gives it (struct_time in UTC), where it can be one."""
    if isinstance(parsed, datetime):
        moment = parsed
    else:
        try:
            moment = datetime.fromtimestamp(timegm(parsed), UTC) if parsed else _EARLIEST
        except (ValueError, OverflowError, TypeError, OSError):
            return None
    return moment if _EARLIEST < moment < _LATEST else None


def _wish(feed: Mapping[str, Any]) -> timedelta | None:
    """How long the feed asks to be left alone: ttl in minutes, or sy:updatePeriod and sy:updateFrequency."""
    minutes = _number(feed.get("ttl"))
    if minutes:
        return timedelta(minutes=minutes)
    hours = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    return None if hours is None else timedelta(hours=hours) / max(1, _number(feed.get("sy_updatefrequency")))


def _number(value: Any) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0
