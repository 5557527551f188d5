"""What is being brought goes before what is to be handled: Telegram waits for its 200, people wait anyway."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from itertools import count, islice
from types import coroutine
from typing import Any, TypeVar, cast

T = TypeVar("T")

# So many deliveries under way are everyday at 200 a second; more mean that they come faster than they are put
# on disk. So does one that has been under way for longer than the disk takes.
MANY = 20
PROMPT_S = 0.05
LONGEST_S = 1.0  # that a job waits before it begins: a flood slows the answers down, and doesn't stop them
# That a job which has begun waits in all. Meanwhile it has a slot that others could use: when it was a
# second, 95 of 200 updates a second were answered, and after five minutes no more were taken in.
LONGEST_MEANWHILE_S = 0.05
# Jobs that go on in one turn of the event loop while something is under way: each holds it for about half a
# millisecond. With two, there were so many turns that the answers fell behind.
AT_ONCE = 6
LOOK_EVERY_S = 0.02  # whether somebody has waited for long enough


class Precedence:
    """Holds back jobs while updates take long on their way to the disk: where they would begin, and wherever
    they have waited for something and would go on.

    `now` gives seconds that only go forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._numbers = count()
        self._under_way: dict[int, float] = {}  # since when, by delivery; the oldest is the first
        # Jobs that would go on, first come, first served, and until when they wait at most.
        self._line: dict[asyncio.Future[None], float] = {}
        self._gone_on = 0  # in this turn of the event loop
        self._next_turn: asyncio.Handle | None = None
        self._look: asyncio.TimerHandle | None = None

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Within the block one more update is on its way."""
        number = next(self._numbers)
        self._under_way[number] = self._now()
        try:
            yield
        finally:
            del self._under_way[number]
            self._see_to_line()

    async def calm(self) -> None:
        """Wait until they are few and none has been on its way for long; a second at most."""
        if not self._passes():
            await self._wait_in_line(LONGEST_S)

    @coroutine
    def giving_way(self, work: Coroutine[Any, Any, T]) -> Generator[Any, Any, T]:
        """What the work gives; wherever it would go on it waits for its turn, but not for long in all."""
        left_s = LONGEST_MEANWHILE_S
        problem: BaseException | None = None
        while True:
            try:
                awaited = work.send(None) if problem is None else work.throw(problem)
            except StopIteration as end:
                return cast("T", end.value)
            finally:
                problem = None  # its frames hold this one: such a ring is found late
            try:
                yield awaited
                awaited = None
                if left_s > 0 and not self._passes():
                    began = self._now()
                    yield from self._wait_in_line(left_s).__await__()
                    left_s -= self._now() - began
            except BaseException as error:  # noqa: BLE001 - it is the work's: that it is cancelled, above all
                problem = error

    def _passes(self) -> bool:
        """Whether a job may go on without waiting in line."""
        if not self._under_way:
            return True
        if self._line or self._gone_on >= AT_ONCE or self._is_late():
            return False
        self._gone_on += 1
        self._await_next_turn()
        return True

    async def _wait_in_line(self, longest_s: float) -> None:
        place = asyncio.get_running_loop().create_future()
        self._line[place] = self._now() + longest_s
        self._see_to_line()
        try:
            await place
        finally:
            self._line.pop(place, None)

    def _see_to_line(self) -> None:
        """Those in line go on by and by, as soon as they may."""
        if not self._line:
            return
        if self._look is None:
            self._look = asyncio.get_running_loop().call_later(LOOK_EVERY_S, self._let_who_waited_on)
        if not self._is_late():
            self._await_next_turn()

    def _await_next_turn(self) -> None:
        if self._next_turn is None:
            self._next_turn = asyncio.get_running_loop().call_soon(self._let_first_on)

    def _let_first_on(self) -> None:
        self._next_turn, self._gone_on = None, 0
        for place in [] if self._is_late() else [*islice(self._line, AT_ONCE)]:
            self._gone_on += 1
            self._let_on(place)
        if self._gone_on:
            self._await_next_turn()

    def _let_who_waited_on(self) -> None:
        self._look, now = None, self._now()
        for place in [place for place, until in self._line.items() if until <= now]:
            self._let_on(place)
        self._see_to_line()

    def _let_on(self, place: asyncio.Future[None]) -> None:
        del self._line[place]
        if not place.done():  # it may have been cancelled
            place.set_result(None)

    def _is_late(self) -> bool:
        oldest = next(iter(self._under_way.values()), None)
        return oldest is not None and (len(self._under_way) > MANY or self._now() - oldest > PROMPT_S)
