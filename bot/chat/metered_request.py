"""The way to Telegram, with every answer counted."""

from __future__ import annotations

from typing import Any

from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.metering import Meter, timed

POLLING = "getUpdates"  # it waits on purpose, and would hide how long the others take


class MeteredRequest(HTTPXRequest):
    """python-telegram-bot's own way out; reports method and status of each answer, and how long it took."""

    def __init__(self, meter: Meter, **options: Any) -> None:
        super().__init__(**options)
        self._meter = meter

    async def do_request(self, url: str, method: str, *args: Any, **options: Any) -> tuple[int, bytes]:
        """As `BaseRequest` says."""
        name = "file" if "/file/bot" in url else url.rpartition("/")[2]
        status = 0
        try:
            if name == POLLING:
                status, body = await super().do_request(url, method, *args, **options)
            else:
                with timed(self._meter, "telegram"):
                    status, body = await super().do_request(url, method, *args, **options)
        except TelegramError:
            self._meter.telegram_answered(name, 0)
            raise
        self._meter.telegram_answered(name, status)
        return status, body


def requests(meter: Meter, proxy: str | None) -> tuple[BaseRequest, BaseRequest]:
    """The way for all calls and the one for polling, as wide as python-telegram-bot makes them."""
    # telegram/ext/_applicationbuilder.py: 256 connections, and one for getUpdates, which never ends.
    everything = MeteredRequest(meter, connection_pool_size=256, proxy=proxy)
    return everything, MeteredRequest(meter, connection_pool_size=1, proxy=proxy)
