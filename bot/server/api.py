"""The HTTP API: articles, summaries, answers and digests of links, texts and pages, for programs with a key.

It keeps nothing: what is read for a request is forgotten with it, but for the cache of pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.retrieval import ask
from bot.core.summary import summarize
from bot.messages import FALLBACK, Messages
from bot.ports.reading import ReadingPorts
from bot.server import events
from bot.server.bodies import read_json
from bot.server.events import Told
from bot.server.keys import SCHEME, bearer, which_key
from bot.server.limits import Limits
from bot.server.problems import Problem, unauthorized
from bot.server.requests import AnswerRequest, ArticleRequest, DigestRequest, Source, SummaryRequest, checked
from bot.services.json_forms import answer_as_json, article_as_json, digest_as_json, summary_as_json
from bot.services.on_demand import Extent, OnDemandDigests, SourceContent
from bot.services.pages import extract_article, fetch_link

MAX_BODY_BYTES = 20 * 2**20
MOST_LISTED = 100  # feeds of the lists that a digest is asked of
SIDE_BY_SIDE = 4  # sources of one digest
AT_ONCE = 8  # requests that are worked on; more would only wait for workers, with their bodies in memory


class Api:
    """Answers requests under /v1. `keys`: who may ask; `digests`: what makes one that is asked for now."""

    def __init__(
        self,
        ports: ReadingPorts,
        messages: Messages,
        digests: Callable[[], OnDemandDigests],
        *,
        keys: Sequence[str],
        limits: Limits | None = None,
    ) -> None:
        self._ports = ports
        self._messages = messages
        self._digests = digests
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

    async def digests(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/digests."""
        return await self._answer(request, DigestRequest, self._digest)

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
        summary = await self._ports.workers.run(
            summarize, article, wanted.sentences, wanted.method, wanted.about
        )
        return summary_as_json(wanted.url, summary)

    async def _answers(self, wanted: AnswerRequest, tell: Told) -> dict[str, Any]:
        articles = [await self._read(source, tell) for source in wanted.sources]
        tell("answering")
        answers = [
            await self._ports.workers.run(ask, articles, question, wanted.limit)
            for question in wanted.questions
        ]
        return {"answers": [answer_as_json(answer) for answer in answers]}

    async def _digest(self, wanted: DigestRequest, tell: Told) -> dict[str, Any]:
        digests = self._digests()
        tell("reading")
        outcomes = await _each([partial(self._content, digests, source) for source in wanted.sources])
        named = [source.url for source in wanted.sources]
        addresses = [
            address for one in outcomes if isinstance(one, SourceContent) for address in one.addresses
        ]
        listed = list(dict.fromkeys(addresses))[:MOST_LISTED]
        outcomes += await _each([partial(digests.read_feed, address) for address in listed])
        tell("composing")
        extent = Extent(stories=wanted.stories, sentences=wanted.sentences, hours=wanted.hours)
        found = [one for one in outcomes if isinstance(one, SourceContent)]
        digest = await digests.compose(found, extent)
        told = {"until": digests.now.isoformat(), "sections": [], "left_out": 0}
        failed = [
            self._failure(source, one)
            for source, one in zip([*named, *listed], outcomes, strict=True)
            if isinstance(one, BotError)
        ]
        return (told if digest is None else digest_as_json(digest)) | {"failed": failed}

    async def _content(self, digests: OnDemandDigests, source: Source) -> SourceContent:
        if source.url is not None and source.html is None:
            return await digests.read_link(source.url)
        article = await self._read(source, lambda _: None)
        return digests.of_article(source.url or article.text[:80], article)

    def _failure(self, source: str | None, error: BotError) -> dict[str, Any]:
        detail = self._messages.explain(FALLBACK, error)
        return {"source": source, "code": error.code, "detail": detail}

    async def _read(self, source: Source, tell: Told) -> Article:
        ports = self._ports
        if source.text is not None:
            tell("reading")
            article = await ports.extractor.from_text(source.text)
        elif source.html is not None:
            tell("reading")
            body = source.html.encode()
            article = await ports.extractor.from_file(body, "page.html", "text/html", url=source.url)
        else:
            tell("fetching")
            find = await fetch_link(ports.fetcher, source.url or "")
            tell("reading")
            article = await extract_article(ports.fetcher, ports.extractor, find)
        if source.language is None or source.language == article.language:
            return article
        return await ports.workers.run(article.in_language, source.language)

    def _problem(self, error: BotError) -> Problem:
        """What keeps a source from being read, in the words of prompts/: the request's to mend, so 422."""
        return Problem(422, error.code, self._messages.explain(FALLBACK, error))


async def _each(reads: Sequence[Callable[[], Awaitable[SourceContent]]]) -> list[SourceContent | BotError]:
    """What each source holds, or why it could not be read, in their order."""
    gate = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(read: Callable[[], Awaitable[SourceContent]]) -> SourceContent | BotError:
        async with gate:
            try:
                return await read()
            except BotError as error:
                return error

    return list(await asyncio.gather(*map(one, reads)))
