"""Workers for one sort of job, where no long job keeps the others waiting."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable, Collection, Coroutine
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, NamedTuple

import structlog

from bot.core.errors import WorkerDiedError, WorkError
from bot.sources.worker_pool.job_queue import JobQueue
from bot.sources.worker_pool.process import JobNotStartedError, WorkerProcess
from bot.sources.worker_pool.processor import effort_s
from bot.sources.worker_pool.worker import Limits, WorkResult

log = structlog.get_logger(__name__)

# A job that has used so much processor time is a long one: where it isn't alone, it goes on in the
# background, and another worker takes its place. Of pages of the web 19 in 20 need less, half a third of it.
PATIENCE_S = 0.25
LOOK_AGAIN_S = 0.05  # at the earliest
START_TRIES = 3
CLOSING_S = 2.0


class Threads(NamedTuple):
    """Where it is waited for what would hold the event loop."""

    working: Executor  # for the start of a process, and what a job brought
    closing: Executor  # for the end of a process: one that has given way may be long in ending


@dataclass(eq=False, slots=True, kw_only=True)
class _Job:
    """What a worker does."""

    began: float  # on the event loop's clock
    long: bool = False


class WorkerPool:
    """Workers for one sort of job, where no long job keeps the others waiting."""

    def __init__(
        self,
        name: str,
        count: int,
        background: int,
        limits: Limits,
        threads: Threads,
        on_long_jobs: Callable[[], None],
    ) -> None:
        """`background`: how many jobs may go on there, beside those of the `count` workers.

        `on_long_jobs` is called when there may be long jobs that should go on in the background.
        """
        self._name = name
        self._count = count
        self._most_in_background = background
        self._limits = limits
        self._threads = threads
        self._on_long_jobs = on_long_jobs
        self._idle: deque[WorkerProcess] = deque()
        self._waiting = JobQueue()
        self._busy: dict[WorkerProcess, _Job] = {}  # oldest first
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
        self._busy[worker] = job = _Job(began=loop.time())
        loop.call_later(PATIENCE_S, self._look_at, worker, job)
        try:
            return await worker.perform(payload)
        except WorkError as error:
            if not self.closed:
                seconds = round(loop.time() - job.began, 1)
                log.warning("worker_ended", pool=self._name, reason=error.code, seconds=seconds)
            raise
        finally:
            self._release(worker)

    async def _acquire(self, job_bytes: int) -> WorkerProcess:
        if self._idle:
            return self._idle.popleft()
        turn = self._waiting.join(job_bytes)
        self._start_missing()  # where none would start, they may by now
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
        if self.closed:
            return  # whoever closes us closes the worker
        if worker in self._background:
            self._background.remove(worker)
            self._on_long_jobs()  # another one may take its place there
        if worker.spent:
            self._spawn(worker.close())
            self._start_missing()
        else:
            self._offer(worker)

    def _look_at(self, worker: WorkerProcess, job: _Job) -> None:
        """See whether a job has become one of the long ones; if not, look again when it can be."""
        if self.closed or self._busy.get(worker) is not job:
            return
        loop = asyncio.get_running_loop()
        left_s = PATIENCE_S - effort_s(loop.time() - job.began, worker.used_s())
        if left_s > 0:
            loop.call_later(max(left_s, LOOK_AGAIN_S), self._look_at, worker, job)
        else:
            job.long = True
            self._on_long_jobs()

    def relieve(self) -> None:
        """Let long jobs go on in the background, and start workers in their places."""
        if self.closed:
            return
        for worker, job in self._busy.items():
            if len(self._background) >= self._most_in_background:
                break
            if job.long and worker not in self._background:
                self._background.add(worker)
                worker.give_way()
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
            worker = WorkerProcess(self._limits, *self._threads)
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
