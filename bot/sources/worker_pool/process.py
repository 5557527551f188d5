"""One worker process as its parent sees it: started, given one job at a time, ended."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from typing import Any

from pebble import ProcessExpired, ProcessPool

from bot.core.errors import (
    WorkCrashedError,
    WorkerDiedError,
    WorkError,
    WorkTimeoutError,
    WorkTooLargeError,
)
from bot.sources.worker_pool.memory import resident_mb
from bot.sources.worker_pool.processor import give_way, processor_s
from bot.sources.worker_pool.worker import PICKLING_ERRORS, Limits, WorkResult, perform, prepare, report_pid

# A worker that once grew to this share of its limit is replaced after the job: its heap is in pieces by then,
# and the next job would fail for it.
BLOATED = 0.6
KILLED = signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM
TIME_IS_UP = signal.SIGPROF if sys.platform != "win32" else 0  # see worker


class JobNotStartedError(WorkerDiedError):
    """The process was dead before it could take the job: another one can do it."""


class WorkerProcess:
    """A worker process with room for one job. It is used until it is `spent`, and then closed.

    A pool of one from pebble watches the process: with a pool of many, one killed process can take the jobs
    of others with it, because all of them read from one pipe.
    """

    def __init__(self, limits: Limits, executor: Executor, closing: Executor) -> None:
        """`closing`: threads in which it is waited for the end of the process."""
        self._limits = limits
        self._executor = executor
        self._closing = closing
        self._pool = ProcessPool(
            max_workers=1,
            initializer=prepare,
            initargs=(limits.memory_mb, limits.preload),
            context=_context(limits.preload),
        )
        self._job: asyncio.Future[Any] | None = None
        self._closed = False
        self._killed_for_memory = False
        self._baseline_mb = 0  # what the process held before its first job, most of it shared with the others
        self._used_before_s: float | None = 0.0  # of processor time, before the job that it has
        self.pid: int | None = None
        self.spent = False  # it shall get no further job

    async def open(self) -> None:
        """Start the process; returns when it is ready. Raises WorkerDiedError."""
        loop = asyncio.get_running_loop()
        try:
            # Starting forks, which can take long on a busy machine: not in the event loop.
            future = await loop.run_in_executor(self._executor, self._start)
            self.pid = await self._result(asyncio.wrap_future(future))
            self._baseline_mb = resident_mb(self.pid)
        except (ProcessExpired, BrokenProcessPool, RuntimeError, OSError) as error:
            self.spent = True
            raise WorkerDiedError(why=str(error)) from error

    def _start(self) -> Future[int]:
        with sigint_blocked():
            future: Future[int] = self._pool.schedule(report_pid)
        return future

    async def perform(self, payload: bytes) -> WorkResult:
        """Do one job. After WorkTimeoutError, WorkTooLargeError, WorkerDiedError the process is spent."""
        self._used_before_s = None if self.pid is None else processor_s(self.pid)
        try:
            async with asyncio.timeout(self._limits.wall_s):
                outcome = await self._outcome(payload)
        except BaseException as error:
            self.kill()  # also when the caller was cancelled: nobody waits for the job any more
            if isinstance(error, TimeoutError):
                raise WorkTimeoutError(timeout_s=self._limits.wall_s) from error
            raise
        self.spent = self.spent or outcome.peak_mb > BLOATED * self._limits.memory_mb
        return outcome

    async def _outcome(self, payload: bytes) -> WorkResult:
        try:
            limits = self._limits
            future = self._pool.schedule(perform, args=(payload, limits.cpu_s, limits.memory_mb))
            pickled = await self._result(asyncio.wrap_future(future))
        except ProcessExpired as error:
            raise self._cause_of_death(error.exitcode) from error
        except (BrokenProcessPool, RuntimeError, OSError) as error:  # what pebble says when no job was begun
            raise JobNotStartedError(why=str(error)) from error
        except MemoryError as error:
            raise WorkTooLargeError(limit_mb=self._limits.memory_mb) from error
        return await asyncio.get_running_loop().run_in_executor(self._executor, _unpack, pickled)

    def _cause_of_death(self, exit_code: int) -> WorkError:
        if self._killed_for_memory:
            return WorkTooLargeError(limit_mb=self._limits.memory_mb)
        if exit_code == -TIME_IS_UP:
            return WorkTimeoutError(timeout_s=self._limits.cpu_s)
        # Killed by somebody else, the job might well be done another time; what breaks off by itself breaks
        # off every time.
        return (WorkerDiedError if exit_code == -KILLED else WorkCrashedError)(exit_code=exit_code)

    async def _result(self, job: asyncio.Future[Any]) -> Any:
        self._job = job
        try:
            return await job
        except asyncio.CancelledError as error:
            if self._closed:  # it was we who gave the job up, not the caller
                raise WorkerDiedError(why="closed") from error
            raise
        finally:
            self._job = None

    def used_s(self) -> float | None:
        """Seconds of processor time that its job has used; None where that isn't told."""
        used_s = None if self.pid is None else processor_s(self.pid)
        return None if used_s is None or self._used_before_s is None else used_s - self._used_before_s

    def give_way(self) -> None:
        """Let other processes have the processor first. No way back: the process is spent after this job."""
        self.spent = True
        if self.pid is not None:
            give_way(self.pid)

    def own_mb(self) -> int:
        """What the process holds of its own, about; 0 where that isn't told."""
        return max(0, resident_mb(self.pid) - self._baseline_mb) if self.pid is not None else 0

    def kill_for_memory(self) -> None:
        """End the process because the machine has no room for it: its job gets WorkTooLargeError."""
        self._killed_for_memory = True
        self.kill()

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.spent = True
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, KILLED)
            self.pid = None

    async def close(self) -> None:
        """End the process and what watches it; a job in work gets WorkerDiedError."""
        self._closed = True
        if self._job is not None:
            self._job.cancel()
        self.kill()
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.get_running_loop().run_in_executor(self._closing, self._pool.join)


@contextlib.contextmanager
def sigint_blocked() -> Iterator[None]:
    """What this thread starts within the block does not hear of Ctrl+C.

    A terminal sends it to all processes of the bot at once. One that is still loading would break off with a
    traceback; the bot itself ends what it has started.
    """
    if sys.platform == "win32":
        yield
        return
    _start_tracker()  # it unblocks the signal in the thread that starts it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_tracker() -> None:
    """Start the process of multiprocessing that removes our semaphores from the system if we are killed.

    It would warn of each as of a leak, on our terminal, after our end: where the bot was killed that is no
    news, and it has done what there was to do.
    """
    quietly = "ignore:resource_tracker:UserWarning"
    sys.warnoptions.append(quietly)  # what a process of Python's own is started with
    try:
        resource_tracker.ensure_running()
    finally:
        sys.warnoptions.remove(quietly)


def pickle_job(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> bytes:
    """A job on its way to a worker. Raises WorkError where something in it cannot travel."""
    try:
        return pickle.dumps((function, tuple(args), dict(kwargs)), pickle.HIGHEST_PROTOCOL)
    except PICKLING_ERRORS as error:
        raise WorkError(why=str(error)) from error


def _unpack(pickled: bytes) -> WorkResult:
    try:
        outcome = pickle.loads(pickled)  # noqa: S301  # made by our worker
    except Exception as error:  # noqa: BLE001  # a class that cannot be rebuilt may raise anything
        return WorkResult(error=WorkError(why=f"the result cannot be rebuilt: {error}"))
    return outcome if isinstance(outcome, WorkResult) else WorkResult(error=WorkError(why="no outcome"))


def _context(preload: Sequence[str]) -> BaseContext:
    """How processes are started: on Linux forked from a server that has the modules loaded, else afresh."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context
