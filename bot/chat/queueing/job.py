"""One job: an update, or several that belong together; and the jobs that are at work right now."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.chat.queueing.joining import Bundle, Joinable
from bot.chat.queueing.lanes import Address
from bot.chat.queueing.runs import End, Run
from bot.ports import Incoming
from bot.ports.cluster import Cluster, SingleProcess

# For those who are told that their job was ended, before all of their person is erased: in an outage of
# Telegram the word may take longer, and then goes without a trace.
LAST_WORDS_S = 5.0
LOOK_EVERY_S = 0.1  # whether what other processes do for somebody has ended
LONGEST_SUSPENSION_S = 30.0  # for another process, which may have died meanwhile
# As processes of other versions call them, which share the database while one after the other is replaced.
CANCEL, SUSPEND, RESUME = "cancel", "hush", "speak"


@dataclass(frozen=True, slots=True)
class Item:
    """One update that waits for its turn."""

    incoming: Incoming
    address: Address
    joinable: Joinable
    counted: bool = False  # against how many messages a minute its person may send

    @property
    def update_id(self) -> int:
        """Its number in the inbox."""
        return self.incoming.update_id


@dataclass(slots=True, eq=False)
class Job:
    """What is handled at once: one update, or several that belong together."""

    items: list[Item]
    bundle: Bundle | None
    run: Run | None = None  # while it is being handled
    ended_as: End | None = None  # it was told to end like this
    closing: bool = False  # its person is being told that it was given up
    over: asyncio.Event = field(default_factory=asyncio.Event)  # nothing will be done for it any more

    @property
    def first(self) -> Item:
        """The one that the answer belongs to."""
        return self.items[0]

    def interrupt(self, end: End) -> None:
        """Make it end, now or as soon as it begins; nobody can cancel the word that it was given up."""
        if self.closing and end is End.CANCELLED:
            return
        self.ended_as = self.ended_as or end
        if self.run is not None:
            self.run.interrupt(end)


class ActiveJobs:
    """The jobs at work. People can end their own; who is being forgotten has none.

    Both hold for what other processes do for them, too.
    """

    def __init__(self, cluster: Cluster | None = None) -> None:
        self._cluster = cluster or SingleProcess()
        self._cluster.subscribe(CANCEL, self._cancel_for_another)
        self._cluster.subscribe(SUSPEND, self._suspend_for_another)
        self._cluster.subscribe(RESUME, self._resume_for_another)
        # One for each erasing of a person elsewhere: only after the last of them is anything done again.
        self._suspended_by_others: dict[int, list[asyncio.Event]] = {}
        self._jobs: dict[Job, Address] = {}  # with the address of the first update, which an erasure leaves
        self._suspended: Counter[int] = Counter()
        self._resumed = asyncio.Condition()
        self._ending: End | None = None  # as what everything is to end

    @asynccontextmanager
    async def at_work(self, job: Job) -> AsyncIterator[None]:
        """Count the job in while the block lasts; it waits while its person is being forgotten."""
        address = job.first.address
        async with self._resumed:
            await self._resumed.wait_for(lambda: self._ending or not self._suspended[address.user_id or 0])
        self._jobs[job] = address
        if self._ending is not None:
            job.interrupt(self._ending)
        try:
            yield
        finally:
            del self._jobs[job]
            job.over.set()

    async def cancel(self, chat_id: int, user_id: int, *, besides: int | None) -> bool:
        """End what is done for a person in a chat, which is told; False: nothing was.

        `besides` is the update that asks for it, and goes on. Raises DatabaseError.
        """
        elsewhere = await self._cluster.works_elsewhere(user_id, chat_id)
        if elsewhere:
            await self._cluster.publish(CANCEL, chat_id=chat_id, user_id=user_id)
        return self._cancel_here(chat_id, user_id, besides) or elsewhere

    def _cancel_here(self, chat_id: int, user_id: int, besides: int | None) -> bool:
        theirs = [
            job for job, address in self._of(user_id) if address.chat_id == chat_id and not _is(job, besides)
        ]
        for job in theirs:
            job.interrupt(End.CANCELLED)
        return bool(theirs)

    async def interrupt_all(self, end: End) -> None:
        """End everything, for good; what waits while its person is being forgotten ends like the rest."""
        async with self._resumed:
            self._ending = end
            self._resumed.notify_all()
        for job in self._jobs:
            job.interrupt(end)

    @asynccontextmanager
    async def none_of(self, user_id: int, *, besides: int | None) -> AsyncIterator[None]:
        """Nothing is done for a person while the block lasts, in no chat: what was done has ended.

        `besides` is the update that asks for it, and goes on. Raises DatabaseError.
        """
        await self._cluster.publish(SUSPEND, surely=True, user_id=user_id)
        try:
            async with self._none_here(user_id, besides):
                await self._wait_for_others(user_id)
                yield
        finally:
            await self._cluster.publish(RESUME, surely=True, user_id=user_id)

    async def _wait_for_others(self, user_id: int) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_S):
                while await self._cluster.works_elsewhere(user_id):  # noqa: ASYNC110 - it is a question to a database
                    await asyncio.sleep(LOOK_EVERY_S)

    @asynccontextmanager
    async def _none_here(self, user_id: int, besides: int | None) -> AsyncIterator[None]:
        self._suspended[user_id] += 1
        try:
            theirs = [job for job, _ in self._of(user_id) if not _is(job, besides)]
            for job in theirs:
                job.interrupt(End.CANCELLED)
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_WORDS_S):
                    await asyncio.gather(*(job.over.wait() for job in theirs))
            yield
        finally:
            self._suspended[user_id] -= 1
            if not self._suspended[user_id]:
                del self._suspended[user_id]  # who was forgotten is not remembered for it
            async with self._resumed:
                self._resumed.notify_all()

    async def _cancel_for_another(self, chat_id: int, user_id: int) -> None:
        self._cancel_here(chat_id, user_id, None)

    async def _suspend_for_another(self, user_id: int) -> None:
        over = asyncio.Event()
        suspensions = self._suspended_by_others.setdefault(user_id, [])
        suspensions.append(over)
        try:
            async with self._none_here(user_id, None):
                with suppress(TimeoutError):
                    await asyncio.wait_for(over.wait(), LONGEST_SUSPENSION_S)
        finally:
            suspensions.remove(over)
            if not suspensions:
                del self._suspended_by_others[user_id]

    async def _resume_for_another(self, user_id: int) -> None:
        suspensions = self._suspended_by_others.get(user_id, ())
        oldest = next((over for over in suspensions if not over.is_set()), None)
        if oldest is not None:
            oldest.set()

    def _of(self, user_id: int) -> Iterator[tuple[Job, Address]]:
        return ((job, address) for job, address in self._jobs.items() if address.user_id == user_id)


def _is(job: Job, update_id: int | None) -> bool:
    return any(item.update_id == update_id for item in job.items)
