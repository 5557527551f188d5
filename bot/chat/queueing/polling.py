"""Fetches updates from Telegram, and confirms none before it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.chat.queueing.lanes import incoming_of
from bot.core.errors import DatabaseError
from bot.ports import Clock, Inbox, Incoming
from bot.ports.operators import Trouble

log = structlog.get_logger(__name__)

POLL_S = 25
ANSWER_S = 10  # for the answer's way, after Telegram has waited POLL_S for an update
MOST_AT_ONCE = 100  # Telegram's limit
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 30.0
CONFLICT_LASTS_S = 90.0
EMPTY_WAIT_S = 0.2  # a server that answers "nothing" at once is not asked all the time


class Poller:
    """Long polling: fetch, commit, hand on, and only then confirm.

    Whatever happens (no network, a revoked token, a second program with the same token, a full disk), it
    waits and goes on. It says so in the log once, and once more when it is over.
    """

    def __init__(
        self,
        *,
        bot: Bot,
        inbox: Inbox,
        clock: Clock,
        feed: Callable[[Iterable[Incoming]], None],
        room: Callable[[], Awaitable[None]],
        allowed_updates: Sequence[str],
        poll_s: int = POLL_S,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._clock = clock
        self._feed = feed
        self._room = room
        self._allowed_updates = list(allowed_updates)
        self._poll_s = poll_s
        self.connected = False  # whether Telegram answered the last time
        self.storing = True  # whether what it answered could be stored
        self._conflict_at: float | None = None

    @property
    def trouble(self) -> Trouble | None:
        """What only an owner can mend: another program asks Telegram with the same token."""
        # The two cut each other short in turn, so that either is well again every now and then.
        now = asyncio.get_running_loop().time()
        lasting = self._conflict_at is not None and now - self._conflict_at < CONFLICT_LASTS_S
        return Trouble("owner-token") if lasting else None

    async def run(self) -> None:
        """Fetch for ever. Ends by being cancelled, at any moment, without a loss."""
        offset: int | None = None
        trouble: str | None = None
        wait_s = FIRST_WAIT_S
        while True:
            await self._room()
            try:
                offset = await self._poll(offset)
            except (TelegramError, DatabaseError) as error:
                self.connected = isinstance(error, DatabaseError)  # it answered, and that could not be stored
                self.storing = self.storing and not self.connected
                if isinstance(error, Conflict):
                    self._conflict_at = asyncio.get_running_loop().time()
                if type(error).__name__ != trouble:
                    trouble = type(error).__name__
                    log.warning("polling_failed", error=trouble)
                await asyncio.sleep(_told_s(error) or wait_s)
                wait_s = min(wait_s * 2, LONGEST_WAIT_S)
                continue
            if trouble is not None:
                log.info("polling_works_again")
            self.connected = self.storing = True
            trouble, wait_s = None, FIRST_WAIT_S

    async def _poll(self, offset: int | None) -> int | None:
        """Fetch once; returns the offset that confirms what was fetched.

        After an empty answer there is nothing left to confirm, and the offset is dropped: a server that
        counts anew (another Bot API server; Telegram itself after a quiet week) would take it for a
        confirmation of everything below. For the same reason none is kept for the next start: what was not
        confirmed by then comes again, and the inbox knows it.
        """
        began = asyncio.get_running_loop().time()
        updates = [raw for raw in await self._fetch(offset) if _is_update(raw)]
        if not updates:
            if asyncio.get_running_loop().time() - began < EMPTY_WAIT_S:
                await asyncio.sleep(EMPTY_WAIT_S)
            return None
        now, username = self._clock.now(), self._bot.username
        # Of several processes a single one polls: the work is for all of them.
        self._feed(await self._inbox.put([incoming_of(raw, now, username) for raw in updates], share=True))
        return 1 + max(int(raw["update_id"]) for raw in updates)

    async def _fetch(self, offset: int | None) -> list[Any]:
        arguments = {
            "offset": offset,
            "limit": MOST_AT_ONCE,
            # Until it has answered once it is not asked to wait: a bot that nobody writes to is ready, too.
            "timeout": self._poll_s if self.connected else 0,
            "allowed_updates": self._allowed_updates,
        }
        try:
            # The raw answer: `Bot.get_updates` fails for all updates where it cannot read one. Spelled like
            # this, the name becomes "getUpdates", which has a connection of its own, and is not taken for
            # that method.
            answer = await self._bot.do_api_request(
                "get_Updates",
                api_kwargs={name: value for name, value in arguments.items() if value is not None},
                read_timeout=self._poll_s + ANSWER_S,
            )
        except Conflict as error:
            if "webhook" in error.message.lower():
                await self._bot.delete_webhook()
            raise
        return answer if isinstance(answer, list) else []


def _is_update(raw: object) -> bool:
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)


def _told_s(error: Exception) -> float | None:
    """How long Telegram says to wait."""
    if not isinstance(error, RetryAfter):
        return None
    told = error.retry_after
    return told.total_seconds() if isinstance(told, timedelta) else float(told)
