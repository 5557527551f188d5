"""The index of terms in SQLite is rid of what was removed in short steps, between which others write."""

import asyncio
import random
import sqlite3
import string
from contextlib import closing

from bot.core.article import Article
from bot.storage import open_storage
from bot.storage.databases import database as database_module
from bot.storage.databases import erasures, sweeper

SECRET = "zqxsecret"
TEXTS = 400


def words(rng, count):
    return " ".join("".join(rng.choices(string.ascii_lowercase, k=6)) for _ in range(count))


async def read(stores, user_id, text):
    stored = await stores.storage.save_article([f"https://example.org/{text[:30]}"], Article(text=text), text)
    await stores.storage.add_reading(chat_id=user_id, user_id=user_id, version=stored.version, sentences=3)


async def test_others_write_while_somebody_is_forgotten_and_no_byte_stays(clock, database):
    rng = random.Random(5)  # noqa: S311 - repeatable on purpose
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        for number in range(TEXTS):
            await read(stores, 52, words(rng, 300))
            if number == TEXTS // 2:
                await read(stores, 51, f"{SECRET} {words(rng, 300)}")
        merges = []
        merge = stores.storage._database.index.merge

        def noted(connection, *, begins):
            merges.append(begins)
            return merge(connection, begins=begins)

        stores.storage._database.index.merge = noted
        forgetting = asyncio.create_task(stores.storage.forget(51))
        written = []
        while not forgetting.done():
            await stores.storage.receive(1000 + len(written), "en", 1000 + len(written))
            written.append(len(merges))
        assert await forgetting == 1
        assert SECRET.encode() not in b"".join(path.read_bytes() for path in database.parent.iterdir())
        assert merges[:4] == [True, False, False, False]
        assert len(set(written)) > 2  # others came between the steps


async def test_a_long_reader_keeps_nobody_from_writing_while_somebody_is_forgotten(clock, database):
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await read(stores, 51, f"{SECRET} has a bridge")
        with closing(sqlite3.connect(database, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            forgetting = asyncio.create_task(stores.storage.forget(51))
            await asyncio.sleep(0.3)
            assert not forgetting.done()
            async with asyncio.timeout(3):
                await stores.storage.receive(52, "en", 52)
            reader.execute("COMMIT")
        assert await forgetting == 1
        assert SECRET.encode() not in b"".join(path.read_bytes() for path in database.parent.iterdir())


async def test_a_sweep_that_a_long_reader_held_up_is_tried_again(clock, database, monkeypatch):
    monkeypatch.setattr(database_module, "EMPTYING_TRIES", 1)
    monkeypatch.setattr(sweeper, "PAUSE_S", 0.2)
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await read(stores, 51, f"{SECRET} has a bridge")
        with closing(sqlite3.connect(database, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            assert await stores.storage.forget(51) == 1
            await asyncio.sleep(0.5)
            assert await stores.storage._database.read(erasures.last) is not None
            reader.execute("COMMIT")
        async with asyncio.timeout(10):
            while await stores.storage._database.read(erasures.last) is not None:  # noqa: ASYNC110 - the disk tells
                await asyncio.sleep(0.05)
        assert SECRET.encode() not in b"".join(path.read_bytes() for path in database.parent.iterdir())


async def test_no_sweep_is_noted_for_whom_the_index_was_not_merged_for(clock, database):
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        opened = stores.storage._database
        await opened.write(erasures.note)
        await opened._in(opened._writer.threads, opened._swept)
        assert await opened.read(erasures.last) is not None
        await opened._merge()
        await opened._in(opened._writer.threads, opened._swept)
        assert await opened.read(erasures.last) is None
