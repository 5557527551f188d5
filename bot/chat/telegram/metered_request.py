"""The way to Telegram, with every answer counted."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.chat.telegram.aiohttp_request import AiohttpRequest
from bot.chat.telegram.calls import NotBotApiError
from bot.chat.telegram.gaps import completed_answer
from bot.metering import Meter, timed

POLLING = "getUpdates"  # it waits on purpose, and would hide how long the others take
# telegram/ext/_applicationbuilder.py: 256 connections, and one for getUpdates, which never ends.
CONNECTIONS, POLLING_CONNECTIONS = 256, 1
# What ends a chat or an answer for good where the Bot API says it. A proxy says the same while the Bot API is
# away: https://kubernetes.github.io/ingress-nginx/user-guide/default-backend/.
FINAL = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


class MeteredRequest(BaseRequest):
    """A way to Telegram that reports method and status of each answer, and how long it took."""

    def __init__(self, inner: BaseRequest, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    @property
    def read_timeout(self) -> float | None:
        """As `BaseRequest` says."""
        return self._inner.read_timeout

    async def initialize(self) -> None:
        """As `BaseRequest` says."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """As `BaseRequest` says."""
        await self._inner.shutdown()

    async def do_request(self, url: str, method: str, *args: Any, **options: Any) -> tuple[int, bytes]:
        """As `BaseRequest` says."""
        name = "file" if "/file/bot" in url else url.rpartition("/")[2]
        status = 0
        try:
            if name == POLLING:
                status, body = await self._inner.do_request(url, method, *args, **options)
            else:
                with timed(self._meter, "telegram"):
                    status, body = await self._inner.do_request(url, method, *args, **options)
        except TelegramError:
            self._meter.telegram_answered(name, 0)
            raise
        self._meter.telegram_answered(name, status)
        if status in FINAL and name != "file" and not _is_bot_api(body):
            raise NotBotApiError(f"not the Bot API's answer ({status})")
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As `BaseRequest` says, but an outage's pages of HTML are no exception that the log has to show, and
        what the library insists on is there.
        """
        try:
            answer: dict[str, Any] = completed_answer(json.loads(payload.decode("utf-8", "replace")))
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        return answer


def requests(meter: Meter, proxy: str | None) -> tuple[BaseRequest, BaseRequest]:
    """The way for all calls and the one for polling, as wide as python-telegram-bot makes them.

    `proxy`: http://… or https://…; also socks5://… where python-telegram-bot's extra "socks" is installed.
    """
    everything, polling = (way(connections, proxy) for connections in (CONNECTIONS, POLLING_CONNECTIONS))
    return MeteredRequest(everything, meter), MeteredRequest(polling, meter)


def way(connections: int, proxy: str | None) -> BaseRequest:
    """A way that is not counted; `proxy` as for `requests`."""
    if proxy is not None and proxy.lower().startswith("socks"):  # aiohttp's client knows none
        return HTTPXRequest(connection_pool_size=connections, proxy=proxy)
    return AiohttpRequest(connections=connections, proxy=proxy)


def _is_bot_api(body: bytes) -> bool:
    """Whether an answer is of the shape that https://core.telegram.org/bots/api#making-requests tells."""
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return isinstance(answer, dict) and isinstance(answer.get("ok"), bool)
