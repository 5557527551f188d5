"""One database: many readers, and one writer whose transactions reach the disk together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.core.errors import DatabaseError
from bot.storage import sqlite

T = TypeVar("T")
Job = Callable[[AsyncConnection], Awaitable[T]]

# Waiting for the disk costs the same for one change as for many, so all that wait are committed together.
# The limit keeps one commit short.
LARGEST_GROUP = 128


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


class Database:
    """Runs jobs on connections.

    A job is a function of a connection and changes nothing else, since it may be run twice. A caller who is
    cancelled leaves the job to itself: a connection is never torn out of a statement, and what is known is
    kept.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._orders: asyncio.Queue[_Order[Any] | None] = asyncio.Queue()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._writer: asyncio.Task[None] | None = None
        self._in_memory = sqlite.is_in_memory(engine.url)

    async def open(self, migrate: Job[None]) -> None:
        """Bring the tables up to date, then begin to write. Closes what it opened where that fails."""
        try:
            await self._commit_alone(migrate)
        except BaseException:
            await self._engine.dispose()
            raise
        self._writer = asyncio.create_task(self._write_all(), name="database writer")

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        if self._writer is not None:
            self._orders.put_nowait(None)
            await self._writer
        while self._tasks:
            await asyncio.wait(self._tasks)
        await self._engine.dispose()

    async def write(self, job: Job[T]) -> T:
        """The job's result, once all its changes have reached the disk; none of them where it raises."""
        order = _Order(job)
        self._orders.put_nowait(order)
        return await order.result

    async def read(self, job: Job[T]) -> T:
        """The job's result, from one consistent state."""
        if self._in_memory:  # there is one connection, and it must not be inside a transaction of the writer
            return await self.write(job)
        return await asyncio.shield(self._spawn(self._read(job)))

    async def empty_log(self) -> bool:
        """Leave nothing outside the database file itself; False where that was not possible now."""
        return self._in_memory or await asyncio.shield(self._spawn(sqlite.empty_log(self._engine)))

    async def _read(self, job: Job[T]) -> T:
        async with self._engine.connect() as connection:
            return await job(connection)

    async def _write_all(self) -> None:
        async with self._engine.connect() as connection:
            await connection.execution_options(writes=True)
            while (first := await self._orders.get()) is not None:
                await self._fulfil(connection, [first, *self._waiting()])

    def _waiting(self) -> list[_Order[Any]]:
        orders: list[_Order[Any]] = []
        while len(orders) < LARGEST_GROUP and not self._orders.empty():
            order = self._orders.get_nowait()
            if order is None:  # the end: leave it for the loop
                self._orders.put_nowait(None)
                break
            orders.append(order)
        return orders

    async def _fulfil(self, connection: AsyncConnection, orders: list[_Order[Any]]) -> None:
        attempt = self._spawn(_commit(connection, orders))
        await asyncio.wait([attempt])
        error = attempt.exception()
        if error is None:
            for order, value in zip(orders, attempt.result(), strict=True):
                order.fulfil(value)
        elif len(orders) == 1:
            orders[0].fail(_explained(error))
        else:  # one of them failed and all were rolled back: each by itself now, so that only that one fails
            for order in orders:
                await self._fulfil(connection, [order])

    async def _commit_alone(self, job: Job[T]) -> T:
        async with self._engine.connect() as connection:
            await connection.execution_options(writes=True)
            (value,) = await _commit(connection, [_Order(job)])
            result: T = value
            return result

    def _spawn(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _explained(error: BaseException) -> BaseException:
    """The error as callers know it, where it is none of the job: a full or broken disk, or a lock."""
    if not isinstance(error, OperationalError):
        return error
    explained = DatabaseError(reason="write")
    explained.__cause__ = error
    return explained


async def _commit(connection: AsyncConnection, orders: list[_Order[Any]]) -> list[Any]:
    async with connection.begin():
        return [await order.job(connection) for order in orders]
