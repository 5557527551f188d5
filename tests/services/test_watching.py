"""Owners are told of what lasts: each trouble once, until it is well again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.ports.cluster import Outage
from bot.ports.operators import Trouble
from bot.services.watching import (
    LEAST_BYTES_TO_WRITE,
    LEAST_FREE_BYTES,
    LOOK_EVERY_S,
    LOOKS_BEFORE_TOLD,
    OLDEST_WAITING,
    OUTAGE_IS_NEWS_FOR,
    QUIET_AFTER,
    SHORTEST_OUTAGE,
    Watch,
    disk_trouble,
    has_room_to_write,
    outage_trouble,
    queue_trouble,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FULL = Trouble("owner-disk", {"megabytes": 3})


class WatchedThing:
    """A watch over one thing, and what it has told."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.told: list[Trouble] = []
        self.now = NOON
        self.watch = Watch(probes=[lambda: self.trouble], tell=self._tell, now=lambda: self.now)

    async def _tell(self, trouble: Trouble) -> None:
        self.told.append(trouble)

    async def looks(self, times: int = LOOKS_BEFORE_TOLD) -> None:
        for _ in range(times):
            await self.watch.look()


async def test_what_lasts_is_told_once() -> None:
    watched = WatchedThing()
    watched.trouble = FULL
    await watched.looks(LOOKS_BEFORE_TOLD * 5)
    assert watched.told == [FULL]


async def test_what_is_gone_at_once_is_not_told() -> None:
    watched = WatchedThing()
    for _ in range(5):
        watched.trouble = FULL
        await watched.looks(LOOKS_BEFORE_TOLD - 1)
        watched.trouble = None
        await watched.looks(1)
    assert watched.told == []


async def test_what_comes_back_after_it_was_well_for_long_is_told_again_and_what_flickers_is_not() -> None:
    watched = WatchedThing()
    for pause in (timedelta(minutes=10), QUIET_AFTER):
        watched.trouble = FULL
        await watched.looks()
        watched.trouble = None
        watched.now += pause
        await watched.looks()
    watched.trouble = FULL
    await watched.looks()
    assert watched.told == [FULL, FULL]


async def test_a_disk_that_cannot_be_asked_ends_nothing() -> None:
    def broken() -> Trouble | None:
        raise PermissionError

    watched = WatchedThing()
    watch = Watch(probes=[broken, lambda: FULL], tell=watched._tell, now=lambda: NOON)
    for _ in range(LOOKS_BEFORE_TOLD):
        await watch.look()
    assert watched.told == [FULL]


def test_a_disk_is_told_of_when_it_is_nearly_full() -> None:
    assert disk_trouble(LEAST_FREE_BYTES) is None
    assert disk_trouble(LEAST_FREE_BYTES - 1) == Trouble("owner-disk", {"megabytes": 499})


def test_a_full_disk_takes_no_writes_and_a_nearly_full_one_does() -> None:
    assert not has_room_to_write(0)
    assert not has_room_to_write(LEAST_BYTES_TO_WRITE - 1)
    assert has_room_to_write(LEAST_BYTES_TO_WRITE)
    assert disk_trouble(LEAST_BYTES_TO_WRITE) is not None


def test_a_queue_is_told_of_by_the_age_of_its_oldest() -> None:
    assert queue_trouble(0, None, NOON) is None
    assert queue_trouble(900, NOON - OLDEST_WAITING / 2, NOON) is None
    trouble = queue_trouble(3, NOON - timedelta(minutes=7, seconds=30), NOON)
    assert trouble == Trouble("owner-queue", {"waiting": 3, "minutes": 7})


def test_a_database_that_was_away_for_long_is_told_of_for_a_while() -> None:
    just_now = timedelta(seconds=1)
    assert outage_trouble(None) is None
    assert outage_trouble(Outage(lasted=SHORTEST_OUTAGE / 2, over_since=just_now)) is None
    assert outage_trouble(Outage(lasted=2.5 * SHORTEST_OUTAGE, over_since=2 * OUTAGE_IS_NEWS_FOR)) is None
    trouble = outage_trouble(Outage(lasted=2.5 * SHORTEST_OUTAGE, over_since=just_now))
    assert trouble == Trouble("owner-database", {"minutes": 2})
    assert OUTAGE_IS_NEWS_FOR.total_seconds() > LOOKS_BEFORE_TOLD * LOOK_EVERY_S
