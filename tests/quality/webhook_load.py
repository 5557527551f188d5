"""Loads the webhook of the running bot: so many updates a second over so many connections, for so long.

The bot runs as it does for people, in a process of its own, on SQLite, beside a small Bot API that only
counts what it is sent. It tells how long the bot took to say 200, how many updates it answered, whether one
was answered twice or not at all, and how much processor time the bot's main process took for each: a figure
that other programs on the machine hardly change. `--times 3` brings each update three times, as Telegram may.

    python tests/quality/webhook_load.py --rate 200 --connections 100 --seconds 600
    python tests/quality/webhook_load.py --rate 100 --seconds 10 --times 3
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import aiohttp
from aiohttp import web

TOKEN = "42:" + "x" * 35
SECRET = "a-secret_of-this-run"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
LE = ('le="0.1"', 'le="+Inf"')  # of a Prometheus histogram
ME = {"id": 42, "is_bot": True, "first_name": "Nutshell", "username": "nutshell_bot"}


class CountingApi:
    """Telegram's side: counts the answers in each chat, without those that are deleted.

    A bot that was not told whether a message arrived sends it anew, and then looks for the lost one. Where
    this program itself is starved, it may take the lost one in after the new one, and that one stays.
    """

    def __init__(self) -> None:
        self.answers: Counter[int] = Counter()  # by chat
        self.chats: dict[int, int] = {}  # by message
        self.resent = 0
        self._ids = itertools.count(10_000_000)

    async def answer(self, request: web.Request) -> web.Response:
        method, form = request.path.rpartition("/")[2], await request.post()
        if method == "getMe":
            return self._good(result=ME)
        if method == "sendMessage":
            return self._good(result=self._sent(int(str(form["chat_id"]))))
        if method in {"editMessageText", "deleteMessage"}:
            message_id = int(str(form["message_id"]))
            if message_id not in self.chats:
                told = {
                    "ok": False,
                    "error_code": 400,
                    "description": "Bad Request: message to edit not found",
                }
                return web.json_response(told, status=400)
            if method == "deleteMessage":
                self.answers[self.chats.pop(message_id)] -= 1
        return self._good(result=True)

    def _sent(self, chat_id: int) -> dict[str, object]:
        message_id = next(self._ids)
        self.resent += self.answers[chat_id] > 0
        self.answers[chat_id] += 1
        self.chats[message_id] = chat_id
        chat = {"id": chat_id, "type": "private"}
        return {"message_id": message_id, "date": 1, "chat": chat, "from": ME, "text": "x"}

    def is_done(self, total: int) -> bool:
        """Whether every message has its one answer."""
        return len(self.answers) >= total and max(self.answers.values()) == 1

    def _good(self, *, result: object) -> web.Response:
        return web.json_response({"ok": True, "result": result})


def start_command(number: int) -> dict[str, object]:
    """An update. One that is brought again is the same to the letter: with another date it is another."""
    message = {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": number, "type": "private"},
        "from": {"id": number, "is_bot": False, "first_name": "P", "language_code": "en"},
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }
    return {"update_id": number, "message": message}


async def bring(
    session: aiohttp.ClientSession,
    url: str,
    update: dict[str, object],
    due: float,
    took: list[float],
    failed: Counter[str],
) -> None:
    """One update, at its time; it is brought again while the bot asks for that, as Telegram does."""
    await asyncio.sleep(max(due - time.perf_counter(), 0))
    while True:
        began = time.perf_counter()
        async with session.post(url, json=update, headers=HEADERS) as answer:
            await answer.read()
            took.append(time.perf_counter() - began)
            if answer.status == 200:
                return
            failed[str(answer.status)] += 1
            await asyncio.sleep(float(answer.headers.get("Retry-After", 1)))


async def load(
    url: str, rate: int, connections: int, seconds: int, times: int
) -> tuple[list[float], Counter[str], int]:
    """The whole load; returns the times, what was not 200, and how many different updates there were."""
    took: list[float] = []
    failed: Counter[str] = Counter()
    connector = aiohttp.TCPConnector(limit=connections)
    async with aiohttp.ClientSession(connector=connector) as session:
        start = time.perf_counter() + 0.5
        total = rate * seconds
        async with asyncio.TaskGroup() as tasks:
            for index in range(total):
                due, update = start + index / rate, start_command(1000 + index)
                for _ in range(times):
                    tasks.create_task(bring(session, url, update, due, took, failed))
                if index % rate == 0:  # not all tasks at once
                    await asyncio.sleep(max(due - time.perf_counter() - 1, 0))
    return took, failed, total


def cpu_seconds(pid: int) -> float:
    """What the main process has used so far, without its workers."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


async def run(options: argparse.Namespace) -> int:
    api = CountingApi()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", api.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with tempfile.TemporaryDirectory() as folder:
        port = options.port
        environment = os.environ | {
            "NUTSHELL_TOKEN": TOKEN,
            "NUTSHELL_API_URL": f"http://127.0.0.1:{runner.addresses[0][1]}",
            "NUTSHELL_DATABASE": f"sqlite:///{Path(folder) / 'bot.sqlite3'}",
            "NUTSHELL_LISTEN": f"127.0.0.1:{port}",
            "NUTSHELL_WEBHOOK_URL": "https://bot.example.org/telegram",
            "NUTSHELL_WEBHOOK_SECRET": SECRET,
            "NUTSHELL_LOG_LEVEL": "warning",
        }
        bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment)
        try:
            await ready(f"http://127.0.0.1:{port}/readyz")
            started_s = cpu_seconds(bot.pid)
            url = f"http://127.0.0.1:{port}/telegram"
            took, failed, total = await load(
                url, options.rate, options.connections, options.seconds, options.times
            )
            deadline = time.perf_counter() + 120
            while not api.is_done(total) and time.perf_counter() < deadline:  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.2)
            cpu_s = cpu_seconds(bot.pid) - started_s
            within = await within_goal(f"http://127.0.0.1:{port}/metrics")
        finally:
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
            await runner.cleanup()
    lost = total - len(api.answers)
    doubled = sum(count > 1 for count in api.answers.values())
    table = {
        "updates": total,
        "acknowledged_ms": {
            f"p{share}": round(1000 * quantile(took, share / 100), 1) for share in (50, 95, 99)
        },
        "within_100_ms_in_the_bot": within,
        "slowest_ms": round(1000 * max(took), 1),
        "asked_to_come_again": dict(failed),
        "answered": len(api.answers),
        "lost": lost,
        "answered_twice": doubled,
        "sent_anew_as_lost": api.resent,
        "cpu_ms_an_update": round(1000 * cpu_s / total, 2),
    }
    print(json.dumps(table, indent=1))
    return 0 if not lost and not doubled else 1


async def within_goal(url: str) -> float:
    """The share of deliveries that the bot itself had done with in 100 ms, without what this program took."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        lines = (await answer.text()).splitlines()
    served = [line for line in lines if line.startswith("nutshell_http_seconds_bucket") and "webhook" in line]
    counts = {bound: sum(float(line.rsplit(" ", 1)[1]) for line in served if bound in line) for bound in LE}
    return round(counts[LE[0]] / counts[LE[1]], 4)


async def ready(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(600):
            try:
                async with session.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise SystemExit("the bot does not become ready")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=int, default=200, help="updates a second")
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--times", type=int, default=1, help="how often each update is brought")
    parser.add_argument("--port", type=int, default=18090)
    sys.exit(asyncio.run(run(parser.parse_args())))


if __name__ == "__main__":
    main()
