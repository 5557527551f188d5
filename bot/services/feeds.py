"""Following feeds: by their link or their site's, one by one or by an OPML list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from bot.core.digests.digest import Filters
from bot.core.digests.feed_items import FeedContent, new_items
from bot.core.digests.followings import Feed, Following, Place
from bot.core.digests.polling import SHORTEST, FeedStatus, PollState
from bot.core.errors import BotError, FetchError, NoFeedError, WorkError
from bot.core.links import clean_url
from bot.ports import Clock
from bot.ports.digests import FeedReader, FeedStore, Revisitor, Visit
from bot.services.concurrency import attempt, deadline_in, gather_until, unbroken
from bot.services.feed_finding import find_feed, first_feed

AT_ONCE = 32  # feeds of a list that are looked for side by side
PATIENCE_S = 18.0  # a person who waits gets an answer within 25, and the file is to be fetched as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What came of one address of a list; neither where there was no time to look at it."""

    url: str
    following: Following | None = None
    error: BotError | None = None


class Feeds:
    """Who follows which feed."""

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
        if known is not None and known.poll.status is FeedStatus.ACTIVE:
            return await self._follow(place, known.poll, known.title, known.site, known.language)
        visit, content = await self._moved(*await find_feed(self._revisitor, self._reader, url))
        # Followed, but with what it holds not noted, it would bring all that as news.
        return await unbroken(self._follow_found(place, url, visit, content))

    async def _follow_found(self, place: Place, url: str, visit: Visit, content: FeedContent) -> Following:
        address = visit.moved_to or url
        known = await self._store.feed_at(address)
        if known is not None:
            await self._keep_news(known, content)
        poll = PollState(
            url=address,
            next_at=self._clock.now() + SHORTEST,
            etag=visit.etag if address == url else None,
            last_modified=visit.last_modified if address == url else None,
        )
        following = await self._follow(place, poll, content.title, content.site, content.language)
        if known is None:
            await self._store.polled(following.feed, following.feed.poll, content, (), self._clock.now())
        return following

    async def _moved(self, visit: Visit, content: FeedContent) -> tuple[Visit, FeedContent]:
        """The feed where it says that it is now; as it was found, where there is none.

        What is kept of an address comes from there: anybody's feed may name the address of another.
        """
        if content.moved_to is None:
            return visit, content
        with suppress(FetchError, NoFeedError, WorkError):
            return await first_feed(self._revisitor, self._reader, content.moved_to, [content.moved_to])
        return visit, content

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
        """Follow the feeds of an OPML file, as `follow_all`. Raises UnreadableFileError and WorkError."""
        return await self.follow_all(place, await self._reader.subscriptions(opml))

    async def follow_all(self, place: Place, urls: Sequence[str]) -> tuple[Followed, ...]:
        """Follow several, in order, as many as can be looked at while somebody waits.

        A host is asked once a second at most: of many feeds of one host the last are not looked at. Where the
        same are given again those that are known by then cost nothing, and the others have their turn.
        """
        deadline = deadline_in(PATIENCE_S)
        turns = _turns(urls)
        works = [partial(attempt, partial(self.follow, place, urls[number])) for number in turns]
        outcomes = await gather_until(deadline, works, at_once=AT_ONCE)
        found = dict(zip(turns, outcomes, strict=True))
        return tuple(_followed(url, found[number]) for number, url in enumerate(urls))

    async def read(self, url: str) -> FeedContent:
        """The feed at an address or of a site, without following it. Errors: as `follow`."""
        return (await find_feed(self._revisitor, self._reader, clean_url(url)))[1]

    async def _follow(
        self, place: Place, poll: PollState, title: str | None, site: str | None, language: str | None
    ) -> Following:
        return await self._store.follow(place, poll, title=title, site=site, language=language)

    async def _keep_news(self, known: Feed, content: FeedContent) -> None:
        """Keep what has come out since a feed was asked last: to those who follow it already it is news."""
        names = {name for item in content.items for name in item.names}
        new = new_items(content.items, await self._store.known_items(known.feed_id, names))
        await self._store.polled(known, known.poll, content, new, self._clock.now())


def _turns(urls: Sequence[str]) -> list[int]:
    """In which order to look at addresses, by their numbers: each host's first, then each host's second."""
    met: Counter[str] = Counter()
    places = []
    for number, url in enumerate(urls):
        host = url.partition("://")[2].partition("/")[0]
        places.append((met[host], number))
        met[host] += 1
    return [number for _, number in sorted(places)]


def _followed(url: str, outcome: Following | BotError | None) -> Followed:
    if isinstance(outcome, BotError):
        return Followed(url=url, error=outcome)
    return Followed(url=url, following=outcome)
