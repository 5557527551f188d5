"""What all workers may hold together: a machine with little memory shall not run out of it for ten jobs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable

import structlog

from bot.sources.worker_pool.memory import machine_mb
from bot.sources.worker_pool.process import WorkerProcess

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 0.25
_SHARE = 0.5  # of the machine's memory; the rest is for the bot, its database and everybody else
_LONG_JOB_MB = 256  # what a long job may well hold
# Ten at a time go on any machine: where they hold too much, one is ended. Each takes six open files and five
# threads: with twenty of both sorts the bot stays below the 256 that deploy/ allows it.
_FEWEST_LONG_JOBS, _MOST_LONG_JOBS = 10, 20


class MemoryBudget:
    """Ends the job that holds most when all together hold too much; its sender is told that it was too large.

    `total_mb`: the limit; by default half of the machine's memory. It never keeps one job alone from what a
    job may use (`job_mb`). `busy`: the workers that have a job. Holds on Linux; elsewhere only each job is
    limited.
    """

    def __init__(
        self, busy: Callable[[], Iterable[WorkerProcess]], job_mb: int, total_mb: int | None = None
    ) -> None:
        self._busy = busy
        total_mb = total_mb or int(_SHARE * (machine_mb() or 0))
        self.total_mb = max(job_mb, total_mb)
        self._task: asyncio.Task[None] | None = None

    @property
    def long_jobs(self) -> int:
        """How many long jobs of one sort may go on side by side."""
        return min(max(self.total_mb // _LONG_JOB_MB, _FEWEST_LONG_JOBS), _MOST_LONG_JOBS)

    def watch(self) -> None:
        """Look every now and then, for as long as there is work. To be called when a job takes long."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._look())

    async def close(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _look(self) -> None:
        while held := {worker: worker.own_mb() for worker in self._busy()}:
            if sum(held.values()) > self.total_mb:
                largest = max(held, key=lambda worker: held[worker])
                log.warning("workers_hold_too_much", held_mb=sum(held.values()), largest_mb=held[largest])
                largest.kill_for_memory()
            await asyncio.sleep(LOOK_EVERY_S)
