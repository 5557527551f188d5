"""Bodies of requests: read up to a limit and within a time, and parsed as JSON, whatever they hold."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from aiohttp import web

from bot.server.problems import Problem, not_json

BODY_S = 20.0  # to send it all
CHUNK_BYTES = 2**16
SMALL_BYTES = 2**17
LARGE_AT_ONCE = 4  # of 20 MB each, and what is made of them


class LargeBodies:
    """Lets `at_once` requests with large bodies in; more wait, with theirs still on the way.

    A small one, as most are, waits for nobody: whoever sends a large one slowly is in no other's way.
    """

    def __init__(self, at_once: int = LARGE_AT_ONCE) -> None:
        self._places = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def place_for(self, request: web.BaseRequest) -> AsyncIterator[None]:
        """A place for as long as the block lasts: from before the body is read until it is let go."""
        async with self._places if _may_be_large(request) else nullcontext():
            yield


def _may_be_large(request: web.BaseRequest) -> bool:
    """Whether a body is large, or its length is not told or is that of something compressed."""
    length = request.content_length
    return length is None or length > SMALL_BYTES or "Content-Encoding" in request.headers


async def read_json(request: web.Request, *, limit_bytes: int, within_s: float = BODY_S) -> Any:
    """The JSON in a body. Raises Problem: 400 no JSON, and see `read_body`."""
    body = await read_body(request, limit_bytes=limit_bytes, within_s=within_s)
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise not_json() from error


async def read_body(request: web.Request, *, limit_bytes: int, within_s: float = BODY_S) -> bytes:
    """A body. Raises Problem: 413 above the limit (decompressed), 408 too slow, 400 broken."""
    try:
        # Most bodies came with their headers: then there is nothing to wait for, and no clock to start.
        async with nullcontext() if request.content.is_eof() else asyncio.timeout(within_s):
            return await _read(request, limit_bytes)
    except TimeoutError as error:
        raise Problem(408, "body_too_slow", "The body did not arrive in time.") from error


async def _read(request: web.Request, limit_bytes: int) -> bytes:
    if (request.content_length or 0) > limit_bytes:
        raise _too_large(limit_bytes)
    body = bytearray()
    try:
        async for chunk in request.content.iter_chunked(CHUNK_BYTES):
            body += chunk
            if len(body) > limit_bytes:
                raise _too_large(limit_bytes)
    except web.RequestPayloadError as error:
        raise Problem(400, "broken_body", "The body can't be decoded as its headers say.") from error
    return bytes(body)


def _too_large(limit_bytes: int) -> Problem:
    return Problem(413, "body_too_large", f"The body has more than {limit_bytes} bytes.")
