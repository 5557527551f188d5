"""Posts of channels: kept for the digest, and summarised as the first comment where that is switched on."""

from __future__ import annotations

from telegram import Bot, Message, Update

from bot.chat import sharing
from bot.chat.contents import read_message
from bot.chat.context import ChatContext
from bot.chat.group_messages import answer_if_it_works
from bot.chat.handlers import groups
from bot.chat.turns import open_turn


async def on_post(context: ChatContext, bot: Bot, message: Message) -> None:
    """A post of a channel in which the bot is an administrator."""
    if message.via_bot is None or message.via_bot.id != bot.id:
        await sharing.note_shared(context, message, read_message(message))


async def on_forward(context: ChatContext, bot: Bot, update: Update, message: Message) -> None:
    """A post as Telegram forwards it to the discussion group: what is replied to it there is a comment."""
    channel = await context.rooms.channel_of(message.chat.id)
    posted = message.sender_chat
    if channel is None or not channel.comment or posted is None or posted.id != channel.chat_id:
        return
    contents = read_message(message)
    turn = await open_turn(context, bot, message, None, update.update_id, contents)
    if await groups.is_readable(turn, contents):
        await answer_if_it_works(turn, groups.on_links)
