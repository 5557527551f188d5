"""Two whole bots on one PostgreSQL, as behind a balancer: it does not matter which of them gets an update."""

import asyncio
import json
import subprocess
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.app import open_app
from bot.chat.views.reading_callbacks import Forget, encode
from bot.messages import Messages
from bot.settings import Settings
from bot.trial import people
from bot.trial.api import BotApi
from bot.trial.chats import BOT_ID, PERSON_ID
from bot.trial.clock import MovableClock
from bot.trial.formatting import Formatted
from bot.trial.people import Speaker
from bot.trial.world import World

pytestmark = pytest.mark.postgres

TOKEN = f"{BOT_ID}:{'x' * 35}"
SECRET = "marked-secret"
PROGRAM = Path(__file__).parents[1] / "quality" / "crash.py"


@asynccontextmanager
async def served(routes):
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


class Pair:
    """Two bots, and the person who writes to one or the other."""

    def __init__(self, world, apps, session):
        self.world, self.apps, self.session = world, apps, session
        self.number = 0

    async def bring(self, to, **content):
        self.number += 1
        update = {"update_id": self.number, **content}
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with self.session.post(
            f"{self.apps[to].address}/telegram", json=update, headers=headers
        ) as answer:
            assert answer.status == 200

    async def says(self, text, *, to):
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        chat = {"id": PERSON_ID, "type": "private", "first_name": "Anna"}
        message = {
            "message_id": 900 + self.number,
            "date": 1_770_000_000,
            "chat": chat,
            "from": self.person(),
        }
        await self.bring(to, message={**message, "text": text, "entities": entities})

    async def presses(self, message, data, *, to):
        content = {"id": str(self.number), "from": self.person(), "chat_instance": "1", "data": data}
        chat = {"id": PERSON_ID, "type": "private", "first_name": "Anna"}
        under = {"message_id": message["message_id"], "date": 1_770_000_000, "chat": chat, "text": "…"}
        await self.bring(to, callback_query={**content, "message": under})

    def person(self):
        return {"id": PERSON_ID, "is_bot": False, "first_name": "Anna", "language_code": "en"}

    def said(self):
        return [message for message in self.world.pictured(PERSON_ID) if message["by"] == BOT_ID]

    async def until(self, condition):
        async with asyncio.timeout(30):
            while not condition():  # noqa: ASYNC110 - it looks at what comes over HTTP
                await asyncio.sleep(0.02)


@asynccontextmanager
async def two_bots(postgres, tmp_path, **more):
    """The stand-in, the two and a session; each of the two can be ended before."""
    world = World(MovableClock(tmp_path / "clock"))
    world.private(PERSON_ID).started = True
    api = BotApi(world, TOKEN)
    async with served(api.routes()) as address, aiohttp.ClientSession() as session:
        settings = Settings(
            token=TOKEN, api_url=address, database=postgres, listen="127.0.0.1:0", workers=1, **more
        )
        async with AsyncExitStack() as first, AsyncExitStack() as second:
            apps = [
                await stack.enter_async_context(open_app(settings, Messages.load()))
                for stack in (first, second)
            ]
            yield Pair(world, apps, session), (first, second)
            api.release()


@pytest.fixture
async def pair(postgres, tmp_path, monkeypatch):
    """Both have updates brought."""
    monkeypatch.setenv("NUTSHELL_ALLOW_NETWORKS", "127.0.0.0/8")
    hook = {"webhook_url": "https://bot.example.org/telegram", "webhook_secret": SECRET}
    async with two_bots(postgres, tmp_path, **hook) as (both, _):
        yield both


async def test_a_chat_is_answered_in_order_whichever_bot_gets_it(pair):
    for number in range(10):
        await pair.says("/help" if number % 2 else "/privacy", to=number % 2)
    await pair.until(lambda: len(pair.said()) == 10)
    texts = [message["text"] for message in pair.said()]
    assert texts == [texts[0], texts[1]] * 5
    assert texts[0] != texts[1]


async def test_one_asks_for_updates_and_the_other_one_does_when_it_ends(postgres, tmp_path):
    async with two_bots(postgres, tmp_path) as (pair, (first, _)):
        ready = f"{pair.apps[1].address}/readyz"
        async with pair.session.get(ready) as answer:
            assert (answer.status, (await answer.json())["status"]) == (200, "ready")
        for number in (1, 2):
            people.say(pair.world, Formatted("/help"), Speaker(user_id=PERSON_ID, chat_id=PERSON_ID))
            await pair.until(lambda number=number: len(pair.said()) == number)
            await first.aclose()


async def test_a_person_cancels_what_the_other_bot_is_doing(pair):
    asked = asyncio.Event()

    async def slow(_):
        asked.set()
        await asyncio.sleep(60)

    async with served([web.get("/slow", slow)]) as address:
        await pair.says(f"{address}/slow", to=0)
        await asyncio.wait_for(asked.wait(), 30)
        await pair.says("/cancel", to=1)
        await pair.until(
            lambda: len(pair.said()) == 2 and not any(one["text"].endswith("…") for one in pair.said())
        )
    told = Messages.load()
    # Which comes first depends on whether a placeholder was there already.
    words = {told.say("en", key) for key in ("cancel-done", "gave-up-cancelled")}
    assert {one["text"] for one in pair.said()} == words


async def test_a_button_works_in_either_and_forgetting_ends_the_work_of_the_other(pair):
    asked = asyncio.Event()

    async def slow(_):
        asked.set()
        await asyncio.sleep(60)

    await pair.says("/forget", to=0)
    await pair.until(lambda: len(pair.said()) == 1)
    async with served([web.get("/slow", slow)]) as address:
        await pair.says(f"{address}/slow", to=0)
        await asyncio.wait_for(asked.wait(), 30)
        await pair.presses(pair.said()[0], encode(Forget(user_id=PERSON_ID, sure=True)), to=1)
        await pair.until(lambda: pair.apps[0].chat.backlog.depth() == 0)
        await pair.until(lambda: pair.apps[1].chat.backlog.depth() == 0)
    assert pair.said()[0]["text"] == Messages.load().say("en", "forget-done", count=0)


def test_killed_again_and_again_two_processes_answer_everything_once_and_in_order(postgres):
    size = ["--updates", "100", "--kills", "2", "--chats", "12", "--pause", "2"]
    command = [sys.executable, str(PROGRAM), *size, "--processes", "2", "--database", postgres, "--json"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    counts = json.loads(run.stdout.splitlines()[-1])
    wrong = {name: counts[name] for name in ("lost", "doubled", "unfinished", "given_up", "out_of_order")}
    assert wrong == dict.fromkeys(wrong, 0), run.stdout
    assert (counts["answered"], counts["kills"]) == (100, 2)
    assert run.returncode == 0
