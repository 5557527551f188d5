"""Posts digests and is killed (SIGKILL) at every step of the way, life after life; run by its test.

python tests/services/killed_digests.py FOLDER     prints what the chats show in the end, as JSON
"""

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.core.article import Article
from bot.core.digests.composing import compose
from bot.core.digests.followings import DigestPlan, Place, Shared
from bot.core.digests.outlets import Outlet
from bot.core.hooks import HookMessage
from bot.core.schedule import Schedule
from bot.core.summary import summarize
from bot.ports.digests import Announcement
from bot.services.digests import DigestBuilder
from bot.services.posting import Posting
from bot.storage import Stores, open_storage
from bot.wiring.reading import InlineWorkers

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
CHATS = (-100, -200, -300)
TEXTS = (
    "The council of Lindau closed the old stone bridge on Monday. Engineers found cracks in two pillars.",
    "Astronomers in Chile have seen a comet with three tails. It will come nearest to the sun in October.",
    "Bakers of Vienna sell bread by weight again. A court had forbidden the sale of loaves by the piece.",
)


class Noon:
    """A clock that stands at the hour when the digests are due."""

    def now(self) -> datetime:
        return START + timedelta(hours=2)


class Death:
    """Kills this process at its nth step."""

    def __init__(self, step: int) -> None:
        self.left = step

    def near(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalStore:
    """The digests' store, in a process that may die before and after each commit that matters."""

    def __init__(self, store, death: Death) -> None:
        self._store = store
        self._death = death

    def __getattr__(self, name: str):
        return getattr(self._store, name)

    async def begin_run(self, *values):
        self._death.near()
        run = await self._store.begin_run(*values)
        self._death.near()
        return run

    async def finish_run(self, run_id: int) -> None:
        self._death.near()
        await self._store.finish_run(run_id)
        self._death.near()


@dataclass
class FileMessenger:
    """Sends into a file, where one line is one message or the removal of one; ids are line numbers."""

    stores: Stores
    file: Path
    death: Death

    async def lay_out(self, plan, digest):
        return tuple(story.lead.entry.key for story in digest.stories)

    async def post(self, plan, run):
        chat = plan.target.chat_id
        for number, part in enumerate(run.parts):
            known = await self.stores.outbox.intend(run.delivery_id, number, chat)
            self.death.near()
            if known.message_id is None:
                message_id = self.write("send", chat, part)
                self.death.near()
                await self.stores.outbox.sent(run.delivery_id, number, message_id, final=True)
                self.death.near()
            await self.settle(run.delivery_id, number, chat, known.lost)

    async def settle(self, delivery_id: int, number: int, chat: int, lost: tuple[int, ...]) -> None:
        """Remove the messages that an earlier life sent without noting them."""
        for after in lost:
            noted = await self.stores.outbox.known_messages(chat, after)
            for line, (action, where, _) in enumerate(self.lines(), start=1):
                if action == "send" and where == chat and line > after and line not in noted:
                    self.write("remove", chat, line)
        await self.stores.outbox.settled(delivery_id, number)

    def write(self, action: str, chat: int, what: object) -> int:
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([action, chat, what]) + "\n")
        return len(self.lines())

    def lines(self) -> list[list]:
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]


async def prepare(folder: Path) -> None:
    async with open_storage(f"sqlite:///{folder}/bot.db", Noon()) as stores:
        for chat in CHATS:
            place = Place(chat_id=chat)
            await stores.outlets.save_outlet(Outlet(chat_id=chat, secret=f"s{chat}", title=None, locale="en"))
            schedule = Schedule(zone="Europe/Berlin", times=(time(8),))
            plan = DigestPlan(digest_id=0, place=place, target=place, schedule=schedule, since=START)
            await stores.digests.save_plan(plan)
            for number, text in enumerate(TEXTS):
                kept = await stores.storage.save_article([f"text:{number}"], Article.from_text(text), "")
                shared = Shared(
                    place=place, message_id=number, url=None, version=kept.version, shared_at=START
                )
                await stores.digests.share(shared)


async def live(folder: Path, step: int) -> None:
    death = Death(step)
    async with open_storage(f"sqlite:///{folder}/bot.db", Noon()) as stores:
        store = MortalStore(stores.digests, death)
        builder = DigestBuilder(
            store=store, storage=stores.storage, intake=None, workers=InlineWorkers(), clock=Noon()
        )
        messenger = FileMessenger(stores, folder / "chats.jsonl", death)
        posting = Posting(
            store=store, builder=builder, messenger=messenger, clock=Noon(), announce=announcement
        )
        await posting.resume()
        await posting.run_due()


def announcement(plan, digest) -> Announcement:
    hook = HookMessage(urls=["https://own.example/"], event="digest", body=json.dumps(plan.place.chat_id))
    return Announcement(feed={"chat": plan.place.chat_id}, hook=hook)


async def announced(folder: Path) -> dict[str, list[int]]:
    """Whose digests are in feeds, and are told to the operator's programs."""
    async with open_storage(f"sqlite:///{folder}/bot.db", Noon()) as stores:
        feeds = [kept.told["chat"] for chat in CHATS for kept in await stores.outlets.digests(chat, limit=9)]
        told = await stores.hooks.due("https://own.example/", Noon().now(), limit=99)
        return {"feeds": sorted(feeds), "hooks": sorted(int(one.body) for one in told)}


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / "chats.jsonl").touch()
    asyncio.run(prepare(folder))
    compose([], now=START)  # what it loads is loaded once, and not again in every life
    summarize(Article.from_text(TEXTS[0]))
    deaths = 0
    while (pid := os.fork()) == 0 or os.waitpid(pid, 0)[1] != 0:
        if pid == 0:
            asyncio.run(live(folder, 2 + deaths))  # a step later each time
            os._exit(0)
        deaths += 1
    lines = FileMessenger(None, folder / "chats.jsonl", Death(0)).lines()
    removed = {what for action, _, what in lines if action == "remove"}
    shown = {
        chat: [
            what
            for n, (act, where, what) in enumerate(lines, 1)
            if (act, where) == ("send", chat) and n not in removed
        ]
        for chat in CHATS
    }
    found = {"deaths": deaths, "shown": shown, "removed": len(removed), **asyncio.run(announced(folder))}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
