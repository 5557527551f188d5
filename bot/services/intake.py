"""Taking in: what a person sends becomes a text that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from bot.core.article import Article
from bot.core.errors import NotArchivedError, PageMissingError
from bot.core.links import clean_url
from bot.core.tokens import index_terms
from bot.ports import Extractor, Fetcher, Page, Workers
from bot.ports.library import ArticleStore
from bot.services.archive import WAYBACK, copy_of
from bot.services.pages import FetchedLink, extract_article, fetch_link
from bot.services.views import ArchivedSource, FileSource, LinkSource, Source, TextSource


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text as it is kept."""

    version: str
    article: Article


class Intake:
    """Fetches, extracts and keeps. `archive`: where the addresses of a web archive begin."""

    def __init__(
        self,
        *,
        storage: ArticleStore,
        fetcher: Fetcher,
        extractor: Extractor,
        workers: Workers,
        archive: str = WAYBACK,
    ) -> None:
        self._storage = storage
        self._fetcher = fetcher
        self._extractor = extractor
        self._workers = workers
        self._archive = archive

    async def take_in(self, source: Source) -> KeptText:
        """The kept text of a source.

        Raises NotALinkError, FetchError, NoArticle, InvalidInputError, WorkError.
        """
        match source:
            case LinkSource(url=url, fresh=fresh):
                return await self._read(await fetch_link(self._fetcher, clean_url(url), fresh=fresh))
            case ArchivedSource(url=url):
                return await self._read(FetchedLink(page=await self._copy(clean_url(url))))
            case FileSource():
                article = await self._extractor.from_file(source.body, source.name, source.content_type)
                if article.title is None and article.site is None:
                    article = article.described(site=source.name)  # what it is called by who sent it
            case TextSource():
                article = await self._extractor.from_text(source.text, url=source.url)
                article = article.described(site=source.site)
        return await self._keep(_text_key(article), article)

    async def _copy(self, url: str) -> Page:
        try:
            return await self._fetcher.fetch(copy_of(url, self._archive))
        except PageMissingError as error:
            raise NotArchivedError(url=url) from error

    async def _read(self, fetched: FetchedLink) -> KeptText:
        page = fetched.page
        known = await self._known(page)
        if known is not None:
            return known
        article = await extract_article(self._fetcher, self._extractor, fetched)
        # Under the address that it was fetched from, and never under one that it only calls its own: where
        # several people publish on one host, one's page would be the answer to who asks for another's.
        return await self._keep(page.url, article)

    async def _known(self, page: Page) -> KeptText | None:
        """The kept text of a page that has not been fetched anew since it was kept."""
        stored = await self._storage.newest(page.url)
        if stored is None or stored.fetched_at < page.fetched_at:
            return None
        article = await self._storage.article(stored.version)
        return None if article is None else KeptText(stored.version, article)

    async def _keep(self, key: str, article: Article) -> KeptText:
        terms = await self._workers.run_short(index_terms, article.text, article.language)
        return KeptText((await self._storage.save_article([key], article, terms)).version, article)


def _text_key(article: Article) -> str:
    # A text that somebody sent never takes the place of the page that it says it comes from.
    return "text:" + sha256(article.text.encode()).hexdigest()
