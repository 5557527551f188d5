"""A word in private to somebody who runs a group: what the bot can't do there, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.rights import NOBODY, administrators
from bot.chat.views.render import Rendered
from bot.core.errors import ChatGoneError
from bot.core.rooms import Room

# The parts of an update's answer that are for administrators: far behind those that are for the chat.
FIRST_PART = 1000
MOST_TRIED = 5  # administrators, of whom the first that has a private chat with the bot is told


async def tell_administrator(
    context: ChatContext, bot: Bot, room: Room, update_id: int, key: str, **values: Any
) -> bool:
    """Say a message of prompts/ to one who runs the room, in their language; False where none can be reached.

    Who let the bot in is tried first. A bot can write only to people who have written to it.
    """
    for number, user_id in enumerate(await _candidates(bot, room)):
        voice = await context.voice_in(user_id)
        rendered = Rendered(voice.html(key, **values))
        if await _write(context, bot, (update_id, FIRST_PART + number), user_id, rendered):
            return True
    return False


async def _candidates(bot: Bot, room: Room) -> Sequence[int]:
    first = () if room.added_by is None or room.added_by in NOBODY else (room.added_by,)
    others = await administrators(bot, room.chat_id) if room.present else ()
    return list(dict.fromkeys((*first, *others)))[:MOST_TRIED]


async def _write(
    context: ChatContext, bot: Bot, delivery: tuple[int, int], user_id: int, rendered: Rendered
) -> bool:
    update_id, part = delivery
    reply = Reply(bot, context.outbox, ReplyTarget(update_id=update_id, chat_id=user_id, first_part=part))
    try:
        await reply.finish([rendered])
    except (ChatGoneError, TelegramError):  # they have never written to the bot, or want no more of it
        await context.outbox.gone(update_id, part)
        return False
    return True
