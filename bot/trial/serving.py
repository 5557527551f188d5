"""The stand-in's web server: Telegram's side for the bot and the page for the person, wired together."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.messages import Messages
from bot.trial.api import MAX_BODY_BYTES, BotApi
from bot.trial.clock import MovableClock
from bot.trial.guard import add_headers, guard
from bot.trial.live import Live
from bot.trial.page import ChatPage
from bot.trial.supervisor import Supervisor
from bot.trial.world import World


@asynccontextmanager
async def serve(
    listening: socket.socket, token: str, supervisor: Supervisor, clock: MovableClock
) -> AsyncIterator[World]:
    """A world with its page and its Bot API on a bound socket, until the block ends.

    `token` is the bot's, `supervisor` keeps its process running, `clock` tells the time; the socket is
    closed at the end.
    """
    world, live = World(clock), Live()
    page = ChatPage(world, clock, supervisor, live, Messages.load())
    world.on_event, supervisor.on_change = page.show, page.show_bot
    api = BotApi(world, token, supervisor.seen)
    app = web.Application(middlewares=[guard(listening.getsockname()[1])], client_max_size=MAX_BODY_BYTES)
    app.on_response_prepare.append(add_headers)
    app.add_routes([*api.routes(), *page.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    try:
        yield world
    finally:
        api.release()
        live.close()
        await runner.cleanup()
