"""CPU work outside the event loop: worker processes with limits, killed and replaced when they pass them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, Self, TypeVar

from bot.core.errors import WorkerDiedError
from bot.sources.worker_pool.budget import MemoryBudget
from bot.sources.worker_pool.pool import Threads, WorkerPool
from bot.sources.worker_pool.process import pickle_job
from bot.sources.worker_pool.worker import Limits

P = ParamSpec("P")
T = TypeVar("T")


class ProcessWorkers:
    """Runs functions in worker processes (implements `bot.ports.Workers`).

    `count` workers do the ordinary jobs, one more is kept for short ones. A job may take `cpu_s` seconds of
    processor time, `wall_s` seconds in all and `memory_mb` megabytes; all jobs together `total_mb`, by
    default half of the machine's memory. The workers start in the background; the first jobs wait for them.

        async with ProcessWorkers(count=2) as workers:
            article = await workers.run(extract, html)
    """

    def __init__(
        self,
        count: int = 2,
        cpu_s: float = 10.0,
        wall_s: float = 20.0,  # less than the 25 s that a person waits at most
        memory_mb: int = 512,
        total_mb: int | None = None,
        preload: tuple[str, ...] = ("bot.sources.worker_pool.preloaded",),
    ) -> None:
        limits = Limits(cpu_s=cpu_s, wall_s=wall_s, memory_mb=memory_mb, preload=preload)
        # Own threads: those of asyncio may all be waiting for a name server.
        self._threads = Threads(
            working=ThreadPoolExecutor(max_workers=4, thread_name_prefix="workers"),
            closing=ThreadPoolExecutor(max_workers=4, thread_name_prefix="closing"),
        )
        self._budget = MemoryBudget(lambda: (*self._short.busy, *self._pages.busy), memory_mb, total_mb)
        shared = (self._budget.long_jobs, limits, self._threads, self._on_long_jobs)
        self._short = WorkerPool("short", 1, *shared)
        self._pages = WorkerPool("pages", max(1, count), *shared)
        self._jobs = 0  # in work or waiting, of both sorts

    async def __aenter__(self) -> Self:
        self._short.open()
        self._pages.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(self._short.close(), self._pages.close(), self._budget.close())
        for threads in self._threads:
            threads.shutdown(wait=False, cancel_futures=True)

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a module-level function with picklable arguments. Errors: see `bot.ports.Workers`."""
        return await self._run(self._pages, function, args, kwargs)

    async def run_short(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `run`, in the worker that is kept for jobs which never see a page."""
        return await self._run(self._short, function, args, kwargs)

    async def _run(
        self, pool: WorkerPool, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> T:
        if pool.closed:
            raise WorkerDiedError(why="closed")
        self._jobs += 1
        try:
            self._relieve()
            # Pickling an article of a book's length takes a tenth of a second: not in the event loop.
            payload = await asyncio.get_running_loop().run_in_executor(
                self._threads.working, pickle_job, function, args, kwargs
            )
            outcome = await pool.run(payload)
        finally:
            self._jobs -= 1
        if outcome.error is not None:
            try:
                raise outcome.error
            finally:
                # The traceback of the error would hold this frame, and the frame the error: a ring that the
                # garbage collector finds late, with megabytes of page in it.
                del outcome, payload, args, kwargs
        value: T = outcome.value
        return value

    def _on_long_jobs(self) -> None:
        self._budget.watch()
        self._relieve()

    def _relieve(self) -> None:
        """Have long jobs make way for others; the worker of one that is alone keeps what it knows."""
        if self._jobs > 1:
            self._short.relieve()
            self._pages.relieve()
