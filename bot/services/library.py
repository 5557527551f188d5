"""The library: what a chat has read, what it prefers, and how all of a person is forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.readings import Preferences, Reading
from bot.ports import Storage
from bot.services.excerpts import opening
from bot.services.views import HistoryPage, Origin

PAGE_SIZE = 8  # readings on one page of the list: more buttons than that are hard to hit on a phone
RECENT = 10  # articles that /ask looks through


class Library:
    """What is remembered of a chat and its people."""

    def __init__(self, *, storage: Storage) -> None:
        self._storage = storage

    async def history(self, origin: Origin, offset: int = 0) -> HistoryPage:
        """A page of what the chat has read; an `offset` that is too high gives an empty one."""
        found = await self._storage.recent_readings(
            origin.chat_id, limit=PAGE_SIZE + 1, offset=max(0, offset)
        )
        readings = found[:PAGE_SIZE]
        openings = {
            reading.reading_id: await self._opening(reading) for reading in readings if reading.title is None
        }
        return HistoryPage(
            readings=readings, openings=openings, offset=max(0, offset), more=len(found) > PAGE_SIZE
        )

    async def recent(self, origin: Origin) -> tuple[Reading, ...]:
        """The latest articles, latest first."""
        return await self._storage.recent_readings(origin.chat_id, limit=RECENT)

    async def readings_of(self, origin: Origin, message_id: int) -> tuple[Reading, ...]:
        """The readings that a message of the bot is about."""
        return await self._storage.readings_of_message(origin.chat_id, message_id)

    async def questions_of(self, origin: Origin, message_id: int) -> tuple[str, ...]:
        """The questions that a message of the bot answers, with those it was understood by."""
        return await self._storage.questions_of_message(origin.chat_id, message_id)

    async def links_of(self, origin: Origin, message_id: int) -> tuple[str, ...]:
        """The pages that the buttons of a message can fetch."""
        return await self._storage.links_of_message(origin.chat_id, message_id)

    async def note_message(
        self,
        origin: Origin,
        message_id: int,
        readings: Sequence[Reading],
        questions: Sequence[str] = (),
        links: Sequence[str] = (),
    ) -> None:
        """Remember what a message is about, so that its buttons and replies to it work for good."""
        await self._storage.link_message(
            chat_id=origin.chat_id,
            message_id=message_id,
            user_id=origin.user_id,
            reading_ids=[reading.reading_id for reading in readings],
            questions=questions,
            links=links,
        )

    async def receive(self, origin: Origin, language_code: str | None) -> Preferences:
        """Remember that a person was here, and the language of their Telegram; what their chat has chosen."""
        return await self._storage.receive(origin.user_id, language_code, origin.chat_id)

    async def language_of(self, user_id: int) -> str | None:
        """The language of a person's Telegram, if it is known."""
        return await self._storage.language_of(user_id)

    async def preferences(self, origin: Origin) -> Preferences:
        """What the chat has chosen."""
        return await self._storage.preferences(origin.chat_id)

    async def prefer(self, origin: Origin, preferences: Preferences) -> None:
        """Change what the chat has chosen."""
        await self._storage.save_preferences(origin.chat_id, preferences)

    async def forget(self, origin: Origin) -> int:
        """Erase all of a person; returns how many texts they had read."""
        return await self._storage.forget(origin.user_id)

    async def _opening(self, reading: Reading) -> str:
        article = await self._storage.article(reading.version)
        return "" if article is None else opening(article)
