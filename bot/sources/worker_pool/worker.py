"""What happens inside a worker process: its limits, and how it does one job. Light to import."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any

from bot.core.errors import WorkError, WorkTimeoutError, WorkTooLargeError
from bot.sources.worker_pool.memory import MemoryGauge

# Read by the libraries under NumPy when they load: a job uses one core, and threads would eat its memory.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}

PR_SET_PDEATHSIG = 1  # linux/prctl.h
THREAD_STACK_BYTES = 2**18
PICKLING_ERRORS = (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError, OverflowError)
# A failed job whose process came this near to its limit failed of memory, whatever the library made of it:
# trafilatura, for one, catches MemoryError and goes on without a text.
NEAR_LIMIT = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a worker may use for one job."""

    cpu_s: float  # of processor time; not on Windows
    wall_s: float  # of anybody's time: for a job that sleeps, or that hardly gets the processor
    memory_mb: int
    preload: tuple[str, ...] = ()  # modules that a worker has imported before its first job


@dataclass(frozen=True, slots=True)
class WorkResult:
    """How a job ended: with a value or with an error."""

    value: Any = None
    error: BaseException | None = None
    peak_mb: int = (
        0  # the most that the process had reserved meanwhile, of 2**20 bytes; 0 where it isn't told
    )


def prepare(memory_mb: int, preload: Sequence[str]) -> None:
    """Make this process a worker: it obeys limits, and ends with its parent. Runs once, before any job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # so does a service manager; the parent ends us by SIGKILL
    _end_with_parent()
    os.environ.update(ONE_THREAD)
    for module in preload:
        importlib.import_module(module)
    _limit_memory(memory_mb)
    _volunteer_for_oom_kill()


def silence_orphan_errors(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """The `sys.excepthook` of the server that workers are forked from: quiet where the bot went meanwhile.

    A worker that is forked just then finds its pipe closed, or its semaphores removed: a traceback on the
    terminal of who typed the wrong name of a file. The bot itself tells of workers that do not start.
    """
    if not isinstance(error, (OSError, EOFError)):
        sys.__excepthook__(kind, error, trace)


def _end_with_parent() -> None:
    """End when the process that started us ends, be it by `kill -9`.

    A thread waits for it. A job that never lets go of the interpreter would keep the thread from acting: on
    Linux the kernel ends us together with the server that we were forked from, which ends with the bot.
    """
    parent = multiprocessing.parent_process()
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        _release_fork_server()
    if parent is not None:
        threading.stack_size(THREAD_STACK_BYTES)  # it counts towards the memory limit
        threading.Thread(target=_wait_for_end_of, args=(parent,), daemon=True).start()


def _wait_for_end_of(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _release_fork_server() -> None:
    """Close our end of the pipe that keeps the fork server alive: it would live for us, and we for it."""
    server = forkserver._forkserver  # noqa: SLF001  # there is no public way to it
    kept_open = getattr(server, "_forkserver_alive_fd", None)
    if kept_open is not None:
        os.close(kept_open)
        server._forkserver_alive_fd = None  # type: ignore[attr-defined]  # noqa: SLF001  # see above


def _limit_memory(memory_mb: int) -> None:
    """Let allocation fail beyond the limit: MemoryError instead of a machine that swaps.

    RLIMIT_DATA counts what a process can write (brk and private mappings, since Linux 4.7); RLIMIT_AS would
    count the code of every library too, which the workers share.
    """
    if sys.platform == "win32":
        return  # no such limits there; the time limit still holds
    import resource  # noqa: PLC0415  # POSIX only

    limit = memory_mb * 2**20
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    hard = resource.getrlimit(kind)[1]
    with contextlib.suppress(OSError, ValueError):  # macOS refuses some limits; the time limit still holds
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no dump of what people read


def _volunteer_for_oom_kill() -> None:
    """When the machine runs out of memory, the kernel shall take a worker and not the bot."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def report_pid() -> int:
    """The id of this process: the first job of every worker, which shows that it is ready."""
    return os.getpid()


def perform(payload: bytes, cpu_s: float, memory_mb: int) -> bytes:
    """Do a pickled job; the outcome comes back pickled, whatever it is.

    Errors of the job are outcomes as they are, but for those of limits: a built-in TimeoutError (nltk gives
    up on a text after five seconds) would be taken for one of asyncio, a MemoryError for one of the bot.
    """
    with _ended_after(cpu_s):
        outcome = _attempt(payload, memory_mb)
        try:
            return pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
        except PICKLING_ERRORS as error:
            kind = type(outcome.value if outcome.error is None else outcome.error).__name__
            return pickle.dumps(WorkResult(error=WorkError(unpicklable=kind, why=str(error))))
        except MemoryError:
            return pickle.dumps(WorkResult(error=WorkTooLargeError(limit_mb=memory_mb)))


@contextlib.contextmanager
def _ended_after(cpu_s: float) -> Iterator[None]:
    """Have the kernel end this process when it has used so much processor time (setitimer(2), ITIMER_PROF).

    SIGPROF ends a process that has no handler for it, also in the middle of a library's code. RLIMIT_CPU
    would do the same, but in whole seconds.
    """
    if sys.platform == "win32":
        yield  # no such timer there; the wall limit still holds
        return
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _attempt(payload: bytes, memory_mb: int) -> WorkResult:
    gauge = MemoryGauge()
    try:
        function, args, kwargs = pickle.loads(payload)  # noqa: S301  # made by our parent
        return WorkResult(value=function(*args, **kwargs), peak_mb=gauge.peak_mb())
    except MemoryError:
        return WorkResult(error=WorkTooLargeError(limit_mb=memory_mb), peak_mb=memory_mb)
    except TimeoutError:
        return WorkResult(error=WorkTimeoutError(), peak_mb=gauge.peak_mb())
    except (Exception, SystemExit) as error:  # noqa: BLE001  # a job's error is its result
        return _failure(error, gauge.peak_mb(), memory_mb)


def _failure(error: BaseException, peak_mb: int, memory_mb: int) -> WorkResult:
    if peak_mb > NEAR_LIMIT * memory_mb:
        error = WorkTooLargeError(limit_mb=memory_mb)
    elif isinstance(error, SystemExit):
        error = WorkError(exit=str(error.code))
    return WorkResult(error=error.with_traceback(None), peak_mb=peak_mb)
