"""python-telegram-bot's application, and how updates are handed to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias

import structlog
from telegram import Update
from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ApplicationBuilder, ApplicationHandlerStop, ContextTypes, ExtBot
from telegram.request import BaseRequest

from bot.chat.access import register_gate
from bot.chat.context import ChatContext
from bot.chat.queueing.joining import Batch
from bot.chat.router import register
from bot.chat.telegram.calls import FIRST_WAIT_S, LONGEST_WAIT_S
from bot.chat.telegram.connection import TelegramConnection
from bot.core.errors import TokenRefusedError

log = structlog.get_logger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


class DiscreetBot(ExtBot[None]):
    """Telegram's bot, which does not say its token wherever an object that holds it is shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return type(self).__name__


# What a handler raised for the update that is being handled, so that the dispatcher learns of it.
_raised: ContextVar[list[Exception]] = ContextVar("_raised")


def build_application(
    connection: TelegramConnection, context: ChatContext, requests: tuple[BaseRequest, BaseRequest]
) -> App:
    """The application with all handlers, not yet initialised. It polls nothing and schedules nothing itself.

    `requests` are the ways to the Bot API server: for everything, and for polling.
    """
    everything, polling = requests
    bot = DiscreetBot(
        connection.token,
        base_url=f"{connection.api_url}/bot",
        base_file_url=f"{connection.api_url}/file/bot",
        request=everything,
        get_updates_request=polling,
    )
    application: App = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    application.add_error_handler(_note_error)
    register(application, context)
    register_gate(application, context)
    return application


@asynccontextmanager
async def initialised(application: App, requests: tuple[BaseRequest, BaseRequest]) -> AsyncIterator[None]:
    """The application, known to Telegram, until the block ends; `requests`: its ways, which are closed then.

    Waits for a Telegram that cannot be reached. Raises TokenRefusedError.
    """
    try:
        await _make_known(application)
        yield
    finally:
        await application.shutdown()
        # Where Telegram has not answered, the application takes itself for never opened; its ways are open.
        for request in requests:
            await request.shutdown()


async def _make_known(application: App) -> None:
    wait_s = FIRST_WAIT_S
    while True:
        try:
            return await application.initialize()
        except InvalidToken as error:
            raise TokenRefusedError from error
        except NetworkError as error:
            log.warning("telegram_unreachable", error=type(error).__name__, retry_s=wait_s)
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)


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


async def _note_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    del update
    if isinstance(context.error, Exception):
        _raised.get().append(context.error)
    # What was not let in for lack of an answer must not reach the handlers behind.
    raise ApplicationHandlerStop
