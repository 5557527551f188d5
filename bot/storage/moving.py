"""A group that becomes a supergroup gets another number: everything of it goes along."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage import discussions, outlets
from bot.storage.schema.digest_tables import digest_plans, followings, shares
from bot.storage.schema.operator_tables import admissions
from bot.storage.schema.room_tables import recent_links, rooms, topics
from bot.storage.schema.tables import chats, conversations, messages, readings


def move_room(connection: sa.Connection, old: int, new: int) -> None:
    """Give what a group has read and chosen its new number; once done, a second time changes nothing.

    Messages have other numbers in a supergroup, so what was linked with the old ones is dropped.
    """
    for table in (recent_links, messages):
        connection.execute(sa.delete(table).where(table.c.chat_id == old))
    for table in (rooms, topics, chats, conversations):
        _make_room(connection, table, old, new)
    for table in (rooms, topics, chats, conversations, readings):
        connection.execute(sa.update(table).where(table.c.chat_id == old).values(chat_id=new))
    _move_admission(connection, old, new)
    settled = {"kind": "supergroup", "present": True, "left_at": None}
    connection.execute(sa.update(rooms).where(rooms.c.chat_id == new).values(settled))


def move_digests(connection: sa.Connection, old: int, new: int) -> None:
    """Give what a group shares, follows and plans its new number, where that one has none like it."""
    for table in (followings, shares):
        twin = table.alias()
        key = [column for column in table.primary_key.columns if column.name != "chat_id"]
        same = (twin.c[column.name] == column for column in key)
        there = sa.exists().where(twin.c.chat_id == new, *same)
        connection.execute(sa.delete(table).where(table.c.chat_id == old, there))
        connection.execute(sa.update(table).where(table.c.chat_id == old).values(chat_id=new))
    outlets.move(connection, old, new)
    discussions.erase_chat(connection, old)  # messages have other numbers in a supergroup
    for column in (digest_plans.c.chat_id, digest_plans.c.target_chat_id):
        connection.execute(sa.update(digest_plans).where(column == old).values({column: new}))


def _move_admission(connection: sa.Connection, old: int, new: int) -> None:
    """Where the group was let in, the supergroup is; who let both in has done it once."""
    of_old, of_new = admissions.c.subject_id == old, admissions.c.subject_id == new
    if connection.execute(sa.select(admissions).where(of_new)).first() is None:
        connection.execute(sa.update(admissions).where(of_old).values(subject_id=new))
    connection.execute(sa.delete(admissions).where(of_old))


def _make_room(connection: sa.Connection, table: sa.Table, old: int, new: int) -> None:
    """What the supergroup has by itself gives way to what the group had, where that had something."""
    had = sa.select(sa.literal(1)).where(table.c.chat_id == old).limit(1)
    if connection.execute(had).first() is not None:
        connection.execute(sa.delete(table).where(table.c.chat_id == new))
