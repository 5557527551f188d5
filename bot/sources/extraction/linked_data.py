"""JSON-LD: what a page says about itself in schema.org's words."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

Thing = dict[str, Any]

_MAX_SCRIPT = 1_000_000  # characters; larger ones are data for scripts
_MAX_THINGS = 500
ARTICLES = frozenset(
    [
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "advertisercontentarticle",
        "scholarlyarticle",
        "techarticle",
        "report",
        "socialmediaposting",
        "liveblogposting",
        "discussionforumposting",
        "medicalscholarlyarticle",
        "satiricalarticle",
    ]
)
_LINE_ENDS = re.compile(r"[\x00-\x1f]+")
_TAGS = re.compile(r"<[^<>]{1,2000}>")


def read_things(root: Any) -> list[Thing]:
    """All objects with a type, in the order of the page, nested ones after those that hold them."""
    things: list[Thing] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            things.extend(_things(_load(script.text or "")))
    return things[:_MAX_THINGS]


def _load(text: str) -> Any:
    if len(text) > _MAX_SCRIPT:
        return None
    # Line ends inside strings are the commonest mistake; blanks mean the same outside of them.
    cleaned = _LINE_ENDS.sub(" ", text).strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(cleaned)
    except (ValueError, RecursionError):
        return None


def _things(value: Any) -> Iterator[Thing]:
    pending, seen = deque([value]), 0
    while pending and seen < 5_000:
        seen += 1
        current = pending.popleft()
        if isinstance(current, list):
            pending.extend(current)
        elif isinstance(current, dict):
            if current.get("@type"):
                yield current
            pending.extend(inner for inner in current.values() if isinstance(inner, dict | list))


def types_of(thing: Thing) -> list[str]:
    """The types of a thing, without their namespace."""
    declared = thing.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str)]


def is_article(thing: Thing) -> bool:
    """Whether it is an article, a blog post, a report or the like."""
    return any(name.lower() in ARTICLES for name in types_of(thing))


def text_of(value: Any) -> str | None:
    """A value as plain text: entities resolved, tags gone; None where it is no text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return _TAGS.sub(" ", unescape(value)).strip() or None
