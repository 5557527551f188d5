"""What the bot does on schedule: digests when they are due, feeds when they may be asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

from bot.core.errors import DatabaseError
from bot.ports.digests import Messenger
from bot.services.feed_polling import HOST_ROUND, FeedPoller
from bot.services.posting import Posting

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Pauses between rounds."""

    tick_s: float = 20.0  # so late may a digest be
    busy_s: float = 1.0  # between rounds of feeds while there are more


class Jobs:
    """Runs what is due until it is cancelled. After a crash it continues where it was."""

    def __init__(
        self,
        *,
        posting: Posting,
        poller: FeedPoller,
        messenger: Messenger,
        intervals: Intervals | None = None,
    ) -> None:
        self._posting = posting
        self._poller = poller
        self._messenger = messenger
        self._intervals = intervals or Intervals()

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
        """One round of the feeds that are due; returns how many were asked."""
        return await self._poller.poll_due(self._messenger.tell_stopped)

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
            await asyncio.sleep(every.tick_s if asked < HOST_ROUND else every.busy_s)


def _log_database(event: str, error: DatabaseError) -> None:
    """A database that fails now may be well again at the next round."""
    log.error(event, reason=str(error))
