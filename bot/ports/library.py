"""What is remembered of articles and their readers: the port `Storage`, in parts.

Each use case asks for those parts that it needs. All datetimes are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.core.article import Article
from bot.core.readings import Conversation, Preferences, Reading, StoredVersion


class PeopleStore(Protocol):
    """Who was here, and what their chats have chosen. Each method is one transaction."""

    async def receive(self, user_id: int, language_code: str | None, chat_id: int) -> Preferences:
        """Remember that a person was here now, and their Telegram's language; the `preferences` of the chat.

        What each update begins with, in one go.
        """
        ...

    async def language_of(self, user_id: int) -> str | None:
        """The language of a person's Telegram, if it is known."""
        ...

    async def preferences(self, chat_id: int) -> Preferences:
        """What the chat has chosen; the defaults where it has chosen nothing."""
        ...

    async def save_preferences(self, chat_id: int, preferences: Preferences) -> None: ...

    async def forget(self, user_id: int) -> int:
        """Erase every row of a person and the texts nobody else has read; returns how many they had read."""
        ...


class ArticleStore(Protocol):
    """Texts, by version and by address. Each method is one transaction."""

    async def save_article(self, keys: Sequence[str], article: Article, terms: str) -> StoredVersion:
        """Keep a text and make it the newest of its keys. The same text again keeps its version.

        `keys`: the addresses that the article is found under, the one that names it first.
        `terms` are its index words with blanks between (`bot.core.tokens.index_terms`), for `search`.
        """
        ...

    async def newest(self, key: str) -> StoredVersion | None:
        """The newest text of an article, if there is one."""
        ...

    async def article(self, version: str) -> Article | None: ...


class ReadingStore(Protocol):
    """Which chat has read which text. Each method is one transaction."""

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
        """Note that a chat reads a text. Idempotent for the same `update_id` and version."""
        ...

    async def reading(self, reading_id: int) -> Reading | None: ...

    async def last_reading(self, chat_id: int, url: str, *, before: int | None) -> Reading | None:
        """The latest reading of that address by the chat, leaving out what came with update `before`."""
        ...

    async def resize_reading(self, reading_id: int, sentences: int) -> None: ...

    async def recent_readings(self, chat_id: int, *, limit: int, offset: int = 0) -> tuple[Reading, ...]:
        """What the chat has read, each text once, latest first."""
        ...

    async def languages_read(self, chat_id: int) -> tuple[str, ...]:
        """The languages of what the chat has read."""
        ...

    async def search(
        self, chat_id: int, terms: Mapping[str, Sequence[str]], *, limit: int
    ) -> tuple[Reading, ...]:
        """Readings of this chat that hold any of the terms (per language), best first, each text once."""
        ...


class MessageStore(Protocol):
    """What the bot's own messages are about. Each method is one transaction."""

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
        """Remember which readings a message is about, in order, and for whom it is; the last call wins.

        `questions`: for an answer, what was asked, after the earlier questions that it was understood by
        (oldest first), so that the answer can be built again for its buttons and for replies to it.
        `links`: pages that its buttons can fetch.
        """
        ...

    async def links_of_message(self, chat_id: int, message_id: int) -> tuple[str, ...]:
        """The `links` that the message was linked with."""
        ...

    async def readings_of_message(self, chat_id: int, message_id: int) -> tuple[Reading, ...]: ...

    async def questions_of_message(self, chat_id: int, message_id: int) -> tuple[str, ...]:
        """The `questions` that the message was linked with."""
        ...


class ConversationStore(Protocol):
    """Where talks about articles stand. Each method is one transaction."""

    async def conversation(self, chat_id: int, user_id: int) -> Conversation:
        """The talk as it stands; an empty one where there was none."""
        ...

    async def save_conversation(self, conversation: Conversation) -> None: ...


class Storage(PeopleStore, ArticleStore, ReadingStore, MessageStore, ConversationStore, Protocol):
    """What is remembered of articles and their readers."""
