"""The bot on Telegram: python-telegram-bot's application, and how updates are handed to it."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, TypeAlias

import structlog
from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.chat.delivery import call
from bot.chat.entrances import register
from bot.chat.handlers.basics import COMMANDS
from bot.chat.joining import Batch
from bot.chat.turns import FrontDesk
from bot.messages import Messages

log = structlog.get_logger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
UPDATE_KINDS = ("message", "callback_query")  # what is asked of Telegram; all else it keeps to itself
IN_GROUPS = ("summarize", "ask", "check", "keywords", "search", "help", "privacy")

# What a handler raised for the update that is being handled, so that the dispatcher learns of it.
_raised: ContextVar[list[Exception]] = ContextVar("_raised")


def build_application(
    *,
    token: str,
    desk: FrontDesk,
    api_url: str,
    api_proxy: str | None = None,
    request: BaseRequest | None = None,
) -> App:
    """The application with all handlers, not yet initialised. It polls nothing and schedules nothing itself.

    `api_url` is a Bot API server, without a slash at the end; `request` replaces the way to it (in tests).
    """
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .updater(None)
        .job_queue(None)
    )
    if request is not None:
        builder = builder.request(request).get_updates_request(request)
    elif api_proxy is not None:
        builder = builder.proxy(api_proxy).get_updates_proxy(api_proxy)
    application: App = builder.build()
    application.add_error_handler(_note_error)
    register(application, desk)
    return application


async def handle(application: App, job: Update | Batch) -> None:
    """Have an update, or several that are one job, answered; raises what its handler raised."""
    raised: list[Exception] = []
    token = _raised.set(raised)
    try:
        await application.process_update(_whole(job) if isinstance(job, Batch) else job)
    finally:
        _raised.reset(token)
    if raised:
        raise raised[0]


async def publish_commands(application: App, messages: Messages) -> None:
    """Put the commands with their descriptions into the menus of Telegram's clients, in every language."""
    for locale in messages.locales:
        menu = {name: BotCommand(name, messages.say(locale, f"command-{name}")) for name in COMMANDS}
        for scope, names in (
            (BotCommandScopeAllPrivateChats(), COMMANDS),
            (BotCommandScopeAllGroupChats(), IN_GROUPS),
        ):
            commands = [menu[name] for name in names]
            # English stands for every language that the bot does not speak.
            for code in ("", "en") if locale == "en" else (locale,):
                await call(application.bot.set_my_commands, commands, scope=scope, language_code=code or None)


def _whole(batch: Batch) -> Update | Batch:
    """A paste as the one message that it was before its client cut it; any other batch as it is."""
    if batch.whole is None:
        return batch
    return Update(batch.first.update_id, message=batch.whole.message)


async def _note_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    del update
    if isinstance(context.error, Exception):
        _raised.get().append(context.error)


__all__ = ["UPDATE_KINDS", "App", "TelegramError", "build_application", "handle", "publish_commands"]
