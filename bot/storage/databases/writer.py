"""Changes that reach the disk together: one connection that writes, and the orders that wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

T = TypeVar("T")
Job = Callable[[sa.Connection], T]
IsHurried = Callable[[], bool]  # whether something urgent waits
Commit = Callable[[list[Job[Any]], IsHurried], list[Any]]

# Waiting for the disk costs the same for one change as for many, so all that wait are committed together.
# The limit keeps one commit short. What is urgent does not wait for the others in its own group either, and
# a group that has taken so long is committed as far as it has come where something urgent waits.
LARGEST_GROUP = 64
LONG_GROUP_S = 0.01


@dataclass(slots=True)
class Order(Generic[T]):
    """A job and where its result goes."""

    job: Job[T]
    result: asyncio.Future[T] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def fulfil(self, value: T) -> None:
        if not self.result.done():
            self.result.set_result(value)

    def fail(self, error: BaseException) -> None:
        if not self.result.done():
            self.result.set_exception(error)


URGENT, ORDINARY, LAST = range(3)
_Place = tuple[int, int, Order[Any] | None]  # priority, then first come, first served; None: the end


def never() -> bool:
    """Nothing urgent waits, or nothing that this work could let go first."""
    return False


class Writer:
    """One connection that writes, and the orders that wait for it.

    `commit` does a group of jobs in one transaction, or only the first of them where something urgent waits;
    it gives their results. `is_shared` says of its error whether it stands for all of them, so that none has
    to be tried by itself.
    """

    def __init__(self, commit: Commit, is_shared: Callable[[BaseException], bool]) -> None:
        self._commit = commit
        self._is_shared = is_shared
        self.threads = ThreadPoolExecutor(1, "database-writer")
        self._places: asyncio.PriorityQueue[_Place] = asyncio.PriorityQueue()
        self._numbers = count()
        self._urgent = 0  # orders in line; the thread that writes looks at it, too
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Write from now on."""
        self._task = asyncio.create_task(self._write_all(), name="database writer")

    async def end(self) -> None:
        """Write what waits, and no more."""
        if self._task is not None:
            self.line_up(LAST, None)
            await self._task

    def line_up(self, priority: int, order: Order[Any] | None) -> None:
        """Let an order wait for its turn."""
        self._put((priority, next(self._numbers), order))

    def _put(self, place: _Place) -> None:
        self._urgent += place[0] == URGENT
        self._places.put_nowait(place)

    def _taken(self, place: _Place) -> _Place:
        self._urgent -= place[0] == URGENT
        return place

    async def _write_all(self) -> None:
        while (place := self._taken(await self._places.get()))[-1] is not None:
            group = self._group(place)
            orders = [order for _, _, order in group if order is not None]
            done = await self._fulfil(orders, never if place[0] == URGENT else lambda: self._urgent > 0)
            for late in group[done:]:
                self._put(late)  # they keep their turn

    def _group(self, first: _Place) -> list[_Place]:
        """What is committed together: as much as waits, but what is urgent only with its like."""
        group = [first]
        while len(group) < LARGEST_GROUP and not self._places.empty():
            place = self._taken(self._places.get_nowait())
            if place[0] != first[0]:
                self._put(place)  # it keeps its turn
                break
            group.append(place)
        return group

    async def _fulfil(self, orders: list[Order[Any]], is_hurried: IsHurried) -> int:
        """Have orders done; says how many of them were: the first ones only, perhaps."""
        jobs = [order.job for order in orders]
        attempt = asyncio.get_running_loop().run_in_executor(self.threads, self._commit, jobs, is_hurried)
        await asyncio.wait([attempt])
        error = attempt.exception()
        if error is None:
            values = attempt.result()
            for order, value in zip(orders, values, strict=False):
                order.fulfil(value)
            return len(values)
        if len(orders) == 1 or self._is_shared(error):
            for order in orders:
                order.fail(error)
        else:  # one of them failed and all were rolled back: each by itself now, so that only that one fails
            for order in orders:
                await self._fulfil([order], is_hurried)
        return len(orders)
