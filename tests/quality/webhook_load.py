"""Loads the webhook of the running bot: so many updates a second over so many connections, for so long.

The bot runs as it does for people, in a process of its own, on SQLite, beside a small Bot API that only
counts what it is sent. It tells how long the bot took to say 200, how many updates it answered, whether one
was answered twice or lost, and how much processor time the bot's main process took for each: a figure that
other programs on the machine hardly change. What has no answer is looked up in the bot's database: on a
machine that can't bear the load it waits there, and once no answer has come for a minute nobody waits for it.
`--times 3` brings each update three times, as Telegram may.

With a PostgreSQL server (a database of its own is made there, and dropped) there may be several processes,
and each update is brought to one of them; what the server took is told where it runs on this machine, with
all else that it did meanwhile. `--beside-sqlite` has SQLite's figures first, from the same minute.
`--kill-every 20` kills one of them every 20 seconds with -9, in turns, and starts it again; what got no 200
is brought to the next one. With `--each 4` every chat asks four different things right after each other, and
it is told in how many the answers are in another order.

    python tests/quality/webhook_load.py --rate 200 --connections 100 --seconds 600
    python tests/quality/webhook_load.py --rate 100 --seconds 10 --times 3
    python tests/quality/webhook_load.py --processes 2 --database postgresql://ME@HOST/db --beside-sqlite
    python tests/quality/webhook_load.py --processes 2 --database postgresql://ME@HOST/db --each 4 \
        --kill-every 20 --rate 60 --seconds 120
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector
from databases import new_database, server_cpu_seconds
from hooked_bot import HEADERS, CountingApi, HookedBot, hooked_bots
from outcomes import Answers, Outcome, states_in

Table = dict[str, Any]

COMMANDS = ("/start", "/help", "/privacy", "/language")  # what each says is told apart from the others
FIRST_NUMBER, FIRST_CHAT = 1000, 1000
AGAIN_S = 0.1  # until an update that was cut off is brought again
TELEGRAM_WAITS_S = 60.0  # for an answer
WAITED_FOR_S = 60.0  # after the last update and the last answer, for another one

LE = ('le="0.1"', 'le="+Inf"')  # of a Prometheus histogram


def command(number: int, chat: int, text: str) -> dict[str, object]:
    """An update. One that is brought again is the same to the letter: with another date it is another."""
    message = {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private"},
        "from": {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"},
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    return {"update_id": number, "message": message}


@dataclass(slots=True)
class Brought:
    """What became of the deliveries."""

    took_s: list[float] = field(default_factory=list)  # to the 200
    failed: Counter[str] = field(default_factory=Counter)  # by status, or the error where there was no answer

    async def bring(self, session: ClientSession, urls: Iterator[str], update: dict[str, object]) -> None:
        """One update; it is brought again while the bot asks for that or says nothing, as Telegram does."""
        while True:
            began = time.perf_counter()
            try:
                async with session.post(next(urls), json=update, headers=HEADERS) as answer:
                    await answer.read()
            except (ClientError, TimeoutError) as error:
                self.failed[type(error).__name__] += 1
                await asyncio.sleep(AGAIN_S)
                continue
            self.took_s.append(time.perf_counter() - began)
            if answer.status == 200:
                return
            self.failed[str(answer.status)] += 1
            await asyncio.sleep(float(answer.headers.get("Retry-After", 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What is brought."""

    rate: int  # updates a second
    connections: int
    seconds: int
    times: int = 1  # how often each is brought
    each: int = 1  # updates of a chat, one right after the other

    @property
    def chats(self) -> int:
        """In how many chats something is asked."""
        return self.rate * self.seconds // self.each

    def updates(self) -> dict[int, range]:
        """The numbers of what is asked, by chat."""
        first = {FIRST_CHAT + chat: FIRST_NUMBER + chat * self.each for chat in range(self.chats)}
        return {chat: range(number, number + self.each) for chat, number in first.items()}

    async def bring(self, urls: Sequence[str]) -> Brought:
        """All of it, to one address after the other."""
        brought = Brought()
        timeout = ClientTimeout(TELEGRAM_WAITS_S)
        async with (
            ClientSession(connector=TCPConnector(limit=self.connections), timeout=timeout) as session,
            asyncio.TaskGroup() as tasks,
        ):
            start = time.perf_counter() + 0.5
            for chat in range(self.chats):
                due = start + chat * self.each / self.rate
                if chat % max(self.rate // self.each, 1) == 0:  # not all tasks at once
                    await asyncio.sleep(max(due - time.perf_counter() - 1, 0))
                tasks.create_task(self._talk(brought, session, urls, chat, due))
        return brought

    async def _talk(
        self, brought: Brought, session: ClientSession, urls: Sequence[str], chat: int, due: float
    ) -> None:
        """What is asked in one chat, in order; the next is brought once the one before has its 200."""
        for index in range(self.each):
            await asyncio.sleep(max(due + index / self.rate - time.perf_counter(), 0))
            number = FIRST_NUMBER + chat * self.each + index
            update = command(number, FIRST_CHAT + chat, COMMANDS[index % len(COMMANDS)])
            copies = (islice(cycle(urls), number % len(urls) + copy, None) for copy in range(self.times))
            await asyncio.gather(*(brought.bring(session, copy, update) for copy in copies))


async def kill_in_turns(bots: Sequence[HookedBot], every_s: float) -> None:
    """Kill one after the other, for ever, and start each again."""
    for bot in cycle(bots):
        await asyncio.sleep(every_s)
        await bot.kill()
        await bot.start()


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


async def until_done(api: CountingApi, load: Load) -> float:
    """Wait until each has its one answer, or no more come; the seconds until the last one came.

    A bot that acknowledges faster than it answers shows here, and nowhere else while it lasts.
    """
    answers, began = 0, time.perf_counter()
    moved = began
    while not api.is_done(load.chats, load.each) and time.perf_counter() - moved < WAITED_FOR_S:
        if answers != (answers := api.answers.total()):
            moved = time.perf_counter()
        await asyncio.sleep(0.2)
    return moved - began


async def run(options: argparse.Namespace, server: str | None, processes: int) -> Table:
    """The figures of one load; on SQLite where there is no server."""
    api = CountingApi()
    ports = range(options.port, options.port + processes)
    load = Load(
        rate=options.rate,
        connections=options.connections,
        seconds=options.seconds,
        times=options.times,
        each=options.each,
    )
    with new_database(server) as database:
        async with hooked_bots(api, ports, database) as bots:
            started_s = sum(bot.cpu_seconds() for bot in bots)
            server_started_s = None if server is None else server_cpu_seconds(server)
            killing = asyncio.create_task(kill_in_turns(bots, options.kill_every or math.inf))
            brought = await load.bring([bot.webhook for bot in bots])
            behind_s = await until_done(api, load)
            killing.cancel()
            await asyncio.wait([killing])
            cpu_s = sum(bot.cpu_seconds() for bot in bots) - started_s
            server_cpu_s = None if server_started_s is None else server_cpu_seconds(server) - server_started_s
            states = states_in(database)
            # Who was killed has counted only since.
            within = [await within_goal(f"{bot.address}/metrics") for bot in bots if not options.kill_every]
    answers = Answers.of(api.said, load.each)
    became: Counter[Outcome] = Counter()
    twice: Counter[bool] = Counter()
    for chat, updates in load.updates().items():
        became.update(answers.outcomes(chat, updates, states))
        twice.update(answers.twice(chat, updates, states))
    return {
        "database": "SQLite" if server is None else f"PostgreSQL, {processes} processes",
        "updates": load.chats * load.each,
        "killed": sum(bot.kills for bot in bots),
        "acknowledged_ms": {
            f"p{share}": round(1000 * quantile(brought.took_s, share / 100), 1) for share in (50, 95, 99)
        },
        "within_100_ms_in_the_bot": min(within, default=None),
        "slowest_ms": round(1000 * max(brought.took_s), 1),
        "brought_again": dict(brought.failed),
        "answered_until_s_later": round(behind_s, 1),
        **{outcome.value: became[outcome] for outcome in Outcome},
        "answered_twice": twice[True],
        "still_to_be_deleted": twice[False],
        "chats_in_another_order": sum(not answers.is_in_order(chat) for chat in load.updates()),
        "sent_anew_as_lost": api.resent,
        "cpu_ms_an_update": round(1000 * cpu_s / (load.chats * load.each), 2),
        "server_cpu_ms_an_update": (
            None if server_cpu_s is None else round(1000 * server_cpu_s / (load.chats * load.each), 2)
        ),
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
    faults = ("told_otherwise", "still_waiting", "lost", "answered_twice", "chats_in_another_order")
    return 0 if not any(table[fault] for table in tables for fault in faults) else 1


async def within_goal(url: str) -> float:
    """The share of deliveries that the bot itself had done with in 100 ms, without what this program took."""
    async with ClientSession() as session, session.get(url) as answer:
        lines = (await answer.text()).splitlines()
    served = [line for line in lines if line.startswith("nutshell_http_seconds_bucket") and "webhook" in line]
    counts = {bound: sum(float(line.rsplit(" ", 1)[1]) for line in served if bound in line) for bound in LE}
    return round(counts[LE[0]] / max(counts[LE[1]], 1), 4)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=int, default=200, help="updates a second")
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--times", type=int, default=1, help="how often each update is brought")
    parser.add_argument("--each", type=int, default=1, help=f"updates of a chat, at most {len(COMMANDS)}")
    parser.add_argument("--kill-every", type=float, metavar="SECONDS", help="kill one of several processes")
    parser.add_argument("--port", type=int, default=18090)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without it, SQLite")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--beside-sqlite", action="store_true", help="the same load on SQLite before")
    given = parser.parse_args()
    if not given.database and (given.processes > 1 or given.beside_sqlite):
        parser.error("that needs a PostgreSQL server: --database")
    if not 1 <= given.each <= len(COMMANDS):
        parser.error(f"--each is 1 to {len(COMMANDS)}: their answers have to differ")
    # A full collection of what this program keeps of a hundred thousand updates takes a third of a second, in
    # which it reads no answer: that is no delay of the bot's.
    gc.set_threshold(700, 10, 1_000_000)
    sys.exit(asyncio.run(run_all(given)))


if __name__ == "__main__":
    main()
