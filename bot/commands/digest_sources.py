"""The sources of one digest on the command line: links, and files with articles, feeds or lists of feeds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.commands.sources import read_file, source_name
from bot.ports import Page
from bot.services.on_demand import OnDemandDigests, SourceContent


@dataclass(frozen=True, slots=True)
class DigestSources:
    """Reads sources; `base_url` is where saved files come from."""

    digests: OnDemandDigests
    base_url: str | None = None

    async def read(self, source: str) -> SourceContent:
        """What a link or a file holds. Raises NotALinkError, FetchError, NoArticle, NoFeedError,
        InvalidInputError, WorkError, SourceFileError.
        """
        digests = self.digests
        if source.startswith(("http://", "https://")):
            return await digests.read_link(source)
        body = await asyncio.to_thread(read_file, source)
        url = self.base_url or ""
        page = Page(url=url, body=body, content_type="", charset=None, fetched_at=digests.clock.now())
        found = await digests.read_listed(page, source)
        if found is not None:
            return found
        name = source_name(source)
        article = await digests.ports.extractor.from_file(body, name, None, url=self.base_url)
        return digests.of_article(source, article)
