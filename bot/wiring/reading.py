"""What it takes to read an article, wired: the way to the web, to articles, and the processes that work."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from bot.metering import Meter, MeteredExtractor, MeteredWebClient, MeteredWorkers, Unmetered
from bot.ports import Clock, Workers
from bot.ports.reading import ReadingPorts
from bot.services.on_demand import OnDemandDigests
from bot.settings import Settings, revealed
from bot.sources.extractor import SandboxedExtractor
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.fetch import open_fetcher
from bot.sources.sandbox import ProcessWorkers
from bot.trial.clock import CLOCK_FILE
from bot.wiring.clock import SystemClock

P = ParamSpec("P")
T = TypeVar("T")


class InlineWorkers:
    """Runs jobs where they are asked for: for one text of the person's own, on the command line."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result; nothing ends it but itself."""
        return function(*args, **kwargs)

    run_short = run


@asynccontextmanager
async def open_reading_ports(
    settings: Settings, *, isolated: bool = True, clock: Clock | None = None, meter: Meter | None = None
) -> AsyncIterator[ReadingPorts]:
    """The ports to read by, open until the block ends.

    `isolated`: work is done in processes with limits, else in this one. `meter` is told of every page,
    article and lost process.
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
                allow_sites=_of_trial(settings),
                user_agent=settings.user_agent,
                proxy=revealed(settings.proxy),
                clock=clock or SystemClock(),
            )
        )
        web = MeteredWebClient(fetcher, meter)
        extractor = MeteredExtractor(SandboxedExtractor(workers), meter)
        yield ReadingPorts(fetcher=web, revisitor=web, extractor=extractor, workers=workers, poster=fetcher)


def _of_trial(settings: Settings) -> list[tuple[str, int]]:
    """Where the stand-in of a trial has its example article: this computer's other ports stay closed."""
    place = urlsplit(settings.api_url)
    return (
        [(place.hostname, place.port)] if CLOCK_FILE in os.environ and place.hostname and place.port else []
    )


def on_demand_digests(ports: ReadingPorts, clock: Clock) -> OnDemandDigests:
    """What makes digests of sources that somebody names."""
    return OnDemandDigests(ports=ports, feeds=SandboxedFeedReader(ports.workers), clock=clock)
