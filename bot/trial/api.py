"""The stand-in's Bot API over HTTP, as Telegram's server speaks it."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Callable
from typing import Any, Final

from aiohttp import BodyPartReader, web

from bot.trial.calls import Call, SentFile
from bot.trial.chats import Json
from bot.trial.errors import ApiError, bad_request, refusing_nonsense
from bot.trial.limits import COUNTED
from bot.trial.methods import METHODS
from bot.trial.world import World

MAX_BODY_BYTES: Final = 50 * 1024 * 1024  # Telegram's limit for uploads of bots
_MAX_TIMEOUT_S: Final = 50
_TOKEN: Final = re.compile(r"\d{1,20}:[\w-]{30,64}")
_NOT_FOUND: Final = ApiError(404, "Not Found")


class BotApi:
    """Answers the bot's calls. `seen` is called at each getUpdates: the bot is alive and listening."""

    def __init__(self, world: World, token: str, seen: Callable[[], None] = lambda: None) -> None:
        self._world = world
        self._token = token
        self._seen = seen
        self._arrived = asyncio.Event()
        self._poll = 0  # number of the newest getUpdates; an older one that still waits gives way to it
        world.updates.on_put = self._arrived.set

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", r"/bot{token:[^/]+}/{method:[^/]*}", self._answer),
            web.get(r"/file/bot{token:[^/]+}/{path:.+}", self._download),
        ]

    def release(self) -> None:
        """Ends the wait of a running getUpdates, for shutting down."""
        self._poll += 1
        self._arrived.set()

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            self._check(request.match_info["token"])
            with refusing_nonsense():
                call = await _read_call(request)
                result = await self._call(request.match_info["method"].lower(), call)
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        return web.json_response({"ok": True, "result": result})

    async def _call(self, name: str, call: Call) -> Any:
        if name == "getupdates":
            return await self._get_updates(call)
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        if self._world.limits is not None and name in COUNTED and call.text("chat_id"):
            self._world.limits.take(call.chat_id)
        return METHODS[name](self._world, call)

    async def _get_updates(self, call: Call) -> list[Json]:
        self._seen()
        self._poll += 1
        mine = self._poll
        self._arrived.set()  # wakes an older call, which then gives way
        kinds = call.json("allowed_updates", "allowed updates")
        if kinds is not None:
            self._world.updates.allow(kinds)
        self._world.updates.confirm(call.number("offset"))
        limit = min(max(call.number("limit", 100), 1), 100)
        try:
            async with asyncio.timeout(min(max(call.number("timeout"), 0), _MAX_TIMEOUT_S)):
                await self._wait(mine)
        except TimeoutError:
            return []
        return self._world.updates.peek(limit)

    async def _wait(self, mine: int) -> None:
        while not len(self._world.updates):
            self._arrived.clear()
            await self._arrived.wait()
            if mine != self._poll:
                what = (
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
                raise ApiError(409, f"Conflict: {what}")

    async def _download(self, request: web.Request) -> web.Response:
        try:
            self._check(request.match_info["token"])
            stored = next(
                (one for one in self._world.files.values() if one.path == request.match_info["path"]), None
            )
            if stored is None:
                raise _NOT_FOUND
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        return web.Response(body=stored.body, content_type="application/octet-stream")

    def _check(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise _NOT_FOUND
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            raise ApiError(401, "Unauthorized")


async def _read_call(request: web.Request) -> Call:
    """The parameters from wherever a client put them: the query, JSON, a form, or multipart with files."""
    parameters: Json = dict(request.query)
    if request.content_type == "application/json" and request.can_read_body:
        try:
            sent = await request.json()
        except json.JSONDecodeError as error:
            raise bad_request("can't parse request body as a JSON object") from error
        return Call(parameters | sent)
    if request.content_type == "multipart/form-data":
        return await _read_multipart(request, parameters)
    return Call(parameters | dict(await request.post()))


async def _read_multipart(request: web.Request, parameters: Json) -> Call:
    files = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        body = bytes(await part.read(decode=True))
        if part.filename is None:
            parameters[part.name] = body.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = SentFile(part.filename, mime_type, body)
    return Call(parameters, files)
