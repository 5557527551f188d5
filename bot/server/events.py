"""Answers as server-sent events, which tell each stage of the work: for links that are slow."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiohttp import web

from bot.server.actions import Json, OnStage
from bot.server.problems import Problem, unexpected

CONTENT_TYPE = "text/event-stream"
ALIVE_S = 10.0  # without a byte for longer, some proxies take a connection for dead

Work: TypeAlias = Callable[[OnStage], Awaitable[Json]]


def are_wanted(request: web.Request) -> bool:
    """Whether the client asks for events."""
    return CONTENT_TYPE in request.headers.get("Accept", "")


async def stream(request: web.Request, work: Work) -> web.StreamResponse:
    """Do the work and tell each stage ("progress"), then the "result" or the "problem"."""
    response = web.StreamResponse(
        headers={"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    stages: asyncio.Queue[str | None] = asyncio.Queue()
    task = asyncio.ensure_future(work(stages.put_nowait))
    task.add_done_callback(lambda _: stages.put_nowait(None))
    try:
        while (stage := await _next(stages, response)) is not None:
            await response.write(_event("progress", {"stage": stage}))
        try:
            result = _event("result", await task)
        except Problem as problem:
            result = _event("problem", problem.body)
        except Exception as error:  # noqa: BLE001 - it ends here
            result = _event("problem", unexpected(error).body)
        await response.write(result)
        await response.write_eof()
    finally:
        task.cancel()
        del task  # its error holds this frame
    return response


async def _next(stages: asyncio.Queue[str | None], response: web.StreamResponse) -> str | None:
    while True:
        try:
            return await asyncio.wait_for(stages.get(), ALIVE_S)
        except TimeoutError:
            await response.write(b": still at it\n\n")


def _event(name: str, data: dict[str, Any]) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
