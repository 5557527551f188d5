"""Chats that move, throw the bot out, or are to be forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.core.rooms import is_over
from bot.ports import Clock
from bot.room_ports import RoomStore


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
        """A group became a supergroup. May be told twice."""
        for rows in self._others:
            await rows.move_chat(old, new)
        await self._rooms.move(old, new)

    async def sweep(self) -> int:
        """Erase the chats that threw the bot out and whose grace time is over; returns how many went."""
        now = self._clock.now()
        gone = [room.chat_id for room in await self._rooms.rooms() if is_over(room, now)]
        for chat_id in gone:
            for rows in self._others:
                await rows.erase_chat(chat_id)
            await self._rooms.erase(chat_id)
        return len(gone)
