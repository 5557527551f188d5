"""Connections that ask for nothing take no room from those that do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from aiohttp import web

from bot.server.connections import Connections


@dataclass
class House:
    """A server with few places. /slow is answered when the gate opens."""

    runner: web.AppRunner
    port: int
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    both: asyncio.Event = field(default_factory=asyncio.Event)  # two wait at the gate
    guests: list[Guest] = field(default_factory=list)

    async def connect(self) -> Guest:
        """Somebody who is connected, and whom the server knows to be."""
        guest = Guest(*await asyncio.open_connection("127.0.0.1", self.port))
        self.guests.append(guest)
        own = guest.writer.get_extra_info("sockname")
        for _ in range(10_000):
            if own in self._present():
                break
            await asyncio.sleep(0)
        return guest

    def _present(self) -> list[object]:
        assert self.runner.server is not None
        transports = [one.transport for one in self.runner.server.connections]
        return [transport.get_extra_info("peername") for transport in transports if transport]


@dataclass(frozen=True)
class Guest:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, path: str = "/") -> bool:
        """Whether a request is answered."""
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: a.test\r\n\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        await self.reader.readexactly(len(path))
        return head.startswith(b"HTTP/1.1 200 ")

    async def is_gone(self) -> bool:
        """Whether the server has hung up. Waits for it, so only to be asked where it must have."""
        return await self.reader.read() == b""


@asynccontextmanager
async def served(most: int) -> AsyncIterator[House]:
    ticks = count()
    connections = Connections(most, now=lambda: float(next(ticks)))
    came = count(1)

    async def quick(request: web.Request) -> web.Response:
        return web.Response(text=request.path)

    async def slow(request: web.Request) -> web.Response:
        if next(came) == 2:
            house.both.set()
        await house.gate.wait()
        return await quick(request)

    app = web.Application(middlewares=[connections.middleware])
    app.add_routes([web.get("/", quick), web.get("/slow", slow)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    accepting = connections.accepting(runner)
    server = await asyncio.get_running_loop().create_server(accepting, "127.0.0.1", 0)
    house = House(runner, server.sockets[0].getsockname()[1])
    try:
        async with asyncio.timeout(30):
            yield house
    finally:
        for guest in house.guests:
            guest.writer.close()
            await asyncio.gather(guest.writer.wait_closed(), return_exceptions=True)
        server.close()
        await runner.cleanup()


async def test_the_silent_connection_that_came_first_makes_room() -> None:
    async with served(3) as house:
        known = await house.connect()
        assert await known.ask()
        first, second = await house.connect(), await house.connect()
        second.writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")  # never ends
        for silent in (first, second):
            newest = await house.connect()
            assert await silent.is_gone()
            assert await newest.ask()
        assert await known.ask()


async def test_what_is_being_answered_is_not_cut_off() -> None:
    async with served(2) as house:
        waiting = [await house.connect() for _ in range(2)]
        answers = [asyncio.create_task(one.ask("/slow")) for one in waiting]
        await house.both.wait()
        for _ in range(3):
            assert await (await house.connect()).ask()
        house.gate.set()
        assert await asyncio.gather(*answers) == [True, True]


async def test_of_those_that_asked_the_one_whose_answer_is_longest_ago_goes() -> None:
    async with served(2) as house:
        former, later = await house.connect(), await house.connect()
        for one in (former, later):
            assert await one.ask()
        assert await (await house.connect()).ask()
        assert await former.is_gone()
        assert await later.ask()
