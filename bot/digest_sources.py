"""The sources of one digest on the command line: articles, feeds, sites with a feed, and lists of feeds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from datetime import time as time_of_day

from bot.console import read_file, source_name
from bot.core.article import Article
from bot.core.digest import Entry, Filters, Mention, MentionKind
from bot.core.errors import BotError, NoArticle, NoFeedError
from bot.core.feed_items import FeedContent, FeedItem
from bot.core.links import clean_url
from bot.desk import Desk
from bot.ports import Page
from bot.services.digest_work import drafts_in_turn
from bot.services.entries import feed_entry
from bot.services.feed_finding import find_feed, first_feed
from bot.services.pages import extract_find, fetch_link
from bot.sources.feed_kinds import BodyKind, kind_of
from bot.sources.feed_reader import SandboxedFeedReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What one source holds."""

    entries: tuple[Entry, ...] = ()
    items: Mapping[str, FeedItem] = field(default_factory=dict)  # of a feed, by the keys of the entries
    is_feed: bool = False
    addresses: tuple[str, ...] = ()  # of a list of feeds, which are yet to be read


class DigestSources:
    """Reads sources; `now` dates what has no date, `base_url` is where saved files come from."""

    def __init__(self, desk: Desk, now: datetime, base_url: str | None = None) -> None:
        self._desk = desk
        self._now = now
        self._base_url = base_url
        self._reader = SandboxedFeedReader(desk.workers)

    async def read(self, source: str) -> Material:
        """What a link or a file holds. Raises NotALinkError, FetchError, NoArticle, NoFeedError,
        InvalidInputError, WorkError, SourceFileError.
        """
        if source.startswith(("http://", "https://")):
            return await self._read_link(source)
        body = await asyncio.to_thread(read_file, source)
        url = self._base_url or ""
        page = Page(url=url, body=body, content_type="", charset=None, fetched_at=self._now)
        found = await self._read_listed(page, source)
        if found is not None:
            return found
        article = await self._desk.extractor.from_file(body, source_name(source), None, url=self._base_url)
        return self._one(source, article)

    async def read_feed(self, url: str) -> Material:
        """The feed at an address of a list, or of a site. Raises NotALinkError, FetchError, NoFeedError,
        WorkError.
        """
        url = clean_url(url)
        visit, content = await find_feed(self._desk.revisitor, self._reader, url)
        return await self._feed(content, content.moved_to or visit.moved_to or url)

    async def article_at(self, url: str) -> Article | None:
        """The article behind a link of a feed; None where it cannot be had."""
        try:
            return await extract_find(
                self._desk.fetcher, self._desk.extractor, await fetch_link(self._desk.fetcher, url)
            )
        except BotError:  # its feed has told what there is
            return None

    async def _read_link(self, source: str) -> Material:
        find = await fetch_link(self._desk.fetcher, source)
        found = await self._read_listed(find.page, find.page.url)
        if found is not None:
            return found
        try:
            article = await extract_find(self._desk.fetcher, self._desk.extractor, find)
        except NoArticle as error:
            return await self._feed_of_site(find.page, error)
        return self._one(article.url or source, article)

    async def _read_listed(self, page: Page, source: str) -> Material | None:
        """The feed or the list of feeds in a body; None where it is neither."""
        kind = kind_of(page.body)
        if kind is BodyKind.LIST:
            return Material(addresses=await self._reader.subscriptions(page.body))
        if kind is BodyKind.FEED:
            try:
                return await self._feed(await self._reader.read(page), source)
            except NoFeedError:
                return None
        return None

    async def _feed_of_site(self, page: Page, error: NoArticle) -> Material:
        """The feed that a page of links names; without one, the page's own error counts."""
        links = await self._reader.links(page)
        try:
            visit, content = await first_feed(self._desk.revisitor, self._reader, page.url, links)
        except NoFeedError:
            raise error from None
        return await self._feed(content, visit.moved_to or page.url)

    async def _feed(self, content: FeedContent, address: str) -> Material:
        pairs = [(item, Filters()) for item in content.items]
        articles = await drafts_in_turn(self._desk.workers, pairs)
        met = [
            (feed_entry(item, article, source=address, title=content.title, seen_at=self._now), item)
            for item, article in zip(content.items, articles, strict=True)
            if article is not None
        ]
        items = {entry.key: item for entry, item in met}
        return Material(entries=tuple(entry for entry, _ in met), items=items, is_feed=True)

    def _one(self, source: str, article: Article) -> Material:
        day = article.published
        at = self._now if day is None else datetime.combine(day, time_of_day(), UTC)
        mention = Mention(kind=MentionKind.MESSAGE, source=source, at=min(at, self._now), link=article.url)
        return Material(entries=(Entry(key=article.url or source, article=article, mentions=(mention,)),))
