"""Connections of those who ask for nothing: there is never less room for a request because of them."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from aiohttp.web_protocol import RequestHandler

# Telegram brings updates over 100 at most, and a proxy keeps a few dozen open.
MOST_CONNECTIONS = 400
BACKLOG = 100  # how many are taken in at one go


class Connections:
    """Makes room for whoever comes once there are `most` connections: that one goes which never asked for
    anything, or asked longest ago. One whose request is being answered stays.

    Without it anybody who reaches the port could open connections until the process may open no more files,
    and then it can't read a page or its database either. `now` gives seconds that only go forward.
    """

    def __init__(self, most: int | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most or min(MOST_CONNECTIONS, _files_allowed() // 2)
        self._now = now
        self._answering: dict[RequestHandler, int] = {}
        self._asked: dict[RequestHandler, float] = {}  # when the last answer ended

    def accepting(self, runner: web.AppRunner) -> Callable[[], asyncio.BaseProtocol]:
        """What makes the protocol of each new connection. Raises RuntimeError before the runner is set up."""
        server = runner.server
        if server is None:
            raise RuntimeError("the runner is not set up")

        def accept() -> asyncio.BaseProtocol:
            self._make_room(server)
            return server()

        return accept

    @property
    def middleware(self) -> Middleware:
        """Notes who asks; to be the outermost."""

        @web.middleware
        async def noting(request: web.Request, handler: Handler) -> web.StreamResponse:
            protocol = request.protocol
            self._answering[protocol] = self._answering.get(protocol, 0) + 1
            try:
                return await handler(request)
            finally:
                self._answering[protocol] -= 1
                if not self._answering[protocol]:
                    del self._answering[protocol]
                self._asked[protocol] = self._now()

        return noting

    def _make_room(self, server: web.Server) -> None:
        present = [one for one in server.connections if one.connected]
        if len(self._asked) > len(present) + self._most:  # of those that have gone
            self._asked = {one: self._asked[one] for one in present if one in self._asked}
        idle = [one for one in present if one not in self._answering]
        # Those that never asked come first, in the order in which they came.
        idle.sort(key=lambda one: self._asked.get(one, -math.inf))
        for one in idle[: max(0, len(present) + 1 - self._most)]:
            one.force_close()


def _files_allowed() -> int:
    """How many files the process may have open."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return 2 * MOST_CONNECTIONS
