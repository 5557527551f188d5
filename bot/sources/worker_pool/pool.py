"""Workers for one sort of job, where no long job keeps the others waiting."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Collection, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import structlog

from bot.core.errors import WorkerDiedError, WorkError
from bot.sources.worker_pool.budget import MemoryBudget
from bot.sources.worker_pool.job_queue import JobQueue
from bot.sources.worker_pool.process import JobNotStartedError, WorkerProcess
from bot.sources.worker_pool.worker import Limits, WorkResult

log = structlog.get_logger(__name__)

# A job that has run this long while others wait no longer keeps them: it goes on in the background, and
# another worker takes its place. Most pages are done in a third of it.
PATIENCE_S = 0.25
# How many jobs of one pool may go on in the background. What they hold together is limited by the budget.
BACKGROUND_JOBS = 10
START_TRIES = 3
CLOSING_S = 2.0


class WorkerPool:
    """Workers for one sort of job, where no long job keeps the others waiting."""

    def __init__(
        self, name: str, count: int, limits: Limits, executor: ThreadPoolExecutor, budget: MemoryBudget
    ) -> None:
        self._name = name
        self._count = count
        self._limits = limits
        self._executor = executor
        self._budget = budget
        self._idle: deque[WorkerProcess] = deque()
        self._waiting = JobQueue()
        self._busy: dict[WorkerProcess, float] = {}  # since when, on the event loop's clock; oldest first
        self._background: set[WorkerProcess] = set()
        self._starting = 0  # workers that are being started
        self._tasks: set[asyncio.Task[None]] = set()
        self.closed = False

    @property
    def busy(self) -> Collection[WorkerProcess]:
        """The workers that have a job."""
        return self._busy

    def open(self) -> None:
        """Begin to start the workers."""
        self._start_missing()

    async def close(self) -> None:
        """End all workers; jobs in work and in waiting get WorkerDiedError."""
        self.closed = True
        self._refuse_waiting(WorkerDiedError(why="closed"))
        for task in self._tasks:
            task.cancel()
        workers = (*self._idle, *self._busy)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSING_S):
                await asyncio.gather(
                    *(worker.close() for worker in workers), *self._tasks, return_exceptions=True
                )

    async def run(self, payload: bytes) -> WorkResult:
        """Have a job done by the next free worker."""
        for _ in range(START_TRIES):
            try:
                return await self._attempt(payload)
            except JobNotStartedError:
                log.warning("idle_worker_ended", pool=self._name)
        raise WorkerDiedError(why="no worker stays alive")

    async def _attempt(self, payload: bytes) -> WorkResult:
        worker = await self._acquire(len(payload))
        loop = asyncio.get_running_loop()
        self._busy[worker] = began = loop.time()
        relief = loop.call_later(PATIENCE_S, self._on_long_job)
        try:
            return await worker.perform(payload)
        except WorkError as error:
            if not self.closed:
                seconds = round(loop.time() - began, 1)
                log.warning("worker_ended", pool=self._name, reason=error.code, seconds=seconds)
            raise
        finally:
            relief.cancel()
            self._release(worker)

    async def _acquire(self, job_bytes: int) -> WorkerProcess:
        if self._idle:
            return self._idle.popleft()
        turn = self._waiting.join(job_bytes)
        self._relieve()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self._offer(turn.result())  # it was given to us in the very moment that we went
            raise

    def _offer(self, worker: WorkerProcess) -> None:
        """Hand a free worker to whose turn it is."""
        turn = self._waiting.next()
        if turn is None:
            self._idle.append(worker)
        else:
            turn.set_result(worker)

    def _release(self, worker: WorkerProcess) -> None:
        del self._busy[worker]
        self._background.discard(worker)
        if self.closed:
            return  # whoever closes us closes the worker
        if worker.spent:
            self._spawn(worker.close())
            self._start_missing()
        else:
            self._offer(worker)

    def _on_long_job(self) -> None:
        """A job is one of the long ones."""
        self._budget.watch()
        self._relieve()

    def _relieve(self) -> None:
        """While others wait, move those that have worked for long into the background, and replace them."""
        if self.closed:
            return
        now = asyncio.get_running_loop().time()
        waiting = len(self._waiting)
        for worker, since in self._busy.items():
            if not waiting or now - since < PATIENCE_S or len(self._background) >= BACKGROUND_JOBS:
                break
            if worker not in self._background:
                self._background.add(worker)
                worker.lower_priority()
                waiting -= 1
        self._start_missing()

    def _start_missing(self) -> None:
        """Start workers for the places that are empty."""
        foreground = len(self._idle) + len(self._busy) - len(self._background) + self._starting
        for _ in range(self._count - foreground):
            self._starting += 1
            self._spawn(self._add_worker())

    async def _add_worker(self) -> None:
        """Start a worker and offer it. When none will start, those who wait are told."""
        try:
            worker = await self._start_worker()
        finally:
            self._starting -= 1
        if worker is not None:
            self._offer(worker)
        elif not self._starting and not self._busy:
            self._refuse_waiting(WorkerDiedError(why="no worker starts"))

    async def _start_worker(self) -> WorkerProcess | None:
        for attempt in range(START_TRIES):
            worker = WorkerProcess(self._limits, self._executor)
            began = time.monotonic()
            try:
                await worker.open()
            except WorkerDiedError:
                log.warning("worker_does_not_start", pool=self._name, attempt=attempt)
                await worker.close()
                await asyncio.sleep(attempt)
            except asyncio.CancelledError:
                await worker.close()
                raise
            else:
                log.debug("worker_ready", pool=self._name, seconds=round(time.monotonic() - began, 3))
                return worker
        return None

    def _refuse_waiting(self, error: WorkerDiedError) -> None:
        while (turn := self._waiting.next()) is not None:
            turn.set_exception(error)

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
