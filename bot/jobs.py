"""What the bot does unasked: digests when they are due, feeds when they may be asked, old rows erased."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.core.errors import DatabaseError
from bot.ports import Clock
from bot.ports.digests import DigestStore, Messenger
from bot.services.feeds import HOST_ROUND, Feeds
from bot.services.posting import Posting

log = structlog.get_logger(__name__)

EXPIRE_EVERY = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """How long it is from round to round."""

    tick_s: float = 20.0  # a digest is at most so late
    moment_s: float = 1.0  # between rounds of feeds while there are more


class Jobs:
    """Runs what is due until it is cancelled. Everything that it does goes on where it was after a crash."""

    def __init__(
        self,
        *,
        posting: Posting,
        feeds: Feeds,
        store: DigestStore,
        messenger: Messenger,
        clock: Clock,
        retention: timedelta,
        intervals: Intervals | None = None,
    ) -> None:
        self._posting = posting
        self._feeds = feeds
        self._store = store
        self._messenger = messenger
        self._clock = clock
        self._retention = retention
        self._intervals = intervals or Intervals()
        self._expired_at: datetime | None = None

    async def run(self) -> None:
        """Never returns. Slow feeds make no digest late, nor does a chat that must be waited for."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._poll_forever(), name="feeds")
            while True:
                tasks.create_task(self._post_once(), name="digests")
                await asyncio.sleep(self._intervals.tick_s)

    async def post_due(self) -> None:
        """One round of what earlier rounds left and what is due now."""
        await self._posting.resume()
        await self._posting.run_due()

    async def poll_due(self) -> int:
        """One round of the feeds that are due, and of what retention ends; returns how many were asked."""
        asked = await self._feeds.poll_due(self._messenger.tell_stopped)
        await self._expire_now_and_then()
        return asked

    async def _expire_now_and_then(self) -> None:
        now = self._clock.now()
        if self._expired_at is None or now - self._expired_at >= EXPIRE_EVERY:
            await self._store.expire(now - self._retention)
            self._expired_at = now

    async def _post_once(self) -> None:
        try:
            await self.post_due()
        except DatabaseError as error:
            _log_database("digests_failed", error)

    async def _poll_forever(self) -> None:
        while True:
            asked = 0
            try:
                asked = await self.poll_due()
            except DatabaseError as error:
                _log_database("feeds_failed", error)
            # A round with as many feeds as one host has a turn for may have left some: thousands of feeds, or
            # hundreds of one host, leave no time for waiting.
            every = self._intervals
            await asyncio.sleep(every.tick_s if asked < HOST_ROUND else every.moment_s)


def _log_database(event: str, error: DatabaseError) -> None:
    """A database that fails now may be well again at the next round."""
    log.error(event, reason=str(error))
