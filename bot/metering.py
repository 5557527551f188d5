"""What happens is counted for the operator: the port `Meter`, and the parts of the bot that report to it.

Labels are few and fixed: no label ever holds an address, a number of a person, or words of anybody.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import ParamSpec, Protocol, TypeVar

from bot.core.article import Article
from bot.core.errors import BotError, NoArticle, WorkError
from bot.core.post_links import PostLink
from bot.ports import Extractor, Fetcher, Page, Workers
from bot.ports.digests import Revisitor, Visit

P = ParamSpec("P")
T = TypeVar("T")


class Meter(Protocol):
    """Counts and times what happens. Never fails, and costs microseconds."""

    def update_came(self, kind: str) -> None:
        """An update was put on disk; `kind` is Telegram's name of what it holds, as "message"."""
        ...

    def update_ended(self, outcome: str) -> None:
        """An update has come to its end: "done", "failed", "timed_out" …"""
        ...

    def stage_took(self, stage: str, seconds: float) -> None:
        """A stage of the work is over: "waiting", "handling", "fetching", "extracting" …"""
        ...

    def fetched(self, result: str) -> None:
        """A page was fetched: "ok", or the code of the error."""
        ...

    def extracted(self, result: str) -> None:
        """An article was looked for: "ok", the code of the error, or why there was none."""
        ...

    def worker_ended(self, reason: str) -> None:
        """A worker process was lost with its job: the code of the error."""
        ...

    def telegram_answered(self, method: str, status: int) -> None:
        """The Bot API has answered a call; 0 where there was no answer."""
        ...

    def digest_ended(self, outcome: str) -> None:
        """What became of a digest that was due: "posted", "nothing_new", "failed", "chat_gone"."""
        ...


class Unmetered:
    """A Meter that counts nothing."""

    def update_came(self, kind: str) -> None: ...

    def update_ended(self, outcome: str) -> None: ...

    def stage_took(self, stage: str, seconds: float) -> None: ...

    def fetched(self, result: str) -> None: ...

    def extracted(self, result: str) -> None: ...

    def worker_ended(self, reason: str) -> None: ...

    def telegram_answered(self, method: str, status: int) -> None: ...

    def digest_ended(self, outcome: str) -> None: ...


class Backlog(Protocol):
    """What waits in the queue."""

    def depth(self) -> int:
        """How many updates are not at their end."""
        ...

    def oldest(self) -> datetime | None:
        """When the one that came first of them came in."""
        ...


@contextmanager
def timed(meter: Meter, stage: str) -> Iterator[None]:
    """Report how long the block takes, whatever comes of it."""
    began = time.perf_counter()
    try:
        yield
    finally:
        meter.stage_took(stage, time.perf_counter() - began)


@contextmanager
def _judged(report: Callable[[str], None]) -> Iterator[None]:
    """Report "ok", or the code of the error that goes through."""
    try:
        yield
    except NoArticle as error:
        report(error.reason.value)
        raise
    except BotError as error:
        report(error.code)
        raise
    else:
        report("ok")


class WebClient(Fetcher, Revisitor, Protocol):
    """A client of the web, for pages that are read once and those that are asked again and again."""


class MeteredWebClient:
    """A client of the web that reports each page."""

    def __init__(self, inner: WebClient, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """As `bot.ports.Fetcher` says."""
        with timed(self._meter, "fetching"), _judged(self._meter.fetched):
            return await self._inner.fetch(url, fresh=fresh)

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        """As `bot.ports.digests.Revisitor` says."""
        with timed(self._meter, "fetching"), _judged(self._meter.fetched):
            return await self._inner.revisit(url, etag=etag, last_modified=last_modified)


class MeteredExtractor:
    """An extractor that reports what it finds."""

    def __init__(self, inner: Extractor, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    async def from_page(self, page: Page) -> Article:
        """As `bot.ports.Extractor` says."""
        with self._watched():
            return await self._inner.from_page(page)

    async def from_post(self, link: PostLink, pages: Sequence[Page]) -> Article:
        """As `bot.ports.Extractor` says."""
        with self._watched():
            return await self._inner.from_post(link, pages)

    async def from_file(
        self, body: bytes, name: str | None, content_type: str | None, *, url: str | None = None
    ) -> Article:
        """As `bot.ports.Extractor` says."""
        with self._watched():
            return await self._inner.from_file(body, name, content_type, url=url)

    async def from_text(self, text: str, *, url: str | None = None) -> Article:
        """As `bot.ports.Extractor` says."""
        with self._watched():
            return await self._inner.from_text(text, url=url)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        with timed(self._meter, "extracting"), _judged(self._meter.extracted):
            yield


class MeteredWorkers:
    """Workers that report their work, and each process that is lost."""

    def __init__(self, inner: Workers, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """As `bot.ports.Workers` says."""
        with self._watched("working"):
            return await self._inner.run(function, *args, **kwargs)

    async def run_short(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """As `bot.ports.Workers` says."""
        with self._watched("working_short"):
            return await self._inner.run_short(function, *args, **kwargs)

    @contextmanager
    def _watched(self, stage: str) -> Iterator[None]:
        try:
            with timed(self._meter, stage):
                yield
        except WorkError as error:
            self._meter.worker_ended(error.code)
            raise
