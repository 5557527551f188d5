"""The probes for liveness and readiness."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

# For each thing that the bot can't work without: whether it is well.
Checks = Callable[[], Awaitable[Mapping[str, bool]]]


async def live(request: web.Request) -> web.Response:
    """/healthz: the event loop turns. A restart helps where this is not answered."""
    del request
    return web.json_response({"status": "ok"}, headers=_FRESH)


class Readiness:
    """/readyz: 200 when all is well, else 503 and which part isn't. Says nothing else about the bot."""

    def __init__(self) -> None:
        self._checks: Checks | None = None

    def watch(self, checks: Checks) -> None:
        """Let these checks decide from now on. Without checks it is not ready."""
        self._checks = checks

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one probe."""
        del request
        found = dict(await self._checks()) if self._checks else {"started": False}
        ready = all(found.values())
        body = {"status": "ready" if ready else "not ready", "checks": found}
        return web.json_response(body, status=200 if ready else 503, headers=_FRESH)


_FRESH = {"Cache-Control": "no-store"}
