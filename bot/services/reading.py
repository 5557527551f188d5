"""Reading: what a person sends becomes a stored text, a reading of it, and a summary."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from bot.core.article import Article
from bot.core.errors import BotError, NoReadingError
from bot.core.keywords import keywords
from bot.core.links import clean_url
from bot.core.readings import SHORT, Conversation, Reading
from bot.core.tokens import index_terms
from bot.ports import Extractor, Fetcher, Page, Storage, Workers
from bot.services import lengths
from bot.services.places import is_verbatim, reading_minutes
from bot.services.views import LinkOutcome, Origin, PhraseFor, SummaryView
from bot.services.work import survey

ROOM = (
    3400  # characters of a summary's sentences: a message of 4096 with title, by-line and numbers beside them
)


class Reader:
    """Reads links, texts and files for a chat, and shows what it has read at any length."""

    def __init__(
        self,
        *,
        storage: Storage,
        fetcher: Fetcher,
        extractor: Extractor,
        workers: Workers,
        phrase_for: PhraseFor,
    ) -> None:
        self._storage = storage
        self._fetcher = fetcher
        self._extractor = extractor
        self._workers = workers
        self._phrase_for = phrase_for

    async def read_link(
        self, origin: Origin, url: str, *, sentences: int | None = None, about: str | None = None
    ) -> SummaryView:
        """Read a page; it becomes the article at hand. Raises NotALinkError, FetchError, NoArticle, WorkError."""
        version, article = await self._read_page(url)
        return await self._begin(origin, version, article, sentences, about)

    async def read_links(self, origin: Origin, urls: Sequence[str]) -> tuple[LinkOutcome, ...]:
        """Read several pages side by side, each with a short summary; what was read is at hand, in that order."""
        pages = await asyncio.gather(*(self._attempt(url) for url in urls))
        outcomes: list[LinkOutcome] = []
        parent: int | None = None
        for url, page in zip(urls, pages, strict=True):
            if isinstance(page, BotError):
                outcomes.append(LinkOutcome(url=url, error=page))
                continue
            view = await self._add(origin, *page, SHORT, None, parent)
            parent = parent or view.reading.reading_id
            outcomes.append(LinkOutcome(url=url, view=view))
        await self.lay_out(origin, [outcome.view.reading for outcome in outcomes if outcome.view])
        return tuple(outcomes)

    async def read_text(
        self,
        origin: Origin,
        text: str,
        *,
        url: str | None = None,
        site: str | None = None,
        sentences: int | None = None,
        about: str | None = None,
    ) -> SummaryView:
        """Read pasted or forwarded text; `url` and `site` say where it was published, if that is known.

        Raises EmptyTextError, TextTooLongError, WorkError.
        """
        article = replace(await self._extractor.from_text(text, url=url), site=site)
        return await self._begin(
            origin, await self._keep(_text_key(article), article), article, sentences, about
        )

    async def read_file(
        self,
        origin: Origin,
        body: bytes,
        *,
        name: str | None,
        content_type: str | None,
        sentences: int | None = None,
        about: str | None = None,
    ) -> SummaryView:
        """Read an uploaded file. Raises UnsupportedFileError, UnreadableFileError, NoArticle, WorkError."""
        article = await self._extractor.from_file(body, name, content_type)
        return await self._begin(
            origin, await self._keep(_text_key(article), article), article, sentences, about
        )

    async def show(self, reading: Reading) -> SummaryView:
        """The summary of a reading at its present length. Raises NoReadingError where its text is gone."""
        return await self._view(reading, await self.article(reading))

    async def resize(self, reading: Reading, sentences: int) -> SummaryView:
        """The summary with another number of sentences (1 to 50); it stays that long."""
        count = min(max(sentences, 1), lengths.MOST)
        if count != reading.sentences:
            await self._storage.resize_reading(reading.reading_id, count)
        return await self.show(replace(reading, sentences=count))

    async def again(
        self, origin: Origin, reading: Reading, *, sentences: int | None = None, about: str | None = None
    ) -> SummaryView:
        """A new reading of the text that an earlier one was about. Raises NoReadingError."""
        article = await self.article(reading)
        return await self._begin(origin, reading.version, article, sentences, about)

    async def keywords(self, reading: Reading) -> tuple[str, ...]:
        """What the text is about, in its own words. Raises NoReadingError."""
        return await self._workers.run_short(keywords, await self.article(reading))

    async def article(self, reading: Reading) -> Article:
        """The text that the chat saw. Raises NoReadingError where it has been erased."""
        article = await self._storage.article(reading.version)
        if article is None:
            raise NoReadingError(reading=reading.reading_id)
        return article

    async def reading(self, reading_id: int, origin: Origin, *, personal: bool) -> Reading:
        """A reading of this chat; in a `personal` chat of this person alone. Raises NoReadingError."""
        reading = await self._storage.reading(reading_id)
        foreign = reading is None or reading.chat_id != origin.chat_id
        if reading is None or foreign or (personal and reading.user_id != origin.user_id):
            raise NoReadingError(reading=reading_id)
        return reading

    async def at_hand(self, origin: Origin) -> tuple[Reading, ...]:
        """The readings that a question without more to go by is about. Raises NoReadingError where there are none."""
        talk = await self._storage.conversation(origin.chat_id, origin.user_id)
        found = [await self._storage.reading(reading_id) for reading_id in talk.reading_ids]
        readings = tuple(reading for reading in found if reading is not None)
        if not readings:
            raise NoReadingError
        return readings

    async def lay_out(self, origin: Origin, readings: Sequence[Reading]) -> None:
        """Put readings at hand: the next question is about them, and the conversation begins anew."""
        if not readings:
            return
        talk = await self._storage.conversation(origin.chat_id, origin.user_id)
        wanted = tuple(reading.reading_id for reading in readings)
        if talk.reading_ids != wanted:
            await self._storage.save_conversation(
                Conversation(chat_id=origin.chat_id, user_id=origin.user_id, reading_ids=wanted)
            )

    async def _view(self, reading: Reading, article: Article) -> SummaryView:
        found = await self._workers.run_short(
            survey, article, reading.sentences, reading.about, ROOM, self._phrase_for(article.language)
        )
        return SummaryView(
            reading=reading,
            article=article,
            sentences=tuple(s for s in found.sentences if is_verbatim(article, s)),
            suggestions=tuple(s for s in found.suggestions if is_verbatim(article, s.sentence)),
            shorter=found.shorter,
            longer=found.longer,
            minutes=reading_minutes(article),
        )

    async def _begin(
        self, origin: Origin, version: str, article: Article, sentences: int | None, about: str | None
    ) -> SummaryView:
        if sentences is None:
            sentences = (await self._storage.preferences(origin.chat_id)).sentences
        view = await self._add(origin, version, article, min(max(sentences, 1), lengths.MOST), about, None)
        await self.lay_out(origin, [view.reading])
        return view

    async def _add(
        self,
        origin: Origin,
        version: str,
        article: Article,
        sentences: int,
        about: str | None,
        parent: int | None,
    ) -> SummaryView:
        reading = await self._storage.add_reading(
            chat_id=origin.chat_id,
            user_id=origin.user_id,
            version=version,
            sentences=sentences,
            about=about,
            parent=parent,
            update_id=origin.update_id,
        )
        return await self._view(reading, article)

    async def _attempt(self, url: str) -> tuple[str, Article] | BotError:
        try:
            return await self._read_page(url)
        except BotError as error:  # one link of several: the others still get their summaries
            return error

    async def _read_page(self, url: str) -> tuple[str, Article]:
        page = await self._fetcher.fetch(clean_url(url))
        known = await self._known(page)
        if known is not None:
            return known
        article = await self._extractor.from_page(page)
        return await self._keep(article.url or page.url, article), article

    async def _known(self, page: Page) -> tuple[str, Article] | None:
        """The stored text of a page that has not been fetched anew since it was stored."""
        stored = await self._storage.newest(page.url)
        if stored is None or stored.fetched_at < page.fetched_at:
            return None
        article = await self._storage.article(stored.version)
        return None if article is None else (stored.version, article)

    async def _keep(self, key: str, article: Article) -> str:
        terms = await self._workers.run_short(index_terms, article.text, article.language)
        return (await self._storage.save_article(key, article, terms)).version


def _text_key(article: Article) -> str:
    # A text that somebody sent never takes the place of the page that it says it comes from.
    return "text:" + sha256(article.text.encode()).hexdigest()
