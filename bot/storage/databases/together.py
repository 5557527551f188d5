"""Changes of one kind, asked for one by one and made in one statement."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.databases.database import Database

A = TypeVar("A")
R = TypeVar("R")
Change = Callable[[sa.Connection, Sequence[A]], Sequence[R]]


class Together(Generic[A, R]):
    """Makes all changes at once that were asked for until the database comes to it.

    Each statement is a way to a server and back, or a few milliseconds in which a busy event loop doesn't let
    go of the interpreter, and under load dozens of one kind wait for the same commit. `change` gets what they
    were called with, in order, and returns a result for each; it may be run twice, as every job. Where it
    raises, each is made by itself, so that only those fail that cause it.
    """

    def __init__(self, database: Database, change: Change[A, R]) -> None:
        self._database = database
        self._change = change
        self._waiting: list[_Asked[A, R]] = []
        self._lock = threading.Lock()  # for the list, which the thread that writes takes

    async def __call__(self, argument: A) -> R:
        """The result for one of them, once it has reached the disk. Raises DatabaseError."""
        result: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        with self._lock:
            self._waiting.append((argument, result))
            is_first = len(self._waiting) == 1
        if is_first:
            self._order()
        return await result

    def _order(self) -> None:
        taken: list[_Asked[A, R]] = []

        def job(connection: sa.Connection) -> Sequence[R]:
            taken.extend(self._take())
            # None, where an earlier one of these was tried again and took them along.
            return self._change(connection, [argument for argument, _ in taken]) if taken else ()

        self._database.order(job).add_done_callback(partial(self._tell, taken))

    def _tell(self, taken: list[_Asked[A, R]], made: asyncio.Future[Sequence[R]]) -> None:
        if made.cancelled():  # the program ends
            return
        error = made.exception()
        if error is None:
            for (_, result), value in zip(taken, made.result(), strict=True):
                if not result.done():
                    result.set_result(value)
        elif len(taken) > 1 and not isinstance(error, DatabaseError):
            for one in taken:
                self._order_alone(one)
        else:
            for _, result in taken or self._take():  # where there was no connection, none was taken
                if not result.done():
                    result.set_exception(error)

    def _order_alone(self, one: _Asked[A, R]) -> None:
        made = self._database.order(lambda connection: self._change(connection, [one[0]]))
        made.add_done_callback(partial(self._tell, [one]))

    def _take(self) -> list[_Asked[A, R]]:
        with self._lock:
            taken, self._waiting = self._waiting, []
        return taken


_Asked = tuple[A, asyncio.Future[R]]  # what it was called with, and where its result goes
