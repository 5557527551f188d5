import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Update
from telegram.error import RetryAfter

from bot.chat.queueing import handling, runs
from bot.chat.queueing.dispatch import Dispatcher, DispatchLimits, GivenUp, UpdateHandler
from bot.chat.queueing.job import ActiveJobs
from bot.chat.queueing.joining import Bundle
from bot.chat.queueing.lanes import incoming_of
from bot.chat.telegram.calls import call
from bot.core.errors import ChatGoneError
from bot.storage import open_storage

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class DispatchBench:
    """A clock, an inbox, and a handler that notes what it got and does what it is told."""

    def __init__(self, inbox) -> None:
        self.inbox = inbox
        self.time = datetime(2026, 3, 1, tzinfo=UTC)
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.batches: list = []
        self.given_up: list[tuple[int, GivenUp]] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.errors: dict[int, list[Exception]] = {}
        self.dispatchers: list[Dispatcher] = []
        self.next_id = 0
        self.active = ActiveJobs()

    def now(self) -> datetime:
        return self.time

    async def handle(self, job) -> None:
        update = job if isinstance(job, Update) else job.updates[0]
        if not isinstance(job, Update):
            self.batches.append(job)
        number = update.update_id
        self.begun.append(number)
        if self.errors.get(number):
            raise self.errors[number].pop(0)
        if number in self.gates:
            await self.gates[number].wait()
        self.ended.append(number)

    async def give_up(self, gave_up) -> None:
        self.given_up.append((gave_up.address.update_id, gave_up.reason))

    def dispatcher(self, **limits) -> Dispatcher:
        dispatcher = Dispatcher(
            inbox=self.inbox,
            handler=UpdateHandler(parse=Update.de_json, handle=self.handle, on_give_up=self.give_up),
            active=self.active,
            clock=self,
            limits=DispatchLimits(**limits),
        )
        self.dispatchers.append(dispatcher)
        return dispatcher

    def update(self, chat=7, text="hello", gated=False, more=None):
        self.next_id += 1
        if gated:
            self.gates[self.next_id] = asyncio.Event()
        message = {
            "message_id": self.next_id,
            "date": 100,
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "P"},
            "text": text,
        }
        return incoming_of({"update_id": self.next_id, "message": message | (more or {})}, self.time)

    def press(self, chat=7):
        self.next_id += 1
        person = {"id": chat, "is_bot": False, "first_name": "P"}
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}}
        query = {"id": "1", "from": person, "chat_instance": "1", "data": "x", "message": message}
        return incoming_of({"update_id": self.next_id, "callback_query": query}, self.time)

    async def feed(self, dispatcher, *updates) -> None:
        dispatcher.feed(await self.inbox.put(updates))


@pytest.fixture
async def bench() -> AsyncIterator[DispatchBench]:
    async with open_storage("sqlite://", SystemClock()) as stores:
        bench = DispatchBench(stores.inbox)
        yield bench
        for dispatcher in bench.dispatchers:
            await dispatcher.stop(patience_s=0)


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch) -> None:
    monkeypatch.setattr(handling, "RETRY_WAITS_S", (0.0, 0.0))
    monkeypatch.setattr(runs, "PATIENCE_S", 0.05)


async def until(condition) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - plain enough here
            await asyncio.sleep(0.005)


async def test_a_chat_is_answered_in_order_and_others_beside_it(bench):
    dispatcher = bench.dispatcher()
    first, second, other = bench.update(gated=True), bench.update(), bench.update(chat=8)
    await bench.feed(dispatcher, first, second, other)
    await until(lambda: bench.ended == [3])
    assert bench.begun == [1, 3]
    bench.gates[1].set()
    await dispatcher.idle()
    assert bench.ended == [3, 1, 2]
    assert await bench.inbox.pending() == ()


async def test_a_button_passes_the_queue(bench):
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(gated=True), bench.press())
    await until(lambda: bench.ended == [2])
    bench.gates[1].set()


async def test_a_cancel_that_names_the_bot_passes_a_chat_that_holds_all_it_may(bench):
    dispatcher = bench.dispatcher(slots=1)
    busy, cancel = bench.update(gated=True), bench.update(text="/cancel@my_bot")
    cancel = incoming_of(json.loads(cancel.payload), bench.time, "my_bot")
    await bench.feed(dispatcher, busy, cancel)
    await until(lambda: sorted(bench.begun) == [1, 2])
    bench.gates[1].set()


async def test_what_an_earlier_run_left_is_taken_up_in_order(bench):
    await bench.inbox.put([bench.update(), bench.update(), bench.update()])
    dispatcher = bench.dispatcher()
    await dispatcher.start()
    await dispatcher.idle()
    assert bench.ended == [1, 2, 3]


async def test_a_dead_press_is_dropped(bench):
    press = bench.press()
    bench.time += timedelta(seconds=151)
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, press)
    await dispatcher.idle()
    assert bench.begun == []
    assert await bench.inbox.pending() == ()


async def test_a_failure_is_tried_again_before_the_next_of_its_chat(bench):
    bench.errors[1] = [ValueError("once"), ValueError("twice")]
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(), bench.update())
    await dispatcher.idle()
    assert bench.begun == [1, 1, 1, 2]
    assert bench.given_up == []


async def test_after_three_failures_it_is_given_up_with_a_word(bench):
    bench.errors[1] = [ValueError("x")] * 3
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(), bench.update())
    await dispatcher.idle()
    assert bench.begun == [1, 1, 1, 2]
    assert bench.given_up == [(1, GivenUp.FAILED)]
    assert await bench.inbox.pending() == ()


async def test_of_what_was_given_up_the_place_is_kept_and_no_word_of_the_error(bench, monkeypatch):
    """It is in the person's export: an error may tell the address that was asked, with the token in it."""
    kept = {}

    async def set_aside(update_id, error):
        kept[update_id] = error

    monkeypatch.setattr(bench.inbox, "set_aside", set_aside)
    bench.errors[1] = [ValueError("no http://telegram.example/bot1:marked/getMe")] * 3
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update())
    await dispatcher.idle()
    assert kept[1].startswith("ValueError in test_dispatch.py:")
    assert "marked" not in kept[1]


async def test_an_update_that_cannot_be_read_is_given_up_alone(bench):
    broken = replace(bench.update(), payload=json.dumps({"update_id": 1, "message": {"chat": 5}}))
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, broken, bench.update())
    await dispatcher.idle()
    assert bench.given_up == [(1, GivenUp.UNREADABLE)]
    assert bench.ended == [2]


async def test_an_update_that_the_program_died_with_again_and_again_is_given_up(bench):
    await bench.inbox.put([bench.update()])
    for _ in range(handling.MOST_DEATHS):
        await bench.inbox.pending()
        await bench.inbox.begin(1)
    dispatcher = bench.dispatcher()
    await dispatcher.start()
    await dispatcher.idle()
    assert bench.begun == []
    assert bench.given_up == [(1, GivenUp.DIED)]


async def test_of_several_suspects_one_is_handled_at_a_time(bench):
    updates = [bench.update(chat=chat, gated=True) for chat in (7, 8)]
    dispatcher = bench.dispatcher()
    dispatcher.feed(await bench.inbox.put([replace(update, deaths=2) for update in updates]))
    await until(lambda: bench.begun == [1])
    await asyncio.sleep(0.02)
    assert bench.begun == [1]
    for gate in bench.gates.values():
        gate.set()
    await dispatcher.idle()
    assert bench.ended == [1, 2]


@pytest.mark.parametrize("trouble", [None, RuntimeError("out of order")])
async def test_a_word_that_did_not_get_through_is_said_again(bench, monkeypatch, trouble):
    """Else whoever waits would be left with a placeholder."""
    monkeypatch.setattr(handling, "WORD_DEADLINE_S", 0.2)
    monkeypatch.setattr(handling, "WORD_WAITS_S", (0.0, 0.0, 0.0))
    told, tries = bench.give_up, []

    async def give_up(gave_up) -> None:
        tries.append(gave_up)
        if len(tries) < 3:
            await asyncio.sleep(0 if trouble else 60)
            raise trouble or AssertionError
        await told(gave_up)

    bench.give_up = give_up
    dispatcher = bench.dispatcher(deadline_s=0.02)
    await bench.feed(dispatcher, bench.update(gated=True))
    await dispatcher.idle()
    assert bench.given_up == [(1, GivenUp.TIMED_OUT)]
    assert await bench.inbox.pending() == ()


async def test_a_job_that_takes_too_long_is_ended_and_told(bench):
    dispatcher = bench.dispatcher(deadline_s=0.5)
    await bench.feed(dispatcher, bench.update(gated=True), bench.update())
    await dispatcher.idle()
    assert bench.given_up == [(1, GivenUp.TIMED_OUT)]
    assert bench.ended == [2]


async def test_a_job_that_will_not_end_is_left_behind(bench):
    release = asyncio.Event()

    async def stubborn(job) -> None:
        while not release.is_set():
            try:
                await release.wait()
            except asyncio.CancelledError:
                continue

    bench.handle = stubborn
    dispatcher = bench.dispatcher(deadline_s=0.02)
    await bench.feed(dispatcher, bench.update())
    await dispatcher.idle()
    assert bench.given_up == [(1, GivenUp.TIMED_OUT)]
    release.set()
    await asyncio.sleep(0)


async def test_waiting_for_telegram_does_not_count(bench):
    told = [RetryAfter(timedelta(seconds=0.6))]

    async def flooded() -> None:
        if told:
            raise told.pop()

    async def handle(job) -> None:
        await call(flooded)
        bench.ended.append(1)

    bench.handle = handle
    dispatcher = bench.dispatcher(deadline_s=0.4)
    await bench.feed(dispatcher, bench.update())
    await dispatcher.idle()
    assert (bench.ended, bench.given_up) == ([1], [])


async def test_cancel_ends_what_runs_for_the_person_and_nothing_else(bench):
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(gated=True), bench.update(chat=8, gated=True))
    await until(lambda: len(bench.begun) == 2)
    assert await bench.active.cancel(7, 7, besides=None)
    assert not await bench.active.cancel(8, 8, besides=2)
    assert not await bench.active.cancel(9, 9, besides=None)
    await until(lambda: bench.given_up == [(1, GivenUp.CANCELLED)])
    bench.gates[2].set()
    await dispatcher.idle()
    assert bench.ended == [2]


async def test_an_answer_to_a_chat_that_is_gone_is_dropped(bench):
    bench.errors[1] = [ChatGoneError(chat=7)]
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update())
    await dispatcher.idle()
    assert (bench.begun, bench.given_up) == ([1], [])
    assert await bench.inbox.pending() == ()


async def test_stopping_leaves_what_is_unfinished_as_if_it_never_began(bench):
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(gated=True), bench.update())
    await until(lambda: bench.begun == [1])
    await dispatcher.stop(patience_s=0.01)
    pending = await bench.inbox.pending()
    assert [(update.update_id, update.tries, update.deaths) for update in pending] == [(1, 0, 0), (2, 0, 0)]


async def test_stopping_waits_for_nobody_who_is_being_forgotten_elsewhere(bench):
    dispatcher = bench.dispatcher()
    forgetting = asyncio.create_task(bench.active._suspend_for_another(user_id=7))
    await asyncio.sleep(0.01)
    await bench.feed(dispatcher, bench.update())
    await asyncio.sleep(0.05)
    async with asyncio.timeout(10):
        await dispatcher.stop(patience_s=0.01)
    assert bench.begun == []
    assert [(update.update_id, update.tries) for update in await bench.inbox.pending()] == [(1, 0)]
    forgetting.cancel()


async def test_an_error_whose_words_cannot_be_written_is_one_like_others(bench):
    bench.errors[1] = [ValueError("half a pair: \ud83d")] * 3
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(), bench.update())
    await until(lambda: bench.ended == [2])
    assert bench.given_up == [(1, GivenUp.FAILED)]
    assert await bench.inbox.pending() == ()


async def test_a_chat_goes_on_after_a_job_that_broke_off_in_a_way_nobody_foresaw(bench, monkeypatch):
    async def break_off(update_id, error):
        raise RuntimeError

    monkeypatch.setattr(bench.inbox, "set_aside", break_off)
    bench.errors[1] = [ValueError()] * 3
    dispatcher = bench.dispatcher(slots=1)
    await bench.feed(dispatcher, bench.update(), bench.update(), bench.update(chat=8))
    await until(lambda: sorted(bench.ended) == [2, 3])
    await dispatcher.idle()
    assert [update.update_id for update in await bench.inbox.pending()] == [1]


async def test_the_parts_of_a_paste_reach_the_handler_as_one(bench):
    dispatcher = bench.dispatcher()
    await bench.feed(dispatcher, bench.update(text="x" * 4096))
    await asyncio.sleep(0.02)
    assert bench.begun == []
    await bench.feed(dispatcher, bench.update(text="end"), bench.update(text="other"))
    await dispatcher.idle()
    (batch,) = bench.batches
    assert batch.bundle is Bundle.PASTE
    assert batch.whole.message.text == "x" * 4096 + "end"
    assert batch.first.update_id == 1
    assert bench.ended == [1, 3]
    assert await bench.inbox.pending() == ()


async def test_no_chat_holds_more_than_its_share(bench):
    dispatcher = bench.dispatcher(slots=3, slots_per_chat=2)
    group = {"id": -5, "type": "supergroup", "title": "G"}
    for user in range(4):
        person = {"id": user + 1, "is_bot": False, "first_name": "P"}
        in_group = {"chat": group, "from": person}
        await bench.feed(dispatcher, bench.update(gated=True, more=in_group))
    await bench.feed(dispatcher, bench.update(chat=8, gated=True))
    await until(lambda: len(bench.begun) == 3)
    assert bench.begun == [1, 2, 5]
    for gate in bench.gates.values():
        gate.set()
    await dispatcher.idle()


async def test_what_was_erased_meanwhile_is_not_handled(bench):
    dispatcher = bench.dispatcher()
    new = await bench.inbox.put([bench.update()])
    await bench.inbox.done(1)
    dispatcher.feed(new)
    await dispatcher.idle()
    assert bench.begun == []
