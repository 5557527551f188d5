"""Fetching pages: the one way out to the web.

A link goes through the guard, waits for its turn at the host, and is followed over a few redirects, each of
which goes through the same guard. What comes back is limited in bytes (after decompression), in time and in
kind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.core.errors import (
    FetchError,
    FetchTimeoutError,
    NotALinkError,
    RedirectRefusedError,
    ServerBusyError,
    TooManyRedirectsError,
)
from bot.core.links import clean_url
from bot.ports import Clock, Page
from bot.ports.digests import Visit
from bot.sources.addresses.networks import Network
from bot.sources.content import Content
from bot.sources.fetching.cache import PAGE_LIFE, Cache, CacheEntry, failure_entry, replay
from bot.sources.fetching.client import Answer, WebClient, open_client
from bot.sources.fetching.redirects import MAX_REDIRECTS, Trail, join, refresh_target
from bot.sources.fetching.single_flight import SingleFlight
from bot.sources.fetching.throttle import INTERVAL_S
from bot.sources.guard import Guard

DEADLINE_S = 20.0  # for the whole fetch, all redirects included; the wait for one's turn at a host apart


@asynccontextmanager
async def open_fetcher(
    *,
    clock: Clock,
    user_agent: str,
    allow_networks: Iterable[Network | str] = (),
    allow_sites: Iterable[tuple[str, int]] = (),
    proxy: str | None = None,
    resolver: AbstractResolver | None = None,
    deadline_s: float = DEADLINE_S,
    host_interval_s: float = INTERVAL_S,
) -> AsyncIterator[WebFetcher]:
    """A fetcher for as long as the context lasts.

    `allow_networks`: CIDRs that links may reach besides the public web; `allow_sites`: addresses of which
    they may reach one port. `proxy`: all pages are asked of it;
    it must keep private addresses closed, for only it learns what a name leads to. `host_interval_s`: between
    two requests to one host. `resolver`: for tests.
    """
    guard = Guard(allow_networks, allow_sites)
    async with open_client(
        guard, user_agent=user_agent, proxy=proxy, resolver=resolver, host_interval_s=host_interval_s
    ) as client:
        fetcher = WebFetcher(client, guard, clock, deadline_s)
        try:
            yield fetcher
        finally:
            await fetcher.close()


class WebFetcher:
    """Fetches pages (implements `bot.ports.Fetcher`). Opened by `open_fetcher`."""

    def __init__(self, client: WebClient, guard: Guard, clock: Clock, deadline_s: float) -> None:
        self._client = client
        self._guard = guard
        self._clock = clock
        self._deadline_s = deadline_s
        self._cache = Cache()
        self._flights: SingleFlight[Page] = SingleFlight()

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """The page behind a link, redirects followed; `fresh` asks the server again.

        Errors: see `bot.ports.Fetcher`.
        """
        key = clean_url(str(self._guard.check_link(url)))
        self._guard.check_link(key)
        entry = self._cache.get(key)
        if entry is not None and entry.is_fresh(self._clock.now()) and (not fresh or entry.is_backoff):
            return replay(entry, self._clock.now())
        return await self._flights.join(key, lambda: self._load(key, entry))

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        """What has become of an address since its last answer; nothing of it is kept here.

        Errors: see `bot.ports.digests.Revisitor`.
        """
        key = clean_url(str(self._guard.check_link(url)))
        now = self._clock.now()
        backoff = self._cache.get(key)
        if backoff is not None and backoff.is_backoff and backoff.is_fresh(now):
            replay(backoff, now)
        before = Page(url=key, body=b"", content_type="", charset=None, fetched_at=now)
        entry = CacheEntry(outcome=before, fresh_until=now, etag=etag, last_modified=last_modified)
        try:
            found = await self._follow(key, entry)
        except ServerBusyError as error:
            self._cache.put(key, failure_entry(error, now))
            raise
        page = found.outcome if isinstance(found.outcome, Page) and found.outcome is not before else None
        return Visit(
            page=page,
            moved_to=found.moved_to,
            etag=found.etag,
            last_modified=found.last_modified,
            fresh_for=found.fresh_for,
        )

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send something to an address (implements `bot.ports.operators.Poster`).

        Guarded as every fetch is: only public addresses, and those that the operator allows.
        """
        link = self._guard.check_link(url)
        try:
            async with asyncio.timeout(self._deadline_s):
                return await self._client.post(link, body, headers)
        except TimeoutError as error:
            raise FetchTimeoutError(url=url, timeout_s=self._deadline_s) from error

    async def close(self) -> None:
        """Give up what is in flight."""
        await self._flights.close()

    async def _load(self, key: str, entry: CacheEntry | None) -> Page:
        try:
            fetched = await self._follow(key, entry)
        except FetchError as error:
            now = self._clock.now()
            if entry is None or not entry.is_fresh(now):  # else only who asked for a fresh one hears of it
                self._cache.put(key, failure_entry(error, now))
            raise
        page = fetched.outcome
        if not isinstance(page, Page):  # a failure is raised, never returned
            raise TypeError(page)
        self._cache.put(key, fetched)
        if page.url != key:
            self._cache.put(page.url, fetched)
        return page

    async def _follow(self, key: str, entry: CacheEntry | None) -> CacheEntry:
        """Go where the link leads. The deadline covers all of it, but not the waits for a turn."""
        deadline = asyncio.timeout(self._deadline_s)
        try:
            async with deadline:
                return await self._walk(Trail(key, self._guard.check_link(key)), entry, deadline)
        except TimeoutError as error:
            raise FetchTimeoutError(url=key, timeout_s=self._deadline_s) from error

    async def _walk(self, trail: Trail, entry: CacheEntry | None, deadline: asyncio.Timeout) -> CacheEntry:
        for _ in range(MAX_REDIRECTS + 1):
            known = _known_of(entry, trail.url)
            conditions = {} if known is None else known.conditions
            answer = await self._client.get(trail.url, conditions=conditions, deadline=deadline)
            if answer.unchanged and known is not None:
                return replace(
                    known,
                    fresh_until=self._clock.now() + PAGE_LIFE,
                    moved_to=trail.moved_to,
                    fresh_for=answer.fresh_for,
                )
            target = self._target(trail, answer)
            if target is None:
                return replace(self._entry_of(trail.url, answer), moved_to=trail.moved_to)
            trail.go_on(target, refreshed=answer.moved_to is None, for_good=answer.for_good)
        raise TooManyRedirectsError(url=trail.key)

    def _target(self, trail: Trail, answer: Answer) -> URL | None:
        """Where an answer leads; None where it is what was asked for."""
        if answer.moved_to is not None:
            target = self._checked(trail.url, answer.moved_to)
            if target in trail.seen:
                raise TooManyRedirectsError(url=trail.key)
            return target
        may_refresh = answer.content is Content.HTML and trail.may_refresh
        location = refresh_target(answer.body) if may_refresh else None
        if location is None:
            return None
        target = self._checked(trail.url, location)
        return None if target in trail.seen else target  # a page that reloads itself is a page

    def _checked(self, url: URL, location: str) -> URL:
        try:
            return self._guard.check_link(join(url, location))
        except NotALinkError as error:
            raise RedirectRefusedError(url=str(url)) from error

    def _entry_of(self, url: URL, answer: Answer) -> CacheEntry:
        now = self._clock.now()
        page = Page(
            url=clean_url(str(url)),
            body=answer.body,
            content_type=answer.content_type,
            charset=answer.charset,
            fetched_at=now,
        )
        return CacheEntry(
            outcome=page,
            fresh_until=now + PAGE_LIFE,
            etag=answer.etag,
            last_modified=answer.last_modified,
            fresh_for=answer.fresh_for,
        )


def _known_of(entry: CacheEntry | None, url: URL) -> CacheEntry | None:
    """What is known, if it came from this very address: its tags mean nothing to another."""
    known = entry is not None and isinstance(entry.outcome, Page) and entry.outcome.url == clean_url(str(url))
    return entry if known else None
