"""Lets people and attackers write to the real bot for hours, and tells whether it grows.

    python tests/quality/soak.py --minutes 60 [--rate 5] [--hostile 0.1] [--graph soak.svg]

The bot is a process of its own, with its log; Telegram, the web and the server of hostile_recipes.py are
here. `--rate` messages a second come in, whether or not the ones before are answered: links, questions,
commands, buttons, and a share that is hostile: pages, files and texts of the recipes, and updates whose
fields hold anything at all. Every five seconds the memory and the open files of the bot are noted.

Told are the slopes, by least squares over what came after the warm-up, the files that were open, how many
messages had no answer within 30 s, what the main process held at least in each ten minutes (a peak that is
over shows in the slope, and not there), and the lines of the log that tell of an exception that nobody
expected. Exit code 1 where the main process grows by more than 2 MB an hour, files pile up, or there is such
a line.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from beside import serve_page
from footprint import descendants, memory_mb, resident_mb
from hostile import hostile_server
from hostile_recipes import HOST, Probe, recipes
from standin import Telegram, running_bot

SAMPLED_EVERY_S = 5.0
ANSWER_LIMIT_S = 30.0
MOST_MB_AN_HOUR = 2.0
SPAN_S = 600
MOST_NEW_FILES_AN_HOUR = 5.0
SHORT_TEXT = 4_000  # characters; clients cut at 4,096
# What people do, and how often of a hundred times.
HABITS = {"command": 25, "link": 30, "question": 25, "press": 20}
UNEXPECTED = re.compile(
    r"Traceback|never retrieved|update_failed|never awaited|\[(?:error|critical) ", re.IGNORECASE
)
FIRST_ODD = 5_000_000  # the numbers of odd updates: that such a one fails is told in the log, as it should be
SEED = 20_261_129


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How the bot is at one moment."""

    at_s: float
    main_mb: float  # resident
    all_mb: float  # proportional, with the workers
    files: int  # that the main process holds open


@dataclass
class Soak:
    """People who write, and what came of it."""

    telegram: Telegram
    web: str
    ports: dict[str, int]
    probes: list[Probe]
    hostile: float
    pick: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311 - no secret
    sent: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    numbers: Any = field(default_factory=lambda: itertools.count(1))
    readers: list[int] = field(default_factory=list)  # chats that have an article, and wait for nothing

    async def write(self) -> None:
        """One message, and its answer."""
        if self.pick.random() < self.hostile:
            kind, work = self._attack()
        else:
            kind = self.pick.choices([*HABITS], [*HABITS.values()])[0]
            work = self._do(kind)
        self.sent[kind] += 1
        try:
            async with asyncio.timeout(ANSWER_LIMIT_S):
                await work()
        except TimeoutError:
            self.late[kind] += 1

    def _do(self, kind: str) -> Callable[[], Awaitable[None]]:
        async def ask(chat: int, text: str) -> None:
            await self.telegram.ask(chat, text)
            if kind != "command":
                self.readers.append(chat)

        async def press(chat: int) -> None:
            if chat in self.telegram.keyboards:
                await self.telegram.press(chat, 0)
            self.readers.append(chat)

        if kind in {"question", "press"} and self.readers:
            chat = self.readers.pop(0)
            return lambda: ask(chat, "What will the mayor open?") if kind == "question" else press(chat)
        number = next(self.numbers)
        text = "/help" if kind == "command" else f"{self.web}/story/{number}"
        return lambda: ask(100_000 + number % 500, text)

    def _attack(self) -> tuple[str, Callable[[], Awaitable[None]]]:
        chat = 200_000 + next(self.numbers)
        if self.pick.random() < 0.25:
            return "odd update", lambda: self._odd_update(chat)
        probe = self.pick.choice(self.probes)
        return "hostile", lambda: self._hand_in(chat, probe)

    async def _hand_in(self, chat: int, probe: Probe) -> None:
        if probe.file is not None:
            await self.telegram.ask(chat, file=(probe.name or "file", probe.file))
        elif probe.text is not None and len(probe.text) > SHORT_TEXT:
            await self.telegram.ask(chat, file=("text.txt", probe.text.encode()))
        elif probe.text is not None:
            await self.telegram.ask(chat, probe.text)
        else:
            scheme = "http" if probe.port == "plain" else "https"
            await self.telegram.ask(chat, f"{scheme}://{HOST}:{self.ports[probe.port]}{probe.path}")

    async def _odd_update(self, chat: int) -> None:
        """A message one of whose fields holds anything; nobody needs to answer it."""
        message: dict[str, Any] = {
            "message_id": chat,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "P"},
            "text": "/help",
        }
        oddities: list[Any] = [None, -(2**63) - 1, "\ud800", [], {}, [[{}]], "x" * 5000, {"id": "1"}, 1e308]
        message[self.pick.choice([*message, "entities", "document", "reply_to_message", "via_bot"])] = (
            self.pick.choice(oddities)
        )
        self.telegram.updates.append({"update_id": FIRST_ODD + chat, "message": message})
        self.telegram.arrived.set()


def sample(pid: int, began: float) -> Sample:
    """How the bot is now."""
    everybody = [pid, *descendants(pid)]
    together = 0.0
    for process in everybody:
        try:
            together += memory_mb(process)
        except OSError:  # a worker that has just been replaced
            continue
    return Sample(
        at_s=round(time.monotonic() - began, 1),
        main_mb=round(resident_mb(pid), 2),
        all_mb=round(together, 2),
        files=len(list(Path(f"/proc/{pid}/fd").iterdir())),
    )


def slope_an_hour(samples: list[Sample], name: str) -> float:
    """By least squares."""
    times = [one.at_s / 3600 for one in samples]
    return float(np.polyfit(times, [getattr(one, name) for one in samples], 1)[0])


def lowest(samples: list[Sample]) -> list[float]:
    """The main process at its least in each ten minutes: what is left when nothing is in work."""
    spans: dict[int, float] = {}
    for one in samples:
        span = int(one.at_s // SPAN_S)
        spans[span] = min(spans.get(span, one.main_mb), one.main_mb)
    return [*spans.values()]


def graph(samples: list[Sample], warm_s: float) -> str:
    """Memory and open files over time, as SVG."""
    width, height, left = 900, 170, 60
    end_s = samples[-1].at_s or 1.0
    panels = []
    for index, (name, unit) in enumerate(
        [("main_mb", "main process, MB"), ("all_mb", "all processes, MB"), ("files", "open files")]
    ):
        values = [getattr(one, name) for one in samples]
        low, high = min(values) * 0.95, max(values) * 1.05 + 0.1
        top = 30 + index * (height + 40)
        points = " ".join(
            f"{left + width * one.at_s / end_s:.1f},{top + height * (high - value) / (high - low):.1f}"
            for one, value in zip(samples, values, strict=True)
        )
        warm = left + width * min(warm_s / end_s, 1)
        panels.append(
            f'<text x="{left}" y="{top - 8}">{unit}</text>'
            f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#999"/>'
            f'<line x1="{warm:.1f}" y1="{top}" x2="{warm:.1f}" y2="{top + height}" stroke="#c60"/>'
            f'<text x="4" y="{top + 12}">{high:.0f}</text><text x="4" y="{top + height}">{low:.0f}</text>'
            f'<polyline points="{points}" fill="none" stroke="#06c" stroke-width="1.5"/>'
        )
    bottom = 30 + 3 * (height + 40)
    panels.append(f'<text x="{left}" y="{bottom - 10}">{end_s / 60:.0f} minutes; the line: warm</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + left + 20} {bottom}"'
        f' font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(panels)}</svg>\n"
    )


def about_odd(line: str) -> bool:
    """Whether a line is about an odd update."""
    update = re.search(r"update=(\d+)", line)
    return update is not None and int(update[1]) >= FIRST_ODD


async def run(options: argparse.Namespace, log: Path) -> tuple[list[Sample], Soak]:
    telegram = Telegram()
    samples: list[Sample] = []
    async with hostile_server() as (ports, paths), running_bot(telegram, serve_page, log=log) as running:
        probes = [probe for found in recipes(paths).values() for probe in found]
        soak = Soak(telegram, running.address, ports, probes, options.hostile)
        began = time.monotonic()
        end = began + 60 * options.minutes
        writing: set[asyncio.Task[None]] = set()
        next_sample, next_message = began, began
        while (now := time.monotonic()) < end:
            if now >= next_sample:
                samples.append(await asyncio.to_thread(sample, running.pid, began))
                next_sample += SAMPLED_EVERY_S
            if now >= next_message:
                task = asyncio.create_task(soak.write())
                writing.add(task)
                task.add_done_callback(writing.discard)
                next_message += 1 / options.rate
            await asyncio.sleep(max(min(next_sample, next_message) - time.monotonic(), 0))
        if writing:
            await asyncio.wait(writing)
    return samples, soak


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--warm-minutes", type=float, default=10, help="of them, before memory is judged")
    parser.add_argument("--rate", type=float, default=5, help="messages a second")
    parser.add_argument("--hostile", type=float, default=0.1, help="the share of hostile ones")
    parser.add_argument("--graph", type=Path, help="where to draw it, as SVG")
    parser.add_argument("--log", type=Path, help="where to keep the bot's log")
    parser.add_argument("--samples", type=Path, help="where to keep the samples, as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = options.log or Path(folder) / "log"
        samples, soak = asyncio.run(run(options, log))
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    warm = [one for one in samples if one.at_s >= 60 * options.warm_minutes]
    unexpected = [line for line in lines if UNEXPECTED.search(line) and not about_odd(line)]
    told = {
        "minutes": options.minutes,
        "sent": dict(soak.sent),
        "not_answered_in_30_s": dict(soak.late),
        "main_mb": [samples[0].main_mb, warm[0].main_mb, warm[-1].main_mb],
        "main_mb_at_least": lowest(samples),
        "all_mb": [samples[0].all_mb, warm[0].all_mb, warm[-1].all_mb],
        "files": [warm[0].files, max(one.files for one in warm), warm[-1].files],
        "main_mb_an_hour": round(slope_an_hour(warm, "main_mb"), 2),
        "all_mb_an_hour": round(slope_an_hour(warm, "all_mb"), 2),
        "files_an_hour": round(slope_an_hour(warm, "files"), 2),
        "unexpected": len(unexpected),
        "first_unexpected": unexpected[:5],
    }
    print(json.dumps(told, indent=1))
    if options.graph:
        options.graph.write_text(graph(samples, 60 * options.warm_minutes), encoding="utf-8")
    if options.samples:
        options.samples.write_text(json.dumps([asdict(one) for one in samples]), encoding="utf-8")
    grows = told["main_mb_an_hour"] > MOST_MB_AN_HOUR or told["files_an_hour"] > MOST_NEW_FILES_AN_HOUR
    return 1 if grows or unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
