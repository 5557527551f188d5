"""The two long-running commands: the bot, and the trial chat with the bot behind it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping

import structlog

from bot.app import open_app
from bot.console import Console
from bot.core.errors import BotError
from bot.logs import configure
from bot.messages import Messages
from bot.settings import Settings, data_folder, revealed
from bot.trial.run import run_trial

log = structlog.get_logger(__name__)


def run_bot(settings: Settings, messages: Messages) -> int:
    """Run the bot until SIGTERM or Ctrl+C; the exit code."""
    _configure_log(settings)
    return asyncio.run(_run(settings, messages, Console(messages)))


def run_trial_chat(settings: Settings, messages: Messages) -> int:
    """Run the trial chat until SIGTERM or Ctrl+C; the exit code. A token that is set is not used."""
    _configure_log(settings)
    console = Console(messages)
    host, port = settings.listen_address

    def ready(address: str) -> None:
        if not address.endswith(f":{port}"):
            console.write(
                console.say("cli-trial-port-taken", wanted=str(port), port=address.rpartition(":")[2])
            )
        console.write(console.say("cli-trial-ready", address=address))

    command = [sys.executable, "-m", "bot", "run"]
    try:
        asyncio.run(run_trial(host, port, command, _trial_environment(os.environ), ready=ready))
    except BotError as error:
        console.warn(messages.explain(console.locale, error))
        return 1
    return 0


async def _run(settings: Settings, messages: Messages, console: Console) -> int:
    # A signal cancels this task wherever it is, also while it waits for Telegram at the start.
    loop, running = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Where a loop can't handle signals (Windows), Ctrl+C raises KeyboardInterrupt out of asyncio.run.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, running.cancel if running else loop.stop)
    try:
        async with open_app(settings, messages) as chat:
            log.info("ready", bot=chat.username)
            console.write(console.say("cli-bot-ready", name=chat.username))
            await chat.polling
    except asyncio.CancelledError:
        log.info("stopped")
        return 0
    except BotError as error:
        console.warn(messages.explain(console.locale, error))
    return 1


def _trial_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the bot behind the trial chat: its own database, unless one is named."""
    return {"NUTSHELL_DATABASE": f"sqlite:///{data_folder() / 'trial.sqlite3'}"} | dict(environment)


def _configure_log(settings: Settings) -> None:
    secrets = (settings.token, settings.api_proxy, settings.proxy)
    configure(settings.log_level, settings.log_format, [revealed(secret) or "" for secret in secrets])
