"""The way in beside polling: updates that Telegram brings to the webhook."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot

from bot.chat.queueing.dispatch import Dispatcher
from bot.chat.queueing.lanes import incoming_of
from bot.core.errors import DatabaseError
from bot.ports import Clock, Inbox, Incoming

MOST_AT_ONCE = 100  # as many as Telegram brings side by side


@dataclass(slots=True)
class _Delivery:
    """An update, and whoever waits for it to be on disk."""

    update: Incoming
    over: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def end(self, error: Exception | None = None) -> None:
        if self.over.done():  # nobody waits any more
            return
        if error is None:
            self.over.set_result(None)
        else:
            self.over.set_exception(error)


class UpdateReceiver:
    """Takes in updates: on disk first, then to be handled.

    What comes while others are being written is written together, in the order in which it came: a hundred
    updates cost hardly more than one.
    """

    def __init__(self, *, bot: Bot, inbox: Inbox, clock: Clock, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._inbox = inbox
        self._clock = clock
        self._dispatcher = dispatcher
        self._gathered: list[_Delivery] = []
        self._writing: asyncio.Task[None] | None = None

    @property
    def full(self) -> bool:
        """Whether so much waits that Telegram had better keep what it has."""
        return self._dispatcher.full

    async def receive(self, raw: dict[str, Any]) -> None:
        """Commit an update durably and have it handled; one that came before changes nothing.

        Raises DatabaseError.
        """
        with self._dispatcher.precedence.arriving():
            delivery = _Delivery(incoming_of(raw, self._clock.now(), self._bot.username))
            self._gathered.append(delivery)
            if self._writing is None:
                self._writing = asyncio.create_task(self._write(), name="receiver")
            await delivery.over

    async def _write(self) -> None:
        try:
            while self._gathered:
                together, self._gathered = self._gathered[:MOST_AT_ONCE], self._gathered[MOST_AT_ONCE:]
                await self._put(together)
        finally:
            self._writing = None

    async def _put(self, together: list[_Delivery]) -> None:
        try:
            new = await self._inbox.put([delivery.update for delivery in together])
        except Exception as error:  # noqa: BLE001 - it is handed to those who wait
            if isinstance(error, DatabaseError) or len(together) == 1:
                for delivery in together:
                    delivery.end(error)
            else:  # one that the database does not take must not keep out the others
                for delivery in together:
                    await self._put([delivery])
        else:
            for delivery in together:
                delivery.end()
            self._dispatcher.feed(new)
