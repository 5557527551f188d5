"""What nobody has used for long is erased, a little at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.core.errors import DatabaseError
from bot.ports import Clock
from bot.ports.operators import OperatorStore

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 6 * 3600.0
STEP = 100  # rows at once; nobody else's write waits for longer than that takes
PAUSE_S = 0.2  # between steps, so that others' writes come first


class Retention:
    """Erases what was last used before `kept_for`, now and every few hours."""

    def __init__(
        self, *, store: OperatorStore, clock: Clock, kept_for: timedelta, pause_s: float = PAUSE_S
    ) -> None:
        self._store = store
        self._clock = clock
        self._kept_for = kept_for
        self._pause_s = pause_s

    async def run(self) -> None:
        """For ever. A database that fails now may be well again the next time."""
        while True:
            try:
                count = await self.sweep()
            except DatabaseError as error:
                log.error("retention_failed", reason=error.details.get("reason"))  # noqa: TRY400 - no texts
            else:
                log.info("retention", erased=count)
            await asyncio.sleep(LOOK_EVERY_S)

    async def sweep(self) -> int:
        """Erase all that is due; returns how many readings, messages, updates and people went."""
        before = self._clock.now() - self._kept_for
        count = 0
        while gone := await self._store.expire(before, limit=STEP):
            count += gone
            await asyncio.sleep(self._pause_s)
        return count
