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
from bot.services.views import FileSource, LinkSource, Origin, PhraseFor, Source, SourceOutcome, SummaryView
from bot.services.work import sentence_count, survey

# Characters of a summary's sentences: a message holds 4096, and a title, a by-line and numbers beside them.
ROOM = 3400
# Text is an article from here on; less is a question, or short text.
ARTICLE_CHARACTERS, ARTICLE_SENTENCES = 400, 4
# Sources that one message or bundle may bring: more short summaries would not fit in one reply.
MOST_SOURCES = 5


class ArticleReader:
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

    async def read(
        self, origin: Origin, source: Source, *, sentences: int | None = None, about: str | None = None
    ) -> SummaryView:
        """Read one source; it becomes the article at hand. `sentences`: None for what the chat prefers.

        Raises NotALinkError, FetchError, NoArticle, InvalidInputError, WorkError.
        """
        version, article = await self._take_in(source)
        return await self._begin(origin, version, article, sentences, about)

    async def read_several(self, origin: Origin, sources: Sequence[Source]) -> tuple[SourceOutcome, ...]:
        """Read several sources side by side, each with a short summary; all of them are at hand, in order."""
        texts = await asyncio.gather(*(self._attempt(source) for source in sources))
        outcomes: list[SourceOutcome] = []
        for source, text in zip(sources, texts, strict=True):
            if isinstance(text, BotError):
                outcomes.append(SourceOutcome(source=source, error=text))
                continue
            version, article = text
            reading = await self._note(origin, version, SHORT, None)
            outcomes.append(SourceOutcome(source=source, view=await self._view(reading, article)))
        await self.lay_out(origin, [outcome.view.reading for outcome in outcomes if outcome.view])
        return tuple(outcomes)

    async def is_article(self, text: str) -> bool:
        """Whether a text is long enough to be summarised: 400 characters and four sentences."""
        return len(text) >= ARTICLE_CHARACTERS and await self.sentences_in(text) >= ARTICLE_SENTENCES

    async def sentences_in(self, text: str) -> int:
        """How many sentences a text has."""
        return await self._workers.run_short(sentence_count, text)

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
        """The readings that a bare question is about; none where nothing has been read."""
        talk = await self._storage.conversation(origin.chat_id, origin.user_id)
        found = [await self._storage.reading(reading_id) for reading_id in talk.reading_ids]
        return tuple(reading for reading in found if reading is not None)

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
            off_topic=found.off_topic,
        )

    async def _begin(
        self, origin: Origin, version: str, article: Article, sentences: int | None, about: str | None
    ) -> SummaryView:
        if sentences is None:
            sentences = (await self._storage.preferences(origin.chat_id)).sentences
        reading = await self._note(origin, version, min(max(sentences, 1), lengths.MOST), about)
        await self.lay_out(origin, [reading])
        return await self._view(reading, article)

    async def _note(self, origin: Origin, version: str, sentences: int, about: str | None) -> Reading:
        return await self._storage.add_reading(
            chat_id=origin.chat_id,
            user_id=origin.user_id,
            version=version,
            sentences=sentences,
            about=about,
            update_id=origin.update_id,
        )

    async def _attempt(self, source: Source) -> tuple[str, Article] | BotError:
        try:
            return await self._take_in(source)
        except BotError as error:  # one of several: the others still get their summaries
            return error

    async def _take_in(self, source: Source) -> tuple[str, Article]:
        """The stored version of a source, and its article."""
        if isinstance(source, LinkSource):
            return await self._read_page(source.url)
        if isinstance(source, FileSource):
            article = await self._extractor.from_file(source.body, source.name, source.content_type)
        else:
            article = await self._extractor.from_text(source.text, url=source.url)
            article = replace(article, site=source.site)
        return await self._keep(_text_key(article), article), article

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
