"""Reading of feeds in worker processes: what services are handed as `FeedReader`. Light to import."""

from __future__ import annotations

import asyncio

from bot.core.digests.feed_items import FeedContent
from bot.ports import Page, Workers
from bot.sources import feed_links, feeds, opml


class SandboxedFeedReader:
    """Makes values of feeds and lists in worker processes (implements `bot.ports.digests.FeedReader`)."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        # One after another: nobody waits for a feed, and people's pages shall not queue behind many.
        self._turn = asyncio.Lock()

    async def read(self, page: Page) -> FeedContent:
        async with self._turn:
            return await self._workers.run(
                feeds.read_feed, page.body, page.url, page.content_type, page.charset
            )

    async def links(self, page: Page) -> tuple[str, ...]:
        named = await self._workers.run(feed_links.named_feeds, page.body, page.url, page.charset)
        return named or feed_links.common_places(page.url)

    async def subscriptions(self, body: bytes) -> tuple[str, ...]:
        return await self._workers.run(opml.read_opml, body)
