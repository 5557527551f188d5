"""Posting digests: each slot once, whatever happens to the process in between.

A posting goes through three commits: its messages and what they tell are fixed, and the slot is taken; each
message is noted by the Messenger before and after it is sent; the posting is finished. A process that dies
before the first commit leaves the slot open; one that dies later leaves a posting that the next start goes on
with, with the same messages.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import structlog

from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan, DigestRun
from bot.core.errors import BotError, ChatGoneError
from bot.core.schedule import Slot, due
from bot.ports import Clock
from bot.ports.digests import DigestStore, Messenger
from bot.services.concurrency import run_isolated
from bot.services.digests import DigestBuilder

log = structlog.get_logger(__name__)

OnPosted = Callable[[DigestPlan, Digest], Awaitable[None]]
OnEnd = Callable[[str], None]  # see bot.metering.Meter.digest_ended

AT_ONCE = 8  # digests made side by side; the Messenger keeps Telegram's pace
MOST_TRIES = 3  # to make a digest, before its slot is given up


class Posting:
    """Makes and posts what is due."""

    def __init__(
        self,
        *,
        store: DigestStore,
        builder: DigestBuilder,
        messenger: Messenger,
        clock: Clock,
        on_posted: OnPosted | None = None,
        on_end: OnEnd = lambda _: None,
    ) -> None:
        """`on_posted` is called with every digest that is posted, once its messages are fixed; `on_end` with
        what became of each that was due.
        """
        self._store = store
        self._builder = builder
        self._messenger = messenger
        self._clock = clock
        self._on_posted = on_posted
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
        await self._run_jobs({number: self._go_on(run) for number, run in oldest.items()})
        return len(oldest)

    async def run_due(self) -> int:
        """Post every digest whose time has come; returns how many slots were run.

        May be called again while a chat makes an earlier call wait: a digest is never run twice at a time.
        """
        now = self._clock.now()
        waiting: dict[int, Coroutine[Any, Any, None]] = {}
        for plan in await self._store.active_plans():
            slot = due(plan.schedule, since=plan.since, last=plan.last_slot, now=now)
            if slot is not None and plan.digest_id not in self._busy:
                waiting[plan.digest_id] = self._run(plan, slot)
        await self._run_jobs(waiting)
        return len(waiting)

    async def _run_jobs(self, jobs: Mapping[int, Coroutine[Any, Any, None]]) -> None:
        self._busy.update(jobs)
        try:
            await run_isolated(jobs, "digest_broke_off")
        finally:
            self._busy.difference_update(jobs)

    async def _run(self, plan: DigestPlan, slot: Slot) -> None:
        until = self._clock.now()
        try:
            async with self._builders:
                digest = await self._builder.build(plan)
            parts = () if digest is None else await self._messenger.lay_out(plan, digest)
        except BotError as error:
            log.warning("digest_failed", digest=plan.digest_id, error=error.code)
            self._failures[plan.digest_id, slot.key] += 1
            if self._failures[plan.digest_id, slot.key] < MOST_TRIES:
                return
            digest, parts = None, ()  # tell nothing this time, and go on with the next slot
            self._on_end("failed")
        else:
            if not parts:
                self._on_end("nothing_new")
        self._failures.pop((plan.digest_id, slot.key), None)
        told = () if digest is None else digest.told
        run = await self._store.begin_run(plan, slot, parts, told, until)
        if run is not None and run.parts:
            if digest is not None and self._on_posted is not None:
                await self._on_posted(plan, digest)
            await self._post(plan, run)

    async def _go_on(self, run: DigestRun) -> None:
        plan = await self._store.plan(run.digest_id)
        if plan is None:  # deleted meanwhile, with its runs
            return
        await self._post(plan, run)

    async def _post(self, plan: DigestPlan, run: DigestRun) -> None:
        try:
            await self._messenger.post(plan, run)
        except ChatGoneError:
            await self._store.rest(plan.target.chat_id)
            self._on_end("chat_gone")
            return
        await self._store.finish_run(run.run_id)
        self._on_end("posted")
        log.info("digest_posted", digest=plan.digest_id, slot=run.slot, messages=len(run.parts))
