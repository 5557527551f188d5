"""Several pieces of work side by side: for as long as somebody waits, or so that none stops the others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import structlog

from bot.core.errors import BotError, DatabaseError

log = structlog.get_logger(__name__)

Outcome = TypeVar("Outcome")


def deadline_in(seconds: float) -> float:
    """The moment, on the event loop's clock, at which so many seconds have passed."""
    return asyncio.get_running_loop().time() + seconds


async def gather_until(
    deadline: float, works: Sequence[Callable[[], Awaitable[Outcome]]], *, at_once: int
) -> list[Outcome | None]:
    """What the works came to, in their order; None for those that were not done at the deadline.

    `at_once` of them are under way at a time, the first ones first; those that are late are cancelled.
    """
    tasks = [asyncio.create_task(work) for work in _limited(works, at_once)]
    try:
        if tasks:
            await asyncio.wait(tasks, timeout=max(0.0, deadline - asyncio.get_running_loop().time()))
    finally:
        for task in tasks:
            task.cancel()  # those that are done stay as they are
    await asyncio.gather(*tasks, return_exceptions=True)
    return [None if task.cancelled() else task.result() for task in tasks]


async def gather_outcomes(
    works: Sequence[Callable[[], Awaitable[Outcome]]], *, at_once: int
) -> list[Outcome | BotError]:
    """What the works came to, in their order, or the error that kept one from it; `at_once` at a time."""
    attempts = [partial(attempt, work) for work in works]
    return await asyncio.gather(*_limited(attempts, at_once))


async def attempt(work: Callable[[], Awaitable[Outcome]]) -> Outcome | BotError:
    """What the work comes to, or the error that keeps it from that."""
    try:
        return await work()
    except BotError as error:
        return error


def _limited(
    works: Sequence[Callable[[], Awaitable[Outcome]]], at_once: int
) -> list[Coroutine[Any, Any, Outcome]]:
    """The works, of which no more than `at_once` are under way at a time, the first ones first."""
    gate = asyncio.Semaphore(at_once)

    async def one(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
        async with gate:
            return await work()

    return [one(work) for work in works]


async def unbroken(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What the work comes to; who cancels this waits until it has. For steps that belong together."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise


async def run_isolated(jobs: Mapping[int, Coroutine[Any, Any, None]], event: str) -> None:
    """Run all jobs to their end; what nobody expected of one is logged as `event` with the job's number.

    Raises DatabaseError after the others have ended where the database failed one: it will fail all.
    """
    outcomes = await asyncio.gather(*jobs.values(), return_exceptions=True)
    failed: DatabaseError | None = None
    for number, outcome in zip(jobs, outcomes, strict=True):
        match outcome:
            case DatabaseError():
                failed = outcome
            case Exception():
                log.error(event, job=number, exc_info=outcome)
            case BaseException():
                raise outcome  # the program is to end
    if failed is not None:
        raise failed
