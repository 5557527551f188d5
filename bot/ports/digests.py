"""What feeds and digests need from outside, beside `bot.ports`. The docstrings are the contract.

All datetimes are aware and in UTC. An implementation may raise `bot.core.errors.BotError` and what its
docstring names; anything else is a bug.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.core.digests.digest import Digest, Filters
from bot.core.digests.discussion import Said
from bot.core.digests.feed_items import FeedContent, FeedItem
from bot.core.digests.followings import DigestPlan, DigestRun, Feed, Following, Place, SeenItem, Shared
from bot.core.digests.polling import PollState
from bot.core.hooks import HookMessage
from bot.core.schedule import Slot
from bot.ports.pages import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What came of asking an address again."""

    page: Page | None  # None: not changed
    moved_to: str | None = None  # where it is for good, by permanent redirects alone (301, 308); cleaned
    etag: str | None = None
    last_modified: str | None = None
    fresh_for: timedelta | None = None  # how long the answer stands, as Cache-Control says


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What others are told of a digest that a chat gets."""

    feed: Mapping[str, Any]  # for the chat's own feed, if it has one: the digest as JSON
    hook: HookMessage | None  # for the operator's own programs, if there are any


class Revisitor(Protocol):
    """The way out to the web for addresses that are asked again and again. Guarded like every fetch."""

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        """Ask an address, with the tags of the last answer. Raises NotALinkError and FetchError's subclasses;
        PageMissingError with `status` 410 says that it is gone for good.
        """
        ...


class FeedReader(Protocol):
    """Makes values of feeds and OPML lists, in the sandbox."""

    async def read(self, page: Page) -> FeedContent:
        """The feed in a page. Raises NoFeedError where there is none, and WorkError."""
        ...

    async def links(self, page: Page) -> tuple[str, ...]:
        """The feeds that an HTML page names, best first, cleaned. Raises WorkError."""
        ...

    async def subscriptions(self, body: bytes) -> tuple[str, ...]:
        """The feeds of an OPML file, each once, cleaned. Raises UnreadableFileError and WorkError."""
        ...


class FeedStore(Protocol):
    """Feeds and who follows them. Each method is one transaction."""

    async def follow(
        self, place: Place, poll: PollState, *, title: str | None, site: str | None, language: str | None
    ) -> Following:
        """Follow a feed by its address; a second time changes nothing. The feed is one for all places."""
        ...

    async def unfollow(self, place: Place, feed_id: int) -> bool:
        """Whether it was followed. A feed goes with its last follower."""
        ...

    async def followings(self, place: Place) -> tuple[Following, ...]:
        """What a place follows, by title."""
        ...

    async def followers(self, feed_id: int) -> tuple[Place, ...]: ...

    async def set_filters(self, place: Place, feed_id: int, filters: Filters, cap: int) -> bool:
        """Whether the place follows the feed."""
        ...

    async def set_filters_of_all(self, place: Place, filters: Filters) -> None:
        """Give all feeds that a place follows the same filters; their caps stay."""
        ...

    async def due_feeds(self, now: datetime, *, limit: int) -> tuple[Feed, ...]:
        """Active feeds whose time has come, those that wait longest first."""
        ...

    async def feed_at(self, url: str) -> Feed | None: ...

    async def known_items(self, feed_id: int, names: Collection[str]) -> frozenset[str]:
        """Which of the names (`FeedItem.names`) belong to items that are known."""
        ...

    async def polled(
        self, feed: Feed, poll: PollState, content: FeedContent | None, new: Sequence[FeedItem], now: datetime
    ) -> None:
        """Keep the outcome of a poll, with the new items.

        A feed that moved to the address of another is merged into it, with its followers.
        """
        ...


class DigestStore(Protocol):
    """What places shared, their digests and what was posted. Each method is one transaction."""

    async def share(self, shared: Shared) -> None:
        """Keep what was shared; the same link of the same message again changes nothing."""
        ...

    async def note_said(self, place: Place, words: Said, user_id: int | None) -> None:
        """Keep what somebody said, for `TALK_LIFE`, so that it goes when they are forgotten.

        Their number is not kept, but `bot.core.digests.discussion.author_mark` of it.
        """
        ...

    async def said(self, place: Place, since: datetime) -> tuple[Said, ...]:
        """What was said in a place after a moment, oldest first; a chat's main topic stands for all."""
        ...

    async def count_reactions(self, chat_id: int, message_id: int, reactions: int) -> None:
        """Set how many reactions a message has; nothing where it is not kept."""
        ...

    async def add_reactions(self, chat_id: int, message_id: int, change: int) -> None:
        """So many reactions to a message more, or fewer; nothing where it is not kept."""
        ...

    async def count_reply(self, chat_id: int, message_id: int) -> None:
        """One more reply to a message; nothing where it shared nothing."""
        ...

    async def shared(self, place: Place, since: datetime) -> tuple[Shared, ...]:
        """What a place shared after a moment, oldest first; a chat's main topic stands for all its topics."""
        ...

    async def items(self, place: Place, since: datetime) -> tuple[SeenItem, ...]:
        """Items of the feeds that a place follows, seen after a moment and since it follows, oldest first."""
        ...

    async def keep_version(self, url: str, version: str) -> None:
        """Note the stored text of an address wherever it was shared or seen."""
        ...

    async def save_plan(self, plan: DigestPlan, was: DigestPlan | None = None) -> DigestPlan:
        """Keep a plan; one with `digest_id` 0 is new and gets a number, or that of the plan that its place
        has got meanwhile: a place has one.

        With `was`, the plan as it was read, only what differs from it is written: a posting, or the end of
        the chat, may have changed the rest meanwhile.
        """
        ...

    async def plans(self, place: Place) -> tuple[DigestPlan, ...]: ...

    async def plan(self, digest_id: int) -> DigestPlan | None: ...

    async def active_plans(self) -> tuple[DigestPlan, ...]: ...

    async def told(self, digest_id: int, since: datetime) -> frozenset[str]:
        """Keys of the entries that a digest told after a moment."""
        ...

    async def begin_run(
        self,
        plan: DigestPlan,
        slot: Slot,
        parts: Sequence[str],
        told: Sequence[str],
        until: datetime,
        announcement: Announcement | None = None,
    ) -> DigestRun | None:
        """Fix a posting: its messages and what they tell, and move the plan on to the slot; with them, what
        others are told of it.

        Without parts there is nothing to post and the slot is over. None where the slot was taken before.
        """
        ...

    async def unfinished_runs(self) -> tuple[DigestRun, ...]:
        """Postings that were fixed and not finished, oldest first: the work after a restart."""
        ...

    async def finish_run(self, run_id: int) -> None: ...

    async def rest(self, chat_id: int) -> None:
        """Stop everything of a chat that the bot may not write to any more."""
        ...

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: all of its rows go with it."""
        ...

    async def erase_chat(self, chat_id: int) -> None:
        """Erase everything of a chat."""
        ...

    async def expire(self, before: datetime) -> int:
        """Erase what was shared and seen before a moment; returns how many rows went."""
        ...


class Messenger(Protocol):
    """Where digests are posted. Made by the chat."""

    async def lay_out(self, plan: DigestPlan, digest: Digest) -> tuple[str, ...]:
        """The messages of a digest, ready to be sent, in a form of the messenger's own; one at least."""
        ...

    async def post(self, plan: DigestPlan, run: DigestRun) -> None:
        """Send the parts of a run, in order, to `plan.target`; returns when all have arrived.

        Those that were sent before a crash are not sent again (the Outbox knows them by `run.delivery_id`).
        Waits as long as Telegram asks. Raises ChatGoneError where the bot may not write there.
        """
        ...

    async def tell_stopped(self, place: Place, feed: Feed) -> None:
        """Tell a place that a feed it follows has ended (`feed.poll.status`). Failures are not raised."""
        ...
