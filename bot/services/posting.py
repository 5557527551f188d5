"""Posting digests: each slot once, whatever happens to the process in between.

A posting goes through three commits: its messages, what they tell and what others are told of it are fixed,
and the slot is taken; each message is noted by the Messenger before and after it is sent; the posting is
finished. A process that dies before the first commit leaves the slot open; one that dies later leaves a
posting that the next start goes on with, with the same messages.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeAlias

import structlog

from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan, DigestRun
from bot.core.errors import BotError, ChatGoneError, DatabaseError, TopicClosedError
from bot.core.schedule import Slot, due
from bot.ports import Clock
from bot.ports.digests import Announcement, DigestStore, Messenger
from bot.services.concurrency import run_isolated
from bot.services.digests import DigestBuilder

log = structlog.get_logger(__name__)

Announce: TypeAlias = Callable[[DigestPlan, Digest], Announcement]
Job: TypeAlias = Callable[[], Coroutine[Any, Any, None]]
OnEnd = Callable[[str], None]  # see bot.metering.Meter.digest_ended

AT_ONCE = 8  # digests made side by side; the Messenger keeps Telegram's pace
MOST_TRIES = 3  # to make a digest, and to post it, before its slot is given up


class Posting:
    """Makes and posts what is due."""

    def __init__(
        self,
        *,
        store: DigestStore,
        builder: DigestBuilder,
        messenger: Messenger,
        clock: Clock,
        announce: Announce | None = None,
        on_end: OnEnd = lambda _: None,
    ) -> None:
        """`announce` gives what others are told of a digest that is posted; `on_end` is called with what
        became of each that was due.
        """
        self._store = store
        self._builder = builder
        self._messenger = messenger
        self._clock = clock
        self._announce = announce
        self._on_end = on_end
        self._builders = asyncio.Semaphore(AT_ONCE)
        self._busy: set[int] = set()  # digests that are being run
        self._failures: Counter[tuple[int, str]] = Counter()

    async def resume(self) -> int:
        """Go on with what an earlier process left; returns how many postings there were."""
        oldest: dict[int, DigestRun] = {}  # of each digest; the others have their turn in the next round
        for run in await self._store.unfinished_runs():
            if run.digest_id not in self._busy:
                oldest.setdefault(run.digest_id, run)
        await self._run_jobs({number: partial(self._go_on, run) for number, run in oldest.items()})
        return len(oldest)

    async def run_due(self) -> int:
        """Post every digest whose time has come; returns how many slots were run.

        May be called again while a chat makes an earlier call wait: a digest is never run twice at a time.
        """
        now = self._clock.now()
        waiting: dict[int, Job] = {}
        for plan in await self._store.active_plans():
            slot = due(plan.schedule, since=plan.since, last=plan.last_slot, now=now)
            if slot is not None and plan.digest_id not in self._busy:
                waiting[plan.digest_id] = partial(self._run, plan, slot)
        await self._run_jobs(waiting)
        return len(waiting)

    async def _run_jobs(self, jobs: Mapping[int, Job]) -> None:
        """Run them side by side; a digest may be run again once it has ended, whatever others wait for."""
        self._busy.update(jobs)
        try:
            await run_isolated(
                {number: self._run_job(number, job) for number, job in jobs.items()}, "digest_broke_off"
            )
        except asyncio.CancelledError:  # also before all of them had begun
            self._busy.difference_update(jobs)
            raise

    async def _run_job(self, number: int, job: Job) -> None:
        try:
            await job()
        finally:
            self._busy.discard(number)

    async def _run(self, plan: DigestPlan, slot: Slot) -> None:
        until = self._clock.now()
        try:
            async with self._builders:
                digest = await self._builder.build(plan)
            parts = () if digest is None else await self._messenger.lay_out(plan, digest)
            announcement = self._announcement(plan, digest) if parts else None
        except DatabaseError:  # ours, not the digest's: it will be well again
            raise
        except Exception as error:  # noqa: BLE001 - a fault in one is tried no more often than a failure
            if not self._is_last_try(plan.digest_id, slot.key, error):
                return
            # Tell nothing this time, and go on with the next slot.
            digest, parts, announcement = None, (), None
            self._on_end("failed")
        else:
            if not parts:
                self._on_end("nothing_new")
        self._failures.pop((plan.digest_id, slot.key), None)  # from now on the tries to post it count
        told = () if digest is None else digest.told
        run = await self._store.begin_run(plan, slot, parts, told, until, announcement)
        if run is not None and run.parts:
            await self._post(plan, run)

    def _announcement(self, plan: DigestPlan, digest: Digest | None) -> Announcement | None:
        return None if digest is None or self._announce is None else self._announce(plan, digest)

    async def _go_on(self, run: DigestRun) -> None:
        plan = await self._store.plan(run.digest_id)
        if plan is None:  # deleted meanwhile, with its runs
            return
        await self._post(plan, run)

    async def _post(self, plan: DigestPlan, run: DigestRun) -> None:
        try:
            await self._messenger.post(plan, run)
        except TopicClosedError as error:  # other digests of the chat may stand in topics that are open
            log.warning("digest_failed", digest=run.digest_id, error=error.code, given_up=True)
            await self._store.finish_run(run.run_id)
            self._on_end("failed")
            return
        except ChatGoneError:
            await self._store.rest(plan.target.chat_id)
            self._on_end("chat_gone")
            return
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001 - refused by Telegram for good, or a fault of ours
            if self._is_last_try(run.digest_id, run.slot, error):
                await self._store.finish_run(run.run_id)
                self._on_end("failed")
            return
        self._failures.pop((run.digest_id, run.slot), None)
        await self._store.finish_run(run.run_id)
        self._on_end("posted")
        log.info("digest_posted", digest=plan.digest_id, slot=run.slot, messages=len(run.parts))

    def _is_last_try(self, digest_id: int, slot: str, error: Exception) -> bool:
        """Note that a try failed; whether it was the last, and the slot is to be given up."""
        self._failures[digest_id, slot] += 1
        last = self._failures[digest_id, slot] >= MOST_TRIES
        if last:
            del self._failures[digest_id, slot]
        if isinstance(error, BotError):
            log.warning("digest_failed", digest=digest_id, error=error.code, given_up=last)
        else:
            log.error("digest_broke_off", digest=digest_id, given_up=last, exc_info=error)
        return last
