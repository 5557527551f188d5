"""The outbox where several processes share one PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.ports import Clock, Delivery
from bot.storage.database import Database
from bot.storage.deaths import PENDING
from bot.storage.numbering import numbering
from bot.storage.outbox import SqlOutbox
from bot.storage.tables import Moment, deliveries, inbox

# On a server each statement is a way there and back, and these run for every update: what the outbox does in
# four statements, and in two, for a message that is sent the first time is one each here.
_INTEND = sa.text("""
    WITH done_but_for_sending AS (
        UPDATE inbox SET begun = false FROM inbox AS this
        WHERE :answers AND this.update_id = :number AND inbox.begun
            AND (inbox.update_id = :number OR (inbox.chat_id = this.chat_id AND inbox.lane = this.lane))
    ),
    new AS (
        INSERT INTO deliveries (update_id, part, chat_id, final, lost, begun_at, numbering)
        SELECT :number, :which, :chat_id, false, json_build_array(coalesce(max(id), 0)), :now, :numbering
        FROM (
            SELECT max(message_id) AS id FROM deliveries WHERE numbering = :numbering
            UNION ALL
            SELECT max(message_id) AS id FROM inbox WHERE numbering = :numbering
        ) AS highest_ids
        ON CONFLICT DO NOTHING
        RETURNING update_id
    )
    SELECT update_id FROM new
""").bindparams(sa.bindparam("now", type_=Moment))
_SENT = sa.text("""
    UPDATE deliveries SET message_id = :became, final = :is_final,
        lost = CASE WHEN message_id IS NULL THEN CAST(CAST(lost AS jsonb) - -1 AS json) ELSE lost END
    WHERE update_id = :number AND part = :which
""")


class SharedOutbox(SqlOutbox):
    """The port Outbox for one of several processes, which has a number."""

    def __init__(self, database: Database, clock: Clock, me: int) -> None:
        super().__init__(database, clock)
        self._me = me

    def _intend(
        self, connection: sa.Connection, new: Delivery, now: datetime, *, placeholder: bool
    ) -> Delivery:
        noted = connection.execute(
            _INTEND,
            {
                "answers": not placeholder,
                "number": new.update_id,
                "which": new.part,
                "chat_id": new.chat_id,
                "numbering": numbering(new.chat_id),
                "now": now,
            },
        ).first()
        if noted is not None:
            return new
        return super()._intend(connection, new, now, placeholder=placeholder)

    def _sent(self, connection: sa.Connection, became: Mapping[str, Any]) -> None:
        connection.execute(_SENT, became)

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
