"""Courtesy towards servers: few requests at a time to one host, and not all at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

PARALLEL = 4
INTERVAL_S = 1.0
# Hosts are forgotten when there are this many that nobody waits for.
MANY_HOSTS = 1_000


@dataclass(slots=True)
class _Host:
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PARALLEL))
    next_start: float = 0.0  # on the event loop's clock
    users: int = 0


class HostThrottle:
    """Turns at hosts: at most four requests at a time, and one a second, to each."""

    def __init__(self, interval_s: float = INTERVAL_S) -> None:
        self._interval_s = interval_s
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[float]:
        """Wait for one's turn at a host and hold it; gives the seconds that were waited."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        host = self._hosts.setdefault(name, _Host())
        host.users += 1
        try:
            async with host.places:
                start = max(loop.time(), host.next_start)
                host.next_start = start + self._interval_s
                await asyncio.sleep(start - loop.time())
                yield loop.time() - began
        finally:
            host.users -= 1
            self._forget_idle(loop.time())

    def _forget_idle(self, now: float) -> None:
        if len(self._hosts) > MANY_HOSTS:
            idle = [name for name, host in self._hosts.items() if not host.users and host.next_start < now]
            for name in idle:
                del self._hosts[name]
