"""Opening a database: everything that is kept, behind its ports."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

from bot.core.digests.discussion import author_mark
from bot.core.errors import DatabaseError
from bot.ports import Clock, Inbox, Outbox
from bot.ports.cluster import Cluster, SingleProcess
from bot.ports.stores import Stores
from bot.storage.broadcasts import SqlBroadcasts
from bot.storage.databases.backend import Backend
from bot.storage.databases.backends import open_backend
from bot.storage.databases.database import Database
from bot.storage.digests import SqlDigests
from bot.storage.discussions import AuthorMark
from bot.storage.feeds import SqlFeeds
from bot.storage.hooks import SqlHookQueue
from bot.storage.library import SqlStorage
from bot.storage.migrating import migrate
from bot.storage.operators import SqlOperators
from bot.storage.outlets import SqlOutlets
from bot.storage.rooms import SqlRooms
from bot.storage.updates.inbox import SqlInbox
from bot.storage.updates.outbox import SqlOutbox


@asynccontextmanager
async def open_storage(
    database_url: str, clock: Clock, *, secret: bytes = b"", leads: bool = True
) -> AsyncIterator[Stores]:
    """The stores of a database, created and migrated as needed, open until the block ends.

    `database_url`: see `bot.storage.databases.backends.open_backend`.
    `secret`: see `bot.core.digests.discussion.author_mark`; what was said under another one is not found
    when its author is forgotten, and goes after three days.
    `leads`: whether this process may be the one of several that polls and posts: a command does neither.
    Raises DatabaseError.
    """
    mark = partial(author_mark, secret=secret)
    backend = open_backend(database_url)
    database = Database(backend)
    await database.open(migrate)
    try:
        traffic = _open_traffic(backend, database, clock, mark, leads=leads)
        async with traffic as (cluster, inbox, outbox):
            yield Stores(
                cluster=cluster,
                storage=SqlStorage(database, clock, mark),
                inbox=inbox,
                outbox=outbox,
                rooms=SqlRooms(database),
                feeds=SqlFeeds(database, clock),
                digests=SqlDigests(database, clock, mark),
                operators=SqlOperators(database, clock, mark),
                broadcasts=SqlBroadcasts(database, clock),
                outlets=SqlOutlets(database, clock),
                hooks=SqlHookQueue(database),
            )
    finally:
        await database.close()


@asynccontextmanager
async def _open_traffic(
    backend: Backend, database: Database, clock: Clock, mark: AuthorMark, *, leads: bool
) -> AsyncIterator[tuple[Cluster, Inbox, Outbox]]:
    """The other processes, with the inbox and outbox that are shared with them; or none, and its own."""
    if not backend.several:
        yield SingleProcess(), SqlInbox(database, clock, mark), SqlOutbox(database, clock)
        return
    from bot.storage.updates.cluster import PostgresCluster  # noqa: PLC0415 - it loads PostgreSQL's driver
    from bot.storage.updates.shared_inbox import SharedInbox  # noqa: PLC0415 - see above
    from bot.storage.updates.shared_outbox import SharedOutbox  # noqa: PLC0415 - see above

    cluster = PostgresCluster(backend.engine, database, leads=leads)
    inbox = SharedInbox(database, clock, mark, cluster)
    async with cluster.attending():
        try:
            yield cluster, inbox, SharedOutbox(database, clock, cluster.number)
        finally:
            with suppress(DatabaseError):  # then others find that this process has ended
                await inbox.give_back()
