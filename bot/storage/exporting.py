"""All that is kept of one person, as JSON, a row at a time: it may be larger than the memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from bot.storage.schema.digest_tables import digest_plans, feeds, followings, said, shares
from bot.storage.schema.operator_tables import admissions, broadcasts, hook_queue
from bot.storage.schema.outlet_tables import outlet_digests, outlets
from bot.storage.schema.room_tables import recent_links, rooms, topics
from bot.storage.schema.tables import (
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

FORMAT = "nutshell-export-1"
ROWS_AT_ONCE = 10  # a text may have two million characters

Row = dict[str, Any]
Take = Callable[[str], None]


def export(connection: sa.Connection, user_id: int, author: str, now: datetime, take: Take) -> None:
    """Every row of a person, whose words have `author` as their mark; or of a group, by its number.

    `take` gets the JSON in pieces: an object with a list of rows for each kind, a row a line. A private chat
    has the number of its person, so its rows are theirs too.
    """
    own_readings = _own_readings(user_id)
    texts = sa.select(readings.c.version).where(own_readings)
    own_messages = sa.or_(messages.c.user_id == user_id, messages.c.chat_id == user_id)
    own_updates = sa.or_(inbox.c.user_id == user_id, inbox.c.chat_id == user_id)
    wanted: dict[str, sa.Select[Any]] = {
        "person": sa.select(people).where(people.c.user_id == user_id),
        "settings": sa.select(chats).where(chats.c.chat_id == user_id),
        "readings": sa.select(readings).where(own_readings).order_by(readings.c.reading_id),
        "texts": sa.select(*_TEXT_COLUMNS).where(versions.c.version.in_(texts)).order_by(versions.c.number),
        "conversations": sa.select(conversations).where(
            sa.or_(conversations.c.user_id == user_id, conversations.c.chat_id == user_id)
        ),
        "updates": sa.select(*_UPDATE_COLUMNS).where(own_updates).order_by(inbox.c.position),
        "deliveries": sa.select(deliveries).where(deliveries.c.chat_id == user_id),
        "shared": sa.select(shares).where(sa.or_(shares.c.user_id == user_id, shares.c.chat_id == user_id)),
        "said": sa.select(said).where(sa.or_(said.c.author == author, said.c.chat_id == user_id)),
        "feeds": sa.select(followings, feeds.c.url, feeds.c.title)
        .join(feeds, feeds.c.feed_id == followings.c.feed_id)
        .where(followings.c.chat_id == user_id),
        "digests": sa.select(digest_plans).where(
            sa.or_(digest_plans.c.chat_id == user_id, digest_plans.c.target_chat_id == user_id)
        ),
        "private_feed": sa.select(outlets).where(outlets.c.chat_id == user_id),
        "digests_told": sa.select(outlet_digests).where(outlet_digests.c.chat_id == user_id),
        "hooks_waiting": sa.select(*_HOOK_COLUMNS).where(
            sa.or_(hook_queue.c.chat_id == user_id, hook_queue.c.user_id == user_id)
        ),
        "chat": sa.select(*_ROOM_COLUMNS).where(rooms.c.chat_id == user_id),
        "topics": sa.select(topics).where(topics.c.chat_id == user_id),
        "recent_links": sa.select(recent_links).where(recent_links.c.chat_id == user_id),
        "chats_added": sa.select(rooms.c.chat_id, rooms.c.title).where(rooms.c.added_by == user_id),
        "let_in": sa.select(admissions.c.subject_id, admissions.c.admitted_at).where(
            admissions.c.subject_id == user_id
        ),
        "broadcasts": sa.select(broadcasts).where(broadcasts.c.owner_id == user_id),
    }
    head = {"format": FORMAT, "exported_at": now.isoformat(), "user_id": user_id}
    take(json.dumps(head).removesuffix("}"))
    for name, statement in wanted.items():
        rows = _rows(connection, statement)
        _write(name, _own_words(rows, user_id) if name == "updates" else rows, take)
    _write("messages", _messages(connection, own_messages), take)
    take("}\n")


def count_texts(connection: sa.Connection, user_id: int) -> int:
    """How many texts a person has read; one may have been read several times."""
    number = sa.func.count(readings.c.version.distinct())
    return connection.execute(sa.select(number).where(_own_readings(user_id))).scalar_one()


def _own_readings(user_id: int) -> sa.ColumnElement[bool]:
    return sa.or_(readings.c.user_id == user_id, readings.c.chat_id == user_id)


def _write(name: str, rows: Generator[Row], take: Take) -> None:
    take(f',\n"{name}": [')
    before = "\n"
    with closing(rows):  # before the connection is, also where nobody takes any more
        for row in rows:
            take(before + json.dumps(row, ensure_ascii=False))
            before = ",\n"
    take("]")


# How a text is cut into paragraphs and sentences is worked out from it and says nothing of its own.
_TEXT_COLUMNS = [column for column in versions.c if column.name not in {"number", "spans"}]
_UPDATE_COLUMNS = [
    inbox.c[name] for name in ("update_id", "state", "chat_id", "user_id", "payload", "received_at", "error")
]
_ROOM_COLUMNS = [column for column in rooms.c if column.name != "added_by"]  # which is a person
# To whom it goes is the operator's, and such an address is often a key by itself.
_HOOK_COLUMNS = [hook_queue.c[name] for name in ("event", "body", "made_at", "tries", "chat_id", "user_id")]

# What an update quotes of others, and the names of those whom no number is told of.
_OF_OTHERS = frozenset(
    {
        "reply_to_message",
        "external_reply",
        "quote",
        "pinned_message",
        "sender_user_name",
        "forward_sender_name",
        "forward_signature",
        "author_signature",
    }
)


def _own_words(updates: Iterable[Row], user_id: int) -> Generator[Row]:
    for update in updates:
        yield {**update, "payload": _without_others(update["payload"], user_id)}


def _without_others(value: Any, user_id: int) -> Any:
    """A piece of an update without what others said in it, and without who they are."""
    if isinstance(value, list):
        return [_without_others(one, user_id) for one in value if not _is_other(one, user_id)]
    if isinstance(value, dict):
        return {
            name: _without_others(one, user_id)
            for name, one in value.items()
            if name not in _OF_OTHERS and not _is_other(one, user_id)
        }
    return value


def _is_other(value: Any, user_id: int) -> bool:
    """Whether a piece of an update is a person, or a bot, and not this one."""
    return isinstance(value, dict) and "is_bot" in value and value.get("id") != user_id


def _messages(connection: sa.Connection, own: sa.ColumnElement[bool]) -> Generator[Row]:
    """The bot's messages to them, each with the readings that it is about."""
    order = messages.c.chat_id, messages.c.message_id
    linked = sa.select(message_readings).join(messages).where(own).order_by(message_readings.c.position)
    about: dict[tuple[int, int], list[int]] = {}
    for row in connection.execute(linked):
        about.setdefault((row.chat_id, row.message_id), []).append(row.reading_id)
    for told in _rows(connection, sa.select(messages).where(own).order_by(*order)):
        yield {**told, "reading_ids": about.get((told["chat_id"], told["message_id"]), [])}


def _rows(connection: sa.Connection, statement: sa.Select[Any]) -> Generator[Row]:
    with connection.execute(statement.execution_options(yield_per=ROWS_AT_ONCE)) as result:
        for row in result.mappings():
            yield {name: _told(name, value) for name, value in row.items()}


def _told(name: str, value: Any) -> Any:
    if isinstance(value, date):  # datetimes too
        return value.isoformat()
    return json.loads(value) if name == "payload" and isinstance(value, str) else value
