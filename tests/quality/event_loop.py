"""How long the bot's event loop is held while heavy things come in: nothing else runs meanwhile.

    python tests/quality/event_loop.py [--only NAME...] [--show 3] [--json]

The bot is a process of its own, whole: the real polling, dispatcher, fetcher, workers, SQLite on disk. This
process is Telegram, the web, and the people. On the bot's loop a beat comes every 5 ms; `held` is the most
processor time that the bot's process used between two beats, all threads together (a thread that holds the
interpreter holds the loop too), `main` that of the loop's own thread. Processor time, because other programs
on the machine hold nothing of ours. A scenario counts only with its real answer: what came instead, or that
nothing came, is told, and the exit code is 1. With --show, the longest holds are told with what ran then.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import json
import os
import random
import re
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

TOKEN = "1:loop"
BOT = {"id": 1, "is_bot": True, "first_name": "Loop", "username": "loop_bot"}
BEAT_S = 0.005
NOTED_S = 0.02  # holds from here on are written down
READER = 100  # the person with the long shelf
SHELF = 500  # articles on it
PATIENCE_S = 40.0  # for an answer


# The bot's process


class Beats:
    """Beats on the running loop, and what ran where one came late."""

    def __init__(self) -> None:
        self.holds: list[dict[str, Any]] = []
        self._last = self._main = 0.0
        self._seen: list[str] = []
        self._thread = threading.get_ident()
        threading.Thread(target=self._watch, daemon=True).start()

    async def run(self) -> None:
        self._last, self._main = time.process_time(), time.thread_time()
        while True:
            await asyncio.sleep(BEAT_S)
            now, main = time.process_time(), time.thread_time()
            if now - self._last > NOTED_S:
                self.holds.append(
                    {
                        "at": time.time(),
                        "held": 1000 * (now - self._last),
                        "main": 1000 * (main - self._main),
                        "where": self._seen,
                    }
                )
            self._seen = []
            self._last, self._main = now, main

    def _watch(self) -> None:
        while True:
            time.sleep(BEAT_S)
            if self._last and time.process_time() - self._last > NOTED_S and not self._seen:
                frames = sys._current_frames()
                own = threading.get_ident()
                self._seen = [
                    f"{'loop' if thread == self._thread else 'thread'}: " + _place(frame)
                    for thread, frame in frames.items()
                    if thread != own and (thread == self._thread or not _waits(frame))
                ]


_WAITING = {"wait", "_wait_for_tstate_lock", "poll", "select", "_recv", "_worker", "get"} | {
    "unix_poll",
    "pool_manager_loop",
}


def _waits(frame: Any) -> bool:
    return frame.f_code.co_name in _WAITING


def _place(frame: Any) -> str:
    rows = traceback.extract_stack(frame)[-6:]
    return " < ".join(f"{Path(row.filename).name}:{row.lineno} {row.name}" for row in reversed(rows))


def run_bot(told: str) -> None:
    """The bot as the command line runs it, with beats; they are written to a file at the end."""
    from bot.loading import spared, uncollected, without  # noqa: PLC0415 - the bot's process only

    without("sniffio")
    with uncollected(), spared("click", "pygments", "rich"):
        from bot.commands import running  # noqa: PLC0415 - see above
        from bot.messages import Messages  # noqa: PLC0415 - see above
        from bot.settings import Settings  # noqa: PLC0415 - see above

        messages = Messages.load()
    opened = running.open_app
    found: list[dict[str, Any]] = []

    @asynccontextmanager
    async def with_beats(*args: Any, **kwargs: Any) -> AsyncIterator[Any]:
        async with opened(*args, **kwargs) as app:
            beats = Beats()
            Path(told).touch()  # noqa: ASYNC240 - before anything is measured
            beating = asyncio.create_task(beats.run())
            try:
                yield app
            finally:
                beating.cancel()
                found.extend(beats.holds)

    running.open_app = with_beats
    running.run_bot(Settings(), messages)
    Path(told).write_text(json.dumps(found), encoding="utf-8")


# Telegram, and the web


@dataclass
class Telegram:
    """A Bot API server with as much of Telegram as the bot asks for."""

    said: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, bytes] = field(default_factory=dict)
    updates: list[dict[str, Any]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = ""
    numbers: int = 1000
    update_ids: int = 5000

    def hear(self, chat: int, **content: Any) -> None:
        """A person sends a message."""
        self.numbers += 1
        message = {
            "message_id": self.numbers,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "P"},
            "from": {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"},
            **content,
        }
        self._push("message", message)

    def press(self, chat: int, data: str) -> None:
        """A person presses a button under the last message."""
        message = {key: value for key, value in self.said[chat][-1].items() if key != "reply_markup"}
        person = {"id": chat, "is_bot": False, "first_name": "P", "language_code": "en"}
        self._push(
            "callback_query",
            {"id": str(self.numbers), "from": person, "chat_instance": "1", "data": data, "message": message},
        )

    def send_file(self, chat: int, name: str, body: bytes, mime: str = "text/plain") -> None:
        """A person sends a file."""
        self.files[name] = body
        about = {"file_id": name, "file_unique_id": name, "file_name": name, "mime_type": mime}
        self.hear(chat, document={**about, "file_size": len(body)})

    def _push(self, kind: str, content: dict[str, Any]) -> None:
        self.update_ids += 1
        self.updates.append({"update_id": self.update_ids, kind: content})
        self.arrived.set()

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        form = await request.post()
        if method == "getUpdates":
            return _ok(await self._get_updates(form))
        if method == "getMe":
            return _ok(BOT)
        if method == "getFile":
            name = str(form["file_id"])
            size = len(self.files[name])
            return _ok({"file_id": name, "file_unique_id": name, "file_size": size, "file_path": name})
        if method in {"sendMessage", "editMessageText"}:
            return _ok(self._write(form))
        return _ok(True)  # noqa: FBT003 - what Telegram answers

    async def _get_updates(self, form: Any) -> list[dict[str, Any]]:
        self.asked.set()
        if "offset" in form:
            self.updates = [u for u in self.updates if u["update_id"] >= int(form["offset"])]
        if not self.updates:
            self.arrived.clear()
            try:
                await asyncio.wait_for(self.arrived.wait(), float(form["timeout"]))
            except TimeoutError:
                return []
        return self.updates[: int(form["limit"])]

    def _write(self, form: Any) -> dict[str, Any]:
        chat = int(form["chat_id"])
        self.numbers += 1
        message = {
            "message_id": int(form.get("message_id", self.numbers)),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": BOT,
            "text": form["text"],
        }
        if "reply_markup" in form:
            message["reply_markup"] = json.loads(str(form["reply_markup"]))
        known = [m for m in self.said[chat] if m["message_id"] != message["message_id"]]
        self.said[chat] = [*known, message]
        self.changed.set()
        return message

    def final(self, chat: int) -> list[dict[str, Any]]:
        return [message for message in self.said[chat] if not message["text"].endswith("…")]

    async def answered(self, chats: list[int], count: int = 1) -> None:
        """Wait until each of the chats has so many final answers."""
        async with asyncio.timeout(PATIENCE_S):
            while any(len(self.final(chat)) < count for chat in chats):
                self.changed.clear()
                await self.changed.wait()

    async def page(self, request: web.Request) -> web.Response:
        return web.Response(text=PAGES[request.match_info["name"]], content_type="text/html")

    async def download(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


# The people


def sentences(count: int, seed: int) -> str:
    """A made-up text in paragraphs of five."""
    chance = random.Random(seed)  # noqa: S311 - made-up text
    stock = ["".join(chance.choices("abcdefghiklmnoprstuv", k=chance.randint(3, 9))) for _ in range(4_000)]
    made = [" ".join(chance.choices(stock, k=chance.randint(8, 18))).capitalize() + "." for _ in range(count)]
    return "\n\n".join(" ".join(made[at : at + 5]) for at in range(0, count, 5))


Scenario = Callable[[Telegram, int], Awaitable[None]]


class WrongAnswerError(Exception):
    """The bot answered something else, so that the scenario measured something else."""


def _expect(answers: list[dict[str, Any]], *fragments: str) -> None:
    """Each of the texts stands in one of the answers, blanks and tags aside."""
    told = " ".join(" ".join(re.sub(r"<[^>]+>", "", html.unescape(one["text"])) for one in answers).split())
    for fragment in fragments:
        if " ".join(fragment.split()) not in told:
            raise WrongAnswerError(f"{fragment[:60]!r} is not in {told[:200]!r}")


async def _file(
    telegram: Telegram, chat: int, body: bytes, name: str, mime: str = "text/plain"
) -> list[dict[str, Any]]:
    before = len(telegram.final(chat))
    telegram.send_file(chat, name, body, mime)
    await telegram.answered([chat], before + 1)
    return telegram.final(chat)[before:]


async def _ask(telegram: Telegram, chat: int, text: str) -> list[dict[str, Any]]:
    before = len(telegram.final(chat))
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    telegram.hear(chat, text=text, **({"entities": entities} if text.startswith("/") else {}))
    await telegram.answered([chat], before + 1)
    return telegram.final(chat)[before:]


def _is_of(text: str, answers: list[dict[str, Any]]) -> None:
    """One of the sentences of a text stands in the answers."""
    told = " ".join(" ".join(re.sub(r"<[^>]+>", "", html.unescape(one["text"])) for one in answers).split())
    if not any(part in told for part in re.findall(r"[A-Z][^.]{30,}", " ".join(text.split()))):
        raise WrongAnswerError(f"no sentence of the text is in {told[:200]!r}")


async def one_short_text(telegram: Telegram, chat: int) -> None:
    text = sentences(20, 5).replace("\n\n", " ")
    _is_of(text, await _ask(telegram, chat, text))


async def long_article(telegram: Telegram, chat: int) -> None:
    text = sentences(20_000, 1)
    _is_of(text, await _file(telegram, chat, text.encode(), "book.txt"))
    word = text.split()[1_000].strip(".")
    _expect(await _ask(telegram, chat, f"What is {word}?"), word)
    await _ask(telegram, chat, "/keywords")
    answers = await _ask(telegram, chat, "/tldr 30")
    _is_of(text, answers)
    if sum(len(one["text"]) for one in answers) < 1_500:
        raise WrongAnswerError("thirty sentences are longer")


async def most_sentences(telegram: Telegram, chat: int) -> None:
    # As many as are taken: 120,000 full stops in 1.9 million characters.
    text = sentences(9_400, 2).replace(" ", ". A", 50_000)[:1_900_000]
    _is_of(text, await _file(telegram, chat, text.encode(), "most.txt"))


async def five_megabytes(telegram: Telegram, chat: int) -> None:
    _expect(
        await _file(telegram, chat, (sentences(30_000, 3) * 3).encode()[:5_000_000], "long.txt"), "2,000,000"
    )


async def big_file(telegram: Telegram, chat: int) -> None:
    body = random.Random(4).randbytes(19_000_000)  # noqa: S311 - made-up bytes
    _expect(await _file(telegram, chat, body, "big.bin", "application/octet-stream"), "kind of file")


async def page_of_links(telegram: Telegram, chat: int) -> None:
    _expect(await _ask(telegram, chat, f"{telegram.address}/pages/links"), "links")


async def article_with_links(telegram: Telegram, chat: int) -> None:
    _is_of(sentences(600, 6), await _ask(telegram, chat, f"{telegram.address}/pages/article"))


async def forty_people(telegram: Telegram, chat: int) -> None:
    people = [chat + 1 + number for number in range(40)]
    texts = [sentences(60, number)[:3_800].replace("\n\n", " ") for number in range(40)]
    words = [{"type": "bold", "offset": 40 * at, "length": 20} for at in range(90)]
    for person, text in zip(people, texts, strict=True):
        telegram.hear(person, text=text, entities=words)
    await telegram.answered(people)
    for person, text in zip(people, texts, strict=True):
        _is_of(text, telegram.final(person))


async def long_shelf(telegram: Telegram, _chat: int) -> None:
    word = sentences(12, 1_007).split()[20].strip(".")
    _expect(await _ask(telegram, READER, "/articles"), "Read so far")
    _expect(await _ask(telegram, READER, f"/search {word}"), word)
    await _ask(telegram, READER, f"/ask {word}?")  # made-up words may answer or not; that it comes is enough
    await _ask(telegram, READER, f"/check {word} {word}")


PAGES = {
    "links": "<html><title>All of it</title><body><ul>"
    + "".join(f'<li><a href="/{n}">Story number {n} of the day, and more</a></li>' for n in range(2_000))
    + "</ul></body></html>",
    "article": "<html><title>One story</title><body><article><h1>One story</h1>"
    + "".join(
        f'<p>{part} <a href="/{at}">{part[:20]}</a></p>'
        for at, part in enumerate(sentences(600, 6).split("\n\n"))
    )
    + "</article><ul>"
    + "".join(f'<li><a href="/{n}">More {n}</a></li>' for n in range(2_000))
    + "</ul></body></html>",
}

SCENARIOS: tuple[Scenario, ...] = (
    one_short_text,
    long_article,
    most_sentences,
    five_megabytes,
    big_file,
    page_of_links,
    article_with_links,
    forty_people,
    long_shelf,
)


async def fill_shelf(database: str) -> None:
    """Five hundred articles that the reader has read."""
    from bot.core.article import Article  # noqa: PLC0415 - after the arguments are known to be right
    from bot.core.tokens import index_terms  # noqa: PLC0415 - see above
    from bot.storage import open_storage  # noqa: PLC0415 - see above
    from bot.wiring.clock import SystemClock  # noqa: PLC0415 - see above

    async with open_storage(database, SystemClock()) as stores:
        for number in range(SHELF):
            article = Article.from_text(sentences(12, 1_000 + number), language="en")
            terms = index_terms(article.text, "en")
            stored = await stores.storage.save_article([f"text:{number}"], article, terms)
            await stores.storage.add_reading(
                chat_id=READER, user_id=READER, version=stored.version, sentences=5
            )


async def measure(folder: Path, only: list[str]) -> list[dict[str, Any]]:
    database = f"sqlite:///{folder / 'loop.sqlite3'}"
    await fill_shelf(database)
    telegram = Telegram()
    app = web.Application(client_max_size=2**26)
    app.router.add_post("/bot{token}/{method}", telegram.answer)
    app.router.add_get("/pages/{name}", telegram.page)
    app.router.add_get("/file/bot{token}/{name}", telegram.download)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    telegram.address = f"http://{host}:{port}"
    told = folder / "beats.json"
    environment = os.environ | {
        "NUTSHELL_TOKEN": TOKEN,
        "NUTSHELL_API_URL": telegram.address,
        "NUTSHELL_ALLOW_NETWORKS": f"{host}/32",
        "NUTSHELL_LISTEN": "off",
        "NUTSHELL_DATABASE": database,
        "NUTSHELL_LOG_LEVEL": "warning",
        "NUTSHELL_RATE": "0",
    }
    bot = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "--bot", str(told), env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    times: list[tuple[str, float, float, str]] = []
    try:
        await asyncio.wait_for(telegram.asked.wait(), PATIENCE_S)
        await _until_beating(told)
        for number, scenario in enumerate(SCENARIOS):
            if only and scenario.__name__ not in only:
                continue
            began, wrong = time.time(), ""
            try:
                await scenario(telegram, 1_000 * (number + 1))
            except TimeoutError:
                wrong = "an answer is missing"
            except WrongAnswerError as error:
                wrong = str(error)
            times.append((scenario.__name__, began, time.time(), wrong))
    finally:
        bot.send_signal(signal.SIGTERM)
        await bot.wait()
        await runner.cleanup()
    holds = json.loads(told.read_text(encoding="utf-8"))
    return [
        _told(name, [hold for hold in holds if began <= hold["at"] <= end], wrong)
        for name, began, end, wrong in times
    ]


async def _until_beating(told: Path) -> None:
    """Wait until the bot's process notes its beats: it makes the file with the first one."""
    async with asyncio.timeout(PATIENCE_S):
        while not await asyncio.to_thread(told.exists):  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.05)


def _told(name: str, holds: list[dict[str, Any]], wrong: str) -> dict[str, Any]:
    worst = sorted(holds, key=lambda hold: -hold["held"])
    return {
        "scenario": name,
        "wrong": wrong,
        "held": round(worst[0]["held"] if worst else 0),
        "main": round(max((hold["main"] for hold in holds), default=0)),
        "over_50": sum(hold["held"] > 50 for hold in holds),
        "worst": worst[:10],
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bot", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--only", nargs="+", default=[], choices=[one.__name__ for one in SCENARIOS])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="holds to tell of each scenario")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.bot:
        run_bot(options.bot)
        return
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(measure(Path(folder), options.only))
    if options.json:
        print(json.dumps(rows))
        sys.exit(any(row["wrong"] for row in rows))
    print("milliseconds        held  main  holds over 50")
    for row in rows:
        print(f"{row['scenario']:18}{row['held']:6}{row['main']:6}{row['over_50']:6}  {row['wrong']}")
        for hold in row["worst"][: options.show]:
            print(f"    {hold['held']:.0f} ({hold['main']:.0f})", *hold["where"], sep="\n        ")
    sys.exit(any(row["wrong"] for row in rows))


if __name__ == "__main__":
    main()
