"""The server: its routes, and the socket that it listens on."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.core.errors import AddressTakenError
from bot.server import health, openapi, try_page
from bot.server.api import Api
from bot.server.connections import BACKLOG, Connections
from bot.server.feeds import FeedPages
from bot.server.health import Readiness
from bot.server.metrics import PrometheusMeter, timing
from bot.server.problems import problems
from bot.server.redirects import without_slash
from bot.server.webhook import Webhook

PORTS_TO_TRY = 50
SHUTDOWN_S = 3.0  # for requests that are being answered
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """What answers the requests; parts that are None are not served."""

    meter: PrometheusMeter
    readiness: Readiness = field(default_factory=Readiness)
    webhook: Webhook | None = None
    webhook_path: str = "/"
    api: Api | None = None
    feeds: FeedPages | None = None


@asynccontextmanager
async def open_server(host: str, port: int, endpoints: Endpoints, *, move: bool = True) -> AsyncIterator[str]:
    """The server until the block ends; gives its address, as http://127.0.0.1:8090.

    `move`: where the port is taken, take the next free one. Raises AddressTakenError.
    """
    listening = bind(host, port, PORTS_TO_TRY if move else 1)
    connections = Connections()
    runner = web.AppRunner(
        application(endpoints, connections),
        access_log=None,
        shutdown_timeout=SHUTDOWN_S,
        handler_cancellation=True,  # who has gone away needs no answer, and its place is another's
    )
    try:
        await runner.setup()
        accepting = connections.accepting(runner)
        server = await asyncio.get_running_loop().create_server(accepting, sock=listening, backlog=BACKLOG)
        try:
            shown = f"[{host}]" if ":" in host else host
            yield f"http://{shown}:{listening.getsockname()[1]}"
        finally:
            server.close()
    finally:
        await runner.cleanup()
        listening.close()


def application(endpoints: Endpoints, connections: Connections | None = None) -> web.Application:
    """The application with all routes."""
    noting = [] if connections is None else [connections.middleware]
    app = web.Application(middlewares=[*noting, timing(endpoints.meter), problems, without_slash])
    app.on_response_prepare.append(_add_headers)
    app.add_routes(
        [
            web.get("/healthz", health.live, name="healthz"),
            web.get("/readyz", endpoints.readiness.handle, name="readyz"),
            web.get("/metrics", endpoints.meter.handle, name="metrics"),
        ]
    )
    if endpoints.webhook is not None:
        app.add_routes([web.post(endpoints.webhook_path, endpoints.webhook.receive, name="webhook")])
    if endpoints.feeds is not None:
        app.add_routes(endpoints.feeds.routes())
    if endpoints.api is not None:
        app.add_routes(
            [
                *endpoints.api.routes(),
                web.get("/v1/openapi.json", openapi.describe, name="openapi"),
                *try_page.routes(),
            ]
        )
    return app


def bind(host: str, port: int, tries: int) -> socket.socket:
    """A listening socket on the first port that is free. Raises AddressTakenError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    reason = ""
    for candidate in range(port, min(port + tries, 65536)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, candidate))
            listening.listen(1024)
        except OSError as error:
            listening.close()
            reason = error.strerror or ""
        else:
            return listening
    raise AddressTakenError(address=f"{host}:{port}", reason=reason)


async def _add_headers(request: web.BaseRequest, response: web.StreamResponse) -> None:
    del request
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
