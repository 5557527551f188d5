"""When a digest is due, over zones, clocks that change, restarts and missed runs."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import InvalidInputError, UnknownZoneError
from bot.core.schedule import WEEKDAYS, Quiet, Schedule, due, following, moment_of

BERLIN = "Europe/Berlin"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
ZONES = [BERLIN, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]
schedules = st.builds(
    Schedule,
    zone=st.sampled_from(ZONES),
    times=st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), min_size=1, max_size=4).map(
        tuple
    ),
    days=st.sets(st.integers(0, 6), min_size=1).map(frozenset),
)
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
moments = st.integers(0, 20 * 365 * 24 * 60).map(lambda minutes: _EPOCH + timedelta(minutes=minutes))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def daily(*times: time, zone: str = BERLIN, **more) -> Schedule:
    return Schedule(zone=zone, times=times, **more)


@settings(max_examples=60, deadline=None)
@given(schedules, moments, st.lists(st.integers(1, 60 * 30), min_size=5, max_size=30))
def test_slots_are_run_in_order_each_once_and_never_before_their_time(schedule, now, steps):
    since, last, done = now, None, []
    for minutes in steps:
        now += timedelta(minutes=minutes)
        slot = due(schedule, since=since, last=last, now=now)
        if slot is not None:
            assert since < slot.at <= now
            last = slot.key
            done.append(slot.key)
            assert due(schedule, since=since, last=last, now=now) is None
    assert done == sorted(set(done))


@settings(max_examples=60, deadline=None)
@given(schedules, moments)
def test_a_slot_is_at_its_hour_on_the_clocks_of_its_zone(schedule, now):
    slot = following(schedule, last=None, now=now)
    wanted = datetime.fromisoformat(slot.key)
    shown = slot.at.astimezone(ZoneInfo(schedule.zone)).replace(tzinfo=None)
    assert wanted.weekday() in schedule.days
    # In a gap it is the first moment after: later than wanted, by no more than an hour.
    assert timedelta() <= shown - wanted <= timedelta(hours=1)


@settings(max_examples=40, deadline=None)
@given(schedules, moments)
def test_who_looks_often_misses_nothing_and_who_sleeps_catches_up_once(schedule, now):
    since, last, seen = now, None, []
    while (slot := following(schedule, last=last, now=now)) and len(seen) < 5:
        assert due(schedule, since=since, last=last, now=slot.at) == slot
        seen, last, now = [*seen, slot], slot.key, slot.at
    assert due(schedule, since=since, last=None, now=now) == seen[-1]


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-03-29T02:30", "2026-03-29T01:00"),  # the hour that is left out
        ("2026-03-29T03:00", "2026-03-29T01:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30"),  # the hour that comes twice
        ("2028-02-29T08:00", "2028-02-29T07:00"),
    ],
)
def test_clocks_that_change_and_leap_days(local, expected):
    assert moment_of(datetime.fromisoformat(local), ZoneInfo(BERLIN)) == at(expected)


def test_an_hour_that_comes_twice_is_run_once():
    schedule = daily(time(2, 30))
    first = due(schedule, since=LONG_AGO, last="2026-10-24T02:30", now=at("2026-10-25T00:30"))
    assert first.key == "2026-10-25T02:30"
    assert due(schedule, since=LONG_AGO, last=first.key, now=at("2026-10-25T01:30")) is None


def test_a_day_that_a_zone_left_out_has_no_slot():
    schedule = daily(time(8), zone="Pacific/Apia")
    keys, now, last = [], at("2011-12-28T12:00"), None
    for _ in range(3):
        slot = following(schedule, last=last, now=now)
        keys, now, last = [*keys, slot.key[:10]], slot.at, slot.key
    assert keys == ["2011-12-28", "2011-12-29", "2011-12-31"]


def test_a_zone_that_changes_runs_no_date_twice():
    last = due(daily(time(8)), since=LONG_AGO, last=None, now=at("2026-06-01T07:00")).key
    west = daily(time(8), zone="America/New_York")
    assert due(west, since=at("2026-06-01T07:00"), last=last, now=at("2026-06-01T13:00")) is None
    assert following(west, last=last, now=at("2026-06-01T13:00")).key == "2026-06-02T08:00"


def test_a_clock_that_was_wrong_for_a_while_stops_no_schedule():
    now = at("2026-06-02T07:00")
    assert due(daily(time(8)), since=LONG_AGO, last="2030-01-01T08:00", now=now).key == "2026-06-02T08:00"
    assert following(daily(time(8)), last="2030-01-01T08:00", now=now).key == "2026-06-03T08:00"


def test_quiet_hours_put_a_slot_off_to_their_end():
    schedule = daily(time(23), time(6), quiet=Quiet(start=time(22), end=time(7)))
    slot = due(schedule, since=LONG_AGO, last=None, now=at("2026-06-02T05:00"))
    assert (slot.key, slot.at) == ("2026-06-02T06:00", at("2026-06-02T05:00"))
    assert due(schedule, since=LONG_AGO, last=slot.key, now=at("2026-06-02T21:30")) is None


def test_weekdays_leave_out_saturday_and_sunday():
    schedule = daily(time(8), days=WEEKDAYS)
    slot = following(schedule, last=None, now=at("2026-06-05T12:00"))
    assert date.fromisoformat(slot.key[:10]) == date(2026, 6, 8)


def test_what_lies_before_the_schedule_was_set_is_not_due():
    since = at("2026-06-01T10:00")
    assert due(daily(time(8)), since=since, last=None, now=at("2026-06-02T05:59")) is None


@pytest.mark.parametrize(
    "zone", ["", "Europe", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "\0", "x" * 5000]
)
def test_a_zone_that_is_none_is_refused(zone):
    with pytest.raises(UnknownZoneError):
        daily(time(8), zone=zone)


@pytest.mark.parametrize("wrong", [{"times": ()}, {"times": (time(8),), "days": frozenset()}])
def test_a_schedule_needs_a_time_and_a_day(wrong):
    with pytest.raises(InvalidInputError):
        Schedule(zone=BERLIN, **wrong)
