"""JSON Feed 1 and 1.1 (jsonfeed.org), in the shape that feedparser gives other feeds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

_VERSION = "jsonfeed.org/version/"


def read(body: bytes) -> dict[str, Any] | None:
    """The feed; None where the body is no JSON Feed.

    A feed without a title, items without an id and dates that are none are taken as they are.
    """
    start = body[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"{"):
        return None
    try:
        found = json.loads(body.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or _VERSION not in str(found.get("version")):
        return None
    items = found.get("items")
    return {
        "version": "json",
        "feed": {
            "title": found.get("title"),
            "link": found.get("home_page_url"),
            "language": found.get("language"),
        },
        "entries": [_entry(item) for item in items if isinstance(item, dict)]
        if isinstance(items, list)
        else [],
    }


def _entry(item: Mapping[str, Any]) -> dict[str, Any]:
    html, text = item.get("content_html"), item.get("content_text")
    content = {"value": html} if html else {"value": text, "type": "text/plain"}
    return {
        "id": item.get("id"),
        "link": item.get("url") or item.get("external_url"),
        "title": item.get("title"),
        "content": [content],
        "summary": item.get("summary"),
        "author": _author(item),
        "published_parsed": _moment(item.get("date_published")) or _moment(item.get("date_modified")),
    }


def _author(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else item.get("author")
    name = first.get("name") if isinstance(first, dict) else None
    return name if isinstance(name, str) else None


def _moment(value: Any) -> datetime | None:
    """A date of RFC 3339, in UTC; one without an offset is taken for UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
