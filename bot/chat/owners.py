"""A word in private to those who run the bot: what needs them, and what to do."""

from __future__ import annotations

import structlog
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.telegram.calls import UnsureError, transmit
from bot.core.errors import BotError
from bot.ports.operators import Trouble

log = structlog.get_logger(__name__)


async def tell_owners(context: ChatContext, bot: Bot, trouble: Trouble) -> None:
    """Write to each owner in their language. Who has never written to the bot can't be reached."""
    for user_id in context.operation.policy.owners:
        try:
            voice = await context.voice_in(user_id)
            html = voice.html(trouble.key, **trouble.values)
            sending = {"chat_id": user_id, "text": html, "parse_mode": ParseMode.HTML}
            await transmit(bot.send_message, repeatable=False, **sending)
        except (BotError, TelegramError, UnsureError) as error:
            log.warning("owner_not_told", trouble=trouble.key, error=type(error).__name__)
