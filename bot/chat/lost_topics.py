"""A topic in which the bot can't write any more: the answer went elsewhere, and one administrator is told."""

from __future__ import annotations

from telegram import Bot

from bot.chat.administrators import tell_administrator
from bot.chat.context import ChatContext


async def note_lost_topic(
    context: ChatContext, bot: Bot, chat_id: int, topic_id: int, update_id: int, name: str | None = None
) -> None:
    """Tell an administrator, the first time that it happens; a private chat has none. `name`: the chat's.

    What is known of a room came with word of the bot's rights there, and that may never have come.
    """
    await _tell(context, bot, "group-topic-lost", chat_id, topic_id, update_id, name)


async def note_closed_topics(
    context: ChatContext, bot: Bot, chat_id: int, topic_id: int, update_id: int
) -> None:
    """Likewise, where a digest found the main topic closed too, and came nowhere."""
    await _tell(context, bot, "group-topics-closed", chat_id, topic_id, update_id)


async def _tell(
    context: ChatContext,
    bot: Bot,
    key: str,
    chat_id: int,
    topic_id: int,
    update_id: int,
    name: str | None = None,
) -> None:
    if chat_id < 0 and await context.rooms.lose_topic(chat_id, topic_id):
        room = await context.rooms.room(chat_id)
        title = name or room.title or str(chat_id)
        await tell_administrator(context, bot, room, update_id, key, title=title)
