"""Webhooks out: signed, tried again, never to a private address, and forgotten with their person."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from aiohttp import web
from exported import exported
from moved_clock import MovedClock

from bot.core.article import Article
from bot.core.errors import AddressRefusedError, BotError
from bot.core.hooks import GIVEN_UP_AFTER, LONGEST_PAUSE, HookDelivery, HookMessage, headers_of, next_try
from bot.core.readings import Reading
from bot.services.hooks import AT_ONCE, TICK_S, TRIES_BEFORE_TROUBLE, Hooks
from bot.services.views import Origin, SummaryView
from bot.sources.fetch import open_fetcher
from bot.storage import Stores, open_storage

SECRET = "marked-secret-of-hooks"
URL = "https://own.example/nutshell"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Program:
    """The operator's program: what it was sent, and what it answers."""

    def __init__(self) -> None:
        self.came: list[tuple[str, dict[str, object], Mapping[str, str]]] = []
        self.answer: int | BotError = 204

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        self.came.append((url, json.loads(body), headers))
        timestamp = headers["Nutshell-Timestamp"]
        signed = hmac.new(SECRET.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()
        assert headers["Nutshell-Signature"] == f"sha256={signed}"
        if isinstance(self.answer, BotError):
            raise self.answer
        return self.answer


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock(NOON)


@pytest.fixture
async def stores(tmp_path: Path, clock: MovedClock) -> AsyncIterator[Stores]:
    async with open_storage(f"sqlite:///{tmp_path / 'db'}", clock) as opened:
        yield opened


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def hooks(stores: Stores, program: Program, clock: MovedClock) -> Hooks:
    return Hooks(queue=stores.hooks, poster=program, clock=clock, urls=[URL], secret=SECRET)


def view(user_id: int, chat_id: int) -> SummaryView:
    article = Article.from_text("The bridge is closed. It will open in May.", title="Bridge", language="en")
    reading = Reading(
        reading_id=1,
        chat_id=chat_id,
        user_id=user_id,
        version="v",
        title="Bridge",
        url=None,
        language="en",
        read_at=NOON,
        sentences=1,
    )
    return SummaryView(
        reading=reading,
        article=article,
        sentences=(article.sentences[0],),
        suggestions=(),
        shorter=None,
        longer=2,
        minutes=1,
        off_topic=False,
    )


async def test_a_summary_is_sent_once_signed_and_without_whose_it_is(hooks: Hooks, program: Program) -> None:
    await hooks.note_summary(Origin(chat_id=77, user_id=77), view(77, 77))
    assert await hooks.send_due(URL) == 1
    assert await hooks.send_due(URL) == 0
    ((url, body, headers),) = program.came
    assert (url, headers["Nutshell-Event"]) == (URL, "summary")
    assert body["summary"]["sentences"][0]["text"] == "The bridge is closed."  # type: ignore[index]
    assert "77" not in json.dumps(body)


async def test_of_a_group_its_number_is_sent(hooks: Hooks, program: Program) -> None:
    await hooks.note_summary(Origin(chat_id=-100, user_id=77), view(77, -100))
    await hooks.send_due(URL)
    assert program.came[0][1]["chat"] == -100
    assert "77" not in json.dumps(program.came[0][1])


async def test_what_fails_is_tried_again_ever_later_and_told_as_a_trouble_until_it_is_well(
    hooks: Hooks, program: Program, clock: MovedClock
) -> None:
    program.answer = 500
    await hooks.note_summary(Origin(chat_id=7, user_id=7), view(7, 7))
    for tried in range(TRIES_BEFORE_TROUBLE):
        assert (hooks.trouble() is None) == (tried < TRIES_BEFORE_TROUBLE)
        assert await hooks.send_due(URL) == 1
        assert await hooks.send_due(URL) == 0  # not at once
        clock.time += LONGEST_PAUSE
    trouble = hooks.trouble()
    assert trouble is not None
    assert trouble.values == {"site": "own.example", "said": "HTTP 500"}
    program.answer = 200
    assert await hooks.send_due(URL) == 1
    assert hooks.trouble() is None
    assert len({headers["Nutshell-Delivery"] for _, _, headers in program.came}) == 1
    assert len({headers["Nutshell-Timestamp"] for _, _, headers in program.came}) == len(program.came)


async def test_after_a_day_it_is_given_up(hooks: Hooks, program: Program, clock: MovedClock) -> None:
    program.answer = AddressRefusedError(url=URL)
    await hooks.note_summary(Origin(chat_id=7, user_id=7), view(7, 7))
    clock.time += GIVEN_UP_AFTER
    assert await hooks.send_due(URL) == 1
    clock.time += GIVEN_UP_AFTER
    assert await hooks.send_due(URL) == 0


async def test_what_waits_is_forgotten_with_its_person(
    hooks: Hooks, stores: Stores, program: Program
) -> None:
    await hooks.note_summary(Origin(chat_id=-100, user_id=7), view(7, -100))
    await hooks.note_summary(Origin(chat_id=8, user_id=8), view(8, 8))
    assert len((await exported(stores.operators, 7))["hooks_waiting"]) == 1
    await stores.storage.forget(7)
    assert await hooks.send_due(URL) == 1


async def test_an_address_that_was_taken_out_of_the_settings_gets_nothing(
    stores: Stores, program: Program, clock: MovedClock, hooks: Hooks
) -> None:
    await hooks.note_summary(Origin(chat_id=7, user_id=7), view(7, 7))
    other = Hooks(queue=stores.hooks, poster=program, clock=clock, urls=["https://b.example/"], secret=SECRET)
    running = asyncio.create_task(other.run())
    async with asyncio.timeout(10):
        while await stores.hooks.due(URL, NOON, limit=1):  # noqa: ASYNC110 - a database tells no event
            await asyncio.sleep(0.01)
    running.cancel()
    assert program.came == []


async def test_an_address_that_is_away_holds_up_no_other(
    stores: Stores, program: Program, clock: MovedClock
) -> None:
    away, well = "https://away.example/", "https://well.example/"
    both = Hooks(queue=stores.hooks, poster=program, clock=clock, urls=[away, well], secret=SECRET)
    hanging, came = asyncio.Event(), asyncio.Event()

    async def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
        if url == well:
            came.set()
            return 204
        hanging.set()
        await asyncio.sleep(60)
        return 500

    program.post = post  # type: ignore[method-assign]
    for number in range(3 * AT_ONCE):
        await stores.hooks.queue(
            HookMessage(urls=[away], event="summary", body=str(number)), chat_id=7, user_id=7, now=NOON
        )
    running = asyncio.create_task(both.run())
    await hanging.wait()
    await both.note_summary(Origin(chat_id=7, user_id=7), view(7, 7))
    async with asyncio.timeout(3 * TICK_S):
        await came.wait()
    running.cancel()


async def test_one_that_failed_is_tried_with_one_message_until_it_is_well(
    hooks: Hooks, program: Program, clock: MovedClock
) -> None:
    for _ in range(3):
        await hooks.note_summary(Origin(chat_id=7, user_id=7), view(7, 7))
    program.answer = 500
    assert await hooks.send_due(URL) == 3
    clock.time += LONGEST_PAUSE
    assert await hooks.send_due(URL) == 1
    program.answer = 204
    assert await hooks.send_due(URL) == 1
    assert await hooks.send_due(URL) == 1
    assert await hooks.send_due(URL) == 0


async def test_the_guarded_fetcher_posts_to_no_private_address_unless_it_is_allowed(
    clock: MovedClock,
) -> None:
    came: list[bytes] = []

    async def take(request: web.Request) -> web.Response:
        came.append(await request.read())
        return web.Response(status=302, headers={"Location": "/again"})

    app = web.Application()
    app.add_routes([web.post("/hook", take)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        async with open_fetcher(clock=clock, user_agent="t") as fetcher:
            with pytest.raises(AddressRefusedError):
                await fetcher.post(url, b"{}", {})
        async with open_fetcher(clock=clock, user_agent="t", allow_networks=["127.0.0.0/8"]) as fetcher:
            assert await fetcher.post(url, b"{}", {}) == 302
    finally:
        await runner.cleanup()
    assert came == [b"{}"]


def test_pauses_grow_up_to_a_limit() -> None:
    delivery = HookDelivery(number=1, url=URL, event="summary", body="{}", made_at=NOON)
    pauses = [
        (next_try(HookDelivery(**{**_fields(delivery), "tries": tries}), NOON) or NOON) - NOON
        for tries in range(12)
    ]
    assert pauses[:3] == [timedelta(seconds=10), timedelta(seconds=30), timedelta(seconds=90)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE


def test_the_signature_is_that_of_the_documentation() -> None:
    delivery = HookDelivery(number=1, url=URL, event="summary", body='{"a": "ü"}', made_at=NOON)
    signed = hmac.new(SECRET.encode(), '1772366400.{"a": "ü"}'.encode(), "sha256").hexdigest()
    assert headers_of(delivery, SECRET, NOON)["Nutshell-Signature"] == f"sha256={signed}"


def _fields(delivery: HookDelivery) -> dict[str, object]:
    return {name: getattr(delivery, name) for name in delivery.__slots__}
