"""The whole bot with its server, beside a stand-in for Telegram: webhook in, answer out, metrics, health."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest
from aiohttp import web

from bot.app import open_app
from bot.messages import Messages
from bot.server.webhook import SECRET_HEADER
from bot.settings import Settings
from bot.trial.api import BotApi
from bot.trial.chats import BOT_ID, PERSON_ID
from bot.trial.clock import MovableClock
from bot.trial.world import World

TOKEN = f"{BOT_ID}:{'x' * 35}"
SECRET = "marked-secret"
KEY = "marked-key-of-the-operator"


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
            while not app.chat.hears():  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.01)
        async with session.get(f"{app.address}/readyz") as answer:
            assert (answer.status, (await answer.json())["status"]) == (200, "ready")
        for path in ("/telegram", "/v1/summaries", "/"):
            async with session.post(app.address + path, json={}) as answer:
                assert answer.status == 404


def said(world):
    return [message for message in world.pictured(PERSON_ID) if message["by"] == BOT_ID]


async def test_the_bot_ends_loudly_where_a_part_of_it_that_should_go_on_for_ever_breaks_off(world, tmp_path):
    async def breaks_off() -> None:
        raise ZeroDivisionError

    async with running(world, tmp_path) as (app, _):
        broken = replace(app, due=app.due | {asyncio.create_task(breaks_off())})
        with pytest.raises(ZeroDivisionError):
            await broken.run()
