"""The end of a process that was at work: which of its updates may have been the cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import sqlalchemy as sa

from bot.ports import Incoming
from bot.storage.schema.tables import UpdateState, inbox

PENDING = inbox.c.state == UpdateState.PENDING


def judge_death(connection: sa.Connection, held: sa.ColumnElement[bool]) -> None:
    """Note that the process that had certain updates ended, and which of them may have been the cause."""
    pending = (PENDING, held)
    rows = connection.execute(sa.select(inbox).where(*pending, inbox.c.begun)).mappings()
    guilty = blamed([to_incoming(row) for row in rows])
    connection.execute(sa.update(inbox).where(*pending, inbox.c.begun).values(deaths=inbox.c.deaths + 1))
    # Whoever can have caused one death, and not the next one, has caused neither.
    cleared = sa.update(inbox).where(*pending, inbox.c.update_id.not_in(guilty))
    connection.execute(cleared.values(alone=0))
    for update_id in guilty:
        same = sa.update(inbox).where(PENDING, inbox.c.update_id == update_id)
        connection.execute(same.values(alone=inbox.c.alone + 1))
    connection.execute(sa.update(inbox).where(*pending).values(begun=False, tries=0))


def blamed(begun: Sequence[Incoming]) -> frozenset[int]:
    """Which of the updates that were being handled when the process died may have killed it.

    Only where the guilt is plain: all of them belong to one job, or one job among them was a suspect already.
    A suspect is run beside no other suspect, so that the next death tells.
    """
    lanes = {update.lane for update in begun}
    suspected = {update.lane for update in begun if update.suspect}
    guilty = lanes if len(lanes) == 1 else suspected if len(suspected) == 1 else set()
    return frozenset(update.update_id for update in begun if update.lane in guilty)


def to_incoming(row: sa.RowMapping) -> Incoming:
    """The update that a row holds."""
    return Incoming(**{item.name: row[item.name] for item in fields(Incoming)})
