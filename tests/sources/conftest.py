"""A small web on loopback: 127.0.0.2 plays the public part, 127.0.0.1 is what must never be reached."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver

from bot.sources.fetch import WebFetcher, open_fetcher

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"

# A key that protects nothing and a certificate for it that nobody has signed, made for these tests.
SELF_SIGNED = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFQUfvx+7ug89moJY
0augsTKdk5x9Sw0KtF1y422TBmGhRANCAASV3xmc3MgKq9tD5nQgxFJZiBDcYEIH
yiS0Oh+mO+8akSQMjhJdKac7DCf1TysGrdOL1JJ+WqkumIyvKY388UmH
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBdDCCARugAwIBAgIUOMEvRx7VcamX43oYVHBEjZW/Z+MwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQxNjAwMDBaGA8yMTI2MTAzMTE2MDAw
MFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJXf
GZzcyAqr20PmdCDEUlmIENxgQgfKJLQ6H6Y77xqRJAyOEl0ppzsMJ/VPKwat04vU
kn5aqS6YjK8pjfzxSYejUzBRMB0GA1UdDgQWBBRgTgll5AB0k/0Y+RB0yqSZTR8U
oTAfBgNVHSMEGDAWgBRgTgll5AB0k/0Y+RB0yqSZTR8UoTAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0cAMEQCID/I1x8oZhkq9tcFo3BoeCnkaG9xHECjR4DJ
sWx5foPQAiAzV1JaChTv9ILjTrzdhvNrWymeHRT47GKmwYi1S7vWaQ==
-----END CERTIFICATE-----
"""


@dataclass
class Request:
    path: str
    headers: dict[str, str]


@dataclass
class Exchange:
    """One connection, in the hands of a route that wants to misbehave."""

    request: Request
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Route = bytes | Callable[[Exchange], Any]


@dataclass
class Web:
    """An HTTP server that answers with exactly the bytes it is told to, and counts who came."""

    routes: dict[str, Route] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    host: str = PUBLIC
    port: int = 0
    _server: asyncio.Server | None = None

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._serve, self.host, 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        assert self._server is not None
        self._server.close()

    def url(self, path: str = "/", host: str | None = None) -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
            request = Request(head[0].split(" ")[1], headers)
            self.requests.append(request)
            route = self.routes.get(request.path, page("no such page", status="404 Not Found"))
            if isinstance(route, bytes):
                writer.write(route)
                await writer.drain()
            else:
                await route(Exchange(request, writer))
        writer.close()


def page(
    body: str | bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    """A whole answer."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(data)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def moved(location: str, status: str = "302 Found") -> bytes:
    return page("", f"Location: {location}", status=status)


class Names(AbstractResolver):
    """A name server of our own. Each name has a list of answers; the last is given again and again."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.silent: set[str] = set()
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[Any]:
        self.asked.append(host)
        if host in self.silent:
            await asyncio.sleep(3600)
        if host not in self.answers:
            raise OSError(socket.EAI_NONAME, "no such name")
        answers = self.answers[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": 0,
                "flags": 0,
            }
            for address in addresses
        ]

    async def close(self) -> None: ...


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance(self, **span: float) -> None:
        self.time += timedelta(**span)


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    site = Web()
    await site.open()
    yield site
    await site.close()


@pytest.fixture
async def canary() -> AsyncIterator[Web]:
    """What a link must not lead to. Every connection to it is a hole in the guard."""
    site = Web(host=PRIVATE)
    await site.open()
    yield site
    await site.close()
    assert site.connections == 0, "the canary was reached"


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(names: Names, clock: Clock) -> Callable[..., AbstractAsyncContextManager[WebFetcher]]:
    """Opens a fetcher for which 127.0.0.2 is a part of the web, and which knows our names only."""

    def open_one(**options: Any) -> AbstractAsyncContextManager[WebFetcher]:
        given = {"allow_networks": [f"{PUBLIC}/32"], "resolver": names, "clock": clock, "deadline_s": 1.0}
        return open_fetcher(**(given | {"user_agent": "Tests"} | options))

    return open_one


@pytest.fixture
async def fetcher(
    opened: Callable[..., AbstractAsyncContextManager[WebFetcher]],
) -> AsyncIterator[WebFetcher]:
    async with opened() as one:
        yield one


# Files in this folder can't import each other (importlib mode): what builds answers travels as fixtures.
@pytest.fixture(name="page")
def _page() -> Callable[..., bytes]:
    return page


@pytest.fixture(name="moved")
def _moved() -> Callable[..., bytes]:
    return moved


@pytest.fixture
async def tls_site(tmp_path: Path) -> AsyncIterator[str]:
    """A site with a certificate that it has signed itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = tmp_path / "certificate.pem"
    certificate.write_text(SELF_SIGNED)
    context.load_cert_chain(certificate)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(answer, PUBLIC, 0, ssl=context)
    yield f"https://{PUBLIC}:{server.sockets[0].getsockname()[1]}/"
    server.close()
