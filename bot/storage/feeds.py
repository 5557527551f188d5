"""Feeds, their items and who follows them: the port FeedStore, in a database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import sqlalchemy as sa

from bot.core.digests.digest import Filters
from bot.core.digests.feed_items import FeedContent, FeedItem
from bot.core.digests.followings import Feed, Following, Place
from bot.core.digests.polling import LONGEST_PAUSE, FeedStatus, PollState
from bot.ports import Clock
from bot.storage.databases.database import Database
from bot.storage.schema.digest_tables import feed_items, feeds, followings, item_names
from bot.storage.schema.keys import key_of

SLICE = 400  # names in one statement
# A name that a feed still lists is noted again so often, see bot.storage.erasing.digest_erasing.NAME_LIFE.
LISTED_AGAIN_AFTER = timedelta(days=7)


class SqlFeeds:
    """The port FeedStore; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def follow(
        self, place: Place, poll: PollState, *, title: str | None, site: str | None, language: str | None
    ) -> Following:
        now = self._clock.now()
        new = {"title": title, "site": site, "language": language, **poll_row(poll)}

        def job(connection: sa.Connection) -> Following:
            connection.execute(self._database.insert(feeds).values(new).on_conflict_do_nothing())
            feed_id = connection.execute(
                sa.select(feeds.c.feed_id).where(feeds.c.url == poll.url)
            ).scalar_one()
            # Whoever follows a feed that had ended begins it anew.
            ended = sa.and_(feeds.c.feed_id == feed_id, feeds.c.status != FeedStatus.ACTIVE)
            connection.execute(sa.update(feeds).where(ended).values(poll_row(poll)))
            connection.execute(
                self._database.insert(followings)
                .values(_following_row(place, feed_id, now))
                .on_conflict_do_nothing()
            )
            row = connection.execute(_of_place(place).where(feeds.c.feed_id == feed_id)).mappings().one()
            return to_following(row)

        return await self._database.write(job)

    async def unfollow(self, place: Place, feed_id: int) -> bool:
        def job(connection: sa.Connection) -> bool:
            gone = connection.execute(sa.delete(followings).where(*_is(place, feed_id))).rowcount
            drop_unfollowed(connection)
            return gone > 0

        return await self._database.write(job)

    async def followings(self, place: Place) -> tuple[Following, ...]:
        found = map(to_following, await self._database.rows(_of_place(place)))
        return tuple(
            sorted(
                found, key=lambda one: ((one.feed.title or one.feed.poll.url).casefold(), one.feed.feed_id)
            )
        )

    async def followers(self, feed_id: int) -> tuple[Place, ...]:
        statement = sa.select(followings.c.chat_id, followings.c.topic_id).where(
            followings.c.feed_id == feed_id
        )
        return tuple(Place(**row) for row in await self._database.rows(statement))

    async def set_filters(self, place: Place, feed_id: int, filters: Filters, cap: int) -> bool:
        values = {"include": list(filters.include), "exclude": list(filters.exclude), "cap": cap}
        statement = sa.update(followings).where(*_is(place, feed_id)).values(values)
        return await self._database.execute(statement) > 0

    async def set_filters_of_all(self, place: Place, filters: Filters) -> None:
        here = followings.c.chat_id == place.chat_id, followings.c.topic_id == place.topic_id
        values = {"include": list(filters.include), "exclude": list(filters.exclude)}
        statement = sa.update(followings).where(*here).values(values)
        await self._database.execute(statement)

    async def due_feeds(self, now: datetime, *, limit: int) -> tuple[Feed, ...]:
        # What lies further ahead than any pause was written by a clock that was wrong then.
        its_time = sa.or_(feeds.c.next_at <= now, feeds.c.next_at > now + 2 * LONGEST_PAUSE)
        due = feeds.c.status == FeedStatus.ACTIVE, its_time
        statement = sa.select(feeds).where(*due).order_by(feeds.c.next_at, feeds.c.feed_id).limit(limit)
        return tuple(map(to_feed, await self._database.rows(statement)))

    async def feed_at(self, url: str) -> Feed | None:
        row = await self._database.row(sa.select(feeds).where(feeds.c.url == url))
        return None if row is None else to_feed(row)

    async def known_items(self, feed_id: int, names: Collection[str]) -> frozenset[str]:
        def job(connection: sa.Connection) -> frozenset[str]:
            found: set[str] = set()
            waiting = iter(sorted(map(key_of, names)))
            while some := list(islice(waiting, SLICE)):
                same = item_names.c.feed_id == feed_id, item_names.c.name.in_(some)
                found.update(connection.execute(sa.select(item_names.c.name).where(*same)).scalars())
            return frozenset(name for name in names if key_of(name) in found)

        return await self._database.read(job)

    async def polled(
        self, feed: Feed, poll: PollState, content: FeedContent | None, new: Sequence[FeedItem], now: datetime
    ) -> None:
        def job(connection: sa.Connection) -> None:
            feed_id = feed.feed_id
            if not _is_there(connection, feed_id) or _handed_over(connection, feed, poll):
                return
            values: dict[str, Any] = poll_row(poll)
            if content is not None:
                facts = {"title": content.title, "site": content.site, "language": content.language}
                values |= {name: value for name, value in facts.items() if value}
            connection.execute(sa.update(feeds).where(feeds.c.feed_id == feed_id).values(values))
            if new:
                connection.execute(sa.insert(feed_items), [_item_row(feed_id, item, now) for item in new])
            if content is not None:
                self._note_names(connection, feed_id, content.items, now)

        await self._database.write(job)

    def _note_names(
        self, connection: sa.Connection, feed_id: int, items: Sequence[FeedItem], now: datetime
    ) -> None:
        names = sorted({key_of(name) for item in items for name in item.names})
        if names:
            rows = [{"feed_id": feed_id, "name": name, "listed_at": now} for name in names]
            old = item_names.c.listed_at < now - LISTED_AGAIN_AFTER
            kept = self._database.insert(item_names).on_conflict_do_update(
                index_elements=item_names.primary_key.columns, set_={"listed_at": now}, where=old
            )
            connection.execute(kept, rows)


def _is_there(connection: sa.Connection, feed_id: int) -> bool:
    """Whether a feed is kept: nobody may follow it any more."""
    found = connection.execute(sa.select(feeds.c.feed_id).where(feeds.c.feed_id == feed_id))
    return found.scalar_one_or_none() is not None


def _handed_over(connection: sa.Connection, feed: Feed, poll: PollState) -> bool:
    """Where a feed moved to the address of another one, have its followers follow that, and drop it.

    Only the followers go over. What a feed holds, and says of itself, is its own: anybody's may say that it
    moved to an address which others follow.
    """
    if poll.url == feed.poll.url:
        return False
    same_address = sa.select(feeds.c.feed_id).where(feeds.c.url == poll.url)
    other = connection.execute(same_address).scalar_one_or_none()
    if other is None or other == feed.feed_id:
        return False
    theirs = followings.alias()
    same = theirs.c.chat_id == followings.c.chat_id, theirs.c.topic_id == followings.c.topic_id
    both = sa.exists().where(*same, theirs.c.feed_id == other)
    mine = followings.c.feed_id == feed.feed_id
    connection.execute(sa.delete(followings).where(mine, both))
    connection.execute(sa.update(followings).where(mine).values(feed_id=other))
    connection.execute(sa.delete(feeds).where(feeds.c.feed_id == feed.feed_id))
    return True


def drop_unfollowed(connection: sa.Connection) -> None:
    """Erase feeds that nobody follows, with their items."""
    followed = sa.exists().where(followings.c.feed_id == feeds.c.feed_id)
    connection.execute(sa.delete(feeds).where(sa.not_(followed)))


def poll_row(poll: PollState) -> dict[str, Any]:
    """The columns of `feeds` that polling needs."""
    return {
        "url": poll.url,
        "next_at": poll.next_at,
        "pause_s": int(poll.pause.total_seconds()),
        "etag": poll.etag,
        "last_modified": poll.last_modified,
        "failing_since": poll.failing_since,
        "status": poll.status.value,
        "wish_s": None if poll.wish is None else int(poll.wish.total_seconds()),
    }


def to_feed(row: sa.RowMapping) -> Feed:
    """The feed that a row holds."""
    poll = PollState(
        url=row["url"],
        next_at=row["next_at"],
        pause=timedelta(seconds=row["pause_s"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        failing_since=row["failing_since"],
        status=FeedStatus(row["status"]),
        wish=None if row["wish_s"] is None else timedelta(seconds=row["wish_s"]),
    )
    return Feed(
        feed_id=row["feed_id"], title=row["title"], site=row["site"], language=row["language"], poll=poll
    )


def to_following(row: sa.RowMapping) -> Following:
    """The following that a row of `followings` beside its feed holds."""
    return Following(
        place=Place(chat_id=row["chat_id"], topic_id=row["topic_id"]),
        feed=to_feed(row),
        since=row["since"],
        filters=Filters(include=tuple(row["include"]), exclude=tuple(row["exclude"])),
        cap=row["cap"],
    )


# The columns of a following and its feed; a name that both have is taken once.
FOLLOWED = [*feeds.c, *(column for column in followings.c if column.name != "feed_id")]


def _of_place(place: Place) -> sa.Select[tuple[Any, ...]]:
    here = followings.c.chat_id == place.chat_id, followings.c.topic_id == place.topic_id
    return sa.select(*FOLLOWED).join(followings, followings.c.feed_id == feeds.c.feed_id).where(*here)


def _is(place: Place, feed_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        followings.c.chat_id == place.chat_id,
        followings.c.topic_id == place.topic_id,
        followings.c.feed_id == feed_id,
    )


def _following_row(place: Place, feed_id: int, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": place.chat_id,
        "topic_id": place.topic_id,
        "feed_id": feed_id,
        "since": now,
        "include": [],
        "exclude": [],
        "cap": 0,
    }


def _item_row(feed_id: int, item: FeedItem, now: datetime) -> dict[str, Any]:
    return {
        "feed_id": feed_id,
        "key": item.key,
        "link": item.link,
        "title": item.title,
        "text": item.text,
        "published": item.published,
        "author": item.author,
        "seen_at": now,
    }
