"""The settings of a group, which only its administrators change: how links are served, and what is kept."""

from __future__ import annotations

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.addressing import topic_of
from bot.chat.membership import is_deaf
from bot.chat.turns import Said, Turn
from bot.chat.views import keyboards, screen_callbacks
from bot.chat.views.render import Rendered, tag
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.rooms import Auto, Room

AREA = "g"


async def on_settings(turn: Turn) -> Said:
    """/settings in a group: for administrators; the answer to theirs also tells what the bot can't hear."""
    if not await turn.may_manage():
        return turn.say("admins-only")
    return turn.show(await card(turn))


async def card(turn: Turn) -> Rendered:
    """The present settings of the group and topic, and the buttons that change them."""
    chat_id, topic_id = turn.origin.chat_id, topic_of(turn.message)
    room = await turn.context.rooms.room(chat_id)
    auto = await turn.context.rooms.auto(chat_id, topic_id)
    blocks = [tag("b", turn.voice.html("settings-title")), turn.voice.html("settings")]
    blocks.append(turn.voice.html("group-settings-topic" if topic_id else "group-settings"))
    blocks.append(turn.voice.html("keep-how"))
    if await is_deaf(turn.bot, chat_id):
        blocks.append(tag("i", turn.voice.html("group-deaf")))
        await turn.context.rooms.save_room(replace(room, deaf_told=True), only=["deaf_told"])
    rows = [list(row) for row in keyboards.settings(turn.voice, turn.preferences).inline_keyboard]
    return Rendered("\n\n".join(blocks), InlineKeyboardMarkup([*rows, *_rows(turn, room, auto, topic_id)]))


async def on_callback(turn: Turn, callback: ScreenCallback) -> Rendered | str:
    """What a button of the card does: the card as it is then, or a word in a box."""
    if not await turn.may_manage():
        return turn.voice.say("admins-only")
    rooms, chat_id = turn.context.rooms, turn.origin.chat_id
    room = await rooms.room(chat_id)
    match callback.verb, callback.word(0):
        case "auto", value if value in set(Auto):
            await rooms.set_auto(chat_id, topic_of(turn.message) or None, Auto(value))
        case "everywhere", value if value in set(Auto):
            await rooms.set_auto(chat_id, None, Auto(value))
        case "keep", _ if room.keep:
            await rooms.stop_keeping(chat_id)
        case "keep", _:
            await rooms.save_room(replace(room, keep=True), only=["keep"])
        case "names", _:
            await rooms.save_room(replace(room, names=not room.names), only=["names"])
        case _:
            return turn.voice.say("button-unknown")
    return await card(turn)


def _rows(turn: Turn, room: Room, auto: Auto, topic_id: int) -> list[list[InlineKeyboardButton]]:
    say = turn.voice.say
    off, *others = (
        screen_callbacks.button(say(f"auto-{mode}"), AREA, "auto", mode.value, chosen=mode is auto)
        for mode in Auto
    )
    rows = [[off], others]  # three in a row would be cut on a phone
    if topic_id:
        rows.append([screen_callbacks.button(say("auto-everywhere"), AREA, "everywhere", auto.value)])
    rows.append([screen_callbacks.button(say("keep-shared"), AREA, "keep", chosen=room.keep)])
    if room.keep:
        rows.append([screen_callbacks.button(say("keep-names"), AREA, "names", chosen=room.names)])
    return rows
