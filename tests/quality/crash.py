"""Kill the bot again and again while updates come in, and count what became of them.

    python tests/quality/crash.py --updates 10000 --kills 200 --seed 1
    python tests/quality/crash.py --updates 4000 --kills 40 --processes 2 --database postgresql://ME@HOST/postgres

A small stand-in for the Bot API runs here; the bot is a process of its own, with the real polling,
dispatcher, storage (SQLite on disk) and delivery, and a handler that answers each message with its own
text. It is killed with SIGKILL: half of the times at a random moment, half of the times when a message has
just reached the stand-in and the bot does not know it yet, the worst moment there is. Now and then the
stand-in cuts a connection, answers 429 or 502 by itself. Exit code 1 if anything was lost, doubled, out of
order, or left unfinished.

With a PostgreSQL server (a database of its own is made there, and dropped) there may be several processes.
One of them is killed at a time, and started again. The stand-in then brings updates as a webhook behind a
balancer does: to any of the processes, those of a chat one after the other, again to another one where it got
no 200. With `--polling` they ask for them, the leading one at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import multiprocessing
import os
import random
import signal
import socket
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout, web
from databases import new_database

TOKEN = "1:crash"
BOT = {"id": 1, "is_bot": True, "first_name": "Crash", "username": "crash_bot"}
PLACEHOLDER = "Working on {} …"


# The bot


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def run_bot(database: str, api: str, port: int | None) -> None:
    """The process that gets killed; updates are brought to its `port`, or asked for where it has none."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(_serve(database, api, port))


async def _serve(database: str, api: str, port: int | None) -> None:
    from telegram import Bot, Update  # noqa: PLC0415 - only the bot's process needs it
    from telegram.request import HTTPXRequest  # noqa: PLC0415 - see above

    from bot.chat.delivery import Reply  # noqa: PLC0415 - see above
    from bot.chat.queueing.dispatch import Dispatcher, GaveUp, UpdateHandler  # noqa: PLC0415 - see above
    from bot.chat.queueing.job import ActiveJobs  # noqa: PLC0415 - see above
    from bot.chat.queueing.polling import Poller  # noqa: PLC0415 - see above
    from bot.chat.queueing.update_receiver import UpdateReceiver  # noqa: PLC0415 - see above
    from bot.chat.sending import ReplyTarget  # noqa: PLC0415 - see above
    from bot.chat.views.render import Rendered  # noqa: PLC0415 - see above
    from bot.storage import open_storage  # noqa: PLC0415 - see above

    clock = SystemClock()
    plain = {"verify": False}  # the certificates that are not needed here take 0.2 s to load
    bot = Bot(
        TOKEN,
        base_url=f"{api}/bot",
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=5, httpx_kwargs=plain),
        get_updates_request=HTTPXRequest(httpx_kwargs=plain),
    )
    async with bot, open_storage(database, clock) as stores:

        def reply(update_id: int, chat_id: int, trigger_id: int) -> Reply:
            target = ReplyTarget(update_id=update_id, chat_id=chat_id, trigger_id=trigger_id)
            return Reply(bot, stores.outbox, target)

        async def handle(update: Update) -> None:
            message = update.effective_message
            number = int(message.text)
            answer = reply(update.update_id, message.chat_id, message.message_id)
            if number % 3 == 0:
                await answer.placeholder(PLACEHOLDER.format(number))
                await asyncio.sleep(number % 7 * 0.01)
            parts = [f"{number}"] if number % 10 else [f"{number}", f"{number} continued"]
            await answer.finish([Rendered(part) for part in parts])

        async def on_give_up(gave_up: GaveUp) -> None:
            address = gave_up.address
            answer = reply(address.update_id, address.chat_id, address.message_id)
            await answer.finish([Rendered(f"gave up: {gave_up.reason}")])

        dispatcher = Dispatcher(
            inbox=stores.inbox,
            handler=UpdateHandler(
                parse=lambda raw: Update.de_json(raw, bot), handle=handle, on_give_up=on_give_up
            ),
            active=ActiveJobs(stores.cluster),
            clock=clock,
        )
        await dispatcher.start()
        following = asyncio.create_task(dispatcher.follow())
        if port is not None:
            receiver = UpdateReceiver(bot=bot, inbox=stores.inbox, clock=clock, dispatcher=dispatcher)
            await asyncio.gather(following, _be_brought(receiver, port))
        poller = Poller(
            bot=bot,
            inbox=stores.inbox,
            clock=clock,
            feed=dispatcher.feed,
            room=dispatcher.room,
            allowed_updates=["message"],
            poll_s=2,
        )
        await asyncio.gather(following, stores.cluster.run_as_leader(poller.run))


async def _be_brought(receiver: Any, port: int) -> None:
    """Take in what is brought, for ever."""

    async def take(request: web.Request) -> web.Response:
        await receiver.receive(await request.json())
        return web.Response()

    application = web.Application()
    application.router.add_post("/", take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


# Telegram


@dataclass
class Telegram:
    """The stand-in: chats with their messages, updates until they are confirmed."""

    rng: random.Random
    faults: float  # how often a call goes wrong
    messages: dict[int, dict[int, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))
    updates: list[dict[str, Any]] = field(default_factory=list)
    asked: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    next_message: int = 1
    next_update: int = 5000
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    calls: Counter[str] = field(default_factory=Counter)
    on_start: asyncio.Event = field(default_factory=asyncio.Event)
    on_call: asyncio.Event = field(default_factory=asyncio.Event)
    on_sent: asyncio.Event = field(default_factory=asyncio.Event)
    hooks: list[str] = field(default_factory=list)  # where updates are brought to; none: they are asked for
    bringing: dict[int, asyncio.Task[None]] = field(default_factory=dict)  # by chat, one at a time
    brought_again: int = 0  # because there was no 200

    def say(self, chat: int, text: str) -> None:
        """A person writes."""
        person = {"id": chat, "is_bot": False, "first_name": "P"}
        message = {
            "message_id": self._number(),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": person,
            "text": text,
        }
        self.messages[chat][message["message_id"]] = message
        self.asked[chat].append(text)
        update = {"update_id": self.next_update, "message": message}
        self.next_update += 1
        if self.hooks:
            self.bringing[chat] = asyncio.create_task(self._bring(update, self.bringing.get(chat)))
        else:
            self.updates.append(update)
            self.arrived.set()

    async def _bring(self, update: dict[str, Any], before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await before
        async with ClientSession(timeout=ClientTimeout(20)) as session:
            while True:
                with suppress(ClientError, TimeoutError):
                    async with session.post(self.rng.choice(self.hooks), json=update) as answer:
                        if answer.status == 200:
                            return
                self.brought_again += 1
                await asyncio.sleep(0.05)

    async def after_calls(self, number: int) -> None:
        """Wait for so many more calls."""
        for _ in range(number):
            self.on_call.clear()
            await self.on_call.wait()

    async def after_sending(self) -> None:
        """Wait until a message has arrived, of which the bot has not heard yet."""
        self.on_sent.clear()
        await self.on_sent.wait()

    def _number(self) -> int:
        self.next_message += 1
        return self.next_message - 1

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = await request.post()
        self.calls[method] += 1
        if method == "getUpdates":
            return _ok(await self._get_updates(form))
        if method == "getMe":
            self.on_start.set()
            return _ok(BOT)
        trouble = self.rng.random() < self.faults
        kind = self.rng.choice(["cut before", "cut after", "flood", "gateway"]) if trouble else ""
        if kind == "flood":
            return _error(429, "Too Many Requests: retry after 1", {"retry_after": 1})
        if kind == "gateway":
            return _error(502, "Bad Gateway")
        if kind == "cut before":
            return _cut(request)
        response = getattr(self, "_" + method)(form)
        self.on_call.set()
        if method == "sendMessage":
            self.on_sent.set()
            await asyncio.sleep(0.003)  # the killer's chance
        return _cut(request) if kind == "cut after" else response

    async def _get_updates(self, form: Any) -> list[dict[str, Any]]:
        if "offset" in form:
            self.updates = [u for u in self.updates if u["update_id"] >= int(form["offset"])]
        if not self.updates:
            self.arrived.clear()
            await _at_most(float(form["timeout"]), self.arrived.wait())
        return self.updates[: int(form["limit"])]

    def _sendMessage(self, form: Any) -> web.Response:  # noqa: N802 - Telegram's name
        chat = int(form["chat_id"])
        message = {
            "message_id": self._number(),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": BOT,
            "text": form["text"],
        }
        self.messages[chat][message["message_id"]] = message
        return _ok(message)

    def _editMessageText(self, form: Any) -> web.Response:  # noqa: N802 - Telegram's name
        message = self.messages[int(form["chat_id"])].get(int(form["message_id"]))
        if message is None:
            return _error(400, "Bad Request: message to edit not found")
        if message["from"] is not BOT:
            return _error(400, "Bad Request: message can't be edited")
        if message["text"] == form["text"]:
            return _error(
                400, "Bad Request: message is not modified: specified new message content is the same"
            )
        message["text"] = form["text"]
        return _ok(message)

    def _deleteMessage(self, form: Any) -> web.Response:  # noqa: N802 - Telegram's name
        if self.messages[int(form["chat_id"])].pop(int(form["message_id"]), None) is None:
            return _error(400, "Bad Request: message to delete not found")
        return _ok(True)  # noqa: FBT003 - what Telegram answers


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _error(code: int, description: str, parameters: dict[str, int] | None = None) -> web.Response:
    content = {"ok": False, "error_code": code, "description": description}
    if parameters:
        content["parameters"] = parameters
    return web.json_response(content, status=code)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


# The count


@dataclass
class Counts:
    """What became of the updates."""

    updates: int = 0
    kills: int = 0
    answered: int = 0
    lost: int = 0  # without an answer
    doubled: int = 0  # answers too many
    unfinished: int = 0  # placeholders left over
    given_up: int = 0
    out_of_order: int = 0  # chats whose answers are not in the order of the questions
    brought_again: int = 0
    seconds: float = 0.0
    calls: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)  # what is not as it should be, by chat

    @property
    def good(self) -> bool:
        return not (self.lost or self.doubled or self.unfinished or self.given_up or self.out_of_order)


def _expected(texts: list[str]) -> list[str]:
    return [said for text in texts for said in ([text] if int(text) % 10 else [text, f"{text} continued"])]


def _judge(telegram: Telegram, counts: Counts) -> None:
    for chat, texts in telegram.asked.items():
        said = [
            message["text"]
            for _, message in sorted(telegram.messages[chat].items())
            if message["from"] is BOT
        ]
        expected = _expected(texts)
        times = Counter(said)
        counts.answered += sum(all(times[part] for part in _expected([text])) for text in texts)
        counts.lost += sum(times[text] == 0 for text in expected)
        counts.doubled += sum(max(times[text] - 1, 0) for text in expected)
        counts.unfinished += sum(text.endswith("…") for text in said)
        counts.given_up += sum(text.startswith("gave up") for text in said)
        in_order = [text for text in said if text in set(expected)] == expected
        counts.out_of_order += not in_order
        if said != expected:
            odd = [text for text in said if times[text] > 1 or text not in expected]
            counts.wrong.append(f"{chat}: too much {odd}, missing {[t for t in expected if not times[t]]}")


def _open(telegram: Telegram) -> int:
    """How many answers are missing."""
    missing = 0
    for chat, texts in telegram.asked.items():
        said = {message["text"] for message in telegram.messages[chat].values() if message["from"] is BOT}
        missing += sum(text not in said for text in _expected(texts))
    return missing


# The trial


class Supervisor:
    """Starts the processes of the bot, kills one, starts it again."""

    def __init__(self, database: str, api: str, ports: list[int | None]) -> None:
        self._context = multiprocessing.get_context("forkserver")
        # The bot's imports take a second; a server that has made them forks the processes to be killed.
        self._context.set_forkserver_preload(
            [
                "__main__",
                "telegram",
                "bot.chat.delivery",
                "bot.chat.queueing.dispatch",
                "bot.chat.queueing.polling",
                "bot.storage",
            ]
        )
        self._arguments = (database, api)
        self._ports = ports
        self._processes: list[Any] = [None for _ in ports]

    def start_all(self) -> None:
        for number in range(len(self._ports)):
            self.start(number)

    def start(self, number: int) -> None:
        arguments = (*self._arguments, self._ports[number])
        self._processes[number] = self._context.Process(target=run_bot, args=arguments, daemon=True)
        self._processes[number].start()

    async def kill(self, number: int) -> None:
        os.kill(self._processes[number].pid, signal.SIGKILL)
        await asyncio.to_thread(self._processes[number].join)
        self._processes[number].close()

    async def kill_all(self) -> None:
        for number in range(len(self._ports)):
            await self.kill(number)


async def _kill_at_times(supervisor: Supervisor, telegram: Telegram, plan: Plan, counts: Counts) -> None:
    """Moments are counted in calls of the bot, so that a slow machine sees the same ones."""
    rng = random.Random(telegram.rng.random())  # noqa: S311 - repeatable on purpose
    while counts.kills < plan.kills:
        if rng.random() < 0.9:  # else it may be killed before it is up
            await telegram.on_start.wait()
        telegram.on_start.clear()
        await asyncio.sleep(plan.pause_s)
        await _at_most(2, telegram.after_calls(rng.randrange(2 * counts.updates // plan.kills)))
        await asyncio.sleep(rng.uniform(0, 0.01))
        if rng.random() < 0.5:
            await _at_most(0.5, telegram.after_sending())
        number = rng.randrange(plan.processes)
        await supervisor.kill(number)
        counts.kills += 1
        supervisor.start(number)


async def _at_most(seconds: float, wait: Coroutine[Any, Any, Any]) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(wait, seconds)


async def _write(telegram: Telegram, updates: int, chats: int, kills: int, counts: Counts) -> None:
    """People write at all times: a share of it all between one kill and the next, however long that takes."""
    for number in range(updates):
        while counts.kills < kills and number >= updates * (counts.kills + 1) / (kills + 1):  # noqa: ASYNC110 - plain enough here
            await asyncio.sleep(0.01)
        telegram.say(100 + telegram.rng.randrange(chats), str(number))
        await asyncio.sleep(telegram.rng.random() * 0.01)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to be done."""

    updates: int
    kills: int
    chats: int = 40
    seed: int = 1
    faults: float = 0.005
    processes: int = 1
    pause_s: float = 0.0  # between kills: a process that died is given up after two seconds
    database: str | None = None  # a PostgreSQL server; None: a file
    polling: bool = True


async def run(plan: Plan) -> Counts:
    """Let so many updates come in while the bot is killed so often."""
    telegram = Telegram(random.Random(plan.seed), plan.faults)  # noqa: S311 - repeatable on purpose
    application = web.Application()
    application.router.add_post("/bot" + TOKEN + "/{method}", telegram.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    counts = Counts(updates=plan.updates)
    began = time.monotonic()
    ports = [None if plan.polling else _free_port() for _ in range(plan.processes)]
    telegram.hooks = [f"http://127.0.0.1:{port}/" for port in ports if port is not None]
    with new_database(plan.database) as database:
        supervisor = Supervisor(database, f"http://{host}:{port}", ports)
        supervisor.start_all()
        writing = asyncio.create_task(_write(telegram, plan.updates, plan.chats, plan.kills, counts))
        await _kill_at_times(supervisor, telegram, plan, counts)
        await writing
        await asyncio.gather(*telegram.bringing.values())
        await _wait_for_answers(telegram)
        await supervisor.kill_all()
    _judge(telegram, counts)
    counts.brought_again = telegram.brought_again
    counts.seconds = round(time.monotonic() - began, 1)
    counts.calls = dict(telegram.calls)
    await runner.cleanup()
    return counts


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _wait_for_answers(telegram: Telegram) -> None:
    """Until all answers are there and no call has come in for a second, or nothing has moved for 40
    seconds.
    """
    moved = time.monotonic()
    before = -1
    while time.monotonic() - moved < 40:
        calls = sum(count for method, count in telegram.calls.items() if method != "getUpdates")
        if calls != before:
            moved, before = time.monotonic(), calls
        if not _open(telegram) and time.monotonic() - moved > 1:
            return
        await asyncio.sleep(0.1)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--chats", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.005, help="how often a call goes wrong by itself")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without it, SQLite")
    parser.add_argument("--pause", type=float, default=None, help="seconds between kills; 5 with processes")
    parser.add_argument("--polling", action="store_true", help="several processes ask for updates")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    several = given.processes > 1
    if several and not given.database:
        parser.error("several processes need a PostgreSQL server: --database")
    plan = Plan(
        updates=given.updates,
        kills=given.kills,
        chats=given.chats,
        seed=given.seed,
        faults=given.faults,
        processes=given.processes,
        pause_s=(5.0 if several else 0.0) if given.pause is None else given.pause,
        database=given.database,
        polling=given.polling or not several,
    )
    logging.getLogger("aiohttp.server").disabled = True  # a killed client is no error here
    counts = asyncio.run(run(plan))
    if given.json:
        print(json.dumps(asdict(counts)))
    else:
        for name, value in asdict(counts).items():
            print(f"{name:>14}  {value}")
    return 0 if counts.good else 1


if __name__ == "__main__":
    sys.exit(main())
