"""Hands hostile pages, files and texts to fetcher, sandbox and extractor, and tells how each ends.

    python tests/quality/hostile.py [--only T01 P] [--data ../shared/security/hostile_catalogue.jsonl]

For every recipe: seconds, growth of the main process in MB (its peak while the recipe ran), the
longest time in ms that the event loop was held, and the replies. tests/quality/hostile_chat.py sends the same
to the whole bot.
Exit code 1 if one takes 30 s or more, grows the process by more than 64 MB, ends in an error that nobody
planned, or lets an innocent article that is handed in after it fail. With `--data`: also if the catalogue has
a recipe that is missing here.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import structlog
from hostile_recipes import HOST, STORY, Probe, recipes

from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.retrieval import ask
from bot.core.summary import summarize
from bot.sources.extractor import SandboxedExtractor
from bot.sources.fetch import WebFetcher, open_fetcher
from bot.sources.sandbox import ProcessWorkers
from bot.wiring.clock import SystemClock

LIMIT_S = 30.0
LIMIT_MB = 64.0
PAGE_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a recipe ended."""

    recipe: str
    seconds: float  # of its slowest probe
    growth_mb: float  # of the main process, at its peak
    held_ms: float  # the longest time that the event loop was held
    replies: tuple[str, ...]
    innocent_s: float  # how long an ordinary article took right after it

    @property
    def good(self) -> bool:
        planned = not any(reply.startswith("!") for reply in self.replies)
        return planned and self.seconds < LIMIT_S and self.growth_mb <= LIMIT_MB


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts that are tried, and where the hostile server listens."""

    workers: ProcessWorkers
    extractor: SandboxedExtractor
    fetcher: WebFetcher
    ports: dict[str, int]

    async def reply(self, probe: Probe) -> str:
        """What the bot would answer from: the code of an error, or the size of a summary."""
        try:
            article = await self._article(probe)
            if probe.question is not None:
                answer = await self.workers.run_short(ask, article, probe.question)
                return f"answer ({'found' if answer.found else 'not found'})"
            summary = await self.workers.run(summarize, article)
            return f"{len(summary.sentences)} of {len(article.sentences)} sentences"
        except BotError as error:
            reason = error.details.get("reason")
            return error.code + (f"/{reason}" if reason else "")
        except Exception as error:  # noqa: BLE001  # this is what the program looks for
            return f"! {type(error).__name__}: {error}"

    async def _article(self, probe: Probe) -> Article:
        if probe.text is not None:
            return await self.extractor.from_text(probe.text)
        if probe.file is not None:
            return await self.extractor.from_file(probe.file, probe.name, probe.kind)
        scheme = "http" if probe.port == "plain" else "https"
        page = await self.fetcher.fetch(f"{scheme}://{HOST}:{self.ports[probe.port]}{probe.path}")
        return await self.extractor.from_page(page)


class Watch:
    """The peak of this process's memory while the context lasts, in MB above where it began."""

    def __enter__(self) -> Self:
        self._began = self._peak = resident_mb()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.005):
            self._peak = max(self._peak, resident_mb())

    @property
    def growth_mb(self) -> float:
        return self._peak - self._began


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES / 2**20


@asynccontextmanager
async def listening_for_lag(lags: list[float]) -> AsyncIterator[None]:
    """Note by how many seconds the event loop is late, again and again."""

    async def listen() -> None:
        while True:
            began, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(0.01)
            late = time.perf_counter() - began - 0.01
            # On a busy machine one is late for others' work too: only our own counts.
            lags.append(max(0.0, min(late, time.process_time() - worked)))

    task = asyncio.create_task(listen())
    await asyncio.sleep(0.02)
    try:
        yield
    finally:
        await asyncio.sleep(0.02)
        task.cancel()


async def run_recipe(bot: Bot, number: str, probes: list[Probe]) -> Ending:
    replies, seconds = [], []
    lags: list[float] = []
    async with listening_for_lag(lags):
        with Watch() as watch:
            for probe in probes:
                began = time.monotonic()
                replies.append(await bot.reply(probe))
                seconds.append(time.monotonic() - began)
    began = time.monotonic()
    innocent = await bot.reply(Probe(text=STORY))
    if not innocent[0].isdigit():
        replies.append(f"! the innocent article ended in {innocent}")
    return Ending(
        recipe=number,
        seconds=round(max(seconds), 2),
        growth_mb=round(watch.growth_mb, 1),
        held_ms=round(1000 * max(lags), 1),
        replies=tuple(replies),
        innocent_s=round(time.monotonic() - began, 2),
    )


def line(ending: Ending) -> str:
    """An ending as a line of the table."""
    figures = f"{ending.seconds:6.2f} s {ending.growth_mb:6.1f} MB {ending.held_ms:6.1f} ms"
    after = f"then {ending.innocent_s:5.2f} s"
    return (
        f"{ending.recipe} {'ok ' if ending.good else 'BAD'} {figures}  {after}  {'; '.join(ending.replies)}"
    )


@asynccontextmanager
async def hostile_server() -> AsyncIterator[tuple[dict[str, int], list[str]]]:
    """The server's ports and paths. It is a process of its own, so that its memory is not counted as ours."""
    program = str(Path(__file__).with_name("hostile_recipes.py"))
    process = await asyncio.create_subprocess_exec(
        sys.executable, program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    told = json.loads(await process.stdout.readline())
    try:
        yield told["ports"], told["paths"]
    finally:
        process.stdin.close()
        await process.wait()


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="*", help="numbers of recipes, as T01, or how they begin")
    parser.add_argument("--data", type=Path, help="a catalogue: every id in it must have a recipe here")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    endings = []
    async with (
        hostile_server() as (ports, paths),
        ProcessWorkers() as workers,
        open_fetcher(clock=SystemClock(), user_agent="Tests", allow_networks=[f"{HOST}/32"]) as fetcher,
    ):
        bot = Bot(workers, SandboxedExtractor(workers), fetcher, ports)
        await bot.reply(Probe(text=STORY))  # workers are warm
        every = recipes(paths)
        for number in every:
            if options.only and not number.startswith(tuple(options.only)):
                continue
            ending = await run_recipe(bot, number, every[number])
            endings.append(ending)
            if not options.json:
                print(line(ending), flush=True)
    missing = _missing(options.data, every) if options.data else []
    bad = [ending.recipe for ending in endings if not ending.good]
    if options.json:
        print(json.dumps({"endings": [asdict(ending) for ending in endings], "bad": bad, "missing": missing}))
    else:
        print(f"{len(endings)} recipes, {len(bad)} bad {bad}, missing {missing}")
    return 1 if bad or missing else 0


def _missing(catalogue: Path, known: dict[str, list[Probe]]) -> list[str]:
    ids = [json.loads(line)["id"] for line in catalogue.read_text(encoding="utf-8").splitlines()]
    return [one for one in ids if one.partition("-")[0] not in known]


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
