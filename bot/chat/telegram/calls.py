"""Calls of Telegram that outlast its moods: floods, outages, cut connections, chats that are gone."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from enum import Enum, auto
from typing import Any, ParamSpec, TypeVar

import aiohttp
import httpx
import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat.telegram.deadline import not_counted
from bot.core.errors import ChatGoneError, TopicClosedError

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger(__name__)

# What Telegram's library raises where a server answers with something else than it should.
OTHER_SHAPE = (AttributeError, KeyError, TypeError, ValueError)
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0  # an outage ends unannounced; half a minute later everything flows again


class UnsureError(Exception):
    """A call ended without an answer: Telegram may have done it or not."""


class MessageMissingError(Exception):
    """There is no such message, or it is not one of the bot's that can be changed."""


class OtherKindError(MessageMissingError):
    """The message is one of the bot's, but a file where a text was meant, or the other way round."""


class NotBotApiError(NetworkError):
    """Somebody else answered in the place of the Bot API: a proxy, or a server that it is behind.

    The call has not come through, and will once the Bot API is back.
    """


class CallFailure(Enum):
    """What an error of Telegram means for the call that met it."""

    UNSENT = auto()  # Telegram has not done it, and will later
    UNSURE = auto()  # Telegram may have done it
    NEEDLESS = auto()  # it is as it should be, or too late to matter
    MISSING = auto()  # the message to change is not there
    CLOSED = auto()  # the bot may not write in the topic
    GONE = auto()  # the bot may not write to the chat any more
    REFUSED = auto()  # it will never do that


BY_KIND: tuple[tuple[CallFailure, tuple[type[TelegramError], ...]], ...] = (
    # A second program with the token: the owner mends it, and answers wait.
    (CallFailure.UNSENT, (RetryAfter, Conflict, NotBotApiError)),
    (CallFailure.GONE, (Forbidden,)),
    (CallFailure.REFUSED, (EndPointNotFound, ChatMigrated, InvalidToken)),
)

# What stands behind an error where Telegram was not reached at all: of aiohttp, and of httpx (a SOCKS proxy).
NOT_CONNECTED = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
)

WORDS = ("text", "caption")  # the arguments of a call that hold HTML; a call has one of them

# Parts of Telegram's descriptions, lower-case: python-telegram-bot passes them on with a capital first
# letter.
NEEDLESS = ("message is not modified", "query is too old", "query id is invalid")
# Telegram looks first at whose message it is: so much is said of the bot's own alone.
OTHER_KIND = (
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
MISSING = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
    "message identifier is not specified",
    # It is a file where a text was meant, or the other way round, and so not that message.
    *OTHER_KIND,
)
GONE = (
    "chat not found",
    "peer_id_invalid",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "need administrator rights in the channel",
    "chat_restricted",
    "user is deactivated",
)
TOPIC_CLOSED = "topic_closed"


def classify(error: TelegramError) -> CallFailure:
    """What to make of an error."""
    if isinstance(error, BadRequest):
        return _judge_refusal(error.message.lower())
    # A token that was revoked: the owner mends it, and answers wait. A method that the server does not have
    # ("Not Found") comes as the same error, and waiting brings none.
    if isinstance(error, InvalidToken) and "unauthorized" in error.message.lower():
        return CallFailure.UNSENT
    for verdict, kinds in BY_KIND:
        if isinstance(error, kinds):
            return verdict
    # The connection was never made, or the flood was told without saying how long.
    if isinstance(error.__cause__, NOT_CONNECTED) or error.message.lower().startswith("too many requests"):
        return CallFailure.UNSENT
    return CallFailure.UNSURE


def _judge_refusal(description: str) -> CallFailure:
    for verdict, parts in (
        (CallFailure.NEEDLESS, NEEDLESS),
        (CallFailure.MISSING, MISSING),
        (CallFailure.CLOSED, (TOPIC_CLOSED,)),
        (CallFailure.GONE, GONE),
    ):
        if any(part in description for part in parts):
            return verdict
    return CallFailure.REFUSED


async def call(function: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """The result of a method of the Bot API that may be repeated (edit, delete, answer); None: nothing to
    change.

    Waits as long as Telegram says, and through outages; that time does not count against the job's
    deadline. HTML that Telegram cannot parse is sent as plain text. Raises ChatGoneError,
    MessageMissingError, and TelegramError where the call itself is wrong. New messages go through
    `bot.chat.delivery.Reply`, which repeats nothing blindly.
    """
    return await transmit(function, *args, repeatable=True, **kwargs)


async def transmit(
    function: Callable[..., Awaitable[T]], *args: Any, repeatable: bool, **kwargs: Any
) -> T | None:
    """Like `call`; where it is not `repeatable`, UnsureError is raised when nobody knows whether it was
    done.
    """
    wait_s = FIRST_WAIT_S
    while True:
        try:
            return await function(*args, **kwargs)
        except TelegramError as error:
            milder = mended(error, kwargs)
            if milder is not None:
                kwargs = milder
                continue
            verdict = classify(error)
            if verdict is CallFailure.NEEDLESS:
                return None
            if not (verdict is CallFailure.UNSENT or (repeatable and verdict is CallFailure.UNSURE)):
                raise _explained(error, verdict, kwargs) from error
            wait_s = await pause(error, wait_s)


async def pause(error: Exception, wait_s: float) -> float:
    """Wait as long as the error asks, or `wait_s`; returns how long to wait the next time."""
    told_s = _seconds(error.retry_after) if isinstance(error, RetryAfter) else None
    log.warning("telegram_waited_for", error=type(error).__name__, wait_s=told_s or wait_s)
    with not_counted():
        await asyncio.sleep(told_s or wait_s)
    return wait_s if told_s else min(wait_s * 2, LONGEST_WAIT_S)


def _seconds(period: float | timedelta) -> float:
    return period.total_seconds() if isinstance(period, timedelta) else float(period)


def _explained(error: TelegramError, verdict: CallFailure, kwargs: dict[str, Any]) -> Exception:
    match verdict:
        case CallFailure.GONE:
            return ChatGoneError(chat=kwargs.get("chat_id"))
        case CallFailure.CLOSED:
            return TopicClosedError(chat=kwargs.get("chat_id"))
        case CallFailure.MISSING:
            other = any(part in error.message.lower() for part in OTHER_KIND)
            return OtherKindError() if other else MessageMissingError()
        case CallFailure.UNSURE:
            return UnsureError()
        case _:
            return error


def mended(error: TelegramError, kwargs: dict[str, Any]) -> dict[str, Any] | None:
    """The arguments of a call that can still succeed, in a plainer form; None where there is no such form."""
    description = error.message.lower()
    if isinstance(error, ChatMigrated) and kwargs.get("chat_id") != error.new_chat_id:
        moved = {**kwargs, "chat_id": error.new_chat_id}
        # Its messages stay in the old chat: what has such a number in the new one is another.
        return {**moved, "reply_parameters": None} if kwargs.get("reply_parameters") else moved
    if "can't parse entities" in description and kwargs.get("parse_mode"):
        bare = {name: plain(str(kwargs[name])) for name in WORDS if kwargs.get(name) is not None}
        return {**kwargs, **bare, "parse_mode": None}
    closed = "message thread not found" in description or TOPIC_CLOSED in description
    if closed and kwargs.get("message_thread_id"):
        # To General, and as no reply: Telegram would put that where the message is that it replies to.
        return {**kwargs, "message_thread_id": None, "reply_parameters": None}
    return None


def plain(text: str) -> str:
    """What Telegram's HTML says, without its tags."""
    return html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", text))
