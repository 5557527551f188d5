"""What is being brought goes before what is to be handled: Telegram waits for its 200, people wait anyway."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

# So many deliveries under way are everyday; more mean that they come faster than they are put on disk. So
# does one that has been under way for three times as long as the disk takes.
MANY = 8
PROMPT_S = 0.03
LOOK_EVERY_S = 0.005
LONGEST_S = 1.0  # after that a job begins in any case: a flood slows the answers down, and doesn't stop them


class Precedence:
    """Holds back jobs that have not begun while updates take long on their way to the disk.

    `now` gives seconds that only go forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._numbers = count()
        self._under_way: dict[int, float] = {}  # since when, by delivery; the oldest is the first

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Within the block one more update is on its way."""
        number = next(self._numbers)
        self._under_way[number] = self._now()
        try:
            yield
        finally:
            del self._under_way[number]

    async def calm(self) -> None:
        """Wait until they are few and none has been on its way for long; a second at most."""
        ends = self._now() + LONGEST_S
        while self._is_late() and self._now() < ends:  # noqa: ASYNC110 - of a clock, too
            await asyncio.sleep(LOOK_EVERY_S)

    def _is_late(self) -> bool:
        oldest = next(iter(self._under_way.values()), None)
        return oldest is not None and (len(self._under_way) > MANY or self._now() - oldest > PROMPT_S)
