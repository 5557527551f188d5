"""What places share, their digests and what was posted: the port DigestStore, in a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
import structlog

from bot.core.digests.discussion import Said
from bot.core.digests.feed_items import FeedItem
from bot.core.digests.followings import DigestPlan, DigestRun, Place, SeenItem, Shared
from bot.core.errors import UnknownZoneError
from bot.core.schedule import Slot
from bot.ports import Clock
from bot.ports.digests import Announcement
from bot.storage import discussions, hooks, moving, outlets, plans
from bot.storage.databases import erasures
from bot.storage.databases.database import Database
from bot.storage.erasing import digest_erasing
from bot.storage.erasing.forgetting import erase_unread
from bot.storage.feeds import FOLLOWED, to_following
from bot.storage.schema.digest_tables import (
    digest_plans,
    digest_runs,
    digest_told,
    feed_items,
    feeds,
    followings,
    said,
    shares,
)
from bot.storage.schema.keys import KeySet, key_of

log = structlog.get_logger(__name__)

_SAME = ("message_id", "url", "version", "shared_at", "user_id", "message_link", "reactions", "replies")


class SqlDigests:
    """The port DigestStore; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock, mark: discussions.AuthorMark) -> None:
        self._mark = mark
        self._unreadable: set[int] = set()  # plans of which that was told
        self._database = database
        self._clock = clock

    async def share(self, shared: Shared) -> None:
        await self._database.execute(
            self._database.insert(shares).values(_share_row(shared)).on_conflict_do_nothing()
        )

    async def note_said(self, place: Place, words: Said, user_id: int | None) -> None:
        row = discussions.to_row(place, words, None if user_id is None else self._mark(user_id))
        await self._database.execute(self._database.insert(said).values(row).on_conflict_do_nothing())

    async def said(self, place: Place, since: datetime) -> tuple[Said, ...]:
        return await self._database.read(lambda connection: discussions.recent(connection, place, since))

    async def count_reactions(self, chat_id: int, message_id: int, reactions: int) -> None:
        def job(connection: sa.Connection) -> None:
            for table in (shares, said):
                connection.execute(_reacted(table, chat_id, message_id).values(reactions=reactions))

        await self._database.write(job)

    async def add_reactions(self, chat_id: int, message_id: int, change: int) -> None:
        def job(connection: sa.Connection) -> None:
            for table in (shares, said):
                after = table.c.reactions + change
                more = sa.case((after > 0, after), else_=0)
                connection.execute(_reacted(table, chat_id, message_id).values(reactions=more))

        await self._database.write(job)

    async def count_reply(self, chat_id: int, message_id: int) -> None:
        one_more = {"replies": shares.c.replies + 1}
        await self._database.execute(sa.update(shares).where(*_message(chat_id, message_id)).values(one_more))

    async def shared(self, place: Place, since: datetime) -> tuple[Shared, ...]:
        in_topic = shares.c.topic_id == place.topic_id if place.topic_id else sa.true()
        here = shares.c.chat_id == place.chat_id, in_topic
        order = shares.c.shared_at, shares.c.message_id, shares.c.what
        rows = await self._database.rows(
            sa.select(shares).where(*here, shares.c.shared_at > since).order_by(*order)
        )
        return tuple(map(_to_shared, rows))

    async def items(self, place: Place, since: datetime) -> tuple[SeenItem, ...]:
        here = followings.c.chat_id == place.chat_id, followings.c.topic_id == place.topic_id
        new = feed_items.c.seen_at > since, feed_items.c.seen_at > followings.c.since
        statement = (
            sa.select(*FOLLOWED, *(column.label(f"item_{column.name}") for column in feed_items.c))
            .join(followings, followings.c.feed_id == feeds.c.feed_id)
            .join(feed_items, feed_items.c.feed_id == feeds.c.feed_id)
            .where(*here, *new)
            .order_by(feed_items.c.seen_at, feed_items.c.item_id)
        )
        return tuple(map(_to_seen, await self._database.rows(statement)))

    async def keep_version(self, url: str, version: str) -> None:
        def job(connection: sa.Connection) -> None:
            connection.execute(sa.update(shares).where(shares.c.url == url).values(version=version))
            connection.execute(sa.update(feed_items).where(feed_items.c.link == url).values(version=version))

        await self._database.write(job)

    async def save_plan(self, plan: DigestPlan, was: DigestPlan | None = None) -> DigestPlan:
        row = plans.changes(plan, was) if plan.digest_id and was else plans.to_row(plan)

        def job(connection: sa.Connection) -> DigestPlan:
            number = plan.digest_id
            if number and row:
                connection.execute(
                    sa.update(digest_plans).where(digest_plans.c.digest_id == number).values(row)
                )
            elif not number:
                number = self._begin_plan(connection, plan, row)
            kept = connection.execute(_plan(number)).mappings().one_or_none()
            return plan if kept is None else plans.from_row(kept)

        return await self._database.write(job)

    @staticmethod
    def _begin_plan(connection: sa.Connection, plan: DigestPlan, row: Mapping[str, Any]) -> int:
        """Keep a new plan; where somebody has just made one for the same place, that one is changed."""
        here = digest_plans.c.chat_id == plan.place.chat_id, digest_plans.c.topic_id == plan.place.topic_id
        there = sa.select(digest_plans.c.digest_id).where(*here).order_by(digest_plans.c.digest_id).limit(1)
        number: int | None = connection.execute(there).scalar_one_or_none()
        if number is None:
            new = sa.insert(digest_plans).values(row).returning(digest_plans.c.digest_id)
            made: int = connection.execute(new).scalar_one()
            return made
        chosen = {name: value for name, value in row.items() if name not in plans.OF_POSTING}
        connection.execute(sa.update(digest_plans).where(digest_plans.c.digest_id == number).values(chosen))
        return number

    async def plans(self, place: Place) -> tuple[DigestPlan, ...]:
        here = digest_plans.c.chat_id == place.chat_id, digest_plans.c.topic_id == place.topic_id
        return await self._plans(sa.select(digest_plans).where(*here))

    async def plan(self, digest_id: int) -> DigestPlan | None:
        return next(iter(await self._plans(_plan(digest_id))), None)

    async def active_plans(self) -> tuple[DigestPlan, ...]:
        return await self._plans(sa.select(digest_plans).where(digest_plans.c.active))

    async def told(self, digest_id: int, since: datetime) -> frozenset[str]:
        after = digest_told.c.digest_id == digest_id, digest_told.c.told_at > since
        rows = await self._database.rows(sa.select(digest_told.c.key).where(*after))
        return KeySet(row["key"] for row in rows)

    async def begin_run(
        self,
        plan: DigestPlan,
        slot: Slot,
        parts: Sequence[str],
        told: Sequence[str],
        until: datetime,
        announcement: Announcement | None = None,
    ) -> DigestRun | None:
        now = self._clock.now()
        new = {
            "digest_id": plan.digest_id,
            "slot": slot.key,
            "begun_at": now,
            "finished_at": None if parts else now,
            "parts": list(parts),
        }
        moved = {"last_slot": slot.key, "last_until": until}

        def job(connection: sa.Connection) -> DigestRun | None:
            if connection.execute(_plan(plan.digest_id)).one_or_none() is None:
                return None
            statement = (
                self._database.insert(digest_runs)
                .values(new)
                .on_conflict_do_nothing()
                .returning(digest_runs.c.run_id)
            )
            run_id = connection.execute(statement).scalar_one_or_none()
            same = digest_plans.c.digest_id == plan.digest_id
            if run_id is None:  # a plan that doesn't know of its run would be built again at every tick
                unknown = digest_plans.c.last_slot.is_not_distinct_from(plan.last_slot)
                connection.execute(sa.update(digest_plans).where(same, unknown).values(last_slot=slot.key))
                return None
            connection.execute(sa.update(digest_plans).where(same).values(moved))
            self._note_told(connection, plan.digest_id, told, now)
            if announcement is not None:
                _announce(connection, plan.place.chat_id, now, announcement)
            return DigestRun(
                run_id=run_id, digest_id=plan.digest_id, slot=slot.key, begun_at=now, parts=tuple(parts)
            )

        return await self._database.write(job)

    async def unfinished_runs(self) -> tuple[DigestRun, ...]:
        statement = (
            sa.select(digest_runs).where(digest_runs.c.finished_at.is_(None)).order_by(digest_runs.c.run_id)
        )
        return tuple(
            DigestRun(
                run_id=row["run_id"],
                digest_id=row["digest_id"],
                slot=row["slot"],
                begun_at=row["begun_at"],
                parts=tuple(row["parts"]),
            )
            for row in await self._database.rows(statement)
        )

    async def finish_run(self, run_id: int) -> None:
        done = {"finished_at": self._clock.now(), "parts": []}
        await self._database.execute(
            sa.update(digest_runs).where(digest_runs.c.run_id == run_id).values(done)
        )

    async def rest(self, chat_id: int) -> None:
        now = self._clock.now()
        await self._database.write(lambda connection: plans.stop(connection, chat_id, now))

    async def move_chat(self, old: int, new: int) -> None:
        await self._database.write(lambda connection: moving.move_digests(connection, old, new))

    async def erase_chat(self, chat_id: int) -> None:
        await self._database.write(lambda connection: digest_erasing.erase_chat(connection, chat_id))

    async def expire(self, before: datetime) -> int:
        def job(connection: sa.Connection) -> int:
            gone = digest_erasing.expire(connection, before, self._clock.now())
            erase_unread(connection, self._database.index)
            if gone:
                erasures.note(connection)
            return gone

        return await self._database.write(job)

    def _note_told(
        self, connection: sa.Connection, digest_id: int, keys: Sequence[str], now: datetime
    ) -> None:
        rows = [
            {"digest_id": digest_id, "key": key, "told_at": now} for key in dict.fromkeys(map(key_of, keys))
        ]
        if rows:
            new = self._database.insert(digest_told)
            again = new.on_conflict_do_update(
                index_elements=digest_told.primary_key.columns, set_={"told_at": now}
            )
            connection.execute(again, rows)

    async def _plans(self, statement: sa.Select[Any]) -> tuple[DigestPlan, ...]:
        """Those that can be read: one without its zone is left alone, and the others don't suffer from it."""
        found = []
        for row in await self._database.rows(statement.order_by(digest_plans.c.digest_id)):
            try:
                found.append(plans.from_row(row))
            except UnknownZoneError as error:
                if row["digest_id"] not in self._unreadable:
                    self._unreadable.add(row["digest_id"])
                    log.warning("digest_unreadable", digest=row["digest_id"], zone=error.details["zone"])
        return tuple(found)


def _announce(connection: sa.Connection, chat_id: int, now: datetime, announcement: Announcement) -> None:
    outlets.keep_digest(connection, chat_id, now, announcement.feed)
    if announcement.hook is not None:
        hooks.queue(connection, announcement.hook, chat_id=chat_id, user_id=None, now=now)


def _plan(digest_id: int) -> sa.Select[Any]:
    return sa.select(digest_plans).where(digest_plans.c.digest_id == digest_id)


def _reacted(table: sa.Table, chat_id: int, message_id: int) -> sa.Update:
    return sa.update(table).where(table.c.chat_id == chat_id, table.c.message_id == message_id)


def _message(chat_id: int, message_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return shares.c.chat_id == chat_id, shares.c.message_id == message_id


def _share_row(shared: Shared) -> dict[str, Any]:
    return {
        "chat_id": shared.place.chat_id,
        "topic_id": shared.place.topic_id,
        "what": key_of(shared.url) if shared.url else f"text:{shared.version}",
        **{name: getattr(shared, name) for name in _SAME},
    }


def _to_shared(row: sa.RowMapping) -> Shared:
    place = Place(chat_id=row["chat_id"], topic_id=row["topic_id"])
    return Shared(place=place, **{name: row[name] for name in _SAME})


def _to_seen(row: sa.RowMapping) -> SeenItem:
    item = FeedItem(
        key=row["item_key"],
        link=row["item_link"],
        title=row["item_title"],
        text=row["item_text"],
        published=row["item_published"],
        author=row["item_author"],
    )
    return SeenItem(
        following=to_following(row), item=item, seen_at=row["item_seen_at"], version=row["item_version"]
    )
