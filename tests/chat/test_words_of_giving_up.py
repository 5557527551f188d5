"""How often a person is told that their update was given up, where the word does not get through."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from telegram import Update

from bot.chat.queueing import handling
from bot.chat.queueing.handling import (
    MOST_FAILED_WORDS,
    WORD_WAITS_S,
    GaveUp,
    GivenUp,
    JobRunner,
    UpdateHandler,
)
from bot.chat.queueing.job import Item, Job
from bot.chat.queueing.joining import joinable
from bot.chat.queueing.lanes import address_of, incoming_of
from bot.chat.queueing.precedence import Precedence
from bot.metering import Unmetered

MOST_WORDS = len(WORD_WAITS_S) + 1
NOW = datetime(2026, 3, 1, tzinfo=UTC)
RAW = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}}


class Inbox:
    def __init__(self) -> None:
        self.done_with: list[int] = []

    async def begin(self, update_id: int) -> int:
        del update_id
        return 1

    async def done(self, update_id: int) -> None:
        self.done_with.append(update_id)


class Clock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handling, "WORD_DEADLINE_S", 0.001)
    monkeypatch.setattr(handling, "WORD_WAITS_S", (0.0,) * len(WORD_WAITS_S))


async def give_up(word: Callable[[GaveUp], Awaitable[None]]) -> Inbox:
    """An update that came to no end within its time."""

    async def never(_job: object) -> None:
        await asyncio.Event().wait()

    inbox = Inbox()
    runner = JobRunner(
        inbox=cast("Any", inbox),
        handler=UpdateHandler(parse=Update.de_json, handle=never, on_give_up=word),
        clock=Clock(),
        deadline_s=0.001,
        stopping=asyncio.Event(),
        meter=Unmetered(),
        precedence=Precedence(),
    )
    await runner.work(Job([Item(incoming_of(RAW, NOW), address_of(RAW), joinable(RAW, NOW))], None))
    return inbox


async def test_a_word_that_comes_to_no_end_is_said_again_until_it_does() -> None:
    words: list[GivenUp] = []

    async def slowly_at_first(gave_up: GaveUp) -> None:
        words.append(gave_up.reason)
        if len(words) < MOST_WORDS:
            await asyncio.Event().wait()

    inbox = await give_up(slowly_at_first)
    assert words == [GivenUp.TIMED_OUT] * MOST_WORDS
    assert inbox.done_with == [1]


async def test_a_word_that_fails_is_said_a_few_times() -> None:
    words: list[GivenUp] = []

    async def fail(gave_up: GaveUp) -> None:
        words.append(gave_up.reason)
        raise RuntimeError("refused")

    inbox = await give_up(fail)
    assert len(words) == MOST_FAILED_WORDS < MOST_WORDS
    assert inbox.done_with == [1]
