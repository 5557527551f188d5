"""Measures an ordinary summary while hostile pages are in work: what one chat notices of ten others.

    python tests/quality/beside.py [--hostile 10] [--summaries 8] [--rounds 2]

The real bot runs as a process of its own; a small stand-in for the Bot API and for the web are here. In each
round one chat has ordinary articles summarised, one after the other: first alone, then while other chats keep
so many hostile pages in work, each sending its next one when it is answered. Seconds are from the arrival
of the message to its final answer. Exit code 1 if the median beside hostile pages is more than twice the one
without, if an ordinary article got no summary, or if a hostile page took 30 s or got no answer.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from aiohttp import web
from hostile_recipes import html, sentences

TOKEN = "1:beside"
BOT = {"id": 1, "is_bot": True, "first_name": "Beside", "username": "beside_bot"}
ORDINARY = 7
LIMIT_S = 30.0
TIMES = 2.0
# What takes seconds of a worker's time without passing a limit at once.
HOSTILE = {
    "paragraphs": html(b"<p>Ab cd.</p>" * 14_900),
    "links": html(b"<a href=/x>y</a> " * 95_000),
    "breaks": html(b"a<br>" * 95_000),
    "rows": html(b"<table>" + b"<tr><td>a<td>b" * 7_400 + b"</table>"),
    "sentences": html(b"<p>" + b"The man went home. " * 59_000 + b"</p>"),
}


def story(number: int) -> str:
    """An article of its own for each number."""
    text = sentences(200)
    pick = random.Random(number)  # noqa: S311 - prose, no secret
    words = text.split(". ")
    pick.shuffle(words)
    paragraphs = ["<p>" + ". ".join(words[start : start + 5]) + ".</p>" for start in range(0, 100, 5)]
    return f"<title>Story {number}</title><article><h1>Story {number}</h1>{''.join(paragraphs)}</article>"


@dataclass
class Telegram:
    """The stand-in: updates to fetch, and what became of the answers."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    answered: dict[int, asyncio.Future[str]] = field(default_factory=dict)  # by chat
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    async def ask(self, chat: int, text: str) -> tuple[float, str]:
        """Seconds to the final answer, and its text."""
        number = next(self.numbers)
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"},
            "text": text,
            "entities": [{"type": "url", "offset": 0, "length": len(text)}],
        }
        self.answered[chat] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        self.updates.append({"update_id": 1000 + number, "message": message})
        self.arrived.set()
        answer = await asyncio.wait_for(self.answered[chat], 2 * LIMIT_S)
        return time.monotonic() - began, answer

    async def answer(self, request: web.Request) -> web.Response:
        form = await request.post()
        method = request.match_info["method"]
        result: Any = True
        if method == "getMe":
            result = BOT
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
        waiting = self.answered.get(chat)
        if waiting is not None and not waiting.done() and not text.endswith("…"):
            waiting.set_result(text)
        return {
            "message_id": int(form.get("message_id") or next(self.numbers)),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": BOT,
            "text": text,
        }


async def serve_page(request: web.Request) -> web.Response:
    kind, number = request.match_info["kind"], int(request.match_info["number"])
    if kind == "story":
        return web.Response(text=story(number), content_type="text/html")
    return web.Response(body=HOSTILE[kind], content_type="text/html")


@asynccontextmanager
async def running_bot(telegram: Telegram) -> AsyncIterator[str]:
    """The bot, started; gives the address of the web."""
    application = web.Application()
    application.router.add_post("/bot" + TOKEN + "/{method}", telegram.answer)
    application.router.add_get("/{kind}/{number}", serve_page)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    with tempfile.TemporaryDirectory() as folder:
        given = {
            "NUTSHELL_TOKEN": TOKEN,
            "NUTSHELL_API_URL": address,
            "NUTSHELL_DATABASE": f"sqlite:///{Path(folder) / 'bot.db'}",
            "NUTSHELL_ALLOW_NETWORKS": "127.0.0.0/8",
            "NUTSHELL_RATE": "0",
            "NUTSHELL_LOG_LEVEL": "error",
            "NO_PROXY": "127.0.0.1",
        }
        command = (sys.executable, "-m", "bot", "run")
        process = await asyncio.create_subprocess_exec(
            *command, env=os.environ | given, stdout=asyncio.subprocess.DEVNULL
        )
        try:
            yield address
        finally:
            process.terminate()
            await process.wait()
    await runner.cleanup()


@dataclass
class Figures:
    """What was measured, in seconds."""

    alone_s: list[float] = field(default_factory=list)
    beside_s: list[float] = field(default_factory=list)
    hostile_s: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def times(self) -> float:
        return median(self.beside_s) / median(self.alone_s)

    @property
    def good(self) -> bool:
        return not self.wrong and self.times <= TIMES and max(self.hostile_s) < LIMIT_S


class Trial:
    """Ordinary and hostile chats at one bot."""

    def __init__(self, telegram: Telegram, address: str) -> None:
        self._telegram = telegram
        self._address = address
        self._numbers = itertools.count(1)
        self.figures = Figures()

    async def summarise(self, into: list[float]) -> None:
        number = next(self._numbers)
        seconds, answer = await self._telegram.ask(ORDINARY, f"{self._address}/story/{number}")
        into.append(seconds)
        if f"Story {number}" not in answer:
            self.figures.wrong.append(f"story {number}: {answer[:80]}")

    async def pester(self, chat: int) -> None:
        """One hostile page after the other."""
        for kind in itertools.islice(itertools.cycle(HOSTILE), chat, None):
            url = f"{self._address}/{kind}/{next(self._numbers)}"
            try:
                seconds, _ = await self._telegram.ask(chat, url)
            except TimeoutError:
                self.figures.wrong.append(f"{kind}: no answer")
            else:
                self.figures.hostile_s.append(seconds)

    async def round(self, hostile: int, summaries: int) -> None:
        """Some alone, then some beside the others."""
        for _ in range(summaries):
            await self.summarise(self.figures.alone_s)
        others = [asyncio.create_task(self.pester(100 + chat)) for chat in range(hostile)]
        await asyncio.sleep(1)  # until they are in work
        for _ in range(summaries):
            await self.summarise(self.figures.beside_s)
        await asyncio.sleep(LIMIT_S / 2)  # for hostile pages to be answered
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--hostile", type=int, default=10, help="pages in work at one time")
    parser.add_argument("--summaries", type=int, default=8, help="ordinary ones, with and without, per round")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    telegram = Telegram()
    async with running_bot(telegram) as address:
        trial = Trial(telegram, address)
        for _ in range(3):
            await trial.summarise([])  # workers are warm
        for _ in range(options.rounds):
            await trial.round(options.hostile, options.summaries)
            await asyncio.sleep(LIMIT_S / 3)  # what is still in work ends
    figures = trial.figures
    told = {
        "alone_s": round(median(figures.alone_s), 3),
        "beside_s": round(median(figures.beside_s), 3),
        "beside_worst_s": round(max(figures.beside_s), 3),
        "times": round(figures.times, 2),
        "hostile_answered": len(figures.hostile_s),
        "hostile_worst_s": round(max(figures.hostile_s), 2),
        "wrong": figures.wrong,
    }
    print(json.dumps(told) if options.json else "\n".join(f"{name:17} {it}" for name, it in told.items()))
    return 0 if figures.good else 1


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
