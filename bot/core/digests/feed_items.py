"""What a feed holds, as values; and which of its items are new."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed."""

    key: str  # its id, else its link, else a hash of its words, else of its date; unique within the feed
    link: str | None  # cleaned (bot.core.links.clean_url)
    title: str  # plain text, "" where the feed gives none
    text: str = ""  # plain text of its content, else of its description; paragraphs by blank lines
    published: datetime | None = None  # aware, UTC, as the feed says; may lie in the future
    author: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What makes it the same item when it comes again: its key, and its link."""
        return (self.key,) if self.link is None or self.link == self.key else (self.key, self.link)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedContent:
    """A feed as it was read."""

    title: str | None
    items: tuple[FeedItem, ...]  # in the feed's order
    site: str | None = None  # the page that the feed belongs to, cleaned
    language: str | None = None  # as declared ("de-AT")
    moved_to: str | None = None  # the address that the feed says it has (itunes:new-feed-url), cleaned
    ask_again_after: timedelta | None = None  # by ttl or sy:updatePeriod


def new_items(items: Sequence[FeedItem], known: Collection[str]) -> tuple[FeedItem, ...]:
    """Those that were not known by one of their names, each once, in order.

    A feed that changes the ids of its items is caught by their links, one that changes links by ids.
    """
    seen = set(known)
    found = []
    for item in items:
        if seen.isdisjoint(item.names):
            found.append(item)
        seen.update(item.names)
    return tuple(found)


def dated(item: FeedItem, seen_at: datetime) -> datetime:
    """When an item came out: what the feed says, but never later than it was seen."""
    return seen_at if item.published is None else min(item.published, seen_at)
