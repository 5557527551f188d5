import asyncio

import pytest
import sqlalchemy as sa

from bot.core.errors import DatabaseError
from bot.storage.databases.database import Database
from bot.storage.databases.sqlite import SqliteBackend
from bot.storage.databases.together import Together


@pytest.fixture
async def database(tmp_path):
    opened = Database(SqliteBackend(sa.make_url(f"sqlite:///{tmp_path / 'bot.sqlite3'}")))
    await opened.open(lambda connection, backend: None)
    yield opened
    await opened.close()


async def test_what_waits_is_done_at_once_and_each_gets_its_own_result(database):
    seen = []

    def double(connection, numbers):
        seen.append(list(numbers))
        return [2 * number for number in numbers]

    together = Together(database, double)
    assert await asyncio.gather(*map(together, range(5))) == [0, 2, 4, 6, 8]
    assert await together(7) == 14
    assert seen == [[0, 1, 2, 3, 4], [7]]


async def test_what_fails_fails_alone_and_the_others_are_done(database):
    seen = []

    def fail_for_odd(connection, numbers):
        seen.append(list(numbers))
        if any(number % 2 for number in numbers):
            raise ValueError
        return numbers

    together = Together(database, fail_for_odd)
    results = await asyncio.gather(together(1), together(2), together(4), return_exceptions=True)
    assert [type(result) for result in results] == [ValueError, int, int]
    assert seen[0] == [1, 2, 4]
    assert await together(2) == 2


async def test_where_there_is_no_database_all_fail_at_once(database):
    seen = []

    def fail(connection, numbers):
        seen.append(list(numbers))
        raise DatabaseError(reason="disk")

    together = Together(database, fail)
    results = await asyncio.gather(together(1), together(2), return_exceptions=True)
    assert [type(result) for result in results] == [DatabaseError, DatabaseError]
    assert seen == [[1, 2]]


async def test_a_job_that_is_run_again_takes_along_what_came_meanwhile(database):
    """As one does whose transaction was in another program's way."""
    seen = []

    def note(connection, numbers):
        seen.append(list(numbers))
        if len(seen) == 1:
            asyncio.run_coroutine_threadsafe(more(), loop).result(10)
            raise sa.exc.OperationalError("UPDATE", None, OSError("in the way"))
        return numbers

    async def more():
        later.append(asyncio.create_task(together(2)))
        await asyncio.sleep(0)

    loop, later = asyncio.get_running_loop(), []
    together = Together(database, note)
    database._backend.is_collision = lambda error: True
    assert await together(1) == 1
    assert await later[0] == 2
    assert seen == [[1], [1, 2]]


async def test_who_gives_up_waiting_keeps_nobody_else_from_it(database):
    together = Together(database, lambda connection, numbers: numbers)
    first, second = asyncio.create_task(together(1)), asyncio.create_task(together(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == 2
