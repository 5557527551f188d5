"""Events for the page, as they happen: one stream of server-sent events a tab."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final

from aiohttp import web

_HEARTBEAT_S: Final = 15.0  # a comment now and then shows a broken connection to both ends
_MAX_BEHIND: Final = 1000  # a tab that lags more is cut off; it connects again and begins with what is


class Live:
    """Hands each event to every open page."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[dict[str, Any] | None]] = set()

    def publish(self, event: dict[str, Any]) -> None:
        """Tells every open page; never waits."""
        for page in list(self._pages):
            try:
                page.put_nowait(event)
            except asyncio.QueueFull:
                self._pages.discard(page)
                page.get_nowait()
                page.put_nowait(None)

    def close(self) -> None:
        """Ends all streams, for shutting down."""
        for page in self._pages:
            page.put_nowait(None)
        self._pages.clear()

    async def stream(self, request: web.Request, first: dict[str, Any]) -> web.StreamResponse:
        """Sends `first`, then whatever is published, until the page goes away or `close`."""
        page: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(_MAX_BEHIND)
        self._pages.add(page)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        try:
            await response.prepare(request)
            await response.write(_framed(first))
            await _pump(page, response)
        except ConnectionResetError:
            pass  # the tab was closed
        finally:
            self._pages.discard(page)
        return response


async def _pump(page: asyncio.Queue[dict[str, Any] | None], response: web.StreamResponse) -> None:
    while True:
        try:
            event = await asyncio.wait_for(page.get(), _HEARTBEAT_S)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if event is None:
            return
        await response.write(_framed(event))


def _framed(event: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(event).encode() + b"\n\n"
