"""The whole bot with its server, beside a stand-in for Telegram: webhook in, answer out, metrics, health."""

import asyncio
import hmac
import json
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace

import aiohttp
import pytest
from aiohttp import web

from bot.app import open_app
from bot.messages import Messages
from bot.server.webhook import SECRET_HEADER
from bot.settings import Settings
from bot.trial import people
from bot.trial.api import BotApi
from bot.trial.chats import BOT_ID, PERSON_ID
from bot.trial.clock import MovableClock
from bot.trial.formatting import Formatted
from bot.trial.people import Speaker
from bot.trial.world import World

TOKEN = f"{BOT_ID}:{'x' * 35}"
SECRET = "marked-secret"
KEY = "marked-key-of-the-operator"
LONG = (
    "The old bridge over the Elde will close on 4 May, the town said on Monday. Engineers found cracks in "
    "two of its five arches. Repairs will cost 2.4 million euros and take eleven months. About 6,000 cars "
    "cross the bridge every day. Buses will be sent over the motorway bridge at Tarn. The mayor asked people "
    "to take the train where they can. A ferry for cyclists will start in June."
)


@pytest.fixture
async def world(tmp_path) -> AsyncIterator[World]:
    """A stand-in for Telegram; `world.address` is where it is."""
    standin = World(MovableClock(tmp_path / "clock"))
    api = BotApi(standin, TOKEN)
    app = web.Application()
    app.add_routes(api.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    standin.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield standin
    api.release()
    await runner.cleanup()


@asynccontextmanager
async def running(world, tmp_path, **more):
    settings = Settings(
        token=TOKEN,
        api_url=world.address,
        database=f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        listen="127.0.0.1:0",
        workers=1,
        **more,
    )
    async with open_app(settings, Messages.load()) as app, aiohttp.ClientSession() as session:
        yield app, session


def greeting(update_id):
    person = {"id": PERSON_ID, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    chat = {"id": PERSON_ID, "type": "private", "first_name": "Anna"}
    entity = {"type": "bot_command", "offset": 0, "length": 5}
    text = {"text": "/help", "entities": [entity]}
    message = {"message_id": 900 + update_id, "date": 1_770_000_000, "chat": chat, "from": person, **text}
    return {"update_id": update_id, "message": message}


async def test_an_update_brought_to_the_webhook_is_answered_once_and_counted(world, tmp_path):
    world.private(PERSON_ID).started = True
    hook = {"webhook_url": "https://bot.example.org/telegram", "webhook_secret": SECRET}
    async with running(world, tmp_path, **hook, api_keys=(KEY,)) as (app, session):
        for update_id in (1, 2, 1, 2):
            url, headers = f"{app.address}/telegram", {SECRET_HEADER: SECRET}
            async with session.post(url, json=greeting(update_id), headers=headers) as answer:
                assert answer.status == 200
        async with session.post(f"{app.address}/telegram", json=greeting(3)) as answer:
            assert answer.status == 401
        async with asyncio.timeout(30):
            while len(said(world)) < 2 or app.chat.backlog.depth():  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.01)
        assert len(said(world)) == 2
        async with session.get(f"{app.address}/metrics") as answer:
            told = await answer.text()
        assert 'nutshell_updates_total{kind="message"} 2.0' in told
        assert 'nutshell_updates_ended_total{outcome="done"} 2.0' in told
        assert 'nutshell_telegram_answers_total{method="sendMessage",status="200"} 2.0' in told
        assert not re.search("marked|" + re.escape(TOKEN), told)


async def test_while_polling_it_is_ready_and_has_no_webhook_and_no_api(world, tmp_path):
    async with running(world, tmp_path) as (app, session):
        async with asyncio.timeout(30):
            while not app.chat.source.connected:  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.01)
        async with session.get(f"{app.address}/readyz") as answer:
            assert (answer.status, (await answer.json())["status"]) == (200, "ready")
        for path in ("/telegram", "/v1/summaries", "/"):
            async with session.post(app.address + path, json={}) as answer:
                assert answer.status == 404


async def readiness(app, session):
    async with session.get(f"{app.address}/readyz") as answer:
        return answer.status, (await answer.json())["checks"]


async def test_where_nothing_can_be_written_it_is_the_database_that_is_not_well_and_not_telegram(
    world, tmp_path
):
    async with running(world, tmp_path) as (app, session), asyncio.timeout(30):
        while (await readiness(app, session))[0] != 200:  # noqa: ASYNC110 - of HTTP
            await asyncio.sleep(0.01)
        with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as database:
            database.execute("DROP TABLE inbox")  # from now on no update can be stored
        speaker = Speaker(user_id=PERSON_ID, chat_id=PERSON_ID, thread_id=None, anonymous=False)
        people.say(world, Formatted("/help"), speaker)
        while (await readiness(app, session))[0] == 200:  # noqa: ASYNC110 - of HTTP
            await asyncio.sleep(0.01)
        assert await readiness(app, session) == (503, {"database": False, "telegram": True, "queue": True})


def said(world):
    return [message for message in world.pictured(PERSON_ID) if message["by"] == BOT_ID]


async def test_the_bot_ends_loudly_where_a_part_of_it_that_should_go_on_for_ever_breaks_off(world, tmp_path):
    async def breaks_off() -> None:
        raise ZeroDivisionError

    async with running(world, tmp_path) as (app, _):
        broken = replace(app, background=app.background | {asyncio.create_task(breaks_off())})
        with pytest.raises(ZeroDivisionError):
            await broken.run()


async def test_a_chats_feed_is_at_the_address_it_got_and_a_summary_reaches_the_operators_program(
    world, tmp_path
):
    came = []

    async def take(request):
        came.append((dict(request.headers), await request.read()))
        return web.Response()

    program = web.Application()
    program.add_routes([web.post("/told", take)])
    runner = web.AppRunner(program, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook = f"http://127.0.0.1:{runner.addresses[0][1]}/told"
    own = {"hooks": hook, "hook_secret": SECRET * 2, "allow_networks": "127.0.0.0/8"}
    speaker = Speaker(user_id=PERSON_ID, chat_id=PERSON_ID, thread_id=None, anonymous=False)
    try:
        async with running(world, tmp_path, **own) as (app, session), asyncio.timeout(60):
            people.say(world, Formatted(LONG), speaker)
            people.say(world, Formatted("/rss"), speaker)
            while not (found := re.search(r"/feeds/[\w-]+\.json", str(said(world)))) or not came:  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.05)
            async with session.get(app.address + found[0]) as answer:
                assert answer.status == 200
                assert (await answer.json(content_type=None))["title"] == "Read with Nutshell"
    finally:
        await runner.cleanup()
    headers, body = came[0]
    signed = hmac.new((SECRET * 2).encode(), headers["Nutshell-Timestamp"].encode() + b"." + body, "sha256")
    assert headers["Nutshell-Signature"] == f"sha256={signed.hexdigest()}"
    told = json.loads(body)
    assert told["event"] == "summary"
    assert all(one["text"] in LONG for one in told["summary"]["sentences"])
    assert str(PERSON_ID) not in body.decode()
