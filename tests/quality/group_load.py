"""What a busy group costs: processor time for each message that is not for the bot.

The bot runs as it does for people, in a process of its own, on SQLite; its webhook is brought the talk of one
group: 300 people, one message in ten a reply, one in fifty a link. A group of 200,000 messages a day brings
2.3 a second, so that 5 % of a core are 21 ms for each. Once without and once with "keep what is shared".

    python tests/quality/group_load.py [--messages 2000] [--rate 50]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import sys
import time
from datetime import UTC, datetime
from typing import Any

import aiohttp
from hooked_bot import HEADERS, CountingApi, hooked_bot

from bot.core.rooms import Room
from bot.storage import open_storage

GROUP = -1001000000077
DAILY, CORE_SHARE = 200_000, 0.05
ALLOWED_MS = 1000 * CORE_SHARE * 86_400 / DAILY
TALK = "we could meet at the mill on friday if the rain stops and somebody brings the old map again"
WORDS = TALK.split()


class SystemClock:
    """The computer's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def message(number: int, chance: random.Random) -> dict[str, Any]:
    """One thing that somebody says in the group."""
    user = {"id": 5000 + chance.randrange(300), "is_bot": False, "first_name": "P", "language_code": "en"}
    chat = {"id": GROUP, "type": "supergroup", "title": "Town talk"}
    told = {"message_id": number, "date": int(time.time()), "chat": chat, "from": user}
    told["text"] = " ".join(chance.choices(WORDS, k=chance.randrange(3, 40)))
    if number % 10 == 0:
        told["reply_to_message"] = {**told, "message_id": number - chance.randrange(1, 9)}
    if number % 50 == 0:
        told["text"] = f"https://news{number}.example/story"
        told["entities"] = [{"type": "url", "offset": 0, "length": len(told["text"])}]
    return {"update_id": number, "message": told}


async def bring(url: str, count: int, rate: int) -> None:
    """The talk, at its pace."""
    chance = random.Random(1)  # noqa: S311 - the same talk each time
    start = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        for index in range(count):
            await asyncio.sleep(max(start + index / rate - time.perf_counter(), 0))
            async with session.post(url, json=message(1000 + index, chance), headers=HEADERS) as answer:
                answer.raise_for_status()


async def until_handled(address: str, count: int) -> None:
    """Wait until the bot is done with so many updates."""
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.get(f"{address}/metrics") as answer:
                told = await answer.text()
            ended = re.findall(r"^nutshell_updates_ended_total\{.*\} (\S+)$", told, re.MULTILINE)
            if sum(map(float, ended)) >= count:
                return
            await asyncio.sleep(0.5)


async def measure(options: argparse.Namespace, *, keep: bool) -> float:
    """Milliseconds of processor time for each message."""
    api = CountingApi()

    async def prepare(database: str) -> None:
        async with open_storage(database, SystemClock()) as stores:
            await stores.rooms.save_room(Room(chat_id=GROUP, title="Town talk", keep=keep), only=["keep"])

    async with hooked_bot(api, options.port, prepare) as bot:
        started_s = bot.cpu_seconds()
        await bring(bot.webhook, options.messages, options.rate)
        await until_handled(bot.address, options.messages)
        used_s = bot.cpu_seconds() - started_s
    assert not api.answers, "the bot spoke without being asked"
    return 1000 * used_s / options.messages


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--rate", type=int, default=50, help="messages a second")
    parser.add_argument("--port", type=int, default=18_643)
    options = parser.parse_args()
    worst = 0.0
    for keep in (False, True):
        cost_ms = asyncio.run(measure(options, keep=keep))
        worst = max(worst, cost_ms)
        share = 100 * cost_ms / 1000 * DAILY / 86_400
        kept = "kept" if keep else "not kept"
        print(f"talk {kept}: {cost_ms:.2f} ms a message, {share:.1f} % of a core at {DAILY:,} a day")
    sys.exit(0 if worst <= ALLOWED_MS else 1)


if __name__ == "__main__":
    main()
