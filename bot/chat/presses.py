"""Presses of buttons, told from taps that repeat them: who taps twice wants one answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final
from weakref import WeakValueDictionary

from bot.chat.telegram.deadline import not_counted

REPEATED_S: Final = 2.0  # a second tap comes within half a second, and an answer within the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button, and who has pressed it."""

    chat_id: int
    message_id: int
    user_id: int
    data: str


class Presses:
    """Those that are being carried out here, and those that just were.

    A restart forgets them: what it interrupted is carried out again. `now` gives seconds that only go
    forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._under_way: set[Press] = set()
        self._begun: dict[Press, tuple[int, float]] = {}  # by which update, and when; the oldest is the first
        self._messages: WeakValueDictionary[tuple[int, int], asyncio.Lock] = WeakValueDictionary()

    def under_way(self, press: Press) -> bool:
        """Whether the same is being carried out."""
        return press in self._under_way

    @contextmanager
    def carrying_out(self, press: Press, update_id: int) -> Iterator[bool]:
        """Count it in while the block lasts; yields whether it repeats one that began a moment ago."""
        self._forget_old()
        first_id, _ = self._begun.setdefault(press, (update_id, self._now()))
        self._under_way.add(press)
        try:
            yield first_id != update_id  # a job that failed is tried again with the same update
        finally:
            self._under_way.discard(press)

    @asynccontextmanager
    async def in_turn(self, press: Press) -> AsyncIterator[None]:
        """While the block changes a message, no other press of it does: what was pressed last is what it
        shows in the end. To wait for the others is no work of this one's job.
        """
        turn = self._messages.setdefault((press.chat_id, press.message_id), asyncio.Lock())
        with not_counted():
            await turn.acquire()
        try:
            yield
        finally:
            turn.release()

    def _forget_old(self) -> None:
        past = self._now() - REPEATED_S
        while self._begun and next(iter(self._begun.values()))[1] < past:
            del self._begun[next(iter(self._begun))]
