"""What it takes to read an article, wired: the way to the web, to articles, and the processes that work."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from bot.metering import Meter, MeteredExtractor, MeteredWay, MeteredWorkers, Unmetered
from bot.ports import Clock, Extractor, Fetcher, Workers
from bot.ports.digests import Revisitor
from bot.ports.operators import Poster
from bot.services.materials import Materials
from bot.settings import Settings, revealed
from bot.sources.extractor import SandboxedExtractor
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.fetch import open_fetcher
from bot.sources.sandbox import ProcessWorkers

P = ParamSpec("P")
T = TypeVar("T")


class SystemClock:
    """The computer's time."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


class InlineWorkers:
    """Runs jobs where they are asked for: for one text of the person's own, on the command line."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result; nothing ends it but itself."""
        return function(*args, **kwargs)

    run_short = run


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What it takes to read: a way to the web, a way to articles, and processes to work in."""

    fetcher: Fetcher
    revisitor: Revisitor
    extractor: Extractor
    workers: Workers
    poster: Poster | None = None  # for what the operator has sent to programs of their own

    def materials(self, now: datetime) -> Materials:
        """What reads the sources of a digest that is asked for at a moment."""
        return Materials(
            fetcher=self.fetcher,
            revisitor=self.revisitor,
            extractor=self.extractor,
            workers=self.workers,
            reader=SandboxedFeedReader(self.workers),
            now=now,
        )


@asynccontextmanager
async def open_desk(
    settings: Settings, *, isolated: bool = True, clock: Clock | None = None, meter: Meter | None = None
) -> AsyncIterator[Desk]:
    """A desk, open until the block ends; `isolated`: work in processes with limits, else in this one.

    `meter` is told of every page, article and lost process.
    """
    meter = meter or Unmetered()
    async with AsyncExitStack() as stack:
        workers: Workers = (
            await stack.enter_async_context(ProcessWorkers(count=settings.workers))
            if isolated
            else InlineWorkers()
        )
        workers = MeteredWorkers(workers, meter)
        fetcher = await stack.enter_async_context(
            open_fetcher(
                allow_networks=settings.allow_networks,
                user_agent=settings.user_agent,
                proxy=revealed(settings.proxy),
                clock=clock or SystemClock(),
            )
        )
        way = MeteredWay(fetcher, meter)
        extractor = MeteredExtractor(SandboxedExtractor(workers), meter)
        yield Desk(fetcher=way, revisitor=way, extractor=extractor, workers=workers, poster=fetcher)
