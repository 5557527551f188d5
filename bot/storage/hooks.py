"""What waits to be told to the operator's own programs: the port HookQueue, in a database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from bot.core.hooks import HookDelivery, HookMessage
from bot.storage.databases.database import Database
from bot.storage.schema.operator_tables import hook_queue

_DELIVERY = [hook_queue.c[name] for name in ("number", "url", "event", "body", "made_at", "tries")]


class SqlHookQueue:
    """The port HookQueue; its docstrings hold here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def queue(self, message: HookMessage, *, chat_id: int, user_id: int | None, now: datetime) -> None:
        await self._database.write(
            lambda connection: queue(connection, message, chat_id=chat_id, user_id=user_id, now=now)
        )

    async def keep_only(self, urls: Collection[str]) -> None:
        await self._database.execute(sa.delete(hook_queue).where(hook_queue.c.url.not_in(urls)))

    async def due(self, url: str, now: datetime, *, limit: int) -> tuple[HookDelivery, ...]:
        statement = (
            sa.select(*_DELIVERY)
            .where(hook_queue.c.url == url, hook_queue.c.next_at <= now)
            .order_by(hook_queue.c.next_at)
            .limit(limit)
        )
        rows = await self._database.rows(statement)
        return tuple(HookDelivery(**row) for row in rows)

    async def settle(self, delivery: HookDelivery, next_at: datetime | None) -> None:
        this = hook_queue.c.number == delivery.number
        statement: sa.Delete | sa.Update = sa.delete(hook_queue).where(this)
        if next_at is not None:
            statement = sa.update(hook_queue).where(this).values(next_at=next_at, tries=delivery.tries + 1)
        await self._database.execute(statement)


def queue(
    connection: sa.Connection, message: HookMessage, *, chat_id: int, user_id: int | None, now: datetime
) -> None:
    """Have a message told to each of its addresses, within a change."""
    same = {"event": message.event, "body": message.body, "made_at": now, "next_at": now, "tries": 0}
    rows = [{"url": url, "chat_id": chat_id, "user_id": user_id, **same} for url in message.urls]
    connection.execute(sa.insert(hook_queue), rows)


def erase(connection: sa.Connection, number: int) -> None:
    """Erase what waits of a person or a chat."""
    theirs = sa.or_(hook_queue.c.chat_id == number, hook_queue.c.user_id == number)
    connection.execute(sa.delete(hook_queue).where(theirs))
