"""What a button changes of a digest: pure decisions from the plan as it is to the plan as it will be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time

from bot.chat.views.digest_screens import LENGTHS, QUIET
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.followings import DigestPlan
from bot.core.schedule import EVERY_DAY, WEEKDAYS, Quiet

# The changed plan; None where the button names no such value. Raises UnknownZoneError, InvalidInputError.
Change = Callable[[DigestPlan, ScreenCallback], DigestPlan | None]


def _toggle_day(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    day = callback.number(2)
    return rescheduled(plan, days=plan.schedule.days ^ {day}) if day in EVERY_DAY else None


def _choose_days(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    days = {"all": EVERY_DAY, "work": WEEKDAYS}.get(callback.word(2))
    return None if days is None else rescheduled(plan, days=days)


def _toggle_hour(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    hour = callback.number(2)
    if hour is None or not 0 <= hour < 24:
        return None
    return rescheduled(plan, times=tuple(set(plan.schedule.times) ^ {time(hour)}))


def _choose_zone(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    return rescheduled(plan, zone=callback.word(2))


def _toggle_quiet(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    del callback
    quiet = None if plan.schedule.quiet else Quiet(start=time(QUIET[0]), end=time(QUIET[1]))
    return replace(plan, schedule=replace(plan.schedule, quiet=quiet))


def _choose_length(plan: DigestPlan, callback: ScreenCallback) -> DigestPlan | None:
    count = callback.number(2)
    return replace(plan, stories=count) if count in LENGTHS and count is not None else None


def rescheduled(plan: DigestPlan, **changes: object) -> DigestPlan:
    """The plan with another schedule. Raises UnknownZoneError, InvalidInputError."""
    return replace(plan, schedule=replace(plan.schedule, **changes))  # type: ignore[arg-type]


CHANGES: Mapping[str, Change] = {
    "day": _toggle_day,
    "days": _choose_days,
    "hour": _toggle_hour,
    "z": _choose_zone,
    "quiet": _toggle_quiet,
    "n": _choose_length,
    "shared": lambda plan, _: replace(plan, shared=not plan.shared),
    "feeds": lambda plan, _: replace(plan, feeds=not plan.feeds),
    "pin": lambda plan, _: replace(plan, pin=not plan.pin),
    "off": lambda plan, _: replace(plan, active=False),
}
