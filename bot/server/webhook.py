"""Where Telegram brings updates: on disk first, then 200."""

from __future__ import annotations

from typing import Any, Protocol

import structlog
from aiohttp import web

from bot.core.errors import DatabaseError
from bot.server.bodies import read_json
from bot.server.keys import matches_secret, single_header
from bot.server.problems import Problem, come_again, unauthorized

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MAX_BODY_BYTES = 2**20
# Retry-After: Telegram's server waits so long, up to an hour, before it brings an update again.
BUSY_S, BROKEN_S = 2, 10


class UpdateReceiver(Protocol):
    """Takes updates in."""

    @property
    def full(self) -> bool:
        """Whether so much waits that Telegram had better keep what it has."""
        ...

    async def receive(self, raw: dict[str, Any]) -> None:
        """Commit an update durably and have it handled. Raises DatabaseError."""
        ...


class Webhook:
    """The one address that Telegram knows. Until it `opens`, Telegram is asked to come again."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._receiver: UpdateReceiver | None = None

    def open(self, receiver: UpdateReceiver) -> None:
        """From now on updates are taken in."""
        self._receiver = receiver

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one delivery: 200 when it is on disk, 503 with Retry-After when it can't be now."""
        if not matches_secret(single_header(request, SECRET_HEADER), self._secret):
            raise unauthorized("wrong_secret", "This address is Telegram's.")
        if self._receiver is None or self._receiver.full:
            raise come_again(BUSY_S)
        raw = await read_json(request, limit_bytes=MAX_BODY_BYTES)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            raise Problem(400, "no_update", "This is no update of the Bot API.")
        try:
            await self._receiver.receive(raw)
        except DatabaseError as error:
            log.error("inbox_not_written")  # noqa: TRY400 - the traceback holds statements with people's data
            raise come_again(BROKEN_S) from error
        except RecursionError as error:
            raise Problem(400, "no_update", "This is nested too deeply for an update.") from error
        return web.Response()
