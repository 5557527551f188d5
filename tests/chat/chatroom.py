"""A Telegram that answers from memory, and a person who chats with the real bot on it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from typing import Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.chat.application import App, build_application, handle
from bot.chat.context import ChatContext
from bot.chat.failures import tell
from bot.chat.localization import Localization
from bot.chat.operation import Broadcasts, FeedEndpoint, Operation, Policy
from bot.chat.queueing.dispatch import Dispatcher, UpdateHandler
from bot.chat.queueing.job import Item, Job
from bot.chat.queueing.joining import Batch, joinable
from bot.chat.queueing.lanes import address_of, incoming_of
from bot.chat.telegram.connection import TelegramConnection
from bot.core.errors import PageMissingError
from bot.messages import Messages
from bot.ports import Page
from bot.ports.digests import Visit
from bot.ports.reading import ReadingPorts
from bot.services.outlets import Outlets
from bot.sources.extractor import SandboxedExtractor
from bot.storage import Stores, open_storage
from bot.wiring.chat import chat_context

TOKEN = "123456:made-up"
MESSAGES = Messages.load()
NEW = frozenset({"sendMessage", "sendDocument"})  # the methods that bring a message
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


class StandingClock:
    def __init__(self) -> None:
        self.time = START

    def now(self) -> datetime:
        self.time += timedelta(milliseconds=1)
        return self.time


class InlineWorkers:
    async def run(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    run_short = run


class FakeWeb:
    """Pages by address; `fetched` says what was asked for."""

    def __init__(self, clock: StandingClock) -> None:
        self.clock = clock
        self.pages: dict[str, str | Exception] = {}
        self.fetched: list[str] = []
        self.fresh: list[str] = []  # what was asked for in spite of a cache
        self.moved: dict[str, str] = {}  # where redirects end
        self.cached_at: datetime | None = None  # when all pages were fetched; None: they are fetched anew
        self.gate: asyncio.Event | None = None  # no page comes before it is set

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        self.fetched.append(url)
        self.fresh += [url] if fresh else []
        if self.gate:
            await self.gate.wait()
        found = self.pages.get(url, PageMissingError(url=url, status=404))
        if isinstance(found, Exception):
            raise found
        return Page(
            url=self.moved.get(url, url),
            body=found.encode(),
            content_type="text/html",
            charset="utf-8",
            fetched_at=self.cached_at or self.clock.now(),
        )


@dataclass
class Call:
    method: str
    data: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        return self.data.get(name)


class FakeTelegram(BaseRequest):
    """Telegram's side: numbers messages, remembers calls, hands out files."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.files: dict[str, bytes] = {}
        self.last_id = 100
        self.refuse: dict[str, str] = {}  # method: the description of the error that it answers with

    @property
    def read_timeout(self) -> float | None:
        return 1

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            return 200, self.files[url.rsplit("/", 1)[1]]
        name = url.rsplit("/", 1)[1]
        data = {
            key: _plain(value) for key, value in (request_data.parameters if request_data else {}).items()
        }
        self.calls.append(Call(name, data))
        if name in self.refuse:
            answer = {"ok": False, "error_code": 400, "description": self.refuse[name]}
            return 400, json.dumps(answer).encode()
        return 200, json.dumps({"ok": True, "result": self._result(name, data)}).encode()

    def _result(self, name: str, data: Mapping[str, Any]) -> Any:
        match name:
            case "getMe":
                return {"id": 42, "is_bot": True, "first_name": "Nutshell", "username": "nutshell_bot"}
            case "sendMessage" | "sendDocument":
                self.last_id += 1
                return self._message(self.last_id, data)
            case "editMessageText":
                return self._message(data["message_id"], data)
            case "getFile":
                return {
                    "file_id": data["file_id"],
                    "file_unique_id": "u",
                    "file_path": f"d/{data['file_id']}",
                }
            case _:
                return True

    def _message(self, message_id: int, data: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "message_id": message_id,
            "date": 1_770_000_000,
            "chat": {"id": data["chat_id"], "type": "private"},
            "from": {"id": 42, "is_bot": True, "first_name": "Nutshell"},
            **({"text": data["text"]} if "text" in data else {"caption": data.get("caption")}),
        }


def _plain(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in "{[" else value


@dataclass
class Sent:
    """A message of the bot, as it looks now."""

    message_id: int
    text: str
    keyboard: list[list[dict[str, Any]]]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.keyboard for button in row]

    @property
    def questions(self) -> list[str]:
        """The suggested questions on the buttons."""
        return [label for label in self.labels if label.endswith("?")]

    def data(self, label: str) -> str:
        return next(
            button["callback_data"] for row in self.keyboard for button in row if button["text"] == label
        )

    @property
    def urls(self) -> list[str]:
        return [button["url"] for row in self.keyboard for button in row if "url" in button]

    @property
    def plain(self) -> str:
        return unescape(re.sub(r"</?[a-z][^<>]*>", "", self.text))

    @property
    def sentences(self) -> list[str]:
        """The paragraphs below the head, without the numbers that link to the page."""
        return [re.sub("\u00a0[⁰¹²³⁴⁵⁶⁷⁸⁹]+$", "", part) for part in self.plain.split("\n\n")[1:]]


@dataclass
class Person:
    """Somebody who writes to the bot and presses its buttons."""

    telegram: FakeTelegram
    web: FakeWeb
    stores: Stores
    app: App
    context: ChatContext
    user_id: int = 7
    language: str | None = "en"
    chat: dict[str, Any] = field(default_factory=dict)
    updates: int = 0

    async def sends(self, text: str | None = None, **fields: Any) -> Sent:
        """Send a message and see the one that comes back."""
        before = len(self.telegram.calls)
        await handle(self.app, self.update(text, **fields))
        return self.answers(before)[-1]

    async def sends_batch(self, bundle: Any, *messages: Mapping[str, Any]) -> Sent:
        before = len(self.telegram.calls)
        updates = tuple(self.update(**message) for message in messages)
        await handle(self.app, Batch(bundle=bundle, updates=updates))
        return self.answers(before)[-1]

    async def presses(self, data: str, message: Sent | None = None) -> "Pressed":
        before = len(self.telegram.calls)
        await handle(self.app, self.press_update(data, message))
        calls = self.telegram.calls[before:]
        told = [call for call in calls if call.method == "answerCallbackQuery"]
        assert len(told) == 1
        return Pressed(told[0].text, self.answers(before))

    def press_update(self, data: str, message: Sent | None = None, **fields: Any) -> Update:
        self.updates += 1
        under = {
            "message_id": message.message_id if message else 1,
            "date": 1_770_000_000,
            "chat": self._chat(),
            "text": message.plain if message else "?",
            **fields,
        }
        if message and message.keyboard:
            under["reply_markup"] = {"inline_keyboard": message.keyboard}
        query = {
            "id": str(self.updates),
            "from": self._user(),
            "chat_instance": "c",
            "data": data,
            "message": under,
        }
        return self._parse({"update_id": self.updates, "callback_query": query})

    def update(self, text: str | None = None, **fields: Any) -> Update:
        self.updates += 1
        message = {
            "message_id": self.updates,
            "date": 1_770_000_000,
            "chat": self._chat(),
            "from": self._user(),
            **({"text": text} if text is not None else {}),
            **fields,
        }
        if text is not None and text.startswith("/"):
            command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
            message["entities"] = [command, *message.get("entities", [])]
        return self._parse({"update_id": self.updates, "message": message})

    def answers(self, since: int = 0) -> list[Sent]:
        """The messages that were sent or edited since a call, as they were then."""
        found = []
        for call in self.telegram.calls[since:]:
            if call.method in {*NEW, "editMessageText"}:
                number = call.message_id or self._id_of(call)
                text = call.text or call.caption
                found.append(Sent(number, text, (call.reply_markup or {}).get("inline_keyboard", [])))
        return found

    def calls(self, method: str) -> list[Call]:
        return [call for call in self.telegram.calls if call.method == method]

    def _id_of(self, wanted: Call) -> int:
        sent = [call for call in self.telegram.calls if call.method in NEW]
        return 101 + next(index for index, call in enumerate(sent) if call is wanted)

    def _chat(self) -> dict[str, Any]:
        return self.chat or {"id": self.user_id, "type": "private"}

    def _user(self) -> dict[str, Any]:
        user = {"id": self.user_id, "is_bot": False, "first_name": "P"}
        return {**user, "language_code": self.language} if self.language else user

    def _parse(self, raw: dict[str, Any]) -> Update:
        """What becomes of an update on its way through the inbox."""
        return Update.de_json(json.loads(incoming_of(raw, START).payload), self.app.bot)


@dataclass
class Pressed:
    """What a press did: the word in the box, and the messages that changed or came."""

    told: str | None
    messages: list[Sent]

    @property
    def message(self) -> Sent:
        return self.messages[-1]


class NoFeeds:
    """A web without feeds."""

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        raise PageMissingError(url=url, status=404)


class NoPrograms:
    """An operator who has no programs that are told of anything."""

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        raise AssertionError(url)


def context_over(
    stores: Stores, web: Any, operation: Operation, clock: Any, revisitor: Any = None
) -> ChatContext:
    """What turns share, over these stores and this web."""
    workers: Any = InlineWorkers()
    return chat_context(
        stores=stores,
        ports=ReadingPorts(
            fetcher=web,
            revisitor=revisitor or NoFeeds(),
            extractor=SandboxedExtractor(workers),
            workers=workers,
            poster=NoPrograms(),
        ),
        operation=operation,
        localization=Localization(messages=MESSAGES, default_locale="en"),
        clock=clock,
    )


def feed_endpoint(stores: Stores, clock: Any, base_url: str | None) -> FeedEndpoint | None:
    """Where feeds of chats are given out; None: nowhere."""
    if base_url is None:
        return None
    outlets = Outlets(store=stores.outlets, storage=stores.storage, digests=stores.digests, clock=clock)
    return FeedEndpoint(outlets=outlets, base_url=base_url, public=base_url.startswith("https:"))


@asynccontextmanager
async def chatting(
    database_url: str = "sqlite://", placeholder_s: float = 5.0, served: str | None = None, **settings: Any
) -> AsyncIterator[Person]:
    """A person in a private chat with the bot; `settings` say how that is run."""
    clock, telegram = StandingClock(), FakeTelegram()
    web = FakeWeb(clock)

    async with AsyncExitStack() as stack:
        stores = await stack.enter_async_context(open_storage(database_url, clock))
        operation = Operation(
            policy=Policy(placeholder_s=placeholder_s, **settings),
            operators=stores.operators,
            broadcasts=Broadcasts(store=stores.broadcasts),
            feed_endpoint=feed_endpoint(stores, clock, served),
        )
        context = context_over(stores, web, operation, clock)
        connection = TelegramConnection(token=TOKEN, api_url="http://telegram.test")
        app = build_application(connection, context, (telegram, telegram))
        await stack.enter_async_context(app)
        yield Person(telegram, web, stores, app, context)


@asynccontextmanager
async def at_work(
    person: Person, *, update_id: int, chat_id: int | None = None, user_id: int = 7
) -> AsyncIterator[Job]:
    """A job of somebody that is being worked on, whatever it is."""
    chat = {"id": chat_id or user_id, "type": "private" if chat_id is None else "supergroup"}
    raw = {"update_id": update_id, "message": {"chat": chat, "from": {"id": user_id}, "message_id": 1}}
    job = Job([Item(incoming_of(raw, START), address_of(raw), joinable(raw, START))], None)
    async with person.context.active.at_work(job):
        yield job


# Written for these tests.
BRIDGE = """
The old stone bridge over the Elde will close on 4 May, the town of Marlow said on Monday. Engineers found
cracks in two of its five arches during an inspection in March. Repairs will cost 2.4 million euros and take
eleven months.

Mayor Greta Lindqvist said the town had no choice. "Nobody wants to drive over a bridge that may not hold,"
she told residents at a meeting in the school hall. About 6,000 cars cross the bridge every day.

Buses will be sent over the motorway bridge at Tarn, which adds twenty minutes to the trip. The ferry at Low
Quay, idle since 1998, will run again from 2 May. It carries 12 cars and 80 passengers on each crossing.

Shopkeepers on the western bank fear for their trade. Owen Pryce, who sells bicycles there, expects to lose a
third of his customers. The town has promised them lower rents until the bridge opens again.

The bridge was built in 1784 by Tomas Arkwright. It survived the flood of 1903, which swept away the mill
beside it.
"""


def dispatcher_of(person: Person) -> Dispatcher:
    """What hands the person's updates, once they are on disk, to the bot."""
    return Dispatcher(
        inbox=person.stores.inbox,
        handler=UpdateHandler(
            parse=partial(Update.de_json, bot=person.app.bot),
            handle=partial(handle, person.app),
            on_give_up=partial(tell, person.context, person.app.bot),
        ),
        active=person.context.active,
        clock=StandingClock(),
    )


def page(title: str = "Old bridge to close in May", text: str = BRIDGE) -> str:
    paragraphs = "".join(f"<p>{' '.join(part.split())}</p>" for part in text.strip().split("\n\n"))
    return (
        f"<html lang=en><head><title>{title}</title><meta property='og:site_name' content='Marlow Post'>"
        f"<meta name=author content='Ida Brandt'>"
        f"<meta property='article:published_time' content='2026-02-16'>"
        f"</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


LINK = "https://marlow.example/bridge"

GARDEN = """
The botanical garden in Norwick will open a glass house for orchids this summer. It was paid for by a gift of
a local baker. The house holds 300 kinds of orchids from four continents. Visitors can see it from June on,
every day but Monday. Children under twelve pay nothing, the garden said. Its director, Paula Reimann, hopes
for twice as many visitors as last year. Schools have already booked forty tours of the glass house.
"""
