import asyncio
import json
import random
import sqlite3
import string
from contextlib import closing, suppress
from datetime import timedelta

import pytest
from exported import exported

from bot.core.article import Article
from bot.core.digests.discussion import Said
from bot.core.digests.followings import Place
from bot.core.readings import Conversation, Preferences
from bot.ports import Incoming
from bot.storage import open_storage
from bot.storage.databases import erasures, sweeper

SECRET = "zqxsecret"


def article(word):
    return Article(text=f"{word} opened a bridge.", title=word, url=f"https://example.org/{word}")


async def fill(stores, clock, user_id, word, *, chat_id=None):
    """Everything that can be known of a person, with a word in it that is nowhere else."""
    chat_id = chat_id or user_id
    storage = stores.storage
    await storage.receive(user_id, f"{word}-code", user_id)
    await storage.save_preferences(user_id, Preferences(locale=word))
    stored = await storage.save_article([f"https://example.org/{word}"], article(word), f"{word} bridg")
    reading = await storage.add_reading(
        chat_id=chat_id, user_id=user_id, version=stored.version, sentences=5, about=word
    )
    await storage.link_message(
        chat_id=chat_id,
        message_id=user_id * 10,
        user_id=user_id,
        reading_ids=[reading.reading_id],
        questions=[f"Who is {word}?"],
    )
    await storage.save_conversation(
        Conversation(chat_id=chat_id, user_id=user_id, reading_ids=(reading.reading_id,), questions=(word,))
    )
    await put(stores, clock, user_id, word, chat_id)
    return stored


async def put(stores, clock, user_id, word, chat_id):
    for number in range(3):
        message = {
            "message_id": number,
            "date": 1,
            "chat": {"id": chat_id},
            "from": {"id": user_id},
            "text": word,
        }
        update_id = user_id * 100 + number
        payload = json.dumps({"update_id": update_id, "message": message}, separators=(",", ":"))
        update = Incoming(
            update_id=update_id,
            payload=payload,
            lane=f"c{chat_id}",
            chat_id=chat_id,
            user_id=user_id,
            received_at=clock.now(),
        )
        await stores.inbox.put([update])
        await stores.outbox.intend(update_id, 0, chat_id)
        await stores.outbox.sent(update_id, 0, 7_000_000 + update_id, final=True)
    await stores.inbox.done(user_id * 100)
    await stores.inbox.set_aside(user_id * 100 + 1, f"KeyError: {word}")


def holds(folder, *words):
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    return [word for word in words if word.encode() in content]


async def test_no_byte_of_a_person_stays_in_the_files(clock, database):
    url = f"sqlite:///{database}"
    async with open_storage(url, clock) as stores:
        await fill(stores, clock, 51, SECRET)
        await fill(stores, clock, 52, "otherperson")
        assert holds(database.parent, SECRET)
        assert await stores.storage.forget(51) == 1
        assert holds(database.parent, SECRET) == []
        assert await stores.storage.forget(51) == 0
        assert len(await stores.storage.recent_readings(52, limit=5)) == 1
    assert holds(database.parent, SECRET, "otherperson") == ["otherperson"]


async def test_what_was_set_aside_of_somebody_whose_number_begins_alike_stays(clock, database):
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await fill(stores, clock, 123, SECRET)
        await fill(stores, clock, 1234, "otherperson")
        await stores.storage.forget(123)
    with closing(sqlite3.connect(database)) as file:
        states = file.execute("SELECT state FROM inbox WHERE update_id = 123401").fetchall()
    assert states == [("aside",)]


@pytest.mark.parametrize("seed", range(2))
async def test_no_byte_stays_after_a_long_mixed_use(clock, database, seed):
    rng = random.Random(seed)  # noqa: S311 - repeatable on purpose
    words = ["".join(rng.choices(string.ascii_lowercase, k=14)) for _ in range(24)]
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        for number, word in enumerate(words):
            text = " ".join(rng.choices(words[: number + 1][-1:], k=rng.randrange(1, 900)))
            stored = await stores.storage.save_article(
                [f"https://example.org/{word}"], Article(text=text, title=word), word
            )
            await stores.storage.add_reading(
                chat_id=number + 1, user_id=number + 1, version=stored.version, sentences=3
            )
            await put(stores, clock, number + 1, word, number + 1)
        gone = rng.sample(range(len(words)), 12)
        for number in gone:
            await stores.storage.forget(number + 1)
        assert holds(database.parent, *(words[number] for number in gone)) == []
        kept = [words[number] for number in range(len(words)) if number not in gone]
        assert holds(database.parent, *kept) == kept


async def test_whose_words_are_kept_is_not_to_be_found_out_without_the_secret(clock, database):
    url, place, now = f"sqlite:///{database}", Place(chat_id=-100), clock.now()
    words = Said(message_id=1, text="Shall we meet in the mill?", at=now)
    async with open_storage(url, clock, secret=b"of the token") as stores:
        await stores.digests.note_said(place, words, 7)
    async with open_storage(url, clock, secret=b"another one") as stores:  # with the file alone
        assert (await exported(stores.operators, 7))["said"] == []
        await stores.storage.forget(7)
        assert await stores.digests.said(place, now - timedelta(hours=1)) == (words,)
    async with open_storage(url, clock, secret=b"of the token") as stores:
        assert len((await exported(stores.operators, 7))["said"]) == 1
        await stores.storage.forget(7)
        assert await stores.digests.said(place, now - timedelta(hours=1)) == ()


async def test_a_text_that_others_have_read_stays_for_them(stores, clock):
    stored = await fill(stores, clock, 51, SECRET)
    reading = await stores.storage.add_reading(chat_id=-5, user_id=52, version=stored.version, sentences=5)
    await stores.storage.forget(51)
    assert await stores.storage.article(stored.version) == article(SECRET)
    assert await stores.storage.search(-5, {"en": [SECRET]}, limit=5) == (reading,)
    await stores.storage.forget(52)
    assert await stores.storage.article(stored.version) is None
    assert await stores.storage.newest(stored.key) is None


async def test_what_a_person_read_in_a_group_goes_and_the_group_stays(stores, clock):
    await fill(stores, clock, 51, SECRET, chat_id=-5)
    other = await fill(stores, clock, 52, "other", chat_id=-5)
    await stores.storage.save_preferences(-5, Preferences(sentences=8))
    await stores.storage.forget(51)
    assert [reading.version for reading in await stores.storage.recent_readings(-5, limit=5)] == [
        other.version
    ]
    assert await stores.storage.readings_of_message(-5, 510) == ()
    assert await stores.storage.questions_of_message(-5, 510) == ()
    assert (await stores.storage.preferences(-5)).sentences == 8


async def test_an_update_that_was_being_handled_leaves_nothing_when_it_ends(stores, clock):
    await fill(stores, clock, 51, SECRET)
    await stores.storage.forget(51)
    assert await stores.inbox.pending() == ()
    assert await stores.inbox.begin(5102) == 0
    await stores.outbox.intend(5102, 0, 51)
    await stores.outbox.sent(5102, 0, 99, final=True)
    await stores.inbox.done(5102)
    assert await stores.outbox.known_messages(51, 0) == frozenset()


async def test_what_a_job_writes_after_its_person_was_forgotten_goes_when_it_ends(stores, clock):
    """It may be in another process, and slower than whoever erases its person waits."""
    storage = stores.storage
    await storage.receive(51, "en", 51)
    await put(stores, clock, 51, SECRET, 51)
    await stores.inbox.begin(5102)
    await storage.forget(51)
    stored = await fill_late(stores, 51, 5102)
    await stores.inbox.done(5102)
    assert await storage.article(stored.version) is None
    assert await storage.recent_readings(51, limit=5) == ()
    assert await storage.questions_of_message(51, 900) == ()
    assert (await storage.conversation(51, 51)).questions == ()
    assert kept_of(await exported(stores.operators, 51)) == []


async def test_a_sweep_follows_what_was_erased_late(stores, clock, monkeypatch):
    """The press that forgets is itself at work while the sweep of its forgetting begins."""
    monkeypatch.setattr(sweeper, "PAUSE_S", 0.05)
    await put(stores, clock, 51, SECRET, 51)
    await stores.inbox.begin(5102)
    await stores.storage.forget(51)
    await stores.inbox.done(5102)
    async with asyncio.timeout(30):
        while await stores.storage._database.read(erasures.last) is not None:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.02)


async def test_what_a_forgotten_persons_job_left_behind_is_gone_after_a_restart(address, clock, database):
    if address == "sqlite://":
        address = f"sqlite:///{database}"
    async with open_storage(address, clock) as stores:
        await put(stores, clock, 51, SECRET, 51)
        await stores.inbox.begin(5102)
        await stores.storage.forget(51)
        await fill_late(stores, 51, 5102)
        await stores.storage.forget(52)  # another person's erasure changes nothing
    async with open_storage(address, clock) as stores:
        await stores.inbox.pending()
        async with asyncio.timeout(20):  # with several processes, once the dead one is found to be dead
            while kept_of(await exported(stores.operators, 51)):
                await look_once(stores)


async def test_who_comes_back_at_once_keeps_what_they_do_since(stores, clock):
    storage = stores.storage
    await put(stores, clock, 51, SECRET, 51)
    await stores.inbox.begin(5102)
    await storage.forget(51)
    await fill_late(stores, 51, 5102)
    await storage.receive(51, "de", 51)
    stored = await storage.save_article(["https://example.org/new"], article("new"), "new bridg")
    new = await storage.add_reading(chat_id=51, user_id=51, version=stored.version, sentences=5, update_id=1)
    await stores.inbox.done(5102)
    assert await storage.recent_readings(51, limit=5) == (new,)
    assert await storage.language_of(51) == "de"


async def fill_late(stores, user_id, update_id):
    """What the work on an update writes down."""
    storage = stores.storage
    await storage.receive(user_id, SECRET, user_id)
    stored = await storage.save_article([f"https://example.org/{SECRET}"], article(SECRET), SECRET)
    reading = await storage.add_reading(
        chat_id=user_id, user_id=user_id, version=stored.version, sentences=5, update_id=update_id
    )
    await stores.outbox.intend(update_id, 0, user_id)
    await stores.outbox.sent(update_id, 0, 900, final=True)
    message = {"chat_id": user_id, "message_id": 900, "user_id": user_id}
    await storage.link_message(**message, reading_ids=[reading.reading_id], questions=[SECRET])
    talk = {"chat_id": user_id, "user_id": user_id, "questions": (SECRET,)}
    await storage.save_conversation(Conversation(**talk, reading_ids=(reading.reading_id,)))
    return stored


async def look_once(stores):
    """Let other processes' ends be noticed, where there may be others."""
    with suppress(TimeoutError):
        async with asyncio.timeout(1.6):
            async for _ in stores.inbox.arrivals():
                break


def kept_of(export):
    """What there is of a person, by table."""
    return [name for name, rows in export.items() if isinstance(rows, list) and rows]


async def test_a_question_about_what_another_has_read_goes_with_its_asker(stores, clock):
    await fill(stores, clock, 51, "owner", chat_id=-5)
    (reading,) = await stores.storage.recent_readings(-5, limit=1)
    asked = {"chat_id": -5, "message_id": 900, "user_id": 52, "questions": [SECRET]}
    await stores.storage.link_message(**asked, reading_ids=[reading.reading_id])
    await stores.storage.forget(52)
    assert await stores.storage.questions_of_message(-5, 900) == ()
    assert await stores.storage.readings_of_message(-5, 510) == (reading,)
