"""Answering: questions, quotations and searches over what a chat has read, in the articles' own words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from bot.core.article import Article
from bot.core.errors import NoReadingError
from bot.core.readings import Reading
from bot.ports import Storage, Workers
from bot.services.article_tasks import Hit, best_hits, check_quotes, look_up, query_terms
from bot.services.excerpts import is_verbatim
from bot.services.views import AnswerView, CheckView, Origin, PassageView

MOST_CONTEXT = 4  # earlier questions that a question can lean on
MOST_HITS = 5  # articles that a search shows
MOST_FORGIVEN = 20  # latest articles in which words may be mistyped; asking one takes some 10 ms
_BEST_FIRST = ("exact", "near", "absent")  # verdicts on a quotation


class Answerer:
    """Finds the places in articles that say what a person wants to know."""

    def __init__(self, *, storage: Storage, workers: Workers) -> None:
        self._storage = storage
        self._workers = workers

    async def ask(
        self, origin: Origin, readings: Sequence[Reading], question: str, earlier: Sequence[str] | None = None
    ) -> AnswerView:
        """The answer that the readings give, understood by the `earlier` questions.

        `earlier`: None for those of the conversation, if it is about the same readings. The readings and the
        question become the conversation. Raises NoReadingError where a text has been erased.
        """
        talk = await self._storage.conversation(origin.chat_id, origin.user_id)
        wanted = tuple(reading.reading_id for reading in readings)
        if earlier is None:
            earlier = talk.questions if talk.reading_ids == wanted else ()
        # A question that is asked again (also by a second try after a crash) is no context of itself.
        context = tuple(asked for asked in earlier if asked != question)[-MOST_CONTEXT:]
        questions = (*context, question)
        view = await self.answer(readings, questions)
        await self._storage.save_conversation(replace(talk, reading_ids=wanted, questions=questions))
        return view

    async def answer(self, readings: Sequence[Reading], questions: Sequence[str]) -> AnswerView:
        """The answer to the last of the questions; changes nothing. Raises NoReadingError, WorkError."""
        articles = await self._articles(readings)
        found = await self._workers.run_short(look_up, articles, questions[-1], tuple(questions[:-1]))
        return AnswerView(
            readings=tuple(readings),
            found=found.found,
            passages=_passages(readings, articles, found.hits),
            questions=tuple(questions),
        )

    async def check(self, readings: Sequence[Reading], quote: str) -> CheckView:
        """The best verdict on a quotation among the readings. Raises NoReadingError, WorkError."""
        articles = await self._articles(readings)
        checks = await self._workers.run_short(check_quotes, articles, quote)
        best = min(range(len(checks)), key=lambda number: _BEST_FIRST.index(checks[number].verdict))
        return CheckView(
            reading=readings[best], article=articles[best], check=checks[best], among=len(articles)
        )

    async def search(self, origin: Origin, words: str) -> tuple[PassageView, ...]:
        """The places in all that the chat has read that fit the words best: one an article, best first."""
        languages = await self._storage.languages_read(origin.chat_id)
        terms = await self._workers.run_short(query_terms, words, languages)
        return await self._hits(await self._storage.search(origin.chat_id, terms, limit=MOST_HITS), words)

    async def guess(self, origin: Origin, words: str) -> tuple[PassageView, ...]:
        """The places in the latest texts that have words which these may be slips of: one an article, latest
        first. To be shown as a guess: "Iran" may be meant, or a slip of "Iraq".
        """
        latest = await self._storage.recent_readings(origin.chat_id, limit=MOST_FORGIVEN)
        return tuple(hit for hit in await self._hits(latest, words) if hit.matched)[:MOST_HITS]

    async def _hits(self, readings: Sequence[Reading], words: str) -> tuple[PassageView, ...]:
        if not readings:
            return ()
        articles = await self._articles(readings)
        return _passages(readings, articles, await self._workers.run_short(best_hits, articles, words))

    async def _articles(self, readings: Sequence[Reading]) -> list[Article]:
        found = await asyncio.gather(*(self._storage.article(reading.version) for reading in readings))
        articles = [article for article in found if article is not None]
        if not articles or len(articles) != len(found):
            raise NoReadingError
        return articles


def _passages(
    readings: Sequence[Reading], articles: Sequence[Article], hits: Sequence[Hit]
) -> tuple[PassageView, ...]:
    return tuple(
        PassageView(
            reading=readings[hit.article],
            article=articles[hit.article],
            sentence=hit.sentence,
            matched=hit.matched,
        )
        for hit in hits
        if is_verbatim(articles[hit.article], hit.sentence)
    )
