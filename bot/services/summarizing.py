"""Summarising what a chat has read: the sentences, what can follow them, and what changed since last time."""

from __future__ import annotations

import structlog

from bot.core.article import Article
from bot.core.changes import changes
from bot.core.errors import WorkerDiedError, WorkError
from bot.core.readings import Reading
from bot.ports import Storage, Workers
from bot.services.archive import WAYBACK, made_on
from bot.services.article_tasks import Survey, survey
from bot.services.excerpts import is_verbatim
from bot.services.reading_time import reading_minutes
from bot.services.views import News, PhraseFor, SummaryView

log = structlog.get_logger(__name__)

# Characters of a summary's sentences: a message holds 4096, and a title, a by-line and numbers beside them.
ROOM = 3400
MOST_REMEMBERED = 1000
NEWS_ROOM = 1300  # of these, what goes to the changes of a page that was read before


class Summarizer:
    """Makes the summaries of readings. `archive`: where the addresses of a web archive begin."""

    def __init__(
        self, *, storage: Storage, workers: Workers, phrase_for: PhraseFor, archive: str = WAYBACK
    ) -> None:
        self._storage = storage
        self._workers = workers
        self._phrase_for = phrase_for
        self._archive = archive
        # Texts whose suggestions cost a worker, by their hashes: every press would cost another one.
        self._too_much: dict[str, None] = {}

    async def view(self, reading: Reading, article: Article) -> SummaryView:
        """The summary at the length of the reading. Raises WorkError."""
        news = await self._news(reading, article)
        room = ROOM - NEWS_ROOM if news else ROOM
        found = await self._survey(article, reading, room)
        return SummaryView(
            reading=reading,
            article=article,
            sentences=tuple(s for s in found.sentences if is_verbatim(article, s)),
            suggestions=tuple(s for s in found.suggestions if is_verbatim(article, s.sentence)),
            shorter=found.shorter,
            longer=found.longer,
            minutes=reading_minutes(article),
            off_topic=found.off_topic,
            news=news,
            archived_on=made_on(article.url, self._archive),
        )

    async def _survey(self, article: Article, reading: Reading, room: int) -> Survey:
        """The summary and suggested questions; where they fail or take too long, the summary alone."""
        given = (article, reading.sentences, reading.about, room)
        if reading.version in self._too_much:
            return await self._workers.run_short(survey, *given, None)
        try:
            return await self._workers.run_short(survey, *given, self._phrase_for(article.language))
        except Exception as error:  # what is wrong with the summary itself comes up again
            if _never_began(error):
                raise
            if isinstance(error, WorkError):
                self._note_too_much(reading.version)
            log.warning("summary_without_suggestions", reason=getattr(error, "code", type(error).__name__))
            return await self._workers.run_short(survey, *given, None)

    def _note_too_much(self, version: str) -> None:
        if len(self._too_much) >= MOST_REMEMBERED:
            del self._too_much[next(iter(self._too_much))]
        self._too_much[version] = None

    async def _news(self, reading: Reading, article: Article) -> News | None:
        """What changed since the reading before; None where nothing did, or that is forgotten."""
        before = None if reading.since is None else await self._storage.reading(reading.since)
        old = None if before is None else await self._storage.article(before.version)
        # Half of an article differs from the whole one without a change of either.
        if before is None or old is None or old.partial != article.partial:
            return None
        found = await self._workers.run_short(changes, old, article)
        return News(since=before.read_at, changes=found) if found else None


def _never_began(error: Exception) -> bool:
    """Whether no worker was there for a job, as where all are being closed: none will be a moment later."""
    return isinstance(error, WorkerDiedError) and "exit_code" not in error.details
