"""The real bot as a process, with a small stand-in for the Bot API: for programs that ask it and measure."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from aiohttp import web
from databases import new_database

TOKEN = "1:standin"
BOT = {"id": 1, "is_bot": True, "first_name": "Standin", "username": "standin_bot"}
ANSWER_S = 60.0  # after that no answer is waited for

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that runs."""

    address: str  # of the small web
    pids: tuple[int, ...]
    database: str  # its address

    @property
    def pid(self) -> int:
        """The only process's, or the first one's."""
        return self.pids[0]


@dataclass
class Telegram:
    """The stand-in: updates to fetch, and what became of the answers."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    answered: dict[int, asyncio.Future[str]] = field(default_factory=dict)  # by chat
    finals: Counter[int] = field(default_factory=Counter)  # answers that are no placeholder, by chat
    files: dict[str, bytes] = field(default_factory=dict)  # what was sent to the bot
    keyboards: dict[int, tuple[int, Any]] = field(default_factory=dict)  # by chat: message, its last buttons
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    async def ask(
        self, chat: int, text: str | None = None, file: tuple[str, bytes] | None = None
    ) -> tuple[float, str]:
        """Seconds to the final answer, and its text. `file`: its name and what is in it."""
        number = next(self.numbers)
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"},
        }
        if file is not None:
            message["document"] = self._document(number, *file)
        elif text is not None:
            found = re.finditer(r"(?P<bot_command>^/\w+)|(?P<url>https?://\S+)", text)
            message["text"] = text
            message["entities"] = [
                {"type": one.lastgroup, "offset": one.start(), "length": one.end() - one.start()}
                for one in found
            ]
        return await self.bring(chat, {"update_id": 1000 + number, "message": message})

    async def press(self, chat: int, button: int) -> tuple[float, str]:
        """Seconds until the message that the button is under has changed, and its new text.

        `button` counts the chat's last buttons from 0, in reading order.
        """
        number, (message_id, keyboard) = next(self.numbers), self.keyboards[chat]
        buttons = [button for row in keyboard["inline_keyboard"] for button in row]
        query = {
            "id": str(number),
            "from": {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"},
            "chat_instance": str(chat),
            "data": buttons[button]["callback_data"],
            "message": {
                "message_id": message_id,
                "date": int(time.time()),
                "chat": {"id": chat, "type": "private"},
                "text": "x",
                "reply_markup": keyboard,
            },
        }
        return await self.bring(chat, {"update_id": 1000 + number, "callback_query": query})

    async def bring(self, chat: int, update: dict[str, Any]) -> tuple[float, str]:
        """Seconds to the final answer of any update, and its text. Raises TimeoutError."""
        self.answered[chat] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        self.updates.append(update)
        self.arrived.set()
        async with asyncio.timeout(ANSWER_S):  # wait_for of Python 3.11 may lose who cancels just then
            answer = await self.answered[chat]
        return time.monotonic() - began, answer

    def _document(self, number: int, name: str, body: bytes) -> dict[str, Any]:
        self.files[f"f{number}"] = body
        return {
            "file_id": f"f{number}",
            "file_unique_id": f"u{number}",
            "file_name": name,
            "file_size": len(body),
        }

    async def download(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["path"]])

    async def answer(self, request: web.Request) -> web.Response:
        form = await request.post()
        method = request.match_info["method"]
        result: Any = True
        if method == "getMe":
            result = BOT
        elif method == "getFile":
            name = str(form["file_id"])
            result = {"file_id": name, "file_unique_id": name, "file_path": name}
        elif method == "getUpdates":
            result = await self._get_updates(form)
        elif method in {"sendMessage", "editMessageText"}:
            result = self._said(form)
        return web.json_response({"ok": True, "result": result})

    async def _get_updates(self, form: Any) -> list[dict[str, Any]]:
        if "offset" in form:
            self.updates = [u for u in self.updates if u["update_id"] >= int(form["offset"])]
        if not self.updates:
            self.arrived.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.arrived.wait(), float(form.get("timeout", 0)))
        return self.updates[:100]

    def _said(self, form: Any) -> dict[str, Any]:
        chat, text = int(form["chat_id"]), str(form["text"])
        message_id = int(form.get("message_id") or next(self.numbers))
        if "reply_markup" in form:
            self.keyboards[chat] = (message_id, json.loads(form["reply_markup"]))
        waiting = self.answered.get(chat)
        if not text.endswith("…"):
            self.finals[chat] += 1
            if waiting is not None and not waiting.done():
                waiting.set_result(text)
        return {
            "message_id": message_id,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": BOT,
            "text": text,
        }


@asynccontextmanager
async def running_bot(
    telegram: Telegram,
    page: Handler,
    *,
    log: Path | None = None,
    command: Sequence[str] = (sys.executable, "-m", "bot", "run"),
    server: str | None = None,
    processes: int = 1,
) -> AsyncIterator[Running]:
    """The bot, started. `page` serves a small web, whose paths are /<kind>/<number>.

    `log`: where the bot's log goes, with warnings; without one, errors alone are shown. `command`: what
    starts it. `server`: a PostgreSQL server, on which a database is made; without one, SQLite. Only on it
    there may be several `processes`.
    """
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(_served(telegram, page))
        database = stack.enter_context(new_database(server))
        given = {
            "NUTSHELL_TOKEN": TOKEN,
            "NUTSHELL_API_URL": address,
            "NUTSHELL_DATABASE": database,
            "NUTSHELL_ALLOW_NETWORKS": "127.0.0.0/8",
            "NUTSHELL_RATE": "0",
            "NUTSHELL_LOG_LEVEL": "error" if log is None else "warning",
            "NO_PROXY": "127.0.0.1",
        }
        errors = None if log is None else stack.enter_context(log.open("wb"))
        pids = [
            await stack.enter_async_context(_process(command, os.environ | given, errors))
            for _ in range(processes)
        ]
        yield Running(address, tuple(pids), database)


@asynccontextmanager
async def _served(telegram: Telegram, page: Handler) -> AsyncIterator[str]:
    """The address of the stand-in and of the small web, while they are served."""
    application = web.Application(client_max_size=64 * 2**20)
    application.router.add_post("/bot" + TOKEN + "/{method}", telegram.answer)
    application.router.add_get("/file/bot" + TOKEN + "/{path}", telegram.download)
    application.router.add_get("/{kind}/{number}", page)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _process(
    command: Sequence[str], environment: Mapping[str, str], errors: BinaryIO | None
) -> AsyncIterator[int]:
    """The number of a process, which is asked to end afterwards."""
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.DEVNULL, stderr=errors
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()
