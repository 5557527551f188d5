"""What is being brought goes before what is to be handled: Telegram waits for its 200, people wait anyway."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

# So many deliveries under way are everyday; more mean that they come faster than they are put on disk.
MANY = 8
LOOK_EVERY_S = 0.02
LONGEST_S = 1.0  # after that a job begins in any case: a flood slows the answers down, and doesn't stop them


class Precedence:
    """Holds back jobs that have not begun while many updates are on their way to the disk."""

    def __init__(self) -> None:
        self._arriving = 0

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Within the block one more update is on its way."""
        self._arriving += 1
        try:
            yield
        finally:
            self._arriving -= 1

    async def calm(self) -> None:
        """Wait until few are on their way, a second at most."""
        waited_s = 0.0
        while self._arriving > MANY and waited_s < LONGEST_S:
            await asyncio.sleep(LOOK_EVERY_S)
            waited_s += LOOK_EVERY_S
