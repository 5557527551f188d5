"""Changes of one kind, asked for one by one and made in one statement."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import sqlalchemy as sa

from bot.storage.databases.database import Database

A = TypeVar("A")
R = TypeVar("R")
Change = Callable[[sa.Connection, Sequence[A]], Sequence[R]]


class Together(Generic[A, R]):
    """Makes all changes at once that were asked for until the database comes to it.

    On a server each statement is a way there and back, and under load dozens of one kind wait for the same
    commit. `change` gets what they were called with, in order, and returns a result for each; it may be run
    twice, as every job. What it raises, all of them raise.
    """

    def __init__(self, database: Database, change: Change[A, R]) -> None:
        self._database = database
        self._change = change
        self._waiting: list[tuple[A, asyncio.Future[R]]] = []
        self._lock = threading.Lock()  # for the list, which the thread that writes takes
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, argument: A) -> R:
        """The result for one of them, once it has reached the disk. Raises DatabaseError."""
        result: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        with self._lock:
            self._waiting.append((argument, result))
            is_first = len(self._waiting) == 1
        if is_first:
            task = asyncio.create_task(self._write())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await result

    async def _write(self) -> None:
        taken: list[tuple[A, asyncio.Future[R]]] = []

        def job(connection: sa.Connection) -> Sequence[R]:
            taken.extend(self._take())
            # None, where an earlier one of these was tried again and took them along.
            return self._change(connection, [argument for argument, _ in taken]) if taken else ()

        try:
            values = await self._database.write(job)
        except Exception as error:  # noqa: BLE001 - it is handed to those who wait
            for _, result in taken or self._take():  # where there was no connection, none was taken
                if not result.done():
                    result.set_exception(error)
        else:
            for (_, result), value in zip(taken, values, strict=True):
                if not result.done():
                    result.set_result(value)

    def _take(self) -> list[tuple[A, asyncio.Future[R]]]:
        with self._lock:
            taken, self._waiting = self._waiting, []
        return taken
