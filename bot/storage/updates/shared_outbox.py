"""The outbox where several processes share one PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from bot.ports import Clock
from bot.storage.databases.database import Database
from bot.storage.schema.tables import deliveries, inbox
from bot.storage.updates.deaths import PENDING
from bot.storage.updates.outbox import INTENT, SENT, Intent, SqlOutbox, row_of

# As SqlOutbox does it, in one statement instead of two: each is a way to the server and back.
_INTEND = """
    WITH intents AS (SELECT * FROM {intents}),
    done_but_for_sending AS (
        UPDATE inbox SET begun = false FROM (SELECT update_id, chat_id, lane FROM inbox WHERE {these}) AS this
        WHERE inbox.begun AND (inbox.update_id = this.update_id
            OR (inbox.chat_id = this.chat_id AND inbox.lane = this.lane))
            AND EXISTS (SELECT FROM intents WHERE answers AND intents.update_id = this.update_id)
    )
    INSERT INTO deliveries (update_id, part, chat_id, final, lost, begun_at, numbering)
    SELECT update_id, part, chat_id, false, json_build_array(coalesce(greatest(
        (SELECT max(message_id) FROM deliveries WHERE numbering = intents.numbering),
        (SELECT max(message_id) FROM inbox WHERE numbering = intents.numbering)
    ), 0)), begun_at, numbering
    FROM intents
    ON CONFLICT DO NOTHING
    RETURNING update_id, part
"""
# By its own index, see bot.storage.databases.postgres.
_SENT = """
    UPDATE deliveries SET message_id = given.message_id, final = given.final, lost = CASE
        WHEN deliveries.message_id IS NULL THEN CAST(CAST(lost AS jsonb) - -1 AS json) ELSE lost
    END
    FROM {sent}
    WHERE {these} AND deliveries.update_id = given.update_id AND deliveries.part = given.part
"""


class SharedOutbox(SqlOutbox):
    """The port Outbox for one of several processes, which has a number."""

    def __init__(self, database: Database, clock: Clock, me: int) -> None:
        super().__init__(database, clock)
        self._me = me
        intents, sent = database.given(**INTENT), database.given(**SENT)
        self._intend = _INTEND.format(intents=intents.table, these=intents.holds("update_id"))
        self._sent = _SENT.format(
            sent=sent.table, these=sent.holds("deliveries.update_id", among="update_id")
        )

    def _note_intents(self, connection: sa.Connection, intents: Sequence[Intent]) -> set[tuple[int, int]]:
        news = self._database.run(connection, self._intend, [row_of(intent) for intent in intents])
        return {(update_id, part) for update_id, part in news}

    async def sent_elsewhere(self, chat_id: int) -> bool:
        under_way = sa.exists().where(
            deliveries.c.update_id == inbox.c.update_id,
            deliveries.c.chat_id == chat_id,
            deliveries.c.message_id.is_(None),
            inbox.c.chat_id == chat_id,
            inbox.c.holder != self._me,
            PENDING,
        )
        return await self._database.value(sa.select(under_way))
