"""Asking feeds what is new, each when its time has come. One fetch serves all who follow a feed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from bot.core.digests.feed_items import FeedContent, new_items
from bot.core.digests.followings import Feed, Place
from bot.core.digests.polling import PollFailure, after_answer, after_failure, after_no_change, stopped_now
from bot.core.errors import (
    AddressRefusedError,
    BotError,
    DatabaseError,
    NoFeedError,
    NotAPageError,
    PageForbiddenError,
    PageMissingError,
)
from bot.ports import Clock
from bot.ports.digests import FeedReader, FeedStore, Revisitor, Visit
from bot.services.concurrency import run_isolated

# Feeds asked side by side: a third of what the fetcher does at once is left for people. A feed takes a second
# or two on the open web, so that 5,000 take five minutes.
AT_ONCE = 32
ROUND = 2_000  # feeds looked at in one round
# A host is asked once a second at most (bot.sources.fetching.throttle): no round shall wait for one much
# longer than for a server that doesn't answer.
HOST_ROUND = 20
_GONE = 410
_REFUSED = (AddressRefusedError, PageMissingError, PageForbiddenError, NotAPageError, NoFeedError)

TellStopped = Callable[[Place, Feed], Awaitable[None]]


class FeedPoller:
    """Asks the feeds that are due, and keeps what they bring."""

    def __init__(self, *, store: FeedStore, revisitor: Revisitor, reader: FeedReader, clock: Clock) -> None:
        self._store = store
        self._revisitor = revisitor
        self._reader = reader
        self._clock = clock

    async def poll_due(self, tell_stopped: TellStopped, *, limit: int = ROUND) -> int:
        """Ask the feeds whose time has come; returns how many were asked.

        Each outcome is kept by itself. The followers of a feed that has ended are told once. Of one host's
        feeds a round takes `HOST_ROUND` at most, one after another; the next round takes others.
        """
        due = await self._store.due_feeds(self._clock.now(), limit=limit)
        hosts = by_host(due, HOST_ROUND)
        gate = asyncio.Semaphore(AT_ONCE)

        async def ask_host(feeds: Sequence[Feed]) -> None:
            for feed in feeds:
                async with gate:
                    await run_isolated({feed.feed_id: self._poll(feed, tell_stopped)}, "feed_broke_off")

        await run_isolated(dict(enumerate(map(ask_host, hosts))), "host_broke_off")
        return sum(map(len, hosts))

    async def _poll(self, feed: Feed, tell_stopped: TellStopped) -> None:
        before = feed.poll
        try:
            visit = await self._revisitor.revisit(
                before.url, etag=before.etag, last_modified=before.last_modified
            )
            if visit.page is None:
                await self._keep_unchanged(feed, visit)
            else:
                await self._keep_news(feed, visit, await self._reader.read(visit.page))
        except DatabaseError:  # ours, and no fault of the feed's
            raise
        except BotError as error:
            await self._keep_failure(feed, error, tell_stopped)

    async def _keep_unchanged(self, feed: Feed, visit: Visit) -> None:
        now = self._clock.now()
        poll = after_no_change(feed.poll, now=now, fresh_for=visit.fresh_for, moved_to=visit.moved_to)
        await self._store.polled(feed, poll, None, (), now)

    async def _keep_news(self, feed: Feed, visit: Visit, content: FeedContent) -> None:
        names = {name for item in content.items for name in item.names}
        known = await self._store.known_items(feed.feed_id, names)
        new = new_items(content.items, known)
        now = self._clock.now()
        poll = after_answer(
            feed.poll,
            now=now,
            news=len(new),
            wish=content.ask_again_after,
            fresh_for=visit.fresh_for,
            moved_to=content.moved_to or visit.moved_to,
            etag=visit.etag,
            last_modified=visit.last_modified,
        )
        await self._store.polled(feed, poll, content, new, now)

    async def _keep_failure(self, feed: Feed, error: BotError, tell_stopped: TellStopped) -> None:
        now = self._clock.now()
        pause = timedelta(minutes=error.details.get("minutes", 0))
        poll = after_failure(feed.poll, failure_of(error), now=now, retry_after=pause)
        await self._store.polled(feed, poll, None, (), now)
        if stopped_now(feed.poll, poll):
            ended = replace(feed, poll=poll)
            for place in await self._store.followers(feed.feed_id):
                await tell_stopped(place, ended)


def by_host(feeds: Sequence[Feed], most: int) -> list[list[Feed]]:
    """The feeds of each host, in order, `most` of each host at most."""
    hosts: dict[str, list[Feed]] = {}
    for feed in feeds:
        of_host = hosts.setdefault(urlsplit(feed.poll.url).hostname or "", [])
        if len(of_host) < most:
            of_host.append(feed)
    return list(hosts.values())


def failure_of(error: BotError) -> PollFailure:
    """What an error says about a feed."""
    if isinstance(error, PageMissingError) and error.details.get("status") == _GONE:
        return PollFailure.GONE
    return PollFailure.REFUSED if isinstance(error, _REFUSED) else PollFailure.BUSY
