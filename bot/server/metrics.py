"""What the operator's Prometheus collects: counters and times of the whole bot, and of this server.

No label holds an address, a person's number, a secret or a word of anybody: labels that could come from
outside are cut to those that are known.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.metadata import version

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from prometheus_client import CollectorRegistry, Counter, Histogram, Info, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from bot.metering import Backlog

# From what a healthy disk takes to what a person is kept waiting at most.
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60)
UPDATE_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "message_reaction",
        "message_reaction_count",
    }
)
OTHER = "other"
# What alerts look for.
GIVEN_UP = ("failed", "unreadable", "died", "timed_out")
DIGESTS = ("posted", "nothing_new", "failed", "chat_gone")


class PrometheusMeter:
    """Counts what happens (implements `bot.metering.Meter`), for one process."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        Info("nutshell_build", "The program.", registry=registry).info({"version": version("nutshell-bot")})
        self._came = Counter("nutshell_updates", "Updates put on disk.", ["kind"], registry=registry)
        self._ended = Counter(
            "nutshell_updates_ended", "Jobs by how they ended.", ["outcome"], registry=registry
        )
        self._stages = Histogram(
            "nutshell_stage_seconds", "Time by stage.", ["stage"], registry=registry, buckets=SECONDS
        )
        self._fetches = Counter(
            "nutshell_fetches", "Pages by what came of them.", ["result"], registry=registry
        )
        self._articles = Counter(
            "nutshell_extractions", "Articles looked for, by what came of it.", ["result"], registry=registry
        )
        self._lost = Counter(
            "nutshell_workers_lost", "Worker processes lost with their job.", ["reason"], registry=registry
        )
        self._calls = Counter(
            "nutshell_telegram_answers",
            "Answers of the Bot API by status; 0: none.",
            ["method", "status"],
            registry=registry,
        )
        self._digests = Counter(
            "nutshell_digests",
            "Digests that were due, by what became of them.",
            ["outcome"],
            registry=registry,
        )
        # Of a counter that begins with its first event nobody can see that it has risen.
        for counter, outcomes in ((self._ended, GIVEN_UP), (self._digests, DIGESTS)):
            for outcome in outcomes:
                counter.labels(outcome)
        self._requests = Histogram(
            "nutshell_http_seconds", "Requests.", ["route", "status"], registry=registry, buckets=SECONDS
        )

    def update_came(self, kind: str) -> None:
        """Count an update by what it holds."""
        self._came.labels(kind if kind in UPDATE_KINDS else OTHER).inc()

    def update_ended(self, outcome: str) -> None:
        """Count a job's end."""
        self._ended.labels(outcome).inc()

    def stage_took(self, stage: str, seconds: float) -> None:
        """Note a time."""
        self._stages.labels(stage).observe(seconds)

    def fetched(self, result: str) -> None:
        """Count a page."""
        self._fetches.labels(result).inc()

    def extracted(self, result: str) -> None:
        """Count an article."""
        self._articles.labels(result).inc()

    def worker_ended(self, reason: str) -> None:
        """Count a process that was lost."""
        self._lost.labels(reason).inc()

    def telegram_answered(self, method: str, status: int) -> None:
        """Count an answer of Telegram."""
        self._calls.labels(method, str(status)).inc()

    def digest_ended(self, outcome: str) -> None:
        """Count a digest."""
        self._digests.labels(outcome).inc()

    def request_took(self, route: str, status: int, seconds: float) -> None:
        """Note a request to this server."""
        self._requests.labels(route, str(status)).observe(seconds)

    def watch(self, backlog: Backlog, now: Callable[[], datetime]) -> None:
        """From now on the queue is measured as well."""
        self.registry.register(_Queue(backlog, now))

    async def handle(self, request: web.Request) -> web.Response:
        """/metrics."""
        del request
        body = generate_latest(self.registry)  # type: ignore[no-untyped-call]  # it has no types
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


class _Queue(Collector):
    """The queue at the moment of asking."""

    def __init__(self, backlog: Backlog, now: Callable[[], datetime]) -> None:
        self._backlog = backlog
        self._now = now

    def collect(self) -> Iterable[GaugeMetricFamily]:
        oldest = self._backlog.oldest()
        age_s = 0.0 if oldest is None else max((self._now() - oldest).total_seconds(), 0.0)
        depth = self._backlog.depth()
        yield GaugeMetricFamily("nutshell_queue_updates", "Updates not at their end.", value=depth)
        yield GaugeMetricFamily("nutshell_queue_oldest_seconds", "Age of the oldest of them.", value=age_s)


def timing(meter: PrometheusMeter) -> Middleware:
    """A middleware that times each request by its route, never by the path that was asked for."""

    @web.middleware
    async def time_it(request: web.Request, handler: Handler) -> web.StreamResponse:
        began, status = time.perf_counter(), 500
        try:
            response = await handler(request)
            status = response.status
            return response
        finally:
            route = request.match_info.route.name or OTHER
            meter.request_took(route, status, time.perf_counter() - began)

    return time_it
