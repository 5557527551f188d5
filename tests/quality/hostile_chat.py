"""Sends every hostile recipe to the real bot as a person would, and tells how it answers.

    python tests/quality/hostile_chat.py [--only T01 P]

The bot is a process of its own, with the real dispatcher, delivery, database and workers; a small
stand-in for the Bot API is here. Links lead to the server of hostile_recipes.py; long texts are sent as
files. For every recipe: seconds and megabytes (growth of the bot's main process, its peak meanwhile), texts
stored, and the replies. While a recipe is in work another person sends an ordinary link; how long that one
took stands behind. Exit code 1 if a reply takes 30 s or is none, if there are two, if the process grows by
more than 64 MB, if an error left a text in the database, or if the other person got no summary.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import sqlite3
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from beside import serve_page
from hostile import LIMIT_MB, LIMIT_S, PAGE_BYTES, hostile_server
from hostile_recipes import HOST, Probe, recipes
from standin import Running, Telegram, running_bot

from bot.messages import Messages

SHORT_TEXT = 4_000  # characters; Telegram's clients cut at 4,096
FAILURES = ("error-", "no-article-", "gave-up-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a recipe ended."""

    recipe: str
    seconds: float  # of its slowest probe
    growth_mb: float
    stored: int  # texts that it left in the database, the other person's apart
    other_s: float  # the other person's wait
    replies: tuple[str, ...]

    @property
    def good(self) -> bool:
        planned = not any(reply.startswith("!") for reply in self.replies)
        return planned and self.seconds < LIMIT_S and self.growth_mb <= LIMIT_MB


class Chat:
    """Two persons at one bot: one sends what is hostile, the other reads."""

    def __init__(self, telegram: Telegram, running: Running, ports: dict[str, int]) -> None:
        self._telegram = telegram
        self._running = running
        self._ports = ports
        self._numbers = itertools.count(1)
        self._chats = itertools.count(1_000)
        self._sentences = _failures()

    async def run(self, recipe: str, probes: list[Probe]) -> Ending:
        stored, replies, seconds = self._texts(), [], []
        watch = asyncio.create_task(self._watch())
        other = asyncio.create_task(self.read())
        for probe in probes:
            took, reply = await self._hand_in(probe)
            seconds.append(took)
            replies.append(reply)
        other_s, other_reply = await other
        if "Story" not in other_reply:
            replies.append(f"! the other person got: {other_reply[:60]}")
        grown = self._texts() - stored - 1
        if grown > sum(not self._is_failure(reply) for reply in replies):
            replies.append(f"! {grown} texts were stored")
        watch.cancel()
        return Ending(
            recipe=recipe,
            seconds=round(max(seconds), 2),
            growth_mb=round(await watch, 1),
            stored=grown,
            other_s=round(other_s, 2),
            replies=tuple(replies),
        )

    async def read(self) -> tuple[float, str]:
        """An ordinary link."""
        link = f"{self._running.address}/story/{next(self._numbers)}"
        return await self._telegram.ask(next(self._chats), link)

    async def _hand_in(self, probe: Probe) -> tuple[float, str]:
        chat = next(self._chats)
        began = time.monotonic()
        try:
            _, reply = await self._send(chat, probe)
            if probe.question is not None:
                _, reply = await self._telegram.ask(chat, probe.question[:SHORT_TEXT])
        except TimeoutError:
            reply = "! no answer"
        seconds = time.monotonic() - began
        await asyncio.sleep(0.1)
        finals = self._telegram.finals[chat] - (probe.question is not None)
        told = self._sentences.get(reply) or _first_words(reply)
        return seconds, told if finals == 1 else f"! {finals} answers: {told}"

    async def _send(self, chat: int, probe: Probe) -> tuple[float, str]:
        if probe.file is not None:
            return await self._telegram.ask(chat, file=(probe.name or "file", probe.file))
        if probe.text is not None and len(probe.text) > SHORT_TEXT:
            return await self._telegram.ask(chat, file=("text.txt", probe.text.encode()))
        if probe.text is not None:
            return await self._telegram.ask(chat, probe.text)
        scheme = "http" if probe.port == "plain" else "https"
        return await self._telegram.ask(chat, f"{scheme}://{HOST}:{self._ports[probe.port]}{probe.path}")

    def _is_failure(self, reply: str) -> bool:
        return reply.startswith((*FAILURES, "!"))

    def _texts(self) -> int:
        file = self._running.database.removeprefix("sqlite:///")
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            return int(database.execute("SELECT count(*) FROM versions").fetchone()[0])

    async def _watch(self) -> float:
        """The growth of the bot's main process until it is cancelled, in MB."""
        began = peak = self._resident_mb()
        try:
            while True:
                await asyncio.sleep(0.01)
                peak = max(peak, self._resident_mb())
        except asyncio.CancelledError:
            return peak - began

    def _resident_mb(self) -> float:
        return int(Path(f"/proc/{self._running.pid}/statm").read_text().split()[1]) * PAGE_BYTES / 2**20


def _failures() -> dict[str, str]:
    """Keys of the sentences that tell of failures, by the sentence."""
    messages = Messages.load()
    english = (Path(__file__).parents[2] / "prompts" / "en.ftl").read_text(encoding="utf-8")
    known = ("5", "20", "2000000", "100000", "15000", "60000")
    keys = [
        line.partition(" ")[0] for line in english.splitlines() if line.startswith(("error-", "no-article-"))
    ]
    return {
        messages.say("en", key, limit=int(limit), limit_mb=int(limit), reason=reason, minutes=minutes): key
        for key in keys
        for limit in known
        for reason in ("broken", "scanned", "encrypted", "empty")
        for minutes in (5, 60)
    }


def _first_words(reply: str) -> str:
    return " ".join(reply.split())[:60]


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="*", help="numbers of recipes, as T01, or how they begin")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    telegram, endings = Telegram(), []
    async with hostile_server() as (ports, paths), running_bot(telegram, serve_page) as running:
        chat = Chat(telegram, running, ports)
        for _ in range(3):
            await chat.read()  # workers are warm
        for recipe, probes in recipes(paths).items():
            if options.only and not recipe.startswith(tuple(options.only)):
                continue
            ending = await chat.run(recipe, probes)
            endings.append(ending)
            if not options.json:
                print(
                    f"{ending.recipe} {'ok ' if ending.good else 'BAD'} {ending.seconds:6.2f} s"
                    f" {ending.growth_mb:5.1f} MB, {ending.stored} stored, other {ending.other_s:5.2f} s "
                    f" {'; '.join(ending.replies)}",
                    flush=True,
                )
    bad = [ending.recipe for ending in endings if not ending.good]
    if options.json:
        print(json.dumps({"endings": [asdict(ending) for ending in endings], "bad": bad}))
    else:
        print(f"{len(endings)} recipes, {len(bad)} bad {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
