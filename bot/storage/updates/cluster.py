"""Several processes on one PostgreSQL: who is there, who leads, and what they tell each other.

All of it hangs on one connection, which the server closes when its process dies, however that happens. Being
there is holding an advisory lock that has the process's number, leading is holding another one, and they tell
each other by LISTEN and NOTIFY. So the end of a process is noticed at once, without a beat that would have
to be written, and two can never lead.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import psycopg
import sqlalchemy as sa
import structlog

from bot.core.errors import DatabaseError
from bot.ports.cluster import Act, Outage
from bot.storage.databases.database import Database
from bot.storage.databases.postgres import CONNECTION, SETTINGS
from bot.storage.in_progress import at_work
from bot.storage.schema.tables import inbox

log = structlog.get_logger(__name__)

CHANNEL = "nutshell"
# Classes of advisory locks that have two keys. PRESENCE's second one is the number of a process.
PRESENCE, LEADING = 0x4E75_0001, 0x4E75_0002
LOOK_EVERY_S = 1.0
RETRY_S = 0.5
# Of a process that is not seen. When the server is started anew nobody is seen for a moment, and those who
# come back keep what they had.
GRACE_S = 2.0
# Messages that come close together are sent together: the server commits transactions that notify one
# after the other, and the messages of a busy minute would be as many as its updates.
GATHER_S = 0.1
MOST_BLANKS = 1_000  # behind a message: all of it may have 8,000 bytes
_NOTIFY = "SELECT pg_notify('{channel}', note) FROM {notes}"

PRESENT = """
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


class PostgresCluster:
    """The Cluster of the processes on one PostgreSQL. `leads`: whether this one may."""

    def __init__(self, engine: sa.Engine, database: Database, *, leads: bool = True) -> None:
        self._may_lead = leads
        self.number = 1 + secrets.randbelow(2**31 - 1)  # of this process, as the inbox knows it
        self.arrival = asyncio.Event()  # another one says that something waits for somebody
        self._engine = engine
        self._database = database
        self._present: frozenset[int] = frozenset()
        self._absent_since: dict[int, float] = {}
        self._leading, self._following = asyncio.Event(), asyncio.Event()
        self._following.set()
        self._outage: tuple[float, float] | None = None  # when the connection was lost, and found again
        self._acts: dict[str, list[Act]] = {}
        self._acting: set[asyncio.Task[None]] = set()
        notes = database.given(note="text").table
        self._notify = _NOTIFY.format(channel=CHANNEL, notes=notes)
        self._gathered: list[str] = []
        self._published = itertools.count()
        self._publishing: asyncio.Task[None] | None = None  # those gathered so far

    @property
    def is_leader(self) -> bool:
        return self._leading.is_set()

    @property
    def has_others(self) -> bool:
        """Whether another process was there when this one looked last."""
        return bool(self._present - {self.number})

    def last_outage(self) -> Outage | None:
        if self._outage is None:
            return None
        began, over = self._outage
        since = time.monotonic() - over
        return Outage(lasted=timedelta(seconds=over - began), over_since=timedelta(seconds=since))

    async def run_as_leader(self, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            await self._leading.wait()
            working = asyncio.ensure_future(work())
            lost = asyncio.ensure_future(self._following.wait())
            try:
                await asyncio.wait({working, lost}, return_when=asyncio.FIRST_COMPLETED)
                if working.done():
                    return await working
            finally:
                working.cancel()
                lost.cancel()
                await asyncio.wait({working, lost})

    async def publish(self, topic: str, *, surely: bool = False, **numbers: int) -> None:
        if not surely and not self.has_others:
            return
        self._gathered.append(self.note(topic, **numbers))
        if self._publishing is None:
            self._publishing = asyncio.create_task(self._publish_gathered(), name="cluster messages")
        await asyncio.shield(self._publishing)

    async def _publish_gathered(self) -> None:
        await asyncio.sleep(GATHER_S)
        notes, self._gathered, self._publishing = self._gathered, [], None
        # Of equal ones in a transaction, which may hold others' too, PostgreSQL delivers a single one: blanks
        # tell them apart.
        rows = [{"note": note + " " * (next(self._published) % MOST_BLANKS)} for note in notes]
        # With what else is written: a transaction of its own is one more that the server flushes.
        await self._database.write(lambda connection: self._database.run(connection, self._notify, rows))

    def tell(self, connection: sa.Connection, topic: str) -> None:
        """Publish a topic with the transaction, once for all who say it there."""
        self._database.run(connection, self._notify, [{"note": self.note(topic)}])

    def subscribe(self, topic: str, act: Act) -> None:
        self._acts.setdefault(topic, []).append(act)

    async def works_elsewhere(self, user_id: int, chat_id: int | None = None) -> bool:
        there = inbox.c.chat_id == chat_id if chat_id is not None else sa.true()
        working = sa.exists().where(
            inbox.c.user_id == user_id, there, at_work(), inbox.c.holder != self.number
        )
        return await self._database.value(sa.select(working))

    def note(self, topic: str, **numbers: int) -> str:
        """A message as it goes through NOTIFY."""
        return json.dumps([self.number, topic, numbers])

    def gone(self, numbers: Collection[int]) -> list[int]:
        """Which of these processes have ended."""
        now = time.monotonic()
        absent = {number for number in numbers if number not in self._present and number != self.number}
        self._absent_since = {number: self._absent_since.get(number, now) for number in absent}
        return [number for number in sorted(absent) if now - self._absent_since[number] >= GRACE_S]

    @asynccontextmanager
    async def attending(self) -> AsyncIterator[None]:
        """Be there while the block lasts. Raises DatabaseError where the server can't be reached at first."""
        try:
            connection = await self._come()
        except psycopg.Error as error:
            raise DatabaseError(reason="server") from error
        staying = asyncio.create_task(self._stay_for_good(connection), name="cluster")
        try:
            yield
        finally:
            for task in (staying, *self._acting):
                task.cancel()
            await asyncio.wait({staying, *self._acting})

    async def _come(self) -> psycopg.AsyncConnection[Any]:
        """A connection on which this process is seen to be there."""
        arguments, named = self._engine.dialect.create_connect_args(self._engine.url)
        named = {**CONNECTION, **named, "application_name": "nutshell cluster"}
        connection = await psycopg.AsyncConnection.connect(*arguments, **named, autocommit=True)
        try:
            for setting in SETTINGS:  # above all keepalives: a vanished machine must not lead for hours
                await connection.execute(setting)
            await connection.execute(f"LISTEN {CHANNEL}")
            await connection.execute("SELECT pg_advisory_lock(%s, %s)", (PRESENCE, self.number))
            await self._look(connection)
        except BaseException:
            await connection.close()
            raise
        return connection

    async def _stay_for_good(self, connection: psycopg.AsyncConnection[Any]) -> None:
        while True:
            try:
                async with connection:
                    await self._stay(connection)
            except Exception as error:  # noqa: BLE001 - whatever it is: who is not there is taken for dead by others
                log.warning("cluster_lost", error=type(error).__name__)
            finally:
                self._set_leading(leads=False)
            lost_at = time.monotonic()
            connection = await self._come_back()
            self._outage = lost_at, time.monotonic()
            log.info("cluster_found_again")

    async def _come_back(self) -> psycopg.AsyncConnection[Any]:
        while True:
            try:
                return await self._come()
            except Exception as error:  # noqa: BLE001 - see _stay_for_good
                if not isinstance(error, psycopg.Error):
                    log.warning("cluster_not_found", error=type(error).__name__)
                await asyncio.sleep(RETRY_S)

    async def _stay(self, connection: psycopg.AsyncConnection[Any]) -> None:
        """Look around and listen until the connection is lost, which raises psycopg's error."""
        while True:
            async for notification in connection.notifies(timeout=LOOK_EVERY_S):
                self._receive(notification.payload)
            await self._look(connection)

    async def _look(self, connection: psycopg.AsyncConnection[Any]) -> None:
        """See who is there, and take the lead where nobody has it."""
        there = await (await connection.execute(PRESENT, (PRESENCE,))).fetchall()
        self._present = frozenset(number for (number,) in there)
        if self._may_lead and not self.is_leader:
            taken = await connection.execute("SELECT pg_try_advisory_lock(%s, 0)", (LEADING,))
            row = await taken.fetchone()
            if row is not None and row[0]:
                self._set_leading(leads=True)

    def _set_leading(self, *, leads: bool) -> None:
        if leads != self.is_leader:
            log.info("lead_taken" if leads else "lead_lost")
        for event, holds in ((self._leading, leads), (self._following, not leads)):
            if holds:
                event.set()
            else:
                event.clear()

    def _receive(self, note: str) -> None:
        """Act on a note; what another version of the program, or somebody else, wrote may say anything."""
        try:
            sender, topic, numbers = json.loads(note)
            if sender == self.number:
                return
            acting = [act(**numbers) for act in self._acts.get(topic, ())]
        except (TypeError, ValueError) as error:
            log.warning("cluster_message_not_understood", error=type(error).__name__)
            return
        if topic == ARRIVAL:
            self.arrival.set()
        for act in acting:
            task = asyncio.ensure_future(act)
            self._acting.add(task)
            task.add_done_callback(self._acted)

    def _acted(self, task: asyncio.Future[None]) -> None:
        self._acting.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("cluster_message_not_acted_on", error=type(error).__name__)


ARRIVAL = "arrival"
