"""The real bot as a process behind its webhook, beside a Bot API that only counts."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web
from databases import new_database

TOKEN = "42:" + "x" * 35
SECRET = "a-secret_of-this-run"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
READY_EVERY_S, READY_TRIES = 0.1, 3000  # on a machine that does much else at the same time
ME = {"id": 42, "is_bot": True, "first_name": "Nutshell", "username": "nutshell_bot"}

Prepare = Callable[[str], Awaitable[None]]  # handed the database before the bot starts


class HookedBot:
    """A bot as a process; once it is started, it is ready."""

    def __init__(self, address: str, environment: Mapping[str, str]) -> None:
        self.address = address  # of its server
        self._environment = environment
        self._process: asyncio.subprocess.Process | None = None
        self._used_s = 0.0  # by processes that were killed
        self.kills = 0

    @property
    def webhook(self) -> str:
        """Where updates are brought, with `HEADERS`."""
        return f"{self.address}/telegram"

    async def start(self) -> None:
        """Start it, and wait until it is ready."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=self._environment
        )
        await _ready(f"{self.address}/readyz")

    async def kill(self) -> None:
        """End it as a power cut does, in the middle of whatever it does."""
        self._used_s = self.cpu_seconds()
        self.kills += 1
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """End it in good order."""
        await self._end(signal.SIGTERM)

    def cpu_seconds(self) -> float:
        """What its main processes have used so far, without their workers."""
        if self._process is None:
            return self._used_s
        path = Path(f"/proc/{self._process.pid}/stat")
        fields = path.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return self._used_s + sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    async def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            await self._process.wait()
            self._process = None


class CountingApi:
    """Telegram's side: counts the answers in each chat, without those that are deleted.

    A bot that was not told whether a message arrived sends it anew, and then looks for the lost one. Where
    this program itself is starved, it may take the lost one in after the new one, and that one stays.
    """

    def __init__(self) -> None:
        self.answers: Counter[int] = Counter()  # by chat
        self.said: dict[int, dict[int, str]] = defaultdict(dict)  # by chat and message, in order
        self.chats: dict[int, int] = {}  # by message
        self.resent = 0
        self.webhook = ""
        self._ids = itertools.count(10_000_000)

    async def answer(self, request: web.Request) -> web.Response:
        method, form = request.path.rpartition("/")[2], await request.post()
        if method == "getMe":
            return self._good(result=ME)
        if method == "setWebhook":
            self.webhook = str(form["url"])
        if method == "getWebhookInfo":
            info = {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": 0}
            return self._good(result=info)
        if method == "sendMessage":
            return self._good(result=self._sent(int(str(form["chat_id"])), str(form["text"])))
        if method in {"editMessageText", "deleteMessage"}:
            message_id = int(str(form["message_id"]))
            if self.chats.get(message_id) != int(str(form["chat_id"])):
                told = {
                    "ok": False,
                    "error_code": 400,
                    "description": "Bad Request: message to edit not found",
                }
                return web.json_response(told, status=400)
            if method == "deleteMessage":
                chat_id = self.chats.pop(message_id)
                self.answers[chat_id] -= 1
                del self.said[chat_id][message_id]
            else:
                self.said[self.chats[message_id]][message_id] = str(form["text"])
        return self._good(result=True)

    def _sent(self, chat_id: int, text: str) -> dict[str, object]:
        message_id = next(self._ids)
        self.resent += text in self.said[chat_id].values()
        self.answers[chat_id] += 1
        self.said[chat_id][message_id] = text
        self.chats[message_id] = chat_id
        chat = {"id": chat_id, "type": "private"}
        return {"message_id": message_id, "date": 1, "chat": chat, "from": ME, "text": "x"}

    def is_done(self, chats: int, each: int = 1) -> bool:
        """Whether in so many chats each message has its one answer."""
        return len(self.answers) >= chats and set(self.answers.values()) == {each}

    def _good(self, *, result: object) -> web.Response:
        return web.json_response({"ok": True, "result": result})


@asynccontextmanager
async def hooked_bot(api: CountingApi, port: int, prepare: Prepare | None = None) -> AsyncIterator[HookedBot]:
    """The bot as it runs for people, on SQLite, with `api` for Telegram; ended with SIGTERM."""
    with new_database(None) as database:
        if prepare is not None:
            await prepare(database)
        async with hooked_bots(api, [port], database) as (bot,):
            yield bot


@asynccontextmanager
async def hooked_bots(
    api: CountingApi, ports: Sequence[int], database: str
) -> AsyncIterator[list[HookedBot]]:
    """A process of the bot for each port, all on one database; several need PostgreSQL."""
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", api.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(runner.cleanup)
        api_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield [await stack.enter_async_context(_started(api_url, port, database)) for port in ports]


@asynccontextmanager
async def _started(api_url: str, port: int, database: str) -> AsyncIterator[HookedBot]:
    environment = os.environ | {
        "NUTSHELL_TOKEN": TOKEN,
        "NUTSHELL_API_URL": api_url,
        "NUTSHELL_DATABASE": database,
        "NUTSHELL_LISTEN": f"127.0.0.1:{port}",
        "NUTSHELL_WEBHOOK_URL": "https://bot.example.org/telegram",
        "NUTSHELL_WEBHOOK_SECRET": SECRET,
        "NUTSHELL_LOG_LEVEL": "warning",
    }
    bot = HookedBot(f"http://127.0.0.1:{port}", environment)
    try:
        await bot.start()
        yield bot
    finally:
        await bot.stop()


async def _ready(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(READY_TRIES):
            try:
                async with session.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(READY_EVERY_S)
    raise SystemExit("the bot does not become ready")
