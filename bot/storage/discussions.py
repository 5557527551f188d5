"""What was said in chats lately, as rows and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.digests.discussion import Said
from bot.core.digests.followings import Place
from bot.storage.schema.digest_tables import said

AuthorMark = Callable[[int], str]  # see bot.core.digests.discussion.author_mark
MOST_SAID = 20_000  # messages that are looked at, the latest
_SAME = ("message_id", "text", "at", "reply_to", "reactions", "link")


def to_row(place: Place, words: Said, author: str | None) -> dict[str, Any]:
    """The row of a message."""
    row = {name: getattr(words, name) for name in _SAME}
    return {**row, "chat_id": place.chat_id, "topic_id": place.topic_id, "author": author}


def recent(connection: sa.Connection, place: Place, since: datetime) -> tuple[Said, ...]:
    """What was said in a place after a moment, oldest first; General stands for all topics of a chat."""
    in_topic = said.c.topic_id == place.topic_id if place.topic_id else sa.true()
    latest = (
        sa.select(*(said.c[name] for name in _SAME))
        .where(said.c.chat_id == place.chat_id, in_topic, said.c.at > since)
        .order_by(said.c.at.desc(), said.c.message_id.desc())
        .limit(MOST_SAID)
    )
    return tuple(Said(**row) for row in reversed(connection.execute(latest).mappings().all()))


def expire(connection: sa.Connection, before: datetime) -> int:
    """Erase what was said before a moment; returns how much it was."""
    return connection.execute(sa.delete(said).where(said.c.at < before)).rowcount


def erase_chat(connection: sa.Connection, chat_id: int) -> None:
    """Erase what was said in a chat."""
    connection.execute(sa.delete(said).where(said.c.chat_id == chat_id))


def erase_author(connection: sa.Connection, mark: str) -> None:
    """Erase what a person said anywhere."""
    connection.execute(sa.delete(said).where(said.c.author == mark))
