"""Forgetting a person: every row, every text that nobody else has read, every byte."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.databases import erasures
from bot.storage.databases.backend import TermIndex
from bot.storage.erasing.digest_erasing import erase_person
from bot.storage.in_progress import at_work
from bot.storage.schema.digest_tables import feed_items, shares
from bot.storage.schema.operator_tables import admissions, broadcasts
from bot.storage.schema.room_tables import recent_links, rooms, topics
from bot.storage.schema.tables import (
    UpdateState,
    chats,
    conversations,
    deliveries,
    inbox,
    message_readings,
    messages,
    people,
    readings,
    versions,
)


def forget(connection: sa.Connection, index: TermIndex, user_id: int, author: str) -> int:
    """Erase all of a person, also that an owner has let them in; returns how many texts they had read.

    An operator may name a group or a channel by its number: then all of that goes.
    """
    connection.execute(sa.delete(admissions).where(admissions.c.subject_id == user_id))
    erased = erase(connection, index, user_id, author)
    erase_room(connection, index, user_id)
    return erased


def erase(connection: sa.Connection, index: TermIndex, user_id: int, author: str) -> int:
    """Erase a person's rows, and their words, which have `author` as their mark.

    Returns how many texts they had read. A private chat has its person's number.
    """
    erasures.note(connection)
    erase_person(connection, user_id, author)
    theirs = sa.or_(readings.c.user_id == user_id, readings.c.chat_id == user_id)
    _erase_messages(connection, theirs, user_id)
    gone = connection.execute(sa.delete(readings).where(theirs).returning(readings.c.version))
    erased = len(set(gone.scalars()))  # who reads a text twice is told of one
    erase_unread(connection, index)
    _erase_updates(connection, user_id)
    # The chats that they let the bot into go on without a name to turn to.
    connection.execute(sa.update(rooms).where(rooms.c.added_by == user_id).values(added_by=None))
    connection.execute(sa.update(admissions).where(admissions.c.by == user_id).values(by=0))
    connection.execute(sa.delete(broadcasts).where(broadcasts.c.owner_id == user_id))
    # It goes on behind them; of one that is over nobody needs to know whose turn it was.
    before = sa.case((broadcasts.c.finished_at.is_(None), user_id - 1), else_=None)
    reached = sa.update(broadcasts).where(broadcasts.c.last_user_id == user_id)
    connection.execute(reached.values(last_user_id=before))
    connection.execute(sa.delete(people).where(people.c.user_id == user_id))
    connection.execute(sa.delete(chats).where(chats.c.chat_id == user_id))
    talks = sa.or_(conversations.c.user_id == user_id, conversations.c.chat_id == user_id)
    connection.execute(sa.delete(conversations).where(talks))
    return erased


def erase_room(connection: sa.Connection, index: TermIndex, chat_id: int) -> None:
    """Erase a chat with what is known of it: its name, who let the bot in, its topics and last links."""
    for table in (rooms, topics, recent_links):
        connection.execute(sa.delete(table).where(table.c.chat_id == chat_id))
    erase_chat(connection, index, chat_id)


def erase_chat(connection: sa.Connection, index: TermIndex, chat_id: int) -> None:
    """Erase what a chat has read, asked, chosen and been sent, whoever did it there."""
    erasures.note(connection)
    connection.execute(sa.delete(messages).where(messages.c.chat_id == chat_id))
    connection.execute(sa.delete(readings).where(readings.c.chat_id == chat_id))
    erase_unread(connection, index)
    for table in (chats, conversations, deliveries):
        connection.execute(sa.delete(table).where(table.c.chat_id == chat_id))


def _erase_messages(connection: sa.Connection, theirs: sa.ColumnElement[bool], user_id: int) -> None:
    """Messages to the person, with what they asked, and those about nothing but what the person read."""
    to_them = sa.or_(messages.c.chat_id == user_id, messages.c.user_id == user_id)
    connection.execute(sa.delete(messages).where(to_them))
    link = message_readings.alias()
    same_message = (
        message_readings.c.chat_id == messages.c.chat_id,
        message_readings.c.message_id == messages.c.message_id,
    )
    of_theirs = sa.exists().where(*same_message, message_readings.c.reading_id.in_(_ids(theirs)))
    of_others = sa.exists().where(
        link.c.chat_id == messages.c.chat_id,
        link.c.message_id == messages.c.message_id,
        link.c.reading_id.not_in(_ids(theirs)),
    )
    connection.execute(sa.delete(messages).where(of_theirs, sa.not_(of_others)))


def _ids(condition: sa.ColumnElement[bool]) -> sa.Select[tuple[int]]:
    return sa.select(readings.c.reading_id).where(condition)


def erase_unread(connection: sa.Connection, index: TermIndex) -> None:
    """The texts that nobody has read, or nobody any more, and no digest needs; their addresses go with them.

    Also those that came in just now and are not noted as read yet: whose they are is not known, and they may
    be the person's. The job that brought another one's is tried again.
    """
    read = sa.exists().where(readings.c.version == versions.c.version)
    shared = sa.exists().where(shares.c.version == versions.c.version)
    followed = sa.exists().where(feed_items.c.version == versions.c.version)
    unread = sa.not_(sa.or_(read, shared, followed))
    statement = sa.delete(versions).where(unread).returning(versions.c.number)
    if numbers := list(connection.execute(statement).scalars()):
        index.remove(connection, numbers)
        erasures.note(connection)


def _erase_updates(connection: sa.Connection, user_id: int) -> None:
    """What they sent and what was sent to them; the bare numbers stay, so that nothing is taken for new."""
    own = sa.or_(inbox.c.user_id == user_id, inbox.c.chat_id == user_id)
    of_own = list(connection.execute(sa.select(inbox.c.update_id).where(own)).scalars())
    # Others' updates that were given up may quote them: that JSON goes too, whatever it was kept for.
    named = (inbox.c.payload.contains(f'"id":{user_id}{end}', autoescape=True) for end in ",}")
    mentions = sa.and_(inbox.c.state == UpdateState.ASIDE, sa.or_(*named))
    nothing = {
        "payload": None,
        "chat_id": None,
        # What somebody is still at work on, see bot.storage.updates.late.
        "user_id": sa.case((sa.and_(own, at_work()), user_id), else_=None),
        "lane": None,
        "error": None,
        "begun": False,
        "message_id": None,
    }
    erased = sa.update(inbox).where(sa.or_(own, mentions))
    connection.execute(erased.values(state=UpdateState.FORGOTTEN, **nothing))
    to_them = sa.or_(deliveries.c.chat_id == user_id, deliveries.c.update_id.in_(of_own))
    connection.execute(sa.delete(deliveries).where(to_them))
