"""One database: many readers, and a writer whose transactions reach the disk together."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.backend import Backend, TermIndex

if TYPE_CHECKING:
    from bot.storage.backend import Insert

T = TypeVar("T")
Job = Callable[[sa.Connection], T]

# Waiting for the disk costs the same for one change as for many, so all that wait are committed together.
# The limit keeps one commit short. What is urgent does not wait for the others in its own group either.
LARGEST_GROUP = 64
# Of a transaction that another program was in the way of; the pause grows with each.
MOST_TRIES = 5
RETRY_PAUSE_S = 0.05


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


class _Writer:
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
            self.line_up(_LAST, None)
            await self._task

    def line_up(self, priority: int, order: _Order[Any] | None) -> None:
        """Let an order wait for its turn."""
        self._orders.put_nowait((priority, next(self._numbers), order))

    async def _write_all(self) -> None:
        while (place := await self._orders.get())[-1] is not None:
            await self._fulfil(self._group(place))

    def _group(self, first: _Place) -> list[_Order[Any]]:
        """What is committed together: as much as waits, but what is urgent only with its like."""
        group: list[_Order[Any]] = []
        place = first
        while place[-1] is not None and place[0] == first[0]:
            group.append(place[-1])
            if len(group) == LARGEST_GROUP or self._orders.empty():
                return group
            place = self._orders.get_nowait()
        self._orders.put_nowait(place)  # it keeps its turn
        return group

    async def _fulfil(self, orders: list[_Order[Any]]) -> None:
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


class Database:
    """Runs jobs on connections, in threads of its own.

    A job is a function of a connection and changes nothing else, since it may be run twice. Jobs are plain
    functions: with an asynchronous driver each statement goes to a thread and back, which on a busy machine
    costs more than the statement; here a whole group of jobs goes there once. A caller who is cancelled
    leaves the job to itself: a connection is never torn out of a statement, and what is known is kept.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._writer = self._new_writer()
        # A server takes two transactions at once: what is urgent waits for no long group of other changes.
        self._urgent = self._new_writer() if backend.several else self._writer
        readers = backend.readers
        self._reading = ThreadPoolExecutor(readers, "database-reader") if readers else self._writer.threads

    @property
    def index(self) -> TermIndex:
        """Full-text search, within a job."""
        return self._backend.index

    def insert(self, table: sa.Table) -> Insert:
        """An INSERT that can say what happens where there is such a row."""
        return self._backend.insert(table)

    def size(self, connection: sa.Connection) -> int:
        """How many bytes the database has, within a job."""
        return self._backend.database_bytes(connection)

    async def open(self, migrate: Callable[[sa.Connection, Backend], None]) -> None:
        """Bring the tables up to date, then begin to write. Closes what it opened where that fails."""
        try:
            await self._in(
                self._writer.threads, self._commit, [lambda connection: migrate(connection, self._backend)]
            )
        except BaseException:
            self._let_go()
            raise
        for writer in {self._writer, self._urgent}:
            writer.begin()

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        for writer in {self._writer, self._urgent}:
            await writer.end()
        self._let_go()

    async def write(self, job: Job[T], *, urgent: bool = False) -> T:
        """The job's result, once all its changes have reached the disk; none of them where it raises.

        An `urgent` one goes before all that wait. Raises what the job raises, and DatabaseError where the
        disk is full or broken.
        """
        order = _Order(job)
        if urgent:
            self._urgent.line_up(_URGENT, order)
        else:
            self._writer.line_up(_ORDINARY, order)
        return await order.result

    async def read(self, job: Job[T]) -> T:
        """The job's result, from one consistent state. Raises what the job raises, and DatabaseError."""
        return await self._in(self._reading, self._read, job)

    async def sweep(self) -> bool:
        """Leave nothing of what was deleted (see Backend); False where that was not possible now."""
        return await self._in(self._writer.threads, self._sweep)

    def _in(self, threads: ThreadPoolExecutor, function: Callable[..., T], *args: Any) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(threads, function, *args)

    def _read(self, job: Job[T]) -> T:
        with self._explained("read"), self._backend.reading() as connection:
            return job(connection)

    def _commit(self, jobs: list[Job[Any]]) -> list[Any]:
        with self._explained("write"):
            for tries in range(1, MOST_TRIES):
                try:
                    return self._try(jobs)
                except sa.exc.DBAPIError as error:
                    if not self._backend.is_collision(error):
                        raise
                # Not as long for both, or they would meet again.
                time.sleep(RETRY_PAUSE_S * tries * random.random())  # noqa: S311 - no secret
            return self._try(jobs)

    def _try(self, jobs: list[Job[Any]]) -> list[Any]:
        with self._backend.writing() as connection:
            return [job(connection) for job in jobs]

    def _sweep(self) -> bool:
        with self._explained("write"):
            return self._backend.sweep()

    def _new_writer(self) -> _Writer:
        return _Writer(self._commit, self._is_outage)

    def _is_outage(self, error: BaseException) -> bool:
        # Where a server is gone, each job by itself would wait for it anew.
        return self._backend.several and isinstance(error, DatabaseError)

    def _let_go(self) -> None:
        for writer in {self._writer, self._urgent}:
            writer.threads.shutdown()
        self._reading.shutdown()
        self._backend.engine.dispose()

    @contextmanager
    def _explained(self, reason: str) -> Iterator[None]:
        """Raise what is no fault of the job (a full or broken disk, a lost connection) as callers know it."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            if self._backend.is_outage(error):
                raise DatabaseError(reason=self._backend.outage or reason) from error
            raise
