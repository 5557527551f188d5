"""The processes that do the work of one bot together: the port `Cluster`, and a process that is alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeAlias

Act: TypeAlias = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which the database could not be reached, and which is over."""

    lasted: timedelta
    over_since: timedelta


class Cluster(Protocol):
    """This process, and the others on the same database."""

    @property
    def is_leader(self) -> bool:
        """Whether this is the one that does what one process may do: ask Telegram, post what is due."""
        ...

    def last_outage(self) -> Outage | None:
        """The last time that this process lost the database, once it has found it again."""
        ...

    async def run_as_leader(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work while this process leads, for ever: it is cancelled where the lead is lost, and begun
        again with it. Returns, or raises, when the work does.
        """
        ...

    async def publish(self, topic: str, *, surely: bool = False, **numbers: int) -> None:
        """Send the other processes a message: its topic, and what it is about. Raises DatabaseError.

        Where there was no other a moment ago it costs nothing and nobody gets it, unless it is to be sent
        `surely`: a process that has come since gets it, too.
        """
        ...

    def subscribe(self, topic: str, act: Act) -> None:
        """Call `act`, with the numbers that were sent, whenever another process publishes on the topic."""
        ...

    async def works_elsewhere(self, user_id: int, chat_id: int | None = None) -> bool:
        """Whether another one is working for a person or sending them an answer, in a chat or in any.

        Raises DatabaseError.
        """
        ...


class SingleProcess:
    """The Cluster of one."""

    is_leader = True

    def last_outage(self) -> Outage | None:
        """None: what is on the same machine is not away."""
        return None

    async def run_as_leader(self, work: Callable[[], Awaitable[None]]) -> None:
        await work()

    async def publish(self, topic: str, *, surely: bool = False, **numbers: int) -> None:
        """Nobody gets it."""

    def subscribe(self, topic: str, act: Act) -> None:
        """Nobody publishes anything."""

    async def works_elsewhere(self, user_id: int, chat_id: int | None = None) -> bool:
        del user_id, chat_id
        return False
