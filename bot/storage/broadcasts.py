"""Messages to everybody: the port BroadcastStore, in a database."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.ports import Clock
from bot.ports.operators import Broadcast
from bot.storage.databases.database import Database
from bot.storage.schema.operator_tables import broadcasts
from bot.storage.schema.tables import people


class SqlBroadcasts:
    """The port BroadcastStore; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def audience(self, owner_id: int) -> int:
        count = sa.select(sa.func.count()).select_from(people).where(people.c.user_id != owner_id)
        return await self._database.value(count)

    async def begin_broadcast(self, owner_id: int, text: str) -> Broadcast | None:
        start = {"sent": 0, "unreachable": 0, "failed": 0, "stopped": False, "begun_at": self._clock.now()}
        new = sa.insert(broadcasts).values(owner_id=owner_id, text=text, **start).returning(broadcasts)

        def job(connection: sa.Connection) -> Broadcast | None:
            if _find(connection, _UNDER_WAY) is not None:
                return None
            return Broadcast(**connection.execute(new).mappings().one())

        return await self._database.write(job)

    async def broadcast_under_way(self) -> Broadcast | None:
        return await self._database.read(lambda connection: _find(connection, _UNDER_WAY))

    async def last_broadcast(self) -> Broadcast | None:
        return await self._database.read(lambda connection: _find(connection, sa.true()))

    async def next_recipient(self, broadcast: Broadcast) -> int | None:
        this = broadcasts.c.broadcast_id == broadcast.broadcast_id

        def job(connection: sa.Connection) -> int | None:
            row = _find(connection, sa.and_(this, _UNDER_WAY))
            if row is None:
                return None
            after = sa.true() if row.last_user_id is None else people.c.user_id > row.last_user_id
            wanted = sa.select(people.c.user_id).where(after, people.c.user_id != row.owner_id)
            found = connection.execute(wanted.order_by(people.c.user_id).limit(1)).scalar_one_or_none()
            if found is not None:
                connection.execute(sa.update(broadcasts).where(this).values(last_user_id=found))
            return found

        return await self._database.write(job)

    async def count_outcome(self, broadcast_id: int, outcome: str) -> None:
        statement = sa.update(broadcasts).where(broadcasts.c.broadcast_id == broadcast_id)
        more = statement.values({outcome: broadcasts.c[outcome] + 1})
        await self._database.execute(more)

    async def finish_broadcast(self, broadcast_id: int, *, stopped: bool) -> Broadcast:
        this = broadcasts.c.broadcast_id == broadcast_id
        end: dict[str, Any] = {"finished_at": self._clock.now(), "stopped": stopped, "text": ""}
        end["last_user_id"] = None  # somebody's number, who may have themselves forgotten

        def job(connection: sa.Connection) -> Broadcast:
            connection.execute(sa.update(broadcasts).where(this, _UNDER_WAY).values(end))
            return Broadcast(**connection.execute(sa.select(broadcasts).where(this)).mappings().one())

        return await self._database.write(job)


_UNDER_WAY = broadcasts.c.finished_at.is_(None)


def _find(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Broadcast | None:
    """The latest of those that a condition holds for."""
    latest = sa.select(broadcasts).where(condition).order_by(broadcasts.c.broadcast_id.desc()).limit(1)
    row = connection.execute(latest).mappings().one_or_none()
    return None if row is None else Broadcast(**row)
