"""Updates that are brought to the webhook: written together, told apart where one can't be written."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.chat.queueing.dispatch import Dispatcher, UpdateHandler
from bot.chat.queueing.job import ActiveJobs
from bot.chat.queueing.update_receiver import UpdateReceiver
from bot.core.errors import DatabaseError
from bot.ports import Incoming
from bot.storage import open_storage

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class GatedInbox:
    """An inbox that notes what is put at once, waits for a gate, and takes some updates only by raising."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.puts: list[list[int]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.refused: dict[int, Exception] = {}

    async def put(self, updates: Sequence[Incoming], *, share: bool = False) -> tuple[Incoming, ...]:
        self.puts.append([update.update_id for update in updates])
        await self.gate.wait()
        for update in updates:
            if update.update_id in self.refused:
                raise self.refused[update.update_id]
        return cast("tuple[Incoming, ...]", await self.inner.put(updates))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


class ReceiverBench:
    def __init__(self, inbox: GatedInbox) -> None:
        self.inbox = inbox
        self.handled: list[int] = []
        self.dispatcher = Dispatcher(
            inbox=cast("Any", inbox),
            handler=UpdateHandler(parse=Update.de_json, handle=self._handle, on_give_up=self._give_up),
            active=ActiveJobs(),
            clock=SystemClock(),
        )
        self.receiver = UpdateReceiver(
            bot=cast("Bot", SimpleNamespace(username="nutshell_bot")),
            inbox=cast("Any", inbox),
            clock=SystemClock(),
            dispatcher=self.dispatcher,
        )

    async def _handle(self, job: Any) -> None:
        self.handled.append(job.update_id)

    async def _give_up(self, gave_up: Any) -> None:
        raise AssertionError(gave_up)

    async def takes(self, *numbers: int, chats: int = 1) -> list[BaseException | None]:
        updates = (
            {
                "update_id": number,
                "message": {
                    "message_id": number,
                    "date": 1,
                    "chat": {"id": 7 + number % chats, "type": "private"},
                    "text": "x",
                },
            }
            for number in numbers
        )
        return await asyncio.gather(*map(self.receiver.receive, updates), return_exceptions=True)


@pytest.fixture
async def bench() -> AsyncIterator[ReceiverBench]:
    async with open_storage("sqlite://", SystemClock()) as stores:
        bench = ReceiverBench(GatedInbox(stores.inbox))
        yield bench
        await bench.dispatcher.stop(patience_s=0)


async def test_what_comes_while_one_is_written_is_written_together(bench: ReceiverBench) -> None:
    bench.inbox.gate.clear()
    first = asyncio.create_task(bench.takes(1))
    await asyncio.sleep(0)
    others = asyncio.create_task(bench.takes(2, 3, 4))
    await asyncio.sleep(0.01)
    assert bench.inbox.puts == [[1]]
    assert not first.done()
    bench.inbox.gate.set()
    assert await first + await others == [None] * 4
    assert bench.inbox.puts == [[1], [2, 3, 4]]
    await bench.dispatcher.idle()
    assert bench.handled == [1, 2, 3, 4]


async def test_of_a_thousand_updates_that_all_come_three_times_each_is_handled_once(tmp_path: Path) -> None:
    numbers = [*range(1, 1001)] * 3
    Random(6).shuffle(numbers)  # noqa: S311 - no secret
    async with open_storage(f"sqlite:///{tmp_path / 'bot.sqlite3'}", SystemClock()) as stores:
        bench = ReceiverBench(GatedInbox(stores.inbox))
        assert await bench.takes(*numbers, chats=40) == [None] * 3000
        await bench.dispatcher.idle()
        assert sorted(bench.handled) == [*range(1, 1001)]
        await bench.dispatcher.stop(patience_s=0)


async def test_the_same_update_three_times_is_handled_once(bench: ReceiverBench) -> None:
    assert await bench.takes(7, 7) == [None, None]
    assert await bench.takes(7) == [None]
    await bench.dispatcher.idle()
    assert bench.handled == [7]


async def test_one_that_the_database_does_not_take_keeps_out_no_other(bench: ReceiverBench) -> None:
    bench.inbox.refused[2] = ValueError("too odd")
    told = await bench.takes(1, 2, 3)
    assert [type(error) for error in told] == [type(None), ValueError, type(None)]
    await bench.dispatcher.idle()
    assert bench.handled == [1, 3]


async def test_a_full_disk_is_told_to_all_who_wait_and_the_next_ones_are_tried_again(
    bench: ReceiverBench,
) -> None:
    bench.inbox.refused[1] = DatabaseError(reason="write")
    told = await bench.takes(1, 2)
    assert all(isinstance(error, DatabaseError) for error in told)
    bench.inbox.refused.clear()
    assert await bench.takes(1, 2) == [None, None]
    await bench.dispatcher.idle()
    assert bench.handled == [1, 2]


async def test_who_hangs_up_meanwhile_disturbs_nobody(bench: ReceiverBench) -> None:
    bench.inbox.gate.clear()
    gone = asyncio.create_task(bench.takes(1))
    stays = asyncio.create_task(bench.takes(2))
    await asyncio.sleep(0.01)
    gone.cancel()
    bench.inbox.gate.set()
    assert await stays == [None]
    await bench.dispatcher.idle()
    assert bench.handled == [1, 2]
