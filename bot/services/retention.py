"""What nobody has used for long is erased, a little at a time."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.core.errors import DatabaseError
from bot.ports import Clock
from bot.ports.digests import DigestStore
from bot.ports.operators import OperatorStore

log = structlog.get_logger(__name__)

SWEEP_EVERY = timedelta(hours=6)
TICK_S = 60.0  # the trial's clock can be moved: it is looked at more often than a sweep is due
STEP = 100  # rows at once; nobody else's write waits for longer than that takes
PAUSE_S = 0.2  # between steps, so that others' writes come first


class Retention:
    """Erases what was last used before `kept_for`, at the start and every few hours."""

    def __init__(
        self,
        *,
        operators: OperatorStore,
        digests: DigestStore,
        clock: Clock,
        kept_for: timedelta,
        pause_s: float = PAUSE_S,
    ) -> None:
        self._operators = operators
        self._digests = digests
        self._clock = clock
        self._kept_for = kept_for
        self._pause_s = pause_s
        self._swept_at: datetime | None = None

    async def run(self) -> None:
        """For ever. A database that fails now may be well again the next time."""
        while True:
            try:
                await self.sweep_if_due()
            except DatabaseError as error:
                log.error("retention_failed", reason=error.details.get("reason"))  # noqa: TRY400 - no texts
            await asyncio.sleep(TICK_S)

    async def sweep_if_due(self) -> bool:
        """Sweep, unless that was done in the last few hours; returns whether it was done."""
        now = self._clock.now()
        # A clock that was ahead is no reason to wait until its time has come again.
        if self._swept_at is not None and timedelta(0) <= now - self._swept_at < SWEEP_EVERY:
            return False
        self._swept_at = now  # also where it fails: a database in trouble is not asked every minute
        log.info("retention", erased=await self.sweep())
        return True

    async def sweep(self) -> int:
        """Erase all that is due; returns how many rows went."""
        before = self._clock.now() - self._kept_for
        count = await self._digests.expire(before)
        while gone := await self._operators.expire(before, limit=STEP):
            count += gone
            await asyncio.sleep(self._pause_s)
        return count
