"""The inbox where several processes share one PostgreSQL: every update is held by one of them at a time.

A lane (see bot.chat.queueing.lanes) is held as a whole: whoever holds its first update that is not done gets
the later ones too, so they stay in order. It is found out and noted in the transaction that takes an update
in, under an advisory lock for each lane; no lane is held where nothing waits in it, so nothing has to be
given back.
What nobody holds yet, and what a process that ended has held, is claimed by whoever looks first: told by
NOTIFY, and every second in any case.

An engine of jobs (procrastinate and its like) would need the same columns beside its own: which updates are
blamed for a death, which are one paste or album, and what was sent for each are facts of the inbox.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import islice
from typing import Any
from zlib import crc32

import sqlalchemy as sa
import structlog

from bot.core.errors import DatabaseError
from bot.ports import Clock, Incoming
from bot.storage.databases import libpq
from bot.storage.databases.database import Database
from bot.storage.discussions import AuthorMark
from bot.storage.in_progress import FORGOTTEN_AT_WORK
from bot.storage.schema.tables import UpdateState, inbox
from bot.storage.updates import late
from bot.storage.updates.cluster import ARRIVAL, LOOK_EVERY_S, PRESENCE, PostgresCluster
from bot.storage.updates.deaths import PENDING, judge_death, to_incoming
from bot.storage.updates.inbox import PENDING_STILL, SqlInbox

log = structlog.get_logger(__name__)

LANES = 0x4E75_0003  # class of the advisory locks; the second key is a hash of the lane
MOST_AT_ONCE = 16  # lanes that are claimed in one go: others get their share of what is left to them
# Updates at hand, of whoever may leave the next ones to others: links for two workers, and two to be fetched.
ENOUGH = 4
MOST_LOOKED_AT = 1_000  # updates, for that
PAUSE_S = 0.02  # messages that come close together are answered by one look
STRAYS_EVERY_S = 3.0
DEAD_EVERY_S = 0.5  # a busy bot looks for work more often, and this goes by all that waits

_INCOMING = tuple(item.name for item in fields(Incoming))

# What waits in some lanes, and what has some numbers, on one way to the server. Lanes are found by their
# chats: an update without one has a lane of its own.
_LOOK = """
    SELECT true, update_id, lane, holder FROM inbox WHERE {chats} AND {lanes} AND {pending}
    UNION ALL
    SELECT false, telegram_id, identity, NULL FROM inbox WHERE {numbers}
"""
# Lanes in which something waits that nobody holds, and nothing that another process holds, oldest first. That
# order has an index, in which what is claimed soon stands no more, see the migration 0013.
_FREE = f"""
    SELECT lane, min(chat_id) FROM (
        SELECT lane, chat_id, position FROM inbox
        WHERE state = '{UpdateState.PENDING}' AND holder IS NULL
        ORDER BY position LIMIT (SELECT updates FROM {{limits}})
    ) AS free
    WHERE NOT EXISTS (
        SELECT FROM inbox
        WHERE chat_id = free.chat_id AND lane = free.lane AND holder <> {{me}} AND {PENDING_STILL}
    )
    GROUP BY lane ORDER BY min(position) LIMIT (SELECT lanes FROM {{limits}})
"""  # noqa: S608 - our own names
_TRY_LOCK = "SELECT key FROM {keys} WHERE pg_try_advisory_xact_lock({kind}, key)"
_HELD = f"""
    SELECT lane, update_id, holder FROM inbox
    WHERE {{chats}} AND {{lanes}} AND holder IS NOT NULL AND {PENDING_STILL}
"""  # noqa: S608 - our own names
_CLAIM = f"""
    UPDATE inbox SET holder = {{me}} WHERE state = '{UpdateState.PENDING}' AND holder IS NULL AND {{lanes}}
    RETURNING position, {", ".join(_INCOMING)}
"""  # noqa: S608 - our own names


class SharedInbox(SqlInbox):
    """The port Inbox for one of several processes."""

    def __init__(self, database: Database, clock: Clock, mark: AuthorMark, cluster: PostgresCluster) -> None:
        super().__init__(database, clock, mark, holder=cluster.number)
        self._cluster = cluster
        self._me = cluster.number
        given = database.given(update_id="bigint", lane="text", chat_id="bigint")
        self._look = _LOOK.format(
            chats=given.holds("chat_id"),
            lanes=given.holds("lane"),
            pending=PENDING_STILL,
            numbers=given.holds("telegram_id", among="update_id"),
        )
        lanes = database.given(lane="text", chat_id="bigint")
        limits = database.given(lanes="integer", updates="integer")
        self._free = _FREE.format(me=self._me, limits=limits.table)
        self._try_lock = _TRY_LOCK.format(keys=database.given(key="integer").table, kind=LANES)
        self._held_in = _HELD.format(chats=lanes.holds("chat_id"), lanes=lanes.holds("lane"))
        self._claim_in = _CLAIM.format(me=self._me, lanes=lanes.holds("lane"))
        self._at_hand: set[int] = set()  # numbers of updates that were handed out and are not done
        self._missing: frozenset[int] = frozenset()
        self._strays_sought_at = 0.0
        self._dead_sought_at = 0.0

    async def put(self, updates: Sequence[Incoming], *, share: bool = False) -> tuple[Incoming, ...]:
        mine = self._hand_out(await super().put(updates, share=share))
        if share and len(mine) < len(updates):
            self._cluster.arrival.set()  # the others are told by the database, and this one takes its part
        return mine

    async def pending(self) -> tuple[Incoming, ...]:
        def job(connection: sa.Connection) -> tuple[Incoming, ...]:
            self._bury(connection, self._me)
            return self._claim(connection)

        return self._hand_out(await self._database.write(job))

    async def arrivals(self) -> AsyncIterator[tuple[Incoming, ...]]:
        failing = False  # an outage is told when it begins and when it ends, not each second that it lasts
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._cluster.arrival.wait(), LOOK_EVERY_S)
            await asyncio.sleep(PAUSE_S)
            self._cluster.arrival.clear()
            try:
                strays = await self._strays()
                claimed = await self._database.write(self._claim)
            except DatabaseError as error:
                if not failing:
                    log.error("nothing_claimed", reason=str(error))  # noqa: TRY400 - a traceback holds statements
                failing = True
                continue
            if failing:
                log.info("claiming_works_again")
                failing = False
            if claimed:
                self._cluster.arrival.set()  # there may be more
            if claimed or strays:
                yield self._hand_out((*strays, *claimed))

    async def begin(self, update_id: int) -> int:
        tries = await super().begin(update_id)
        if not tries:
            self._at_hand.discard(update_id)
        return tries

    async def done(self, update_id: int) -> None:
        await super().done(update_id)
        self._at_hand.discard(update_id)

    async def set_aside(self, update_id: int, error: str) -> None:
        await super().set_aside(update_id, error)
        self._at_hand.discard(update_id)

    async def give_back(self) -> None:
        """Leave what is not done to the others: this process ends."""

        def job(connection: sa.Connection) -> None:
            mine = sa.update(inbox).where(PENDING, inbox.c.holder == self._me)
            if connection.execute(mine.values(holder=None, begun=False)).rowcount:
                self._tell(connection)

        await self._database.write(job)

    def _hand_out(self, updates: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
        self._at_hand.update(update.update_id for update in updates)
        return updates

    async def _strays(self) -> tuple[Incoming, ...]:
        """What this process holds without knowing: the connection was lost just when it was committed, or
        whoever brought it was cancelled. Seen twice, as what is committed now is handed out a moment later.
        """
        now = time.monotonic()
        if now - self._strays_sought_at < STRAYS_EVERY_S:
            return ()
        self._strays_sought_at = now
        held = sa.select(inbox.c.update_id).where(PENDING, inbox.c.holder == self._me)
        numbers = await self._database.values(held)
        missing = frozenset(numbers) - self._at_hand
        strays = missing & self._missing
        self._missing = missing - strays
        return await self._held(strays) if strays else ()

    async def _held(self, numbers: Collection[int]) -> tuple[Incoming, ...]:
        """Of these updates those that this process holds, in order."""
        still = (PENDING, inbox.c.holder == self._me, inbox.c.update_id.in_(numbers))
        wanted = sa.select(inbox).where(*still).order_by(inbox.c.position)
        rows = await self._database.rows(wanted)
        return tuple(map(to_incoming, rows))

    def _take_in(
        self, connection: sa.Connection, updates: Sequence[Incoming], *, share: bool
    ) -> tuple[Incoming, ...]:
        # In order, so that two of these don't wait for each other in a ring. Where several are committed
        # together they still may: PostgreSQL ends one of the rings' transactions, which is tried again.
        lanes = {update.lane for update in updates}
        libpq.lock(connection, LANES, sorted(map(key_of_lane, lanes)))
        given = [{"update_id": u.update_id, "lane": u.lane, "chat_id": u.chat_id} for u in updates]
        found = self._database.run(connection, self._look, given)
        waiting = [(lane, number, holder) for waits, number, lane, holder in found if waits]
        taken = self._unsettled(waiting)
        known = ((number, identity) for waits, number, identity, _ in found if not waits)
        kept = free = lanes - taken
        if share and self._cluster.has_others:
            at_hand = {lane for lane, _, _ in waiting} - taken
            kept = at_hand | self._enough(update for update in updates if update.lane in free)
        new = self._put_new(connection, updates, dict.fromkeys(kept, self._me), known)
        mine = tuple(update for update in new if update.lane in kept)
        if len(mine) < len(new):
            self._tell(connection)
        return mine

    def _enough(self, updates: Iterable[Incoming]) -> set[str]:
        """The lanes of the first of these updates, as many as this process can begin soon."""
        return {update.lane for update in islice(updates, max(ENOUGH - len(self._at_hand), 0))}

    def _unsettled(self, waiting: Iterable[Sequence[Any]]) -> set[str]:
        """The lanes with something that another one has, or nobody, or that this process has but was not
        handed out yet: what comes after it must not be handed out before.

        `waiting`: lane, number and holder of what is not done.
        """
        return {
            lane
            for lane, update_id, holder in waiting
            if holder != self._me or update_id not in self._at_hand
        }

    def _claim(self, connection: sa.Connection) -> tuple[Incoming, ...]:
        """What no living process holds, in order; held by this one from now on."""
        self._bury_the_dead(connection)
        limits = [{"lanes": MOST_AT_ONCE, "updates": MOST_LOOKED_AT}]
        free = self._database.run(connection, self._free, limits)
        lanes = {key_of_lane(lane): {"lane": lane, "chat_id": chat_id} for lane, chat_id in free}
        if not lanes:
            return ()
        keys = [{"key": key} for key in sorted(lanes)]
        locked = [lanes[key] for (key,) in self._database.run(connection, self._try_lock, keys)]
        # Looked at anew: whoever had the lock before may have put something there.
        unsettled = self._unsettled(self._database.run(connection, self._held_in, locked))
        mine = [each for each in locked if each["lane"] not in unsettled]
        claimed = self._database.run(connection, self._claim_in, mine)
        return tuple(Incoming(**dict(zip(_INCOMING, row, strict=True))) for _, *row in sorted(claimed))

    def _bury_the_dead(self, connection: sa.Connection) -> None:
        now = time.monotonic()
        if now - self._dead_sought_at < DEAD_EVERY_S:
            return
        self._dead_sought_at = now
        at_hand = sa.or_(PENDING, FORGOTTEN_AT_WORK)
        holders = sa.select(inbox.c.holder).distinct().where(at_hand, inbox.c.holder.is_not(None))
        for number in self._cluster.gone(list(connection.execute(holders).scalars())):
            # The lock is the proof, and keeps the others from burying it as well.
            proof = sa.select(sa.func.pg_try_advisory_xact_lock(PRESENCE, number))
            if connection.execute(proof).scalar_one():
                log.warning("process_ended", process=number)
                self._bury(connection, number)
                self._tell(connection)

    def _bury(self, connection: sa.Connection, number: int) -> None:
        """Note the end of a process, and leave to others what it held."""
        held = inbox.c.holder == number
        for update_id in late.left_behind(connection, held):
            self._erase_late(connection, update_id)
        judge_death(connection, held)
        connection.execute(sa.update(inbox).where(PENDING, held).values(holder=None))

    def _tell(self, connection: sa.Connection) -> None:
        """Say, with the transaction, that there is something for others."""
        self._cluster.tell(connection, ARRIVAL)


def key_of_lane(lane: str) -> int:
    """The second key of the lane's advisory lock. Two lanes with one key wait for each other, no more."""
    return crc32(lane.encode()) - 2**31
