"""Following feeds: by their link or their site's, one by one or by a list, and asking them what is new."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from urllib.parse import urlsplit

from bot.core.digests.digest import Filters
from bot.core.digests.feed_items import FeedContent, new_items
from bot.core.digests.followings import Feed, Following, Place
from bot.core.digests.polling import (
    SHORTEST,
    PollFailure,
    PollState,
    after_answer,
    after_failure,
    after_no_change,
    stopped_now,
)
from bot.core.errors import (
    AddressRefusedError,
    BotError,
    NoFeedError,
    NotAPageError,
    PageForbiddenError,
    PageMissingError,
)
from bot.core.links import clean_url
from bot.ports import Clock
from bot.ports.digests import FeedReader, FeedStore, Revisitor, Visit
from bot.services.concurrency import gather_outcomes, run_isolated
from bot.services.feed_finding import find_feed

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What came of one address of a list."""

    url: str
    following: Following | None = None
    error: BotError | None = None


class Feeds:
    """Who follows which feed, and what the feeds bring. One fetch serves all who follow a feed."""

    def __init__(self, *, store: FeedStore, revisitor: Revisitor, reader: FeedReader, clock: Clock) -> None:
        self._store = store
        self._revisitor = revisitor
        self._reader = reader
        self._clock = clock

    async def follow(self, place: Place, url: str) -> Following:
        """Follow a feed, by its own address or by a page of its site.

        What it holds now is no news. Raises NotALinkError, FetchError, NoFeedError, WorkError.
        """
        url = clean_url(url)
        known = await self._store.feed_at(url)
        if known is not None:
            return await self._follow(place, known.poll, known.title, known.site, known.language)
        visit, content = await find_feed(self._revisitor, self._reader, url)
        address = content.moved_to or visit.moved_to or url
        poll = PollState(
            url=address,
            next_at=self._clock.now() + SHORTEST,
            etag=visit.etag if address == url else None,
            last_modified=visit.last_modified if address == url else None,
        )
        following = await self._follow(place, poll, content.title, content.site, content.language)
        await self._keep_known(following.feed, content)
        return following

    async def unfollow(self, place: Place, feed_id: int) -> bool:
        """Whether the place followed the feed."""
        return await self._store.unfollow(place, feed_id)

    async def list(self, place: Place) -> tuple[Following, ...]:
        """What a place follows, by title."""
        return await self._store.followings(place)

    async def set_filters(self, place: Place, feed_id: int, filters: Filters, cap: int = 0) -> bool:
        """Whether the place follows the feed; from now on its items pass these filters."""
        return await self._store.set_filters(place, feed_id, filters, cap)

    async def set_filters_of_all(self, place: Place, filters: Filters) -> None:
        """From now on the items of all feeds that the place follows pass these filters; caps stay."""
        await self._store.set_filters_of_all(place, filters)

    async def follow_list(self, place: Place, opml: bytes) -> tuple[Followed, ...]:
        """Follow all feeds of an OPML file, in order. Raises UnreadableFileError and WorkError."""
        addresses = await self._reader.subscriptions(opml)
        works = [partial(self.follow, place, url) for url in addresses]
        outcomes = await gather_outcomes(works, at_once=AT_ONCE)
        return tuple(
            Followed(url=url, error=outcome)
            if isinstance(outcome, BotError)
            else Followed(url=url, following=outcome)
            for url, outcome in zip(addresses, outcomes, strict=True)
        )

    async def read(self, url: str) -> FeedContent:
        """The feed at an address or of a site, without following it. Errors: as `follow`."""
        return (await find_feed(self._revisitor, self._reader, clean_url(url)))[1]

    async def poll_due(self, tell_stopped: TellStopped, *, limit: int = ROUND) -> int:
        """Ask the feeds whose time has come; returns how many were asked.

        Each outcome is kept by itself. Who follows a feed that has ended is told once. Of one host's feeds a
        round takes `HOST_ROUND` at most, one after another; the others have their turn in the next round.
        """
        due = await self._store.due_feeds(self._clock.now(), limit=limit)
        hosts = in_turn(due, HOST_ROUND)
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

    async def _follow(
        self, place: Place, poll: PollState, title: str | None, site: str | None, language: str | None
    ) -> Following:
        return await self._store.follow(place, poll, title=title, site=site, language=language)

    async def _keep_known(self, feed: Feed, content: FeedContent) -> None:
        """Note what a feed holds already, so that none of it is news."""
        await self._store.polled(feed, feed.poll, content, (), self._clock.now())


def in_turn(feeds: Sequence[Feed], most: int) -> list[list[Feed]]:
    """The feeds by the hosts they lie at, in order, `most` of each host at most."""
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
