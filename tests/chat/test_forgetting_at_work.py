"""A person is forgotten while something is being done for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from chatroom import BRIDGE, LINK, START, Person, at_work, chatting, dispatcher_of, page
from telegram import Update

from bot.chat.queueing.dispatch import Dispatcher
from bot.chat.queueing.job import RESUME, SUSPEND, ActiveJobs, Item, Job
from bot.chat.queueing.joining import joinable
from bot.chat.queueing.lanes import address_of, incoming_of
from bot.core.article import Article
from bot.ports.cluster import Act, SingleProcess
from bot.storage.databases import sweeper


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Person]:
    """Somebody whose database is a file, with a page that doesn't come before its gate is opened."""
    async with chatting(f"sqlite:///{tmp_path}/x.db") as person:
        person.web.pages[LINK] = page()
        yield person


@asynccontextmanager
async def dispatching(person: Person) -> AsyncIterator[Dispatcher]:
    dispatcher = dispatcher_of(person)
    yield dispatcher
    await dispatcher.stop(patience_s=0)


async def feed(person: Person, dispatcher: Dispatcher, *updates: Update) -> None:
    incoming = [incoming_of(update.to_dict(), START) for update in updates]
    dispatcher.feed(await person.stores.inbox.put(incoming))


def content_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def until(condition) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - plain enough here
            await asyncio.sleep(0.005)


async def test_what_runs_ends_and_what_waits_is_dropped_and_nothing_is_written_back(
    kept: Person, tmp_path: Path
) -> None:
    kept.web.gate = asyncio.Event()
    async with dispatching(kept) as dispatcher:
        await feed(kept, dispatcher, kept.update(LINK), kept.update(BRIDGE))
        await until(lambda: kept.web.fetched == [LINK])
        await feed(kept, dispatcher, kept.press_update("f:7:1"))
        await dispatcher.idle()
        kept.web.gate.set()
        await asyncio.sleep(0.01)
    told = [sent.plain for sent in kept.answers()]
    assert told == [
        "Stopped, as you asked.",
        "Done. I have forgotten you; there was nothing you had read.",
    ]
    assert b"arlow" not in content_of(tmp_path)


async def test_a_text_that_came_in_and_was_not_noted_as_read_goes_too(kept: Person) -> None:
    stored = await kept.stores.storage.save_article(["text:x"], Article.from_text(BRIDGE), "bridg")
    await kept.presses("f:7:1")
    assert await kept.stores.storage.article(stored.version) is None


async def test_jobs_of_others_go_on(kept: Person) -> None:
    async with at_work(kept, update_id=98, user_id=8) as others, at_work(kept, update_id=99) as own:
        own.over.set()
        await kept.presses("f:7:1")
        assert (others.ended_as is None, own.ended_as is None) == (True, False)


async def test_nothing_begins_for_a_person_while_they_are_being_forgotten(kept: Person) -> None:
    active = kept.context.active

    async def work() -> None:
        async with at_work(kept, update_id=99):
            pass

    async with active.none_of(7, besides=None):
        task = asyncio.create_task(work())
        await asyncio.sleep(0.01)
        assert not task.done()
    await asyncio.wait_for(task, 5)


class Neighbours(SingleProcess):
    """Other processes, whose messages a test sends."""

    def __init__(self) -> None:
        self.acts: dict[str, Act] = {}

    def subscribe(self, topic: str, act: Act) -> None:
        self.acts[topic] = act


async def test_two_erasings_elsewhere_are_both_waited_for() -> None:
    others = Neighbours()
    active = ActiveJobs(others)
    raw = {"update_id": 1, "message": {"chat": {"id": 7}, "from": {"id": 7}, "message_id": 1}}
    job = Job([Item(incoming_of(raw, START), address_of(raw), joinable(raw, START))], None)
    begun = asyncio.Event()

    async def work() -> None:
        async with active.at_work(job):
            begun.set()

    suspensions = [asyncio.create_task(others.acts[SUSPEND](user_id=7)) for _ in range(2)]
    await asyncio.sleep(0)
    working = asyncio.create_task(work())
    await others.acts[RESUME](user_id=7)
    await asyncio.wait(suspensions, return_when=asyncio.FIRST_COMPLETED, timeout=5)
    await asyncio.sleep(0.05)
    assert not begun.is_set()
    await others.acts[RESUME](user_id=7)
    async with asyncio.timeout(5):
        await asyncio.gather(*suspensions, working)
    assert begun.is_set()


async def test_the_press_itself_leaves_the_file_soon(
    kept: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeper, "PAUSE_S", 0.05)
    kept.user_id = 0x7A71_7866_6A6B
    async with dispatching(kept) as dispatcher:
        await feed(kept, dispatcher, kept.update(LINK))
        await dispatcher.idle()
        assert number_of(kept) in content_of(tmp_path)
        await feed(kept, dispatcher, kept.press_update(f"f:{kept.user_id}:1"))
        await dispatcher.idle()
        await until(lambda: number_of(kept) not in content_of(tmp_path))


async def test_what_a_job_wrote_after_the_forgetting_leaves_the_file_soon(
    kept: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeper, "PAUSE_S", 0.05)
    inbox, storage = kept.stores.inbox, kept.stores.storage
    incoming = incoming_of(kept.update(LINK).to_dict(), START)
    await inbox.put([incoming])
    await inbox.begin(incoming.update_id)
    await storage.forget(kept.user_id)
    article = Article.from_text(BRIDGE)
    stored = await storage.save_article(["text:x"], article, "zqxstem bridg")
    await storage.add_reading(
        chat_id=7, user_id=7, version=stored.version, sentences=5, update_id=incoming.update_id
    )
    await inbox.done(incoming.update_id)
    await until(lambda: not {word for word in (b"arlow", b"zqxstem") if word in content_of(tmp_path)})


def number_of(person: Person) -> bytes:
    """How a person's number stands in the file."""
    return person.user_id.to_bytes(6, "big")
