"""Entries of digests: articles with the places where they were met, and what feeds gave of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core.article import Article
from bot.core.digests.digest import Entry, Mention, MentionKind
from bot.core.digests.feed_items import FeedItem, dated
from bot.core.digests.followings import Shared


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a digest could tell."""

    entries: Sequence[Entry]  # those of feeds hold how their item begins
    items: Mapping[str, FeedItem] = field(default_factory=dict)  # what feeds gave, by the keys of entries


def feed_entry(
    item: FeedItem, article: Article, *, source: str, title: str | None, seen_at: datetime
) -> Entry:
    """An item of a feed; `source` is what the feed is counted by, `title` its name."""
    mention = Mention(
        kind=MentionKind.FEED, source=source, at=dated(item, seen_at), name=title, link=item.link
    )
    return Entry(key=item.link or f"{source}:{item.key}", article=article, mentions=(mention,))


def shared_entry(shared: Shared, article: Article) -> Entry:
    """What somebody posted in a chat."""
    mention = Mention(
        kind=MentionKind.MESSAGE,
        source=f"chat:{shared.place.chat_id}",
        at=shared.shared_at,
        link=shared.message_link,
        person=shared.user_id,
        reactions=shared.reactions,
        replies=shared.replies,
    )
    return Entry(key=shared.url or f"text:{shared.version}", article=article, mentions=(mention,))


def merged(entries: Sequence[Entry]) -> list[Entry]:
    """Each article once, by its key, with all of its mentions, oldest first; the longest text is kept."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.key, []).append(entry)
    return [_one(same) for same in found.values()]


def _one(same: Sequence[Entry]) -> Entry:
    if len(same) == 1:
        return same[0]
    mentions = sorted((mention for entry in same for mention in entry.mentions), key=lambda one: one.at)
    longest = max(same, key=lambda entry: len(entry.article.text))
    return replace(longest, mentions=tuple(mentions))
