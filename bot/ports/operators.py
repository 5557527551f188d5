"""What those who run the bot need from outside, beside `bot.ports`. The docstrings are the contract.

All datetimes are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.core.hooks import HookDelivery, HookMessage


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that needs those who run the bot."""

    key: str  # of the message in prompts/ that says what it is and what to do
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much there is, without a word about anybody."""

    people: int  # whom the bot has met and not forgotten
    active_day: int  # of these, who were here in the last 24 hours
    active_week: int
    active_month: int  # 30 days
    groups: int  # groups and channels that it is in
    readings: int
    readings_week: int
    texts: int
    feeds: int
    digests: int  # active ones
    waiting: int  # updates that are still to be handled
    set_aside: int  # updates that were given up
    database_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A message to everybody, and how far it has come."""

    broadcast_id: int
    owner_id: int  # whose it is, and in whose private chat its report goes
    text: str  # empty once it is over
    begun_at: datetime
    finished_at: datetime | None = None
    stopped: bool = False
    last_user_id: int | None = None  # people are written to in the order of their numbers; None: nobody yet
    sent: int = 0
    unreachable: int = 0  # they stopped the bot, or never wrote to it in private
    failed: int = 0


class Poster(Protocol):
    """The way out for what is sent to addresses that the operator named. Guarded like every fetch."""

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The status of the answer; its body is not read, and redirects are not followed.

        Raises NotALinkError and FetchError's subclasses.
        """
        ...


class HookQueue(Protocol):
    """What waits to be told to the operator's own programs. Each method is one transaction."""

    async def queue(self, message: HookMessage, *, chat_id: int, user_id: int | None, now: datetime) -> None:
        """Have it told to each address; `chat_id` and `user_id` say whose it is, and are not told."""
        ...

    async def keep_only(self, urls: Collection[str]) -> None:
        """Drop what waits for any other address: the operator has taken it out of the settings."""
        ...

    async def due(self, url: str, now: datetime, *, limit: int) -> tuple[HookDelivery, ...]:
        """Those to an address whose time has come, those that wait longest first."""
        ...

    async def settle(self, delivery: HookDelivery, next_at: datetime | None) -> None:
        """Note that it was tried: to be tried again then, or never."""
        ...


class OperatorStore(Protocol):
    """Who is let in, how much there is, what is kept of somebody. Each method is one transaction."""

    async def admit(self, subject_id: int, by: int) -> bool:
        """Let a person or a chat in; False: they were in."""
        ...

    async def dismiss(self, subject_id: int) -> bool:
        """Let them in no more; False: they weren't in."""
        ...

    async def any_admitted(self, subject_ids: Collection[int]) -> bool:
        """Whether one of them is let in."""
        ...

    async def keeps_words(self) -> bool:
        """Whether anything is kept that people said in groups: it is found by a mark, not by their number."""
        ...

    async def statistics(self) -> Statistics:
        """How much there is now."""
        ...

    async def export(self, user_id: int, take: Callable[[str], None]) -> int:
        """Hand over all that is kept of a person, and nothing of anybody else; how many texts they have read.
        Nothing more is taken once who waits for it is cancelled.

        `take` gets one JSON document in pieces, in another thread: it may be larger than the memory.
        """
        ...

    async def expire(self, before: datetime, *, limit: int) -> int:
        """Erase up to `limit` of what was last used before a moment, people who are away since then included.

        Returns how many rows of these went: 0 when nothing is left to erase.
        """
        ...


class BroadcastStore(Protocol):
    """Messages to everybody. Each method is one transaction."""

    async def audience(self, owner_id: int) -> int:
        """How many people a broadcast of this owner would go to now."""
        ...

    async def begin_broadcast(self, owner_id: int, text: str) -> Broadcast | None:
        """A new one; None where another one is under way."""
        ...

    async def broadcast_under_way(self) -> Broadcast | None:
        """The one that is neither finished nor stopped."""
        ...

    async def last_broadcast(self) -> Broadcast | None:
        """The latest one, whatever became of it."""
        ...

    async def next_recipient(self, broadcast: Broadcast) -> int | None:
        """Who is next, noted as written to before they are; None: nobody, or it was stopped."""
        ...

    async def count_outcome(self, broadcast_id: int, outcome: str) -> None:
        """One more that is `sent`, `unreachable` or `failed`."""
        ...

    async def finish_broadcast(self, broadcast_id: int, *, stopped: bool) -> Broadcast:
        """End it; its text is erased. A second time changes nothing."""
        ...
