"""Private feeds of chats: the port OutletStore, in a database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.digests.outlets import Outlet, PostedDigest
from bot.ports import Clock
from bot.storage.databases.database import Database
from bot.storage.schema.outlet_tables import outlet_digests, outlets
from bot.storage.schema.tables import people

NOTED_AGAIN_AFTER = timedelta(hours=12)  # feed readers ask all the time; something is kept for a day at least


class SqlOutlets:
    """The port OutletStore; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def outlet(self, chat_id: int) -> Outlet | None:
        return await self._find(outlets.c.chat_id == chat_id)

    async def outlet_behind(self, secret: str) -> Outlet | None:
        return await self._find(outlets.c.secret == secret)

    async def note_reader(self, chat_id: int) -> None:
        now = self._clock.now()
        stale = people.c.user_id == chat_id, people.c.last_seen < now - NOTED_AGAIN_AFTER
        if await self._database.value(sa.select(sa.exists().where(*stale))):
            await self._database.execute(sa.update(people).where(*stale).values(last_seen=now))

    async def open_outlet(self, outlet: Outlet) -> Outlet:
        words = {"title": outlet.title, "locale": outlet.locale}
        new = self._database.insert(outlets).values(chat_id=outlet.chat_id, secret=outlet.secret, **words)
        statement = new.on_conflict_do_update(index_elements=outlets.primary_key.columns, set_=words)

        def job(connection: sa.Connection) -> Outlet:
            return Outlet(**connection.execute(statement.returning(*outlets.c)).mappings().one())

        return await self._database.write(job)

    async def save_outlet(self, outlet: Outlet) -> None:
        values = {"secret": outlet.secret, "title": outlet.title, "locale": outlet.locale}
        new = self._database.insert(outlets).values(chat_id=outlet.chat_id, **values)
        statement = new.on_conflict_do_update(index_elements=outlets.primary_key.columns, set_=values)
        await self._database.execute(statement)

    async def close_outlet(self, chat_id: int) -> None:
        await self._database.write(lambda connection: erase_chat(connection, chat_id))

    async def keep_digest(self, chat_id: int, posted_at: datetime, told: Mapping[str, Any]) -> None:
        await self._database.write(lambda connection: keep_digest(connection, chat_id, posted_at, told))

    async def digests(self, chat_id: int, *, limit: int) -> tuple[PostedDigest, ...]:
        statement = (
            sa.select(outlet_digests.c.number, outlet_digests.c.posted_at, outlet_digests.c.told)
            .where(outlet_digests.c.chat_id == chat_id)
            .order_by(outlet_digests.c.number.desc())
            .limit(limit)
        )
        rows = await self._database.rows(statement)
        return tuple(PostedDigest(**row) for row in rows)

    async def _find(self, condition: sa.ColumnElement[bool]) -> Outlet | None:
        found = await self._database.row(sa.select(outlets).where(condition))
        return None if found is None else Outlet(**found)


def keep_digest(
    connection: sa.Connection, chat_id: int, posted_at: datetime, told: Mapping[str, Any]
) -> None:
    """Keep a digest for the feed of a chat, within a change; nothing where it has none."""
    wanted = sa.select(sa.exists().where(outlets.c.chat_id == chat_id))
    if connection.execute(wanted).scalar_one():
        values = {"chat_id": chat_id, "posted_at": posted_at, "told": dict(told)}
        connection.execute(sa.insert(outlet_digests).values(values))


def erase_chat(connection: sa.Connection, chat_id: int) -> None:
    """Erase the feed of a chat; its address leads nowhere from now on."""
    for table in (outlets, outlet_digests):
        connection.execute(sa.delete(table).where(table.c.chat_id == chat_id))


def move(connection: sa.Connection, old: int, new: int) -> None:
    """Give the feed of a chat to another number, where that one has none."""
    taken = sa.select(sa.exists().where(outlets.c.chat_id == new))
    if connection.execute(taken).scalar_one():
        erase_chat(connection, old)
    for table in (outlets, outlet_digests):
        connection.execute(sa.update(table).where(table.c.chat_id == old).values(chat_id=new))


def expire(connection: sa.Connection, before: datetime) -> int:
    """Erase the digests that are older; returns how many went."""
    return connection.execute(sa.delete(outlet_digests).where(outlet_digests.c.posted_at < before)).rowcount
