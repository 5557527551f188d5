"""The bot on Telegram: python-telegram-bot's application, and how updates are handed to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, Update
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.chat.calls import FIRST_WAIT_S, LONGEST_WAIT_S
from bot.chat.delivery import call
from bot.chat.dispatch import Dispatcher
from bot.chat.entrances import register
from bot.chat.failures import tell
from bot.chat.handlers.basics import MENU
from bot.chat.joining import Batch
from bot.chat.polling import Poller
from bot.chat.turns import FrontDesk
from bot.core.errors import BotError, TokenRefusedError
from bot.messages import Messages, QuestionPhrase
from bot.ports import Clock, Extractor, Fetcher, Inbox, Outbox, Storage, Workers
from bot.services.answering import Answerer
from bot.services.library import Library
from bot.services.reading import Reader

log = structlog.get_logger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
UPDATE_KINDS = ("message", "callback_query")  # what is asked of Telegram; all else it keeps to itself
IN_GROUPS = ("summarize", "ask", "check", "keywords", "search", "help", "privacy")

# What a handler raised for the update that is being handled, so that the dispatcher learns of it.
_raised: ContextVar[list[Exception]] = ContextVar("_raised")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """The running bot."""

    username: str
    polling: asyncio.Task[None]  # runs for ever; if it ends, it has failed


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
        # A paste is handled as the one message that it was before its client cut it.
        await application.process_update(job.whole or job if isinstance(job, Batch) else job)
    finally:
        _raised.reset(token)
    if raised:
        raise raised[0]


@asynccontextmanager
async def open_chat(
    *,
    token: str,
    api_url: str,
    api_proxy: str | None = None,
    storage: Storage,
    inbox: Inbox,
    outbox: Outbox,
    fetcher: Fetcher,
    extractor: Extractor,
    workers: Workers,
    messages: Messages,
    clock: Clock,
    locale: str,
    request: BaseRequest | None = None,
) -> AsyncIterator[Chat]:
    """The bot at work on Telegram until the block ends; what it was doing then is done, or left in the inbox.

    `api_url` is a Bot API server, `locale` the language where a person's is unknown, `request` replaces the
    way to the server (in tests). Where that cannot be reached, at the start or later, it waits and tries
    again. Raises TokenRefusedError.
    """

    def cancel(chat_id: int, user_id: int) -> bool:
        return dispatcher.cancel(chat_id, user_id)

    desk = FrontDesk(
        reader=Reader(
            storage=storage,
            fetcher=fetcher,
            extractor=extractor,
            workers=workers,
            phrase_for=QuestionPhrase,
        ),
        answerer=Answerer(storage=storage, workers=workers),
        library=Library(storage=storage),
        outbox=outbox,
        messages=messages,
        phrase_for=QuestionPhrase,
        default_locale=messages.choose(locale),
        cancel=cancel,
    )
    application = build_application(
        token=token, desk=desk, api_url=api_url, api_proxy=api_proxy, request=request
    )
    bot: Bot = application.bot
    dispatcher = Dispatcher(
        inbox=inbox,
        clock=clock,
        parse=partial(Update.de_json, bot=bot),
        handle=partial(handle, application),
        on_give_up=partial(tell, desk, bot),
    )
    async with _initialised(application):
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
        publishing = asyncio.create_task(_publish(application, messages), name="commands")
        try:
            yield Chat(username=bot.username, polling=polling)
        finally:
            polling.cancel()
            publishing.cancel()
            await asyncio.wait({polling, publishing})
            await dispatcher.stop()


@asynccontextmanager
async def _initialised(application: App) -> AsyncIterator[None]:
    """The application, known to Telegram, until the block ends."""
    wait_s = FIRST_WAIT_S
    while True:
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefusedError from error
        except NetworkError as error:
            log.warning("telegram_unreachable", error=type(error).__name__, retry_s=wait_s)
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
        else:
            break
    try:
        yield
    finally:
        await application.shutdown()


async def _publish(application: App, messages: Messages) -> None:
    try:
        await publish_commands(application, messages)
    except (TelegramError, BotError) as error:  # the menus are a help, and no reason not to run
        log.warning("commands_not_published", error=type(error).__name__)


async def publish_commands(application: App, messages: Messages) -> None:
    """Put the commands with their descriptions into the menus of Telegram's clients, in every language."""
    for locale in messages.locales:
        menu = {name: BotCommand(name, messages.say(locale, f"command-{name}")) for name in MENU}
        for scope, names in (
            (BotCommandScopeAllPrivateChats(), MENU),
            (BotCommandScopeAllGroupChats(), IN_GROUPS),
        ):
            commands = [menu[name] for name in names]
            # English stands for every language that the bot does not speak.
            for code in ("", "en") if locale == "en" else (locale,):
                await call(application.bot.set_my_commands, commands, scope=scope, language_code=code or None)


async def _note_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    del update
    if isinstance(context.error, Exception):
        _raised.get().append(context.error)
