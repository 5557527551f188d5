"""Groups and channels: the port RoomStore, in a database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from bot.core.rooms import LINK_LIFE, Auto, Room
from bot.storage.databases.database import Database
from bot.storage.erasing import digest_erasing
from bot.storage.erasing.forgetting import erase_room, erase_unread
from bot.storage.moving import move_room
from bot.storage.schema.room_tables import recent_links, rooms, topics


class SqlRooms:
    """The port RoomStore; its docstrings hold here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def room(self, chat_id: int) -> Room:
        found = await self._rooms(rooms.c.chat_id == chat_id)
        return found[0] if found else Room(chat_id=chat_id)

    async def save_room(self, room: Room, *, only: Collection[str]) -> None:
        values = asdict(room)
        statement = self._database.insert(rooms).values(values)
        changed = {name: values[name] for name in only}
        await self._database.execute(
            statement.on_conflict_do_update(index_elements=rooms.primary_key.columns, set_=changed)
        )

    async def stop_keeping(self, chat_id: int) -> None:
        def job(connection: sa.Connection) -> None:
            here = sa.update(rooms).where(rooms.c.chat_id == chat_id)
            connection.execute(here.values(keep=False, names=False))
            digest_erasing.erase_kept(connection, chat_id)
            erase_unread(connection, self._database.index)

        await self._database.write(job)

    async def rooms(self) -> tuple[Room, ...]:
        return await self._rooms(sa.true())

    async def channel_of(self, discussion_id: int) -> Room | None:
        found = await self._rooms(sa.and_(rooms.c.linked_id == discussion_id, rooms.c.kind == "channel"))
        return found[0] if found else None

    async def auto(self, chat_id: int, topic_id: int) -> Auto:
        own = sa.select(topics.c.auto).where(topics.c.chat_id == chat_id, topics.c.topic_id == topic_id)
        general = sa.select(rooms.c.auto).where(rooms.c.chat_id == chat_id)
        chosen = sa.func.coalesce(own.scalar_subquery(), general.scalar_subquery(), Auto.OFF.value)
        return Auto(await self._database.value(sa.select(chosen)))

    async def set_auto(self, chat_id: int, topic_id: int | None, auto: Auto) -> None:
        def job(connection: sa.Connection) -> None:
            if topic_id is not None:
                new = self._database.insert(topics).values(
                    chat_id=chat_id, topic_id=topic_id, auto=auto.value, lost=False
                )
                connection.execute(
                    new.on_conflict_do_update(
                        index_elements=topics.primary_key.columns, set_={"auto": auto.value}
                    )
                )
                return
            known = {**asdict(Room(chat_id=chat_id)), "auto": auto.value}
            general = self._database.insert(rooms).values(known)
            connection.execute(
                general.on_conflict_do_update(
                    index_elements=rooms.primary_key.columns, set_={"auto": auto.value}
                )
            )
            connection.execute(sa.update(topics).where(topics.c.chat_id == chat_id).values(auto=None))

        await self._database.write(job)

    async def note_links(
        self, chat_id: int, topic_id: int, message_id: int, urls: Sequence[str], at: datetime
    ) -> None:
        values = {"topic_id": topic_id, "urls": list(urls), "at": at}
        new = self._database.insert(recent_links).values(chat_id=chat_id, message_id=message_id, **values)

        def job(connection: sa.Connection) -> None:
            connection.execute(sa.delete(recent_links).where(recent_links.c.at < at - LINK_LIFE))
            connection.execute(new.on_conflict_do_nothing())

        await self._database.write(job)

    async def last_link(self, chat_id: int, topic_id: int, now: datetime) -> str | None:
        statement = (
            sa.select(recent_links.c.urls)
            .where(recent_links.c.chat_id == chat_id, recent_links.c.topic_id == topic_id, _is_young(now))
            .order_by(recent_links.c.message_id.desc())
            .limit(1)
        )
        row = await self._database.row(statement)
        return str(row["urls"][-1]) if row and row["urls"] else None

    async def links_of(self, chat_id: int, message_id: int, now: datetime) -> tuple[int, tuple[str, ...]]:
        statement = sa.select(recent_links.c.topic_id, recent_links.c.urls).where(
            recent_links.c.chat_id == chat_id, recent_links.c.message_id == message_id, _is_young(now)
        )
        row = await self._database.row(statement)
        return (0, ()) if row is None else (row["topic_id"], tuple(row["urls"]))

    async def lose_topic(self, chat_id: int, topic_id: int) -> bool:
        def job(connection: sa.Connection) -> bool:
            where = (topics.c.chat_id == chat_id, topics.c.topic_id == topic_id)
            lost = connection.execute(sa.select(topics.c.lost).where(*where)).scalar()
            new = self._database.insert(topics).values(chat_id=chat_id, topic_id=topic_id, lost=True)
            connection.execute(
                new.on_conflict_do_update(index_elements=topics.primary_key.columns, set_={"lost": True})
            )
            return not lost

        return await self._database.write(job)

    async def move(self, old: int, new: int) -> None:
        await self._database.write(lambda connection: move_room(connection, old, new))

    async def erase(self, chat_id: int) -> None:
        await self._database.write(lambda connection: erase_room(connection, self._database.index, chat_id))

    async def _rooms(self, condition: sa.ColumnElement[bool]) -> tuple[Room, ...]:
        rows = await self._database.rows(sa.select(rooms).where(condition))
        found = [Room(**{**row, "auto": Auto(row["auto"])}) for row in rows]
        # Here and not by the database: those don't agree on the order of texts.
        return tuple(sorted(found, key=lambda room: (room.title or "", room.chat_id)))


def _is_young(now: datetime) -> sa.ColumnElement[bool]:
    return recent_links.c.at > now - LINK_LIFE
