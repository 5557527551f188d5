"""A word in private to those who run the bot: what needs them, and what to do."""

from __future__ import annotations

from datetime import datetime
from zlib import crc32

import structlog
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.calls import UnsureError, transmit
from bot.chat.views.render import Rendered
from bot.core.errors import BotError, DatabaseError
from bot.ports.operators import Trouble

log = structlog.get_logger(__name__)

# Answers are known by the number of their update; these are far below those of broadcasts and ended feeds.
FIRST_NUMBER = -(1 << 62)


async def tell_owners(context: ChatContext, bot: Bot, trouble: Trouble) -> None:
    """Write to each owner in their language. Who has never written to the bot can't be reached."""
    number = _number_of(trouble, context.clock.now())
    for part, user_id in enumerate(context.operation.policy.owners):
        try:
            voice = await context.voice_in(user_id)
            target = ReplyTarget(update_id=number, chat_id=user_id, first_part=part)
            await _write(context, bot, target, voice.html(trouble.key, **trouble.values))
        except (BotError, TelegramError, UnsureError) as error:
            log.warning("owner_not_told", trouble=trouble.key, error=type(error).__name__)


async def _write(context: ChatContext, bot: Bot, target: ReplyTarget, html: str) -> None:
    try:
        await Reply(bot, context.outbox, target).finish([Rendered(html)])
    except DatabaseError:  # it can't be noted, and that may be what is to be told: a full disk
        sending = {"chat_id": target.chat_id, "text": html, "parse_mode": ParseMode.HTML}
        await transmit(bot.send_message, repeatable=False, **sending)


def _number_of(trouble: Trouble, now: datetime) -> int:
    """A number for what is told now, which nothing else has: a trouble that comes back is told anew."""
    return FIRST_NUMBER - (int(now.timestamp()) << 20) - crc32(trouble.key.encode()) % (1 << 20)
