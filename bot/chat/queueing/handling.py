"""Brings one job to its end: answered, dropped, or given up with a word to the person."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeVar

import structlog
from telegram import Update

from bot.chat.queueing.job import Item, Job
from bot.chat.queueing.joining import Batch, Bundle, joined
from bot.chat.queueing.lanes import Address
from bot.chat.queueing.precedence import Precedence
from bot.chat.queueing.runs import End, Run
from bot.core.errors import DatabaseError
from bot.logs import place_of
from bot.metering import Meter
from bot.ports import Clock, Inbox

T = TypeVar("T")

log = structlog.get_logger(__name__)

DEADLINE_S = 25.0  # of work, from its beginning; a person waits at most 30 s for a word
WORD_DEADLINE_S = 10.0  # to tell a person that an update was given up; doubled with each time
# Between the times that the word is said, which are one more. One that failed is said MOST_FAILED_WORDS times
# at most. One that came to no end is said as often as this: on a machine that is overloaded ten seconds of
# work may take minutes, and whoever waits would never hear of it. The last time has twenty minutes.
WORD_WAITS_S = (0.5, 2.0, 5.0, 10.0, 10.0, 10.0, 10.0)
MOST_FAILED_WORDS = 4
MOST_TRIES = 3
# In a row, with nothing else to blame. Three could be chance where somebody kills the program all the time.
MOST_DEATHS = 5
RETRY_WAITS_S = (0.5, 2.0)  # after the first and the second try
DISK_WAIT_S = 2.0

# Telegram closes a button press after 150 seconds and an inline query after about 10: nobody sees the answer.
DEAD_AFTER = {"callback_query": timedelta(seconds=150), "inline_query": timedelta(seconds=10)}


class GivenUp(StrEnum):
    """Why an update was given up."""

    FAILED = "failed"  # its handler failed each time
    UNREADABLE = "unreadable"  # Telegram's library doesn't know its shape, and won't the next time
    DIED = "died"  # the program died with it each time
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"  # by the person


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveUp:
    """An update that stays without its answer, and where its person can be told."""

    reason: GivenUp
    address: Address


REASONS = {
    End.FAILED: GivenUp.FAILED,
    End.TIMED_OUT: GivenUp.TIMED_OUT,
    End.CANCELLED: GivenUp.CANCELLED,
}


class UnreadableUpdateError(Exception):
    """An update is not of the shape that Telegram's library knows."""


Parse = Callable[[dict[str, Any]], Update]
Handle = Callable[[Update | Batch], Awaitable[None]]
OnGiveUp = Callable[[GaveUp], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateHandler:
    """What is done with updates."""

    parse: Parse  # makes an Update of its JSON
    # Gets an Update, or a Batch of those that belong together, and raises what went wrong; tried three times.
    handle: Handle
    # Tells the person about an update that was given up, as its answer; after a crash it may be called again.
    on_give_up: OnGiveUp


class JobRunner:
    """Works on jobs: notes each try, handles, and notes the end."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        handler: UpdateHandler,
        clock: Clock,
        deadline_s: float,
        stopping: asyncio.Event,
        meter: Meter,
        precedence: Precedence,
    ) -> None:
        self._meter = meter
        self._inbox = inbox
        self._clock = clock
        self._handler = handler
        self._deadline_s = deadline_s
        self._stopping = stopping
        self._precedence = precedence
        self._beginning = asyncio.Lock()

    async def work(self, job: Job) -> None:
        """Bring a job to its end; where the program ends first, it stays in the inbox for the next one."""
        if self._is_dead(job.first):
            await self._each(job, self._inbox.done)
        elif any(item.incoming.alone >= MOST_DEATHS for item in job.items):
            await self._give_up(job, GivenUp.DIED, "the program died with it each time")
        else:
            while await self._try(job):
                pass

    async def _try(self, job: Job) -> bool:
        """Try once; says whether to try again."""
        tries = await self._begin(job)
        if not job.items:  # erased meanwhile, with everything of its person
            return False
        if job.ended_as is not None:
            await self._conclude(job, job.ended_as)
            return False
        end, error = await self._run(
            job, lambda: self._precedence.giving_way(self._handle_in_turn(job)), self._deadline_s
        )
        if end is not End.FAILED:
            await self._conclude(job, end)
            return False
        reason = GivenUp.FAILED
        if isinstance(error, UnreadableUpdateError):
            reason, error = GivenUp.UNREADABLE, error.__cause__
        log.warning("update_failed", update=job.first.update_id, tries=tries, error=place_of(error))
        if tries >= MOST_TRIES or reason is GivenUp.UNREADABLE:
            # Without the error's own words: they may be anybody's, or tell an address with the token in it.
            await self._give_up(job, reason, place_of(error))
            return False
        if await self._stops_within(RETRY_WAITS_S[tries - 1]):
            await self._each(job, self._inbox.release)
            return False
        return True

    async def _handle_in_turn(self, job: Job) -> None:
        # Forty jobs that begin in one round of the event loop hold it for a quarter of a second together;
        # one a round lets others in between.
        async with self._beginning:
            await asyncio.sleep(0)
        await self._handler.handle(self._parsed(job))

    async def _begin(self, job: Job) -> int:
        """Note the try; what was erased leaves the job."""
        tries = await self._each(job, self._inbox.begin)
        job.items = [item for item, count in zip(job.items, tries, strict=True) if count]
        return max(tries)

    def _parsed(self, job: Job) -> Update | Batch:
        raws = [json.loads(item.incoming.payload) for item in job.items]
        try:
            if job.bundle is None or len(raws) == 1:
                return self._handler.parse(raws[0])
            whole = self._handler.parse(joined(raws)) if job.bundle is Bundle.PASTE else None
            return Batch(bundle=job.bundle, updates=tuple(map(self._handler.parse, raws)), whole=whole)
        except Exception as error:  # a type, a key or a value is missing, or another than expected
            raise UnreadableUpdateError from error

    async def _conclude(self, job: Job, end: End) -> None:
        if end in REASONS and not await self._tell(job, REASONS[end]):
            end = End.STOPPED
        self._meter.update_ended(end.name.lower())
        await self._each(job, self._inbox.release if end is End.STOPPED else self._inbox.done)

    async def _give_up(self, job: Job, reason: GivenUp, error: str) -> None:
        # Told first: after a crash in between, it is told again, into the same message.
        self._meter.update_ended(reason.value)
        if await self._tell(job, reason):
            await self._each(job, lambda update_id: self._inbox.set_aside(update_id, error))
        else:
            await self._each(job, self._inbox.release)

    async def _tell(self, job: Job, reason: GivenUp) -> bool:
        """Tell the person, again where that fails; False where the program ends before."""
        job.closing = True
        gave_up = GaveUp(reason=reason, address=job.first.address)
        log.warning("update_given_up", update=job.first.update_id, reason=reason.value)
        for times in range(len(WORD_WAITS_S) + 1):
            deadline_s = WORD_DEADLINE_S * 2**times
            end, error = await self._run(job, lambda: self._handler.on_give_up(gave_up), deadline_s)
            if end not in {End.FAILED, End.TIMED_OUT}:
                return end is not End.STOPPED
            log.error("giving_up_not_told", update=job.first.update_id, error=place_of(error))
            failed_often = end is End.FAILED and times + 1 >= MOST_FAILED_WORDS
            if failed_often or times == len(WORD_WAITS_S):
                break
            if await self._stops_within(WORD_WAITS_S[times]):
                return False
        return True

    async def _run(
        self, job: Job, work: Callable[[], Awaitable[None]], deadline_s: float
    ) -> tuple[End, BaseException | None]:
        if self._stopping.is_set():
            return End.STOPPED, None
        job.run = Run(work, deadline_s)
        end = await job.run.end()
        error = job.run.error
        job.run = None
        return end, error

    async def _stops_within(self, seconds: float) -> bool:
        """Wait; says whether the program is about to end."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    async def _each(self, job: Job, note: Callable[[int], Awaitable[T]]) -> list[T]:
        """Note something for all updates of a job; the inbox commits it at once. Waits for a disk that is
        full.
        """
        while True:
            try:
                if len(job.items) == 1:  # most are; tasks for this would be a quarter of an update's
                    return [await note(job.first.update_id)]
                return await asyncio.gather(*(note(item.update_id) for item in job.items))
            except DatabaseError:
                log.error("inbox_not_written")  # noqa: TRY400 - the traceback holds statements with people's data
                if await self._stops_within(DISK_WAIT_S):
                    raise

    def _is_dead(self, item: Item) -> bool:
        limit = DEAD_AFTER.get(item.address.kind or "")
        return limit is not None and self._clock.now() - item.incoming.received_at > limit
