"""Fetching pages: the one way out to the web.

A link goes through the guard, waits for its turn at the host, and is followed over a few redirects, each of
which goes through the same guard. What comes back is limited in bytes (after decompression), in time and in
kind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.core.errors import (
    AddressRefusedError,
    FetchError,
    FetchTimeoutError,
    NotALinkError,
    NotAPageError,
    PageTooLargeError,
    ServerFailedError,
    TooManyRedirectsError,
)
from bot.core.links import clean_url
from bot.ports import Clock, Page
from bot.sources.cache import FAILURE_LIFE, PAGE_LIFE, Cache, Kept
from bot.sources.content import HEAD_BYTES, Content, declared_refusal, sniff
from bot.sources.guard import Guard, GuardedResolver, SystemResolver
from bot.sources.networks import Network
from bot.sources.pace import Pace
from bot.sources.redirects import join, refresh_target
from bot.sources.responses import SILENCE_S, check_status, content_type, declared_charset, translated

DEADLINE_S = 20.0  # for the whole fetch, all redirects included; the wait for one's turn at a host apart
CONNECT_S = 5.0
MAX_REDIRECTS = 5
MAX_REFRESHES = 2  # of them by the page itself
MAX_PAGE_MB = 5
MAX_DOCUMENT_MB = 20
LARGE_AT_ONCE = 2  # bodies beyond MAX_PAGE_MB in memory at one time
FETCHES_AT_ONCE = 16
# A body in crumbs costs as much for a byte as another for a kilobyte: five megabytes took 19 s of the one
# thread that serves everybody. Ordinary servers send chunks of kilobytes; those that send lines send few.
FEWEST_CHUNKS = 2_000
SMALLEST_CHUNK = 32  # bytes, on average
LONGEST_BAN = timedelta(hours=1)  # what a server may ask for by Retry-After

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
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
    )
    async with session:
        fetcher = WebFetcher(session, guard, names, clock, deadline_s)
        try:
            yield fetcher
        finally:
            await fetcher.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a server said to one request."""

    moved_to: str | None = None  # as it stands in the Location header
    unchanged: bool = False  # 304
    body: bytes = b""
    content: Content = Content.TEXT
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(slots=True)
class _Flight:
    """A fetch in progress, and how many wait for it."""

    task: asyncio.Task[Page]
    waiting: int = 0


class WebFetcher:
    """Fetches pages (implements `bot.ports.Fetcher`). Opened by `open_fetcher`."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        guard: Guard,
        resolver: AbstractResolver,
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
        self._flights: dict[str, _Flight] = {}
        self._places = asyncio.Semaphore(FETCHES_AT_ONCE)
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """The page behind a link, redirects followed; `fresh` asks the server again.

        Errors: see `bot.ports.Fetcher`.
        """
        key = clean_url(str(self._guard.check_link(url)))
        self._guard.check_link(key)
        kept = self._cache.get(key)
        if kept is not None and not fresh and self._clock.now() < kept.fresh_until:
            return _told(kept)
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight(asyncio.create_task(self._load(key, kept)))
            flight.task.add_done_callback(lambda _: self._flights.pop(key, None))
        return await _join_flight(flight)

    async def close(self) -> None:
        """Give up what is in flight."""
        tasks = [flight.task for flight in self._flights.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _load(self, key: str, kept: Kept | None) -> Page:
        try:
            async with self._places:
                fetched = await self._follow(key, kept)
        except FetchError as error:
            self._cache.put(key, Kept(outcome=error, fresh_until=self._clock.now() + _ban(error)))
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
        refreshes = 0
        for hop in range(MAX_REDIRECTS + 1):
            answer = await self._ask_in_turn(url, _known_of(kept, url), deadline)
            if answer.unchanged and kept is not None:
                return _renewed(kept, self._clock.now())
            if answer.moved_to is None:
                target = (
                    self._refresh(url, answer) if refreshes < MAX_REFRESHES and hop < MAX_REDIRECTS else None
                )
                if target is None or target in seen:  # a page that reloads itself is a page
                    return self._keep(url, answer)
                refreshes += 1
            else:
                target = self._redirect(url, answer.moved_to)
                if target in seen:
                    break
            seen.add(target)
            url = target
        raise TooManyRedirectsError(url=key)

    def _redirect(self, url: URL, location: str) -> URL:
        try:
            return self._guard.check_link(join(url, location))
        except NotALinkError as error:  # another scheme, or no address at all
            raise AddressRefusedError(url=str(url)) from error

    def _refresh(self, url: URL, answer: _Answer) -> URL | None:
        if answer.content is not Content.HTML:
            return None
        location = refresh_target(answer.body)
        return None if location is None else self._redirect(url, location)

    async def _ask_in_turn(self, url: URL, kept: Kept | None, deadline: asyncio.Timeout) -> _Answer:
        if await self._is_own(url):
            return await self._ask(url, kept)
        ends = deadline.when() or 0.0
        deadline.reschedule(None)
        async with self._pace.turn(url.raw_host or "") as waited_s:
            deadline.reschedule(ends + waited_s)
            return await self._ask(url, kept)

    async def _is_own(self, url: URL) -> bool:
        """Whether a host lies in the operator's own networks, which set no pace. It decides nothing else."""
        if not self._guard.has_own:
            return False
        host = url.raw_host or ""
        try:
            return self._guard.is_own(ip_address(host))
        except ValueError:
            pass
        try:
            async with asyncio.timeout(CONNECT_S):
                answers = await self._resolver.resolve(host, url.port or 0)
            return any(self._guard.is_own(ip_address(answer["host"])) for answer in answers)
        except (OSError, ValueError):
            return False

    async def _ask(self, url: URL, kept: Kept | None) -> _Answer:
        """One request. Raises FetchError for every answer that is neither a page nor a way to one."""
        conditions = kept.conditions if kept is not None else {}
        with translated(str(url)):
            async with self._session.get(url, allow_redirects=False, headers=conditions) as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    return _Answer(moved_to=location)
                if response.status == 304 and conditions:
                    return _Answer(unchanged=True)
                check_status(response, str(url))
                return await self._read(response, str(url))

    async def _read(self, response: aiohttp.ClientResponse, url: str) -> _Answer:
        declared = content_type(response)
        refusal = declared_refusal(declared)
        if refusal is not None:
            raise NotAPageError(url=url, kind=str(refusal))
        body, content = await self._read_body(response, url, declared)
        return _Answer(
            body=body,
            content=content,
            content_type=declared,
            charset=declared_charset(response),
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
        )

    async def _read_body(
        self, response: aiohttp.ClientResponse, url: str, content_type: str
    ) -> tuple[bytes, Content]:
        """The body, decompressed piece by piece and given up as soon as it is too large or no text."""
        body = bytearray()
        limit_mb = chunks = 0
        async with AsyncExitStack() as large:
            async for chunk, _ in response.content.iter_chunks():
                body += chunk
                chunks += 1
                if chunks > FEWEST_CHUNKS and len(body) < chunks * SMALLEST_CHUNK:
                    raise ServerFailedError(url=url, why="crumbs")
                if not limit_mb and len(body) >= HEAD_BYTES:
                    limit_mb = _limit_mb(bytes(body), content_type, url)
                if len(body) - len(chunk) <= MAX_PAGE_MB * 2**20 < len(body) and limit_mb > MAX_PAGE_MB:
                    await large.enter_async_context(self._large)
                if limit_mb and len(body) > limit_mb * 2**20:
                    raise PageTooLargeError(url=url, limit_mb=limit_mb)
            whole = bytes(body)
        content = sniff(whole, content_type)
        if not content.readable:
            raise NotAPageError(url=url, kind=str(content))
        return whole, content

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
            outcome=page, fresh_until=now + PAGE_LIFE, etag=answer.etag, last_modified=answer.last_modified
        )


async def _join_flight(flight: _Flight) -> Page:
    """The outcome of a flight; the last one to leave gives it up."""
    flight.waiting += 1
    try:
        return await asyncio.shield(flight.task)
    finally:
        flight.waiting -= 1
        if not flight.waiting:
            flight.task.cancel()


def _known_of(kept: Kept | None, url: URL) -> Kept | None:
    """What is kept, if it came from this very address: its tags mean nothing to another."""
    known = kept is not None and isinstance(kept.outcome, Page) and kept.outcome.url == clean_url(str(url))
    return kept if known else None


def _told(kept: Kept) -> Page:
    if isinstance(kept.outcome, FetchError):
        raise type(kept.outcome)(**kept.outcome.details)  # afresh: a raised one keeps growing its traceback
    return kept.outcome


def _renewed(kept: Kept, now: datetime) -> Kept:
    return replace(kept, fresh_until=now + PAGE_LIFE)


def _ban(error: FetchError) -> timedelta:
    """For how long a failure counts: what the server asks for, within bounds."""
    asked = error.details.get("retry_after_s", 0)
    return max(FAILURE_LIFE, min(LONGEST_BAN, timedelta(seconds=asked)))


def _limit_mb(head: bytes, content_type: str, url: str) -> int:
    """How much may be read of a body that begins like this. Raises NotAPageError where none of it is text."""
    content = sniff(head, content_type)
    if content is Content.ARCHIVE and head.startswith(b"PK"):
        return MAX_DOCUMENT_MB  # what a zip file is shows only at its end
    if not content.readable:
        raise NotAPageError(url=url, kind=str(content))
    return MAX_DOCUMENT_MB if content.document else MAX_PAGE_MB
