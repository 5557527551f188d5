"""What those who run the bot ask of the database: the port OperatorStore."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.ports import Clock
from bot.ports.operators import Statistics
from bot.storage import exporting
from bot.storage.databases import erasures
from bot.storage.databases.database import Database
from bot.storage.discussions import AuthorMark
from bot.storage.erasing import retention
from bot.storage.schema.digest_tables import digest_plans, feeds, said
from bot.storage.schema.operator_tables import admissions
from bot.storage.schema.room_tables import rooms
from bot.storage.schema.tables import UpdateState, inbox, people, readings, versions


class _NobodyWaitsError(Exception):
    """What is read goes nowhere."""


class SqlOperators:
    """The port OperatorStore; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock, mark: AuthorMark) -> None:
        self._mark = mark
        self._database = database
        self._clock = clock
        self._exporting = asyncio.Lock()  # a large export reads for seconds; others are to read beside it

    async def admit(self, subject_id: int, by: int) -> bool:
        new = self._database.insert(admissions).values(
            subject_id=subject_id, by=by, admitted_at=self._clock.now()
        )
        return await self._changes(new.on_conflict_do_nothing().returning(admissions.c.subject_id))

    async def dismiss(self, subject_id: int) -> bool:
        gone = sa.delete(admissions).where(admissions.c.subject_id == subject_id)
        return await self._changes(gone.returning(admissions.c.subject_id))

    async def any_admitted(self, subject_ids: Collection[int]) -> bool:
        found = sa.select(sa.exists().where(admissions.c.subject_id.in_(subject_ids)))
        return await self._database.read(lambda connection: bool(connection.execute(found).scalar_one()))

    async def keeps_words(self) -> bool:
        found = sa.select(sa.exists().where(said.c.author.is_not(None)))
        return await self._database.read(lambda connection: bool(connection.execute(found).scalar_one()))

    async def statistics(self) -> Statistics:
        now = self._clock.now()

        def job(connection: sa.Connection) -> Statistics:
            counts = {
                name: connection.execute(sa.select(sa.func.count()).select_from(table).where(condition))
                for name, (table, condition) in _counted(now).items()
            }
            numbers = {name: result.scalar_one() for name, result in counts.items()}
            return Statistics(**numbers, database_bytes=self._database.size(connection))

        return await self._database.read(job)

    async def export(self, user_id: int, take: Callable[[str], None]) -> int:
        author, now = self._mark(user_id), self._clock.now()

        dropped = threading.Event()

        def take_if_wanted(piece: str) -> None:
            if dropped.is_set():
                raise _NobodyWaitsError
            take(piece)

        def job(connection: sa.Connection) -> int:
            exporting.export(connection, user_id, author, now, take_if_wanted)
            return exporting.count_texts(connection, user_id)

        await self._exporting.acquire()
        reading = asyncio.ensure_future(self._database.read(job))
        reading.add_done_callback(self._let_next_export)
        try:
            return await asyncio.shield(reading)
        except asyncio.CancelledError:
            dropped.set()
            raise

    async def expire(self, before: datetime, *, limit: int) -> int:
        """As the port says. The last call, which finds nothing, also sweeps where that is owed: what the
        others erased, and what a process had no time for that came to its end.
        """
        count = await self._database.write(
            lambda connection: retention.expire(connection, self._database.index, self._mark, before, limit)
        )
        if not count and await self._database.read(erasures.last) is not None:
            await self._database.sweep()
        return count

    def _let_next_export(self, over: asyncio.Future[int]) -> None:
        """The thread is done, which goes on for a moment where nobody waits for it any more."""
        self._exporting.release()
        if not over.cancelled():
            over.exception()  # seen: whoever had waited may be gone

    async def _changes(self, statement: sa.Executable) -> bool:
        """Whether a statement, which returns what it has changed, has changed something."""
        return await self._database.write(
            lambda connection: connection.execute(statement).first() is not None
        )


def _counted(now: datetime) -> dict[str, tuple[sa.Table, sa.ColumnElement[bool]]]:
    day, week, month = (now - timedelta(days=days) for days in (1, 7, 30))
    return {
        "people": (people, sa.true()),
        "active_day": (people, people.c.last_seen >= day),
        "active_week": (people, people.c.last_seen >= week),
        "active_month": (people, people.c.last_seen >= month),
        "groups": (rooms, rooms.c.present),
        "readings": (readings, sa.true()),
        "readings_week": (readings, readings.c.read_at >= week),
        "texts": (versions, sa.true()),
        "feeds": (feeds, sa.true()),
        "digests": (digest_plans, digest_plans.c.active),
        "waiting": (inbox, inbox.c.state == UpdateState.PENDING),
        "set_aside": (inbox, inbox.c.state == UpdateState.ASIDE),
    }
