"""One job, from the moment its work begins until it has ended one way or the other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto

import structlog

from bot.chat.telegram.deadline import CURRENT, Deadline
from bot.core.errors import ChatGoneError

log = structlog.get_logger(__name__)

# What a job may take to clear up when it is interrupted. One that takes longer is left behind.
PATIENCE_S = 2.0


class End(Enum):
    """How a job ended."""

    DONE = auto()
    GONE = auto()  # the chat is no longer there to be answered
    FAILED = auto()
    TIMED_OUT = auto()
    CANCELLED = auto()  # by the person
    STOPPED = auto()  # by the end of the program


class Run:
    """Runs a job in a task of its own, with a deadline, and says how it ended."""

    def __init__(self, work: Callable[[], Awaitable[None]], deadline_s: float) -> None:
        self._work = work
        self._deadline = Deadline(deadline_s, lambda: self.interrupt(End.TIMED_OUT))
        self._interrupted: End | None = None
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._task: asyncio.Task[None] | None = None
        self.error: BaseException | None = None  # what it failed with

    async def end(self) -> End:
        """Begin the job and wait for its end; to be called once."""
        self._task = task = asyncio.create_task(self._job())
        task.add_done_callback(lambda _: self._set_over())
        await self._over
        # The task's error holds the frames of all that the job did, and these hold this: such a ring is
        # found late, with pages and articles in it.
        self._task = None
        if not task.done():
            log.error("job_left_behind")
            task.add_done_callback(lambda task: task.cancelled() or task.exception())
            return self._interrupted or End.FAILED
        return self._judge(task)

    def interrupt(self, end: End) -> None:
        """Make it end like this; only the first call counts."""
        if self._interrupted is None and self._task is not None:
            self._interrupted = end
            self._task.cancel()
            asyncio.get_running_loop().call_later(PATIENCE_S, self._set_over)

    def _set_over(self) -> None:
        if not self._over.done():
            self._over.set_result(None)

    async def _job(self) -> None:
        CURRENT.set(self._deadline)
        self._deadline.start()
        try:
            await self._work()
        finally:
            self._deadline.end()

    def _judge(self, task: asyncio.Task[None]) -> End:
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        if error is None:
            return End.DONE
        if self._interrupted is not None:
            return self._interrupted
        if isinstance(error, ChatGoneError):
            return End.GONE
        self.error = error
        return End.FAILED
