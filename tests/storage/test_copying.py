"""Everything goes along from one kind of database to another one, and nothing is mixed."""

import random
import string
import tracemalloc

import pytest
import sqlalchemy as sa

from bot.core.article import Article
from bot.core.digests.feed_items import FeedContent, FeedItem
from bot.core.digests.followings import Place, Shared
from bot.core.digests.polling import PollState
from bot.core.errors import DatabaseError
from bot.ports import Incoming
from bot.storage import open_storage
from bot.storage.copying import copy_database
from bot.storage.databases.backends import open_backend
from bot.storage.schema.digest_tables import item_names
from bot.storage.schema.tables import versions

HERE = Place(chat_id=-100)


@pytest.fixture(
    params=["file to file", *(pytest.param(way, marks=pytest.mark.postgres) for way in ("out", "back"))]
)
def way(request, tmp_path):
    """A filled database's address and that of one to fill."""
    files = [f"sqlite:///{tmp_path / name}" for name in ("from.db", "to.db")]
    if request.param == "file to file":
        return files
    server = request.getfixturevalue("postgres")
    return [files[0], server] if request.param == "out" else [server, files[0]]


async def fill(stores, clock):
    storage = stores.storage
    await storage.receive(2**40, "en", 2**40)
    article = Article(
        text="A bridge opened.", title="\U0001f309 Bridge", url="https://example.org/" + "x" * 3000
    )
    stored = await storage.save_article([article.url], article, "bridg open c++")
    reading = await storage.add_reading(
        chat_id=7, user_id=7, version=stored.version, sentences=5, update_id=1
    )
    await storage.link_message(
        chat_id=7, message_id=70, user_id=7, reading_ids=[reading.reading_id], questions=["Who?"]
    )
    await stores.digests.share(Shared(place=HERE, message_id=5, url=article.url, shared_at=clock.now()))
    await stores.feeds.follow(
        HERE,
        PollState(url="https://example.org/feed", next_at=clock.now()),
        title="F",
        site=None,
        language=None,
    )
    update = {"update_id": 1, "chat_id": 7, "user_id": 7, "lane": "c7", "received_at": clock.now()}
    await stores.inbox.put([Incoming(payload='{"update_id":1,"message":{"text":"\\u0000"}}', **update)])
    gone = await storage.add_reading(chat_id=8, user_id=8, version=stored.version, sentences=5)
    await storage.forget(8)
    return reading, gone.reading_id


async def test_everything_goes_along_and_numbers_go_on(way, clock):
    source, target = way
    async with open_storage(source, clock) as stores:
        reading, last = await fill(stores, clock)
        waiting = await stores.inbox.pending()
    copied = copy_database(source, target)
    assert [copied.rows[name] for name in ("people", "readings", "inbox")] == [1, 1, 1]
    assert (copied.shortened, copied.skipped) == (0, 0)
    async with open_storage(target, clock) as stores:
        assert await stores.storage.search(7, {"en": ["c++"]}, limit=3) == (reading,)
        assert await stores.storage.newest(reading.url) is not None
        assert await stores.storage.questions_of_message(7, 70) == ("Who?",)
        assert await stores.inbox.pending() == waiting
        assert len(await stores.feeds.followings(HERE)) == 1
        new = await stores.storage.add_reading(chat_id=7, user_id=7, version=reading.version, sentences=3)
        assert new.reading_id > last


@pytest.mark.parametrize(  # from a server there are none: no version could write them there
    "way", ["file to file", pytest.param("out", marks=pytest.mark.postgres)], indirect=True
)
async def test_keys_of_any_length_that_an_earlier_version_wrote_are_shortened_and_told(way, clock):
    """Also where a later version noted the same under the shortened key."""
    source, target = way
    long = long_name("https://example.org/")
    item = FeedItem(key=long, link=long, title="T", text="", published=None, author=None)
    async with open_storage(source, clock) as stores:
        poll = PollState(url=long_name("https://example.org/feed?"), next_at=clock.now())
        following = await stores.feeds.follow(HERE, poll, title="F", site=None, language=None)
        content = FeedContent(title="F", site=None, language=None, items=(item,))
        await stores.feeds.polled(following.feed, poll, content, [item], clock.now())
    row = {"feed_id": following.feed.feed_id, "name": long, "listed_at": clock.now()}
    backend = open_backend(source)
    with backend.writing() as connection:
        connection.execute(sa.insert(item_names).values(row))
    backend.close()
    copied = copy_database(source, target)
    assert (copied.shortened, copied.skipped) == (1, 1)
    async with open_storage(target, clock) as stores:
        (found,) = await stores.feeds.followings(HERE)
        assert found.feed.poll.url == poll.url
        assert await stores.feeds.known_items(found.feed.feed_id, [long]) == {long}


def long_name(beginning):
    """Longer than an entry of an index, and of characters that can't be packed."""
    rng = random.Random(1)  # noqa: S311 - repeatable on purpose
    return beginning + "".join(rng.choices(string.ascii_letters + string.digits, k=7_000))


async def test_of_long_texts_a_few_are_held_at_once(way, clock):
    source, target = way
    async with open_storage(source, clock):
        pass
    text = "x" * 500_000
    backend = open_backend(source)
    with backend.writing() as connection:
        for number in range(60):
            row = {"version": str(number), "text": text, "language": "en", "partial": False, "spans": "{}"}
            connection.execute(sa.insert(versions).values(row))
    backend.close()
    tracemalloc.start()
    try:
        assert copy_database(source, target).rows["versions"] == 60
        assert tracemalloc.get_traced_memory()[1] < 40 * len(text)
    finally:
        tracemalloc.stop()


async def test_a_database_that_holds_something_is_left_alone(way, clock):
    source, target = way
    for address in way:
        async with open_storage(address, clock) as stores:
            await stores.storage.receive(1, "en", 1)
    with pytest.raises(DatabaseError) as caught:
        copy_database(source, target)
    assert caught.value.details["reason"] == "filled"


async def test_what_fails_on_the_way_leaves_the_target_empty(way, clock, monkeypatch):
    source, target = way
    async with open_storage(source, clock) as stores:
        await fill(stores, clock)

    backend = open_backend(target)
    driver = backend.engine.dialect.loaded_dbapi

    def fail(*_):
        raise sa.exc.OperationalError("INSERT", None, driver.OperationalError("database or disk is full"))

    monkeypatch.setattr(type(backend.index), "add", fail)
    with pytest.raises(DatabaseError):
        copy_database(source, target)
    async with open_storage(target, clock) as stores:
        assert (await stores.operators.statistics()).people == 0
