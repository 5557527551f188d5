"""The way in beside polling: updates that Telegram brings to the webhook."""

from __future__ import annotations

from typing import Any

from telegram import Bot

from bot.chat.dispatch import Dispatcher
from bot.chat.lanes import incoming_of
from bot.ports import Clock, Inbox


class Reception:
    """Takes in updates one by one: on disk first, then to be handled."""

    def __init__(self, *, bot: Bot, inbox: Inbox, clock: Clock, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._inbox = inbox
        self._clock = clock
        self._dispatcher = dispatcher

    @property
    def full(self) -> bool:
        """Whether so much waits that Telegram had better keep what it has."""
        return self._dispatcher.full

    async def take(self, raw: dict[str, Any]) -> None:
        """Commit an update durably and have it handled; one that came before changes nothing.

        Raises DatabaseError.
        """
        with self._dispatcher.precedence.arriving():
            incoming = incoming_of(raw, self._clock.now(), self._bot.username)
            self._dispatcher.feed(await self._inbox.put([incoming]))
