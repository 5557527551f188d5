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

# So many deliveries under way are everyday; more mean that they come faster than they are put on disk. So
# does one that has been under way for three times as long as the disk takes.
MANY = 8
PROMPT_S = 0.03
LONGEST_S = 1.0  # that a job waits in all: a flood slows the answers down, and doesn't stop them
# Jobs that go on in one turn of the event loop while something is under way, which takes some ten turns: each
# job holds it for about half a millisecond.
AT_ONCE = 2


class Precedence:
    """Holds back jobs while updates take long on their way to the disk: where they would begin, and wherever
    they have waited for something and would go on.

    `now` gives seconds that only go forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._numbers = count()
        self._under_way: dict[int, float] = {}  # since when, by delivery; the oldest is the first
        self._line: dict[asyncio.Future[None], None] = {}  # jobs that would go on, first come, first served
        self._letting_on = False

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Within the block one more update is on its way."""
        number = next(self._numbers)
        self._under_way[number] = self._now()
        try:
            yield
        finally:
            del self._under_way[number]
            self._go_on()

    async def calm(self) -> None:
        """Wait until they are few and none has been on its way for long; a second at most."""
        await self._turn(LONGEST_S)

    @coroutine
    def giving_way(self, work: Coroutine[Any, Any, T]) -> Generator[Any, Any, T]:
        """What the work gives; wherever it would go on it waits for its turn, a second in all."""
        left_s = LONGEST_S
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
                if self._under_way and left_s > 0:
                    began = self._now()
                    yield from self._turn(left_s).__await__()
                    left_s -= self._now() - began
            except BaseException as error:  # noqa: BLE001 - it is the work's: that it is cancelled, above all
                problem = error

    async def _turn(self, longest_s: float) -> None:
        """Wait in line while something is under way."""
        if not self._under_way:
            return
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._line[turn] = None
        self._go_on()
        timer = loop.call_later(longest_s, self._let, turn)
        try:
            await turn
        finally:
            timer.cancel()
            self._line.pop(turn, None)

    def _go_on(self) -> None:
        """See to it that those in line go on, if they may."""
        if self._line and not self._letting_on and not self._is_late():
            self._letting_on = True
            asyncio.get_running_loop().call_soon(self._let_on)

    def _let_on(self) -> None:
        """Let the first ones in line go on, and look again in the next turn of the event loop."""
        self._letting_on = False
        for turn in [] if self._is_late() else [*islice(self._line, AT_ONCE)]:
            self._let(turn)
        self._go_on()

    def _let(self, turn: asyncio.Future[None]) -> None:
        self._line.pop(turn, None)
        if not turn.done():  # it may have been cancelled
            turn.set_result(None)

    def _is_late(self) -> bool:
        oldest = next(iter(self._under_way.values()), None)
        return oldest is not None and (len(self._under_way) > MANY or self._now() - oldest > PROMPT_S)
