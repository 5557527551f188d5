"""How long a job may take, not counting what Telegram makes it wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Deadline:
    """Calls `expire` once, when a job has worked for so many seconds. Between `start` and `stop` only."""

    def __init__(self, seconds: float, expire: Callable[[], object]) -> None:
        self._remaining_s = seconds
        self._expire: Callable[[], object] | None = expire
        self._timer: asyncio.TimerHandle | None = None
        self._pauses = 0

    def start(self) -> None:
        """Let the time run, from where it stood."""
        if self._expire is not None:
            self._timer = asyncio.get_running_loop().call_later(self._remaining_s, self._expire)

    def stop(self) -> None:
        """Hold the time."""
        if self._timer is not None:
            self._remaining_s = max(self._timer.when() - asyncio.get_running_loop().time(), 0)
            self._timer.cancel()
            self._timer = None

    def end(self) -> None:
        """Let go of whom it would call: nothing starts it any more."""
        self.stop()
        self._expire = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        """The time stands still inside; several waits at once count as one."""
        self._pauses += 1
        if self._pauses == 1:
            self.stop()
        try:
            yield
        finally:
            self._pauses -= 1
            if self._pauses == 0:
                self.start()


CURRENT: ContextVar[Deadline | None] = ContextVar("CURRENT", default=None)


@contextmanager
def not_counted() -> Iterator[None]:
    """Stop the deadline of the job that this runs in, if it has one."""
    deadline = CURRENT.get()
    if deadline is None:
        yield
        return
    with deadline.paused():
        yield
