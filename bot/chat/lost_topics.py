"""A topic in which the bot can't write any more: the answer went elsewhere, and one administrator is told."""

from __future__ import annotations

from telegram import Bot

from bot.chat.administrators import tell_administrator
from bot.chat.front_desk import FrontDesk


async def note_lost_topic(desk: FrontDesk, bot: Bot, chat_id: int, topic_id: int, update_id: int) -> None:
    """Tell an administrator, the first time that it happens."""
    if await desk.rooms.lose_topic(chat_id, topic_id):
        room = await desk.rooms.room(chat_id)
        await tell_administrator(desk, bot, room, update_id, "group-topic-lost", title=room.title or "")
