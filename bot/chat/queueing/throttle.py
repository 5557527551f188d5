"""Makes people wait who write faster than they are answered, in all processes of a cluster together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

from bot.chat.queueing.lanes import Address
from bot.chat.queueing.rates import Rates
from bot.chat.queueing.tasks import spawn
from bot.core.errors import DatabaseError
from bot.ports import Clock
from bot.ports.cluster import Cluster, SingleProcess

TAKEN = "taken"  # told to other processes: a message of somebody is answered now, which counts there too

OnWait = Callable[[Address, timedelta], Coroutine[Any, Any, None]]


class Throttle:
    """How long a person's next message has to wait, at `per_minute` messages a minute; 0: no limit.

    `on_wait` tells the person once that their messages wait, and how long the next one does.
    """

    def __init__(
        self,
        per_minute: int,
        *,
        clock: Clock,
        on_wait: OnWait | None = None,
        cluster: Cluster | None = None,
    ) -> None:
        self._rates = Rates(per_minute)
        self._clock = clock
        self._on_wait = on_wait
        self._cluster = cluster or SingleProcess()
        self._cluster.subscribe(TAKEN, self._taken_elsewhere)
        self._tasks: set[asyncio.Task[None]] = set()

    def wait(self, address: Address) -> timedelta:
        """How long the next message from there has to wait; tells its person where they don't know it yet."""
        if address.user_id is None:
            return timedelta(0)
        now = self._clock.now()
        pause = self._rates.wait(address.user_id, now)
        if pause and self._on_wait is not None and self._rates.tells(address.user_id, now):
            spawn(self._tasks, self._on_wait(address, pause), "told to wait")
        return pause

    def take(self, address: Address) -> None:
        """Count a message from there that is answered now, here and in the other processes."""
        if address.user_id is None or not self._rates.per_minute:
            return
        self._rates.take(address.user_id, self._clock.now())
        spawn(self._tasks, self._tell_taken(address.user_id), "told to others")

    def stop(self) -> None:
        """Tell nobody anything any more."""
        for task in self._tasks:
            task.cancel()

    async def _tell_taken(self, user_id: int) -> None:
        with suppress(DatabaseError):  # it is one message more that they would answer
            await self._cluster.publish(TAKEN, user_id=user_id)

    async def _taken_elsewhere(self, user_id: int) -> None:
        self._rates.take(user_id, self._clock.now())
