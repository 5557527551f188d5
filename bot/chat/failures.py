"""The last word: what a person is told when an update was given up."""

from __future__ import annotations

import math
from datetime import timedelta

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.queueing.dispatch import GaveUp, GivenUp
from bot.chat.queueing.lanes import Address
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.calls import call
from bot.chat.views.render import Rendered, escape
from bot.chat.views.voice import Voice
from bot.core.errors import BotError
from bot.core.readings import Preferences
from bot.services.views import Origin

log = structlog.get_logger(__name__)

KEYS = {
    GivenUp.FAILED: "gave-up-failed",
    GivenUp.UNREADABLE: "error-invalid-input",  # to try again would not help
    GivenUp.DIED: "gave-up-failed",
    GivenUp.TIMED_OUT: "gave-up-timed-out",
    GivenUp.CANCELLED: "gave-up-cancelled",
}

# The part of an update's answer that says that it will come later: far behind all others.
WAIT_PART = 2000


async def tell(context: ChatContext, bot: Bot, given_up: GaveUp) -> None:
    """Tell the person whose update was given up, in its place in the chat; nobody, where none spoke to it.

    The number of an error is that of its update, which the log has beside what went wrong.
    """
    address = given_up.address
    if not address.addressed or address.chat_id is None or address.message_id is None:
        return
    voice = await _voice(context, address)
    text = voice.say(KEYS[given_up.reason], id=str(address.update_id))
    reply, query_id = _reply(context, bot, address), address.query_id or ""
    if address.kind != "callback_query" or await reply.begun():
        await reply.finish([Rendered(escape(text))])
    elif given_up.reason is GivenUp.CANCELLED:  # who cancelled is told so already
        await call(bot.answer_callback_query, query_id, show_alert=False)
    elif not await call(bot.answer_callback_query, query_id, text=text, show_alert=True):
        # It was answered, as the press was about to have a message of its own: a box shows once.
        await reply.finish([Rendered(escape(text))])


async def tell_to_wait(context: ChatContext, bot: Bot, address: Address, pause: timedelta) -> None:
    """Tell a person that they write faster than they are answered, and how long the next message waits."""
    voice = await _voice(context, address)
    seconds = math.ceil(pause.total_seconds())
    text = voice.say("rate-wait", rate=context.operation.policy.rate, seconds=seconds)
    try:
        await _reply(context, bot, address, first_part=WAIT_PART).finish([Rendered(escape(text))])
    except (BotError, TelegramError) as error:  # their messages wait all the same
        log.warning("waiting_not_told", error=type(error).__name__)


async def _voice(context: ChatContext, address: Address) -> Voice:
    if address.chat_id is None:
        return context.localization.voice(Preferences(), address.language_code)
    origin = Origin(chat_id=address.chat_id, user_id=address.user_id or address.chat_id)
    preferences = await context.services.library.preferences(origin)
    return context.localization.voice(preferences, address.language_code)


def _reply(context: ChatContext, bot: Bot, address: Address, first_part: int = 0) -> Reply:
    in_group = address.chat_id != address.user_id
    return Reply(
        bot,
        context.outbox,
        ReplyTarget(
            update_id=address.update_id,
            chat_id=address.chat_id or 0,
            trigger_id=address.message_id or 0,
            thread_id=address.thread_id,
            reply_to=address.message_id if in_group else None,
            first_part=first_part,
        ),
    )
