"""What chats have read and chosen: the port Storage, in a database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.core.article import Article
from bot.core.readings import Conversation, Layout, Preferences, Reading, StoredVersion
from bot.ports import Clock
from bot.storage.articles import LARGE_CHARACTERS, from_row, to_row
from bot.storage.databases.backend import tagged_terms
from bot.storage.databases.database import Database
from bot.storage.databases.given import moment
from bot.storage.databases.together import Together
from bot.storage.discussions import AuthorMark
from bot.storage.erasing import forgetting
from bot.storage.last_use import note_use
from bot.storage.schema.keys import key_of
from bot.storage.schema.tables import (
    articles,
    chats,
    conversations,
    message_readings,
    messages,
    people,
    readings,
    versions,
)

Given = TypeVar("Given")
Made = TypeVar("Made")

# Being here a minute later is no news: a busy person costs no write for each message.
SEEN_AGAIN_AFTER = timedelta(hours=1)


class SqlStorage:
    """The port Storage; its docstrings hold here."""

    def __init__(self, database: Database, clock: Clock, mark: AuthorMark) -> None:
        self._mark = mark
        self._database = database
        self._clock = clock
        seen, numbers = database.given(**_SEEN), database.given(chat_id="bigint")
        self._note_people = _NOTE_PEOPLE.format(seen=seen.table)
        self._choices = _CHOICES.format(these=numbers.holds("chat_id"))
        self._receive_together = Together(database, self._receive_all)

    async def receive(self, user_id: int, language_code: str | None, chat_id: int) -> Preferences:
        now = self._clock.now()
        seen = {
            "user_id": user_id,
            "language_code": language_code,
            "seen": moment(now),
            "stale_before": moment(now - SEEN_AGAIN_AFTER),
        }
        return await self._receive_together((chat_id, seen))

    def _receive_all(
        self, connection: sa.Connection, seen: Sequence[tuple[int, Mapping[str, Any]]]
    ) -> list[Preferences]:
        # Each once, and in order, so that two processes that meet the same people don't wait for each other
        # in a ring.
        people_seen = {row["user_id"]: row for _, row in seen}
        self._database.run(connection, self._note_people, [people_seen[one] for one in sorted(people_seen)])
        places = [{"chat_id": chat_id} for chat_id in {chat_id for chat_id, _ in seen}]
        chosen = {
            chat_id: Preferences(sentences=sentences, layout=Layout(layout), locale=locale)
            for chat_id, sentences, layout, locale in self._database.run(connection, self._choices, places)
        }
        return [chosen.get(chat_id, Preferences()) for chat_id, _ in seen]

    async def language_of(self, user_id: int) -> str | None:
        row = await self._database.row(sa.select(people.c.language_code).where(people.c.user_id == user_id))
        return None if row is None else row["language_code"]

    async def preferences(self, chat_id: int) -> Preferences:
        return await self._database.read(lambda connection: _preferences(connection, chat_id))

    async def save_preferences(self, chat_id: int, preferences: Preferences) -> None:
        values = {
            "sentences": preferences.sentences,
            "layout": preferences.layout.value,
            "locale": preferences.locale,
        }
        statement = self._database.insert(chats).values(chat_id=chat_id, **values)
        await self._database.execute(
            statement.on_conflict_do_update(index_elements=chats.primary_key.columns, set_=values)
        )

    async def save_article(self, keys: Sequence[str], article: Article, terms: str) -> StoredVersion:
        row = await _beside_the_loop(to_row, article, size=len(article.text))
        stored = StoredVersion(version=row["version"], key=keys[0], fetched_at=self._clock.now())
        words = tagged_terms({article.language: terms.split()})
        newest = {"version": stored.version, "fetched_at": stored.fetched_at}

        def job(connection: sa.Connection) -> StoredVersion:
            new = (
                self._database.insert(versions)
                .values(row)
                .on_conflict_do_nothing()
                .returning(versions.c.number)
            )
            number = connection.execute(new).scalar_one_or_none()
            if number is not None:
                self._database.index.add(connection, number, words)
            found_by = dict.fromkeys(map(key_of, keys))
            points = self._database.insert(articles).values([{"key": key, **newest} for key in found_by])
            connection.execute(
                points.on_conflict_do_update(index_elements=articles.primary_key.columns, set_=newest)
            )
            return stored

        return await self._database.write(job)

    async def newest(self, key: str) -> StoredVersion | None:
        row = await self._database.row(sa.select(articles).where(articles.c.key == key_of(key)))
        return None if row is None else StoredVersion(**{**row, "key": key})

    async def article(self, version: str) -> Article | None:
        row = await self._database.row(sa.select(versions).where(versions.c.version == version))
        return None if row is None else await _beside_the_loop(from_row, dict(row), size=len(row["text"]))

    async def add_reading(
        self,
        *,
        chat_id: int,
        user_id: int,
        version: str,
        sentences: int,
        about: str | None = None,
        since: int | None = None,
        update_id: int | None = None,
    ) -> Reading:
        now = self._clock.now()
        new = (
            self._database.insert(readings)
            .values(
                chat_id=chat_id,
                user_id=user_id,
                version=version,
                sentences=sentences,
                about=about,
                since=since,
                update_id=update_id,
                read_at=now,
                used_at=now,
            )
            .on_conflict_do_nothing()
            .returning(readings.c.reading_id)
        )
        same = (
            readings.c.update_id == update_id,
            readings.c.version == version,
            readings.c.chat_id == chat_id,
        )

        def job(connection: sa.Connection) -> Reading:
            reading_id = connection.execute(new).scalar_one_or_none()
            wanted = same if reading_id is None else (readings.c.reading_id == reading_id,)
            return _reading(connection.execute(_readings().where(*wanted)).mappings().one())

        return await self._database.write(job)

    async def reading(self, reading_id: int) -> Reading | None:
        found = await self._readings(_readings().where(readings.c.reading_id == reading_id))
        return found[0] if found else None

    async def last_reading(self, chat_id: int, url: str, *, before: int | None) -> Reading | None:
        others = readings.c.update_id.is_distinct_from(before) if before is not None else sa.true()
        wanted = _readings().where(readings.c.chat_id == chat_id, versions.c.url == url, others)
        found = await self._readings(wanted.order_by(readings.c.reading_id.desc()).limit(1))
        return found[0] if found else None

    async def resize_reading(self, reading_id: int, sentences: int) -> None:
        resized = sa.update(readings).where(readings.c.reading_id == reading_id)
        await self._database.execute(resized.values(sentences=sentences, used_at=self._clock.now()))

    async def link_message(
        self,
        *,
        chat_id: int,
        message_id: int,
        user_id: int,
        reading_ids: Sequence[int],
        questions: Sequence[str] = (),
        links: Sequence[str] = (),
    ) -> None:
        message = {"chat_id": chat_id, "message_id": message_id}
        rows = [
            {**message, "position": position, "reading_id": reading_id}
            for position, reading_id in enumerate(dict.fromkeys(reading_ids))
        ]
        about = {"questions": list(questions), "links": list(links)}
        now = self._clock.now()

        def job(connection: sa.Connection) -> None:
            connection.execute(sa.delete(messages).where(*_is_message(messages, chat_id, message_id)))
            connection.execute(sa.insert(messages).values(**message, **about, user_id=user_id, used_at=now))
            if rows:
                connection.execute(sa.insert(message_readings), rows)
                note_use(connection, reading_ids, now)

        await self._database.write(job)

    async def readings_of_message(self, chat_id: int, message_id: int) -> tuple[Reading, ...]:
        linked = (
            _readings()
            .join(message_readings, message_readings.c.reading_id == readings.c.reading_id)
            .where(*_is_message(message_readings, chat_id, message_id))
        )
        return await self._readings(linked.order_by(message_readings.c.position))

    async def questions_of_message(self, chat_id: int, message_id: int) -> tuple[str, ...]:
        return await self._listed(messages.c.questions, chat_id, message_id)

    async def links_of_message(self, chat_id: int, message_id: int) -> tuple[str, ...]:
        return await self._listed(messages.c.links, chat_id, message_id)

    async def recent_readings(self, chat_id: int, *, limit: int, offset: int = 0) -> tuple[Reading, ...]:
        latest = (
            sa.select(sa.func.max(readings.c.reading_id))
            .where(readings.c.chat_id == chat_id)
            .group_by(readings.c.version)
        )
        wanted = _readings().where(readings.c.reading_id.in_(latest))
        return await self._readings(wanted.order_by(readings.c.reading_id.desc()).limit(limit).offset(offset))

    async def languages_read(self, chat_id: int) -> tuple[str, ...]:
        statement = (
            sa.select(versions.c.language)
            .distinct()
            .join(readings, readings.c.version == versions.c.version)
            .where(readings.c.chat_id == chat_id)
            .order_by(versions.c.language)
        )

        return tuple(await self._database.values(statement))

    async def search(
        self, chat_id: int, terms: Mapping[str, Sequence[str]], *, limit: int
    ) -> tuple[Reading, ...]:
        words = tagged_terms(terms)
        if not words:
            return ()

        def job(connection: sa.Connection) -> tuple[Reading, ...]:
            found = self._database.index.find(connection, words, chat_id, limit)
            rows = connection.execute(_readings().where(readings.c.reading_id.in_(found)))
            by_id = {row["reading_id"]: _reading(row) for row in rows.mappings()}
            return tuple(by_id[reading_id] for reading_id in found)

        return await self._database.read(job)

    async def conversation(self, chat_id: int, user_id: int) -> Conversation:
        statement = sa.select(conversations).where(
            conversations.c.chat_id == chat_id, conversations.c.user_id == user_id
        )

        def job(connection: sa.Connection) -> Conversation:
            row = connection.execute(statement).one_or_none()
            if row is None:
                return Conversation(chat_id=chat_id, user_id=user_id)
            existing = sa.select(readings.c.reading_id).where(readings.c.reading_id.in_(row.reading_ids))
            here = set(connection.execute(existing).scalars())
            return Conversation(
                chat_id=chat_id,
                user_id=user_id,
                reading_ids=tuple(reading_id for reading_id in row.reading_ids if reading_id in here),
                questions=tuple(row.questions),
            )

        return await self._database.read(job)

    async def save_conversation(self, conversation: Conversation) -> None:
        values = {"reading_ids": list(conversation.reading_ids), "questions": list(conversation.questions)}
        statement = self._database.insert(conversations).values(
            chat_id=conversation.chat_id, user_id=conversation.user_id, **values
        )
        now = self._clock.now()

        def job(connection: sa.Connection) -> None:
            connection.execute(
                statement.on_conflict_do_update(index_elements=conversations.primary_key.columns, set_=values)
            )
            note_use(connection, conversation.reading_ids, now)

        await self._database.write(job)

    async def forget(self, user_id: int) -> int:
        """As the port says; SQLite's file holds no byte of it then, PostgreSQL is swept soon (see there)."""
        author = self._mark(user_id)
        erased = await self._database.write(
            lambda connection: forgetting.forget(connection, self._database.index, user_id, author)
        )
        await self._database.sweep()
        return erased

    async def _listed(self, column: sa.Column[Any], chat_id: int, message_id: int) -> tuple[str, ...]:
        row = await self._database.row(sa.select(column).where(*_is_message(messages, chat_id, message_id)))
        return () if row is None else tuple(row[column.name] or ())

    async def _readings(self, statement: sa.Select[Any]) -> tuple[Reading, ...]:
        return tuple(map(_reading, await self._database.rows(statement)))


# Direct statements, see bot.storage.updates.inbox: these run for every update.
_SEEN = {"user_id": "bigint", "language_code": "text", "seen": "timestamp", "stale_before": "timestamp"}
_NOTE_PEOPLE = """
    INSERT INTO people (user_id, language_code, first_seen, last_seen)
    SELECT user_id, language_code, seen, seen FROM {seen} WHERE true
    ON CONFLICT (user_id) DO UPDATE SET language_code = excluded.language_code, last_seen = excluded.last_seen
    WHERE people.last_seen < (SELECT min(stale_before) FROM {seen})
        OR people.language_code IS DISTINCT FROM excluded.language_code
"""
_CHOICES = "SELECT chat_id, sentences, layout, locale FROM chats WHERE {these}"


def _preferences(connection: sa.Connection, chat_id: int) -> Preferences:
    row = connection.execute(_CHATS, {"chat_id": chat_id}).one_or_none()
    if row is None:
        return Preferences()
    return Preferences(sentences=row.sentences, layout=Layout(row.layout), locale=row.locale)


# Built once: building it took more time than running it.
_CHATS = sa.select(chats).where(chats.c.chat_id == sa.bindparam("chat_id"))


def _readings() -> sa.Select[Any]:
    """Readings with what is shown of their texts."""
    of_reading = (readings.c[name] for name in ("reading_id", "chat_id", "user_id", "version", "read_at"))
    asked = (readings.c[name] for name in ("sentences", "about", "since"))
    of_text = (versions.c[name] for name in ("title", "url", "language"))
    return sa.select(*of_reading, *asked, *of_text).join(versions, versions.c.version == readings.c.version)


def _reading(row: sa.RowMapping) -> Reading:
    return Reading(**row)


def _is_message(table: sa.Table, chat_id: int, message_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.chat_id == chat_id, table.c.message_id == message_id


async def _beside_the_loop(function: Callable[[Given], Made], argument: Given, *, size: int) -> Made:
    """Large texts are packed in a thread: the event loop is never held for more than a few milliseconds."""
    return await asyncio.to_thread(function, argument) if size >= LARGE_CHARACTERS else function(argument)
