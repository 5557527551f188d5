"""Kills the real bot in the middle of `/forget`, and looks for its person in every byte of the database.

    python tests/quality/forgotten.py [--rounds 6] [--database postgresql://…] [--wait 60] [--json]

In each round somebody whose every word holds a mark reads pages and a file, asks, follows a feed, plans a
digest, opens a private feed and writes in a group. Their `/export` is compared with the tables: whatever
holds the mark there, in whatever table and column, must stand in it. Then they have themselves forgotten;
at some moment the bot is killed (SIGKILL) and started anew. In the end the mark is looked for in all files
of the database, SQLite's log included, or in all files of PostgreSQL's tables and indexes, and in all rows;
and whether another person, who did the same, still has everything. Exit code 1 if the mark is found, or the
export lacks something, or the person left too little behind for either to say much.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import sqlalchemy as sa
from aiohttp import web
from databases import new_database
from standin import TOKEN, Telegram

LATEST_DEATH_S = 0.6  # after the button was pressed; most of what /forget does is over by then
LOOKED_EVERY_S = 2.0
GROUP_S = 3.0  # for what was written in a group, which gets no answer
GROUP = -100_500_000
# What holds a mark in another form than the export tells it: how a text is cut, the stems that are searched.
WORKED_OUT = {"versions.spans", "article_terms.terms", "article_terms_content.c0", "article_terms_data.block"}
# What a feed published belongs to whoever published it; the export tells which feeds somebody follows.
PUBLISHED = {"item_names.name", "feed_items.title", "feed_items.link", "feed_items.text", "feed_items.key"}
# In so many tables somebody leaves something behind; in fewer, the session was not what it should have been.
FEWEST_TABLES = 7
# What an erasing of somebody else must leave.
LASTING = (
    "readings",
    "versions",
    "messages",
    "followings",
    "digest_plans",
    "outlets",
    "conversations",
    "said",
)


class Chats(Telegram):
    """The stand-in, which keeps the files that it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[int, bytes] = {}  # by chat: the last file

    async def answer(self, request: web.Request) -> web.Response:
        form = await request.post()
        if request.match_info["method"] != "sendDocument":
            return await super().answer(request)
        chat = int(str(form["chat_id"]))
        file = next(value for value in form.values() if isinstance(value, web.FileField))
        self.sent[chat] = file.file.read()
        result = self._said({"chat_id": chat, "text": "a file"})
        return web.json_response({"ok": True, "result": result})


@dataclass
class Bot:
    """The bot as a process that is killed and started anew."""

    environment: Mapping[str, str]
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), env=self.environment, stdout=asyncio.subprocess.DEVNULL
        )

    async def end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            await self.process.wait()
            self.process = None


@dataclass
class Found:
    """What a round found."""

    killed_after_s: float
    missing_in_export: list[str] = field(default_factory=list)
    exported_tables: int = 0
    in_files: list[str] = field(default_factory=list)
    in_rows: list[str] = field(default_factory=list)
    gone_after_s: float = 0.0
    other_lost: list[str] = field(default_factory=list)


def page_of(mark: str) -> str:
    said = [
        f"{mark}land opened the bridge {mark} on 4 May 2026, the town said on Monday.",
        f"It cost 14 million crowns, {mark} more than was planned by the council of the town.",
        f"The engineer Ada {mark.title()} had drawn it in eleven months with two others.",
        "Some six thousand people cross it every day on their way to the harbour and back.",
        "Boats pass under it at high water, which they could not do under the old one.",
    ]
    text = " ".join(said)
    return f"<html lang=en><title>{mark}</title><body><article><p>{text}</p><p>{text}</p>"


async def serve_page(request: web.Request) -> web.Response:
    kind, mark = request.match_info["kind"], request.match_info["number"]
    if kind != "feed":
        return web.Response(text=page_of(mark), content_type="text/html")
    here = f"http://{request.host}"
    items = "".join(
        f"<item><title>{mark} {n}</title><link>{here}/page/{mark}{n}</link></item>" for n in range(3)
    )
    head = f"<title>{mark}</title><link>{here}/</link>"
    rss = f"<rss version='2.0'><channel>{head}{items}</channel></rss>"
    return web.Response(text=rss, content_type="application/rss+xml")


async def live(telegram: Chats, web_address: str, person: int, mark: str) -> None:
    """Everything that somebody can leave behind."""
    page = f"{web_address}/page/{mark}"
    for text in (
        page, f"Who is Ada {mark.title()}?", f"/search {mark}", f"/check {mark} opened the bridge",
        f"/follow {web_address}/feed/{mark}", "/digest 08:00", "/rss", f"/tldr {page}x about {mark}",
        "/settings", "/language de", f"Is {mark} mentioned?",
    ):  # fmt: skip
        with suppress(TimeoutError):
            await telegram.ask(person, text)
    with suppress(TimeoutError):
        text = f"{mark} wrote this. It is a text of some length, so that it counts as one. " * 9
        await telegram.ask(person, file=(f"{mark}.txt", text.encode()))
    for button in (0, 1):
        with suppress(TimeoutError, IndexError, KeyError):
            await asyncio.wait_for(telegram.press(person, button), 10)
    # A link that was shared in a group stays there for a day, without a name; what was said does not.
    for text in (f"/tldr {web_address}/page/a-bridge", f"{mark} said so, and everybody answered"):
        message = {
            "message_id": next(telegram.numbers), "date": int(time.time()), "text": text,
            "chat": {"id": GROUP, "type": "supergroup", "title": "Group"},
            "from": {"id": person, "is_bot": False, "first_name": mark},
            "entities": [{"type": "bot_command", "offset": 0, "length": 5}] if text[0] == "/" else [],
        }  # fmt: skip
        telegram.updates.append({"update_id": 1000 + next(telegram.numbers), "message": message})
    telegram.arrived.set()
    await asyncio.sleep(GROUP_S)
    await telegram.ask(person, f"/search {mark}")


def tables_of(database: str) -> tuple[sa.Engine, list[str]]:
    url = sa.engine.make_url(database)
    sqlite = url.get_backend_name() == "sqlite"
    engine = sa.create_engine(url.set(drivername="sqlite+pysqlite" if sqlite else "postgresql+psycopg"))
    return engine, sa.inspect(engine).get_table_names()


def cells_with(database: str, *marks: str) -> list[tuple[str, str, str]]:
    """Table, column and value of everything in the database that holds one of the marks."""
    engine, tables = tables_of(database)
    found = []
    with engine.connect() as connection:
        for table in tables:
            statement = sa.select(sa.text("*")).select_from(sa.table(table))
            for row in connection.execute(statement).mappings():
                for column, value in row.items():
                    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
                    if any(mark in text.casefold() for mark in marks):
                        found.append((table, column, text))
    engine.dispose()
    return found


def lasting(database: str, mark: str) -> set[str]:
    """What is kept of somebody for long: table, column and how the value begins."""
    return {f"{t}.{c}: {value[:30]}" for t, c, value in cells_with(database, mark) if t in LASTING}


def missing_in(export: str, cells: list[tuple[str, str, str]]) -> list[str]:
    """What an export lacks of what the tables hold."""
    told = json.dumps(json.loads(export), ensure_ascii=False)
    bare = told.replace("\\", "").replace(" ", "")
    return sorted(
        {
            f"{table}.{column}"
            for table, column, value in cells
            if f"{table}.{column}" not in WORKED_OUT | PUBLISHED
            and value.replace("\\", "").replace(" ", "").replace("\n", "n").strip("[]\"'") not in bare
        }
    )


def files_with(database: str, mark: str) -> list[str]:
    """The files of the database that hold a mark."""
    url = sa.engine.make_url(database)
    if url.get_backend_name() == "sqlite":
        folder = Path(url.database or "").parent
        return [path.name for path in folder.iterdir() if mark.encode() in path.read_bytes().lower()]
    engine, _ = tables_of(database)
    paths = "SELECT pg_relation_filepath(oid) AS path, relname FROM pg_class"
    read = sa.text("SELECT pg_read_binary_file(:path, 0, 1000000000, true)")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        found = []
        for path, name in connection.exec_driver_sql(paths).all():
            if path is None or path.startswith("global/"):
                continue
            content = bytes(connection.execute(read, {"path": path}).scalar_one() or b"")
            if mark.encode() in content.lower():
                found.append(name)
    engine.dispose()
    return found


async def play(telegram: Chats, bot: Bot, database: str, here: str, number: int, wait_s: float) -> Found:
    person, mark = 80_000 + number, f"zq{number:03}markpq"
    after_s = random.Random(number).uniform(0, LATEST_DEATH_S)  # noqa: S311 - the same in every run
    found = Found(killed_after_s=round(after_s, 3))
    await live(telegram, here, person, mark)
    await telegram.ask(person, "/export")
    await asyncio.sleep(1)
    cells = cells_with(database, mark)
    found.exported_tables = len({table for table, *_ in cells})
    found.missing_in_export = missing_in(telegram.sent[person].decode(), cells)
    await telegram.ask(person, "/forget")
    pressing = asyncio.create_task(telegram.press(person, 0))
    await asyncio.sleep(found.killed_after_s)
    await bot.end(signal.SIGKILL)
    began = time.monotonic()
    await bot.start()
    with suppress(TimeoutError):
        await pressing
    while time.monotonic() - began < wait_s:
        found.in_files = files_with(database, mark)
        found.in_rows = [f"{table}.{column}" for table, column, _ in cells_with(database, mark)]
        if not found.in_files and not found.in_rows:
            break
        await asyncio.sleep(LOOKED_EVERY_S)
    found.gone_after_s = round(time.monotonic() - began, 1)
    return found


@asynccontextmanager
async def world(telegram: Chats, database: str) -> AsyncIterator[tuple[Bot, str]]:
    application = web.Application(client_max_size=64 * 2**20)
    application.router.add_post("/bot" + TOKEN + "/{method}", telegram.answer)
    application.router.add_get("/file/bot" + TOKEN + "/{path}", telegram.download)
    application.router.add_get("/{kind}/{number}", serve_page)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here = f"http://127.0.0.1:{runner.addresses[0][1]}"
    settings = {
        "TOKEN": TOKEN, "API_URL": here, "DATABASE": database, "ALLOW_NETWORKS": "127.0.0.0/8", "RATE": "0",
        "WORKERS": "1", "LOG_LEVEL": "warning", "LISTEN": "127.0.0.1:0",
    }  # fmt: skip
    bot = Bot(os.environ | {f"NUTSHELL_{name}": value for name, value in settings.items()})
    await bot.start()
    try:
        yield bot, here
    finally:
        await bot.end(signal.SIGTERM)
        await runner.cleanup()


async def run(server: str | None, rounds: int, wait_s: float) -> list[Found]:
    with new_database(server) as database:
        telegram = Chats()
        async with world(telegram, database) as (bot, here):
            other = "zqotherpersonpq"
            await live(telegram, here, 79_000, other)
            before = lasting(database, other)
            found = []
            for number in range(rounds):
                one = await play(telegram, bot, database, here, number, wait_s)
                one.other_lost = sorted(before - lasting(database, other))
                found.append(one)
                print(one, file=sys.stderr)
            return found


def is_bad(one: Found) -> bool:
    """Whether something stayed, was missing or was lost, or too little was there to be forgotten."""
    lived = one.exported_tables >= FEWEST_TABLES
    return bool(not lived or one.missing_in_export or one.in_files or one.in_rows or one.other_lost)


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server; without one, SQLite")
    parser.add_argument("--wait", type=float, default=60, metavar="SECONDS", help="for the last byte to go")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = await run(options.database, options.rounds, options.wait)
    bad = [one for one in found if is_bad(one)]
    if options.json:
        print(json.dumps([asdict(one) for one in found]))
    else:
        print(f"{len(found)} rounds, {len(bad)} bad; longest until the last byte: "
              f"{max(one.gone_after_s for one in found)} s")  # fmt: skip
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
