"""How the bot reaches Telegram, and is reached by it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.chat.telegram.webhook import WebhookAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramConnection:
    """The bot's account on a Bot API server."""

    token: str = field(repr=False)
    api_url: str  # of the server, without a slash at its end
    api_proxy: str | None = field(default=None, repr=False)  # it may hold a password
    webhook: WebhookAddress | None = None  # where Telegram brings updates; None: they are asked for
