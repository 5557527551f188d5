"""Chats that move, throw the bot out, or are to be forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol

import structlog

from bot.core.errors import DatabaseError
from bot.core.rooms import is_over
from bot.ports import Clock
from bot.ports.rooms import RoomStore

log = structlog.get_logger(__name__)

SWEEP_EVERY_S: Final = 300.0


class ChatRows(Protocol):
    """Something that keeps rows of chats besides RoomStore."""

    async def rest(self, chat_id: int) -> None:
        """Stop everything of a chat that the bot may not write to any more."""
        ...

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: all of its rows go with it."""
        ...

    async def erase_chat(self, chat_id: int) -> None:
        """Erase everything of a chat."""
        ...


class Housekeeping:
    """Sees to it that nothing is left behind, and nothing kept too long."""

    def __init__(self, *, rooms: RoomStore, clock: Clock, others: Sequence[ChatRows] = ()) -> None:
        self._rooms = rooms
        self._clock = clock
        self._others = others

    async def rest(self, chat_id: int) -> None:
        """The bot may not write to a chat any more: its schedules stop."""
        for rows in self._others:
            await rows.rest(chat_id)

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup. A second call changes nothing."""
        for rows in self._others:
            await rows.move_chat(old, new)
        await self._rooms.move(old, new)

    async def run(self) -> None:
        """Sweep again and again; never returns."""
        while True:
            try:
                await self.sweep()
            except DatabaseError as error:  # it may be well again the next time
                log.warning("sweeping_failed", reason=str(error))
            await asyncio.sleep(SWEEP_EVERY_S)

    async def sweep(self) -> int:
        """Erase the chats that threw the bot out and whose grace time is over; returns how many went."""
        now = self._clock.now()
        gone = [room.chat_id for room in await self._rooms.rooms() if is_over(room, now)]
        for chat_id in gone:
            for rows in self._others:
                await rows.erase_chat(chat_id)
            await self._rooms.erase(chat_id)
        return len(gone)
