"""The HTTP API: who may ask how often, and how what comes of an operation is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from aiohttp import web
from pydantic import BaseModel

from bot.core.errors import BotError, ProxyFailedError, WorkCrashedError, WorkerDiedError
from bot.messages import FALLBACK, Messages
from bot.server import events
from bot.server.actions import ApiActions, Json, OnStage
from bot.server.bodies import LargeBodies, read_body
from bot.server.keys import SCHEME, bearer_token, key_index
from bot.server.limits import Limits
from bot.server.operations import OPERATIONS, Operation
from bot.server.problems import Problem, unauthorized
from bot.server.requests import parsed

MAX_BODY_BYTES = 20 * 2**20
AT_ONCE = 8  # requests that are worked on; more would only wait for workers


# What is the operator's to mend, and no fault of a request.
PASSING = (WorkerDiedError, ProxyFailedError)
AGAIN_S = 30


class Api:
    """Answers requests under /v1 of those who show one of the `keys`."""

    def __init__(
        self, actions: ApiActions, messages: Messages, *, keys: Sequence[str], limits: Limits | None = None
    ) -> None:
        self._actions = actions
        self._messages = messages
        self._keys = keys
        self._limits = limits or Limits()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._large = LargeBodies()

    def routes(self) -> list[web.RouteDef]:
        """The address of each operation."""
        return [
            web.post(operation.path, partial(self._answer, operation), name=operation.name)
            for operation in OPERATIONS
        ]

    async def _answer(self, operation: Operation, request: web.Request) -> web.StreamResponse:
        remaining = self._admit(request)
        async with self._large.place_for(request):
            wanted = parsed(operation.takes, await read_body(request, limit_bytes=MAX_BODY_BYTES))
            return await self._act(operation, wanted, request, remaining)

    async def _act(
        self, operation: Operation, wanted: BaseModel, request: web.Request, remaining: int
    ) -> web.StreamResponse:
        async def act(on_stage: OnStage) -> Json:
            async with self._places:
                try:
                    return await operation.action(self._actions, wanted, on_stage)
                except BotError as error:
                    raise self._problem(error) from error

        if events.are_wanted(request):
            return await events.stream(request, act)
        headers = {"X-RateLimit-Remaining": str(remaining), "Cache-Control": "no-store"}
        return web.json_response(await act(lambda _: None), headers=headers)

    def _admit(self, request: web.Request) -> int:
        """How many more requests the key that is shown may make at once. Looks at nothing of the body.

        Raises Problem: 401 without a key, 429 for too many requests.
        """
        number = key_index(bearer_token(request), self._keys)
        if number is None:
            detail = f"Show a key of NUTSHELL_API_KEYS: Authorization: {SCHEME} …"
            raise unauthorized("wrong_key", detail, **{"WWW-Authenticate": SCHEME})
        return self._limits.take(number)

    def _problem(self, error: BotError) -> Problem:
        """What keeps a source from being read, in the words of prompts/.

        Mostly the request's to mend, so 422; where the bot cannot work now, the same may succeed later.
        """
        detail = self._messages.explain(FALLBACK, error)
        if isinstance(error, PASSING) and not isinstance(error, WorkCrashedError):
            return Problem(503, error.code, detail, headers={"Retry-After": str(AGAIN_S)})
        return Problem(422, error.code, detail)
