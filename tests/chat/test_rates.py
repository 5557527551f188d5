"""How many messages a minute are answered: who writes faster waits, is told once, and loses nothing."""

import asyncio
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.queueing.dispatch import Dispatcher, UpdateHandler
from bot.chat.queueing.job import ActiveJobs
from bot.chat.queueing.lanes import incoming_of
from bot.chat.queueing.precedence import MANY, PROMPT_S, Precedence
from bot.chat.queueing.rates import Rates, is_for_bot
from bot.chat.queueing.throttle import Throttle
from bot.storage import open_storage

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_as_many_as_a_minute_allows_at_once_and_then_one_by_one():
    rates = Rates(4)
    for _ in range(4):
        assert not rates.wait(7, NOW)
        rates.take(7, NOW)
    assert rates.wait(7, NOW) == timedelta(seconds=15)
    assert not rates.wait(8, NOW)
    assert not rates.wait(7, NOW + timedelta(seconds=15))


def test_no_limit_lets_everything_through():
    rates = Rates(0)
    for _ in range(1000):
        rates.take(7, NOW)
    assert not rates.wait(7, NOW)


def test_a_clock_that_jumps_back_locks_nobody_out():
    rates = Rates(1)
    rates.take(7, NOW)
    assert rates.wait(7, NOW - timedelta(hours=1)) == timedelta(minutes=1)
    assert not rates.wait(7, NOW - timedelta(minutes=59))


def test_one_is_told_once_and_again_only_after_a_while():
    rates = Rates(1)
    assert rates.tells(7, NOW)
    assert not rates.tells(7, NOW + timedelta(minutes=9))
    assert rates.tells(7, NOW + timedelta(minutes=11))


@pytest.mark.parametrize(
    ("message", "counts"),
    [
        ({"chat": {"type": "private"}, "text": "hello"}, True),
        ({"chat": {"type": "supergroup"}, "text": "hello"}, False),
        ({"chat": {"type": "group"}, "entities": [{"type": "bot_command"}]}, True),
        ({"chat": {"type": "group"}, "caption_entities": [{"type": "mention"}]}, True),
        ({"chat": {"type": "group"}, "reply_to_message": {"from": {"is_bot": True}}}, True),
        ({"chat": {"type": "group"}, "reply_to_message": {"from": {"is_bot": False}}}, False),
        ({"chat": [], "entities": {}, "reply_to_message": {"from": 1}}, False),
        ("nonsense", False),
    ],
)
def test_in_a_group_only_what_is_said_to_the_bot_counts(message, counts):
    assert is_for_bot({"message": message}) is counts


class Clock:
    def __init__(self):
        self.time = NOW

    def now(self):
        return self.time


async def test_who_writes_too_fast_waits_is_told_once_and_all_is_answered_in_order():
    clock, told, answered = Clock(), [], []

    async def handle(update):
        answered.append(update["update_id"])

    async def on_wait(address, pause):
        told.append((address.user_id, pause.total_seconds()))

    async with open_storage("sqlite://", clock) as stores:
        dispatcher = Dispatcher(
            inbox=stores.inbox,
            handler=UpdateHandler(parse=lambda raw: raw, handle=handle, on_give_up=None),
            active=ActiveJobs(),
            clock=clock,
            throttle=Throttle(60, clock=clock, on_wait=on_wait),  # the next one a second later
        )
        raws = [
            {
                "update_id": n,
                "message": {"chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "text": "?"},
            }
            for n in range(1, 64)
        ]
        dispatcher.feed(await stores.inbox.put([incoming_of(raw, clock.now()) for raw in raws]))
        assert (dispatcher.depth(), dispatcher.oldest()) == (63, NOW)
        async with asyncio.timeout(60):
            while len(answered) < 60 or not told:  # noqa: ASYNC110 - the dispatcher tells nobody
                await asyncio.sleep(0.01)
            clock.time += timedelta(seconds=10)
            await dispatcher.idle()
        await dispatcher.stop()
    assert answered == list(range(1, 64))
    assert told == [(7, 1.0)]
    assert (dispatcher.depth(), dispatcher.oldest()) == (0, None)


async def test_while_many_updates_arrive_jobs_wait_a_second_at_most_and_begin_when_it_is_calm():
    precedence = Precedence()
    with ExitStack() as arriving:
        for _ in range(MANY + 1):
            arriving.enter_context(precedence.arriving())
        waiting = asyncio.create_task(precedence.calm())
        await asyncio.sleep(0.05)
        assert not waiting.done()
    async with asyncio.timeout(10):
        await waiting
        await precedence.calm()


async def test_while_one_update_has_been_on_its_way_for_long_jobs_wait():
    seconds = 0.0
    precedence = Precedence(lambda: seconds)
    with precedence.arriving():
        seconds = PROMPT_S
        await asyncio.wait_for(precedence.calm(), 10)
        seconds = 2 * PROMPT_S
        waiting = asyncio.create_task(precedence.calm())
        await asyncio.sleep(0.05)
        assert not waiting.done()
    await asyncio.wait_for(waiting, 10)
