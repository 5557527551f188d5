"""A whole session at DEBUG, with everything going wrong that can: no secret shows anywhere."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import aiohttp
import pytest
from aiohttp import web

from bot.chat.application import build_application
from bot.chat.telegram.aiohttp_request import AiohttpRequest
from bot.chat.telegram.connection import TelegramConnection
from bot.chat.telegram.webhook import WebhookAddress
from bot.core.digests.outlets import Outlet

# Every secret of this session holds this word.
MARK = "MARKED"
TOKEN = f"123456789:{MARK}-token-of-this-session-0123456789"
SECRET = f"{MARK}_secret-of-the-webhook"
KEY = f"{MARK}-key-of-the-api"
PROXY_PASSWORD = f"{MARK}-password-of-the-proxy"
DATABASE_PASSWORD = f"{MARK}-password-of-the-database"
ME = {"id": 123456789, "is_bot": True, "first_name": "Nutshell", "username": "nutshell_bot"}


class Telegram:
    """A proxy, behind which is the Bot API, in all its moods."""

    def __init__(self) -> None:
        self.address = ""
        self.mood = "friendly"
        self.said: list[str] = []  # what was sent to people
        self.calls: list[str] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        self.calls.append(method)
        if method != "setWebhook":  # Telegram has to know that secret
            self.said.append((await request.read()).decode())
        if method in {"getMe", "setWebhook"} and self.mood != "unknown token":
            return self._good(ME if method == "getMe" else True)
        match self.mood:
            case "unknown token":
                return web.json_response(
                    {"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401
                )
            case "html":
                return web.Response(text=f"<html>{request.path}</html>", status=502)
            case "garbage":
                return web.Response(text="{")
            case "refusing":
                told = {"ok": False, "error_code": 400, "description": f"Bad Request: {request.path}"}
                return web.json_response(told, status=400)
            case "cut":
                assert request.transport is not None
                request.transport.close()
        return self._good({"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"})

    def _good(self, result: Any) -> web.Response:
        return web.json_response({"ok": True, "result": result})


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", telegram.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    telegram.address = f"127.0.0.1:{runner.addresses[0][1]}"
    yield telegram
    await runner.cleanup()


class Session:
    """The bot as a process, whose log and answers are kept."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.shown: list[str] = []
        self.address = ""

    async def begin(self) -> None:
        assert self._process.stdout is not None
        while not self.address:
            line = (await self._process.stdout.readline()).decode()
            assert line, "the bot has ended"
            self.shown.append(line)
            found = re.search(r"at (http://\S+)", line)
            self.address = found[1] if found else ""

    async def ask(self, path: str, body: Any = None, **headers: str) -> int:
        method = "GET" if body is None else "POST"
        data = body if isinstance(body, str) else json.dumps(body)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.address + path, data=data, headers=given) as answer,
        ):
            self.shown += [await answer.text(), str(answer.headers)]
            return answer.status

    async def end(self) -> int:
        self._process.send_signal(signal.SIGTERM)
        return await self.over()

    async def over(self) -> int:
        output, log = await self._process.communicate()
        self.shown += [output.decode(), log.decode()]
        return self._process.returncode or 0


async def start(tmp_path: Path, **settings: str) -> Session:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NUTSHELL_")}
    given = {
        "TOKEN": TOKEN,
        "DATABASE": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "LISTEN": "127.0.0.1:18790",
        "WEBHOOK_URL": "https://bot.example.org/telegram",
        "WEBHOOK_SECRET": SECRET,
        "API_KEYS": KEY,
        "API_URL": "http://telegram.example",
        "WORKERS": "1",
        "LOG_LEVEL": "debug",
    }
    named = {f"NUTSHELL_{name}": value for name, value in (given | settings).items()}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=environment | named,
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return Session(process)


def update(number: int, text: str) -> dict[str, Any]:
    person = {"id": 5, "is_bot": False, "first_name": "P", "language_code": "en"}
    chat = {"id": 5, "type": "private"}
    message = {"message_id": number, "date": 1_770_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


async def test_no_secret_shows_in_log_replies_metrics_or_answers(telegram: Telegram, tmp_path: Path) -> None:
    session = await start(
        tmp_path,
        API_PROXY=f"http://operator:{PROXY_PASSWORD}@{telegram.address}",
        PROXY=f"http://operator:{PROXY_PASSWORD}@{telegram.address}",
        PROXY_FILTERS="yes",
    )
    await session.begin()
    right = {"X_Telegram_Bot_Api_Secret_Token": SECRET}
    number = 0
    for mood in ("friendly", "html", "garbage", "refusing", "cut", "unknown token"):
        telegram.mood = mood
        for text in ("/help", "https://example.org/a-page", "Who is that?"):
            number += 1
            assert await session.ask("/telegram", update(number, text), **right) == 200
        before = len(telegram.calls)
        async with asyncio.timeout(30):
            while len(telegram.calls) == before:  # noqa: ASYNC110 - of a process
                await asyncio.sleep(0.05)
    assert await session.ask("/telegram", update(99, "x")) == 401
    assert await session.ask("/telegram", "{", **right) == 400
    assert await session.ask("/telegram", {"update_id": 100, "message": {"chat": 5}}, **right) == 200
    key = {"Authorization": f"Bearer {KEY}"}
    assert await session.ask("/v1/summaries", {"text": "A sentence is here. " * 40}, **key) < 500
    assert await session.ask("/v1/summaries", {"url": "http://example.org/"}, **key) < 500
    assert await session.ask("/v1/summaries", "{", **key) == 400
    assert await session.ask("/v1/summaries", {}, Authorization=f"Basic {KEY}x") == 401
    for path in ("/metrics", "/readyz", "/healthz", "/v1/openapi.json", "/nothing"):
        await session.ask(path)
    assert await session.end() == 0
    everything = "\n".join([*session.shown, *telegram.said])
    assert "update_failed" in everything  # the log was on, and told of what went wrong
    assert MARK.lower() not in everything.lower()


async def test_a_token_that_telegram_refuses_is_not_told(telegram: Telegram, tmp_path: Path) -> None:
    telegram.mood = "unknown token"
    session = await start(tmp_path, API_URL=f"http://{telegram.address}")
    assert await session.over() == 1
    assert MARK.lower() not in "\n".join(session.shown).lower()


async def test_the_password_of_a_database_that_is_not_there_is_not_told(tmp_path: Path) -> None:
    session = await start(
        tmp_path, DATABASE=f"postgresql://nutshell:{DATABASE_PASSWORD}@127.0.0.1:1/nutshell"
    )
    assert await session.over() != 0
    assert any(session.shown)
    assert MARK.lower() not in "\n".join(session.shown).lower()


def test_no_object_says_a_secret_of_itself() -> None:
    connection = TelegramConnection(
        token=TOKEN,
        api_url="http://telegram.example",
        api_proxy=f"http://operator:{PROXY_PASSWORD}@127.0.0.1",
        webhook=WebhookAddress(url="https://bot.example.org/", secret=SECRET),
    )
    ways = AiohttpRequest(connections=1), AiohttpRequest(connections=1)
    context = Mock()  # the handlers are registered with it, and not called
    context.operation.policy.owners = (5,)
    bot = build_application(connection, context, ways).bot
    outlet = Outlet(chat_id=5, secret=SECRET, title=None, locale="en")
    said = repr([connection, bot, partial(print, bot), outlet])
    assert MARK not in said
