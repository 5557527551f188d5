"""Outgoing webhooks: new summaries and digests are posted to the operator's own programs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

import structlog

from bot.core.digests.digest import Digest
from bot.core.errors import BotError, DatabaseError
from bot.core.hooks import HookDelivery, HookMessage, headers_of, next_try
from bot.ports import Clock
from bot.ports.operators import HookQueue, Poster, Trouble
from bot.services.json_forms import digest_as_json, view_as_json
from bot.services.views import Origin, SummaryView

log = structlog.get_logger(__name__)

AT_ONCE: Final = 8
TICK_S: Final = 5.0
TRIES_BEFORE_TROUBLE: Final = 3


class Hooks:
    """Queues deliveries and sends them: in any order, and each at least once."""

    def __init__(
        self, *, queue: HookQueue, poster: Poster, clock: Clock, urls: Sequence[str], secret: str
    ) -> None:
        self._queue = queue
        self._poster = poster
        self._clock = clock
        self._urls = urls
        self._secret = secret
        self._failing: dict[str, tuple[int, str]] = {}  # by address: failures in a row, and the last reason

    async def note_summary(self, origin: Origin, view: SummaryView) -> None:
        """Queue a new summary with its article's metadata. Of a private chat, not whose it is."""
        message = self._message("summary", view_as_json(view), origin.chat_id)
        now = self._clock.now()
        await self._queue.queue(message, chat_id=origin.chat_id, user_id=origin.user_id, now=now)

    def digest_message(self, chat_id: int, digest: Digest) -> HookMessage:
        """What is to be told of a chat's digest; it is queued when its messages are fixed, with them."""
        return self._message("digest", digest_as_json(digest), chat_id)

    def trouble(self) -> Trouble | None:
        """An address that has refused several deliveries in a row."""
        for url, (failures, reason) in self._failing.items():
            if failures >= TRIES_BEFORE_TROUBLE:
                return Trouble("owner-hook", {"site": urlsplit(url).hostname or url, "said": reason})
        return None

    async def run(self) -> None:
        """Send what is due, for ever; an address that is slow or away holds up no other."""
        await self._drop_others()
        await asyncio.gather(*map(self._serve, dict.fromkeys(self._urls)))

    async def send_due(self, url: str) -> int:
        """Try what is due to an address once, some at a time; returns how much it was.

        Where the last try failed it is one: a day's messages to one that is away would be tried in vain.
        """
        limit = 1 if url in self._failing else AT_ONCE
        due = await self._queue.due(url, self._clock.now(), limit=limit)
        await asyncio.gather(*map(self._send, due))
        return len(due)

    async def _drop_others(self) -> None:
        """Once: the addresses in the settings stay the same for as long as this runs."""
        while True:
            try:
                return await self._queue.keep_only(self._urls)
            except DatabaseError as error:
                log.error("hooks_failed", reason=str(error))  # noqa: TRY400 - it may be well the next time
            await asyncio.sleep(TICK_S)

    async def _serve(self, url: str) -> None:
        while True:
            try:
                while await self.send_due(url) == AT_ONCE:
                    pass
            except DatabaseError as error:
                log.error("hooks_failed", reason=str(error))  # noqa: TRY400 - it may be well the next time
            await asyncio.sleep(TICK_S)

    def _message(self, event: str, content: Mapping[str, Any], chat_id: int) -> HookMessage:
        where = {"chat": chat_id} if chat_id < 0 else {}  # a private chat has the number of its person
        told = {"event": event, "at": self._clock.now().isoformat(), **where, event: content}
        return HookMessage(urls=self._urls, event=event, body=json.dumps(told, ensure_ascii=False))

    async def _send(self, delivery: HookDelivery) -> None:
        reason = await self._post(delivery)
        again = None if reason is None else next_try(delivery, self._clock.now())
        if reason is None:
            self._failing.pop(delivery.url, None)
        else:
            failures = self._failing.get(delivery.url, (0, ""))[0] + 1
            self._failing[delivery.url] = failures, reason
            log.warning("hook_failed", reason=reason, tries=delivery.tries + 1, given_up=again is None)
        await self._queue.settle(delivery, again)

    async def _post(self, delivery: HookDelivery) -> str | None:
        """Send it once; returns why it failed, None where it arrived."""
        headers = headers_of(delivery, self._secret, self._clock.now())
        try:
            status = await self._poster.post(delivery.url, delivery.body.encode(), headers)
        except BotError as error:
            return error.code
        return None if 200 <= status < 300 else f"HTTP {status}"
