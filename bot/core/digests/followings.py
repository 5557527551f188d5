"""What chats follow and share, and how they want their digests: values of services, storage and chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.digests.digest import Filters
from bot.core.digests.feed_items import FeedItem
from bot.core.digests.polling import PollState
from bot.core.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A chat, or one topic of a forum."""

    chat_id: int
    topic_id: int = 0  # message_thread_id; 0 where the chat has no topics, and for General

    @property
    def is_private(self) -> bool:
        """Whether it is the chat with one person: only theirs have numbers above zero in Telegram."""
        return self.chat_id > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, once for all who follow it."""

    feed_id: int
    title: str | None
    site: str | None  # the page that it belongs to
    language: str | None
    poll: PollState


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A feed that a place follows."""

    place: Place
    feed: Feed
    since: datetime  # aware, UTC; items that were there before are not news
    filters: Filters = field(default_factory=Filters)
    cap: int = 0  # items of it in one digest at most; 0 for no limit of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenItem:
    """An item of a feed that a place follows."""

    following: Following
    item: FeedItem
    seen_at: datetime  # aware, UTC
    version: str | None = None  # the stored text behind its link, once it has been read


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A link, or a long text, that somebody posted in a place."""

    place: Place
    message_id: int
    url: str | None  # cleaned; None for a text
    version: str | None = None  # the stored text (bot.ports.Storage), once it has been read
    shared_at: datetime  # aware, UTC
    user_id: int | None = None  # None unless the chat switched names on
    message_link: str | None = None  # https://t.me/…; None in chats without links
    reactions: int = 0
    replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPlan:
    """A digest that a place has set up.

    A chat or topic has one: it can come several times a day, and other sources have room in a topic or a
    channel of their own, where people expect to find them.
    """

    digest_id: int
    place: Place  # what was shared and is followed here goes into it
    target: Place  # where it is posted: here, another topic, a channel, a private chat
    schedule: Schedule
    since: datetime  # when the schedule was set or changed, aware, UTC
    stories: int = 7  # at most
    sentences: int = 2  # of each story
    shared: bool = True  # what was shared goes in
    feeds: bool = True  # what is followed goes in
    pin: bool = False
    active: bool = True
    last_slot: str | None = None  # the slot that was run last
    last_until: datetime | None = None  # how far its time reached


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRun:
    """One posting of a digest, from the moment that its messages are fixed until all are sent."""

    run_id: int
    digest_id: int
    slot: str  # bot.core.schedule.Slot.key; (digest_id, slot) is unique
    begun_at: datetime  # aware, UTC
    parts: tuple[str, ...] = ()  # its messages as the Messenger made them; fixed before the first is sent

    @property
    def delivery_id(self) -> int:
        """The number under which the Outbox knows its messages; no update has one like it."""
        return RUNS_BEGIN - self.run_id


# Telegram's update ids are positive, and the inbox numbers its own from -1 downwards.
RUNS_BEGIN = -(1 << 60)
