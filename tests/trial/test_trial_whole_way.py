"""The whole way of a reader: Chromium, the trial page, real HTTP, the real bot in its own process."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.trial.run import open_trial

pytestmark = pytest.mark.browser

DELAY_S = 1.5  # slower than a second, so that the placeholder shows
BRIDGE = (
    (
        "The old ferry of Lindhaven stops for good this spring, as a bridge and a tunnel take its place.",
        "The bridge opens on 4 May with a walk for everyone who lives on the two shores.",
        "The tunnel opens in October, once its pumps have run for a whole summer without a fault.",
    ),
    (
        "Mayor Ruth Calloway said that the two crossings cost 212 million crowns, a tenth more than planned.",
        "She blamed the price of steel, which doubled while the towers were being built.",
        "The state paid half of it, and the rest comes from a toll of three crowns a car.",
    ),
    (
        "The ferry carried 900,000 people last year in 14,000 crossings.",
        "Its captain, Jonas Weidemann, has steered it since 1991 and never missed a morning.",
        "“I will be the first to walk across,” Weidemann said.",
    ),
    (
        "Cyclists and walkers pay nothing on the bridge.",
        "Lorries of more than twelve tonnes must cross at night.",
        "The ferry itself becomes a café in the harbour, with a floor of glass above its engine.",
    ),
)
BEES = (
    (
        "The beekeepers of Oster Valley counted 2,300 healthy hives this week, the most since 1998.",
        "A mild winter and late frosts in the neighbouring valleys drove wild swarms over the pass.",
        "Beekeeper Anna Lindqvist expects forty tonnes of honey by August.",
    ),
    (
        "The valley planted lime trees along 60 kilometres of road ten years ago.",
        "They flower in July, when the meadows have been cut and bees used to starve.",
        "The trees cost 80,000 crowns, and the honey of one good summer pays for them.",
    ),
)

LAST = "[...document.querySelectorAll('.message.in')].at(-1)"
KEY = "[...{item}.querySelectorAll('.key')].find((key) => key.textContent.startsWith('{label}'))"


def page(title: str, paragraphs: tuple[tuple[str, ...], ...]) -> str:
    body = "".join(f"<p>{' '.join(sentences)}</p>" for sentences in paragraphs)
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return (
        f"<!doctype html><html lang='en'>{head}<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """Two articles on a server of this computer that takes its time."""

    async def serve(request: web.Request) -> web.Response:
        await asyncio.sleep(DELAY_S)
        bridge = page("Two crossings replace the ferry", BRIDGE)
        text = bridge if request.path == "/bridge" else page("Bees return to Oster Valley", BEES)
        return web.Response(text=text, content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/bridge", serve), web.get("/bees", serve)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


class Reader:
    """A person at the page."""

    def __init__(self, tab, folder):
        self.tab = tab
        self.folder = folder

    async def sees(self, *words, timeout_s=25):
        """Waits until the bot's last message holds all these words."""
        for word in words:
            await self.tab.until(f"{LAST}?.innerText.includes({word!r})", timeout_s)

    async def count(self):
        return await self.tab.run("document.querySelectorAll('.message.in').length")

    async def asks(self, question):
        """Sends a question; returns the first passage of the answer."""
        before = await self.count()
        await self.tab.send(question)
        return await self.answer(before)

    async def answer(self, before):
        await self.tab.until(f"document.querySelectorAll('.message.in').length > {before}", 25)
        await self.tab.until(f"{LAST}.querySelector('blockquote')", 25)
        return await self.tab.run(f"{LAST}.querySelector('blockquote').innerText")

    async def keeps(self, name):
        """A picture for people to look at, where the environment names a folder for them."""
        if self.folder:
            await asyncio.sleep(0.4)
            await self.tab.screenshot(Path(self.folder) / f"{name}.png")


async def test_a_reader_gets_from_a_link_to_an_answer_and_back_after_a_crash(tab, site, tmp_path):
    environment = dict(os.environ) | {
        "NUTSHELL_DATABASE": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "NUTSHELL_ALLOW_NETWORKS": "127.0.0.0/8",
    }
    reader = Reader(tab, os.environ.get("NUTSHELL_TEST_SCREENSHOTS"))
    async with open_trial("127.0.0.1", 0, [sys.executable, "-m", "bot", "run"], environment) as trial:
        await tab.open(trial.address)
        await tab.until("document.querySelector('#state').className === 'ready'", 60)
        await reader.keeps("1-greeting")
        summary = await read(reader, f"{site}/bridge")
        await lengthen(reader, summary)
        await press_a_suggestion(reader, summary)
        assert "4 May" in await reader.asks("When does the bridge open?")
        assert "October" in await reader.asks("And the tunnel?")
        await reader.keeps("5-answers")
        await read(reader, f"{site}/bees")
        await crash(reader, trial)
        assert "1991" in await reply(reader, summary, "Since when has the captain steered it?")
        await reader.keeps("7-reply-after-the-crash")
        await look_at(reader)
        assert tab.complaints == []


async def read(reader, link):
    """Sends a link, sees the placeholder and then, in its place, the summary; returns its element's id."""
    before = await reader.count()
    await reader.tab.send(link)
    await reader.tab.until(f"document.querySelectorAll('.message.in').length > {before}", 25)
    await reader.sees("127.0.0.1", "…")
    placeholder = await reader.tab.run(f"{LAST}.id")
    await reader.keeps("2-placeholder")
    await reader.tab.until(f"{LAST}.querySelectorAll('.key').length > 2", 25)
    assert await reader.tab.run(f"{LAST}.id") == placeholder
    assert await reader.count() == before + 1
    await reader.keeps("3-summary")
    return placeholder


async def lengthen(reader, summary):
    item = f"document.querySelector('#{summary}')"
    before = await reader.tab.run(f"{item}.querySelectorAll('.line').length")
    await reader.tab.click(KEY.format(item=item, label="Longer"))
    await reader.tab.until(f"{item}.querySelectorAll('.line').length > {before}", 25)
    await reader.keeps("4-longer")


async def press_a_suggestion(reader, summary):
    """The last row holds a question that the article answers by construction."""
    before = await reader.count()
    item = f"document.querySelector('#{summary}')"
    question = f"[...{item}.querySelectorAll('.key')].at(-1)"
    assert (await reader.tab.run(f"{question}.textContent")).endswith("?")
    await reader.tab.click(question)
    passage = await reader.answer(before)
    assert any(passage.strip() in " ".join(sentences) for sentences in BRIDGE)


async def crash(reader, trial):
    """kill -9; the page tells it, and the bot comes back."""
    os.kill(trial.supervisor.status.pid, signal.SIGKILL)
    await reader.tab.until("document.querySelector('.note.down')", 25)
    await reader.keeps("6-killed")
    await reader.tab.until("document.querySelector('.note.ready')", 60)


async def reply(reader, summary, question):
    before = await reader.count()
    await reader.tab.click(f"document.querySelector('#{summary} .reply')")
    await reader.tab.send(question)
    return await reader.answer(before)


async def look_at(reader):
    """The same in dark colours and on a phone."""
    await reader.tab.click("document.querySelector('#theme')")
    await reader.keeps("8-dark")
    await reader.tab.resize(390, 844, scale=2)
    await reader.keeps("9-phone-dark")
    await reader.tab.click("document.querySelector('#theme')")
    await reader.keeps("9-phone-light")
