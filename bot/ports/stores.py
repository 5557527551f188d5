"""All stores of one bot, as they are handed to those who need several of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports.cluster import Cluster
from bot.ports.digests import DigestStore, FeedStore
from bot.ports.inbox import Inbox
from bot.ports.library import Storage
from bot.ports.operators import BroadcastStore, HookQueue, OperatorStore
from bot.ports.outbox import Outbox
from bot.ports.rooms import OutletStore, RoomStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """One open database, by what it is needed for, and the processes that share it."""

    cluster: Cluster
    storage: Storage
    inbox: Inbox
    outbox: Outbox
    rooms: RoomStore
    feeds: FeedStore
    digests: DigestStore
    operators: OperatorStore
    broadcasts: BroadcastStore
    outlets: OutletStore
    hooks: HookQueue
