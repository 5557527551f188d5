"""A digest that can't be posted, or must be waited for, is its own chat's trouble and ends some time."""

import asyncio
from datetime import time, timedelta

import pytest
import sqlalchemy as sa
from digest_house import BRIDGE, COMET, HERE, START

from bot.core.digests.followings import Place
from bot.core.errors import DatabaseError
from bot.core.schedule import Schedule
from bot.services.posting import MOST_TRIES
from bot.storage.schema.digest_tables import digest_plans

THERE = Place(chat_id=-200)
HOURLY = Schedule(zone="Europe/Berlin", times=tuple(time(hour) for hour in range(24)))


class RefusedError(Exception):
    """What Telegram's library raises, or a fault of ours."""


def failing_at_first(times: int, error: Exception, well):
    async def post(*args):
        nonlocal times
        times -= 1
        if times >= 0:
            raise error
        await well(*args)

    return post


async def test_a_chat_that_is_waited_for_makes_no_later_digest_of_another_late(house):
    await house.plan(schedule=HOURLY)
    await house.plan(schedule=HOURLY, place=THERE, target=THERE)
    over, post = asyncio.Event(), house.post.post

    async def waiting(plan, run):
        if plan.target == HERE:
            await over.wait()
        await post(plan, run)

    house.post.post = waiting
    rounds = []
    for hours, letter, text in ((1.1, "a", BRIDGE), (2.1, "b", COMET)):
        house.clock.time = START + timedelta(hours=hours)
        await house.share(letter, text, ord(letter), HERE, THERE)
        rounds.append(asyncio.create_task(house.jobs.post_due()))
        async with asyncio.timeout(30):
            while not any(part.endswith(letter) for _, part in house.post.arrived):  # noqa: ASYNC110 - of a list
                await asyncio.sleep(0.01)
    assert [chat for chat, _ in house.post.arrived] == [THERE.chat_id] * 2
    over.set()
    await asyncio.gather(*rounds)
    await house.jobs.post_due()
    assert sorted(part[-1] for chat, part in house.post.arrived if chat == HERE.chat_id) == ["a", "b"]


async def test_what_is_refused_again_and_again_is_given_up_and_the_next_digest_comes(house):
    await house.plan()
    await house.share("a", BRIDGE)
    house.post.post = failing_at_first(MOST_TRIES, RefusedError(), house.post.post)
    house.clock.time = START + timedelta(hours=2)
    for _ in range(MOST_TRIES + 2):
        await house.jobs.post_due()
    assert await house.stores.digests.unfinished_runs() == ()
    assert (house.post.arrived, house.ends) == ([], ["failed"])
    house.clock.time = START + timedelta(days=1)
    await house.share("b", COMET, message_id=2)
    house.clock.time += timedelta(hours=2)
    await house.jobs.post_due()
    assert [part[-1] for _, part in house.post.arrived] == ["b"]
    assert house.ends == ["failed", "posted"]


async def test_what_is_refused_once_is_posted_at_the_next_round(house):
    await house.plan()
    await house.share("a", BRIDGE)
    house.post.post = failing_at_first(MOST_TRIES - 1, RefusedError(), house.post.post)
    house.clock.time = START + timedelta(hours=2)
    for _ in range(MOST_TRIES):
        await house.jobs.post_due()
    assert (len(house.post.arrived), house.ends) == (1, ["posted"])


async def test_an_outage_of_the_database_is_no_failure_of_a_digest(house):
    await house.plan()
    await house.share("a", BRIDGE)
    shared = house.stores.digests.shared
    house.stores.digests.shared = failing_at_first(99, DatabaseError(reason="server"), shared)
    house.clock.time = START + timedelta(hours=2)
    for _ in range(MOST_TRIES + 1):
        with pytest.raises(DatabaseError):
            await house.jobs.post_due()
    house.stores.digests.shared = shared
    await house.jobs.post_due()
    assert (len(house.post.arrived), house.ends) == (1, ["posted"])


async def test_a_plan_whose_zone_has_gone_from_the_zone_data_stops_nobodys_digest(house):
    lost = await house.plan(place=THERE, target=THERE)
    kept = await house.plan()
    packed = sa.select(digest_plans.c.schedule).where(digest_plans.c.digest_id == lost.digest_id)
    database = house.stores.digests._database
    row = await database.row(packed)
    schedule = {**row["schedule"], "zone": "Mars/Phobos"}
    lost_one = sa.update(digest_plans).where(digest_plans.c.digest_id == lost.digest_id)
    await database.execute(lost_one.values(schedule=schedule))
    await house.share("a", BRIDGE)
    house.clock.time = START + timedelta(hours=2)
    await house.jobs.post_due()
    assert [chat for chat, _ in house.post.arrived] == [HERE.chat_id]
    assert [plan.digest_id for plan in await house.stores.digests.plans(HERE)] == [kept.digest_id]
    assert await house.stores.digests.plan(lost.digest_id) is None
