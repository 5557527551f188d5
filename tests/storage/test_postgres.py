"""What only PostgreSQL could get wrong: text that it refuses, addresses that its indexes don't hold."""

import asyncio
import random
import string
import threading

import psycopg
import pytest
import sqlalchemy as sa

from bot.commands.doctor import check_database
from bot.core.article import Article
from bot.core.digests.followings import Place, Shared
from bot.core.errors import DatabaseError
from bot.core.readings import Preferences
from bot.settings import Settings
from bot.storage import open_storage
from bot.storage.databases import array_index, erasures, sweeping
from bot.storage.databases.backends import open_backend
from bot.storage.databases.database import Database
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


async def test_the_same_search_gives_the_same_order_as_in_sqlite(postgres, clock, database):
    rng = random.Random(5)  # noqa: S311 - repeatable on purpose
    words = [f"w{number}" for number in range(40)]
    texts = [" ".join(rng.sample(words[: rng.randrange(2, 40)], k=2)) for _ in range(30)]
    texts += [" ".join(rng.sample(words, k=rng.randrange(3, 40))) for _ in range(30)]
    queries = [rng.sample(words, k=rng.randrange(1, 6)) for _ in range(20)]
    orders = []
    for address in (postgres, f"sqlite:///{database}"):
        async with open_storage(address, clock) as stores:
            for number, terms in enumerate(texts):
                article = Article(text=f"About {number}.", title=str(number), language="en")
                await read(stores, article, terms, user_id=7 + number % 2)
            found = [await stores.storage.search(7, {"en": query}, limit=30) for query in queries]
            orders.append([[reading.title for reading in some] for some in found])
    assert orders[0] == orders[1]
    assert max(map(len, orders[0])) > 10


async def test_a_search_in_many_texts_goes_by_the_index_of_terms(postgres):
    fill = (
        """INSERT INTO versions (version, text, language, partial, spans)
           SELECT 'v' || n, 't', 'en', false, '{}' FROM generate_series(1, 20000) AS n""",
        """INSERT INTO readings (chat_id, user_id, version, read_at, sentences)
           SELECT 7, 7, version, now(), 5 FROM versions""",
        """INSERT INTO article_terms (number, terms)
           SELECT number, ARRAY(SELECT 'w' || mod(number * k, 5000) FROM generate_series(1, 40) AS k)
           FROM versions""",
        "ANALYZE versions, readings, article_terms",
    )
    backend = open_backend(postgres)
    with backend.writing() as connection:
        for statement in fill:
            connection.exec_driver_sql(statement)
        plan = connection.execute(
            sa.text(f"EXPLAIN {array_index.HOLDERS.text}"), {"terms": ["w17", "w4999"], "chat_id": 7}
        )
        steps = "\n".join(plan.scalars())
        found = backend.index.find(connection, ["w17", "w4999"], 7, 5)
    backend.close()
    assert "ix_article_terms_terms" in steps
    assert len(found) == 5


@pytest.fixture
def patience(monkeypatch):
    """What sweeps wait for, on a server that other tests keep busy meanwhile."""
    monkeypatch.setattr(sweeping, "PATIENCE_S", 60.0)
    monkeypatch.setattr(sweeping, "LOCK_WAIT", "60s")
    monkeypatch.setattr(sweeping, "LONGEST_STATEMENT", "60s")


@pytest.mark.usefixtures("patience")
async def test_the_servers_table_files_hold_no_byte_of_a_forgotten_person(postgres, clock, server):
    async with open_storage(postgres, clock) as stores:
        for number in range(30):  # often enough for the server to keep it as a sample of the column
            await fill_with(stores, "zqxsecret", 100 + number)
        await fill_with(stores, "otherperson", 8)
        server.analyze(postgres)
        assert server.files_holding(postgres, "zqxsecret", "otherperson") == {"zqxsecret", "otherperson"}
        for number in range(30):
            await stores.storage.forget(100 + number)
    assert server.files_holding(postgres, "zqxsecret", "otherperson") == {"otherperson"}
    backend = open_backend(postgres)
    with backend.reading() as connection:
        assert erasures.last(connection) is None
    backend.close()


@pytest.mark.usefixtures("patience")
async def test_no_sample_of_the_only_people_is_kept_once_they_are_forgotten(postgres, clock, server):
    async with open_storage(postgres, clock) as stores:
        for number in range(30):
            await fill_with(stores, "zqxsecret", 100 + number)
        server.analyze(postgres)
        for number in range(30):
            await stores.storage.forget(100 + number)
    assert server.files_holding(postgres, "zqxsecret") == set()
    async with open_storage(postgres, clock) as stores:  # the tables are as they were
        await fill_with(stores, "otherperson", 8)
        assert len(await stores.storage.search(8, {"en": ["otherperson"]}, limit=2)) == 1


@pytest.mark.usefixtures("patience")
async def test_a_sweep_waits_for_who_writes_in_another_database(postgres, clock, server):
    elsewhere, beside = open_backend(server.new_database()), open_backend(postgres)
    async with open_storage(postgres, clock) as stores:
        for number in range(30):
            await fill_with(stores, "zqxsecret", 100 + number)
        await fill_with(stores, "otherperson", 8)
        server.analyze(postgres)
        with elsewhere.writing() as writing:
            writing.execute(sa.text("SELECT pg_current_xact_id()"))
            for number in range(30):
                await stores.storage.forget(100 + number)
            sweep = asyncio.create_task(asyncio.to_thread(beside.sweep))
            await asyncio.sleep(0.5)
            was_done = sweep.done()
        swept = await sweep
    elsewhere.close()
    beside.close()
    assert (was_done, swept) == (False, True)
    assert server.files_holding(postgres, "zqxsecret", "otherperson") == {"otherperson"}


async def test_a_role_that_owns_nothing_says_that_it_cannot_sweep(postgres):
    backend = open_backend(postgres)
    role = "nutshell_owns_nothing"
    with backend.writing() as connection:
        connection.exec_driver_sql(f"DROP ROLE IF EXISTS {role}")
        connection.exec_driver_sql(f"CREATE ROLE {role}")
        connection.exec_driver_sql(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}")
    backend.close()
    address = sa.make_url(postgres).update_query_dict({"options": f"-c role={role}"})
    limited = open_backend(address.render_as_string(hide_password=False))
    assert limited.sweep() is False
    limited.engine.dispose()
    with backend.writing() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {role}")
        connection.exec_driver_sql(f"DROP ROLE {role}")
    backend.close()


@pytest.mark.usefixtures("patience")
async def test_a_sweep_leaves_alone_what_is_not_the_bots(postgres):
    backend = open_backend(postgres)
    place = sa.text("SELECT relfilenode FROM pg_class WHERE relname = 'of_others'")
    with backend.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE of_others AS SELECT 1 AS number")
        before = connection.execute(place).scalar_one()
    assert backend.sweep() is True
    with backend.writing() as connection:
        assert connection.execute(place).scalar_one() == before  # VACUUM FULL writes a new file
        connection.exec_driver_sql("DROP TABLE of_others")
    backend.close()


async def test_nobody_waits_for_a_sweep(postgres, clock, monkeypatch):
    over = threading.Event()

    def sweep(_):
        assert over.wait(20)
        return True

    monkeypatch.setattr(sweeping, "sweep", sweep)
    async with open_storage(postgres, clock) as stores:
        await fill_with(stores, "zqxsecret", 7)
        async with asyncio.timeout(10):
            await stores.storage.forget(7)
            await fill_with(stores, "otherperson", 8)
            assert await stores.storage.language_of(8) == "otherperson"
        over.set()


@pytest.mark.usefixtures("patience")
async def test_what_a_busy_table_keeps_a_sweep_from_is_left(postgres, monkeypatch):
    backend = open_backend(postgres)
    with backend.reading() as reading, monkeypatch.context() as hasty:
        hasty.setattr(sweeping, "LOCK_WAIT", "50ms")
        hasty.setattr(sweeping, "PATIENCE_S", 0.2)
        reading.execute(sa.text("SELECT count(*) FROM people"))
        assert backend.sweep() is False
    assert backend.sweep() is True
    backend.close()


async def fill_with(stores, word, user_id):
    await stores.storage.receive(user_id, word, user_id)
    await stores.storage.save_preferences(user_id, Preferences(locale=word))
    article = Article(text=f"{word} opened a bridge." * 200, title=word, url=f"https://example.org/{word}")
    await read(stores, article, f"{word} bridg", user_id)


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
        backend.close()

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
            await stores.storage.receive(user_id, "en", user_id)
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
        await stores.storage.receive(1, "en", 1)
        server.cut_off(postgres)
        await stores.storage.receive(2, "en", 2)
        assert await stores.storage.language_of(2) == "en"


async def test_the_doctor_looks_at_a_server_and_makes_nothing_there(server, postgres):
    empty = server.empty_database()
    (new,) = await check_database(Settings(database=empty))
    (again,) = await check_database(Settings(database=empty))
    (filled,) = await check_database(Settings(database=postgres))
    server.drop(empty)
    assert [one.key for one in (new, again, filled)] == ["database-new", "database-new", "database"]


def test_a_server_that_ended_without_a_word_is_an_outage():
    """It leaves a result without a code, of no class that says more."""
    backend = open_backend("postgresql://nobody@127.0.0.1:1/none")
    cut = psycopg.DatabaseError("server closed the connection unexpectedly")
    told = [
        sa.exc.DBAPIError.instance("SELECT 1", None, cut, psycopg.Error, connection_invalidated=lost)
        for lost in (True, False)
    ]
    assert [backend.is_outage(error) for error in told] == [True, False]
    backend.close()
