"""How many updates the bot answers a second, end to end, and what each costs, by kind.

    python tests/quality/throughput.py [--people 16] [--each 200] [--json]
    python tests/quality/throughput.py --processes 2 --database postgresql://ME@HOST/db

The bot is a process of its own, with its workers, polling and SQLite on disk; Telegram and the web, whose
pages are served from here, are a second process on the same machine. So many people ask at once, each as soon
as the last answer is there: a new link, a question about it, a press of a button under it (Longer). The
processor time is that of all the bot's processes; `a_second_per_core` is what it would let one core answer,
and does not depend on what else the machine does, or on this program's own share of it.

With a PostgreSQL server (a database of its own is made there, and dropped) there may be several processes
of the bot, of which one polls. The server's time is told apart where it runs on this machine, and counted in
`a_second_per_core`; `least_share` is the part of the bot's time that its least busy process took.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from statistics import median

from beside import serve_page
from databases import server_cpu_seconds
from footprint import cpu_s, descendants
from standin import Telegram, running_bot

QUESTION = "What will the mayor open?"
FIRST_CHAT = 10_000
WARM_UP = 8

Ask = Callable[[int, int], Awaitable[tuple[float, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one kind of update costs."""

    kind: str
    updates: int
    a_second: float
    median_ms: float
    cpu_ms: float  # of all processes of the bot
    server_cpu_ms: float | None  # of PostgreSQL's
    a_second_per_core: float
    least_share: float  # of the bot's time, that its least busy process took with its workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The processor time used until now."""

    bots_s: tuple[float, ...]
    server_s: float | None

    @classmethod
    def now(cls, pids: Sequence[int], server: str | None) -> Used:
        return cls(
            bots_s=tuple(cost_s(pid) for pid in pids),
            server_s=None if server is None else server_cpu_seconds(server),
        )

    def since(self, before: Used) -> Used:
        return Used(
            bots_s=tuple(now - then for now, then in zip(self.bots_s, before.bots_s, strict=True)),
            server_s=None
            if self.server_s is None or before.server_s is None
            else self.server_s - before.server_s,
        )


def cost_s(pid: int) -> float:
    """The processor time of a process and of all that it has started."""
    total = cpu_s(pid)
    for child in descendants(pid):
        with suppress(FileNotFoundError, ProcessLookupError):  # a worker that was just replaced
            total += cpu_s(child)
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """People who ask at once, each as soon as the last answer is there."""

    people: int
    each: int  # updates of a kind
    pids: tuple[int, ...]
    server: str | None

    async def answered(self, kind: str, ask: Ask) -> Row:
        """What it took to answer all updates of a kind."""
        before, began = Used.now(self.pids, self.server), time.monotonic()
        took = await self._ask(ask)
        elapsed, used = time.monotonic() - began, Used.now(self.pids, self.server).since(before)
        bots_s = sum(used.bots_s)
        return Row(
            kind=kind,
            updates=self.each,
            a_second=round(self.each / elapsed, 1),
            median_ms=round(1000 * median(took), 1),
            cpu_ms=round(1000 * bots_s / self.each, 1),
            server_cpu_ms=None if used.server_s is None else round(1000 * used.server_s / self.each, 1),
            a_second_per_core=round(self.each / (bots_s + (used.server_s or 0)), 1),
            least_share=round(min(used.bots_s) / bots_s, 2),
        )

    async def _ask(self, ask: Ask) -> list[float]:
        """How long each answer took, in seconds."""
        numbers = itertools.count()
        took: list[float] = []

        async def person(chat: int) -> None:
            while (number := next(numbers)) < self.each:
                seconds, _ = await ask(chat, number)
                took.append(seconds)

        await asyncio.gather(*(person(FIRST_CHAT + index) for index in range(self.people)))
        return took


async def measure(options: argparse.Namespace) -> list[Row]:
    telegram = Telegram()
    async with running_bot(
        telegram, serve_page, server=options.database, processes=options.processes
    ) as running:

        async def command(chat: int, number: int) -> tuple[float, str]:
            del number
            return await telegram.ask(chat, "/help")

        async def link(chat: int, number: int) -> tuple[float, str]:
            return await telegram.ask(chat, f"{running.address}/story/{number}")

        async def question(chat: int, number: int) -> tuple[float, str]:
            del number
            return await telegram.ask(chat, QUESTION)

        async def press(chat: int, number: int) -> tuple[float, str]:
            # Shorter and Longer in turns: the first button is the one that there is.
            del number
            return await telegram.press(chat, 0)

        for first in itertools.count(10**6, WARM_UP):
            await asyncio.gather(*(link(chat, first + chat) for chat in range(1, WARM_UP)))
            await asyncio.gather(*(question(chat, first) for chat in range(1, WARM_UP)))
            if all(descendants(pid) for pid in running.pids):  # each has begun to work
                break
        crowd = Crowd(people=options.people, each=options.each, pids=running.pids, server=options.database)
        kinds = {"command": command, "link": link, "button press": press, "question": question}
        return [await crowd.answered(kind, ask) for kind, ask in kinds.items()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=16, help="who ask at once")
    parser.add_argument("--each", type=int, default=200, help="updates of each kind")
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without it, SQLite")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.processes > 1 and not options.database:
        parser.error("that needs a PostgreSQL server: --database")
    rows = asyncio.run(measure(options))
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    print(
        "| kind | answered a second | median, ms | processor ms each | of the server | a second per core"
        " | least share |"
    )
    print("|---|---|---|---|---|---|---|")
    for row in rows:
        told = asdict(row)
        del told["updates"]
        print(f"| {' | '.join('' if value is None else str(value) for value in told.values())} |")


if __name__ == "__main__":
    main()
