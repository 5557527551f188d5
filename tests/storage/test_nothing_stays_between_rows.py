"""SQLite copies rows from page to page while its trees grow and shrink: such copies are erased as well."""

import asyncio
from hashlib import sha256

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.core.article import Article
from bot.storage import open_storage
from bot.storage.articles import to_row
from bot.storage.databases import sqlite, sweeper
from bot.storage.schema.tables import articles, readings, versions

SECRET = "zqxsecret"
THEIRS, OTHERS = 2000, 100  # with these numbers SQLite 3.40 leaves two copies of addresses behind


async def fill(stores, clock):
    """Somebody who has read much, and somebody else."""

    def rows(connection):
        text = to_row(Article(text="A bridge opened.", title="Bridge"))
        names = [(7, f"{SECRET}/{number}") for number in range(THEIRS)]
        names += [(8, f"zzother/{number}") for number in range(OTHERS)]
        texts = [
            {**text, "version": sha256(name.encode()).hexdigest(), "url": f"https://example.org/{name}"}
            for _, name in names
        ]
        now = clock.now()
        read = [
            {"chat_id": who, "user_id": who, "version": text["version"]}
            for (who, _), text in zip(names, texts, strict=True)
        ]
        found = [{"key": text["url"], "version": text["version"], "fetched_at": now} for text in texts]
        connection.execute(sa.insert(versions), texts)
        connection.execute(
            sa.insert(readings), [{**row, "read_at": now, "used_at": now, "sentences": 5} for row in read]
        )
        connection.execute(sa.insert(articles), found)

    await stores.storage._database.write(rows)


def content(database):
    return b"".join(path.read_bytes() for path in database.parent.iterdir())


async def test_nothing_of_somebody_who_read_much_stays_in_the_file(clock, database):
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await fill(stores, clock)
        assert await stores.storage.forget(7) == THEIRS
    assert SECRET.encode() not in content(database)
    assert content(database).count(b"zzother") >= OTHERS


async def test_the_file_is_written_anew_soon_while_the_bot_goes_on(clock, database, monkeypatch):
    monkeypatch.setattr(sweeper, "PAUSE_S", 0.1)
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await fill(stores, clock)
        await stores.storage.forget(7)
        async with asyncio.timeout(60):
            while SECRET.encode() in content(database):  # noqa: ASYNC110 - files tell nobody
                await asyncio.sleep(0.02)
        assert await stores.storage.forget(8) == OTHERS  # it can be written to as before


async def test_free_pages_do_not_make_a_file_too_large(clock, database, monkeypatch):
    monkeypatch.setattr(sqlite, "LARGEST_BYTES", 2**20)  # all of it has two and a half megabytes at first
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await fill(stores, clock)
        await stores.storage.forget(7)
    assert SECRET.encode() not in content(database)


async def test_a_file_that_is_too_large_to_be_written_anew_is_named_in_the_log(clock, database, monkeypatch):
    monkeypatch.setattr(sqlite, "LARGEST_BYTES", 0)
    with capture_logs() as logs:
        async with open_storage(f"sqlite:///{database}", clock) as stores:
            await stores.storage.receive(7, "en", 7)
            await stores.storage.forget(7)
    assert {
        "event": "deleted_bytes_stay",
        "advice": "VACUUM",
        "tables": "all",
        "log_level": "warning",
    } in logs


@pytest.mark.parametrize("person", [7, 9])
async def test_a_database_in_memory_can_be_forgotten_in_as_well(clock, person):
    async with open_storage("sqlite://", clock) as stores:
        await stores.storage.receive(7, "en", 7)
        await stores.storage.forget(person)
        assert (await stores.storage.language_of(7) is None) == (person == 7)
