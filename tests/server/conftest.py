"""The server on a real socket, and a client of it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from io import BytesIO
from json import loads
from typing import Any

import aiohttp
import pytest

from bot.core.errors import PageMissingError
from bot.messages import Messages
from bot.ports import Page
from bot.ports.digests import Visit
from bot.ports.reading import ReadingPorts
from bot.server.actions import ApiActions
from bot.server.api import Api
from bot.server.limits import Limits
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints, open_server
from bot.sources.extractor import SandboxedExtractor
from bot.wiring.reading import InlineWorkers, on_demand_digests

KEY = "marked-key-of-the-tests"
MESSAGES = Messages.load()


class StoppedClock:
    def now(self) -> datetime:
        return datetime(2026, 3, 1, 12, tzinfo=UTC)


class FakeWeb:
    def __init__(self) -> None:
        self.pages: dict[str, str] = {}

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        if url not in self.pages:
            raise PageMissingError(url=url, status=404)
        return Page(
            url=url,
            body=self.pages[url].encode(),
            content_type="text/html",
            charset="utf-8",
            fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        )

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        return Visit(page=await self.fetch(url))


class Client:
    """Talks to one server."""

    def __init__(self, session: aiohttp.ClientSession, address: str, web: FakeWeb) -> None:
        self.session = session
        self.address = address
        self.web = web

    key = KEY

    async def post(self, path: str, body: Any = None, *, key: str | None = KEY, **options: Any) -> "Answer":
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        headers |= options.pop("headers", {})
        given = {"data": body} if isinstance(body, str | BytesIO) else {"json": body}
        async with self.session.post(self.address + path, headers=headers, **given, **options) as answer:
            return Answer(answer.status, answer.headers, await answer.text())

    async def get(self, path: str, **options: Any) -> "Answer":
        async with self.session.get(self.address + path, **options) as answer:
            return Answer(answer.status, answer.headers, await answer.text())


class Answer:
    def __init__(self, status: int, headers: Any, text: str) -> None:
        self.status = status
        self.headers = headers
        self.text = text

    @property
    def json(self) -> Any:
        return loads(self.text)


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Endpoints], Any]]:
    """Opens servers, and closes them at the end."""
    async with AsyncExitStack() as stack:

        async def start(endpoints: Endpoints, web: FakeWeb | None = None) -> Client:
            address = await stack.enter_async_context(open_server("127.0.0.1", 0, endpoints))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            return Client(session, address, web or FakeWeb())

        yield start


@pytest.fixture
async def api(serve: Callable[..., Any]) -> Client:
    """A client of the HTTP API that may ask as often as it likes."""
    web, workers = FakeWeb(), InlineWorkers()
    extractor = SandboxedExtractor(workers)  # type: ignore[arg-type]
    poster: Any = None  # nobody is told of what the API makes
    ports = ReadingPorts(
        fetcher=web,
        revisitor=web,
        extractor=extractor,
        workers=workers,  # type: ignore[arg-type]
        poster=poster,
    )
    actions = ApiActions(ports, on_demand_digests(ports, StoppedClock()), MESSAGES)
    api = Api(actions, MESSAGES, keys=[KEY, "another-key-of-theirs"], limits=Limits(10**6))
    endpoints = Endpoints(meter=PrometheusMeter(), api=api)
    client: Client = await serve(endpoints, web)
    return client
