"""How the bot is run, as far as its chats need to know: by whom, for whom, and how long it keeps things."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.ports.operators import BroadcastStore, OperatorStore
from bot.services.outlets import Outlets

PLACEHOLDER_S = 1.0  # what takes longer than this shows that it is being done


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEndpoint:
    """The private feeds of chats, and where the server gives them out."""

    outlets: Outlets
    base_url: str  # of the server, without a slash at its end
    public: bool  # whether others than this computer are known to reach it


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the operator has settled on."""

    owners: tuple[int, ...] = ()  # Telegram ids; the first is named to people who want to know
    listed: bool = False  # whether it serves only those whom owners let in
    rate: int = 0  # messages a minute of one person; 0: no limit
    retention_days: int = 90
    placeholder_s: float = PLACEHOLDER_S
    hook_sites: tuple[str, ...] = ()  # where summaries and digests are sent on to


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcasts:
    """Messages to everybody, from the draft until they are sent."""

    store: BroadcastStore
    drafts: dict[int, str] = field(default_factory=dict)  # by owner: one that is not confirmed yet
    begun: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """How the bot is run."""

    policy: Policy
    operators: OperatorStore
    broadcasts: Broadcasts
    feed_endpoint: FeedEndpoint | None = None  # None: there is no server

    async def serves(self, subject_ids: Collection[int]) -> bool:
        """Whether a person in a chat is served, by the number of either."""
        if not self.policy.listed or not set(self.policy.owners).isdisjoint(subject_ids):
            return True
        return await self.operators.any_admitted(subject_ids)
