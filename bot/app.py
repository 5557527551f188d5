"""The one place that puts the parts together: settings in, a running bot out. It opens everything and closes
everything; how each part is made is in `bot.wiring`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.chat.adapter import RunningBot, open_chat
from bot.chat.context import ChatContext
from bot.chat.localization import Localization
from bot.messages import Messages
from bot.metering import Unmetered
from bot.settings import Settings
from bot.wiring.background import background_work, run_in_background
from bot.wiring.chat import chat_context, feed_endpoint, operation, telegram_connection
from bot.wiring.monitoring import readiness_checks
from bot.wiring.resources import Resources, open_resources

if TYPE_CHECKING:
    from bot.server.metrics import PrometheusMeter


@dataclass(frozen=True, slots=True)
class App:
    """What runs."""

    chat: RunningBot
    address: str | None  # of the server, if there is one
    background: frozenset[asyncio.Task[None]]  # what it does unasked, for ever

    async def run(self) -> None:
        """Wait for as long as all of it goes on; raises what ended a part of it."""
        running = {self.chat.receiving, *self.background}
        ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()


@asynccontextmanager
async def open_app(settings: Settings, messages: Messages) -> AsyncIterator[App]:
    """The bot at work until the block ends: what came in is answered or left on disk for the next start.

    `settings.token` must be set. Raises TokenRefusedError, DatabaseError and AddressTakenError.
    """
    connection = telegram_connection(settings)
    async with AsyncExitStack() as stack:
        meter = _meter() if settings.serves else None
        resources = await stack.enter_async_context(open_resources(settings, meter))
        server = None
        if meter is not None:
            from bot.wiring.server import open_web_server  # noqa: PLC0415 (as below)

            secret = None if connection.webhook is None else connection.webhook.secret
            server = await stack.enter_async_context(open_web_server(resources, messages, meter, secret))
        address = None if server is None else server.address
        context = _context(resources, messages, address)
        stores = resources.stores
        chat = await stack.enter_async_context(
            open_chat(connection, context, inbox=stores.inbox, cluster=stores.cluster, meter=meter)
        )
        work = background_work(resources, context.services, chat, meter or Unmetered())
        tasks = await stack.enter_async_context(run_in_background(work, stores.cluster))
        if server is not None:
            checks = partial(readiness_checks, resources, chat)
            server.serve(chat.receiver, chat.backlog, resources.clock, checks)
        yield App(chat, address, tasks)


def _context(resources: Resources, messages: Messages, address: str | None) -> ChatContext:
    settings, stores, hooks = resources.settings, resources.stores, resources.hooks
    return chat_context(
        stores=stores,
        ports=resources.ports,
        operation=operation(settings, stores, feed_endpoint(settings, resources.outlets, address)),
        localization=Localization(messages=messages, default_locale=settings.locale),
        clock=resources.clock,
        on_summary=None if hooks is None else hooks.note_summary,
    )


def _meter() -> PrometheusMeter:
    from bot.server.metrics import PrometheusMeter  # noqa: PLC0415 (the trial's bot has no server, and starts without)

    return PrometheusMeter()
