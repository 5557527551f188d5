"""A trial's stand-in for Telegram with the real bot on it over HTTP, and people who act in its chats."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import web
from chatroom import FakeWeb, context_over, feed_endpoint, page

import bot
from bot.chat.adapter import RunningBot, open_chat
from bot.chat.context import ChatContext
from bot.chat.operation import Broadcasts, Operation, Policy
from bot.chat.telegram.connection import TelegramConnection
from bot.storage import Stores, open_storage
from bot.trial import inline, membership, people
from bot.trial.api import BotApi
from bot.trial.chats import ADMIN_ID, BOT_ID, FORUM_ID, GROUP_ID, MEMBER_ID, PERSON_ID, Chat, Topic
from bot.trial.clock import MovableClock
from bot.trial.formatting import Formatted, parse_html, tidied
from bot.trial.people import Speaker
from bot.trial.topics import open_topic
from bot.trial.world import World

TOKEN = f"{BOT_ID}:{'x' * 35}"
NAME = "nutshell_trial_bot"
LINK = "https://marlow.example/bridge"
GARDEN_LINK = "https://norwick.example/garden"
PAUSE_S = 0.01
PATIENCE_S = 60.0


@dataclass(frozen=True)
class BotClock:
    """The bot's clock is the stand-in's."""

    clock: MovableClock

    def now(self) -> datetime:
        return self.clock()


@dataclass
class Stage:
    """The world, what the bot keeps, and the pages of the web that it sees."""

    world: World
    clock: MovableClock
    web: FakeWeb
    stores: Stores
    context: ChatContext
    running: RunningBot
    username: str = NAME

    @property
    def forum(self) -> Chat:
        return self.world.chats[FORUM_ID]

    def admit(self, chat_id: int, status: str = "member", *, by: int = PERSON_ID, **options: Any) -> None:
        membership.admit(self.world, self.world.chats[chat_id], BOT_ID, status, by=by, **options)

    def topic(self, name: str = "News", *, by: int = PERSON_ID) -> Topic:
        return open_topic(self.world, self.forum, name, by=by)

    def greet(self, user_id: int = PERSON_ID) -> None:
        """The person has written to the bot in private, so that it may write to them."""
        self.world.private(user_id).started = True

    def says(
        self,
        text: str,
        chat_id: int | None = GROUP_ID,
        *,
        user_id: int = MEMBER_ID,
        topic: Topic | None = None,
        anonymous: bool = False,
        reply_to: int | None = None,
        html: bool = False,
    ) -> int:
        speaker = Speaker(
            user_id=user_id,
            chat_id=chat_id,
            thread_id=topic.thread_id if topic else None,
            anonymous=anonymous,
        )
        formatted = tidied(parse_html(text) if html else Formatted(text))
        return int(people.say(self.world, formatted, speaker, reply_to=reply_to)[0]["message_id"])

    def reacts(
        self, message_id: int, emoji: str | None = "👀", chat_id: int = GROUP_ID, user_id: int = MEMBER_ID
    ) -> None:
        people.react(self.world, Speaker(user_id=user_id, chat_id=chat_id), message_id, emoji)

    def presses(
        self, message_id: int, data: str, chat_id: int = GROUP_ID, *, user_id: int = MEMBER_ID
    ) -> None:
        people.press(self.world, message_id, data, Speaker(user_id=user_id, chat_id=chat_id), check=False)

    def asks_inline(self, text: str, *, user_id: int = MEMBER_ID, chat_id: int | None = None) -> str:
        return inline.ask(self.world, Speaker(user_id=user_id, chat_id=chat_id), text)

    def said(self, chat_id: int = GROUP_ID) -> list[dict[str, Any]]:
        """What the bot has said in a chat, as it looks now; nothing of what only tells who came or went."""
        return [
            message
            for message in self.world.pictured(chat_id)
            if message["by"] == BOT_ID and "text" in message and "via_bot" not in message
        ]

    def labels(self, message: dict[str, Any]) -> list[str]:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def data(self, message: dict[str, Any], label: str) -> str:
        rows = message["reply_markup"]["inline_keyboard"]
        return next(
            button["callback_data"] for row in rows for button in row if button["text"].endswith(label)
        )

    async def settled(self) -> None:
        """Waits until the bot has dealt with everything that has happened."""
        async with asyncio.timeout(PATIENCE_S):
            while len(self.world.updates) or await self.stores.inbox.pending():  # noqa: ASYNC110 - of HTTP
                await asyncio.sleep(PAUSE_S)

    async def answer(self, chat_id: int = GROUP_ID) -> dict[str, Any]:
        """The last thing that the bot has said, once it is done with everything."""
        await self.settled()
        return self.said(chat_id)[-1]

    async def silence(self, chat_id: int = GROUP_ID) -> None:
        """Nothing was said in a chat since it began."""
        await self.settled()
        assert self.said(chat_id) == []

    async def until(self, condition: Callable[[], Any]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - it looks at what comes over HTTP
                await asyncio.sleep(PAUSE_S)

    async def later(self, **by: float) -> None:
        self.clock.move(timedelta(**by))


@cache
def warm_up() -> None:
    """Loads what the first summary needs: here it is worked out beside the bot's own tasks."""
    bot.summarize(bot.extract(page().encode()))


@asynccontextmanager
async def on_stage(
    folder: Path,
    database_url: str | None = None,
    placeholder_s: float = 5.0,
    revisitor: Any = None,
    served: str | None = None,
    **settings: Any,
) -> AsyncIterator[Stage]:
    """The bot at work against a stand-in of its own."""
    warm_up()
    clock = MovableClock(folder / "clock")
    world = World(clock)
    api = BotApi(world, TOKEN)
    app = web.Application()
    app.add_routes(api.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    told = BotClock(clock)
    pages = FakeWeb(told)  # type: ignore[arg-type]
    pages.pages = {LINK: page(), GARDEN_LINK: page("Orchids in a house of glass")}
    try:
        # A file: in memory, who reads and who writes would share one connection.
        url = database_url or f"sqlite:///{folder / 'bot.sqlite3'}"
        async with open_storage(url, told) as stores:
            operation = Operation(
                policy=Policy(placeholder_s=placeholder_s, **settings),
                operators=stores.operators,
                broadcasts=Broadcasts(store=stores.broadcasts),
                feed_endpoint=feed_endpoint(stores, told, served),
            )
            context = context_over(stores, pages, operation, told, revisitor)
            connection = TelegramConnection(token=TOKEN, api_url=address)
            chat = open_chat(connection, context, inbox=stores.inbox, cluster=stores.cluster)
            async with chat as running:
                yield Stage(world, clock, pages, stores, context, running)
                api.release()
    finally:
        await runner.cleanup()


__all__ = ["ADMIN_ID", "BOT_ID", "FORUM_ID", "GROUP_ID", "MEMBER_ID", "PERSON_ID", "Stage", "on_stage"]
