"""What is written down for an update after its person was forgotten.

A job that is told to end may take longer than whoever erases its person waits, above all in another process.
Its update then keeps whose it was until the work has ended or its process has, and what it wrote goes then.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from bot.storage import discussions, hooks
from bot.storage.databases import erasures
from bot.storage.databases.backend import TermIndex
from bot.storage.discussions import AuthorMark
from bot.storage.erasing.forgetting import erase_unread
from bot.storage.in_progress import FORGOTTEN_AT_WORK
from bot.storage.schema.digest_tables import shares
from bot.storage.schema.tables import (
    UpdateState,
    conversations,
    deliveries,
    inbox,
    messages,
    people,
    readings,
)


def left_behind(connection: sa.Connection, held: sa.ColumnElement[bool] | None = None) -> Sequence[int]:
    """The updates of forgotten people, of those `held`, whose work never came to its end."""
    wanted = sa.select(inbox.c.update_id).where(FORGOTTEN_AT_WORK)
    return connection.execute(wanted if held is None else wanted.where(held)).scalars().all()


def erase(connection: sa.Connection, index: TermIndex, update_id: int, mark: AuthorMark) -> None:
    """Erase what was written for an update, if its person has been forgotten; what they did since stays.

    Of what is kept for each person once (their talk, their words, their number beside links) nobody can tell
    when it was written: all of that goes.
    """
    this = inbox.c.update_id == update_id, inbox.c.state == UpdateState.FORGOTTEN
    found = connection.execute(sa.select(inbox.c.user_id).where(*this)).one_or_none()
    if found is None:
        return
    # Whoever erased the person had their sweep, maybe before this: nobody else asks for one.
    erasures.note(connection, soon=True)
    _erase_answer(connection, index, update_id)
    if found.user_id is not None:
        connection.execute(sa.update(inbox).where(*this).values(user_id=None))
        _erase_person(connection, found.user_id, mark(found.user_id))


def _erase_answer(connection: sa.Connection, index: TermIndex, update_id: int) -> None:
    sent = sa.exists().where(
        deliveries.c.update_id == update_id,
        deliveries.c.chat_id == messages.c.chat_id,
        deliveries.c.message_id == messages.c.message_id,
    )
    connection.execute(sa.delete(messages).where(sent))
    connection.execute(sa.delete(deliveries).where(deliveries.c.update_id == update_id))
    if connection.execute(sa.delete(readings).where(readings.c.update_id == update_id)).rowcount:
        erase_unread(connection, index)


def _erase_person(connection: sa.Connection, user_id: int, author: str) -> None:
    connection.execute(sa.delete(conversations).where(conversations.c.user_id == user_id))
    discussions.erase_author(connection, author)
    hooks.erase(connection, user_id)
    connection.execute(sa.update(shares).where(shares.c.user_id == user_id).values(user_id=None))
    came_back = sa.or_(
        sa.exists().where(inbox.c.user_id == user_id, inbox.c.state == UpdateState.PENDING),
        sa.exists().where(readings.c.user_id == user_id),
    )
    connection.execute(sa.delete(people).where(people.c.user_id == user_id, sa.not_(came_back)))
