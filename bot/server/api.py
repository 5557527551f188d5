"""The HTTP API: articles, summaries and answers of links, texts and pages, for programs with a key.

It keeps nothing: what is read for a request is forgotten with it, but for the cache of pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.retrieval import ask
from bot.core.summary import summarize
from bot.messages import FALLBACK, Messages
from bot.ports import Extractor, Fetcher, Workers
from bot.server import events
from bot.server.bodies import read_json
from bot.server.events import Told
from bot.server.keys import SCHEME, bearer, which_key
from bot.server.limits import Limits
from bot.server.problems import Problem, unauthorized
from bot.server.requests import AnswerRequest, ArticleRequest, Source, SummaryRequest, checked
from bot.services.json_forms import answer_as_json, article_as_json, summary_as_json
from bot.services.pages import extract_find, fetch_link

MAX_BODY_BYTES = 20 * 2**20
AT_ONCE = 8  # requests that are worked on; more would only wait for workers, with their bodies in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What it takes to answer."""

    fetcher: Fetcher
    extractor: Extractor
    workers: Workers
    messages: Messages


class Api:
    """Answers requests under /v1. `keys`: who may ask."""

    def __init__(self, means: Means, keys: Sequence[str], limits: Limits | None = None) -> None:
        self._means = means
        self._keys = keys
        self._limits = limits or Limits()
        self._places = asyncio.Semaphore(AT_ONCE)

    async def articles(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/articles."""
        return await self._answer(request, ArticleRequest, self._article)

    async def summaries(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/summaries."""
        return await self._answer(request, SummaryRequest, self._summary)

    async def answers(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/answers."""
        return await self._answer(request, AnswerRequest, self._answers)

    async def _answer(
        self,
        request: web.Request,
        model: type[BaseModel],
        work: Callable[[Any, Told], Awaitable[dict[str, Any]]],
    ) -> web.StreamResponse:
        remaining = self._admit(request)
        wanted = checked(model, await read_json(request, limit_bytes=MAX_BODY_BYTES))

        async def told(tell: Told) -> dict[str, Any]:
            async with self._places:
                try:
                    return await work(wanted, tell)
                except BotError as error:
                    raise self._problem(error) from error

        if events.are_wanted(request):
            return await events.stream(request, told)
        headers = {"X-RateLimit-Remaining": str(remaining), "Cache-Control": "no-store"}
        return web.json_response(await told(lambda _: None), headers=headers)

    def _admit(self, request: web.Request) -> int:
        """Whether whoever asks may; before anything of the body is read."""
        number = which_key(bearer(request), self._keys)
        if number is None:
            detail = f"Show a key of NUTSHELL_API_KEYS: Authorization: {SCHEME} …"
            raise unauthorized("wrong_key", detail, **{"WWW-Authenticate": SCHEME})
        return self._limits.take(number)

    async def _article(self, wanted: ArticleRequest, tell: Told) -> dict[str, Any]:
        return article_as_json(wanted.url, await self._read(wanted, tell))

    async def _summary(self, wanted: SummaryRequest, tell: Told) -> dict[str, Any]:
        article = await self._read(wanted, tell)
        tell("summarizing")
        summary = await self._means.workers.run(
            summarize, article, wanted.sentences, wanted.method, wanted.about
        )
        return summary_as_json(wanted.url, summary)

    async def _answers(self, wanted: AnswerRequest, tell: Told) -> dict[str, Any]:
        articles = [await self._read(source, tell) for source in wanted.sources]
        tell("answering")
        answers = [
            await self._means.workers.run(ask, articles, question, wanted.limit)
            for question in wanted.questions
        ]
        return {"answers": [answer_as_json(answer) for answer in answers]}

    async def _read(self, source: Source, tell: Told) -> Article:
        means = self._means
        if source.text is not None:
            tell("reading")
            article = await means.extractor.from_text(source.text)
        elif source.html is not None:
            tell("reading")
            body = source.html.encode()
            article = await means.extractor.from_file(body, "page.html", "text/html", url=source.url)
        else:
            tell("fetching")
            find = await fetch_link(means.fetcher, source.url or "")
            tell("reading")
            article = await extract_find(means.fetcher, means.extractor, find)
        if source.language is None or source.language == article.language:
            return article
        return await means.workers.run(article.in_language, source.language)

    def _problem(self, error: BotError) -> Problem:
        """What keeps a source from being read, in the words of prompts/: the request's to mend, so 422."""
        return Problem(422, error.code, self._means.messages.explain(FALLBACK, error))
