"""How fast updates are acknowledged: put durably (SQLite, synchronous=FULL) while others are handled.

    python tests/quality/inbox_speed.py --rate 200 --seconds 10 [--json]

Each update is put by itself at its time, as from a webhook; beside that each is begun, answered (two notes in
the outbox) and done. Prints how long `put` took, in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from datetime import UTC, datetime

from databases import new_database

from bot.ports import Incoming
from bot.storage import Stores, open_storage


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def _update(number: int) -> Incoming:
    chat = number % 50 + 1
    message = {
        "message_id": number,
        "date": number,
        "chat": {"id": chat, "type": "private", "first_name": "Somebody"},
        "from": {"id": chat, "is_bot": False, "first_name": "Somebody", "language_code": "en"},
        "text": "A message of common length, say a question about an article. " * 3,
    }
    payload = json.dumps({"update_id": number, "message": message})
    return Incoming(
        update_id=number,
        payload=payload,
        lane=f"c{chat}",
        chat_id=chat,
        user_id=chat,
        received_at=datetime.now(UTC),
    )


async def _one(stores: Stores, number: int, times_ms: list[float]) -> None:
    began = time.perf_counter()
    await stores.inbox.put([_update(number)])
    times_ms.append((time.perf_counter() - began) * 1000)
    await stores.inbox.begin(number)
    await stores.outbox.intend(number, 0, number % 50 + 1)
    await stores.outbox.sent(number, 0, 10_000_000 + number, final=True)
    await stores.inbox.done(number)


async def measure(rate: int, seconds: int, server: str | None = None) -> dict[str, float]:
    times_ms: list[float] = []
    with new_database(server) as database:
        async with open_storage(database, SystemClock()) as stores:
            began = time.perf_counter()
            async with asyncio.TaskGroup() as group:
                for number in range(rate * seconds):
                    await asyncio.sleep(max(began + number / rate - time.perf_counter(), 0))
                    group.create_task(_one(stores, number, times_ms))
            took_s = time.perf_counter() - began
    times_ms.sort()
    return {
        "updates": len(times_ms),
        "per_second": round(len(times_ms) / took_s, 1),
        "p50_ms": round(times_ms[len(times_ms) // 2], 1),
        "p99_ms": round(times_ms[len(times_ms) * 99 // 100], 1),
        "max_ms": round(times_ms[-1], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without it, SQLite")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = asyncio.run(measure(arguments.rate, arguments.seconds, arguments.database))
    if arguments.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:>12}  {value}")


if __name__ == "__main__":
    main()
