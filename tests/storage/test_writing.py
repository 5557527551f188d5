import asyncio
import threading
from pathlib import Path

import sqlalchemy as sa

from bot.storage.database import Database, Job
from bot.storage.sqlite import SqliteBackend


async def test_what_is_urgent_is_committed_before_what_waits_and_without_it(tmp_path: Path) -> None:
    database = Database(SqliteBackend(sa.make_url(f"sqlite:///{tmp_path / 'bot.sqlite3'}")))
    await database.open(lambda connection, backend: None)
    at_work, go_on = threading.Event(), threading.Event()
    transactions: list[sa.Connection] = []
    names: list[str] = []

    def job(name: str) -> Job[None]:
        def note(connection: sa.Connection) -> None:
            names.append(name)
            transactions.append(connection)

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
