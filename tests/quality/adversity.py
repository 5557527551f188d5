"""What a bot lives among, in all its moods: the Bot API, a proxy with the web behind it, a database."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from sqlalchemy.engine import URL
from standin import Telegram

GOOD = "good"
# What the Bot API does instead of answering; each says the address that was asked, token included, where
# there is room for words.
BOT_API_MOODS = (
    "refuses", "unauthorized", "not found", "conflict", "flood", "broken", "HTML", "HTML and 200", "garbage",
    "moved", "cut", "silent", "closed",
)  # fmt: skip
AT_THE_START = ("unauthorized", "not found", "HTML", "closed")  # also of what a bot asks first
PROXY_MOODS = ("unauthorized", "HTML", "cut", "closed")
DATABASE_MOODS = ("closed", "wrong password", "says all")

SILENCE_S = 4.0
SENTENCES = (
    "The old ferry at Marlow stops on 4 May 2026, the town council said on Monday. "
    "A bridge of 212 metres will be opened in its place by the engineer Ada Quill. "
    "It cost 14 million crowns, two million more than was planned. "
    "The ferryman Tom Elder has carried people across for 31 years. "
    "He will show visitors the old boat, which the museum bought. "
)
PAGE = f"<html><head><title>The ferry</title></head><body><article>{2 * f'<p>{SENTENCES}</p>'}</article>"

Sees = Callable[[str, str | bytes], None]  # told a place, and what was shown there


@dataclass
class World(Telegram):
    """The Bot API, also as a proxy that leads to it, to the web and to the operator's own programs.

    `sees` is told what the bot says to others: what it sends to people, to pages and to programs.
    """

    sees: Sees = lambda *_: None
    mood: str = GOOD
    proxy_mood: str = GOOD
    called: list[str] = field(default_factory=list)  # methods, in order
    ids: Any = field(default_factory=lambda: itertools.count(1))
    _site: web.TCPSite | None = None
    _runner: web.AppRunner | None = None
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Whatever is asked for."""
        path = request.path
        if request.method == "CONNECT" or not path.startswith(("/bot", "/file/bot")):
            return await self._beyond(request)
        method = path.rpartition("/")[2]
        self.called.append(method)
        body = await request.read()
        # Telegram has to be told the webhook's secret; the rest of that call is looked at all the same.
        told = [part for part in body.split(b"&") if not part.startswith(b"secret_token=")]
        self.sees("said to Telegram", b"&".join(told))
        spared = method in {"getMe", "setWebhook"} and self.mood not in AT_THE_START
        if self.mood == GOOD or spared:
            return await self._friendly(request, method)
        return await self._unfriendly(request, self.mood)

    async def _friendly(self, request: web.Request, method: str) -> web.StreamResponse:
        if request.path.startswith("/file/"):
            return web.Response(text=SENTENCES)
        if method == "sendDocument":
            chat = {"id": int(time.time()), "type": "private"}
            return web.json_response({"ok": True, "result": {"message_id": 1, "date": 1, "chat": chat}})
        request.match_info["method"] = method
        return await self.answer(request)

    async def _unfriendly(self, request: web.Request, mood: str) -> web.StreamResponse:
        shown = f"{request.path} {request.headers.get('Proxy-Authorization', '')} {request.headers}"
        match mood:
            case "refuses":
                return _error(400, f"Bad Request: {shown}")
            case "unauthorized":
                return _error(401, f"Unauthorized: {shown}")
            case "not found":
                return _error(404, f"Not Found: {shown}")
            case "conflict":
                return _error(409, f"Conflict: terminated by other getUpdates request; {shown}")
            case "flood":
                return _error(429, f"Too Many Requests: retry after 1; {shown}", {"retry_after": 1})
            case "broken":
                return _error(500, f"Internal Server Error: {shown}")
            case "HTML":
                return web.Response(status=502, text=f"<html>{shown}", content_type="text/html")
            case "HTML and 200":
                return web.Response(text=f"<html>{shown}", content_type="text/html")
            case "garbage":
                return web.Response(text='{"ok": ' + shown)
            case "moved":
                return web.Response(status=302, headers={"Location": str(request.url)})
            case "silent":
                await asyncio.sleep(SILENCE_S)
        if request.transport is not None:
            request.transport.close()
        return web.Response()

    async def _beyond(self, request: web.Request) -> web.StreamResponse:
        """The web behind the proxy, and programs that are told of summaries."""
        if self.proxy_mood == "unauthorized":
            told = f"<html>407 {request.headers}"
            return web.Response(status=407, text=told, content_type="text/html")
        if self.proxy_mood != GOOD or request.method == "CONNECT":
            return await self._unfriendly(request, "HTML" if self.proxy_mood == GOOD else self.proxy_mood)
        theirs = {name: value for name, value in request.headers.items() if name != "Proxy-Authorization"}
        self.sees("sent to the web", f"{request.method} {request.path_qs} {theirs}")
        self.sees("sent to the web", await request.read())
        if request.path.startswith("/hook"):
            return web.Response(status=500 if "bad" in request.path else 204)
        if "missing" in request.path:
            return web.Response(status=404, text=f"<html>no {request.path}", content_type="text/html")
        if "slow" in request.path:
            await asyncio.sleep(SILENCE_S)
        return web.Response(text=PAGE, content_type="text/html")

    async def open(self) -> None:
        """Listen, at the same port as before."""
        application = web.Application(client_max_size=64 * 2**20)
        application.router.add_route("*", "/{path:.*}", self.handle)
        application.router.add_route("CONNECT", "", self.handle)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Listen no more: who comes is refused."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @asynccontextmanager
    async def being(self, mood: str) -> AsyncIterator[None]:
        """Be in a mood for a while."""
        self.mood = mood
        if mood == "closed":
            await self.close()
        try:
            yield
        finally:
            self.mood = GOOD
            if mood == "closed":
                await self.open()


def _error(code: int, description: str, parameters: dict[str, Any] | None = None) -> web.Response:
    told: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return web.json_response(told | ({"parameters": parameters} if parameters else {}), status=code)


class WayToDatabase:
    """A relay before a PostgreSQL server, which may be cut, refuse, or say what it should not."""

    def __init__(self, server: URL, password: str) -> None:
        self._server = server
        self._password = password
        self._relay: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.mood = GOOD
        self.port = 0

    async def open(self) -> None:
        self._relay = await asyncio.start_server(self._serve, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._relay.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._relay is not None:
            self._relay.close()
            self._relay = None
        self.cut()

    def cut(self) -> None:
        """End every connection, as a server does that goes away."""
        for writer in list(self._open):
            writer.transport.abort()

    @asynccontextmanager
    async def being(self, mood: str) -> AsyncIterator[None]:
        """Be in a mood for a while; connections that there are end at once."""
        self.mood = mood
        await (self.close() if mood == "closed" else asyncio.sleep(0))
        self.cut()
        try:
            yield
        finally:
            self.mood = GOOD
            if mood == "closed":
                await self.open()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            if self.mood == GOOD:
                await self._forward(reader, writer)
            else:
                await self._refuse(reader, writer)
        writer.close()
        self._open.discard(writer)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = self._server.query.get("host", self._server.host or "127.0.0.1")
        port = self._server.port or 5432
        there = (
            await asyncio.open_unix_connection(os.path.join(str(host), f".s.PGSQL.{port}"))  # noqa: PTH118
            if str(host).startswith("/")
            else await asyncio.open_connection(str(host), port)
        )
        self._open.add(there[1])
        try:
            pipes = _pipe(reader, there[1]), _pipe(there[0], writer)
            await asyncio.wait(map(asyncio.ensure_future, pipes), return_when=asyncio.FIRST_COMPLETED)
        finally:
            there[1].close()
            self._open.discard(there[1])

    async def _refuse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Refuse as a server does; such servers exist as say the password that was not the right one."""
        while True:
            length = int.from_bytes(await reader.readexactly(4), "big")
            asked = await reader.readexactly(length - 4)
            if int.from_bytes(asked[:4], "big") not in {80877103, 80877104}:  # SSLRequest, GSSENCRequest
                break
            writer.write(b"N")
        code = "28P01" if self.mood == "wrong password" else "57P03"
        said = f"no entry with the password {self._password}, user {asked!r}"
        fields = {"S": "FATAL", "V": "FATAL", "C": code, "M": said, "D": said, "H": said}
        body = b"".join(name.encode() + text.encode() + b"\0" for name, text in fields.items()) + b"\0"
        writer.write(b"E" + (len(body) + 4).to_bytes(4, "big") + body)
        await writer.drain()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(2**16):
            writer.write(data)
            await writer.drain()
