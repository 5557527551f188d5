"""Tells Telegram where to bring updates, and sees to it that it stays told."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog
from telegram import Bot, WebhookInfo
from telegram.error import TelegramError

from bot.chat.telegram.calls import FIRST_WAIT_S, LONGEST_WAIT_S, OTHER_SHAPE
from bot.metering import Meter
from bot.ports.operators import Trouble

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 300.0
MOST_CONNECTIONS = 100  # Telegram's limit; one a chat is in use at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookAddress:
    """Where updates are to be brought, and the secret that is to be shown there."""

    url: str
    secret: str = field(repr=False)


class WebhookKeeper:
    """Sets the webhook, and sets it again where another program has taken or removed it.

    What Telegram says of failed deliveries is told in the log, and counted as calls of "webhook".
    """

    def __init__(
        self,
        *,
        bot: Bot,
        address: WebhookAddress,
        allowed_updates: Sequence[str],
        meter: Meter,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._bot = bot
        self._address = address
        self._allowed_updates = list(allowed_updates)
        self._meter = meter
        self._look_every_s = look_every_s
        self.connected = False  # whether the webhook is set
        self.storing = True  # it fetches nothing that would have to be stored
        self.trouble: Trouble | None = None  # that only an owner can mend

    async def run(self) -> None:
        """Keep it for ever. An outage of Telegram is waited for."""
        wait_s = FIRST_WAIT_S
        while True:
            try:
                await self._keep()
            except TelegramError as error:
                self.connected = False
                log.warning("webhook_not_set", error=type(error).__name__)
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, LONGEST_WAIT_S)
            else:
                wait_s = FIRST_WAIT_S
                await asyncio.sleep(self._look_every_s)

    async def _keep(self) -> None:
        # The secret can't be asked for: at the start it is set in any case.
        info = await self._told() if self.connected else None
        if info is not None and info.url == self._address.url:
            self._tell_failures(info)
            return
        if info is not None:
            log.warning("webhook_was_changed")
        await self._bot.set_webhook(
            self._address.url,
            secret_token=self._address.secret,
            allowed_updates=self._allowed_updates,
            max_connections=MOST_CONNECTIONS,
        )
        self.connected = True
        log.info("webhook_set")

    async def _told(self) -> WebhookInfo:
        """What Telegram says of the webhook. Raises TelegramError, also for an answer of another shape."""
        try:
            return await self._bot.get_webhook_info()
        except OTHER_SHAPE as error:
            raise TelegramError("the webhook was told of in another shape") from error

    def _tell_failures(self, info: WebhookInfo) -> None:
        self.trouble = None
        if info.last_error_date is not None and info.pending_update_count:
            said, waiting = info.last_error_message or "", info.pending_update_count
            self.trouble = Trouble("owner-webhook", {"said": said, "waiting": waiting})
            self._meter.telegram_answered("webhook", 0)
            log.warning("webhook_failing", said=info.last_error_message, waiting=info.pending_update_count)
