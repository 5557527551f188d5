"""Sweeps of a database, one at a time and not all the time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.core.errors import DatabaseError

log = structlog.get_logger(__name__)

# Between two sweeps: whoever is forgotten meanwhile shares the next one. Each makes others wait for a moment,
# and nobody shall slow them down by having themselves forgotten again and again.
PAUSE_S = 30.0


class Sweeper:
    """Does what was asked for since the last time; a last time at the end.

    `threads`: where it is done; by default in a thread of its own. `tries`: how often what was not possible
    is tried, one pause after the other. `before`: what comes before a sweep, while others go on.
    """

    def __init__(
        self,
        sweep: Callable[[], bool],
        threads: ThreadPoolExecutor | None = None,
        tries: int = 1,
        before: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.threads = threads or ThreadPoolExecutor(1, "database-sweeper")
        self._sweep = sweep
        self._tries = tries
        self._before = before
        self._wanted = asyncio.Event()
        self._asked = 0  # how often
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Sweep whenever it is wanted from now on."""
        self._task = asyncio.create_task(self._sweep_for_good(), name="database sweeper")

    def wake(self) -> None:
        """Something was deleted."""
        self._asked += 1
        self._wanted.set()

    async def prepare(self) -> None:
        """Do what comes before the sweep at the end, if there will be one."""
        if self._wanted.is_set():
            await self._prepare()

    async def end(self) -> None:
        """Sweep what is still to be swept, and no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        if self._wanted.is_set():
            await self._sweep_once()

    async def _sweep_for_good(self) -> None:
        failed = 0
        while True:
            await self._wanted.wait()
            asked = self._asked
            await self._prepare()  # still wanted: where this ends meanwhile, it is swept at the end
            if asked == self._asked:
                self._wanted.clear()
            failed = 0 if await self._sweep_once() else failed + 1
            if 0 < failed < self._tries:
                self._wanted.set()
            await asyncio.sleep(PAUSE_S)

    async def _prepare(self) -> None:
        if self._before is None:
            return
        try:
            await self._before()
        except DatabaseError as error:
            log.warning("not_swept", reason=str(error))

    async def _sweep_once(self) -> bool:
        sweep = self.threads.submit(self._sweep)
        try:
            return await asyncio.wrap_future(sweep)
        except asyncio.CancelledError:
            if sweep.cancelled():  # it had not begun
                self._wanted.set()
            raise
        except DatabaseError as error:  # retention sweeps as well, every few hours
            log.warning("not_swept", reason=str(error))
            return False
