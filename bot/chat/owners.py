"""A word in private to those who run the bot: what needs them, and what to do."""

from __future__ import annotations

import structlog
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.front_desk import FrontDesk
from bot.chat.telegram.calls import UnsureError, transmit
from bot.core.errors import BotError
from bot.ports.operators import Trouble
from bot.services.views import Origin

log = structlog.get_logger(__name__)


async def tell_owners(desk: FrontDesk, bot: Bot, trouble: Trouble) -> None:
    """Write to each owner in their language. Who has never written to the bot can't be reached."""
    for user_id in desk.operation.owners:
        try:
            preferences = await desk.library.preferences(Origin(chat_id=user_id, user_id=user_id))
            voice = desk.voice(preferences, await desk.library.language_of(user_id))
            html = voice.html(trouble.key, **trouble.values)
            sending = {"chat_id": user_id, "text": html, "parse_mode": ParseMode.HTML}
            await transmit(bot.send_message, repeatable=False, **sending)
        except (BotError, TelegramError, UnsureError) as error:
            log.warning("owner_not_told", trouble=trouble.key, error=type(error).__name__)
