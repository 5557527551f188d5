"""Takes from the real bot what it can't do without, one after the other; it has to go on by itself.

    python tests/quality/outages.py [--seconds 300] [--database postgresql://…] [--only full,HTML]

A disk without room, a database that another program holds, a server that is away; a Bot API that answers
500, 429, 409, 401 or HTML, that says nothing, cuts or refuses connections. Each lasts `--seconds`. People
write before, in the middle and afterwards. Told is for each whether `/readyz` said that the bot was not
well, and that it was again; whether the log said something, and how many lines; and how many messages have
no answer, or more than one. Exit code 1 where anything is lost, doubled, or not said.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing
from pathlib import Path

from adversity import WayToDatabase, World
from marked import Watched
from marked_session import Session, settings_for
from secrets_kept import way_to

BOT_API = ("broken", "flood", "conflict", "unauthorized", "HTML", "silent", "cut", "closed")
ON_SQLITE = ("full", "held")
ON_POSTGRES = ("away",)
PATIENCE_S = 150.0  # for the last answer, once all is well again
LOOKED_EVERY_S = 0.5


@asynccontextmanager
async def outage(name: str, session: Session, way: WayToDatabase | None) -> AsyncIterator[None]:
    """One of them, while the block lasts."""
    assert session.process is not None
    path = Path(session.settings["DATABASE"].removeprefix("sqlite:///"))
    async with AsyncExitStack() as stack:
        if name == "full":
            # No file grows any more, as on a disk without room.
            before = resource.prlimit(session.process.pid, resource.RLIMIT_FSIZE)
            limit = min(len(file.read_bytes()) for file in (path, path.with_name(path.name + "-wal")))
            resource.prlimit(session.process.pid, resource.RLIMIT_FSIZE, (limit, before[1]))
            stack.callback(resource.prlimit, session.process.pid, resource.RLIMIT_FSIZE, before)
        elif name == "held":
            other = stack.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
            other.execute("BEGIN EXCLUSIVE")
        elif name == "away":
            assert way is not None
            await stack.enter_async_context(way.being("closed"))
        else:
            await stack.enter_async_context(session.world.being(name))
        yield


class People:
    """Those who write, each once, in a chat of their own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._first = 1_000 * next(session.numbers)
        self.chats: list[int] = []

    async def write(self, count: int) -> None:
        for _ in range(count):
            chat = self._first + len(self.chats)
            self.chats.append(chat)
            who = {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"}
            await self._session.write(text="/help", **{"chat": {"id": chat, "type": "private"}, "from": who})

    def without(self) -> list[int]:
        return [chat for chat in self.chats if not self._session.world.finals[chat]]


async def until(seconds: float, is_so: Callable[[], Awaitable[bool]]) -> bool:
    ends = time.monotonic() + seconds
    while not await is_so():
        if time.monotonic() > ends:
            return False
        await asyncio.sleep(LOOKED_EVERY_S)
    return True


async def suffer(name: str, session: Session, way: WayToDatabase | None, seconds: float) -> str | None:
    """What went wrong in one outage; None: nothing."""
    people, log = People(session), session.folder / "stderr"

    async def is_well() -> bool:
        return await session.ask("GET", "/readyz") == 200

    async def is_ill() -> bool:
        return not await is_well()

    async def all_answered() -> bool:
        return not people.without()

    await until(60, is_well)
    await people.write(3)
    if not await until(PATIENCE_S, all_answered):
        return "no answer before it began"
    said, began = log.stat().st_size, time.monotonic()
    async with outage(name, session, way):
        await people.write(3)
        told = await until(seconds, is_ill)
        await asyncio.sleep(max(0.0, seconds - (time.monotonic() - began)))
    await people.write(3)
    over = time.monotonic()
    answered, well = await until(PATIENCE_S, all_answered), await until(60, is_well)
    took = time.monotonic() - over
    await asyncio.sleep(2)
    lines = log.read_bytes()[said:].count(b"\n")
    twice = [chat for chat in people.chats if session.world.finals[chat] > 1]
    print(f"{name:13} /readyz told {'yes' if told else 'NO '}, well again {'yes' if well else 'NO '}, "
          f"{lines} lines in the log, unanswered {len(people.without())}, twice {len(twice)}, "
          f"the last answer {took:.1f} s after it was over")  # fmt: skip
    return None if told and well and answered and lines and not twice else name


async def run(server: str | None, names: list[str], seconds: float) -> list[str]:
    bad = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        async with way_to(server, stack) as (database, way):
            world = World()
            await world.open()
            address = database or f"sqlite:///{folder / 'nutshell.sqlite3'}"
            settings = settings_for(world, address, polls=True) | {"LOG_LEVEL": "info", "OWNERS": ""}
            session = Session(world, Watched({}), settings, folder, polls=True)
            await session.start()
            try:
                bad = [fault for name in names if (fault := await suffer(name, session, way, seconds))]
            finally:
                print(f"ended with {await session.end()}", file=sys.stderr)
                await world.close()
    return bad


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without one, SQLite")
    parser.add_argument("--only", help="names of outages, with commas")
    options = parser.parse_args()
    names = [*(ON_POSTGRES if options.database else ON_SQLITE), *BOT_API]
    if options.only:
        names = options.only.split(",")
    bad = await run(options.database, names, options.seconds)
    print("all well" if not bad else f"bad: {', '.join(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
