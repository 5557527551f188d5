"""Updates that are being brought go before jobs, wherever these have waited for something."""

import asyncio
from contextlib import ExitStack

import pytest

from bot.chat.queueing import precedence as module
from bot.chat.queueing.precedence import AT_ONCE, MANY, PROMPT_S, Precedence

TURNS = 30  # of the event loop: many more than anything here takes


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_MEANWHILE_S", 3600.0)


class Job:
    """Goes on so many times, once a turn of the event loop."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.done = 0
        self.ended_with: BaseException | None = None

    async def work(self) -> str:
        try:
            while self.done < self.steps:
                await asyncio.sleep(0)
                self.done += 1
        except BaseException as error:
            self.ended_with = error
            raise
        return "result"

    def begin(self, precedence: Precedence) -> asyncio.Task[str]:
        async def give_way() -> str:
            return await precedence.giving_way(self.work())

        return asyncio.create_task(give_way())


async def turns(count: int = TURNS) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def many(precedence: Precedence) -> ExitStack:
    stack = ExitStack()
    for _ in range(MANY + 1):
        stack.enter_context(precedence.arriving())
    return stack


async def test_a_job_that_has_begun_waits_wherever_it_would_go_on_while_many_updates_arrive():
    precedence, job = Precedence(), Job(3)
    with many(precedence):
        working = job.begin(precedence)
        await turns()
        assert job.done == 0
    assert await working == "result"
    assert job.done == 3


async def test_a_job_waits_while_one_update_is_late_and_goes_on_when_it_has_arrived():
    seconds = 0.0
    precedence, job = Precedence(lambda: seconds), Job(2 * TURNS)
    with precedence.arriving():
        working = job.begin(precedence)
        await turns()
        begun = job.done
        assert begun > 0
        seconds = 2 * PROMPT_S
        await turns()
        assert begun <= job.done <= begun + 1
    assert await working == "result"


async def test_while_something_is_under_way_few_jobs_go_on_at_once():
    precedence, jobs = Precedence(lambda: 0.0), [Job(1) for _ in range(3 * AT_ONCE)]
    with precedence.arriving():
        working = [job.begin(precedence) for job in jobs]
        counts = []
        for _ in range(TURNS):
            await asyncio.sleep(0)
            counts.append(sum(job.done for job in jobs))
    assert counts[-1] == len(jobs)
    assert max(after - before for before, after in zip([0, *counts], counts, strict=False)) == AT_ONCE
    assert [job.done for job in jobs] == [1] * len(jobs)
    await asyncio.gather(*working)


async def test_a_job_that_is_cancelled_while_it_gives_way_ends_as_one_that_is_cancelled():
    precedence, job = Precedence(), Job(1)
    with many(precedence):
        working = job.begin(precedence)
        await turns()
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
    assert isinstance(job.ended_with, asyncio.CancelledError)
    assert job.done == 0


async def test_what_a_job_raises_is_raised():
    async def fail() -> None:
        await asyncio.sleep(0)
        raise ValueError("so")

    with many(precedence := Precedence()):
        pass
    with pytest.raises(ValueError, match="so"):
        await precedence.giving_way(fail())


async def test_a_flood_holds_a_job_up_only_for_so_long(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_MEANWHILE_S", 0.01)
    precedence, job = Precedence(), Job(20)
    with many(precedence):
        assert await asyncio.wait_for(job.begin(precedence), 30) == "result"
