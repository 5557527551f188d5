"""What only PostgreSQL could get wrong: text that it refuses, addresses that its indexes don't hold."""

import asyncio
import random
import string
import threading

import pytest
import sqlalchemy as sa

from bot.core.article import Article
from bot.core.errors import DatabaseError
from bot.core.followings import Place, Shared
from bot.doctor import check_database
from bot.settings import Settings
from bot.storage import open_storage
from bot.storage.backends import open_backend
from bot.storage.database import Database
from bot.storage.migrating import migrate

pytestmark = pytest.mark.postgres


def long_address():
    """Longer than an entry of an index, and of characters that can't be packed."""
    rng = random.Random(1)  # noqa: S311 - repeatable on purpose
    return "https://example.org/" + "".join(rng.choices(string.ascii_letters + string.digits, k=7_000))


async def read(stores, article, terms, user_id=7):
    stored = await stores.storage.save_article([article.url or "text"], article, terms)
    return await stores.storage.add_reading(
        chat_id=user_id, user_id=user_id, version=stored.version, sentences=5
    )


async def test_a_nul_becomes_a_sign_of_the_same_length(postgres, clock):
    async with open_storage(postgres, clock) as stores:
        reading = await read(stores, Article(text="A\0b.", title="\0"), "a\0b")
        article = await stores.storage.article(reading.version)
        assert (article.text, article.title) == ("A\ufffdb.", "\ufffd")
        assert await stores.storage.search(7, {article.language: ["a\0b"]}, limit=1) == (reading,)


async def test_an_address_of_any_length_is_kept_and_found(postgres, clock):
    url = long_address()
    async with open_storage(postgres, clock) as stores:
        reading = await read(stores, Article(text="A bridge opened.", url=url), "x" * 5000)
        assert (await stores.storage.newest(url)).key == url
        assert await stores.storage.last_reading(7, url, before=None) == reading
        shared = Shared(place=Place(chat_id=-1), message_id=5, url=url, shared_at=clock.now())
        await stores.digests.share(shared)
        await stores.digests.share(shared)
        clock.pass_by(hours=1)
        assert await stores.digests.shared(Place(chat_id=-1), clock.now().replace(year=2025)) == (shared,)


async def test_shorter_texts_and_rarer_words_come_first_as_in_sqlite(postgres, clock, database):
    texts = {"a": "open bridg", "b": "open", "c": "open ferri long text about", "d": "open bridg town river"}
    orders = []
    for address in (postgres, f"sqlite:///{database}"):
        async with open_storage(address, clock) as stores:
            for name, terms in texts.items():
                article = Article(text=f"About {name}.", title=name, language="en")
                await read(stores, article, terms)
            found = await stores.storage.search(7, {"en": ["open", "bridg", "ferri"]}, limit=9)
            orders.append([reading.title for reading in found])
    assert orders[0] == orders[1]


async def test_programs_that_start_at_once_make_the_tables_once(server, clock):
    address = server.empty_database()
    failed = []

    def start():
        backend = open_backend(address)
        try:
            with backend.writing() as connection:
                migrate(connection, backend)
        except Exception as error:  # noqa: BLE001 - told by the test
            failed.append(error)
        backend.engine.dispose()

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.drop(address)
    assert failed == []


async def test_two_programs_in_each_others_way_both_succeed(postgres, clock):
    """Each changes two rows, in the opposite order: one of them is told to try again."""
    async with open_storage(postgres, clock) as stores:
        for user_id in (1, 2):
            await stores.storage.note_person(user_id, "en")
    first, second = (Database(open_backend(postgres)) for _ in range(2))
    both = threading.Barrier(2, timeout=20)
    met = []

    def job(mine, other):
        def work(connection):
            touch = sa.text("UPDATE people SET language_code = 'de' WHERE user_id = :who")
            connection.execute(touch, {"who": mine})
            if mine not in met:
                met.append(mine)
                both.wait()
            connection.execute(touch, {"who": other})

        return work

    for opened in (first, second):
        await opened.open(migrate)
    await asyncio.gather(first.write(job(1, 2)), second.write(job(2, 1)))
    for opened in (first, second):
        await opened.close()


async def test_a_server_that_cannot_be_reached_is_told(clock):
    with pytest.raises(DatabaseError):
        async with open_storage("postgresql://nobody@127.0.0.1:1/none", clock):
            pass


async def test_a_server_that_ends_all_connections_costs_one_error_at_most(postgres, clock, server):
    async with open_storage(postgres, clock) as stores:
        await stores.storage.note_person(1, "en")
        server.cut_off(postgres)
        await stores.storage.note_person(2, "en")
        assert await stores.storage.language_of(2) == "en"


async def test_the_doctor_looks_at_a_server_and_makes_nothing_there(server, postgres):
    empty = server.empty_database()
    (new,) = await check_database(Settings(database=empty))
    (again,) = await check_database(Settings(database=empty))
    (filled,) = await check_database(Settings(database=postgres))
    server.drop(empty)
    assert [one.key for one in (new, again, filled)] == ["database-new", "database-new", "database"]
