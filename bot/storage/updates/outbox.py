"""What was sent for which update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.ports import Clock, Delivery
from bot.storage.databases.database import Database
from bot.storage.databases.given import moment
from bot.storage.databases.together import Together
from bot.storage.numbering import highest, known, numbering
from bot.storage.schema.tables import deliveries, messages

# Sendings whose end is not known. More in a row were not seen in 200 kills of the process.
MOST_LOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A message that is about to be sent."""

    new: Delivery  # as it is if it is not known yet
    now: datetime
    placeholder: bool

    @property
    def key(self) -> tuple[int, int]:
        """What it is known by."""
        return self.new.update_id, self.new.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that was sent."""

    update_id: int
    part: int
    message_id: int
    final: bool


class SqlOutbox:
    """The port Outbox, in a database. What is noted for every message is noted for several at once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        intents, sent = database.given(**INTENT), database.given(**SENT)
        self._worked = _WORKED.format(these=intents.holds("update_id"))
        self._intend = _INTEND.format(intents=intents.table)
        self._sent = _SENT.format(sent=sent.table)
        self._intend_together = Together(database, self._intend_all)
        self._sent_together = Together(database, self._note_sent)

    async def intend(self, update_id: int, part: int, chat_id: int, *, placeholder: bool = False) -> Delivery:
        """Note that a message is about to be sent; returns what is known of it, also from before a crash."""
        new = Delivery(update_id=update_id, part=part, chat_id=chat_id)
        return await self._intend_together(Intent(new=new, now=self._clock.now(), placeholder=placeholder))

    async def sent(self, update_id: int, part: int, message_id: int, *, final: bool) -> None:
        """Note which message it became. Those that were lost before are still to be settled."""
        await self._sent_together(Sent(update_id=update_id, part=part, message_id=message_id, final=final))

    async def settled(self, update_id: int, part: int) -> None:
        """Note that nothing is lost any more."""
        values = {**_one(update_id, part), "now_lost": []}
        await self._database.execute(_LOSE, values)

    async def gone(self, update_id: int, part: int) -> None:
        """Note that there is no message, and none that could be lost: it was refused or deleted."""
        values = _one(update_id, part)
        await self._database.execute(_GONE, values)

    async def sent_elsewhere(self, chat_id: int) -> bool:
        del chat_id  # there is no other process
        return False

    async def known_messages(self, chat_id: int, after: int, *, elsewhere: bool = False) -> frozenset[int]:
        """Ids after a message id that a lost message of a chat cannot have: other messages have them."""
        sent = sa.select(deliveries.c.message_id).where(
            deliveries.c.numbering == numbering(chat_id),
            deliveries.c.message_id > after,
            deliveries.c.chat_id == chat_id,
        )
        linked = sa.select(messages.c.message_id).where(
            messages.c.chat_id == chat_id, messages.c.message_id > after
        )

        def job(connection: sa.Connection) -> frozenset[int]:
            here = frozenset(connection.execute(sa.union(sent, linked)).scalars())
            return here | known(connection, chat_id, after) if elsewhere else here

        return await self._database.read(job)

    def _intend_all(self, connection: sa.Connection, intents: Sequence[Intent]) -> list[Delivery]:
        noted = self._note_intents(connection, intents)
        return [
            intent.new if intent.key in noted else self._intend_again(connection, intent)
            for intent in intents
        ]

    def _intend_again(self, connection: sa.Connection, intent: Intent) -> Delivery:
        """What is known of a message from before; one that is sent anew may have been lost."""
        row = connection.execute(_ONE, _one(*intent.key)).mappings().one_or_none()
        if row is None:  # another process has erased it just now, with its person
            return self._intend_all(connection, [intent])[0]
        found = Delivery(**{**row, "lost": tuple(row["lost"])})
        if found.message_id is None and not intent.placeholder:
            lost = _one_more(found.lost, highest(connection, found.chat_id))
            connection.execute(_LOSE, {**_one(*intent.key), "now_lost": lost})
        return found

    def _note_intents(self, connection: sa.Connection, intents: Sequence[Intent]) -> set[tuple[int, int]]:
        """Note those that are not known yet, and that the work on answers is done; returns which are new."""
        rows = [row_of(intent) for intent in intents]
        answered = [row for row in rows if row["answers"]]
        if answered:
            self._database.run(connection, self._worked, answered)
        return {(update_id, part) for update_id, part in self._database.run(connection, self._intend, rows)}

    def _note_sent(self, connection: sa.Connection, messages: Sequence[Sent]) -> list[None]:
        self._database.run(connection, self._sent, [asdict(message) for message in messages])
        return [None] * len(messages)


INTENT = {
    **dict.fromkeys(("update_id", "part", "chat_id", "numbering"), "bigint"),
    "begun_at": "timestamp",
    "answers": "boolean",
}
SENT = {**dict.fromkeys(("update_id", "part", "message_id"), "bigint"), "final": "boolean"}


def row_of(intent: Intent) -> dict[str, Any]:
    """An intent as a direct statement is given it, see INTENT."""
    new = intent.new
    return {
        "update_id": new.update_id,
        "part": new.part,
        "chat_id": new.chat_id,
        "numbering": numbering(new.chat_id),
        "begun_at": moment(intent.now),
        "answers": not intent.placeholder,
    }


# Built once: SQLAlchemy takes longer to build a statement than to run it.
_NUMBER = sa.bindparam("number", type_=sa.BigInteger)
_IS = (deliveries.c.update_id == _NUMBER, deliveries.c.part == sa.bindparam("which", type_=sa.BigInteger))
_LOST = sa.bindparam("now_lost", type_=sa.JSON)
_ONE = sa.select(*(deliveries.c[field.name] for field in fields(Delivery))).where(*_IS)
_LOSE = sa.update(deliveries).where(*_IS).values(lost=_LOST)
_GONE = sa.delete(deliveries).where(*_IS)


# Notes that the work on updates, and on those that are one job with them, is done but for the sending. Those
# are found by their chat, which has an index and stands in no update that is done.
_WORKED = """
    WITH these AS (SELECT update_id, chat_id, lane FROM inbox WHERE {these})
    UPDATE inbox SET begun = false
    WHERE begun AND (
        update_id IN (SELECT update_id FROM these)
        OR (chat_id, lane) IN (SELECT chat_id, lane FROM these)
    )
"""
_INTEND = """
    INSERT INTO deliveries (update_id, part, chat_id, final, lost, begun_at, numbering)
    SELECT update_id, part, chat_id, false, json_array(max(
        coalesce((SELECT max(message_id) FROM deliveries WHERE numbering = given.numbering), 0),
        coalesce((SELECT max(message_id) FROM inbox WHERE numbering = given.numbering), 0)
    )), begun_at, numbering
    FROM {intents} WHERE true
    ON CONFLICT DO NOTHING
    RETURNING update_id, part
"""
_SENT = """
    UPDATE deliveries SET message_id = given.message_id, final = given.final,
        lost = CASE WHEN deliveries.message_id IS NULL THEN json_remove(lost, '$[#-1]') ELSE lost END
    FROM {sent} WHERE deliveries.update_id = given.update_id AND deliveries.part = given.part
"""


def _one(update_id: int, part: int) -> dict[str, Any]:
    return {"number": update_id, "which": part}


def _one_more(lost: Sequence[int], known: int) -> list[int]:
    """The highest known ids at each sending, with those of a new one as the last.

    In an outage there are many sendings with nothing new between them; the equal ones before this are one.
    """
    return [*dict.fromkeys(lost[-MOST_LOST:]), known]
