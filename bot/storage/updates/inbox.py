"""Updates on disk: what was put is handled, whatever happens to the process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.ports import Clock, Incoming
from bot.storage.databases.database import Database
from bot.storage.databases.given import moment
from bot.storage.databases.together import Together
from bot.storage.discussions import AuthorMark
from bot.storage.numbering import numbering
from bot.storage.schema.tables import UpdateState, deliveries, inbox
from bot.storage.updates import late
from bot.storage.updates.deaths import PENDING, judge_death, to_incoming
from bot.storage.updates.identity import look_at

# Telegram keeps an update for 24 hours; after twice that it cannot come a second time, and its number may go.
KEPT_AFTER_DONE = timedelta(days=2)
PRUNED_EVERY = timedelta(hours=1)
PRUNED_AT_ONCE = 1_000  # whoever brings an update waits for it


class SqlInbox:
    """The port Inbox, in a database."""

    def __init__(
        self, database: Database, clock: Clock, mark: AuthorMark, *, holder: int | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._mark = mark
        self._pruned_at: datetime | None = None
        numbers, new = database.given(update_id="bigint"), database.given(**_COLUMNS)
        these = numbers.holds("update_id")
        # What another process has taken over is not begun any more, and not given back.
        mine = "true" if holder is None else f"holder = {holder:d}"
        self._begin, self._release = (
            what.format(these=these, mine=mine, pending=PENDING_STILL) for what in (_BEGIN, _RELEASE)
        )
        self._finish = _FINISH.format(these=these, done=UpdateState.DONE, pending=PENDING_STILL)
        self._known = _KNOWN.format(these=numbers.holds("telegram_id", among="update_id"))
        self._new = _NEW.format(columns=", ".join(_COLUMNS), new=new.table)
        self._begin_together = Together(database, self._begin_all)
        self._finish_together = Together(database, self._finish_all)

    async def put(self, updates: Sequence[Incoming], *, share: bool = False) -> tuple[Incoming, ...]:
        """Commit a batch durably; returns those that are new and to be handled by this process, in order.

        An update whose number was used by another one (Telegram begins anew at a random number after a
        quiet week, another Bot API server has its own) is new as well, and gets a number below zero, in its
        JSON too.
        """
        if not updates:
            return ()
        prune = self._is_time_to_prune()

        def job(connection: sa.Connection) -> tuple[Incoming, ...]:
            if prune and _prune(connection, self._clock.now() - KEPT_AFTER_DONE):
                self._pruned_at = None  # more goes with the next update
            return self._take_in(connection, updates, share=share)

        # Whoever brings an update waits for it to be on disk; what is done with others can wait.
        return await self._database.write(job, urgent=True)

    async def pending(self) -> tuple[Incoming, ...]:
        """What was put and neither done nor set aside, in order: the work after a restart.

        Meant to be called once, before anything is begun: what is begun by then was interrupted by the end of
        the process, and is judged for it (see `blamed`).
        """

        def job(connection: sa.Connection) -> tuple[Incoming, ...]:
            for update_id in late.left_behind(connection):
                self._erase_late(connection, update_id)
            judge_death(connection, sa.true())
            rows = connection.execute(sa.select(inbox).where(PENDING).order_by(inbox.c.position)).mappings()
            return tuple(map(to_incoming, rows))

        return await self._database.write(job)

    async def arrivals(self) -> AsyncIterator[tuple[Incoming, ...]]:
        """Never anything: there is no other process."""
        await asyncio.Event().wait()
        yield ()

    async def begin(self, update_id: int) -> int:
        """Note that work on an update begins; says how often it has now been begun, 0 if it was erased."""
        return await self._begin_together(update_id)

    async def release(self, update_id: int) -> None:
        """Take a `begin` back: work was interrupted through no fault of the update."""
        await self._database.write(
            lambda connection: self._database.run(connection, self._release, _rows([update_id]))
        )

    async def done(self, update_id: int) -> None:
        """Note that it is answered. Nothing but its number, identity and time stays."""
        await self._finish_together(update_id)

    async def set_aside(self, update_id: int, error: str) -> None:
        """Give up on an update; its JSON is kept for the operator."""

        def job(connection: sa.Connection) -> None:
            if not connection.execute(_SET_ASIDE, {"number": update_id, "why": error}).rowcount:
                self._erase_late(connection, update_id)

        await self._database.write(job)

    def _begin_all(self, connection: sa.Connection, numbers: Sequence[int]) -> list[int]:
        tries: dict[int, int] = dict(self._database.run(connection, self._begin, _rows(numbers)))
        return [tries.get(number, 0) for number in numbers]

    def _finish_all(self, connection: sa.Connection, numbers: Sequence[int]) -> list[None]:
        finished = {number for (number,) in self._database.run(connection, self._finish, _rows(numbers))}
        for number in numbers:
            if number not in finished:
                self._erase_late(connection, number)
        return [None] * len(numbers)

    def _erase_late(self, connection: sa.Connection, update_id: int) -> None:
        late.erase(connection, self._database.index, update_id, self._mark)

    def _take_in(
        self, connection: sa.Connection, updates: Sequence[Incoming], *, share: bool
    ) -> tuple[Incoming, ...]:
        del share  # there is no other process
        numbers = _rows([update.update_id for update in updates])
        return self._put_new(connection, updates, {}, self._database.run(connection, self._known, numbers))

    def _put_new(
        self,
        connection: sa.Connection,
        updates: Sequence[Incoming],
        holders: Mapping[str, int],
        known: Iterable[Sequence[Any]],
    ) -> tuple[Incoming, ...]:
        """Put those that are new; returns them, in order.

        `holders`: by lane, the process that has it. `known`: number and identity of those with such numbers.
        """
        seen: set[tuple[int, str]] = {(number, told) for number, told in known}
        taken = {number for number, _ in seen}
        rows: list[dict[str, Any]] = []
        new: list[Incoming] = []
        for update in updates:
            row = _row(update, holders.get(update.lane))
            if (update.update_id, row["identity"]) in seen:
                continue
            seen.add((update.update_id, row["identity"]))
            if update.update_id in taken:
                renumbered = _renumbered(update, _free_number(connection) - len(new))
                row.update(update_id=renumbered.update_id, payload=renumbered.payload)
                new.append(renumbered)
            else:
                new.append(update)
            taken.add(row["telegram_id"])
            rows.append(row)
        if rows:
            self._database.run(connection, self._new, rows)
        return tuple(new)

    def _is_time_to_prune(self) -> bool:
        now = self._clock.now()
        # A clock that was ahead is no reason to wait until its time has come again.
        due = self._pruned_at is None or not timedelta(0) <= now - self._pruned_at < PRUNED_EVERY
        if due:
            self._pruned_at = now
        return due


# What runs for every update is handed to the driver as it is: SQLAlchemy took more time than the database.
# The state is written so that no index of it is used: all that waits is together there.
PENDING_STILL = f"coalesce(state, '') = '{UpdateState.PENDING}'"
_BEGIN = """
    UPDATE inbox SET tries = tries + 1, begun = true WHERE {these} AND {mine} AND {pending}
    RETURNING update_id, tries
"""
_RELEASE = "UPDATE inbox SET tries = tries - 1, begun = false WHERE {these} AND {mine} AND {pending}"
_FINISH = """
    UPDATE inbox
    SET state = '{done}', payload = NULL, chat_id = NULL, user_id = NULL, lane = NULL, begun = false
    WHERE {these} AND {pending}
    RETURNING update_id
"""
_KNOWN = "SELECT telegram_id, identity FROM inbox WHERE {these}"
_NEW = "INSERT INTO inbox ({columns}) SELECT * FROM {new}"
_COLUMNS = {
    **dict.fromkeys(("update_id", "telegram_id", "chat_id", "user_id", "tries", "deaths", "alone"), "bigint"),
    **dict.fromkeys(("holder", "numbering", "message_id"), "bigint"),
    **dict.fromkeys(("identity", "state", "lane", "payload"), "text"),
    "begun": "boolean",
    "received_at": "timestamp",
}
_SET_ASIDE = (
    sa.update(inbox)
    .where(PENDING, inbox.c.update_id == sa.bindparam("number", type_=sa.BigInteger))
    .values(state=UpdateState.ASIDE, error=sa.bindparam("why"), begun=False)
)


def _rows(numbers: Sequence[int]) -> list[dict[str, int]]:
    return [{"update_id": number} for number in numbers]


def _row(update: Incoming, holder: int | None) -> dict[str, Any]:
    row = {item.name: getattr(update, item.name) for item in fields(update)}
    told = look_at(update.payload)
    return {
        **row,
        "telegram_id": update.update_id,
        "identity": told.identity,
        "state": UpdateState.PENDING,
        "received_at": moment(update.received_at),
        "begun": False,
        "holder": holder,
        "numbering": None if told.chat_id is None else numbering(told.chat_id),
        "message_id": told.message_id,
    }


def _free_number(connection: sa.Connection) -> int:
    lowest = connection.execute(sa.select(sa.func.coalesce(sa.func.min(inbox.c.update_id), 0)))
    return min(int(lowest.scalar_one()), 0) - 1


def _renumbered(update: Incoming, number: int) -> Incoming:
    content = {**json.loads(update.payload), "update_id": number}
    return replace(update, update_id=number, payload=json.dumps(content, separators=(",", ":")))


def _prune(connection: sa.Connection, before: datetime) -> bool:
    """Let go of some of what was over before that moment, and of what was sent for it; whether there may be
    more.
    """
    gone = [_drop_oldest(connection, state, before) for state in (UpdateState.DONE, UpdateState.FORGOTTEN)]
    here = sa.exists().where(inbox.c.update_id == deliveries.c.update_id)
    left = (
        sa.select(deliveries.c.update_id)
        .where(deliveries.c.begun_at < before, sa.not_(here))
        .order_by(deliveries.c.begun_at)
        .limit(PRUNED_AT_ONCE)
    )
    old = (deliveries.c.update_id.in_(left), deliveries.c.begun_at < before)
    sent = connection.execute(sa.delete(deliveries).where(*old)).rowcount
    return max(*gone, sent) >= PRUNED_AT_ONCE


def _drop_oldest(connection: sa.Connection, state: UpdateState, before: datetime) -> int:
    """How many of the oldest updates in a state came before that moment; they go."""
    # In the order of arrival, which has an index: to look for the moment is to read all of two days.
    oldest = (
        sa.select(inbox.c.position, inbox.c.received_at)
        .where(inbox.c.state == state)
        .order_by(inbox.c.position)
        .limit(PRUNED_AT_ONCE)
    )
    old = [row.position for row in connection.execute(oldest) if row.received_at < before]
    if old:
        up_to = (inbox.c.position <= old[-1], inbox.c.received_at < before)
        connection.execute(sa.delete(inbox).where(inbox.c.state == state, *up_to))
    return len(old)
