"""What digests and feeds cost: a digest of many items, grouping of more, and thousands of feeds asked.

    python tests/quality/digest_speed.py [--items 1000] [--grouped 10000] [--feeds 5000 [--hosts 5000]]

Texts are made up: words by Zipf's law, stories told by one to five items each. Feeds are served by one
more process on loopback addresses, on so many hosts, and asked twice: first all of them have news, then one
in ten has. They are asked in the rounds of `bot.jobs`, by the bot's process and its one worker on one core.
CPU time is that of both together, without the server's. A part with 0 is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from multiprocessing.connection import Connection
from pathlib import Path

import structlog

import bot
from bot.core.digests.composing import compose
from bot.core.digests.digest import Entry, Filters
from bot.core.digests.feed_items import FeedItem
from bot.core.digests.followings import Place
from bot.core.digests.polling import PollState
from bot.jobs import Intervals
from bot.services.digest_tasks import articles_of, draft_of
from bot.services.entries import feed_entry
from bot.services.feed_polling import FeedPoller
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.fetch import open_fetcher
from bot.sources.sandbox import ProcessWorkers
from bot.storage import open_storage

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
VOCABULARY = 30_000
# The commonest words of English: a text in no language takes longest to tell.
_COMMON_TEXT = """
the of and to in a is that for it as was with be by on not he his but at are this have from they
which or had we an there were been has when who will more no if out so up said what about into than
them can only other new some could time these two may then do first any my now such like our over me
even most made after also did many
"""
_COMMON = _COMMON_TEXT.split()
_ENDS = """
an el ir os un atz erk ing old ust ain eck ief orm ulp and est ick ond uft arn elm irt ost ung ack
end isk orn urz
"""
_WORDS = [*_COMMON, *(
    f"{a}{b}{c}{d}" for a in "bdfghklmnprst" for b in "aeiou" for c in "bdfgklmnprst" for d in _ENDS.split()
)][:VOCABULARY]  # fmt: skip
_ZIPF = list(accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))


def made_up(count: int, seed: int = 1) -> list[FeedItem]:
    """Items of feeds: 20 sentences each, a third of them with words of the item's story."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    items: list[FeedItem] = []
    while len(items) < count:
        subject = [word.capitalize() for word in chance.choices(_WORDS, k=12)]
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            number = len(items)
            sentences = [_sentence(chance, subject if place % 3 == 0 else []) for place in range(20)]
            title = " ".join(chance.sample(subject, 5))
            link = f"https://site{number % 50}.example/{number}"
            items.append(FeedItem(key=link, link=link, title=title, text=" ".join(sentences)))
    return items[:count]


def _sentence(chance: random.Random, subject: Sequence[str]) -> str:
    words = chance.choices(_WORDS, cum_weights=_ZIPF, k=14)
    words[3:8] = chance.sample(subject, 5) if subject else words[3:8]
    return " ".join(words).capitalize() + "."


def entries_of(items: Sequence[FeedItem]) -> list[Entry]:
    """The items as a digest takes them: by how they begin."""
    articles = articles_of([(draft_of(item), Filters()) for item in items])
    return [
        feed_entry(item, article, source=f"feed:{number % 50}", title=None, seen_at=NOW)
        for number, (item, article) in enumerate(zip(items, articles, strict=True))
        if article is not None
    ]


def digest(count: int) -> None:
    """From items to a digest, as a worker does it."""
    items = made_up(count)
    compose(entries_of(items[:20]), now=NOW)  # workers begin with everything loaded
    start = time.process_time()
    entries = entries_of(items)
    read = time.process_time() - start
    found = compose(entries, now=NOW)
    taken = time.process_time() - start
    stories = len(found.stories) + found.left_out if found else 0
    print(
        f"{count} items into a digest: {taken:.2f} s CPU ({read:.2f} s of it to make articles of them), "
        f"{stories} stories, {peak_mb():.0f} MB at most"
    )


def grouped(count: int) -> None:
    """Grouping alone."""
    articles = [entry.article for entry in entries_of(made_up(count))]
    bot.group(articles[:20])
    start = time.process_time()
    groups = bot.group(articles)
    print(
        f"{count} grouped: {time.process_time() - start:.1f} s CPU, {len(groups)} groups, {peak_mb():.0f} MB"
    )


def peak_mb() -> float:
    """The most memory that this process has held, in megabytes of 2**20 bytes (Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class FeedServer(BaseHTTPRequestHandler):
    """Feeds of twenty items; the number in the path is the feed's, one in ten has news at the second time."""

    protocol_version = "HTTP/1.1"
    body = ""
    edition = 1

    def do_GET(self) -> None:
        number = int(self.path.strip("/"))
        edition = self.edition if number % 10 == 0 else 1
        tag = f'"{number}-{edition}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.end_headers()
            return
        body = self.body.replace("EDITION", f"{number}-{edition}").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def serve(pipe: Connection) -> None:
    """Serve feeds until the other end goes; every message is the next edition."""
    told = "".join(
        f"<item><guid isPermaLink='false'>{place}-EDITION</guid><title>{item.title}</title>"
        f"<link>{item.link}?v=EDITION</link><description>{item.text[:600]}</description></item>"
        for place, item in enumerate(made_up(20))
    )
    FeedServer.body = f"<rss version='2.0'><channel><title>Feed</title>{told}</channel></rss>"
    server = ThreadingHTTPServer(("0.0.0.0", 0), FeedServer)
    pipe.send(server.server_port)
    multiprocessing.current_process().name = "feeds"
    import threading  # noqa: PLC0415 - only the server has a second thread

    threading.Thread(target=server.serve_forever, daemon=True).start()
    while True:
        try:
            FeedServer.edition = pipe.recv()
        except EOFError:
            os._exit(0)


class MovedClock:
    """The computer's time, moved on."""

    ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def worker_cpu_s() -> float:
    """Processor seconds of the processes that this one started and that are still there (Linux)."""
    ticks = 0
    for child in Path("/proc/self/task").glob("*/children"):
        for pid in child.read_text(encoding="ascii").split():
            for one in (pid, *Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()):
                fields = Path(f"/proc/{one}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def poll(
    count: int, hosts: int, port: int, pipe: Connection, server_cpu_s: Callable[[], float]
) -> None:
    """Ask many feeds, twice."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # what is started from here on has the same core
    clock = MovedClock()
    place = Place(chat_id=-1)

    async def tell(_place: Place, _feed: object) -> None:
        """No feed ends here."""

    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_storage(f"sqlite:///{folder}/bot.db", clock) as stores,
            open_fetcher(clock=clock, user_agent="Nutshell", allow_networks=["127.0.0.0/8"]) as fetcher,
            ProcessWorkers(count=1) as workers,
        ):
            poller = FeedPoller(
                store=stores.feeds, revisitor=fetcher, reader=SandboxedFeedReader(workers), clock=clock
            )
            for number in range(count):
                host = number % hosts
                url = f"http://127.0.{host // 250}.{host % 250 + 1}:{port}/{number}"
                state = PollState(url=url, next_at=clock.now())
                await stores.feeds.follow(place, state, title=None, site=None, language=None)
            for name, edition in (("all with news", 1), ("one in ten with news", 2)):
                pipe.send(edition)
                start = time.monotonic(), time.process_time() + worker_cpu_s() - server_cpu_s()
                asked = 0
                while round_asked := await poller.poll_due(tell):
                    asked += round_asked
                    await asyncio.sleep(Intervals().busy_s)
                cpu = time.process_time() + worker_cpu_s() - server_cpu_s() - start[1]
                print(f"{asked} feeds, {name}: {cpu:.1f} s CPU, {time.monotonic() - start[0]:.0f} s in all")
                clock.ahead += timedelta(hours=1)


def polled(count: int, hosts: int) -> None:
    """Ask feeds that another process serves."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    theirs.close()

    def server_cpu_s() -> float:
        fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    asyncio.run(poll(count, hosts or count, ours.recv(), ours, server_cpu_s))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1_000)
    parser.add_argument("--grouped", type=int, default=10_000)
    parser.add_argument("--feeds", type=int, default=5_000)
    parser.add_argument("--hosts", type=int, default=0, help="that the feeds lie at; 0: one each")
    wanted = parser.parse_args()
    parts = (
        (digest, (wanted.items,)),
        (grouped, (wanted.grouped,)),
        (polled, (wanted.feeds, wanted.hosts)),
    )
    for work, counts in parts:
        if counts[0]:  # each in a process of its own, so that it has its own memory
            part = multiprocessing.get_context("spawn").Process(target=work, args=counts)
            part.start()
            part.join()


if __name__ == "__main__":
    main()
