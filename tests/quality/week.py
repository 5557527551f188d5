"""A week in a group, simulated with the trial's clock, against the real bot in its own process.

    python tests/quality/week.py

300 links to pages on 40 stories are shared, and 12 feeds, served from this computer, bring some of the same
stories. The bot is restarted twice, and killed with SIGKILL when a digest arrives, before it hears of that.
Checked: a digest on each of the seven days, each once; no story in two digests or twice in one; none
missing. The texts are made up, of words that no two stories share.
"""

import asyncio
import json
import os
import random
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from aiohttp import web  # noqa: E402 - the path comes first

from bot.trial import membership, people  # noqa: E402 - as above
from bot.trial.chats import ADMIN_ID, BOT_ID, FORUM_ID, MEMBER_ID, PERSON_ID  # noqa: E402 - as above
from bot.trial.formatting import Formatted  # noqa: E402 - as above
from bot.trial.people import Speaker  # noqa: E402 - as above
from bot.trial.run import Trial, open_trial  # noqa: E402 - as above

DAYS, STORIES, LINKS, FEEDS, VERSIONS = 7, 40, 300, 12, 6
KILLED_ON, RESTARTED_ON = 3, (1, 5)
PATIENCE_S = 150.0  # real seconds for one digest
SYLLABLES = tuple("ba de fi go lu ma ne pi ro su ta ve wi xo za kel mor tin dra pol".split())  # noqa: SIM905 - readable
FRAMES = (
    "The {0} of {1} was opened by {2} after the {3} had waited for the {4} since the {5}.",
    "Officials in {1} said that the {3} needs a new {6} before the {7} can return.",
    "{2} told the council that every {8} near the {0} will get a {9} this year.",
    "Engineers from {1} found that the {6} carries more {10} than the {4} ever did.",
    "Neighbours of the {0} fear that the {11} will take away their {8} and their {9}.",
    "A report on the {7} names the {10} and the {11} as the reasons for the {5}.",
    "The {3} costs as much as the {6}, which {2} called a fair price for {1}.",
    "Visitors can see the {0} and the {9} until the {5} begins again in {1}.",
)


class Story:
    """A story with words of its own, told in several versions."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - texts, the same each time
        self.number = number
        self.words = ["".join(chance.choices(SYLLABLES, k=3)) + f"{'aeiou'[number % 5]}n" for _ in range(12)]
        self.words[1:3] = [word.capitalize() for word in self.words[1:3]]
        self.sentences = [frame.format(*self.words) for frame in FRAMES]

    def page(self, version: int) -> str:
        told = self.sentences[version % 3 :] + self.sentences[: version % 3]
        own = f"Our reporter number {version} walked around the {self.words[0]} of {self.words[1]} all day."
        paragraphs = [" ".join(told[start : start + 2]) for start in range(0, 8, 2)]
        body = "".join(f"<p>{text}</p>" for text in [*paragraphs, own])
        title = f"{self.words[2]} opens the {self.words[0]} of {self.words[1]}"
        # A digest is led by three stories of one site at most, and there are many sites in the world.
        site = f"<meta property='og:site_name' content='Paper {version + VERSIONS * (self.number % 4)}'>"
        head = f"<html lang=en><head><title>{title}</title>{site}</head>"
        return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


class Press:
    """The pages and feeds, on a server of this computer."""

    def __init__(self) -> None:
        self.stories = [Story(number) for number in range(STORIES)]
        self.published: dict[int, list[tuple[int, int]]] = {number: [] for number in range(FEEDS)}
        self.address = ""

    def link(self, story: int, version: int) -> str:
        return f"{self.address}/story/{story}/{version}"

    async def article(self, request: web.Request) -> web.Response:
        story, version = int(request.match_info["story"]), int(request.match_info["version"])
        return web.Response(text=self.stories[story].page(version), content_type="text/html")

    async def feed(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        items = "".join(
            f"<item><guid>{story}-{version}</guid><title>{' '.join(self.stories[story].words[:3])}</title>"
            f"<link>{self.link(story, version)}</link><description>{' '.join(self.stories[story].sentences)}"
            "</description></item>"
            for story, version in self.published[number]
        )
        text = f"<rss version='2.0'><channel><title>Feed {number}</title>{items}</channel></rss>"
        return web.Response(text=text, content_type="application/rss+xml")


class Week:
    """The people of the group, and what they see."""

    def __init__(self, trial: Trial, press: Press) -> None:
        self.trial = trial
        self.press = press
        self.chance = random.Random(7)  # noqa: S311 - a week, the same each time
        self.killed = False

    def say(self, text: str, user_id: int = MEMBER_ID) -> None:
        people.say(self.trial.world, Formatted(text), Speaker(user_id=user_id, chat_id=FORUM_ID))

    def digests(self) -> list[dict[str, Any]]:
        return [
            message
            for message in self.trial.world.pictured(FORUM_ID)
            if message["by"] == BOT_ID and message.get("text", "").startswith("Digest · ")
        ]

    def told(self) -> list[dict[str, Any]]:
        """All that digests hold, their later parts too."""
        first = self.digests()[0]["message_id"] if self.digests() else 0
        return [
            message
            for message in self.trial.world.pictured(FORUM_ID)
            if message["by"] == BOT_ID and "text" in message and message["message_id"] >= first
        ]

    async def until(self, condition: Any, seconds: float = PATIENCE_S) -> bool:
        for _ in range(int(seconds / 0.1)):
            if condition():
                return True
            await asyncio.sleep(0.1)
        return False

    def move_to(self, hour: int) -> None:
        now: datetime = self.trial.clock()
        then = now.replace(hour=hour, minute=1, second=0, microsecond=0)
        self.trial.clock.move((then - now) if then > now else then + timedelta(days=1) - now)

    async def begin(self) -> None:
        world = self.trial.world
        ready = await self.until(lambda: self.trial.supervisor.status.state == "ready", 60)
        assert ready, "the bot did not start"
        membership.admit(world, world.chats[FORUM_ID], BOT_ID, "administrator")
        self.move_to(6)
        self.say("/digest", ADMIN_ID)
        assert await self.until(lambda: self.buttons("Switch it on"))
        self.push("Switch it on")
        assert await self.until(lambda: self.buttons("12"))
        self.push("12")
        for number in range(FEEDS):
            self.say(f"/follow {self.press.address}/feed/{number}", ADMIN_ID)
        assert await self.until(lambda: sum("Following" in one["text"] for one in self.told_all()) == FEEDS)

    def told_all(self) -> list[dict[str, Any]]:
        return [one for one in self.trial.world.pictured(FORUM_ID) if one["by"] == BOT_ID and "text" in one]

    def buttons(self, label: str) -> list[tuple[int, str]]:
        return [
            (message["message_id"], button["callback_data"])
            for message in self.told_all()
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if button["text"] == label
        ]

    def push(self, label: str) -> None:
        message_id, data = self.buttons(label)[-1]
        people.press(self.trial.world, message_id, data, Speaker(user_id=ADMIN_ID, chat_id=FORUM_ID))

    def share(self, stories: list[int], count: int) -> None:
        picks = [*stories, *self.chance.choices(stories, k=count - len(stories))]
        self.chance.shuffle(picks)
        for story in picks:
            version = self.chance.randrange(VERSIONS)
            self.say(f"Look: {self.press.link(story, version)}", self.chance.choice([MEMBER_ID, PERSON_ID]))
        for story in stories:
            self.press.published[self.chance.randrange(FEEDS)].append(
                (story, self.chance.randrange(VERSIONS))
            )

    def kill_at_the_next_digest(self) -> None:
        world, before = self.trial.world, self.trial.world.on_event

        def watch(event: dict[str, Any]) -> None:
            text = event.get("message", {}).get("text", "") if event["kind"] == "message" else ""
            if text.startswith("Digest · ") and not self.killed:
                self.killed = True
                os.kill(self.trial.supervisor.status.pid or 0, signal.SIGKILL)
            before(event)

        world.on_event = watch

    async def live(self, day: int, stories: list[int], links: int) -> bool:
        """One day; says whether its digest came."""
        self.share(stories, links)
        await self.until(lambda: not len(self.trial.world.updates))
        if day in RESTARTED_ON:
            await self.trial.supervisor.restart()
        if day == KILLED_ON:
            self.kill_at_the_next_digest()
        before = len(self.digests())
        self.trial.clock.move(timedelta(hours=6))
        await asyncio.sleep(25)  # a round of the jobs, in which feeds are asked
        self.move_to(18)
        came = await self.until(lambda: len(self.digests()) > before)
        if day == KILLED_ON:
            await self.until(lambda: self.trial.supervisor.status.state == "ready")
            await asyncio.sleep(45)  # the next round sends it again and clears the lost one away
        self.move_to(6)
        return came


def judge(week: Week, came: list[bool]) -> dict[str, Any]:
    """The figures of the week, and what is wrong."""
    counts: Counter[int] = Counter()
    for message in week.told():
        if "Following" in message["text"]:
            continue
        counts.update(leads(message["text"], week.press.stories))
    return {
        "days": DAYS,
        "digests": len(week.digests()),
        "came_on": [day for day, there in enumerate(came) if there],
        "killed": week.killed,
        "starts": week.trial.supervisor.status.starts,
        "stories_told": len(counts),
        "twice": sorted(number for number, count in counts.items() if count > 1),
        "missing": sorted(set(range(STORIES)) - set(counts)),
    }


def leads(text: str, stories: list[Story]) -> Iterator[int]:
    """The stories whose titles stand at the head of an entry."""
    for line in text.splitlines():
        if line[:1].isdigit():
            yield from (one.number for one in stories if all(word in line for word in one.words[:3]))


async def serve(press: Press) -> web.AppRunner:
    app = web.Application()
    app.add_routes(
        [web.get("/story/{story}/{version}", press.article), web.get("/feed/{number}", press.feed)]
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    press.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    return runner


async def run(folder: Path) -> int:
    press = Press()
    runner = await serve(press)
    environment = dict(os.environ) | {
        "NUTSHELL_DATABASE": f"sqlite:///{folder / 'bot.sqlite3'}",
        "NUTSHELL_ALLOW_NETWORKS": "127.0.0.0/8",
        "NUTSHELL_RATE": "0",
    }
    try:
        async with open_trial("127.0.0.1", 0, [sys.executable, "-m", "bot", "run"], environment) as trial:
            week = Week(trial, press)
            await week.begin()
            came = []
            for day in range(DAYS):
                stories = list(range(day * STORIES // DAYS, (day + 1) * STORIES // DAYS))
                links = LINKS * (day + 1) // DAYS - LINKS * day // DAYS
                came.append(await week.live(day, stories, links))
            figures = judge(week, came)
    finally:
        await runner.cleanup()
    print(json.dumps(figures))
    good = figures["digests"] == DAYS and not figures["twice"] and not figures["missing"]
    return 0 if good else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(asyncio.run(run(Path(made))))
