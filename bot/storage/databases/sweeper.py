"""Sweeps of a database, one at a time and not all the time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
    is tried, one pause after the other.
    """

    def __init__(
        self, sweep: Callable[[], bool], threads: ThreadPoolExecutor | None = None, tries: int = 1
    ) -> None:
        self.threads = threads or ThreadPoolExecutor(1, "database-sweeper")
        self._sweep = sweep
        self._tries = tries
        self._wanted = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Sweep whenever it is wanted from now on."""
        self._task = asyncio.create_task(self._sweep_for_good(), name="database sweeper")

    def wake(self) -> None:
        """Something was deleted."""
        self._wanted.set()

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
            self._wanted.clear()
            failed = 0 if await self._sweep_once() else failed + 1
            if 0 < failed < self._tries:
                self._wanted.set()
            await asyncio.sleep(PAUSE_S)

    async def _sweep_once(self) -> bool:
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, self._sweep)
        except DatabaseError as error:  # retention sweeps as well, every few hours
            log.warning("not_swept", reason=str(error))
            return False
