"""What comes in from Telegram, kept until it is handled."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An update as the inbox keeps it."""

    update_id: int
    payload: str  # the JSON as Telegram sent it
    lane: str  # updates of one lane are handled one at a time, in order
    chat_id: int | None  # where it came from, and whose it is, for /forget; None where it doesn't say
    user_id: int | None
    received_at: datetime
    tries: int = 0  # how often it was begun since the program started
    deaths: int = 0  # how often the program died while it was being handled
    alone: int = 0  # the last so many times that the program died, nothing else can have been the cause

    @property
    def suspect(self) -> bool:
        """Whether it may be what kills the process; once is chance, as others were being handled too."""
        return self.deaths >= 2


class Inbox(Protocol):
    """Updates on disk. What `put` has returned for is never lost."""

    async def put(self, updates: Sequence[Incoming], *, share: bool = False) -> tuple[Incoming, ...]:
        """Commit a batch durably; returns those that are new (by `update_id`), in order.

        Where several processes share the inbox: those that this one is to handle. With `share` it leaves to
        the others what is more than it can begin soon: for who alone is brought updates.
        """
        ...

    async def pending(self) -> tuple[Incoming, ...]:
        """What was put and neither done nor set aside, in order: the work after a restart."""
        ...

    def arrivals(self) -> AsyncIterator[tuple[Incoming, ...]]:
        """What other processes leave to this one, in order, for ever."""
        ...

    async def begin(self, update_id: int) -> int:
        """Note that work on an update begins; returns how often it has been begun, 0 if it was erased."""
        ...

    async def release(self, update_id: int) -> None:
        """Take a `begin` back: the work was interrupted through no fault of the update."""
        ...

    async def done(self, update_id: int) -> None: ...

    async def set_aside(self, update_id: int, error: str) -> None:
        """Give up on an update; its JSON is kept for the operator."""
        ...
