"""Setting up a channel from a private chat: by a post forwarded from it, or from a list of one's own."""

from __future__ import annotations

from dataclasses import replace

from telegram import (
    ChatAdministratorRights,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestChat,
    MessageOriginChannel,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ChatType

from bot.chat.handlers import digest_places, digest_settings
from bot.chat.membership import is_deaf, look_in
from bot.chat.turns import Said, Turn, Work
from bot.chat.views import screen_callbacks
from bot.chat.views.digest_screens import CHANNEL_AREA
from bot.chat.views.render import Rendered, tag
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.followings import Place
from bot.core.rooms import Room

AREA = CHANNEL_AREA
REQUEST_ID = 1  # of the button that asks for a channel; the same for all, as there is one kind of it


async def on_channels(turn: Turn) -> Said:
    """/channels: those that one runs together with the bot, and the way to add one."""
    if not turn.personal:
        return turn.say("channels-private")
    return turn.show(await _list(turn))


async def on_forwarded(turn: Turn, channel_id: int) -> Said | None:
    """A post forwarded from a channel that this person runs: its settings; None where it is not theirs."""
    room = await turn.context.rooms.room(channel_id)
    known = room.kind == ChatType.CHANNEL and room.present and room.title is not None
    return turn.show(await card(turn, room)) if known and await turn.runs(channel_id) else None


async def on_chosen(turn: Turn) -> Said:
    """A channel chosen by the button that Telegram shows; by then the bot is in it and may post."""
    said = await _on_chosen(turn)
    # The client keeps the keyboard until a message takes it away, and one message has no two keyboards.
    away = Rendered(turn.voice.html("channels-thanks"), ReplyKeyboardRemove())
    return replace(said, parts=(away, *said.parts))


async def _on_chosen(turn: Turn) -> Said:
    shared = turn.message.chat_shared
    if shared is None or not await turn.runs(shared.chat_id):
        return turn.say("channels-not-yours")
    added_by = turn.person.id if turn.person else 0
    room = await look_in(turn.context, turn.bot, shared.chat_id, added_by)
    if room is None or room.kind != ChatType.CHANNEL:
        return turn.say("channels-not-in")
    return turn.show(await card(turn, room))


async def on_callback(turn: Turn, callback: ScreenCallback) -> Rendered | str | Work:
    """What a button of a channel's card does, for those who run the channel."""
    if callback.verb == "ask":
        return _ask_for_channel
    chat_id = callback.number(0)
    if chat_id is None or not await turn.runs(chat_id):
        return turn.voice.say("admins-only")
    if callback.verb == "digest":
        return await digest_settings.shown(turn, Place(chat_id=chat_id))
    if callback.verb == "feeds":
        return await _feeds(turn, Place(chat_id=chat_id))
    return await _changed(turn, await turn.context.rooms.room(chat_id), callback.verb)


async def _changed(turn: Turn, room: Room, verb: str) -> Rendered | str:
    """The card, after what a button changes in it."""
    chat_id = room.chat_id
    match verb:
        case "show":
            return await card(turn, room)
        case "keep" if room.keep:
            await turn.context.rooms.stop_keeping(chat_id)
        case "keep":
            await turn.context.rooms.save_room(replace(room, keep=True), only=["keep"])
        case "comment":
            chosen = replace(room, comment=not room.comment)
            await turn.context.rooms.save_room(chosen, only=["comment"])
        case _:
            return turn.voice.say("button-unknown")
    return await card(turn, await turn.context.rooms.room(chat_id))


async def card(turn: Turn, room: Room) -> Rendered:
    """What a channel does, what hinders it, and the buttons that change it."""
    say, chat_id = turn.voice.say, room.chat_id
    rows = [
        [screen_callbacks.button(say("channel-keep"), AREA, "keep", chat_id, chosen=room.keep)],
        [
            screen_callbacks.button(say("channel-digest"), AREA, "digest", chat_id),
            screen_callbacks.button(say("digest-button-feeds"), AREA, "feeds", chat_id),
        ],
    ]
    if room.linked_id is not None:
        rows.insert(
            1,
            [screen_callbacks.button(say("channel-comment"), AREA, "comment", chat_id, chosen=room.comment)],
        )
    title = tag("b", turn.voice.html("channel-title", title=room.title or ""))
    blocks = [title, turn.voice.html("channel-card"), turn.voice.html("channel-feeds-how")]
    if room.comment and room.linked_id is not None and not await _hears(turn, room.linked_id):
        blocks.append(tag("i", turn.voice.html("channel-comment-deaf")))
    return Rendered("\n\n".join(blocks), InlineKeyboardMarkup(rows))


async def _hears(turn: Turn, chat_id: int) -> bool:
    """Whether the bot is in a group and hears what nobody has meant for it."""
    room = await turn.context.rooms.room(chat_id)
    return room.present and not await is_deaf(turn.bot, chat_id)


async def _feeds(turn: Turn, place: Place) -> Rendered | str:
    """What the channel follows, or how to begin."""
    followings = await turn.services.digests.feeds.list(place)
    if not followings:
        return turn.voice.say("channel-feeds-how")
    return digest_places.screens(turn, place).feeds(followings)


def channel_of(turn: Turn) -> int | None:
    """The channel that a forwarded message was posted in."""
    origin = turn.message.forward_origin
    return origin.chat.id if isinstance(origin, MessageOriginChannel) else None


async def _list(turn: Turn) -> Rendered:
    rooms = await digest_places.own_channels(turn)
    rows = [[screen_callbacks.button(room.title or "?", AREA, "show", room.chat_id)] for room in rooms]
    rows.append([screen_callbacks.button(turn.voice.say("channels-add"), AREA, "ask")])
    return Rendered(turn.voice.html("channels" if rooms else "channels-none"), InlineKeyboardMarkup(rows))


async def _ask_for_channel(turn: Turn) -> Said:
    """Have the person's client show the button that lists their channels."""
    rights = ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=False,
        can_manage_video_chats=False,
        can_restrict_members=False,
        can_promote_members=False,
        can_change_info=False,
        can_invite_users=False,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_post_messages=True,
        can_edit_messages=True,
    )
    wanted = KeyboardButtonRequestChat(
        REQUEST_ID,
        chat_is_channel=True,
        user_administrator_rights=rights,
        bot_administrator_rights=rights,
        request_title=True,
    )
    button = KeyboardButton(turn.voice.say("channels-choose"), request_chat=wanted)
    keyboard = ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    return turn.show(Rendered(turn.voice.html("channels-below"), keyboard))
