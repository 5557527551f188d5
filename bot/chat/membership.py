"""The bot's own comings and goings: let in, thrown out, given rights, moved to a supergroup."""

from __future__ import annotations

from dataclasses import replace

import structlog
from telegram import (
    Bot,
    Chat,
    ChatFullInfo,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
)
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.chat.administrators import tell_administrator
from bot.chat.context import ChatContext
from bot.chat.telegram.calls import call
from bot.chat.telegram.rights import ADMINISTRATORS, member_of
from bot.core.errors import ChatGoneError
from bot.core.rooms import Room

log = structlog.get_logger(__name__)

# What Telegram says of a chat. All else is chosen by its administrators, perhaps while Telegram is asked.
_SEEN = frozenset({"kind", "title", "username", "present", "left_at", "linked_id"})
_PRESENT = ADMINISTRATORS | {ChatMemberStatus.MEMBER, ChatMemberStatus.RESTRICTED}


async def on_own_status(context: ChatContext, bot: Bot, change: ChatMemberUpdated, update_id: int) -> None:
    """Take note of what the bot is in a chat now, and tell an administrator once what that keeps it from."""
    chat, now = change.chat, change.new_chat_member
    if chat.type == ChatType.PRIVATE:
        if now.status == ChatMemberStatus.BANNED:
            await context.services.housekeeping.rest(chat.id)
        return
    old = await context.rooms.room(chat.id)
    if not is_present(now):
        await _leave(context, old)
        return
    came = not is_present(change.old_chat_member) or not old.present
    room = await _known(bot, old, chat)
    if came:
        room = replace(room, added_by=change.from_user.id)
    await context.rooms.save_room(room, only={*_SEEN, "added_by"} if came else _SEEN)
    if await context.operation.serves({change.from_user.id, chat.id}):
        await _explain(context, bot, room, now, update_id)
    elif came:
        title = room.title or str(chat.id)
        await tell_administrator(
            context, bot, room, update_id, "access-denied-chat", title=title, id=str(chat.id)
        )


async def look_in(context: ChatContext, bot: Bot, chat_id: int, added_by: int) -> Room | None:
    """What Telegram says now of a chat that the bot was just let into; None where it is not in.

    The word that it was let in comes in the chat's own lane, and may be handled after what is
    asked elsewhere.
    """
    own = await member_of(bot, chat_id, bot.id)
    if own is None or not is_present(own):
        return None
    try:
        full = await call(bot.get_chat, chat_id=chat_id)
    except (TelegramError, ChatGoneError):
        return None
    if full is None:
        return None
    room = _noted(await context.rooms.room(chat_id), full, full.linked_chat_id)
    if room.added_by is not None:
        await context.rooms.save_room(room, only=_SEEN)
        return room
    room = replace(room, added_by=added_by)
    await context.rooms.save_room(room, only={*_SEEN, "added_by"})
    return room


async def on_migration(context: ChatContext, old: int, new: int) -> None:
    """A group became a supergroup: everything moves."""
    await context.services.housekeeping.move(old, new)
    log.info("chat_migrated")


def is_present(member: ChatMember) -> bool:
    """Whether the bot is in the chat."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in _PRESENT


async def is_deaf(bot: Bot, chat_id: int) -> bool:
    """Whether the bot hears only what is meant for it: no administrator, and in privacy mode."""
    me = await call(bot.get_me)
    if me is None or me.can_read_all_group_messages:
        return False
    own = await member_of(bot, chat_id, bot.id)
    return own is None or own.status not in ADMINISTRATORS


async def _known(bot: Bot, room: Room, chat: Chat) -> Room:
    """What is known of a chat, with what Telegram says of it now."""
    linked = room.linked_id
    if chat.type == ChatType.CHANNEL:
        try:
            full = await call(bot.get_chat, chat_id=chat.id)
        except (TelegramError, ChatGoneError):
            full = None
        linked = full.linked_chat_id if full is not None else linked
    return _noted(room, chat, linked)


def _noted(room: Room, chat: Chat | ChatFullInfo, linked: int | None) -> Room:
    return replace(
        room,
        kind=str(chat.type),
        title=chat.title,
        username=chat.username,
        present=True,
        left_at=None,
        linked_id=linked,
    )


async def _leave(context: ChatContext, room: Room) -> None:
    if room.present:
        gone = replace(room, present=False, left_at=context.clock.now())
        await context.rooms.save_room(gone, only=("present", "left_at"))
    await context.services.housekeeping.rest(room.chat_id)


async def _explain(context: ChatContext, bot: Bot, room: Room, member: ChatMember, update_id: int) -> None:
    """What an administrator should know, said once in private."""
    title = room.title or str(room.chat_id)
    if room.kind == ChatType.CHANNEL:
        if isinstance(member, ChatMemberAdministrator) and member.can_post_messages is False:
            await tell_administrator(context, bot, room, update_id, "channel-mute", title=title)
        return
    if isinstance(member, ChatMemberRestricted) and not member.can_send_messages:
        await tell_administrator(context, bot, room, update_id, "group-mute", title=title)
    elif not room.deaf_told and await is_deaf(bot, room.chat_id):
        told = await tell_administrator(context, bot, room, update_id, "group-deaf-private", title=title)
        await context.rooms.save_room(replace(room, deaf_told=told), only=["deaf_told"])
