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

# Waiting for the disk costs the same for one change as for many, so all that wait are committed together.
# The limit keeps one commit short. What is urgent does not wait for the others in its own group either.
LARGEST_GROUP = 64


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


class Writer:
    """One connection that writes, and the orders that wait for it.

    `commit` does a group of jobs in one transaction. `is_shared` says of its error whether it stands for all
    of them, so that none has to be tried by itself.
    """

    def __init__(
        self, commit: Callable[[list[Job[Any]]], list[Any]], is_shared: Callable[[BaseException], bool]
    ) -> None:
        self._commit = commit
        self._is_shared = is_shared
        self.threads = ThreadPoolExecutor(1, "database-writer")
        self._orders: asyncio.PriorityQueue[_Place] = asyncio.PriorityQueue()
        self._numbers = count()
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
        self._orders.put_nowait((priority, next(self._numbers), order))

    async def _write_all(self) -> None:
        while (place := await self._orders.get())[-1] is not None:
            await self._fulfil(self._group(place))

    def _group(self, first: _Place) -> list[Order[Any]]:
        """What is committed together: as much as waits, but what is urgent only with its like."""
        group: list[Order[Any]] = []
        place = first
        while place[-1] is not None and place[0] == first[0]:
            group.append(place[-1])
            if len(group) == LARGEST_GROUP or self._orders.empty():
                return group
            place = self._orders.get_nowait()
        self._orders.put_nowait(place)  # it keeps its turn
        return group

    async def _fulfil(self, orders: list[Order[Any]]) -> None:
        jobs = [order.job for order in orders]
        attempt = asyncio.get_running_loop().run_in_executor(self.threads, self._commit, jobs)
        await asyncio.wait([attempt])
        error = attempt.exception()
        if error is None:
            for order, value in zip(orders, attempt.result(), strict=True):
                order.fulfil(value)
        elif len(orders) == 1 or self._is_shared(error):
            for order in orders:
                order.fail(error)
        else:  # one of them failed and all were rolled back: each by itself now, so that only that one fails
            for order in orders:
                await self._fulfil([order])
