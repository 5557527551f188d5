"""The last word: what a person is told when an update was given up."""

from __future__ import annotations

from telegram import Bot

from bot.chat.delivery import Reply, call
from bot.chat.dispatch import GaveUp, GivenUp
from bot.chat.front_desk import FrontDesk
from bot.chat.lanes import Address
from bot.chat.render import Rendered, escape
from bot.chat.voice import Voice
from bot.services.views import Origin

KEYS = {
    GivenUp.FAILED: "gave-up-failed",
    GivenUp.DIED: "gave-up-failed",
    GivenUp.TIMED_OUT: "gave-up-timed-out",
    GivenUp.CANCELLED: "gave-up-cancelled",
}


async def tell(desk: FrontDesk, bot: Bot, given_up: GaveUp) -> None:
    """Tell the person whose update was given up, in its place in the chat.

    The number of an error is that of its update, which the log has beside what went wrong.
    """
    address = given_up.address
    voice = await _voice(desk, address)
    text = voice.say(KEYS[given_up.reason], id=str(address.update_id))
    if address.query_id is not None:
        await call(bot.answer_callback_query, address.query_id, text=text, show_alert=True)
    elif address.chat_id is not None and address.message_id is not None:
        await _reply(desk, bot, address).finish([Rendered(escape(text))])


async def _voice(desk: FrontDesk, address: Address) -> Voice:
    if address.chat_id is None:
        return Voice(desk.messages, desk.messages.choose(address.language_code, desk.default_locale))
    origin = Origin(chat_id=address.chat_id, user_id=address.user_id or address.chat_id)
    return desk.voice(await desk.library.preferences(origin), address.language_code)


def _reply(desk: FrontDesk, bot: Bot, address: Address) -> Reply:
    in_group = address.chat_id != address.user_id
    return Reply(
        bot,
        desk.outbox,
        update_id=address.update_id,
        chat_id=address.chat_id or 0,
        trigger_id=address.message_id or 0,
        thread_id=address.thread_id,
        reply_to=address.message_id if in_group else None,
    )
