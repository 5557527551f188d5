"""A topic in which the bot can't write any more: the answer went elsewhere, and one administrator is told."""

from __future__ import annotations

from telegram import Bot

from bot.chat.administrators import tell_administrator
from bot.chat.context import ChatContext


async def note_lost_topic(
    context: ChatContext, bot: Bot, chat_id: int, topic_id: int, update_id: int
) -> None:
    """Tell an administrator, the first time that it happens; a private chat has none."""
    if chat_id < 0 and await context.rooms.lose_topic(chat_id, topic_id):
        room = await context.rooms.room(chat_id)
        await tell_administrator(context, bot, room, update_id, "group-topic-lost", title=room.title or "")
