"""Statements that go straight to the driver: they behave as those that go by way of SQLAlchemy."""

from contextlib import asynccontextmanager

import pytest
import sqlalchemy as sa
from exported import exported

from bot.core.errors import DatabaseError
from bot.core.readings import Preferences
from bot.storage.databases.backends import open_backend
from bot.storage.databases.database import Database
from bot.storage.databases.given import moment


@asynccontextmanager
async def opened(address):
    database = Database(open_backend(address))
    await database.open(lambda connection, backend: None)
    try:
        yield database
    finally:
        await database.close()


def all_of(given):
    return f"SELECT * FROM {given.table}"  # noqa: S608 - our own names


async def numbers_of(database, rows):
    statement = all_of(database.given(number="bigint"))
    return await database.write(lambda connection: database.run(connection, statement, rows))


async def test_what_is_given_comes_as_it_was(address):
    row = {"number": 2**53 + 1, "words": 'Ü"\\u0041\\ \n', "empty": None, "truth": True}
    async with opened(address) as database:
        given = database.given(number="bigint", words="text", empty="text", truth="boolean")
        statement = all_of(given)
        rows = [row, {**row, "number": -1, "truth": False}]
        found = await database.write(lambda connection: database.run(connection, statement, rows))
    assert found == [tuple(row.values()) for row in rows]


async def test_what_fails_is_told_as_sqlalchemy_tells_it_and_nothing_of_it_stays(address):
    async with opened(address) as database:
        await database.write(lambda c: c.exec_driver_sql("CREATE TABLE numbers (number BIGINT UNIQUE)"))
        given = database.given(number="bigint")
        insert = f"INSERT INTO numbers {all_of(given)}"
        with pytest.raises(sa.exc.IntegrityError):
            await database.write(lambda c: database.run(c, insert, [{"number": 1}, {"number": 1}]))
        await database.write(lambda c: database.run(c, insert, [{"number": 2}]))
        stored = await database.read(lambda c: c.exec_driver_sql("SELECT number FROM numbers").all())
    assert stored == [(2,)]


async def test_errors_do_not_hold_what_was_to_be_written(address):
    async with opened(address) as database:
        await database.write(lambda c: c.exec_driver_sql("CREATE TABLE notes (note TEXT, number BIGINT)"))
        wrong = sa.text("INSERT INTO notes SELECT :note, number FROM missing")
        with pytest.raises((sa.exc.DBAPIError, DatabaseError)) as refused:
            await database.write(lambda c: c.execute(wrong, {"note": "my illness"}))
    told = f"{refused.value} {refused.value.__cause__}"
    assert "missing" in told
    assert "my illness" not in told


async def test_a_person_who_writes_twice_at_once_is_noted_once(stores, clock):
    now = moment(clock.now())
    seen = [
        (7, {"user_id": 7, "language_code": language, "seen": now, "stale_before": now})
        for language in ("en", "de")
    ]
    await stores.storage._database.write(lambda connection: stores.storage._receive_all(connection, seen))
    assert await stores.storage.language_of(7) == "de"
    assert await stores.storage.receive(7, "de", 7) == Preferences()


async def test_whoever_comes_again_is_not_noted_again_within_the_hour(stores, clock):
    async def seen_when_coming_again(**later):
        clock.pass_by(**later)
        await stores.storage.receive(7, "en", 7)
        (person,) = (await exported(stores.operators, 7))["person"]
        return person["last_seen"]

    first = await seen_when_coming_again()
    assert await seen_when_coming_again(minutes=59) == first
    assert await seen_when_coming_again(minutes=2) != first


@pytest.mark.postgres
async def test_a_character_that_postgresql_does_not_take_becomes_another(postgres, clock):
    async with opened(postgres) as database:
        given = database.given(words="text")
        rows = [{"words": "a\0b"}, {"words": "\\u0000"}]
        statement = all_of(given)
        found = await database.write(lambda connection: database.run(connection, statement, rows))
    assert found == [("a\ufffdb",), ("\\u0000",)]


@pytest.mark.postgres
async def test_a_statement_that_its_connection_has_forgotten_is_prepared_again(postgres):
    async with opened(postgres) as database:
        assert await numbers_of(database, [{"number": 1}]) == [(1,)]
        await database.write(lambda connection: connection.exec_driver_sql("DEALLOCATE ALL"))
        assert await numbers_of(database, [{"number": 2}]) == [(2,)]


@pytest.mark.postgres
async def test_a_connection_that_was_cut_is_replaced_and_nobody_notices(postgres):
    async with opened(postgres) as database:
        assert await numbers_of(database, [{"number": 1}]) == [(1,)]
        cut = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        await database.read(
            lambda connection: connection.exec_driver_sql(f"{cut} AND datname = current_database()").all()
        )
        assert await numbers_of(database, [{"number": 2}]) == [(2,)]


@pytest.mark.parametrize(
    "address", ["file", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
def test_whoever_writes_keeps_the_connection_until_the_database_is_closed(address):
    backend = open_backend(address)
    with backend.writing() as first, pytest.raises(sa.exc.InvalidRequestError):
        first.begin()  # it is in a transaction already
    with backend.writing() as second:
        assert second is first
    backend.close()
    assert first.closed
    assert backend.engine.pool.checkedout() == 0
