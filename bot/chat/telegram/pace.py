"""Telegram's pace for what is sent unasked: so many messages a second in all, and fewer in one chat."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

# Telegram takes about 30 messages a second of a bot; a quarter is left for those who are waiting for answers.
ALL_EVERY_S = 1 / 22
# In a private chat or a channel one a second, in a group 20 a minute.
CHAT_EVERY_S = 1.0
GROUP_EVERY_S = 3.0


class Pace:
    """Lets messages through one by one. `now` gives seconds that only go forward."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._next = 0.0
        self._chats: dict[int, float] = {}

    async def turn(self, chat_id: int) -> None:
        """Wait until a message to the chat may be sent. In order within a chat, if called in order."""
        await self.turn_of_chat(chat_id)
        await self.turn_of_all()

    async def turn_of_chat(self, chat_id: int) -> None:
        """Wait until the chat can take another message."""
        now = self._now()
        self._forget(now)
        at = max(now, self._chats.get(chat_id, 0.0))
        self._chats[chat_id] = at + (GROUP_EVERY_S if chat_id < 0 else CHAT_EVERY_S)
        if at > now:
            await self._sleep(at - now)

    async def turn_of_all(self) -> None:
        """Wait until Telegram can take another message of the bot."""
        now = self._now()
        at = max(now, self._next)
        self._next = at + ALL_EVERY_S
        if at > now:
            await self._sleep(at - now)

    def _forget(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat_id: at for chat_id, at in self._chats.items() if at > now}
