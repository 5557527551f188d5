"""A program that dies in the middle of forgetting somebody: the next try leaves no byte of them."""

import subprocess
import sys
from datetime import timedelta

import pytest

from bot.storage import open_storage
from bot.storage.databases.database import Database

SECRET = "zqxsecret"

# Fills a database and dies while it forgets: before the erasure is committed, or before the log is emptied.
PROGRAM = """
import asyncio, os, sys
from bot.core.article import Article
from bot.wiring.clock import SystemClock
from bot.storage.erasing import forgetting
from bot.storage import open_storage
from bot.storage.databases.database import Database

async def die_later(self):
    os._exit(9)

erase = forgetting.erase
def die_now(*args):
    erase(*args)
    os._exit(9)

async def main():
    async with open_storage(sys.argv[1], SystemClock()) as stores:
        storage = stores.storage
        await storage.receive(7, "zqxsecret", 7)
        article = Article(text="zqxsecret opened a bridge.", title="zqxsecret", url="https://zqxsecret.example/")
        stored = await storage.save_article(["https://zqxsecret.example/"], article, "zqxsecret bridg")
        about = {"sentences": 5, "about": "zqxsecret"}
        await storage.add_reading(chat_id=7, user_id=7, version=stored.version, **about)
        if sys.argv[2] == "before the commit":
            forgetting.erase = die_now
        else:
            Database.sweep = die_later
        await storage.forget(7)

asyncio.run(main())
"""


def content(database):
    return b"".join(path.read_bytes() for path in database.parent.iterdir())


@pytest.mark.parametrize("moment", ["before the commit", "before the log is emptied"])
async def test_what_a_crash_left_is_gone_after_the_next_try(clock, database, moment):
    url = f"sqlite:///{database}"
    done = subprocess.run([sys.executable, "-c", PROGRAM, url, moment], check=False, timeout=60)  # noqa: ASYNC221
    assert done.returncode == 9
    async with open_storage(url, clock) as stores:
        await stores.storage.forget(7)
        assert SECRET.encode() not in content(database)
    assert SECRET.encode() not in content(database)


async def test_retention_makes_up_for_the_sweep_that_a_crash_came_before(clock, database):
    url = f"sqlite:///{database}"
    program = [sys.executable, "-c", PROGRAM, url, "before the log is emptied"]
    assert subprocess.run(program, check=False, timeout=60).returncode == 9  # noqa: ASYNC221
    async with open_storage(url, clock) as stores:
        assert SECRET.encode() in content(database)
        assert await stores.operators.expire(clock.now() - timedelta(days=90), limit=9) == 0
        assert SECRET.encode() not in content(database)


async def test_nothing_is_swept_where_a_sweep_came_after_the_last_erasing(clock, database, monkeypatch):
    url = f"sqlite:///{database}"
    async with open_storage(url, clock) as stores:
        await stores.storage.receive(7, "en", 7)
        await stores.storage.forget(7)

    async def sweep(_):
        raise AssertionError("swept again")

    monkeypatch.setattr(Database, "sweep", sweep)
    async with open_storage(url, clock) as stores:
        assert await stores.operators.expire(clock.now() - timedelta(days=90), limit=9) == 0
