"""The one place that wires: settings in, a running bot out. It opens everything and closes everything."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.chat.adapter import RunningBot, open_chat
from bot.chat.front_desk import front_desk
from bot.desk import SystemClock, open_desk
from bot.messages import Messages
from bot.settings import Settings, revealed
from bot.storage import open_storage


@asynccontextmanager
async def open_app(settings: Settings, messages: Messages) -> AsyncIterator[RunningBot]:
    """The bot at work until the block ends: what came in is answered or left on disk for the next start.

    `settings.token` must be set. Raises TokenRefusedError and DatabaseError.
    """
    clock = SystemClock()
    async with (
        open_storage(settings.database.get_secret_value(), clock) as stores,
        open_desk(settings, clock=clock) as desk,
        open_chat(
            token=revealed(settings.token) or "",
            api_url=settings.api_url,
            api_proxy=revealed(settings.api_proxy),
            desk=front_desk(
                storage=stores.storage,
                outbox=stores.outbox,
                rooms=stores.rooms,
                clock=clock,
                fetcher=desk.fetcher,
                extractor=desk.extractor,
                workers=desk.workers,
                messages=messages,
                locale=settings.locale,
            ),
            inbox=stores.inbox,
            clock=clock,
        ) as running,
    ):
        yield running
