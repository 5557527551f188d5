"""What is sent unasked keeps Telegram's pace, and many digests at once meet no 429."""

import asyncio
import json
import time
from datetime import UTC, datetime
from pathlib import Path

from stage import Stage, on_stage
from test_digests import jobs

from bot.chat.telegram.pace import ALL_EVERY_S, CHAT_EVERY_S, GROUP_EVERY_S, Pace
from bot.core.digests.followings import DigestPlan, Place
from bot.core.schedule import Schedule, Slot
from bot.trial.chats import BOT_ID, Chat, Member, rights_of
from bot.trial.limits import Limits


class Time:
    """A clock that goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


async def test_messages_to_many_chats_are_a_fraction_of_a_second_apart() -> None:
    clock = Time()
    pace = Pace(clock, clock.sleep)
    for chat_id in range(1, 51):
        await pace.turn(chat_id)
    assert abs(clock.now - 49 * ALL_EVERY_S) < 1e-6


async def test_one_chat_waits_a_second_and_a_group_three() -> None:
    clock = Time()
    pace = Pace(clock, clock.sleep)
    await pace.turn(1)
    await pace.turn(1)
    assert CHAT_EVERY_S - 1e-6 < clock.now <= CHAT_EVERY_S + ALL_EVERY_S
    await pace.turn(-1)
    began = clock.now
    await pace.turn(-1)
    assert GROUP_EVERY_S - ALL_EVERY_S - 1e-6 < clock.now - began <= GROUP_EVERY_S + ALL_EVERY_S


async def test_a_chat_that_waits_holds_up_no_other() -> None:
    clock = Time()
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    pace = Pace(clock, note)
    for _ in range(5):
        await pace.turn(-1)
    await pace.turn(-2)
    assert waits[-1] < 6 * ALL_EVERY_S


async def fixed(stage: Stage, chat_id: int) -> None:
    """A posting that waits to be sent to a chat of its own."""
    chat = Chat(chat_id, "supergroup", "Many")
    chat.members[BOT_ID] = Member(stage.world.bot, "administrator", frozenset(rights_of("supergroup")))
    stage.world.chats[chat_id] = chat
    now, place = datetime.now(UTC), Place(chat_id=chat_id)
    schedule = Schedule(zone="UTC", times=(now.time(),))
    plan = DigestPlan(digest_id=0, place=place, target=place, schedule=schedule, since=now)
    plan = await stage.stores.digests.save_plan(plan)
    part = json.dumps({"html": f"digest for {chat_id}"})
    await stage.stores.digests.begin_run(plan, Slot("2026-01-01T08:00", now), (part,), (), now)


async def test_forty_chats_due_at_once_go_out_without_a_refusal(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        chats = [-1_003_000_000_000 - number for number in range(40)]
        await asyncio.gather(*(fixed(stage, chat_id) for chat_id in chats))
        limits = stage.world.limits = Limits(time.monotonic)
        await jobs(stage).post_due()
        said = {chat_id: [one["text"] for one in stage.said(chat_id)] for chat_id in chats}
    assert said == {chat_id: [f"digest for {chat_id}"] for chat_id in chats}
    assert (limits.refused, limits.repeated) == (0, 0)
