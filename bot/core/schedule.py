"""When a digest is due: pure decisions on the present moment and on what was done last.

A slot is a time on a date as people in a zone write it; its key is that date and time. A digest and a slot's
key together are unique, so a slot is done once at most: also where the clock shows its time twice, and where
the zone is changed in between. A run that was missed is caught up once: of all slots that have passed, only
the last is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.core.errors import InvalidInputError, UnknownZoneError

EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
MOST_TIMES = 24  # a day

# A week holds a slot of every schedule, and a day that a zone left out costs one more week.
_SEARCHED = timedelta(days=15)
_NO_SUCH_DAY = timedelta(hours=20)  # no clock was ever put forward as far, unless a whole day was left out
_KEY = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Hours of the night in which nothing is posted, in the schedule's zone; `end` may be on the next day."""

    start: time
    end: time

    def holds(self, moment: time) -> bool:
        """Whether a time of day lies in them; `start` does, `end` does not."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The times at which a digest is posted. Raises UnknownZoneError and InvalidInputError when made."""

    zone: str  # IANA name
    times: tuple[time, ...]  # local, naive, to the minute; sorted and each once when made
    days: frozenset[int] = EVERY_DAY  # 0 is Monday, as in datetime.weekday()
    quiet: Quiet | None = None

    def __post_init__(self) -> None:
        zone_of(self.zone)
        times = tuple(sorted({moment.replace(second=0, microsecond=0, tzinfo=None) for moment in self.times}))
        if not 1 <= len(times) <= MOST_TIMES or not self.days or not self.days <= EVERY_DAY:
            raise InvalidInputError(times=len(times), days=sorted(self.days))
        object.__setattr__(self, "times", times)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One posting of a schedule."""

    key: str  # local date and time, "2026-03-29T08:00": unique within a digest; later slots sort later
    at: datetime  # the moment from which it is due, aware, UTC


@lru_cache(maxsize=600)
def zone_of(name: str) -> ZoneInfo:
    """The rules of a zone. Raises UnknownZoneError."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:  # no such file, a folder, or no name at all
        raise UnknownZoneError(zone=name[:100]) from error


def due(schedule: Schedule, *, since: datetime, last: str | None, now: datetime) -> Slot | None:
    """The slot to run now; None where nothing is due.

    `since`: when the schedule was set or changed; what lay before is none of its slots. `last`: the key of
    the slot that was run last; no slot with the same or an earlier key is run again.
    """
    begin = max(since, now - _SEARCHED)
    last = _believed(last, now)
    found = [slot for slot in _slots(schedule, begin, now) if last is None or slot.key > last]
    return max(found, key=lambda slot: slot.key, default=None)


def following(schedule: Schedule, *, last: str | None, now: datetime) -> Slot | None:
    """The next slot after `now`; None only where a zone leaves out days for a fortnight."""
    last = _believed(last, now)
    found = [slot for slot in _slots(schedule, now, now + _SEARCHED) if last is None or slot.key > last]
    return min(found, key=lambda slot: (slot.at, slot.key), default=None)


def _believed(last: str | None, now: datetime) -> str | None:
    """The slot that was run last; None for one that is yet to come, which a wrong clock has run."""
    # Zones are ahead of UTC by less than a day.
    ahead = _day(now.astimezone(UTC).date(), 2).isoformat()
    return None if last is not None and last > ahead else last


def _slots(schedule: Schedule, after: datetime, until: datetime) -> Iterator[Slot]:
    """The slots that fall due in (after, until], by date and time of day."""
    zone = zone_of(schedule.zone)
    # Quiet hours put a slot off by less than a day, and no zone is more than a day from UTC.
    day = _day(after.astimezone(UTC).date(), -2)
    last_day = _day(until.astimezone(UTC).date(), 1)
    while day <= last_day:
        if day.weekday() in schedule.days:
            for moment in schedule.times:
                at = _due_at(schedule.quiet, datetime.combine(day, moment), zone)
                if at is not None and after < at <= until:
                    yield Slot(datetime.combine(day, moment).strftime(_KEY), at)
        if day == date.max:
            return
        day = _day(day, 1)


def _day(day: date, offset: int) -> date:
    number = min(max(day.toordinal() + offset, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def _due_at(quiet: Quiet | None, local: datetime, zone: ZoneInfo) -> datetime | None:
    """When a local time comes, put off to the end of the quiet hours; None on a day that was left out."""
    at = moment_of(local, zone)
    if at is None or quiet is None:
        return at
    shown = at.astimezone(zone)
    if not quiet.holds(shown.time()):
        return at
    day = shown.date() if shown.time() < quiet.end else _day(shown.date(), 1)
    return moment_of(datetime.combine(day, quiet.end), zone)


def moment_of(local: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) at which the clocks of a zone first show a local time, or pass over it.

    A time that is left out when clocks go forward comes at the first moment after the gap; one that is shown
    twice comes the first time. None where the zone left out the whole day (as Samoa on 30 December 2011).
    """
    try:
        first = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
        second = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
        if second >= first:  # as ever, or shown twice
            return first
        # In a gap the two readings lie around it (PEP 495): it is as long as they are apart.
        if first - second >= _NO_SUCH_DAY:
            return None
        return _end_of_gap(second, first, zone)
    except OverflowError:  # the first or the last day that a calendar of Python has
        return None


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the offset changes, to the second, between two that lie on its two sides."""
    offset = before.astimezone(zone).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)
