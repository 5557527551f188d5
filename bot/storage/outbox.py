"""What was sent for which update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime

import sqlalchemy as sa

from bot.ports import Clock, Delivery
from bot.storage.database import Database
from bot.storage.numbering import highest, known, numbering
from bot.storage.tables import deliveries, inbox, messages

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

        def job(connection: sa.Connection) -> Delivery:
            if not placeholder:
                connection.execute(_worked(update_id))
            found = connection.execute(_one(update_id, part)).mappings().one_or_none()
            if found is None:
                new = Delivery(update_id=update_id, part=part, chat_id=chat_id)
                connection.execute(_new(new, highest(connection, chat_id), now))
                return new
            delivery = Delivery(**{**found, "lost": tuple(found["lost"])})
            if delivery.message_id is None and not placeholder:
                lost = _one_more(delivery.lost, highest(connection, chat_id))
                connection.execute(_change(update_id, part).values(lost=lost))
            return delivery

        return await self._database.write(job)

    async def sent(self, update_id: int, part: int, message_id: int, *, final: bool) -> None:
        """Note which message it became. Those that were lost before are still to be settled."""

        def job(connection: sa.Connection) -> None:
            found = connection.execute(_one(update_id, part)).mappings().one_or_none()
            if found is None:
                return
            lost = found["lost"] if found["message_id"] is not None else found["lost"][:-1]
            values = {"message_id": message_id, "final": final, "lost": lost}
            connection.execute(_change(update_id, part).values(values))

        await self._database.write(job)

    async def settled(self, update_id: int, part: int) -> None:
        """Note that nothing is lost any more."""
        statement = _change(update_id, part).values(lost=[])
        await self._database.write(lambda connection: connection.execute(statement))

    async def gone(self, update_id: int, part: int) -> None:
        """Note that there is no message, and none that could be lost: it was refused or deleted."""
        statement = sa.delete(deliveries).where(*_is(update_id, part))
        await self._database.write(lambda connection: connection.execute(statement))

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


def _is(update_id: int, part: int) -> tuple[sa.ColumnElement[bool], ...]:
    return deliveries.c.update_id == update_id, deliveries.c.part == part


def _change(update_id: int, part: int) -> sa.Update:
    return sa.update(deliveries).where(*_is(update_id, part))


def _new(delivery: Delivery, known: int, now: datetime) -> sa.Insert:
    values = {**asdict(delivery), "lost": [known], "numbering": numbering(delivery.chat_id), "begun_at": now}
    return sa.insert(deliveries).values(values)


def _worked(update_id: int) -> sa.Update:
    """Note that the work on an update, and on those that are one job with it, is done but for the sending."""
    lane = sa.select(inbox.c.lane).where(inbox.c.update_id == update_id).scalar_subquery()
    return sa.update(inbox).where(inbox.c.begun, inbox.c.lane == lane).values(begun=False)


def _one_more(lost: Sequence[int], known: int) -> list[int]:
    """The highest known ids at each sending, with those of a new one as the last.

    In an outage there are many sendings with nothing new between them; the equal ones before this are one.
    """
    return [*dict.fromkeys(lost[-MOST_LOST:]), known]


def _one(update_id: int, part: int) -> sa.Select[tuple[object, ...]]:
    return sa.select(*(deliveries.c[field.name] for field in fields(Delivery))).where(*_is(update_id, part))
