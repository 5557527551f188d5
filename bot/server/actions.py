"""What the HTTP API does with a checked request: reads its sources, and summarises, answers or composes.

Nothing of a request is kept, but for the fetcher's cache of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.retrieval import ask
from bot.core.summary import summarize
from bot.messages import FALLBACK, Messages
from bot.ports.reading import ReadingPorts
from bot.server.requests import AnswerRequest, ArticleRequest, DigestRequest, Source, SummaryRequest
from bot.services.concurrency import gather_outcomes
from bot.services.json_forms import answer_as_json, article_as_json, digest_as_json, summary_as_json
from bot.services.on_demand import Extent, OnDemandDigests, SourceContent
from bot.services.pages import extract_article, fetch_link

MOST_LISTED = 100  # feeds that are read of the OPML lists in one digest's request
SIDE_BY_SIDE = 4  # sources of one digest

Json: TypeAlias = dict[str, Any]
OnStage: TypeAlias = Callable[[str], None]  # is called with the name of each stage of the work as it begins


class ApiActions:
    """One method for each operation: a checked request in, the answer's JSON out.

    Each raises BotError where a source cannot be read, but for `digest`, whose answer lists those.
    """

    def __init__(self, ports: ReadingPorts, digests: OnDemandDigests, messages: Messages) -> None:
        self._ports = ports
        self._digests = digests
        self._messages = messages

    async def article(self, request: ArticleRequest, on_stage: OnStage) -> Json:
        """Read an article."""
        return article_as_json(request.url, await self._read(request, on_stage))

    async def summary(self, request: SummaryRequest, on_stage: OnStage) -> Json:
        """Read an article and summarise it."""
        article = await self._read(request, on_stage)
        on_stage("summarizing")
        summary = await self._ports.workers.run(
            summarize, article, request.sentences, request.method, request.about
        )
        return summary_as_json(request.url, summary)

    async def answers(self, request: AnswerRequest, on_stage: OnStage) -> Json:
        """Read articles and answer each question from all of them."""
        articles = [await self._read(source, on_stage) for source in request.sources]
        on_stage("answering")
        answers = [
            await self._ports.workers.run(ask, articles, question, request.limit)
            for question in request.questions
        ]
        return {"answers": [answer_as_json(answer) for answer in answers]}

    async def digest(self, request: DigestRequest, on_stage: OnStage) -> Json:
        """Read what can be read of the sources, and the feeds that they list, and make one digest of it."""
        on_stage("reading")
        works = [partial(self._content, source) for source in request.sources]
        outcomes = await gather_outcomes(works, at_once=SIDE_BY_SIDE)
        feeds = _listed_feeds(outcomes)
        reads = [partial(self._digests.read_feed, feed) for feed in feeds]
        outcomes += await gather_outcomes(reads, at_once=SIDE_BY_SIDE)
        on_stage("composing")
        contents = [outcome for outcome in outcomes if isinstance(outcome, SourceContent)]
        extent = Extent(stories=request.stories, sentences=request.sentences, hours=request.hours)
        digest = await self._digests.compose(contents, extent)
        empty = {"until": self._digests.clock.now().isoformat(), "sections": [], "left_out": 0}
        names = [*(source.url for source in request.sources), *feeds]
        failed = [
            {"source": name, "code": outcome.code, "detail": self._messages.explain(FALLBACK, outcome)}
            for name, outcome in zip(names, outcomes, strict=True)
            if isinstance(outcome, BotError)
        ]
        return (empty if digest is None else digest_as_json(digest)) | {"failed": failed}

    async def _content(self, source: Source) -> SourceContent:
        if source.url is not None and source.html is None:
            return await self._digests.read_link(source.url)
        article = await self._read(source)
        return self._digests.of_article(source.url or article.text[:80], article)

    async def _read(self, source: Source, on_stage: OnStage = lambda _: None) -> Article:
        article = await self._extract(source, on_stage)
        if source.language is None or source.language == article.language:
            return article
        return await self._ports.workers.run(article.in_language, source.language)

    async def _extract(self, source: Source, on_stage: OnStage) -> Article:
        fetcher, extractor = self._ports.fetcher, self._ports.extractor
        if source.text is not None:
            on_stage("reading")
            return await extractor.from_text(source.text)
        if source.html is not None:
            on_stage("reading")
            return await extractor.from_file(source.html.encode(), "page.html", "text/html", url=source.url)
        on_stage("fetching")
        fetched = await fetch_link(fetcher, source.url or "")
        on_stage("reading")
        return await extract_article(fetcher, extractor, fetched)


def _listed_feeds(outcomes: Sequence[SourceContent | BotError]) -> list[str]:
    """The addresses in the OPML lists among the outcomes, each once."""
    contents = [outcome for outcome in outcomes if isinstance(outcome, SourceContent)]
    addresses = dict.fromkeys(address for content in contents for address in content.addresses)
    return list(addresses)[:MOST_LISTED]
