"""Opening a database: everything that is kept, behind three ports."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.digest_ports import DigestStore, FeedStore
from bot.operator_ports import BroadcastStore, OperatorStore
from bot.ports import Clock, Inbox, Outbox, Storage
from bot.room_ports import RoomStore
from bot.storage.backend import open_backend
from bot.storage.broadcasts import SqlBroadcasts
from bot.storage.database import Database
from bot.storage.digests import SqlDigests
from bot.storage.feeds import SqlFeeds
from bot.storage.inbox import SqlInbox
from bot.storage.library import SqlStorage
from bot.storage.migrating import migrate
from bot.storage.operators import SqlOperators
from bot.storage.outbox import SqlOutbox
from bot.storage.rooms import SqlRooms


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """One open database, by what it is needed for."""

    storage: Storage
    inbox: Inbox
    outbox: Outbox
    rooms: RoomStore
    feeds: FeedStore
    digests: DigestStore
    operators: OperatorStore
    broadcasts: BroadcastStore


@asynccontextmanager
async def open_storage(database_url: str, clock: Clock) -> AsyncIterator[Stores]:
    """The stores of a database, created and migrated as needed, open until the block ends.

    `database_url`: see `bot.storage.backend.open_backend`. Raises DatabaseError.
    """
    database = Database(open_backend(database_url))
    await database.open(migrate)
    try:
        yield Stores(
            storage=SqlStorage(database, clock),
            inbox=SqlInbox(database, clock),
            outbox=SqlOutbox(database, clock),
            rooms=SqlRooms(database),
            feeds=SqlFeeds(database, clock),
            digests=SqlDigests(database, clock),
            operators=SqlOperators(database, clock),
            broadcasts=SqlBroadcasts(database, clock),
        )
    finally:
        await database.close()
