"""Names into addresses: by the operating system, and only to those that the guard permits."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any
from weakref import WeakValueDictionary

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.core.errors import AddressRefusedError, HostUnreachableError
from bot.sources.guard import Guard

RESOLVE_S = 5.0
MOST_ASKED = 32  # at a time; deploy/ gives the bot 256 threads and processes, of which workers take most
MOST_OF_DOMAIN = 6  # of these, for names that end alike
ANSWERS_TRIED = 2  # of each family; a name with a thousand addresses is not worth a thousand tries


class GuardedResolver(AbstractResolver):
    """Resolves names for aiohttp; a name with one answer that must not be reached is refused as a whole.

    Using the other answers would let whoever runs the name server try again and again.
    """

    def __init__(self, guard: Guard, resolver: AbstractResolver) -> None:
        self._guard = guard
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a name, IPv4 first: a broken IPv6 route would cost the whole time for connecting.

        Raises AddressRefusedError, HostUnreachableError.
        """
        try:
            async with asyncio.timeout(RESOLVE_S):
                answers = await self._resolver.resolve(host, port, family)
            addresses = {answer["host"]: ip_address(answer["host"].partition("%")[0]) for answer in answers}
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            raise HostUnreachableError(url=host) from error
        if not answers:  # aiohttp takes for granted that there is one
            raise HostUnreachableError(url=host)
        if not all(self._guard.permits(address, port) for address in addresses.values()):
            raise AddressRefusedError(url=host)
        v4 = [answer for answer in answers if addresses[answer["host"]].version == 4]
        v6 = [answer for answer in answers if addresses[answer["host"]].version == 6]
        return v4[:ANSWERS_TRIED] + v6[:ANSWERS_TRIED]

    async def close(self) -> None:
        await self._resolver.close()


class SystemResolver(AbstractResolver):
    """Asks the operating system, each time in a thread of its own that nobody waits for.

    A name server that never answers holds a thread for up to a minute. In asyncio's executor a few such
    names would stop all others, and hold up the end of the program. Whoever runs such a server has as many
    names as they like: only so many of one domain are asked at a time, and of all together.
    """

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(MOST_ASKED)
        self._domains: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        domain = ".".join(host.rstrip(".").split(".")[-2:])
        alike = self._domains.setdefault(domain, asyncio.Semaphore(MOST_OF_DOMAIN))
        await alike.acquire()
        try:
            await self._places.acquire()
        except asyncio.CancelledError:
            alike.release()
            raise

        def over() -> None:  # when the thread is done, which may be long after nobody waits for it any more
            self._places.release()
            alike.release()

        infos = await _in_own_thread(
            lambda: socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, 0, socket.AI_ADDRCONFIG), over
        )
        return [
            ResolveResult(
                hostname=host,
                host=str(target[0]),
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, target in infos
            if len(target) == 2 or not target[3]  # an address with a scope is link-local
        ]

    async def close(self) -> None: ...


async def _in_own_thread(work: Callable[[], Any], over: Callable[[], None]) -> Any:
    """What comes of the work; `over` is called in the event loop when its thread is done."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(result: Any, error: Exception | None) -> None:
        over()
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    def run() -> None:
        result, failure = None, None
        try:
            result = work()
        except (OSError, UnicodeError) as error:
            failure = error if isinstance(error, OSError) else OSError(str(error))
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, result, failure)

    try:
        threading.Thread(target=run, name="resolver", daemon=True).start()
    except RuntimeError as error:  # the system gives no more of them
        settle(None, OSError(str(error)))
    return await future
