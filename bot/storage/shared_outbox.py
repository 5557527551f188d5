"""The outbox where several processes share one PostgreSQL."""

from __future__ import annotations

import sqlalchemy as sa

from bot.ports import Clock
from bot.storage.database import Database
from bot.storage.deaths import PENDING
from bot.storage.outbox import SqlOutbox
from bot.storage.tables import deliveries, inbox


class SharedOutbox(SqlOutbox):
    """The port Outbox for one of several processes, which has a number."""

    def __init__(self, database: Database, clock: Clock, me: int) -> None:
        super().__init__(database, clock)
        self._me = me

    async def sent_elsewhere(self, chat_id: int) -> bool:
        under_way = sa.exists().where(
            deliveries.c.update_id == inbox.c.update_id,
            deliveries.c.chat_id == chat_id,
            deliveries.c.message_id.is_(None),
            inbox.c.chat_id == chat_id,
            inbox.c.holder != self._me,
            PENDING,
        )
        return await self._database.read(
            lambda connection: connection.execute(sa.select(under_way)).scalar_one()
        )
