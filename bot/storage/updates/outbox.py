"""What was sent for which update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.ports import Clock, Delivery
from bot.storage.databases.database import Database
from bot.storage.numbering import highest, known, numbering
from bot.storage.schema.tables import deliveries, inbox, messages

T = TypeVar("T")

# Sendings whose end is not known. More in a row were not seen in 200 kills of the process.
MOST_LOST = 30


class SqlOutbox:
    """The port Outbox, in a database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def intend(self, update_id: int, part: int, chat_id: int, *, placeholder: bool = False) -> Delivery:
        """Note that a message is about to be sent; returns what is known of it, also from before a crash."""
        now = self._clock.now()

        new = Delivery(update_id=update_id, part=part, chat_id=chat_id)
        return await self._database.write(
            lambda connection: self._intend(connection, new, now, placeholder=placeholder)
        )

    async def sent(self, update_id: int, part: int, message_id: int, *, final: bool) -> None:
        """Note which message it became. Those that were lost before are still to be settled."""

        def job(connection: sa.Connection) -> None:
            found = _find(connection, update_id, part)
            if found is None:
                return
            lost = found.lost if found.message_id is not None else found.lost[:-1]
            became = {"became": message_id, "is_final": final, "now_lost": list(lost)}
            connection.execute(_SENT, {**_one(update_id, part), **became})

        await self._database.write(job)

    async def settled(self, update_id: int, part: int) -> None:
        """Note that nothing is lost any more."""
        values = {**_one(update_id, part), "now_lost": []}
        await self._database.write(lambda connection: connection.execute(_LOSE, values))

    async def gone(self, update_id: int, part: int) -> None:
        """Note that there is no message, and none that could be lost: it was refused or deleted."""
        values = _one(update_id, part)
        await self._database.write(lambda connection: connection.execute(_GONE, values))

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
            here = frozenset((connection.execute(sa.union(sent, linked))).scalars())
            return here | known(connection, chat_id, after) if elsewhere else here

        return await self._database.read(job)

    def _intend(
        self, connection: sa.Connection, new: Delivery, now: datetime, *, placeholder: bool
    ) -> Delivery:
        if not placeholder:
            connection.execute(_WORKED, {"number": new.update_id})
        found = _find(connection, new.update_id, new.part)
        if found is None:
            connection.execute(_NEW, _row(new, highest(connection, new.chat_id), now))
            return new
        if found.message_id is None and not placeholder:
            lost = _one_more(found.lost, highest(connection, new.chat_id))
            connection.execute(_LOSE, {**_one(new.update_id, new.part), "now_lost": lost})
        return found


# Built once, see bot.storage.updates.inbox.
_NUMBER = sa.bindparam("number", type_=sa.BigInteger)
_IS = (deliveries.c.update_id == _NUMBER, deliveries.c.part == sa.bindparam("which", type_=sa.BigInteger))
_LOST = sa.bindparam("now_lost", type_=sa.JSON)
_ONE = sa.select(*(deliveries.c[field.name] for field in fields(Delivery))).where(*_IS)
_NEW = sa.insert(deliveries)
_LOSE = sa.update(deliveries).where(*_IS).values(lost=_LOST)
_SENT = (
    sa.update(deliveries)
    .where(*_IS)
    .values(message_id=sa.bindparam("became"), final=sa.bindparam("is_final"), lost=_LOST)
)
_GONE = sa.delete(deliveries).where(*_IS)


def _of_update(column: sa.Column[T]) -> sa.ScalarSelect[T]:
    return sa.select(column).where(inbox.c.update_id == _NUMBER).scalar_subquery()


# Notes that the work on an update, and on those that are one job with it, is done but for the sending. Those
# are found by their chat, which has an index and stands in no update that is done.
_WORKED = (
    sa.update(inbox)
    .where(
        sa.or_(
            inbox.c.update_id == _NUMBER,
            sa.and_(inbox.c.chat_id == _of_update(inbox.c.chat_id), inbox.c.lane == _of_update(inbox.c.lane)),
        ),
        inbox.c.begun,
    )
    .values(begun=False)
)


def _one(update_id: int, part: int) -> dict[str, Any]:
    return {"number": update_id, "which": part}


def _find(connection: sa.Connection, update_id: int, part: int) -> Delivery | None:
    row = connection.execute(_ONE, _one(update_id, part)).mappings().one_or_none()
    return None if row is None else Delivery(**{**row, "lost": tuple(row["lost"])})


def _row(delivery: Delivery, known: int, now: datetime) -> dict[str, Any]:
    return {**asdict(delivery), "lost": [known], "numbering": numbering(delivery.chat_id), "begun_at": now}


def _one_more(lost: Sequence[int], known: int) -> list[int]:
    """The highest known ids at each sending, with those of a new one as the last.

    In an outage there are many sendings with nothing new between them; the equal ones before this are one.
    """
    return [*dict.fromkeys(lost[-MOST_LOST:]), known]
