"""The bot at work on Telegram: what comes in is put into the inbox, dispatched and answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from telegram import Bot, Update

from bot.chat.application import App, build_application, handle, initialised
from bot.chat.broadcasting import Broadcaster
from bot.chat.context import ChatContext
from bot.chat.failures import tell, tell_to_wait
from bot.chat.messenger import DigestMessenger
from bot.chat.owners import tell_owners
from bot.chat.queueing.dispatch import Dispatcher, UpdateHandler
from bot.chat.queueing.polling import Poller
from bot.chat.queueing.throttle import Throttle
from bot.chat.queueing.update_receiver import UpdateReceiver
from bot.chat.router import UPDATE_KINDS
from bot.chat.telegram.connection import TelegramConnection
from bot.chat.telegram.gaps import completed_update
from bot.chat.telegram.menus import publish_commands
from bot.chat.telegram.metered_request import requests
from bot.chat.telegram.webhook import WebhookAddress, WebhookKeeper
from bot.metering import Backlog, Meter, Unmetered
from bot.ports import Clock, Inbox
from bot.ports.cluster import Cluster
from bot.ports.digests import Messenger
from bot.ports.operators import Trouble


class UpdateSource(Protocol):
    """What gets updates from Telegram: it fetches them, or has them brought."""

    @property
    def connected(self) -> bool:
        """Whether Telegram answered the last time; False where another process asks it."""
        ...

    @property
    def storing(self) -> bool:
        """Whether what it fetched last could be stored; True where it fetches nothing itself."""
        ...

    @property
    def trouble(self) -> Trouble | None:
        """Something that only an owner can mend."""
        ...

    async def run(self) -> None:
        """Go on for ever, through every outage."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningBot:
    """The bot while it runs."""

    username: str
    receiving: asyncio.Task[None]  # the source and what goes on beside it; if it ends, it has failed
    source: UpdateSource
    receiver: UpdateReceiver  # takes the updates that Telegram brings
    backlog: Backlog
    messenger: Messenger
    tell_owners: Callable[[Trouble], Awaitable[None]]


@asynccontextmanager
async def open_chat(
    connection: TelegramConnection,
    context: ChatContext,
    *,
    inbox: Inbox,
    cluster: Cluster,
    meter: Meter | None = None,
) -> AsyncIterator[RunningBot]:
    """The bot at work on Telegram until the block ends; what it was doing then is done, or left in the inbox.

    Where the Bot API server cannot be reached, at the start or later, it waits and tries again. Updates that
    Telegram brings are to be handed to `receiver`; where they are asked for, the `cluster`'s leader asks.
    Raises TokenRefusedError.
    """
    meter = meter or Unmetered()
    ways = requests(meter, connection.api_proxy)
    application = build_application(connection, context, ways)
    bot: Bot = application.bot
    dispatcher = _dispatcher(application, context, inbox, cluster, meter)
    async with initialised(application, ways):
        await dispatcher.start()
        source = _update_source(bot, dispatcher, inbox, context.clock, connection.webhook, meter)
        broadcaster = Broadcaster(context, bot)
        receiving = asyncio.create_task(_work(source, dispatcher, broadcaster, cluster), name="receiving")
        beside = {
            asyncio.create_task(publish_commands(bot, context.localization.messages), name="commands"),
        }
        try:
            yield RunningBot(
                username=bot.username,
                receiving=receiving,
                source=source,
                receiver=UpdateReceiver(bot=bot, inbox=inbox, clock=context.clock, dispatcher=dispatcher),
                backlog=dispatcher,
                messenger=DigestMessenger(context, bot),
                tell_owners=partial(tell_owners, context, bot),
            )
        finally:
            for task in (receiving, *beside):
                task.cancel()
            await asyncio.wait({receiving, *beside})
            await dispatcher.stop()


async def _work(
    source: UpdateSource, dispatcher: Dispatcher, broadcaster: Broadcaster, cluster: Cluster
) -> None:
    """Have updates come in, from Telegram and from other processes, and broadcasts go out, for ever.

    If one ends the others do: whoever looks at the task learns of it.
    """
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(cluster.run_as_leader(source.run))
        tasks.create_task(cluster.run_as_leader(broadcaster.run))
        tasks.create_task(dispatcher.follow())


def _update_source(
    bot: Bot, dispatcher: Dispatcher, inbox: Inbox, clock: Clock, webhook: WebhookAddress | None, meter: Meter
) -> UpdateSource:
    """The source that the settings ask for."""
    if webhook is not None:
        return WebhookKeeper(bot=bot, address=webhook, allowed_updates=UPDATE_KINDS, meter=meter)
    return Poller(
        bot=bot,
        inbox=inbox,
        clock=clock,
        feed=dispatcher.feed,
        room=dispatcher.room,
        allowed_updates=UPDATE_KINDS,
    )


def _parse(bot: Bot, raw: dict[str, Any]) -> Update:
    return Update.de_json(completed_update(raw), bot)


def _dispatcher(
    application: App, context: ChatContext, inbox: Inbox, cluster: Cluster, meter: Meter
) -> Dispatcher:
    return Dispatcher(
        inbox=inbox,
        handler=UpdateHandler(
            parse=partial(_parse, application.bot),
            handle=partial(handle, application),
            on_give_up=partial(tell, context, application.bot),
        ),
        active=context.active,
        clock=context.clock,
        throttle=Throttle(
            context.operation.policy.rate,
            clock=context.clock,
            on_wait=partial(tell_to_wait, context, application.bot),
            cluster=cluster,
        ),
        meter=meter,
    )
