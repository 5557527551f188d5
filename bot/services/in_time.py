"""Reading many pages side by side for as long as somebody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

Outcome = TypeVar("Outcome")


def end_after(seconds: float) -> float:
    """The moment, on the event loop's clock, at which so many seconds have passed."""
    return asyncio.get_running_loop().time() + seconds


async def done_until(
    end: float, works: Sequence[Callable[[], Awaitable[Outcome]]], *, at_once: int
) -> list[Outcome | None]:
    """What the works came to, in their order; None for those that were not done at the `end`.

    `at_once` of them are under way at a time, the first ones first; those that are late are cancelled.
    """
    gate = asyncio.Semaphore(at_once)

    async def one(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
        async with gate:
            return await work()

    tasks = [asyncio.ensure_future(one(work)) for work in works]
    try:
        if tasks:
            await asyncio.wait(tasks, timeout=max(0.0, end - asyncio.get_running_loop().time()))
    finally:
        for task in tasks:
            task.cancel()  # those that are done stay as they are
    await asyncio.gather(*tasks, return_exceptions=True)
    return [None if task.cancelled() else task.result() for task in tasks]
