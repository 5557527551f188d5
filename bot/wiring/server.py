"""The server beside the bot, wired: what it answers with. Loaded only where there is one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.messages import Messages
from bot.metering import Backlog
from bot.ports import Clock
from bot.server.actions import ApiActions
from bot.server.api import Api
from bot.server.feeds import FeedPages
from bot.server.health import Checks
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints, open_server
from bot.server.webhook import UpdateReceiver, Webhook
from bot.wiring.clock import SystemClock
from bot.wiring.reading import on_demand_digests
from bot.wiring.resources import Resources


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The server while it runs. Before `serve` it says that it is not ready, and takes no updates."""

    address: str
    endpoints: Endpoints

    def serve(self, receiver: UpdateReceiver, backlog: Backlog, clock: Clock, checks: Checks) -> None:
        """From now on updates are taken in, and the bot's state is told."""
        self.endpoints.meter.watch(backlog, clock.now)
        self.endpoints.readiness.watch(checks)
        if self.endpoints.webhook is not None:
            self.endpoints.webhook.open(receiver)


@asynccontextmanager
async def open_web_server(
    resources: Resources, messages: Messages, meter: PrometheusMeter, secret: str | None
) -> AsyncIterator[RunningServer]:
    """The server until the block ends; `secret`: what Telegram shows at the webhook, if there is one.

    Raises AddressTakenError. A port that is taken: the next free one, but not where a proxy in front of a
    webhook knows only the one.
    """
    settings, ports = resources.settings, resources.ports
    keys = [key.get_secret_value() for key in settings.api_keys]
    actions = ApiActions(ports, on_demand_digests(ports, SystemClock()), messages)
    endpoints = Endpoints(
        meter=meter,
        webhook=None if secret is None else Webhook(secret),
        webhook_path=urlsplit(settings.webhook_url or "").path or "/",
        api=Api(actions, messages, keys=keys) if keys else None,
        feeds=FeedPages(resources.outlets, messages, settings.public_url),
    )
    host, port = settings.listen_address
    async with open_server(host, port, endpoints, move=secret is None) as address:
        yield RunningServer(address, endpoints)
