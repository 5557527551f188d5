"""Measures an ordinary summary while hostile pages are in work: what one chat notices of ten others.

    python tests/quality/beside.py [--hostile 10] [--summaries 8] [--rounds 2]

The real bot runs as a process of its own; a small stand-in for the Bot API and for the web are here. In each
round one chat has ordinary articles summarised, one after the other: first alone, then while other chats keep
so many hostile pages in work, each sending its next one when it is answered. Seconds are from the arrival
of the message to its final answer. Exit code 1 if the median beside hostile pages is more than twice the one
without, if an ordinary article got no summary, or if a hostile page took 30 s or got no answer.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
from dataclasses import dataclass, field
from statistics import median

from aiohttp import web
from hostile_recipes import html, sentences
from standin import Telegram, running_bot

ORDINARY = 7
LIMIT_S = 30.0
TIMES = 2.0
# What takes seconds of a worker's time without passing a limit at once.
HOSTILE = {
    "paragraphs": html(b"<p>Ab cd.</p>" * 14_900),
    "links": html(b"<a href=/x>y</a> " * 95_000),
    "breaks": html(b"a<br>" * 95_000),
    "rows": html(b"<table>" + b"<tr><td>a<td>b" * 7_400 + b"</table>"),
    "sentences": html(b"<p>" + b"The man went home. " * 59_000 + b"</p>"),
}


def story(number: int) -> str:
    """An article of its own for each number."""
    text = sentences(200)
    pick = random.Random(number)  # noqa: S311 - prose, no secret
    words = text.split(". ")
    pick.shuffle(words)
    paragraphs = ["<p>" + ". ".join(words[start : start + 5]) + ".</p>" for start in range(0, 100, 5)]
    return f"<title>Story {number}</title><article><h1>Story {number}</h1>{''.join(paragraphs)}</article>"


async def serve_page(request: web.Request) -> web.Response:
    kind, number = request.match_info["kind"], int(request.match_info["number"])
    if kind == "story":
        return web.Response(text=story(number), content_type="text/html")
    return web.Response(body=HOSTILE[kind], content_type="text/html")


@dataclass
class Figures:
    """What was measured, in seconds."""

    alone_s: list[float] = field(default_factory=list)
    beside_s: list[float] = field(default_factory=list)
    hostile_s: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def times(self) -> float:
        return median(self.beside_s) / median(self.alone_s)

    @property
    def good(self) -> bool:
        return not self.wrong and self.times <= TIMES and max(self.hostile_s) < LIMIT_S


class Trial:
    """Ordinary and hostile chats at one bot."""

    def __init__(self, telegram: Telegram, address: str) -> None:
        self._telegram = telegram
        self._address = address
        self._numbers = itertools.count(1)
        self.figures = Figures()

    async def summarise(self, into: list[float]) -> None:
        number = next(self._numbers)
        seconds, answer = await self._telegram.ask(ORDINARY, f"{self._address}/story/{number}")
        into.append(seconds)
        if f"Story {number}" not in answer:
            self.figures.wrong.append(f"story {number}: {answer[:80]}")

    async def pester(self, chat: int) -> None:
        """One hostile page after the other."""
        for kind in itertools.islice(itertools.cycle(HOSTILE), chat, None):
            url = f"{self._address}/{kind}/{next(self._numbers)}"
            try:
                seconds, _ = await self._telegram.ask(chat, url)
            except TimeoutError:
                self.figures.wrong.append(f"{kind}: no answer")
            else:
                self.figures.hostile_s.append(seconds)

    async def round(self, hostile: int, summaries: int) -> None:
        """Some alone, then some beside the others."""
        for _ in range(summaries):
            await self.summarise(self.figures.alone_s)
        others = [asyncio.create_task(self.pester(100 + chat)) for chat in range(hostile)]
        await asyncio.sleep(1)  # until they are in work
        for _ in range(summaries):
            await self.summarise(self.figures.beside_s)
        await asyncio.sleep(LIMIT_S / 2)  # for hostile pages to be answered
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--hostile", type=int, default=10, help="pages in work at one time")
    parser.add_argument("--summaries", type=int, default=8, help="ordinary ones, with and without, per round")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    telegram = Telegram()
    async with running_bot(telegram, serve_page) as running:
        trial = Trial(telegram, running.address)
        for _ in range(3):
            await trial.summarise([])  # workers are warm
        for _ in range(options.rounds):
            await trial.round(options.hostile, options.summaries)
            await asyncio.sleep(LIMIT_S / 3)  # what is still in work ends
    figures = trial.figures
    told = {
        "alone_s": round(median(figures.alone_s), 3),
        "beside_s": round(median(figures.beside_s), 3),
        "beside_worst_s": round(max(figures.beside_s), 3),
        "times": round(figures.times, 2),
        "hostile_answered": len(figures.hostile_s),
        "hostile_worst_s": round(max(figures.hostile_s), 2),
        "wrong": figures.wrong,
    }
    print(json.dumps(told) if options.json else "\n".join(f"{name:17} {it}" for name, it in told.items()))
    return 0 if figures.good else 1


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
