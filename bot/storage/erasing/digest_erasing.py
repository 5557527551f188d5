"""What of feeds and digests goes with a chat or a person, and what goes by itself."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.core.digests.discussion import TALK_LIFE
from bot.core.digests.polling import GIVEN_UP_AFTER as FEED_GIVEN_UP_AFTER
from bot.core.hooks import GIVEN_UP_AFTER
from bot.core.rooms import LINK_LIFE
from bot.storage import discussions, hooks, outlets
from bot.storage.databases import erasures
from bot.storage.feeds import LISTED_AGAIN_AFTER, drop_unfollowed
from bot.storage.schema.digest_tables import (
    digest_plans,
    digest_runs,
    digest_told,
    feed_items,
    followings,
    item_names,
    shares,
)
from bot.storage.schema.operator_tables import hook_queue
from bot.storage.schema.room_tables import recent_links

HOOK_LIFE = 3 * GIVEN_UP_AFTER  # a bot that was down for two days tells what waited
# Of a name that its feed may still list: it is noted again after a while only, and not while the feed fails.
# Without it the item would be news again.
NAME_LIFE = LISTED_AGAIN_AFTER + FEED_GIVEN_UP_AFTER


def erase_kept(connection: sa.Connection, chat_id: int) -> None:
    """Erase what a chat shared and said."""
    erasures.note(connection)
    connection.execute(sa.delete(shares).where(shares.c.chat_id == chat_id))
    discussions.erase_chat(connection, chat_id)


def erase_chat(connection: sa.Connection, chat_id: int) -> None:
    """Erase what a chat shared, follows and planned, and what would be posted in it."""
    connection.execute(sa.delete(followings).where(followings.c.chat_id == chat_id))
    theirs = sa.or_(digest_plans.c.chat_id == chat_id, digest_plans.c.target_chat_id == chat_id)
    connection.execute(sa.delete(digest_plans).where(theirs))
    erase_kept(connection, chat_id)
    outlets.erase_chat(connection, chat_id)
    hooks.erase(connection, chat_id)
    drop_unfollowed(connection)


def erase_person(connection: sa.Connection, user_id: int, author: str) -> None:
    """Erase a person: their private chat, what they said, their name beside what they shared elsewhere."""
    erase_chat(connection, user_id)
    discussions.erase_author(connection, author)
    connection.execute(sa.update(shares).where(shares.c.user_id == user_id).values(user_id=None))


def expire(connection: sa.Connection, before: datetime, now: datetime) -> int:
    """Erase what is older, talk that is no longer kept, links of yesterday, and what waits for
    hooks in vain; returns how many rows went.

    Names of items, which a feed made public, go when it lists them no more.
    """
    old = (
        shares.c.shared_at < before,
        feed_items.c.seen_at < before,
        item_names.c.listed_at < min(before, now - NAME_LIFE),
        digest_told.c.told_at < before,
        digest_runs.c.finished_at < before,
        # Every new link takes the old ones with it; in a quiet time nothing else does.
        recent_links.c.at < now - LINK_LIFE,
        # Whoever tells them gives them up after a day; where no hooks are set any more, nobody does.
        hook_queue.c.made_at < now - HOOK_LIFE,
    )
    tables = (shares, feed_items, item_names, digest_told, digest_runs, recent_links, hook_queue)
    return (
        discussions.expire(connection, max(before, now - TALK_LIFE))
        + outlets.expire(connection, before)
        + sum(
            connection.execute(sa.delete(table).where(condition)).rowcount
            for table, condition in zip(tables, old, strict=True)
        )
    )
