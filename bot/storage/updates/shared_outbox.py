"""The outbox where several processes share one PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from bot.ports import Clock
from bot.storage.databases.database import Database
from bot.storage.numbering import numbering
from bot.storage.schema.tables import Moment, deliveries, inbox
from bot.storage.updates.deaths import PENDING
from bot.storage.updates.outbox import Intent, Sent, SqlOutbox

# As SqlOutbox does it, in one statement instead of two: each is a way to the server and back.
_INTEND = sa.text("""
    WITH given AS (
        SELECT * FROM unnest(
            CAST(:numbers AS bigint[]), CAST(:parts AS bigint[]), CAST(:chats AS bigint[]),
            CAST(:numberings AS bigint[]), CAST(:answers AS boolean[])
        ) AS given (number, part, chat_id, numbering, answers)
    ),
    done_but_for_sending AS (
        UPDATE inbox SET begun = false FROM given JOIN inbox AS this ON this.update_id = given.number
        WHERE given.answers AND inbox.begun
            AND (inbox.update_id = this.update_id
                OR (inbox.chat_id = this.chat_id AND inbox.lane = this.lane))
    ),
    new AS (
        INSERT INTO deliveries (update_id, part, chat_id, final, lost, begun_at, numbering)
        SELECT number, part, chat_id, false, json_build_array(coalesce(greatest(
            (SELECT max(message_id) FROM deliveries WHERE numbering = given.numbering),
            (SELECT max(message_id) FROM inbox WHERE numbering = given.numbering)
        ), 0)), :now, numbering
        FROM given
        ON CONFLICT DO NOTHING
        RETURNING update_id, part
    )
    SELECT update_id, part FROM new
""").bindparams(sa.bindparam("now", type_=Moment))
_SENT = sa.text("""
    UPDATE deliveries SET message_id = sent.became, final = sent.final,
        lost = CASE WHEN message_id IS NULL THEN CAST(CAST(lost AS jsonb) - -1 AS json) ELSE lost END
    FROM unnest(
        CAST(:numbers AS bigint[]), CAST(:parts AS bigint[]), CAST(:became AS bigint[]),
        CAST(:finals AS boolean[])
    ) AS sent (number, part, became, final)
    WHERE deliveries.update_id = sent.number AND deliveries.part = sent.part
""")


class SharedOutbox(SqlOutbox):
    """The port Outbox for one of several processes, which has a number."""

    def __init__(self, database: Database, clock: Clock, me: int) -> None:
        super().__init__(database, clock)
        self._me = me

    def _note_intents(self, connection: sa.Connection, intents: Sequence[Intent]) -> set[tuple[int, int]]:
        news = [intent.new for intent in intents]
        given = {
            "numbers": [new.update_id for new in news],
            "parts": [new.part for new in news],
            "chats": [new.chat_id for new in news],
            "numberings": [numbering(new.chat_id) for new in news],
            "answers": [not intent.placeholder for intent in intents],
            "now": intents[0].now,
        }
        return {(row.update_id, row.part) for row in connection.execute(_INTEND, given)}

    def _note_sent(self, connection: sa.Connection, messages: Sequence[Sent]) -> list[None]:
        given = {
            "numbers": [message.update_id for message in messages],
            "parts": [message.part for message in messages],
            "became": [message.message_id for message in messages],
            "finals": [message.final for message in messages],
        }
        connection.execute(_SENT, given)
        return [None] * len(messages)

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
