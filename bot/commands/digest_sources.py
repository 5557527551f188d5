"""The sources of one digest on the command line: links, and files with articles, feeds or lists of feeds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.commands.console import read_file, source_name
from bot.ports import Page
from bot.services.materials import Material, Materials


@dataclass(frozen=True, slots=True)
class DigestSources:
    """Reads sources; `base_url` is where saved files come from."""

    materials: Materials
    base_url: str | None = None

    async def read(self, source: str) -> Material:
        """What a link or a file holds. Raises NotALinkError, FetchError, NoArticle, NoFeedError,
        InvalidInputError, WorkError, SourceFileError.
        """
        materials = self.materials
        if source.startswith(("http://", "https://")):
            return await materials.read_link(source)
        body = await asyncio.to_thread(read_file, source)
        url = self.base_url or ""
        page = Page(url=url, body=body, content_type="", charset=None, fetched_at=materials.now)
        found = await materials.read_listed(page, source)
        if found is not None:
            return found
        name = source_name(source)
        article = await materials.extractor.from_file(body, name, None, url=self.base_url)
        return materials.of_article(source, article)
