"""The sign that the bot is at work: a reaction in groups where it is allowed, else a message."""

from __future__ import annotations

from telegram import Bot, ReactionTypeEmoji
from telegram.error import TelegramError

from bot.chat.telegram.calls import MessageMissingError, call
from bot.core.errors import ChatGoneError

AT_WORK = "👀"


async def show(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Set the reaction; False where the chat or the message does not take it."""
    return await _react(bot, chat_id, message_id, [ReactionTypeEmoji(AT_WORK)])


async def clear(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take the reaction away."""
    await _react(bot, chat_id, message_id, [])


async def _react(bot: Bot, chat_id: int, message_id: int, reaction: list[ReactionTypeEmoji]) -> bool:
    try:
        await call(bot.set_message_reaction, chat_id=chat_id, message_id=message_id, reaction=reaction)
    except (TelegramError, ChatGoneError, MessageMissingError):
        return False
    return True
