"""Troubles that the owners of the bot must mend: each is reported to them once, until it has gone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias

import structlog

from bot.ports.cluster import Outage
from bot.ports.operators import Trouble

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 60.0
# A trouble that has gone after a few looks mends itself, as when one process replaces another.
LOOKS_BEFORE_TOLD: Final = 3
# A trouble that comes and goes is not reported more often than somebody could act on it.
QUIET_AFTER: Final = timedelta(hours=6)

MEGABYTE: Final = 2**20
LEAST_FREE_BYTES: Final = 500 * MEGABYTE
# SQLite's write-ahead log grows to four megabytes before it is taken into the database.
LEAST_BYTES_TO_WRITE: Final = 8 * MEGABYTE
OLDEST_WAITING: Final = timedelta(minutes=5)
# A database server that is started anew is away for seconds, and needs nobody.
SHORTEST_OUTAGE: Final = timedelta(minutes=1)
# Nobody can be written to without the database: an outage is told of when it is over, and not for ever after.
OUTAGE_IS_NEWS_FOR: Final = timedelta(minutes=15)

Probe: TypeAlias = Callable[[], Trouble | None]


class Watch:
    """Asks all probes again and again, and reports the troubles that last."""

    def __init__(
        self,
        *,
        probes: Sequence[Probe],
        tell: Callable[[Trouble], Awaitable[None]],
        now: Callable[[], datetime],
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._probes = probes
        self._tell = tell
        self._now = now
        self._look_every_s = look_every_s
        self._looks: dict[str, int] = {}  # by trouble, how many looks in a row have seen it
        self._told: dict[str, datetime] = {}

    async def run(self) -> None:
        """Watch for ever."""
        while True:
            await self.look()
            await asyncio.sleep(self._look_every_s)

    async def look(self) -> None:
        """Ask all probes once, and report what is new."""
        found = {trouble.key: trouble for trouble in map(_asked, self._probes) if trouble is not None}
        self._looks = {key: self._looks.get(key, 0) + 1 for key in found}
        now = self._now()
        for key in list(self._told):
            if key not in found and now - self._told[key] >= QUIET_AFTER:
                del self._told[key]
        for key, trouble in found.items():
            if self._looks[key] >= LOOKS_BEFORE_TOLD and key not in self._told:
                log.warning("owners_told", trouble=key)
                self._told[key] = now
                await self._tell(trouble)


def _asked(probe: Probe) -> Trouble | None:
    try:
        return probe()
    except OSError as error:  # a disk that can't be asked is not full
        log.warning("probe_failed", error=type(error).__name__)
        return None


def has_room_to_write(free_bytes: int) -> bool:
    """Whether a database can still be written to where its disk has so much room."""
    return free_bytes >= LEAST_BYTES_TO_WRITE


def disk_trouble(free_bytes: int) -> Trouble | None:
    """Whether the disk with the database is nearly full."""
    if free_bytes >= LEAST_FREE_BYTES:
        return None
    return Trouble("owner-disk", {"megabytes": free_bytes // MEGABYTE})


def queue_trouble(depth: int, oldest: datetime | None, now: datetime) -> Trouble | None:
    """Whether people wait for answers longer than a busy minute explains."""
    if oldest is None or now - oldest < OLDEST_WAITING:
        return None
    minutes = (now - oldest) // timedelta(minutes=1)
    return Trouble("owner-queue", {"waiting": depth, "minutes": minutes})


def outage_trouble(outage: Outage | None) -> Trouble | None:
    """Whether the database was away, and for so long that somebody should look why."""
    if outage is None or outage.lasted < SHORTEST_OUTAGE or outage.over_since > OUTAGE_IS_NEWS_FOR:
        return None
    return Trouble("owner-database", {"minutes": outage.lasted // timedelta(minutes=1)})
