"""One request to a web server: guarded, in the host's turn, with an answer within limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.core.errors import HostUnreachableError
from bot.sources.content import Content
from bot.sources.fetching.bodies import BodyReader
from bot.sources.fetching.resolving import GuardedResolver, SystemResolver
from bot.sources.fetching.responses import (
    SILENCE_S,
    check_status,
    content_type,
    declared_charset,
    max_age,
    translated,
    validator,
)
from bot.sources.fetching.throttle import INTERVAL_S, HostThrottle
from bot.sources.guard import Guard

CONNECT_S = 5.0
# One person's links, each to a server that keeps silent for the whole 20 s, are 53 at a time.
REQUESTS_AT_ONCE = 128
# Ordinary sites send content security policies of 10 KB in a header; with 128 of them this is 4 MB at most.
MAX_HEADER_BYTES = 32_768
MAX_HEADERS = 128

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
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


@asynccontextmanager
async def open_client(
    guard: Guard,
    *,
    user_agent: str,
    proxy: str | None = None,
    resolver: AbstractResolver | None = None,
    host_interval_s: float = INTERVAL_S,
) -> AsyncIterator[WebClient]:
    """A client for as long as the context lasts. The arguments: see `bot.sources.fetch.open_fetcher`."""
    names = resolver or SystemResolver()
    session = aiohttp.ClientSession(
        connector=_connector(guard, names if proxy is None else None),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_HEADERS | {"User-Agent": user_agent},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S, sock_read=SILENCE_S),
        trust_env=False,  # neither .netrc nor proxies from the environment
        proxy=proxy,
        max_field_size=MAX_HEADER_BYTES,
        max_headers=MAX_HEADERS,
    )
    async with session:
        yield WebClient(session, guard, names if proxy is None else None, HostThrottle(host_interval_s))


def _connector(guard: Guard, names: AbstractResolver | None) -> aiohttp.TCPConnector:
    """Connections to what the guard permits; `names`: None for those to a proxy, which resolves by itself."""
    if names is None:
        return aiohttp.TCPConnector(force_close=True, limit=0)
    return aiohttp.TCPConnector(
        resolver=GuardedResolver(guard, names),
        socket_factory=guard.open_socket,
        use_dns_cache=False,
        happy_eyeballs_delay=None,  # with it, an error of the guard counts as one more dead address
        force_close=True,  # what a server sent too much can never be taken for the next answer
        limit=0,  # we count ourselves
    )


class WebClient:
    """Asks web servers. Follows no redirects; where they lead is for who asked to judge."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        guard: Guard,
        resolver: AbstractResolver | None,
        throttle: HostThrottle,
    ) -> None:
        self._session = session
        self._guard = guard
        self._resolver = resolver
        self._throttle = throttle
        self._slots = asyncio.Semaphore(REQUESTS_AT_ONCE)
        self._bodies = BodyReader()

    async def get(self, url: URL, *, conditions: Mapping[str, str], deadline: asyncio.Timeout) -> Answer:
        """The answer to one request for a checked address; `conditions`: headers that allow a 304.

        The deadline stands still while the host's turn is waited for. Raises FetchError for every answer that
        is neither a page nor a way to one.
        """
        throttled = not await self._is_own(url)
        async with AsyncExitStack() as turn:
            with paused(deadline):
                if throttled:
                    await turn.enter_async_context(self._throttle.turn((url.raw_host or "").rstrip(".")))
                # Only now, for those who wait for one slow host must not keep others from theirs.
                await turn.enter_async_context(self._slots)
            return await self._ask(url, conditions)

    async def post(self, url: URL, body: bytes, headers: Mapping[str, str]) -> int:
        """The status of the answer to what is sent; its body is not read."""
        async with self._slots:
            with translated(str(url)):
                async with self._session.post(
                    url, data=body, headers=headers, allow_redirects=False
                ) as response:
                    return response.status

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

    async def _ask(self, url: URL, conditions: Mapping[str, str]) -> Answer:
        with translated(str(url)):
            async with self._session.get(url, allow_redirects=False, headers=conditions) as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    return Answer(moved_to=location, for_good=response.status in _FOR_GOOD)
                if response.status == 304 and conditions:
                    return Answer(unchanged=True, fresh_for=max_age(response))
                check_status(response, str(url))
                return await self._read(response, str(url))

    async def _read(self, response: aiohttp.ClientResponse, url: str) -> Answer:
        declared = content_type(response)
        body = await self._bodies.read(response, url, declared)
        return Answer(
            body=body.data,
            content=body.content,
            content_type=declared,
            charset=declared_charset(response),
            fresh_for=max_age(response),
            etag=validator(response, "ETag"),
            last_modified=validator(response, "Last-Modified"),
        )


@contextmanager
def paused(deadline: asyncio.Timeout) -> Iterator[None]:
    """Let a deadline stand still while the block lasts."""
    loop = asyncio.get_running_loop()
    ends, began = deadline.when(), loop.time()
    deadline.reschedule(None)
    yield
    if ends is not None:
        deadline.reschedule(ends + loop.time() - began)
