"""Jobs that wait for a worker: in order of arrival, where a large job counts as one that came later."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from bot.sources.worker_pool.process import WorkerProcess

# A megabyte makes a job wait as if it had come this much later: most of what is hostile is large, and whoever
# sent something ordinary shall not wait for it. Everybody's turn comes, for nobody is more than 20 MB late.
LATER_S_PER_MB = 1.0


@dataclass(frozen=True, slots=True, order=True)
class _Ticket:
    due: float  # on the event loop's clock
    number: int  # among those that are due at the same moment, first come, first served
    worker: asyncio.Future[WorkerProcess] = field(compare=False)


class JobQueue:
    """A priority queue of futures, each of which is given a worker when its turn comes."""

    def __init__(self) -> None:
        self._tickets: list[_Ticket] = []
        self._numbers = count()

    def __len__(self) -> int:
        return sum(not ticket.worker.done() for ticket in self._tickets)

    def join(self, job_bytes: int) -> asyncio.Future[WorkerProcess]:
        """The worker that a job of that size will have."""
        loop = asyncio.get_running_loop()
        due = loop.time() + LATER_S_PER_MB * job_bytes / 2**20
        ticket = _Ticket(due, next(self._numbers), loop.create_future())
        heappush(self._tickets, ticket)
        return ticket.worker

    def next(self) -> asyncio.Future[WorkerProcess] | None:
        """Whose turn it is; it has left the queue then. None where nobody waits."""
        while self._tickets:
            ticket = heappop(self._tickets)
            if not ticket.worker.done():  # nor given up
                return ticket.worker
        return None
