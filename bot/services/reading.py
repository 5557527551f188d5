"""Reading: what a person sends is read for a chat, and becomes what its next questions are about."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeAlias

from bot.core.article import Article
from bot.core.errors import BotError, FetchTimeoutError, NoReadingError
from bot.core.keywords import keywords
from bot.core.ranking.reasons import Reasons, explain_all
from bot.core.readings import SHORT, Conversation, Reading
from bot.ports import Storage, Workers
from bot.services import lengths
from bot.services.article_tasks import sentence_count
from bot.services.concurrency import attempt, deadline_in, gather_until
from bot.services.intake import Intake, KeptText
from bot.services.summarizing import Summarizer
from bot.services.views import LinkSource, Origin, Source, SourceOutcome, SummaryView

# Text is an article from here on; less is a question, or short text.
ARTICLE_CHARACTERS, ARTICLE_SENTENCES = 400, 4
# Sources that one message or bundle may bring: more short summaries would not fit in one reply.
MOST_SOURCES = 8
MANY_SOURCES, BRIEFEST = 5, 2  # from so many on, each gets so many sentences
SEVERAL_S = 18.0  # for several sources side by side; the reply has 25 s, and what came in time is shown in it

NO_READING = 0  # the number of one that is not kept

OnSummary: TypeAlias = Callable[[Origin, SummaryView], Awaitable[None]]


class ArticleReader:
    """Reads links, texts and files for a chat, and shows what it has read at any length."""

    def __init__(
        self,
        *,
        storage: Storage,
        intake: Intake,
        workers: Workers,
        summarizer: Summarizer,
        several_s: float = SEVERAL_S,
        on_summary: OnSummary | None = None,
    ) -> None:
        """`on_summary` is called with every new summary."""
        self._storage = storage
        self._intake = intake
        self._workers = workers
        self._summarizer = summarizer
        self._several_s = several_s
        self._on_summary = on_summary

    async def read(
        self,
        origin: Origin,
        source: Source,
        *,
        sentences: int | None = None,
        about: str | None = None,
        at_hand: bool = True,
    ) -> SummaryView:
        """Read one source; it becomes the article `at_hand`. `sentences`: None for what the chat prefers.

        Raises NotALinkError, FetchError, NoArticle, InvalidInputError, WorkError.
        """
        text = await self._intake.take_in(source)
        since = await self._since(origin, source, text)
        return await self._begin(origin, text, sentences, about, since, at_hand=at_hand)

    async def preview(self, origin: Origin, source: Source, *, sentences: int, now: datetime) -> SummaryView:
        """As `read`, for who has not chosen yet whether to read it: nothing is noted, so the reading has
        no number.
        """
        text = await self._intake.take_in(source)
        reading = Reading(
            reading_id=NO_READING,
            chat_id=origin.chat_id,
            user_id=origin.user_id,
            version=text.version,
            title=text.article.title,
            url=text.article.url,
            language=text.article.language,
            read_at=now,
            sentences=sentences,
        )
        return await self._summarizer.view(reading, text.article)

    async def read_several(self, origin: Origin, sources: Sequence[Source]) -> tuple[SourceOutcome, ...]:
        """Read several sources side by side, each with a short summary; all of them are at hand, in order.

        Sources that lead to the same text are one. The error of those that take longer than `several_s` is
        FetchTimeoutError.
        """
        count = SHORT if len(sources) < MANY_SOURCES else BRIEFEST
        outcomes: list[SourceOutcome] = []
        seen: set[str] = set()
        for source, text in zip(sources, await self._take_in_all(sources), strict=True):
            if isinstance(text, BotError):
                outcomes.append(SourceOutcome(source=source, error=text))
            elif text.version not in seen:
                seen.add(text.version)
                since = await self._since(origin, source, text)
                reading = await self._add_reading(origin, text, count, None, since)
                outcomes.append(
                    SourceOutcome(source=source, view=await self._first_view(origin, reading, text))
                )
        await self.put_at_hand(origin, [outcome.view.reading for outcome in outcomes if outcome.view])
        return tuple(outcomes)

    async def is_article(self, text: str) -> bool:
        """Whether a text is long enough to be summarised: 400 characters and four sentences."""
        return len(text) >= ARTICLE_CHARACTERS and await self.sentences_in(text) >= ARTICLE_SENTENCES

    async def sentences_in(self, text: str) -> int:
        """How many sentences a text has."""
        return await self._workers.run_short(sentence_count, text)

    async def show(self, reading: Reading) -> SummaryView:
        """The summary of a reading at its present length. Raises NoReadingError where its text is gone."""
        return await self._summarizer.view(reading, await self.article(reading))

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
        text = KeptText(reading.version, await self.article(reading))
        return await self._begin(origin, text, sentences, about, None)

    async def keywords(self, reading: Reading) -> tuple[str, ...]:
        """What the text is about, in its own words. Raises NoReadingError."""
        return await self._workers.run_short(keywords, await self.article(reading))

    async def reasons(self, view: SummaryView) -> list[Reasons]:
        """Why the sentences of a summary were taken, in their order."""
        return await self._workers.run_short(explain_all, view.article, view.sentences)

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

    async def put_at_hand(self, origin: Origin, readings: Sequence[Reading]) -> None:
        """Put readings at hand: the next question is about them, and the conversation begins anew."""
        if not readings:
            return
        talk = await self._storage.conversation(origin.chat_id, origin.user_id)
        wanted = tuple(reading.reading_id for reading in readings)
        if talk.reading_ids != wanted:
            await self._storage.save_conversation(
                Conversation(chat_id=origin.chat_id, user_id=origin.user_id, reading_ids=wanted)
            )

    async def _since(self, origin: Origin, source: Source, text: KeptText) -> int | None:
        """The reading before of the same page by the chat, where that showed another text."""
        if not isinstance(source, LinkSource) or text.article.url is None:
            return None
        last = await self._storage.last_reading(origin.chat_id, text.article.url, before=origin.update_id)
        return None if last is None or last.version == text.version else last.reading_id

    async def _begin(
        self,
        origin: Origin,
        text: KeptText,
        sentences: int | None,
        about: str | None,
        since: int | None,
        *,
        at_hand: bool = True,
    ) -> SummaryView:
        if sentences is None:
            sentences = (await self._storage.preferences(origin.chat_id)).sentences
        count = min(max(sentences, 1), lengths.MOST)
        reading = await self._add_reading(origin, text, count, about, since)
        if at_hand:
            await self.put_at_hand(origin, [reading])
        return await self._first_view(origin, reading, text)

    async def _first_view(self, origin: Origin, reading: Reading, text: KeptText) -> SummaryView:
        view = await self._summarizer.view(reading, text.article)
        if self._on_summary is not None:
            await self._on_summary(origin, view)
        return view

    async def _add_reading(
        self, origin: Origin, text: KeptText, sentences: int, about: str | None, since: int | None
    ) -> Reading:
        return await self._storage.add_reading(
            chat_id=origin.chat_id,
            user_id=origin.user_id,
            version=text.version,
            sentences=sentences,
            about=about,
            since=since,
            update_id=origin.update_id,
        )

    async def _take_in_all(self, sources: Sequence[Source]) -> list[KeptText | BotError]:
        """What came of each source in time."""
        works = [partial(attempt, partial(self._intake.take_in, source)) for source in sources]
        outcomes = await gather_until(deadline_in(self._several_s), works, at_once=MOST_SOURCES)
        late = FetchTimeoutError(timeout_s=self._several_s)
        return [late if outcome is None else outcome for outcome in outcomes]
