"""What nobody has used for long is erased by itself, a little at a time, and not all the time."""

from datetime import UTC, datetime, timedelta

from moved_clock import MovedClock

from bot.services.retention import STEP, SWEEP_EVERY, Retention

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
KEPT_FOR = timedelta(days=90)


class OldRows:
    """A store with some rows that are due, which notes what it was asked to erase."""

    def __init__(self, due: int) -> None:
        self.due = due
        self.asked: list[tuple[datetime, int | None]] = []

    async def expire(self, before: datetime, *, limit: int | None = None) -> int:
        self.asked.append((before, limit))
        gone = self.due if limit is None else min(limit, self.due)
        self.due -= gone
        return gone


def retention(operators: OldRows, digests: OldRows, clock: MovedClock) -> Retention:
    return Retention(operators=operators, digests=digests, clock=clock, kept_for=KEPT_FOR, pause_s=0.0)


async def test_all_that_is_due_goes_in_small_steps() -> None:
    operators, digests = OldRows(2 * STEP + 1), OldRows(5)
    assert await retention(operators, digests, MovedClock(START)).sweep() == 2 * STEP + 6
    assert digests.asked == [(START - KEPT_FOR, None)]
    assert operators.asked == [(START - KEPT_FOR, STEP)] * 4


async def test_it_is_swept_at_the_start_and_again_only_after_some_hours() -> None:
    clock, operators = MovedClock(START), OldRows(0)
    swept = retention(operators, OldRows(0), clock)
    assert await swept.sweep_if_due()
    clock.time += SWEEP_EVERY / 2
    assert not await swept.sweep_if_due()
    clock.time += SWEEP_EVERY / 2
    assert await swept.sweep_if_due()
    assert len(operators.asked) == 2


async def test_it_is_swept_though_the_clock_was_ahead_the_last_time() -> None:
    clock = MovedClock(START)
    swept = retention(OldRows(0), OldRows(0), clock)
    assert await swept.sweep_if_due()
    clock.time -= timedelta(days=1500)
    assert await swept.sweep_if_due()
    assert not await swept.sweep_if_due()
