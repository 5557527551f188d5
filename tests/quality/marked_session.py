"""A bot whose secrets are marked, as a process, and all that can be seen of it."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from adversity import SENTENCES, World
from footprint import descendants
from marked import AWKWARD, PLAIN, Watched, made_up

SECRETS = {
    "token": made_up(PLAIN, 35, "token"),  # its part after the colon: the number is everybody's
    "password of the database": made_up(AWKWARD, 24, "database"),
    "password of the proxy": made_up(PLAIN + "._~", 24, "proxy"),
    "password of Telegram's proxy": made_up(PLAIN + "._~", 24, "API proxy"),
    "secret of the webhook": made_up(PLAIN + "_-", 40, "webhook"),
    "secret of the hooks": made_up(AWKWARD, 24, "hooks"),
    "key of the API": made_up(PLAIN + "._~+/-", 32, "key"),
    "second key of the API": made_up(PLAIN + "._~+/-", 32, "another key"),
}
TOKEN = f"123456789:{SECRETS['token']}"
READY_S = 120.0
PAGES = (
    "/healthz", "/readyz", "/metrics", "/v1", "/v1/", "/v1/openapi.json", "/v1/summaries", "/nothing",
    "/feeds/none/atom",
)  # fmt: skip
PERSON = 70_001


@dataclass
class Session:
    """One run of the bot, in its world, and all that is looked at."""

    world: World
    watched: Watched
    settings: Mapping[str, str]
    folder: Path
    polls: bool
    process: asyncio.subprocess.Process | None = None
    address: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    log: str = ""

    def environment(self, **changed: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NUTSHELL_")}
        return kept | {f"NUTSHELL_{name}": value for name, value in {**self.settings, **changed}.items()}

    async def start(self, **changed: str) -> None:
        with (self.folder / "stdout").open("ab") as out, (self.folder / "stderr").open("ab") as err:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                env=self.environment(**changed), cwd=self.folder, stdout=out, stderr=err,
            )  # fmt: skip
        async with asyncio.timeout(READY_S):
            while await self.ask("GET", "/readyz") != 200:  # noqa: ASYNC110 - a process knows
                await asyncio.sleep(0.1)

    async def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        assert self.process is not None
        self.see_titles()
        self.process.send_signal(how)
        async with asyncio.timeout(60):
            return await self.process.wait()

    def see_titles(self) -> None:
        """The titles of its processes, which everybody on a machine can see."""
        assert self.process is not None
        for pid in (self.process.pid, *descendants(self.process.pid)):
            for name in ("cmdline", "comm"):
                with suppress(OSError):
                    self.watched.see("titles of processes", (Path("/proc") / str(pid) / name).read_bytes())

    async def ask(self, method: str, path: str, body: Any = None, **headers: str) -> int:
        """The status of the server's answer, which is looked through; 0 where it gives none."""
        data = body if isinstance(body, str | bytes | None) else json.dumps(body)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"http://{self.settings['LISTEN']}{path}"
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(30)) as client,
                client.request(method, url, data=data, headers=given, allow_redirects=False) as answer,
            ):
                text = await answer.text(errors="replace")
                self.watched.see(f"answers of {path.partition('?')[0]}"[:40], f"{answer.headers}\n{text}")
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0

    async def bring(self, **what: Any) -> None:
        """An update, the way that updates come in this session."""
        number = next(self.numbers)
        update = {"update_id": 5000 + number, **what}
        if self.polls:
            self.world.updates.append(update)
            self.world.arrived.set()
        else:
            told = SECRETS["secret of the webhook"]
            await self.ask("POST", "/telegram", update, X_Telegram_Bot_Api_Secret_Token=told)

    async def write(self, **content: Any) -> None:
        number = next(self.numbers)
        text = content.get("text", "")
        entities = [
            {"type": one.lastgroup, "offset": one.start(), "length": one.end() - one.start()}
            for one in re.finditer(r"(?P<bot_command>^/\w+)|(?P<url>https?://\S+)", text)
        ]
        usual = {"chat": {"id": PERSON, "type": "private"}, "from": person()}
        message = {"message_id": number, "date": int(time.time()), "entities": entities}
        await self.bring(message={**usual, **message, **content})

    async def live(self) -> None:
        """What people do in a few moments, all at once: whoever brings an update may have to wait."""
        number = next(self.numbers)
        page, query = self.page(f"/page/{number}"), {"id": str(number), "from": person()}
        file = {
            "file_id": f"f{number}",
            "file_unique_id": f"u{number}",
            "file_name": "n.txt",
            "file_size": 900,
        }
        texts = (
            "/help",
            page,
            self.page(f"/missing/{number}"),
            f"https://secure.example/{number}",
            "/digest",
        )
        await asyncio.gather(
            *(self.write(text=text) for text in (*texts, "Who built the bridge?", "/feed", "/export")),
            self.write(document=file),
            self.bring(inline_query={**query, "query": page, "offset": ""}),
            self.bring(callback_query={**query, "chat_instance": "1", "data": "x"}),
            self.bring(message={"chat": PERSON, "text": number}),  # which raises
            self.bring(edited_message={"chat": {"id": "none"}}),
        )

    def page(self, path: str) -> str:
        """A link: through the proxy where there is one, or straight to the small web."""
        return f"http://pages.example{path}" if "PROXY" in self.settings else f"{self.world.address}{path}"

    async def call(self) -> None:
        """What strangers and programs ask the server."""
        key = {"Authorization": f"Bearer {SECRETS['key of the API']}"}
        right = {"X_Telegram_Bot_Api_Secret_Token": SECRETS["secret of the webhook"]}
        calls: list[tuple[str, str, Any, dict[str, str]]] = [
            *(("GET", path, None, {}) for path in PAGES),
            ("GET", "/", None, {"Authorization": f"Basic {SECRETS['key of the API']}"}),
            ("POST", "/telegram", {"update_id": 1}, {"X_Telegram_Bot_Api_Secret_Token": "wrong"}),
            ("POST", "/telegram", "{", right),
            ("POST", "/telegram", [1], right),
            ("PUT", "/telegram", "", right),
            ("POST", "/v1/summaries", "{", key),
            ("POST", "/v1/summaries", {"text": 5}, key),
            ("POST", "/v1/summaries", {"text": SENTENCES}, key),
            ("POST", "/v1/summaries", {"url": self.page("/missing")}, key),
            ("POST", "/v1/summaries", {"url": "https://secure.example/"}, key),
            ("POST", "/v1/articles", {"url": self.page("/page/0")}, key | {"Accept": "text/event-stream"}),
            ("POST", "/v1/digests", {"sources": [{"url": self.page("/missing")}]}, key),
            ("POST", "/v1/answers", {}, {"Authorization": f"Bearer {SECRETS['key of the API'][:-1]}"}),
            ("POST", "/v1/answers", b"\xff" * 99, key | {"Content-Encoding": "gzip"}),
        ]
        await asyncio.gather(*(self.ask(method, path, body, **more) for method, path, body, more in calls))
        await self.shout(b"GET /%s HTTP/1.1\r\nHost" % SECRETS["key of the API"].encode())
        await self.shout(b"\x16\x03\x01" + b"x" * 99)

    async def shout(self, words: bytes) -> None:
        """Something that is no HTTP."""
        host, _, port = self.settings["LISTEN"].rpartition(":")
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(words + b"\r\n\r\n")
            with suppress(TimeoutError):
                async with asyncio.timeout(2):
                    said = await reader.read(10_000)
                    # What was shouted may be said back: whoever shouts it knows it.
                    self.watched.see("answers to what is no HTTP", said.replace(words, b""))
            writer.close()

    async def run_command(self, *arguments: str, place: str = "", **changed: str) -> int:
        """A command of the program beside the bot; its exit code."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            env=self.environment(**changed), cwd=self.folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        try:
            async with asyncio.timeout(60):
                output, _ = await process.communicate()
        except TimeoutError:
            process.kill()
            output, _ = await process.communicate()
        self.watched.see(place or f"command {arguments[0]}", output)
        return process.returncode or 0

    def see_files(self) -> None:
        """The log, and every file that the bot made, with its name."""
        self.log += (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")
        self.watched.see("log", self.log)
        self.watched.see("standard output", (self.folder / "stdout").read_bytes())
        for path in self.folder.rglob("*"):
            self.watched.see("names of files", str(path.relative_to(self.folder)))
            if path.is_file() and path.name not in {"stdout", "stderr"}:
                self.watched.see("files", path.read_bytes())


def person() -> dict[str, Any]:
    return {"id": PERSON, "is_bot": False, "first_name": "P", "language_code": "en"}


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def settings_for(world: World, database: str, *, polls: bool) -> dict[str, str]:
    """How a session is set up: one polls without proxies, the other has a webhook and both kinds of them."""
    common = {
        "TOKEN": TOKEN,
        "DATABASE": database,
        "LISTEN": f"127.0.0.1:{free_port()}",
        "API_KEYS": f"{SECRETS['key of the API']},{SECRETS['second key of the API']}",
        "HOOK_SECRET": SECRETS["secret of the hooks"],
        "OWNERS": str(PERSON),
        "RATE": "0",
        "WORKERS": "1",
        "LOG_LEVEL": "debug",
    }
    if polls:
        hooks = f"{world.address}/hook/good,{world.address}/hook/bad"
        return common | {"API_URL": world.address, "HOOKS": hooks, "ALLOW_NETWORKS": "127.0.0.0/8"}
    proxy = "http://operator:{}@" + world.address.removeprefix("http://")
    return common | {
        "API_URL": "http://telegram.example",
        "API_PROXY": proxy.format(SECRETS["password of Telegram's proxy"]),
        "PROXY": proxy.format(SECRETS["password of the proxy"]),
        "PROXY_FILTERS": "yes",
        "HOOKS": "http://hooks.example/hook/good,http://hooks.example/hook/bad",
        "WEBHOOK_URL": "https://bot.example.org/telegram",
        "WEBHOOK_SECRET": SECRETS["secret of the webhook"],
        "LOG_FORMAT": "json",
    }
