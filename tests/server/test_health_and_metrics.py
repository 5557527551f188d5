"""Health and metrics: what is told, and what never is."""

import socket
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.errors import AddressTakenError, NoArticle, PageMissingError, Reason, WorkerDiedError
from bot.metering import MeteredExtractor, MeteredWebClient, MeteredWorkers
from bot.server.health import Readiness
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints, bind, open_server

NOW = datetime(2026, 3, 1, tzinfo=UTC)


class FakeBacklog:
    def depth(self):
        return 3

    def oldest(self):
        return NOW - timedelta(seconds=40)


class Failing:
    """Ports of which everything fails."""

    def __init__(self, error):
        self.error = error

    async def fetch(self, url, *, fresh=False):
        raise self.error

    async def from_page(self, page):
        raise self.error

    async def run(self, function, /, *args, **kwargs):
        raise self.error


@pytest.fixture
async def watched(serve):
    endpoints = Endpoints(meter=PrometheusMeter(), readiness=Readiness())
    client = await serve(endpoints)
    client.endpoints = endpoints
    return client


async def test_it_lives_from_the_start_and_is_ready_when_all_is_well(watched):
    assert (await watched.get("/healthz")).status == 200
    assert (await watched.get("/readyz")).status == 503
    well = {"database": True, "telegram": False}

    async def checks():
        return well

    watched.endpoints.readiness.watch(checks)
    answer = await watched.get("/readyz")
    assert (answer.status, answer.json["checks"]) == (503, well)
    well["telegram"] = True
    assert (await watched.get("/readyz")).status == 200


async def test_metrics_tell_the_queue_and_what_has_happened(watched):
    meter = watched.endpoints.meter
    meter.watch(FakeBacklog(), lambda: NOW)
    meter.update_came("message")
    meter.stage_took("handling", 0.3)
    meter.telegram_answered("sendMessage", 429)
    answer = await watched.get("/metrics")
    assert answer.headers["Content-Type"].startswith("application/openmetrics-text")
    for line in (
        "nutshell_queue_updates 3.0",
        "nutshell_queue_oldest_seconds 40.0",
        'nutshell_updates_total{kind="message"} 1.0',
        'nutshell_stage_seconds_bucket{le="0.5",stage="handling"} 1.0',
        'nutshell_telegram_answers_total{method="sendMessage",status="429"} 1.0',
    ):
        assert line in answer.text


async def test_labels_that_come_from_outside_are_cut_to_those_that_are_known(watched):
    watched.endpoints.meter.update_came("https://secret.example/a-page")
    await watched.get("/marked-path?marked=query")
    told = (await watched.get("/metrics")).text
    assert "secret" not in told
    assert "marked" not in told
    assert 'nutshell_updates_total{kind="other"} 1.0' in told
    assert 'route="other",status="404"' in told


async def test_what_fails_is_counted_by_its_kind_and_still_fails():
    meter = PrometheusMeter()
    with pytest.raises(PageMissingError):
        await MeteredWebClient(Failing(PageMissingError(url="https://a.example")), meter).fetch(
            "https://a.example"
        )
    with pytest.raises(NoArticle):
        await MeteredExtractor(Failing(NoArticle(Reason.PAYWALL)), meter).from_page(None)
    with pytest.raises(WorkerDiedError):
        await MeteredWorkers(Failing(WorkerDiedError(why="x")), meter).run(len, ())
    value = meter.registry.get_sample_value
    assert value("nutshell_fetches_total", {"result": "page_missing"}) == 1
    assert value("nutshell_extractions_total", {"result": "paywall"}) == 1
    assert value("nutshell_workers_lost_total", {"reason": WorkerDiedError.code}) == 1
    assert value("nutshell_stage_seconds_count", {"stage": "fetching"}) == 1


async def test_where_a_port_is_taken_the_next_free_one_is_and_its_address_works(serve):
    endpoints = Endpoints(meter=PrometheusMeter())
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with open_server("127.0.0.1", port, endpoints) as address:
            assert address.startswith("http://127.0.0.1:")
            assert not address.endswith(f":{port}")
        with pytest.raises(AddressTakenError):
            async with open_server("127.0.0.1", port, endpoints, move=False):
                pass


def test_an_address_that_is_not_this_computers_is_told_as_such():
    with pytest.raises(AddressTakenError):
        bind("192.0.2.1", 8090, 1)
