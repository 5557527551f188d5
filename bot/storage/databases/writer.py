"""Changes that reach the disk together: one connection that writes, and the orders that wait for it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from heapq import heappop, heappush
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


URGENT, ORDINARY = range(2)
_Place = tuple[int, int, Order[Any]]  # priority, then first come, first served


def never() -> bool:
    """Nothing urgent waits, or nothing that this work could let go first."""
    return False


class Writer:
    """One connection that writes, and the orders that wait for it.

    `commit` does a group of jobs in one transaction, or only the first of them where something urgent waits;
    it gives their results. `is_shared` says of its error whether it stands for all of them, so that none has
    to be tried by itself.

    There is no task that would wait for the thread: each wait is a turn of the event loop, and under load
    whoever brings an update waits for every one of them.
    """

    def __init__(self, commit: Commit, is_shared: Callable[[BaseException], bool]) -> None:
        self._commit = commit
        self._is_shared = is_shared
        self.threads = ThreadPoolExecutor(1, "database-writer")
        self._places: list[_Place] = []  # a heap
        self._singly: deque[_Place] = deque()  # failed together; each is tried by itself now
        self._numbers = count()
        self._urgent = 0  # orders in line; the thread that writes looks at it, too
        self._begun = self._idle = False
        self._over: asyncio.Future[None] | None = None

    def begin(self) -> None:
        """Write from now on."""
        self._begun = True
        self._go_on()

    async def end(self) -> None:
        """Write what waits, and no more."""
        if self._begun:
            self._over = asyncio.get_running_loop().create_future()
            if self._idle:
                self._go_on()
            await self._over

    def line_up(self, priority: int, order: Order[Any]) -> None:
        """Let an order wait for its turn."""
        self._put((priority, next(self._numbers), order))
        if self._idle:
            self._idle = False
            # What is ordered in the same turn of the event loop goes along.
            asyncio.get_running_loop().call_soon(self._go_on)

    def _put(self, place: _Place) -> None:
        self._urgent += place[0] == URGENT
        heappush(self._places, place)

    def _take(self) -> _Place:
        place = heappop(self._places)
        self._urgent -= place[0] == URGENT
        return place

    def _go_on(self) -> None:
        """Have the next group committed, if there is one."""
        group = self._group()
        self._idle = not group and self._over is None
        if group:
            self._have_committed(group)
        elif self._over is not None and not self._over.done():
            self._over.set_result(None)

    def _group(self) -> list[_Place]:
        """What is committed together: as much as waits, but what is urgent only with its like."""
        if self._singly:
            return [self._singly.popleft()]
        group: list[_Place] = []
        while self._places and len(group) < LARGEST_GROUP:
            if group and self._places[0][0] != group[0][0]:
                break
            group.append(self._take())
        return group

    def _have_committed(self, group: list[_Place]) -> None:
        loop = asyncio.get_running_loop()
        is_hurried = never if group[0][0] == URGENT else lambda: self._urgent > 0

        def tell(attempt: Future[list[Any]]) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._end, group, attempt)

        attempt = self.threads.submit(self._commit, [order.job for _, _, order in group], is_hurried)
        attempt.add_done_callback(tell)

    def _end(self, group: list[_Place], attempt: Future[list[Any]]) -> None:
        error = attempt.exception()
        if error is None:
            values = attempt.result()
            for (_, _, order), value in zip(group, values, strict=False):
                order.fulfil(value)
            for late in group[len(values) :]:
                self._put(late)  # they keep their turn
        elif len(group) == 1 or self._is_shared(error):
            for _, _, order in group:
                order.fail(error)
        else:  # one of them failed and all were rolled back
            self._singly.extend(group)
        self._go_on()
