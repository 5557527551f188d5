"""Digest plans as rows and back, and how they are stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from bot.core.digests.followings import DigestPlan, Place
from bot.core.schedule import Quiet, Schedule
from bot.storage.schema.digest_tables import digest_plans, digest_runs

OF_POSTING = frozenset({"last_slot", "last_until"})  # what is noted of a plan, and nobody chooses
SAME = ("since", "stories", "sentences", "shared", "feeds", "pin", "active", "last_slot", "last_until")


def to_row(plan: DigestPlan) -> dict[str, Any]:
    """The columns of `digest_plans` for a plan, but for its number."""
    return {
        "chat_id": plan.place.chat_id,
        "topic_id": plan.place.topic_id,
        "target_chat_id": plan.target.chat_id,
        "target_topic_id": plan.target.topic_id,
        "schedule": _pack(plan.schedule),
        **{name: getattr(plan, name) for name in SAME},
    }


def changes(plan: DigestPlan, was: DigestPlan) -> dict[str, Any]:
    """The columns in which a plan differs from what it was."""
    before = to_row(was)
    return {name: value for name, value in to_row(plan).items() if value != before[name]}


def from_row(row: sa.RowMapping) -> DigestPlan:
    """The plan that a row holds. Raises UnknownZoneError where its zone has gone from the zone data."""
    return DigestPlan(
        digest_id=row["digest_id"],
        place=Place(chat_id=row["chat_id"], topic_id=row["topic_id"]),
        target=Place(chat_id=row["target_chat_id"], topic_id=row["target_topic_id"]),
        schedule=_unpack(row["schedule"]),
        **{name: row[name] for name in SAME},
    )


def stop(connection: sa.Connection, chat_id: int, now: datetime) -> None:
    """Stop the digests that would be posted in a chat; what was fixed for it is not sent any more."""
    there = digest_plans.c.target_chat_id == chat_id
    connection.execute(sa.update(digest_plans).where(there).values(active=False))
    stopped = digest_runs.c.digest_id.in_(sa.select(digest_plans.c.digest_id).where(there))
    waiting = sa.and_(stopped, digest_runs.c.finished_at.is_(None))
    connection.execute(sa.update(digest_runs).where(waiting).values(finished_at=now, parts=[]))


def _pack(schedule: Schedule) -> dict[str, Any]:
    quiet = schedule.quiet
    return {
        "zone": schedule.zone,
        "times": [moment.isoformat("minutes") for moment in schedule.times],
        "days": sorted(schedule.days),
        "quiet": None
        if quiet is None
        else [quiet.start.isoformat("minutes"), quiet.end.isoformat("minutes")],
    }


def _unpack(packed: Mapping[str, Any]) -> Schedule:
    quiet = packed["quiet"]
    return Schedule(
        zone=packed["zone"],
        times=tuple(map(time.fromisoformat, packed["times"])),
        days=frozenset(packed["days"]),
        quiet=None
        if quiet is None
        else Quiet(start=time.fromisoformat(quiet[0]), end=time.fromisoformat(quiet[1])),
    )
