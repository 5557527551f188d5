"""One piece of work in flight for one key: whoever asks meanwhile shares its outcome."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Flight(Generic[T]):
    task: asyncio.Task[T]
    waiting: int = 0  # how many want the outcome


class SingleFlight(Generic[T]):
    """Work in progress by key. What nobody waits for any more is given up."""

    def __init__(self) -> None:
        self._flights: dict[str, _Flight[T]] = {}
        self._tasks: set[asyncio.Task[T]] = set()  # also those that were given up and are not yet over

    async def join(self, key: str, begin: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The outcome of the work under way for a key; it is begun where there is none."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = self._start(key, begin())
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting:
                self._leave(key, flight)  # before it is over: the next to ask must not join what ends
                flight.task.cancel()
            # An error's traceback holds this frame, and the task the error: a ring that is found late, with
            # the body that was too large in it.
            del flight

    async def close(self) -> None:
        """Give up everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, key: str, work: Coroutine[Any, Any, T]) -> _Flight[T]:
        flight = _Flight(asyncio.create_task(work))
        self._tasks.add(flight.task)

        def land(task: asyncio.Task[T]) -> None:
            self._tasks.discard(task)
            self._leave(key, flight)
            if not task.cancelled():
                task.exception()  # seen: the last one may have left in the moment that it failed

        flight.task.add_done_callback(land)
        return flight

    def _leave(self, key: str, flight: _Flight[T]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
