"""The server beside the bot, wired: what it answers with. Loaded only where there is one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.desk import Desk, SystemClock
from bot.messages import Messages
from bot.metering import Backlog
from bot.ports import Clock
from bot.server.api import Api, Means
from bot.server.feeds import FeedPages
from bot.server.health import Checks
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Front, open_server
from bot.server.webhook import Reception, Webhook
from bot.services.outlets import Outlets
from bot.settings import Settings

__all__ = ["OpenFront", "PrometheusMeter", "open_front"]


@dataclass(frozen=True, slots=True)
class OpenFront:
    """The server while it runs. Before `serve` it says that it is not ready, and takes no updates."""

    address: str
    front: Front

    def serve(self, reception: Reception, backlog: Backlog, clock: Clock, checks: Checks) -> None:
        """From now on updates are taken in, and the bot's state is told."""
        self.front.meter.watch(backlog, clock.now)
        self.front.readiness.watch(checks)
        if self.front.webhook is not None:
            self.front.webhook.open(reception)


@asynccontextmanager
async def open_front(
    settings: Settings,
    messages: Messages,
    desk: Desk,
    meter: PrometheusMeter,
    secret: str | None,
    outlets: Outlets,
) -> AsyncIterator[OpenFront]:
    """The server until the block ends; `secret`: what Telegram shows at the webhook, if there is one.

    Raises AddressTakenError. A port that is taken: the next free one, but not where a proxy in front of a
    webhook knows only the one.
    """
    keys = [key.get_secret_value() for key in settings.api_keys]
    means = Means(
        fetcher=desk.fetcher,
        extractor=desk.extractor,
        workers=desk.workers,
        messages=messages,
        materials=lambda: desk.materials(SystemClock().now()),
    )
    front = Front(
        meter=meter,
        webhook=None if secret is None else Webhook(secret),
        webhook_path=urlsplit(settings.webhook_url or "").path or "/",
        api=Api(means, keys) if keys else None,
        feeds=FeedPages(outlets, messages, settings.public_url),
    )
    host, port = settings.listen_address
    async with open_server(host, port, front, move=secret is None) as address:
        yield OpenFront(address, front)
