"""The bot at work on Telegram: what comes in is put into the inbox, dispatched and answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from telegram import Bot, Update

from bot.chat.application import App, build_application, handle, initialised
from bot.chat.dispatch import Dispatcher
from bot.chat.entrances import UPDATE_KINDS
from bot.chat.failures import tell
from bot.chat.front_desk import FrontDesk
from bot.chat.menus import publish_commands
from bot.chat.messenger import DigestMessenger
from bot.chat.polling import Poller
from bot.digest_ports import Messenger
from bot.ports import Clock, Inbox


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningBot:
    """The bot while it runs."""

    username: str
    polling: asyncio.Task[None]  # runs for ever; if it ends, it has failed
    desk: FrontDesk
    messenger: Messenger


@asynccontextmanager
async def open_chat(
    *,
    token: str,
    api_url: str,
    api_proxy: str | None = None,
    desk: FrontDesk,
    inbox: Inbox,
    clock: Clock,
) -> AsyncIterator[RunningBot]:
    """The bot at work on Telegram until the block ends; what it was doing then is done, or left in the inbox.

    `api_url` is a Bot API server. Where that cannot be reached, at the start or later, it waits and tries
    again. Raises TokenRefusedError.
    """
    application = build_application(token=token, desk=desk, api_url=api_url, api_proxy=api_proxy)
    bot: Bot = application.bot
    dispatcher = _dispatcher(application, desk, inbox, clock)
    async with initialised(application):
        await dispatcher.start()
        poller = Poller(
            bot=bot,
            inbox=inbox,
            clock=clock,
            feed=dispatcher.feed,
            room=dispatcher.room,
            allowed_updates=UPDATE_KINDS,
        )
        polling = asyncio.create_task(poller.run(), name="polling")
        publishing = asyncio.create_task(publish_commands(bot, desk.messages), name="commands")
        try:
            messenger = DigestMessenger(desk, bot)
            yield RunningBot(username=bot.username, polling=polling, desk=desk, messenger=messenger)
        finally:
            polling.cancel()
            publishing.cancel()
            await asyncio.wait({polling, publishing})
            await dispatcher.stop()


def _dispatcher(application: App, desk: FrontDesk, inbox: Inbox, clock: Clock) -> Dispatcher:
    return Dispatcher(
        inbox=inbox,
        clock=clock,
        parse=partial(Update.de_json, bot=application.bot),
        handle=partial(handle, application),
        on_give_up=partial(tell, desk, application.bot),
        active=desk.active,
    )
