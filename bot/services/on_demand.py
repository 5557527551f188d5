"""Digests that somebody asks for: of articles, feeds, sites with a feed, and lists of feeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day

from bot.core.article import Article
from bot.core.digests.digest import Digest, Entry, Filters, Mention, MentionKind, Shape
from bot.core.digests.feed_items import FeedContent, FeedItem
from bot.core.digests.feed_kinds import BodyKind, kind_of
from bot.core.errors import BotError, NoArticle, NoFeedError
from bot.core.links import clean_url
from bot.ports import Clock, Page
from bot.ports.digests import FeedReader
from bot.ports.reading import ReadingPorts
from bot.services.concurrency import deadline_in
from bot.services.digest_tasks import drafts_in_turn
from bot.services.entries import Candidates, feed_entry, merged
from bot.services.feed_finding import find_feed, first_feed
from bot.services.pages import FetchedLink, extract_article, fetch_link
from bot.services.whole_texts import compose_whole

LONGEST_READ_S = 120.0  # of the pages that feeds announce


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceContent:
    """What one source holds."""

    entries: tuple[Entry, ...] = ()
    items: Mapping[str, FeedItem] = field(default_factory=dict)  # of a feed, by the keys of the entries
    is_feed: bool = False
    addresses: tuple[str, ...] = ()  # of a list of feeds, which are yet to be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much is wanted of a digest."""

    stories: int | None = None  # at most; None: seven, or as many as articles were named
    sentences: int = 2  # of each story
    hours: int | None = None  # back, that something may have come out; None for any time


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDemandDigests:
    """Reads sources and makes digests of them; what has no date is taken for new."""

    ports: ReadingPorts
    feeds: FeedReader
    clock: Clock

    async def read_link(self, url: str) -> SourceContent:
        """What a link leads to: a feed, a list of feeds, an article, or a site that names a feed.

        Raises NotALinkError, FetchError, NoArticle, NoFeedError and WorkError.
        """
        fetched = await fetch_link(self.ports.fetcher, url)
        found = await self.read_listed(fetched.page, fetched.page.url)
        if found is not None:
            return found
        try:
            article = await self._article(fetched)
        except NoArticle as error:
            return await self._feed_of_site(fetched.page, error)
        return self.of_article(article.url or url, article)

    async def read_listed(self, page: Page, source: str) -> SourceContent | None:
        """The feed or the list of feeds in a body; None where it is neither."""
        kind = kind_of(page.body)
        if kind is BodyKind.LIST:
            return SourceContent(addresses=await self.feeds.subscriptions(page.body))
        if kind is BodyKind.FEED:
            try:
                return await self._feed(await self.feeds.read(page), source)
            except NoFeedError:
                return None
        return None

    async def read_feed(self, url: str) -> SourceContent:
        """The feed at an address of a list, or of a site. Raises NotALinkError, FetchError, NoFeedError,
        WorkError.
        """
        url = clean_url(url)
        visit, content = await find_feed(self.ports.revisitor, self.feeds, url)
        return await self._feed(content, visit.moved_to or url)

    def of_article(self, source: str, article: Article) -> SourceContent:
        """What a source holds that is an article in hand."""
        day = article.published
        now = self.clock.now()
        at = now if day is None else min(now, datetime.combine(day, time_of_day(), UTC))
        mention = Mention(kind=MentionKind.MESSAGE, source=source, at=at, link=article.url)
        entry = Entry(key=article.url or source, article=article, mentions=(mention,))
        return SourceContent(entries=(entry,))

    async def compose(self, found: Sequence[SourceContent], extent: Extent) -> Digest | None:
        """One digest of all that was found; None where there is nothing to tell. Raises WorkError."""
        now = self.clock.now()
        earliest = None if extent.hours is None else now - timedelta(hours=extent.hours)
        entries = [
            entry for one in found for entry in one.entries if earliest is None or entry.at >= earliest
        ]
        items = {key: item for one in found for key, item in one.items.items()}
        return await compose_whole(
            self.ports.workers,
            Candidates(merged(entries), items),
            self._article_at,
            now=now,
            shape=_shape(found, extent),
            deadline=deadline_in(LONGEST_READ_S),
        )

    async def _article(self, fetched: FetchedLink) -> Article:
        return await extract_article(self.ports.fetcher, self.ports.extractor, fetched)

    async def _article_at(self, url: str) -> Article | None:
        """The article behind a link of a feed; None where it cannot be had."""
        try:
            return await self._article(await fetch_link(self.ports.fetcher, url))
        except BotError:  # what its feed gave has to do
            return None

    async def _feed_of_site(self, page: Page, error: NoArticle) -> SourceContent:
        """The feed that a page of links names; without one, the page's own error counts."""
        links = await self.feeds.links(page)
        try:
            visit, content = await first_feed(self.ports.revisitor, self.feeds, page.url, links)
        except NoFeedError:
            raise error from None
        return await self._feed(content, visit.moved_to or page.url)

    async def _feed(self, content: FeedContent, address: str) -> SourceContent:
        now = self.clock.now()
        pairs = [(item, Filters()) for item in content.items]
        articles = await drafts_in_turn(self.ports.workers, pairs)
        met = [
            (feed_entry(item, article, source=address, title=content.title, seen_at=now), item)
            for item, article in zip(content.items, articles, strict=True)
            if article is not None
        ]
        items = {entry.key: item for entry, item in met}
        return SourceContent(entries=tuple(entry for entry, _ in met), items=items, is_feed=True)


def _shape(found: Sequence[SourceContent], extent: Extent) -> Shape:
    """Room for every article that was named; and no feed of several has more than its share."""
    usual = Shape()
    named = sum(len(one.entries) for one in found if not one.is_feed)
    feeds = sum(one.is_feed for one in found)
    return Shape(
        stories=extent.stories or max(usual.stories, named),
        sentences=extent.sentences,
        per_source=usual.per_source if feeds > 1 else 0,
    )
