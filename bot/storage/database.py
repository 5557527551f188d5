"""One database: many readers, and one writer whose transactions reach the disk together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError as DriverError
from sqlalchemy.exc import OperationalError

from bot.core.errors import DatabaseError
from bot.storage import sqlite

T = TypeVar("T")
Job = Callable[[sa.Connection], T]

# Waiting for the disk costs the same for one change as for many, so all that wait are committed together.
# The limit keeps one commit short.
LARGEST_GROUP = 64


@dataclass(slots=True)
class _Order(Generic[T]):
    """A job and where its result goes."""

    job: Job[T]
    result: asyncio.Future[T] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def fulfil(self, value: T) -> None:
        if not self.result.done():
            self.result.set_result(value)

    def fail(self, error: BaseException) -> None:
        if not self.result.done():
            self.result.set_exception(error)


_URGENT, _ORDINARY, _LAST = range(3)
_Place = tuple[int, int, _Order[Any] | None]  # priority, then first come, first served; None: the end


class Database:
    """Runs jobs on connections, in threads of its own.

    A job is a function of a connection and changes nothing else, since it may be run twice. Jobs are plain
    functions: with an asynchronous driver each statement goes to a thread and back, which on a busy machine
    costs more than the statement; here a whole group of jobs goes there once. A caller who is cancelled
    leaves the job to itself: a connection is never torn out of a statement, and what is known is kept.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._orders: asyncio.PriorityQueue[_Place] = asyncio.PriorityQueue()
        self._numbers = count()
        self._writer: asyncio.Task[None] | None = None
        self._writing = ThreadPoolExecutor(1, "database-writer")
        # In memory there is one connection, and nobody may read inside a transaction of the writer.
        in_memory = sqlite.is_in_memory(engine.url)
        self._reading = self._writing if in_memory else ThreadPoolExecutor(sqlite.READERS, "database-reader")

    async def open(self, migrate: Job[None]) -> None:
        """Bring the tables up to date, then begin to write. Closes what it opened where that fails."""
        try:
            await self._in(self._writing, self._commit, [migrate])
        except BaseException:
            self._let_go()
            raise
        self._writer = asyncio.create_task(self._write_all(), name="database writer")

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        if self._writer is not None:
            self._line_up(_LAST, None)
            await self._writer
        self._let_go()

    async def write(self, job: Job[T], *, urgent: bool = False) -> T:
        """The job's result, once all its changes have reached the disk; none of them where it raises.

        An `urgent` one goes before all that wait. Raises what the job raises, and DatabaseError where the
        disk is full or broken.
        """
        order = _Order(job)
        self._line_up(_URGENT if urgent else _ORDINARY, order)
        return await order.result

    async def read(self, job: Job[T]) -> T:
        """The job's result, from one consistent state. Raises what the job raises, and DatabaseError."""
        return await self._in(self._reading, self._read, job)

    async def empty_log(self) -> bool:
        """Leave nothing outside the database file itself; False where that was not possible now."""
        return await self._in(self._writing, sqlite.empty_log, self._engine)

    def _in(self, threads: ThreadPoolExecutor, function: Callable[..., T], *args: Any) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(threads, function, *args)

    def _read(self, job: Job[T]) -> T:
        with _explained("read"), self._engine.connect() as connection:
            return job(connection)

    def _commit(self, jobs: list[Job[Any]]) -> list[Any]:
        with (
            _explained("write"),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            return [job(connection) for job in jobs]

    async def _write_all(self) -> None:
        while (first := (await self._orders.get())[-1]) is not None:
            await self._fulfil([first, *self._waiting()])

    def _waiting(self) -> list[_Order[Any]]:
        orders: list[_Order[Any]] = []
        while len(orders) < LARGEST_GROUP and not self._orders.empty():
            order = self._orders.get_nowait()[-1]
            if order is None:  # the end: leave it for the loop
                self._line_up(_LAST, None)
                break
            orders.append(order)
        return orders

    def _line_up(self, priority: int, order: _Order[Any] | None) -> None:
        self._orders.put_nowait((priority, next(self._numbers), order))

    async def _fulfil(self, orders: list[_Order[Any]]) -> None:
        attempt = self._in(self._writing, self._commit, [order.job for order in orders])
        await asyncio.wait([attempt])
        error = attempt.exception()
        if error is None:
            for order, value in zip(orders, attempt.result(), strict=True):
                order.fulfil(value)
        elif len(orders) == 1:
            orders[0].fail(error)
        else:  # one of them failed and all were rolled back: each by itself now, so that only that one fails
            for order in orders:
                await self._fulfil([order])

    def _let_go(self) -> None:
        self._writing.shutdown()
        self._reading.shutdown()
        self._engine.dispose()


@contextmanager
def _explained(reason: str) -> Iterator[None]:
    """Raise what is no fault of the job (a full or broken disk or file, a lock) as callers know it."""
    try:
        yield
    except DriverError as error:
        # Its other subclasses tell of a fault in a statement.
        if type(error) in {DriverError, OperationalError}:
            raise DatabaseError(reason=reason) from error
        raise
