"""The one place that wires: settings in, a running bot out. It opens everything and closes everything."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.chat.adapter import RunningBot, open_chat
from bot.chat.front_desk import FeedParts, front_desk
from bot.desk import SystemClock, open_desk
from bot.jobs import Jobs
from bot.messages import Messages
from bot.ports import Clock
from bot.services.posting import Posting
from bot.settings import Settings, revealed
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.opml import write_opml
from bot.storage import Stores, open_storage
from bot.trial.clock import CLOCK_FILE, ToldClock


@asynccontextmanager
async def open_app(settings: Settings, messages: Messages) -> AsyncIterator[RunningBot]:
    """The bot at work until the block ends: what came in is answered or left on disk for the next start.

    `settings.token` must be set. Raises TokenRefusedError and DatabaseError.
    """
    told = os.environ.get(CLOCK_FILE)
    clock: Clock = ToldClock(Path(told)) if told else SystemClock()
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
                following=FeedParts(
                    digests=stores.digests,
                    feeds=stores.feeds,
                    revisitor=desk.revisitor,
                    reader=SandboxedFeedReader(desk.workers),
                    write_list=write_opml,
                ),
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
        _doing_what_is_due(running, stores, clock, timedelta(days=settings.retention_days)),
    ):
        yield running


@asynccontextmanager
async def _doing_what_is_due(
    running: RunningBot, stores: Stores, clock: Clock, retention: timedelta
) -> AsyncIterator[None]:
    """Digests and feeds at work, and chats that are left erased, until the block ends."""
    digests, messenger = running.desk.digests, running.messenger
    posting = Posting(store=stores.digests, maker=digests.maker, messenger=messenger, clock=clock)
    jobs = Jobs(
        posting=posting,
        feeds=digests.feeds,
        store=stores.digests,
        messenger=messenger,
        clock=clock,
        retention=retention,
    )
    tasks = {
        asyncio.create_task(jobs.run(), name="jobs"),
        asyncio.create_task(running.desk.housekeeping.run(), name="housekeeping"),
    }
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
