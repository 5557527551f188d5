import asyncio
import threading
from pathlib import Path

import sqlalchemy as sa

from bot.storage.databases.database import Database
from bot.storage.databases.sqlite import SqliteBackend
from bot.storage.databases.writer import LONG_GROUP_S, Job


async def test_what_is_urgent_is_committed_before_what_waits_and_without_it(tmp_path: Path) -> None:
    database = Database(SqliteBackend(sa.make_url(f"sqlite:///{tmp_path / 'bot.sqlite3'}")))
    await database.open(lambda connection, backend: None)
    at_work, go_on = threading.Event(), threading.Event()
    transactions: list[sa.RootTransaction | sa.NestedTransaction | None] = []
    names: list[str] = []

    def job(name: str) -> Job[None]:
        def note(connection: sa.Connection) -> None:
            names.append(name)
            transactions.append(connection.get_transaction())

        return note

    def long(connection: sa.Connection) -> None:
        del connection
        at_work.set()
        go_on.wait()

    waiting = [asyncio.ensure_future(database.write(long))]
    await asyncio.to_thread(at_work.wait)
    waiting += [asyncio.ensure_future(database.write(job(name))) for name in ("first", "second")]
    waiting += [asyncio.ensure_future(database.write(job(name), urgent=True)) for name in ("third", "fourth")]
    await asyncio.sleep(0)  # they are in line
    go_on.set()
    await asyncio.gather(*waiting)
    await database.close()

    assert names == ["third", "fourth", "first", "second"]
    third, fourth, first, second = transactions
    assert third is fourth
    assert first is second
    assert third is not first


async def test_a_long_group_is_committed_as_far_as_it_is_when_something_urgent_comes(tmp_path: Path) -> None:
    database = Database(SqliteBackend(sa.make_url(f"sqlite:///{tmp_path / 'bot.sqlite3'}")))
    await database.open(lambda connection, backend: None)
    begun, go_on = threading.Event(), threading.Event()
    transactions: list[sa.RootTransaction | sa.NestedTransaction | None] = []
    names: list[str] = []

    def job(name: str) -> Job[str]:
        def note(connection: sa.Connection) -> str:
            if name == "first":
                begun.set()
                go_on.wait()
            names.append(name)
            transactions.append(connection.get_transaction())
            return name

        return note

    ordinary = [asyncio.ensure_future(database.write(job(name))) for name in ("first", "second", "third")]
    await asyncio.to_thread(begun.wait)
    urgent = asyncio.ensure_future(database.write(job("urgent"), urgent=True))
    await asyncio.sleep(2 * LONG_GROUP_S)
    go_on.set()
    assert await asyncio.gather(urgent, *ordinary) == ["urgent", "first", "second", "third"]
    await database.close()

    assert names == ["first", "urgent", "second", "third"]
    first, with_urgent, second, third = transactions
    assert second is third
    assert len({first, with_urgent, second}) == 3
