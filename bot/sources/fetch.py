"""Fetching pages: the one way out to the web.

A link goes through the guard, waits for its turn at the host, and is followed over a few redirects, each of
which goes through the same guard. What comes back is limited in bytes (after decompression), in time and in
kind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.core.errors import (
    FetchError,
    FetchTimeoutError,
    HostUnreachableError,
    NotALinkError,
    RedirectRefusedError,
    ServerBusyError,
    TooManyRedirectsError,
)
from bot.core.links import clean_url
from bot.ports import Clock, Page
from bot.ports.digests import Visit
from bot.sources.content import Content
from bot.sources.fetching.bodies import BodyReader
from bot.sources.fetching.cache import PAGE_LIFE, Cache, Kept, failed, told
from bot.sources.fetching.flights import Flights
from bot.sources.fetching.networks import Network
from bot.sources.fetching.pace import Pace
from bot.sources.fetching.redirects import join, refresh_target
from bot.sources.fetching.responses import (
    SILENCE_S,
    check_status,
    content_type,
    declared_charset,
    max_age,
    translated,
    validator,
)
from bot.sources.guard import Guard, GuardedResolver, SystemResolver

DEADLINE_S = 20.0  # for the whole fetch, all redirects included; the wait for one's turn at a host apart
CONNECT_S = 5.0
MAX_REDIRECTS = 5
MAX_REFRESHES = 2  # of them by the page itself
FETCHES_AT_ONCE = 48
# Ordinary sites send content security policies of 10 KB in a header; with 128 of them this is 4 MB at most.
MAX_HEADER_BYTES = 32_768
MAX_HEADERS = 128

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@asynccontextmanager
async def open_fetcher(
    *,
    clock: Clock,
    user_agent: str,
    allow_networks: Iterable[Network | str] = (),
    proxy: str | None = None,
    resolver: AbstractResolver | None = None,
    deadline_s: float = DEADLINE_S,
) -> AsyncIterator[WebFetcher]:
    """A fetcher for as long as the context lasts.

    `allow_networks`: CIDRs that links may reach besides the public web. `proxy`: all pages are asked of it;
    it must keep private addresses closed, for only it learns what a name leads to. `resolver`: for tests.
    """
    guard = Guard(allow_networks)
    names = resolver or SystemResolver()
    if proxy is None:
        connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(guard, names),
            socket_factory=guard.open_socket,
            use_dns_cache=False,
            happy_eyeballs_delay=None,  # with it, an error of the guard counts as one more dead address
            force_close=True,  # what a server sent too much can never be taken for the next answer
            limit=0,  # we count ourselves
        )
    else:
        connector = aiohttp.TCPConnector(force_close=True, limit=0)
    session = aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_HEADERS | {"User-Agent": user_agent},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S, sock_read=SILENCE_S),
        trust_env=False,  # neither .netrc nor proxies from the environment
        proxy=proxy,
        max_field_size=MAX_HEADER_BYTES,
        max_headers=MAX_HEADERS,
    )
    async with session:
        fetcher = WebFetcher(session, guard, names if proxy is None else None, clock, deadline_s)
        try:
            yield fetcher
        finally:
            await fetcher.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a server said to one request."""

    moved_to: str | None = None  # as it stands in the Location header
    for_good: bool = False  # it moved, and won't come back
    unchanged: bool = False  # 304
    body: bytes = b""
    content: Content = Content.TEXT
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    fresh_for: timedelta | None = None  # by Cache-Control


class WebFetcher:
    """Fetches pages (implements `bot.ports.Fetcher`). Opened by `open_fetcher`."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        guard: Guard,
        resolver: AbstractResolver | None,
        clock: Clock,
        deadline_s: float,
    ) -> None:
        self._session = session
        self._guard = guard
        self._resolver = resolver
        self._clock = clock
        self._deadline_s = deadline_s
        self._cache = Cache()
        self._pace = Pace()
        self._flights: Flights[Page] = Flights()
        self._places = asyncio.Semaphore(FETCHES_AT_ONCE)
        self._bodies = BodyReader()

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """The page behind a link, redirects followed; `fresh` asks the server again.

        Errors: see `bot.ports.Fetcher`.
        """
        key = clean_url(str(self._guard.check_link(url)))
        self._guard.check_link(key)
        kept = self._cache.get(key)
        if kept is not None and kept.is_fresh(self._clock.now()) and (not fresh or kept.is_pause):
            return told(kept, self._clock.now())
        return await self._flights.join(key, lambda: self._load(key, kept))

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        """What has become of an address since its last answer; nothing of it is kept here.

        Errors: see `bot.ports.digests.Revisitor`.
        """
        key = clean_url(str(self._guard.check_link(url)))
        now = self._clock.now()
        pause = self._cache.get(key)
        if pause is not None and pause.is_pause and pause.is_fresh(now):
            told(pause, now)
        before = Page(url=key, body=b"", content_type="", charset=None, fetched_at=now)
        kept = Kept(outcome=before, fresh_until=now, etag=etag, last_modified=last_modified)
        try:
            found = await self._follow(key, kept)
        except ServerBusyError as error:
            self._cache.put(key, failed(error, now))
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
            async with asyncio.timeout(self._deadline_s), self._places:
                with translated(url):
                    async with self._session.post(
                        link, data=body, headers=headers, allow_redirects=False
                    ) as response:
                        return response.status
        except TimeoutError as error:
            raise FetchTimeoutError(url=url, timeout_s=self._deadline_s) from error

    async def close(self) -> None:
        """Give up what is in flight."""
        await self._flights.close()

    async def _load(self, key: str, kept: Kept | None) -> Page:
        try:
            fetched = await self._follow(key, kept)
        except FetchError as error:
            now = self._clock.now()
            if kept is None or not kept.is_fresh(now):  # else only who asked for a fresh one hears of it
                self._cache.put(key, failed(error, now))
            raise
        page = fetched.outcome
        if not isinstance(page, Page):  # a failure is raised, never returned
            raise TypeError(page)
        self._cache.put(key, fetched)
        if page.url != key:
            self._cache.put(page.url, fetched)
        return page

    async def _follow(self, key: str, kept: Kept | None) -> Kept:
        """Go where the link leads. The deadline covers all of it, but not the waits for a turn."""
        deadline = asyncio.timeout(self._deadline_s)
        try:
            async with deadline:
                return await self._walk(key, kept, deadline)
        except TimeoutError as error:
            raise FetchTimeoutError(url=key, timeout_s=self._deadline_s) from error

    async def _walk(self, key: str, kept: Kept | None, deadline: asyncio.Timeout) -> Kept:
        url = self._guard.check_link(key)
        seen = {url}
        settled = url  # where it is for good, as far as that was said
        refreshes = 0
        for hop in range(MAX_REDIRECTS + 1):
            answer = await self._ask_in_turn(url, _known_of(kept, url), deadline)
            if answer.unchanged and kept is not None:
                fresh_until = self._clock.now() + PAGE_LIFE
                moved_to = _moved(key, settled)
                return replace(kept, fresh_until=fresh_until, moved_to=moved_to, fresh_for=answer.fresh_for)
            if answer.moved_to is None:
                target = (
                    self._refresh(url, answer) if refreshes < MAX_REFRESHES and hop < MAX_REDIRECTS else None
                )
                if target is None or target in seen:  # a page that reloads itself is a page
                    return replace(self._keep(url, answer), moved_to=_moved(key, settled))
                refreshes += 1
            else:
                target = self._redirect(url, answer.moved_to)
                if target in seen:
                    break
            seen.add(target)
            if answer.for_good and settled == url:
                settled = target
            url = target
        raise TooManyRedirectsError(url=key)

    def _redirect(self, url: URL, location: str) -> URL:
        try:
            return self._guard.check_link(join(url, location))
        except NotALinkError as error:
            raise RedirectRefusedError(url=str(url)) from error

    def _refresh(self, url: URL, answer: _Answer) -> URL | None:
        if answer.content is not Content.HTML:
            return None
        location = refresh_target(answer.body)
        return None if location is None else self._redirect(url, location)

    async def _ask_in_turn(self, url: URL, kept: Kept | None, deadline: asyncio.Timeout) -> _Answer:
        host = (url.raw_host or "").rstrip(".")
        is_own = await self._is_own(url)
        ends = deadline.when() or 0.0
        deadline.reschedule(None)
        began = asyncio.get_running_loop().time()
        async with AsyncExitStack() as turn:
            if not is_own:
                await turn.enter_async_context(self._pace.turn(host))
            # Only now, for those who wait for one slow host must not keep others from theirs.
            await turn.enter_async_context(self._places)
            deadline.reschedule(ends + asyncio.get_running_loop().time() - began)
            return await self._ask(url, kept)

    async def _is_own(self, url: URL) -> bool:
        """Whether a host lies in the operator's own networks, which set no pace. It decides nothing else.

        Raises HostUnreachableError. Behind a proxy only addresses are known, no names.
        """
        if not self._guard.has_own:
            return False
        host = url.raw_host or ""
        try:
            return self._guard.is_own(ip_address(host))
        except ValueError:
            pass
        if self._resolver is None:
            return False
        try:
            async with asyncio.timeout(CONNECT_S):
                answers = await self._resolver.resolve(host, url.port or 0)
            return any(self._guard.is_own(ip_address(answer["host"])) for answer in answers)
        except (OSError, ValueError) as error:
            raise HostUnreachableError(url=str(url)) from error

    async def _ask(self, url: URL, kept: Kept | None) -> _Answer:
        """One request. Raises FetchError for every answer that is neither a page nor a way to one."""
        conditions = kept.conditions if kept is not None else {}
        with translated(str(url)):
            async with self._session.get(url, allow_redirects=False, headers=conditions) as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    return _Answer(moved_to=location, for_good=response.status in _FOR_GOOD)
                if response.status == 304 and conditions:
                    return _Answer(unchanged=True, fresh_for=max_age(response))
                check_status(response, str(url))
                return await self._read(response, str(url))

    async def _read(self, response: aiohttp.ClientResponse, url: str) -> _Answer:
        declared = content_type(response)
        body = await self._bodies.read(response, url, declared)
        return _Answer(
            body=body.data,
            content=body.content,
            content_type=declared,
            charset=declared_charset(response),
            fresh_for=max_age(response),
            etag=validator(response, "ETag"),
            last_modified=validator(response, "Last-Modified"),
        )

    def _keep(self, url: URL, answer: _Answer) -> Kept:
        now = self._clock.now()
        page = Page(
            url=clean_url(str(url)),
            body=answer.body,
            content_type=answer.content_type,
            charset=answer.charset,
            fetched_at=now,
        )
        return Kept(
            outcome=page,
            fresh_until=now + PAGE_LIFE,
            etag=answer.etag,
            last_modified=answer.last_modified,
            fresh_for=answer.fresh_for,
        )


def _moved(key: str, settled: URL) -> str | None:
    """The address that a permanent redirect gave, cleaned."""
    address = clean_url(str(settled))
    return address if address != key else None


def _known_of(kept: Kept | None, url: URL) -> Kept | None:
    """What is kept, if it came from this very address: its tags mean nothing to another."""
    known = kept is not None and isinstance(kept.outcome, Page) and kept.outcome.url == clean_url(str(url))
    return kept if known else None
