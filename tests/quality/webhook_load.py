"""Loads the webhook of the running bot: so many updates a second over so many connections, for so long.

The bot runs as it does for people, in a process of its own, on SQLite, beside a small Bot API that only
counts what it is sent. It tells how long the bot took to say 200, how many updates it answered, whether one
was answered twice or not at all, and how much processor time the bot's main process took for each: a figure
that other programs on the machine hardly change. `--times 3` brings each update three times, as Telegram may.

With a PostgreSQL server (a database of its own is made there, and dropped) there may be several processes,
and each update is brought to one of them. `--beside-sqlite` has SQLite's figures first, from the same minute.

    python tests/quality/webhook_load.py --rate 200 --connections 100 --seconds 600
    python tests/quality/webhook_load.py --rate 100 --seconds 10 --times 3
    python tests/quality/webhook_load.py --processes 2 --database postgresql://ME@HOST/db --beside-sqlite
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import aiohttp
from databases import new_database
from hooked_bot import HEADERS, CountingApi, cpu_seconds, hooked_bots

Table = dict[str, Any]

LE = ('le="0.1"', 'le="+Inf"')  # of a Prometheus histogram


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
    urls: Sequence[str], rate: int, connections: int, seconds: int, times: int
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
                for copy in range(times):
                    url = urls[(index + copy) % len(urls)]
                    tasks.create_task(bring(session, url, update, due, took, failed))
                if index % rate == 0:  # not all tasks at once
                    await asyncio.sleep(max(due - time.perf_counter() - 1, 0))
    return took, failed, total


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


async def run(options: argparse.Namespace, server: str | None, processes: int) -> Table:
    """The figures of one load; on SQLite where there is no server."""
    api = CountingApi()
    ports = range(options.port, options.port + processes)
    with new_database(server) as database:
        async with hooked_bots(api, ports, database) as bots:
            started_s = sum(cpu_seconds(bot.pid) for bot in bots)
            took, failed, total = await load(
                [bot.webhook for bot in bots],
                options.rate,
                options.connections,
                options.seconds,
                options.times,
            )
            deadline = time.perf_counter() + 120
            while not api.is_done(total) and time.perf_counter() < deadline:  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(0.2)
            cpu_s = sum(cpu_seconds(bot.pid) for bot in bots) - started_s
            within = [await within_goal(f"{bot.address}/metrics") for bot in bots]
    lost = total - len(api.answers)
    doubled = sum(count > 1 for count in api.answers.values())
    return {
        "database": "SQLite" if server is None else f"PostgreSQL, {processes} processes",
        "updates": total,
        "acknowledged_ms": {
            f"p{share}": round(1000 * quantile(took, share / 100), 1) for share in (50, 95, 99)
        },
        "within_100_ms_in_the_bot": min(within),
        "slowest_ms": round(1000 * max(took), 1),
        "asked_to_come_again": dict(failed),
        "answered": len(api.answers),
        "lost": lost,
        "answered_twice": doubled,
        "sent_anew_as_lost": api.resent,
        "cpu_ms_an_update": round(1000 * cpu_s / total, 2),
    }


async def run_all(options: argparse.Namespace) -> int:
    """Run what is asked for, tell it, and say whether all went well."""
    plans = [(options.database, options.processes)]
    if options.beside_sqlite:
        plans.insert(0, (None, 1))
    tables = [await run(options, server, processes) for server, processes in plans]
    if options.beside_sqlite:
        first, second = (table["cpu_ms_an_update"] for table in tables)
        tables[1]["cpu_beside_sqlite"] = round(second / first, 2)
    for table in tables:
        print(json.dumps(table, indent=1))
    return 0 if not any(table["lost"] or table["answered_twice"] for table in tables) else 1


async def within_goal(url: str) -> float:
    """The share of deliveries that the bot itself had done with in 100 ms, without what this program took."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        lines = (await answer.text()).splitlines()
    served = [line for line in lines if line.startswith("nutshell_http_seconds_bucket") and "webhook" in line]
    counts = {bound: sum(float(line.rsplit(" ", 1)[1]) for line in served if bound in line) for bound in LE}
    return round(counts[LE[0]] / counts[LE[1]], 4)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=int, default=200, help="updates a second")
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--times", type=int, default=1, help="how often each update is brought")
    parser.add_argument("--port", type=int, default=18090)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without it, SQLite")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--beside-sqlite", action="store_true", help="the same load on SQLite before")
    given = parser.parse_args()
    if not given.database and (given.processes > 1 or given.beside_sqlite):
        parser.error("that needs a PostgreSQL server: --database")
    sys.exit(asyncio.run(run_all(given)))


if __name__ == "__main__":
    main()
