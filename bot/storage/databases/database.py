"""One database: many readers, and a writer whose transactions reach the disk together."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.databases import erasures
from bot.storage.databases.backend import Backend, TermIndex
from bot.storage.databases.given import Rows, written
from bot.storage.databases.sweeper import Sweeper
from bot.storage.databases.writer import LONG_GROUP_S, ORDINARY, URGENT, IsHurried, Job, Order, Writer, never

if TYPE_CHECKING:
    from bot.storage.databases.backend import Insert
    from bot.storage.databases.given import Given

T = TypeVar("T")

# Of a transaction that another program was in the way of; the pause grows with each.
MOST_TRIES = 5
RETRY_PAUSE_S = 0.05
# Of a log that somebody reads, as a long export does; afterwards the next sweep empties it.
EMPTYING_TRIES = 20
EMPTYING_PAUSE_S = 0.25
SWEEP_TRIES = 20  # of a file, half a minute apart


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
        # A sweep takes seconds, and nobody waits for it: a server's is done beside everything else, a file's
        # between two changes, for which it has to be still.
        self._sweeper = (
            Sweeper(self._swept)
            if backend.several
            else Sweeper(self._swept, self._writer.threads, SWEEP_TRIES, before=self._merge)
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._merged: int | None = None  # the last erasure of which nothing stays in the index of terms
        readers = backend.readers
        self._reading = ThreadPoolExecutor(readers, "database-reader") if readers else self._writer.threads

    @property
    def index(self) -> TermIndex:
        """Full-text search, within a job."""
        return self._backend.index

    def insert(self, table: sa.Table) -> Insert:
        """An INSERT that can say what happens where there is such a row."""
        return self._backend.insert(table)

    def among(self, column: sa.Column[Any], given: str) -> sa.ColumnElement[bool]:
        """Whether a column holds one of the values that are given (see Backend)."""
        return self._backend.among(column, given)

    def given(self, **types: str) -> Given:
        """The rows that a direct statement is given (see Backend)."""
        return self._backend.given(**types)

    def run(self, connection: sa.Connection, statement: str, rows: Rows) -> list[tuple[Any, ...]]:
        """What a direct statement gives, within a job (see Backend): for what runs for every update."""
        return self._backend.run(connection, statement, written(rows))

    def size(self, connection: sa.Connection) -> int:
        """How many bytes the database has, within a job."""
        return self._backend.database_bytes(connection)

    async def open(self, migrate: Callable[[sa.Connection, Backend], None]) -> None:
        """Bring the tables up to date, then begin to write. Closes what it opened where that fails."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._in(
                self._writer.threads, self._commit, [lambda connection: migrate(connection, self._backend)]
            )
        except BaseException:
            self._let_go()
            raise
        for writer in {self._writer, self._urgent}:
            writer.begin()
        self._sweeper.begin()

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        await self._sweeper.prepare()
        for writer in {self._writer, self._urgent}:
            await writer.end()
        await self._sweeper.end()
        self._let_go()

    async def write(self, job: Job[T], *, urgent: bool = False) -> T:
        """The job's result, once all its changes have reached the disk; none of them where it raises.

        An `urgent` one goes before all that wait. Raises what the job raises, and DatabaseError where the
        disk is full or broken.
        """
        return await self.order(job, urgent=urgent)

    def order(self, job: Job[T], *, urgent: bool = False) -> asyncio.Future[T]:
        """As `write`, for who goes on meanwhile."""
        order = Order(job)
        if urgent:
            self._urgent.line_up(URGENT, order)
        else:
            self._writer.line_up(ORDINARY, order)
        return order.result

    async def read(self, job: Job[T]) -> T:
        """The job's result, from one consistent state. Raises what the job raises, and DatabaseError."""
        return await self._in(self._reading, self._read, job)

    async def execute(self, statement: sa.Executable, values: Any = None) -> int:
        """Write what one statement changes, as `write` does; returns how many rows it met."""

        def job(connection: sa.Connection) -> int:
            return connection.execute(statement, values).rowcount

        return await self.write(job)

    async def rows(self, query: sa.Select[Any]) -> Sequence[sa.RowMapping]:
        """What one query finds, as `read` does: rows by the names of their columns."""
        return await self.read(lambda connection: connection.execute(query).mappings().all())

    async def row(self, query: sa.Select[Any]) -> sa.RowMapping | None:
        """The first row that one query finds, if there is one."""
        return await self.read(lambda connection: connection.execute(query).mappings().first())

    async def values(self, query: sa.Select[T]) -> Sequence[T]:
        """The first column of what one query finds."""
        return await self.read(lambda connection: connection.execute(query).scalars().all())

    async def value(self, query: sa.Select[T]) -> T:
        """The one value that one query finds in any case, as a count does."""
        return await self.read(lambda connection: connection.execute(query).scalar_one())

    async def sweep(self) -> None:
        """Leave nothing of what was deleted (see Backend): of the rows now in a file, and of all the rest
        soon, at the latest before this is closed.
        """
        if not self._backend.several:
            await self._merge()
            for _ in range(EMPTYING_TRIES):
                if await self._in(self._writer.threads, self._emptied):
                    break
                await asyncio.sleep(EMPTYING_PAUSE_S)  # somebody reads what was there before
        self._sweeper.wake()

    async def _merge(self) -> None:
        """Merge the index of terms where that is owed; whoever has something to write comes between two
        steps.
        """
        last, begins = await self.read(erasures.last), True
        if last is None or last == self._merged:
            return
        while await self.write(partial(self.index.merge, begins=begins)):
            begins = False
        self._merged = last

    def _in(self, threads: ThreadPoolExecutor, function: Callable[..., T], *args: Any) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(threads, function, *args)

    def _read(self, job: Job[T]) -> T:
        def once() -> T:
            with self._backend.reading() as connection:
                return job(connection)

        with self._explained("read"):
            return self._tried(once)

    def _commit(self, jobs: list[Job[Any]], is_hurried: IsHurried = never) -> list[Any]:
        """The results of the jobs, or of the first ones where the others are to wait."""

        def once() -> list[Any]:
            values: list[Any] = []
            long_at = time.monotonic() + LONG_GROUP_S
            with self._backend.writing() as connection:
                for job in jobs:
                    values.append(job(connection))
                    if is_hurried() and time.monotonic() > long_at:
                        break
                in_haste = erasures.take_haste(connection)
            if in_haste and self._loop is not None:
                self._loop.call_soon_threadsafe(self._sweeper.wake)
            return values

        with self._explained("write"):
            return self._tried(once)

    def _tried(self, transaction: Callable[[], T]) -> T:
        for tries in range(1, MOST_TRIES):
            try:
                return transaction()
            except sa.exc.DBAPIError as error:
                if not self._backend.is_collision(error):
                    raise
            # Not as long for both, or they would meet again.
            time.sleep(RETRY_PAUSE_S * tries * random.random())  # noqa: S311 - no secret
        return transaction()

    def _swept(self) -> bool:
        with self._explained("write"):
            return self._backend.sweep(self._merged)

    def _emptied(self) -> bool:
        with self._explained("write"):
            return self._backend.empty_log()

    def _new_writer(self) -> Writer:
        return Writer(self._commit, self._is_outage)

    def _is_outage(self, error: BaseException) -> bool:
        # Where a server is gone, each job by itself would wait for it anew.
        return self._backend.several and isinstance(error, DatabaseError)

    def _let_go(self) -> None:
        for writer in {self._writer, self._urgent}:
            writer.threads.shutdown()
        self._sweeper.threads.shutdown()
        self._reading.shutdown()
        self._backend.close()

    @contextmanager
    def _explained(self, reason: str) -> Iterator[None]:
        """Raise what is no fault of the job (a full or broken disk, a lost connection) as callers know it."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            if self._backend.is_outage(error):
                raise DatabaseError(reason=self._backend.outage or reason) from error
            raise
