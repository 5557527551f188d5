"""What Telegram says of the bot's account, asked once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.chat.telegram.calls import OTHER_SHAPE
from bot.chat.telegram.metered_request import MeteredRequest, way
from bot.core.errors import TokenRefusedError
from bot.metering import Unmetered


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The bot as Telegram knows it."""

    username: str
    joins_groups: bool
    hears_groups: bool  # also what is not said to it (privacy mode is off)
    inline: bool
    webhook: str  # where updates are brought; empty: they are asked for
    waiting: int  # updates that Telegram keeps for it
    failed_at: datetime | None = None  # when bringing one failed for the last time
    failure: str | None = None  # and why


async def inspect_account(token: str, api_url: str, api_proxy: str | None) -> Account | None:
    """The account behind a token; None where Telegram can't be reached, or what answers is not Telegram.

    Raises TokenRefusedError.
    """
    bot = Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=MeteredRequest(way(1, api_proxy), Unmetered()),
    )
    try:
        async with bot:
            me, hook = bot.bot, await bot.get_webhook_info()
    except InvalidToken as error:
        raise TokenRefusedError from error
    except (TelegramError, *OTHER_SHAPE):
        return None
    return Account(
        username=me.username or "",
        joins_groups=bool(me.can_join_groups),
        hears_groups=bool(me.can_read_all_group_messages),
        inline=bool(me.supports_inline_queries),
        webhook=hook.url,
        waiting=hook.pending_update_count,
        failed_at=hook.last_error_date,
        failure=hook.last_error_message,
    )
