"""How many updates the bot answers a second, end to end, and what each costs, by kind.

    python tests/quality/throughput.py [--people 16] [--each 200] [--json]

The bot is a process of its own, with its workers, polling and SQLite on disk; Telegram and the web, whose
pages are served from here, are a second process on the same machine. So many people ask at once, each as soon
as the last answer is there: a new link, a question about it, a press of a button under it (Longer). The
processor time is that of all the bot's processes; `a_second_per_core` is what it would let one core answer,
and does not depend on what else the machine does, or on this program's own share of it.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from statistics import median

from beside import serve_page
from footprint import cpu_s, descendants
from standin import Telegram, running_bot

QUESTION = "What will the mayor open?"
FIRST_CHAT = 10_000
WARM_UP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one kind of update costs."""

    kind: str
    updates: int
    a_second: float
    median_ms: float
    cpu_ms: float  # of all processes of the bot
    a_second_per_core: float


def cost_s(pid: int) -> float:
    """The processor time of a process and of all that it has started."""
    total = cpu_s(pid)
    for child in descendants(pid):
        with suppress(FileNotFoundError, ProcessLookupError):  # a worker that was just replaced
            total += cpu_s(child)
    return total


async def answered(
    kind: str, people: int, each: int, pid: int, ask: Callable[[int, int], Awaitable[tuple[float, str]]]
) -> Row:
    """Have `each` updates of a kind answered, for `people` at once."""
    numbers = itertools.count()
    took: list[float] = []

    async def person(chat: int) -> None:
        while (number := next(numbers)) < each:
            seconds, _ = await ask(chat, number)
            took.append(seconds)

    before, began = cost_s(pid), time.monotonic()
    await asyncio.gather(*(person(FIRST_CHAT + index) for index in range(people)))
    elapsed, cpu = time.monotonic() - began, cost_s(pid) - before
    return Row(
        kind=kind,
        updates=each,
        a_second=round(each / elapsed, 1),
        median_ms=round(1000 * median(took), 1),
        cpu_ms=round(1000 * cpu / each, 1),
        a_second_per_core=round(each / cpu, 1),
    )


async def measure(people: int, each: int) -> list[Row]:
    telegram = Telegram()
    async with running_bot(telegram, serve_page) as running:

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

        for number in range(WARM_UP):
            await link(1, 10**6 + number)
            await question(1, number)
        rows = []
        for kind, ask in (("command", command), ("link", link), ("button press", press)):
            rows.append(await answered(kind, people, each, running.pid, ask))
        rows.append(await answered("question", people, each, running.pid, question))
        return rows


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=16, help="who ask at once")
    parser.add_argument("--each", type=int, default=200, help="updates of each kind")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = asyncio.run(measure(options.people, options.each))
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    print("| kind | answered a second | median, ms | processor ms each | a second per core |")
    print("|---|---|---|---|---|")
    for row in rows:
        print(f"| {row.kind} | {row.a_second} | {row.median_ms} | {row.cpu_ms} | {row.a_second_per_core} |")


if __name__ == "__main__":
    main()
