"""CPU work outside the event loop: worker processes with limits, killed and replaced when they pass them."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable, Collection, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Any, Self, TypeVar

import structlog

from bot.core.errors import WorkerDiedError, WorkError
from bot.sources.working.budget import Budget
from bot.sources.working.seat import NotBegunError, Seat, pack
from bot.sources.working.worker import Limits, WorkResult

T = TypeVar("T")

log = structlog.get_logger(__name__)

# A job that has run this long while others wait no longer keeps them: it goes on in the background, and
# another worker takes its place. Most pages are done in a third of it.
PATIENCE_S = 0.25
# How many jobs of one lane may go on in the background. What they hold together is limited by the budget.
BACKGROUND_JOBS = 10
# A megabyte makes a job wait as if it had come this much later: most of what is hostile is large, and whoever
# sent something ordinary shall not wait for it. Everybody's turn comes, for nobody is more than 20 MB late.
LATER_S_PER_MB = 1.0
OPENING_TRIES = 3
CLOSING_S = 2.0


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
        preload: tuple[str, ...] = ("bot.sources.working.preloaded",),
    ) -> None:
        limits = Limits(cpu_s=cpu_s, wall_s=wall_s, memory_mb=memory_mb, preload=preload)
        # Own threads: those of asyncio may all be waiting for a name server.
        self._executor = ThreadPoolExecutor(max_workers=4, thread_name_prefix="workers")
        self._budget = Budget(lambda: (*self._short.working, *self._pages.working), memory_mb, total_mb)
        self._short = Lane("short", 1, limits, self._executor, self._budget)
        self._pages = Lane("pages", max(1, count), limits, self._executor, self._budget)

    async def __aenter__(self) -> Self:
        self._short.open()
        self._pages.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(self._short.close(), self._pages.close(), self._budget.close())
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def run(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """The result of a module-level function with picklable arguments. Errors: see `bot.ports.Workers`."""
        return await self._run(self._pages, function, args, kwargs)

    async def run_short(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Like `run`, in the worker that is kept for jobs which never see a page."""
        return await self._run(self._short, function, args, kwargs)

    async def _run(
        self, lane: Lane, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> T:
        if lane.closed:
            raise WorkerDiedError(why="closed")
        # Pickling an article of a book's length takes a tenth of a second: not in the event loop.
        payload = await asyncio.get_running_loop().run_in_executor(
            self._executor, pack, function, args, kwargs
        )
        outcome = await lane.run(payload)
        if outcome.error is not None:
            try:
                raise outcome.error
            finally:
                # The traceback of the error would hold this frame, and the frame the error: a ring that the
                # garbage collector finds late, with megabytes of page in it.
                del outcome, payload, args, kwargs
        value: T = outcome.value
        return value


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the queue for a worker; the least is next."""

    due: float  # on the event loop's clock
    number: int  # among those that are due at the same moment, first come, first served
    seat: asyncio.Future[Seat] = field(compare=False)


class Queue:
    """Who waits for a worker: in order of arrival, where a large job counts as one that came later."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._numbers = count()

    def __len__(self) -> int:
        return sum(not place.seat.done() for place in self._places)

    def join(self, job_bytes: int) -> asyncio.Future[Seat]:
        """A place for a job of that size."""
        loop = asyncio.get_running_loop()
        place = Place(
            loop.time() + LATER_S_PER_MB * job_bytes / 2**20, next(self._numbers), loop.create_future()
        )
        heappush(self._places, place)
        return place.seat

    def next(self) -> asyncio.Future[Seat] | None:
        """Whose turn it is; it has left the queue then. None where nobody waits."""
        while self._places:
            place = heappop(self._places)
            if not place.seat.done():  # nor given up
                return place.seat
        return None


class Lane:
    """Workers for one sort of job, where no long job keeps the others waiting."""

    def __init__(
        self, name: str, count: int, limits: Limits, executor: ThreadPoolExecutor, budget: Budget
    ) -> None:
        self._name = name
        self._count = count
        self._limits = limits
        self._executor = executor
        self._budget = budget
        self._idle: deque[Seat] = deque()
        self._waiting = Queue()
        self._working: dict[Seat, float] = {}  # since when, on the event loop's clock; oldest first
        self._background: set[Seat] = set()
        self._opening = 0  # workers that are being started
        self._tasks: set[asyncio.Task[None]] = set()
        self.closed = False

    @property
    def working(self) -> Collection[Seat]:
        """The workers that have a job."""
        return self._working

    def open(self) -> None:
        """Begin to start the workers."""
        self._fill()

    async def close(self) -> None:
        """End all workers; jobs in work and in waiting get WorkerDiedError."""
        self.closed = True
        self._refuse_waiting(WorkerDiedError(why="closed"))
        for task in self._tasks:
            task.cancel()
        seats = (*self._idle, *self._working)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSING_S):
                await asyncio.gather(*(seat.close() for seat in seats), *self._tasks, return_exceptions=True)

    async def run(self, payload: bytes) -> WorkResult:
        """Have a job done by the next free worker."""
        for _ in range(OPENING_TRIES):
            try:
                return await self._attempt(payload)
            except NotBegunError:
                log.warning("idle_worker_ended", lane=self._name)
        raise WorkerDiedError(why="no worker stays alive")

    async def _attempt(self, payload: bytes) -> WorkResult:
        seat = await self._take(len(payload))
        loop = asyncio.get_running_loop()
        self._working[seat] = began = loop.time()
        relief = loop.call_later(PATIENCE_S, self._take_notice)
        try:
            return await seat.perform(payload)
        except WorkError as error:
            if not self.closed:
                seconds = round(loop.time() - began, 1)
                log.warning("worker_ended", lane=self._name, reason=error.code, seconds=seconds)
            raise
        finally:
            relief.cancel()
            self._put_back(seat)

    async def _take(self, job_bytes: int) -> Seat:
        if self._idle:
            return self._idle.popleft()
        place = self._waiting.join(job_bytes)
        self._relieve()
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self._offer(place.result())  # it was given to us in the very moment that we went
            raise

    def _offer(self, seat: Seat) -> None:
        """Hand a free worker to whose turn it is."""
        place = self._waiting.next()
        if place is None:
            self._idle.append(seat)
        else:
            place.set_result(seat)

    def _put_back(self, seat: Seat) -> None:
        del self._working[seat]
        self._background.discard(seat)
        if self.closed:
            return  # whoever closes us closes the seat
        if seat.spent:
            self._spawn(seat.close())
            self._fill()
        else:
            self._offer(seat)

    def _take_notice(self) -> None:
        """A job is one of the long ones."""
        self._budget.watch()
        self._relieve()

    def _relieve(self) -> None:
        """While others wait, move those that have worked for long into the background, and replace them."""
        if self.closed:
            return
        now = asyncio.get_running_loop().time()
        waiting = len(self._waiting)
        for seat, since in self._working.items():
            if not waiting or now - since < PATIENCE_S or len(self._background) >= BACKGROUND_JOBS:
                break
            if seat not in self._background:
                self._background.add(seat)
                seat.step_aside()
                waiting -= 1
        self._fill()

    def _fill(self) -> None:
        """Start workers for the places that are empty."""
        foreground = len(self._idle) + len(self._working) - len(self._background) + self._opening
        for _ in range(self._count - foreground):
            self._opening += 1
            self._spawn(self._add_seat())

    async def _add_seat(self) -> None:
        """Start a worker and offer it. When none will start, those who wait are told."""
        try:
            seat = await self._open_seat()
        finally:
            self._opening -= 1
        if seat is not None:
            self._offer(seat)
        elif not self._opening and not self._working:
            self._refuse_waiting(WorkerDiedError(why="no worker starts"))

    async def _open_seat(self) -> Seat | None:
        for attempt in range(OPENING_TRIES):
            seat = Seat(self._limits, self._executor)
            began = time.monotonic()
            try:
                await seat.open()
            except WorkerDiedError:
                log.warning("worker_does_not_start", lane=self._name, attempt=attempt)
                await seat.close()
                await asyncio.sleep(attempt)
            except asyncio.CancelledError:
                await seat.close()
                raise
            else:
                log.debug("worker_ready", lane=self._name, seconds=round(time.monotonic() - began, 3))
                return seat
        return None

    def _refuse_waiting(self, error: WorkerDiedError) -> None:
        while (place := self._waiting.next()) is not None:
            place.set_exception(error)

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
