"""Extraction in worker processes: what services are handed as `ports.Extractor`. Light to import."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.article import Article
from bot.core.post_links import PostLink
from bot.ports import Page, Workers
from bot.sources import documents, posts


class SandboxedExtractor:
    """Makes articles of pages, files and texts in worker processes (implements `bot.ports.Extractor`)."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def from_page(self, page: Page) -> Article:
        return await self._workers.run(
            documents.read_page, page.body, page.url, page.charset, page.content_type
        )

    async def from_post(self, link: PostLink, pages: Sequence[Page]) -> Article:
        return await self._workers.run(posts.read_post, link, [page.body for page in pages])

    async def from_file(
        self, body: bytes, name: str | None, content_type: str | None, *, url: str | None = None
    ) -> Article:
        return await self._workers.run(documents.read_file, body, name, content_type, url)

    async def from_text(self, text: str, *, url: str | None = None) -> Article:
        return await self._workers.run_short(documents.read_text, text, url=url)
