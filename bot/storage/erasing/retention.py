"""What nobody has used for long is erased: a step of it at a time, so that nothing else has to wait."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from bot.storage.databases import erasures
from bot.storage.databases.backend import TermIndex
from bot.storage.discussions import AuthorMark
from bot.storage.erasing.forgetting import erase, erase_unread
from bot.storage.schema.digest_tables import digest_plans, digest_told
from bot.storage.schema.operator_tables import broadcasts
from bot.storage.schema.tables import (
    UpdateState,
    conversations,
    inbox,
    message_readings,
    messages,
    people,
    readings,
)

PEOPLE_A_STEP = 5  # all of a person can be many rows


def expire(
    connection: sa.Connection, index: TermIndex, mark: AuthorMark, before: datetime, limit: int
) -> int:
    """Erase up to `limit` rows of what was last used before a moment; returns how many went.

    People who have not been here since then (nor read their private feed), and for whom nothing was posted,
    are erased; that an owner let them in is the owner's to undo. Of the others go readings with their texts,
    messages about nothing that is left, and updates that were given up.
    """
    away = (
        sa.select(people.c.user_id)
        .where(people.c.last_seen < before, sa.not_(_posted_for(people.c.user_id, before)))
        .limit(min(limit, PEOPLE_A_STEP))
    )
    gone = list(connection.execute(away).scalars())
    for user_id in gone:
        erase(connection, index, user_id, mark(user_id))
    old = sa.select(readings.c.reading_id).where(readings.c.used_at < before).limit(limit)
    erased = sa.delete(readings).where(readings.c.reading_id.in_(old)).returning(readings.c.chat_id)
    chats = list(connection.execute(erased).scalars())
    if chats:
        erase_unread(connection, index)
        _expire_conversations(connection, set(chats))
    count = (
        len(gone) + len(chats) + _expire_messages(connection, before) + _expire_updates(connection, before)
    )
    if count:
        erasures.note(connection)
    return count


def _posted_for(user_id: sa.ColumnElement[int], since: datetime) -> sa.Exists:
    """Whether since then a digest came to a person's private chat, or was made of what is followed there.

    Reading it is a use that nobody sees; whoever wants no more stops it or blocks the bot, which rests it.
    One that had nothing to tell all that time nobody reads.
    """
    theirs = sa.or_(digest_plans.c.target_chat_id == user_id, digest_plans.c.chat_id == user_id)
    came = sa.exists().where(
        digest_told.c.digest_id == digest_plans.c.digest_id, digest_told.c.told_at >= since
    )
    return sa.exists().where(digest_plans.c.active, theirs, came)


def _expire_conversations(connection: sa.Connection, chats: Collection[int]) -> None:
    """The questions about articles none of which is left."""
    talks = connection.execute(sa.select(conversations).where(conversations.c.chat_id.in_(chats))).all()
    at_hand = {reading_id for talk in talks for reading_id in talk.reading_ids}
    left = set(
        connection.execute(
            sa.select(readings.c.reading_id).where(readings.c.reading_id.in_(at_hand))
        ).scalars()
    )
    for talk in talks:
        if left.isdisjoint(talk.reading_ids):
            same = conversations.c.chat_id == talk.chat_id, conversations.c.user_id == talk.user_id
            connection.execute(sa.delete(conversations).where(*same))


def _expire_messages(connection: sa.Connection, before: datetime) -> int:
    about = sa.exists().where(
        message_readings.c.chat_id == messages.c.chat_id,
        message_readings.c.message_id == messages.c.message_id,
    )
    old = sa.delete(messages).where(messages.c.used_at < before, sa.not_(about))
    return connection.execute(old).rowcount


def _expire_updates(connection: sa.Connection, before: datetime) -> int:
    aside = sa.and_(inbox.c.state == UpdateState.ASIDE, inbox.c.received_at < before)
    count = connection.execute(sa.delete(inbox).where(aside)).rowcount
    return count + connection.execute(sa.delete(broadcasts).where(broadcasts.c.finished_at < before)).rowcount
