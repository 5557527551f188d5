"""Reading the body of an answer: decompressed piece by piece, within limits on its size, kind and pieces."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

import aiohttp

from bot.core.errors import NotAPageError, PageTooLargeError, ServerFailedError
from bot.sources.content import HEAD_BYTES, Content, declared_refusal, sniff

MAX_PAGE_MB = 5
MAX_DOCUMENT_MB = 20
# A body in crumbs costs as much for a byte as another for a kilobyte: five megabytes took 19 s of the one
# thread that serves everybody. Ordinary servers send chunks of kilobytes; those that send lines send few.
FEWEST_CHUNKS = 2_000
SMALLEST_CHUNK = 32  # bytes, on average


@dataclass(frozen=True, slots=True)
class Tier:
    """How many bodies beyond a size may be in memory at one time. Those that come later wait."""

    over_bytes: int
    at_once: int


# Every fetch may hold a quarter of a megabyte; together all of them hold at most 120 MB, on their worst day.
TIERS = (Tier(2**18, 32), Tier(2**20, 8), Tier(MAX_PAGE_MB * 2**20, 2))
# Who has a place goes on as fast as it must have come to get this far in the time that a page has. One that
# stops there would keep everybody else's large pages waiting: eight links in one message did so for 20 s.
PATIENCE_S = 3.0
PAGE_S = 20.0


@dataclass(frozen=True, slots=True)
class Body:
    """A whole body and what it is."""

    data: bytes
    content: Content


class BodyReader:
    """Reads bodies for all fetches, so that together they stay within what the tiers allow."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._tiers = tuple((tier.over_bytes, asyncio.Semaphore(tier.at_once)) for tier in TIERS)
        self._patience_s = patience_s

    async def read(self, response: aiohttp.ClientResponse, url: str, content_type: str) -> Body:
        """The body, given up as soon as it is too large or no text. `content_type`: as declared.

        Raises NotAPageError, PageTooLargeError, ServerFailedError; TimeoutError where it holds a place and
        comes too slowly.
        """
        refusal = declared_refusal(content_type)
        if refusal is not None:
            raise NotAPageError(url=url, kind=str(refusal))
        data = bytearray()
        limit_mb = chunks = 0
        async with asyncio.timeout(None) as pace, AsyncExitStack() as places:
            clock, began, over = asyncio.get_running_loop().time, 0.0, 0  # of the last place
            async for chunk, _ in response.content.iter_chunks():
                before = len(data)
                data += chunk
                chunks += 1
                if chunks > FEWEST_CHUNKS and len(data) < chunks * SMALLEST_CHUNK:
                    raise ServerFailedError(url=url, why="crumbs")
                if not limit_mb and len(data) >= HEAD_BYTES:
                    limit_mb = _limit_mb(bytes(data[: 2 * HEAD_BYTES]), content_type, url)
                if limit_mb and len(data) > limit_mb * 2**20:
                    raise PageTooLargeError(url=url, limit_mb=limit_mb)
                for over_bytes, semaphore in self._tiers:
                    if before <= over_bytes < len(data):
                        pace.reschedule(None)  # the wait is no slowness of the page
                        await places.enter_async_context(semaphore)
                        began, over = clock() + self._patience_s, over_bytes
                if over:
                    pace.reschedule(began + (len(data) - over) * PAGE_S / over)
            whole = bytes(data)
        content = sniff(whole, content_type)
        if not content.readable:
            raise NotAPageError(url=url, kind=str(content))
        return Body(whole, content)


def _limit_mb(head: bytes, content_type: str, url: str) -> int:
    """How much may be read of a body that begins like this. Raises NotAPageError where none of it is text."""
    content = sniff(head, content_type)
    if content is Content.ARCHIVE and head.startswith(b"PK"):
        return MAX_DOCUMENT_MB  # what a zip file is shows only at its end
    if not content.readable:
        raise NotAPageError(url=url, kind=str(content))
    return MAX_DOCUMENT_MB if content.document else MAX_PAGE_MB
