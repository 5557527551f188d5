"""The bot as a command: until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal

import structlog

from bot.app import open_app
from bot.commands.console import Console
from bot.core.errors import BotError
from bot.loading import settle
from bot.logs import configure
from bot.messages import Messages
from bot.settings import Settings

log = structlog.get_logger(__name__)


def run_bot(settings: Settings, messages: Messages) -> int:
    """Run the bot until SIGTERM or Ctrl+C; the exit code."""
    configure(settings.log_level, settings.log_format, settings.secrets)
    return asyncio.run(_run(settings, messages, Console(messages)))


async def _run(settings: Settings, messages: Messages, console: Console) -> int:
    # A signal cancels this task wherever it is, also while it waits for Telegram at the start.
    loop, running = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Where a loop can't handle signals (Windows), Ctrl+C raises KeyboardInterrupt out of asyncio.run.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, running.cancel if running else loop.stop)
    try:
        async with open_app(settings, messages) as app:
            settle()
            tell_ready(console, app.chat.username, app.address)
            await app.run()
    except asyncio.CancelledError:
        log.info("stopped")
        return 0
    except BotError as error:
        console.warn(messages.explain(console.locale, error))
    return 1


def tell_ready(console: Console, name: str, address: str | None) -> None:
    """Say that the bot runs, and where its server is, if there is one: to the log and to who looks on."""
    log.info("ready", bot=name, **({} if address is None else {"address": address}))
    console.write(console.say("cli-bot-ready", name=name))
    if address is not None:
        console.write(console.say("cli-server-ready", address=address))
