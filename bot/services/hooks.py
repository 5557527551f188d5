"""Outgoing webhooks: new summaries and digests are posted to the operator's own programs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

import structlog

from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan
from bot.core.errors import BotError, DatabaseError
from bot.core.hooks import HookDelivery, headers_of, next_try
from bot.ports import Clock
from bot.ports.operators import HookQueue, Poster, Trouble
from bot.services.json_forms import digest_as_json, view_as_json
from bot.services.views import Origin, SummaryView

log = structlog.get_logger(__name__)

AT_ONCE: Final = 8
TICK_S: Final = 5.0
TRIES_BEFORE_TROUBLE: Final = 3


class Hooks:
    """Queues deliveries and sends them: in any order, and each that is queued at least once.

    A digest is queued when its messages are fixed: of one at whose posting the process dies none may be.
    """

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
        await self._note("summary", view_as_json(view), origin.chat_id, origin.user_id)

    async def note_digest(self, plan: DigestPlan, digest: Digest) -> None:
        """Queue a digest that is posted."""
        await self._note("digest", digest_as_json(digest), plan.place.chat_id, None)

    def trouble(self) -> Trouble | None:
        """An address that has refused several deliveries in a row."""
        for url, (failures, reason) in self._failing.items():
            if failures >= TRIES_BEFORE_TROUBLE:
                return Trouble("owner-hook", {"site": urlsplit(url).hostname or url, "said": reason})
        return None

    async def run(self) -> None:
        """Send what is due, for ever."""
        while True:
            try:
                sent = await self.send_due()
            except DatabaseError as error:
                log.error("hooks_failed", reason=str(error))  # noqa: TRY400 - it may be well the next time
                sent = 0
            if sent < AT_ONCE:
                await asyncio.sleep(TICK_S)

    async def send_due(self) -> int:
        """Try everything that is due once; returns how many there were."""
        due = await self._queue.due(self._clock.now(), limit=AT_ONCE)
        await asyncio.gather(*map(self._send, due))
        return len(due)

    async def _note(self, event: str, content: Mapping[str, Any], chat_id: int, user_id: int | None) -> None:
        now = self._clock.now()
        where = {"chat": chat_id} if chat_id < 0 else {}  # a private chat has the number of its person
        body = json.dumps(
            {"event": event, "at": now.isoformat(), **where, event: content}, ensure_ascii=False
        )
        await self._queue.queue(self._urls, event, body, chat_id=chat_id, user_id=user_id, now=now)

    async def _send(self, delivery: HookDelivery) -> None:
        if delivery.url not in self._urls:  # the operator has taken it out of the settings
            await self._queue.settle(delivery, None)
            return
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
