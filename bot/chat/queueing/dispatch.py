"""Who is handled when: in order within a lane, many lanes side by side, every chat its turn."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

import structlog

from bot.chat.queueing.fairness import FairQueue
from bot.chat.queueing.handling import DEADLINE_S, GaveUp, GivenUp, JobRunner, UpdateHandler
from bot.chat.queueing.job import ActiveJobs, Item, Job
from bot.chat.queueing.joining import Taken, joinable, take
from bot.chat.queueing.lanes import address_of, passes
from bot.chat.queueing.precedence import Precedence
from bot.chat.queueing.rates import is_for_bot
from bot.chat.queueing.runs import End
from bot.chat.queueing.tasks import spawn
from bot.chat.queueing.throttle import Throttle
from bot.logs import place_of
from bot.metering import Meter, Unmetered, timed
from bot.ports import Clock, Inbox, Incoming

log = structlog.get_logger(__name__)

__all__ = ["DispatchLimits", "Dispatcher", "GaveUp", "GivenUp", "UpdateHandler"]

MOST_WAITING = 20_000  # updates held in memory; Telegram keeps what is not fetched yet


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchLimits:
    """How much is done at once, and for how long."""

    slots: int = 64  # jobs at once; each is mostly waiting for a page or for Telegram
    slots_per_chat: int = 8  # of these, what one chat can hold
    deadline_s: float = DEADLINE_S  # seconds of work for each try of a job


@dataclass(slots=True, eq=False)
class _Lane:
    """Updates that wait for each other."""

    name: str
    turn_of: int  # the chat, or the person where there is no chat: who takes turns with others
    queue: FairQueue[_Lane]
    waiting: deque[Item] = field(default_factory=deque)
    busy: bool = False  # its first job waits for a slot, or has one
    timer: asyncio.TimerHandle | None = None  # more of its first job may come

    def stop_timer(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None


class Dispatcher:
    """Feeds a handler with updates from the inbox, and sees to it that each comes to an end.

    `active` is told which jobs are at work, and can end them. `throttle` says how long people's messages
    have to wait.
    """

    def __init__(
        self,
        *,
        inbox: Inbox,
        handler: UpdateHandler,
        active: ActiveJobs,
        clock: Clock,
        throttle: Throttle | None = None,
        limits: DispatchLimits | None = None,
        meter: Meter | None = None,
    ) -> None:
        limits = limits or DispatchLimits()
        self._inbox = inbox
        self._active = active
        self._clock = clock
        self._throttle = throttle or Throttle(0, clock=clock)
        self._meter = meter or Unmetered()
        self._stopping = asyncio.Event()
        self.precedence = Precedence()
        self._runner = JobRunner(
            inbox=inbox,
            handler=handler,
            clock=clock,
            deadline_s=limits.deadline_s,
            stopping=self._stopping,
            meter=self._meter,
            precedence=self.precedence,
        )
        self._lanes: dict[str, _Lane] = {}
        self._beginning = {True: asyncio.Lock(), False: asyncio.Lock()}  # for those that pass, and the others
        self._ordinary = FairQueue[_Lane](limits.slots, per_chat=limits.slots_per_chat)
        self._passing = FairQueue[_Lane](limits.slots, per_chat=limits.slots_per_chat)
        self._suspects: list[_Lane] = []  # they wait while another suspect is handled
        self._suspect_at_work = False
        self._unfinished = 0
        self._room, self._idle = asyncio.Event(), asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._count(0)

    async def start(self) -> None:
        """Take up what an earlier run of the program left; to be called once, before `feed`."""
        self.feed(await self._inbox.pending())

    async def follow(self) -> None:
        """Take in what other processes leave to this one, for ever."""
        async for updates in self._inbox.arrivals():
            self.feed(updates)
            await self.room()

    def feed(self, updates: Iterable[Incoming]) -> None:
        """Take in updates that the inbox has committed, in order."""
        for incoming in updates:
            raw = json.loads(incoming.payload)
            address = address_of(raw)
            counted = address.user_id is not None and not passes(incoming.lane) and is_for_bot(raw)
            item = Item(incoming, address, joinable(raw, incoming.received_at), counted)
            self._meter.update_came(address.kind or "none")
            lane = self._lane_of(item)
            lane.waiting.append(item)
            self._count(1)
            self._look_at(lane)

    @property
    def full(self) -> bool:
        """Whether no more updates should be brought for now."""
        return not self._room.is_set()

    def depth(self) -> int:
        """How many updates have not come to their end."""
        return self._unfinished

    def oldest(self) -> datetime | None:
        """When the one that came first of them came in."""
        first = (lane.waiting[0].incoming.received_at for lane in self._lanes.values() if lane.waiting)
        return min(first, default=None)

    async def room(self) -> None:
        """Wait until there is room for more updates."""
        await self._room.wait()

    async def idle(self) -> None:
        """Wait until every update that came in has come to its end."""
        await self._idle.wait()

    async def stop(self, patience_s: float = 4.0) -> None:
        """Begin nothing any more, and end what does not end by itself in time: the inbox has it for later.

        Takes `patience_s` and at most four seconds more.
        """
        self._stopping.set()
        self._throttle.stop()
        for lane in self._lanes.values():
            lane.stop_timer()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience_s)
        await self._active.interrupt_all(End.STOPPED)
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _lane_of(self, item: Item) -> _Lane:
        name, address = item.incoming.lane, item.address
        if name not in self._lanes:
            queue = self._passing if passes(name) else self._ordinary
            turn_of = address.chat_id or address.user_id or item.update_id
            self._lanes[name] = _Lane(name, turn_of, queue)
        return self._lanes[name]

    def _look_at(self, lane: _Lane) -> None:
        """Let the first job of a lane wait for a slot, once all of it is there."""
        lane.stop_timer()
        if lane.busy or self._stopping.is_set():
            return
        if not lane.waiting:
            del self._lanes[lane.name]
            return
        wait_s = max(self._first_job(lane).wait, self._pause(lane.waiting[0])).total_seconds()
        if wait_s:
            lane.timer = asyncio.get_running_loop().call_later(wait_s, self._look_at, lane)
            return
        lane.busy = True
        if lane.waiting[0].incoming.suspect:
            self._suspects.append(lane)
            # Not before all that a restart found has been looked at.
            asyncio.get_running_loop().call_soon(self._begin_suspect)
        else:
            lane.queue.add(lane.turn_of, lane)
            self._begin_jobs(lane.queue)

    def _pause(self, item: Item) -> timedelta:
        return self._throttle.wait(item.address) if item.counted else timedelta(0)

    def _begin_suspect(self) -> None:
        """Let one suspect work, the least blamed first: whoever is innocent is soon cleared."""
        if self._suspects and not self._suspect_at_work:
            lane = min(self._suspects, key=lambda lane: lane.waiting[0].incoming.alone)
            self._suspects.remove(lane)
            self._suspect_at_work = True
            lane.queue.add(lane.turn_of, lane)
            self._begin_jobs(lane.queue)

    def _first_job(self, lane: _Lane) -> Taken:
        return take((item.joinable for item in lane.waiting), self._clock.now())

    def _begin_jobs(self, queue: FairQueue[_Lane]) -> None:
        while not self._stopping.is_set() and (lane := queue.take()) is not None:
            taken = self._first_job(lane)
            job = Job([*islice(lane.waiting, taken.count)], taken.bundle)
            if job.first.counted:
                self._throttle.take(job.first.address)
            spawn(self._tasks, self._work(lane, job), f"lane {lane.name}")

    async def _work(self, lane: _Lane, job: Job) -> None:
        first, size, suspect = job.first, len(job.items), job.first.incoming.suspect
        async with self._beginning[lane.queue is self._passing]:
            await self.precedence.calm()
        waited = self._clock.now() - first.incoming.received_at
        self._meter.stage_took("waiting", waited.total_seconds())
        with timed(self._meter, "handling"):
            try:
                async with self._active.at_work(job):
                    await self._runner.work(job)
            except Exception as error:  # noqa: BLE001 - nobody foresaw it; the inbox has the job for the next start
                log.error("job_broke_off", update=first.update_id, error=place_of(error))  # noqa: TRY400
        lane.busy = False
        for _ in range(size):
            lane.waiting.popleft()
        self._count(-size)
        lane.queue.give_back(lane.turn_of)
        if suspect:
            self._suspect_at_work = False
            self._begin_suspect()
        self._look_at(lane)
        self._begin_jobs(lane.queue)

    def _count(self, change: int) -> None:
        self._unfinished += change
        _set(self._idle, holds=not self._unfinished)
        _set(self._room, holds=self._unfinished < MOST_WAITING)


def _set(event: asyncio.Event, *, holds: bool) -> None:
    if holds:
        event.set()
    else:
        event.clear()
