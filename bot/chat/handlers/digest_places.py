"""Which chat or topic a digest is meant for, and who may set it there."""

from __future__ import annotations

from functools import partial

from telegram import Message, MessageOriginChannel
from telegram.constants import ChatType

from bot.chat.addressing import topic_of
from bot.chat.turns import Turn
from bot.chat.views.digest_screens import AREA, CHANNEL_AREA, Screens
from bot.chat.views.screen_callbacks import ScreenCallback, decode
from bot.core.digests.followings import Place
from bot.core.rooms import Room
from bot.services.concurrency import deadline_in, gather_until

# Of channels that others let the bot into: anybody can have them asked, and it takes Telegram's time.
MOST_ASKED, ASKED_AT_ONCE, PATIENCE_S = 100, 8, 10.0

# The areas whose buttons begin with the chat that they are for.
_OF_PLACES = frozenset({AREA, CHANNEL_AREA})


def here(turn: Turn) -> Place:
    """The chat, or the topic, in which something is asked."""
    return Place(chat_id=turn.origin.chat_id, topic_id=topic_of(turn.message))


async def place_meant(turn: Turn) -> Place | None:
    """The chat or topic in which something is asked; None where it is another that is not this person's.

    In a channel nobody can be answered: what is asked in private as a reply to one of its screens, or to a
    post forwarded from it, is for that channel.
    """
    place = here(turn)
    if turn.personal and turn.message.reply_to_message is not None:
        place = _place_shown(turn.message.reply_to_message) or place
    own = place.chat_id == turn.origin.chat_id
    return place if own or await may_manage(turn, place) else None


def place_of(callback: ScreenCallback) -> Place | None:
    """The place that a button is for."""
    chat_id, topic_id = callback.number(0), callback.number(1)
    if chat_id is None or topic_id is None:
        return None
    return Place(chat_id=chat_id, topic_id=topic_id)


async def may_manage(turn: Turn, place: Place) -> bool:
    """Whether this person may change the digest of a place, which can be another chat than this one."""
    own = place.chat_id == turn.origin.chat_id
    return await (turn.may_manage() if own else turn.runs(place.chat_id))


async def own_channels(turn: Turn) -> list[Room]:
    """The channels that this person is known to have let the bot into, and others that they run, by title.

    Telegram is asked of each, of theirs first. Of others' no more are asked than an answer has time for:
    whoever misses one forwards a post from it.
    """
    person_id = turn.person.id if turn.person else 0
    channels = [room for room in await turn.context.rooms.rooms() if is_channel(room)]
    own = [room for room in channels if room.added_by == person_id]
    others = [room for room in channels if room.added_by != person_id][:MOST_ASKED]
    works = [partial(turn.runs, room.chat_id) for room in (*own, *others)]
    runs = await gather_until(deadline_in(PATIENCE_S), works, at_once=ASKED_AT_ONCE)
    theirs = {room.chat_id for room, so in zip((*own, *others), runs, strict=True) if so}
    return [room for room in channels if room.chat_id in theirs]


def is_channel(room: Room) -> bool:
    """Whether it is a channel that the bot is in."""
    return room.kind == ChatType.CHANNEL and room.present


def screens(turn: Turn, place: Place) -> Screens:
    """The screens of a place in the language of the turn."""
    return Screens(voice=turn.voice, place=place, now=turn.context.clock.now())


def _place_shown(message: Message) -> Place | None:
    """The place that a screen is for, or that a forwarded post is from."""
    if isinstance(message.forward_origin, MessageOriginChannel):
        return Place(chat_id=message.forward_origin.chat.id)
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    callbacks = [decode(str(button.callback_data)) for row in rows for button in row if button.callback_data]
    chats = [one.number(0) for one in callbacks if one.area in _OF_PLACES]
    return next((Place(chat_id=chat_id) for chat_id in chats if chat_id is not None), None)
