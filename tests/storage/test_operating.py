"""Whom owners let in, what is exported, what retention ends, and messages to everybody."""

import asyncio
import json
import threading
from datetime import time, timedelta
from pathlib import Path

import pytest
from exported import exported

import bot.storage.exporting
from bot.core.article import Article
from bot.core.digests.discussion import Said
from bot.core.digests.followings import DigestPlan, Place
from bot.core.digests.polling import PollState
from bot.core.hooks import HookMessage
from bot.core.readings import Conversation, Preferences
from bot.core.rooms import Auto, Room
from bot.core.schedule import Schedule, Slot
from bot.ports import Incoming
from bot.storage import open_storage
from bot.storage.schema.tables import metadata

# Tables whose rows are nobody's: of texts, pages, feeds and groups, or numbers without a person.
NOBODYS = {
    "articles",
    "digest_runs",
    "digest_told",
    "erasures",
    "feed_items",
    "item_names",
}


async def read(stores, user_id, word, *, chat_id=None, message_id=None):
    """A person reads an article and asks about it."""
    chat_id = chat_id or user_id
    storage = stores.storage
    await storage.receive(user_id, "en", user_id)
    text = Article(text=f"{word} opened a bridge.", title=word, url=f"https://example.org/{word}")
    stored = await storage.save_article([f"https://example.org/{word}"], text, word)
    reading = await storage.add_reading(
        chat_id=chat_id, user_id=user_id, version=stored.version, sentences=5, about=None
    )
    await storage.link_message(
        chat_id=chat_id,
        message_id=message_id or user_id * 10,
        user_id=user_id,
        reading_ids=[reading.reading_id],
        questions=[f"Who is {word}?"],
    )
    talk = Conversation(chat_id=chat_id, user_id=user_id, reading_ids=(reading.reading_id,))
    await storage.save_conversation(talk)
    return reading


async def expire_all(stores, before):
    count = 0
    while gone := await stores.operators.expire(before, limit=2):
        count += gone
    return count


async def test_who_is_let_in_is_in_until_dismissed(stores):
    operators = stores.operators
    assert not await operators.any_admitted([5, -100])
    assert await operators.admit(5, by=1)
    assert not await operators.admit(5, by=1)
    assert await operators.any_admitted([5, -100])
    assert await operators.dismiss(5)
    assert not await operators.dismiss(5)
    assert not await operators.any_admitted([5])


@pytest.mark.parametrize("twice", [False, True])
async def test_a_group_that_was_let_in_stays_so_as_a_supergroup(stores, twice):
    await stores.operators.admit(-100, by=1)
    if twice:  # somebody has seen that it is deaf
        await stores.operators.admit(-1000100, by=2)
    for _ in range(2):  # Telegram tells it from both sides
        await stores.rooms.move(-100, -1000100)
    assert await stores.operators.any_admitted([-1000100])
    assert not await stores.operators.any_admitted([-100])


async def test_who_is_forgotten_is_let_in_no_more(stores):
    await stores.operators.admit(5, by=6)
    await stores.broadcasts.begin_broadcast(5, "zqxsecret")
    await stores.storage.forget(5)
    assert not await stores.operators.any_admitted([5])
    assert await stores.broadcasts.last_broadcast() is None
    assert "zqxsecret" not in json.dumps(await exported(stores.operators, 5))


async def test_an_export_holds_all_of_a_person_and_nothing_of_others(stores, clock):
    await read(stores, 5, "Marlow")
    await read(stores, 6, "Tarnworth")
    await read(stores, 5, "Elde", chat_id=-100, message_id=77)
    await read(stores, 6, "Quay", chat_id=-100, message_id=78)
    await stores.storage.save_preferences(5, Preferences(locale="de"))
    payload = json.dumps({"update_id": 1, "message": {"text": "pending"}})
    await stores.inbox.put(
        [Incoming(update_id=1, payload=payload, lane="c5", chat_id=5, user_id=5, received_at=clock.now())]
    )
    told = json.loads(json.dumps(await exported(stores.operators, 5)))
    assert [text["title"] for text in told["texts"]] == ["Marlow", "Elde"]
    assert [reading["chat_id"] for reading in told["readings"]] == [5, -100]
    assert told["messages"][1]["questions"] == ["Who is Marlow?"]
    assert told["messages"][1]["reading_ids"] == [told["readings"][0]["reading_id"]]
    assert told["settings"][0]["locale"] == "de"
    assert told["updates"][0]["payload"]["message"]["text"] == "pending"
    everything = json.dumps(told)
    assert not any(word in everything for word in ("Tarnworth", "Quay", '"user_id": 6'))


async def test_an_export_is_handed_over_a_row_at_a_time(stores):
    """So that a thousand books need no more memory than one of them."""
    for word in ("Marlow", "Elde", "Quay"):
        await read(stores, 5, word)
    pieces = []
    assert await stores.operators.export(5, pieces.append) == 3
    assert max("".join(piece).count(" opened a bridge") for piece in pieces) == 1
    assert json.loads("".join(pieces))["user_id"] == 5


async def test_exports_come_one_after_the_other_so_that_others_can_read_beside_them(stores):
    held, begun, begun_late = threading.Event(), threading.Event(), threading.Event()

    def take_slowly(piece):
        begun.set()
        held.wait(20)

    try:
        first = asyncio.create_task(stores.operators.export(5, take_slowly))
        await asyncio.to_thread(begun.wait, 20)
        second = asyncio.create_task(stores.operators.export(6, lambda _: begun_late.set()))
        assert not await asyncio.to_thread(begun_late.wait, 0.2)
    finally:
        held.set()
    await asyncio.gather(first, second)
    assert begun_late.is_set()


async def test_an_export_that_nobody_waits_for_ends_and_the_next_one_waits_for_that(stores):
    for word in ("Marlow", "Elde"):
        await read(stores, 5, word)
    held, begun, begun_late = threading.Event(), threading.Event(), threading.Event()
    pieces = []

    def take_slowly(piece):
        pieces.append(piece)
        begun.set()
        held.wait(20)

    try:
        first = asyncio.create_task(stores.operators.export(5, take_slowly))
        await asyncio.to_thread(begun.wait, 20)
        first.cancel()
        await asyncio.wait([first])
        assert first.cancelled()
        second = asyncio.create_task(stores.operators.export(6, lambda _: begun_late.set()))
        assert not await asyncio.to_thread(begun_late.wait, 0.2)
    finally:
        held.set()
    await second
    assert len(pieces) == 1


async def test_an_export_tells_not_where_the_operators_hooks_lead(stores, clock):
    url = "https://hooks.example.net/services/zqxkey"
    message = HookMessage(urls=[url], event="summary", body='{"a": 1}')
    await stores.hooks.queue(message, chat_id=5, user_id=5, now=clock.now())
    await stores.operators.admit(5, by=66)
    told = await exported(stores.operators, 5)
    assert [row["body"] for row in told["hooks_waiting"]] == ['{"a": 1}']
    assert not any(word in json.dumps(told) for word in ("zqxkey", "hooks.example.net", ": 66"))


async def test_an_export_holds_what_a_person_sent_without_what_it_quotes_of_others(stores, clock):
    other = {"id": 8, "is_bot": False, "first_name": "Zqxother", "username": "zqxother"}
    message = {
        "message_id": 5,
        "chat": {"id": -100, "type": "supergroup", "title": "Club"},
        "from": {"id": 7, "is_bot": False, "first_name": "Pia"},
        "text": "/tldr for Zo",
        "entities": [{"type": "text_mention", "offset": 10, "length": 2, "user": other}],
        "reply_to_message": {"message_id": 4, "from": other, "text": "zqxwords"},
        "quote": {"text": "zqxwords", "position": 0},
        "external_reply": {"origin": {"type": "user", "sender_user": other}},
        "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Zqxother"},
        "new_chat_members": [other],
    }
    payload = json.dumps({"update_id": 1, "message": message})
    incoming = Incoming(
        update_id=1, payload=payload, lane="g", chat_id=-100, user_id=7, received_at=clock.now()
    )
    await stores.inbox.put([incoming])
    told = await exported(stores.operators, 7)
    assert told["updates"][0]["payload"]["message"]["from"]["first_name"] == "Pia"
    assert told["updates"][0]["payload"]["message"]["text"] == "/tldr for Zo"
    assert "zqx" not in json.dumps(told).lower()


async def test_an_operator_exports_and_erases_a_group_by_its_number(stores, clock):
    club, other = -1001234, -1009999
    for chat_id in (club, other):
        room = Room(chat_id=chat_id, kind="supergroup", title=f"Club {chat_id}", present=True, added_by=66)
        await stores.rooms.save_room(room, only=("title",))
        await stores.rooms.note_links(chat_id, 3, 5, [f"https://example.org/{chat_id}"], clock.now())
        await stores.rooms.set_auto(chat_id, 3, Auto.ON)
        words = Said(message_id=6, text=f"Talk of {chat_id}", at=clock.now())
        await stores.digests.note_said(Place(chat_id=chat_id, topic_id=3), words, 66)
    told = await exported(stores.operators, club)
    assert [row["text"] for row in told["said"]] == [f"Talk of {club}"]
    assert [row["title"] for row in told["chat"]] == [f"Club {club}"]
    assert [row["urls"] for row in told["recent_links"]] == [[f"https://example.org/{club}"]]
    assert [row["topic_id"] for row in told["topics"]] == [3]
    assert "66" not in json.dumps(told["chat"])
    await stores.storage.forget(club)
    assert not any(
        isinstance(rows, list) and rows for rows in (await exported(stores.operators, club)).values()
    )
    assert await stores.rooms.room(club) == Room(chat_id=club)
    assert await stores.rooms.last_link(club, 3, clock.now()) is None
    assert await stores.rooms.auto(club, 3) == Auto.OFF
    assert (await stores.rooms.room(other)).title == f"Club {other}"
    assert await stores.rooms.last_link(other, 3, clock.now()) is not None


def test_every_table_is_exported_or_known_to_be_nobodys():
    source = Path(bot.storage.exporting.__file__).read_text(encoding="utf-8")
    exported = {table for table in metadata.tables if f"{table}.c" in source}
    assert set(metadata.tables) - exported == NOBODYS


async def test_what_is_used_stays_and_what_is_not_goes_after_its_time(stores, clock):
    old = await read(stores, 5, "Marlow")
    used = await read(stores, 5, "Elde", message_id=51)
    clock.pass_by(days=89)
    await stores.storage.receive(5, "en", 5)
    await stores.storage.link_message(chat_id=5, message_id=52, user_id=5, reading_ids=[used.reading_id])
    clock.pass_by(days=2)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert await stores.storage.reading(old.reading_id) is None
    assert await stores.storage.article(old.version) is None
    assert await stores.storage.reading(used.reading_id) == used
    assert await stores.storage.readings_of_message(5, 52) == (used,)
    assert await stores.storage.questions_of_message(5, 50) == ()


async def test_what_waits_for_hooks_that_are_set_no_more_goes_after_a_few_days(stores, clock):
    message = HookMessage(urls=["https://hooks.example/x"], event="summary", body="{}")
    await stores.hooks.queue(message, chat_id=5, user_id=5, now=clock.now())
    clock.pass_by(days=2)
    await stores.digests.expire(clock.now() - timedelta(days=90))
    assert len(await stores.hooks.due("https://hooks.example/x", clock.now(), limit=9)) == 1
    clock.pass_by(days=2)
    await stores.digests.expire(clock.now() - timedelta(days=90))
    assert await stores.hooks.due("https://hooks.example/x", clock.now(), limit=9) == ()


async def test_links_of_yesterday_go_also_where_no_new_ones_come(stores, clock):
    await stores.rooms.note_links(-5, 0, 1, ["https://example.org/old"], clock.now())
    clock.pass_by(hours=23)
    await stores.rooms.note_links(-5, 0, 2, ["https://example.org/new"], clock.now())
    clock.pass_by(hours=2)
    assert await stores.digests.expire(clock.now() - timedelta(days=90)) == 1
    assert await stores.rooms.last_link(-5, 0, clock.now()) == "https://example.org/new"


async def test_who_was_away_for_long_is_forgotten_whole(stores, clock):
    await read(stores, 5, "Marlow")
    await stores.storage.save_preferences(5, Preferences(locale="de"))
    for number in range(20, 30):
        await read(stores, number, f"Town{number}")
    clock.pass_by(days=91)
    await read(stores, 6, "Elde")
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert (await stores.operators.statistics()).people == 1
    assert await stores.storage.preferences(5) == Preferences()
    assert (await stores.storage.conversation(5, 5)).reading_ids == ()
    assert (await stores.operators.statistics()).texts == 1


@pytest.mark.parametrize("posted_to", [5, -100])
async def test_who_only_reads_a_digest_uses_the_bot_as_long_as_it_comes(stores, clock, posted_to):
    await read(stores, 5, "Marlow")
    await stores.storage.save_preferences(5, Preferences(locale="de"))
    plan = await plan_of(stores, clock, 5, posted_to)
    mine = plan.place
    clock.pass_by(days=80)
    slot = Slot("2026-05-20T08:00", clock.now())
    run = await stores.digests.begin_run(plan, slot, ("one",), ("told",), clock.now())
    await stores.digests.finish_run(run.run_id)
    clock.pass_by(days=11)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert await stores.digests.plan(plan.digest_id) is not None
    assert len(await stores.feeds.followings(mine)) == 1
    assert await stores.storage.preferences(5) == Preferences(locale="de")
    assert (await stores.operators.statistics()).texts == 0  # what they read so long ago
    await stores.digests.rest(posted_to)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert await stores.digests.plan(plan.digest_id) is None


async def test_a_digest_that_never_had_anything_to_tell_keeps_nobody(stores, clock):
    await read(stores, 5, "Marlow")
    plan = await plan_of(stores, clock, 5, 5)
    for _ in range(3):
        clock.pass_by(days=30)
        await stores.digests.begin_run(plan, Slot(clock.now().isoformat(), clock.now()), (), (), clock.now())
    clock.pass_by(days=1)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert (await stores.operators.statistics()).people == 0
    assert await stores.digests.plan(plan.digest_id) is None


async def plan_of(stores, clock, person, posted_to):
    """What somebody follows, told every morning."""
    place = Place(chat_id=person)
    poll = PollState(url="https://example.org/feed", next_at=clock.now())
    await stores.feeds.follow(place, poll, title=None, site=None, language=None)
    schedule = Schedule(zone="Europe/Berlin", times=(time(8),))
    target = Place(chat_id=posted_to)
    plan = DigestPlan(digest_id=0, place=place, target=target, schedule=schedule, since=clock.now())
    return await stores.digests.save_plan(plan)


async def test_who_was_away_is_still_let_in(stores, clock):
    await stores.operators.admit(5, by=6)
    await stores.storage.receive(5, "en", 5)
    clock.pass_by(days=91)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert (await stores.operators.statistics()).people == 0
    assert await stores.operators.any_admitted([5])


async def test_questions_about_what_is_gone_go_with_it(stores, clock):
    reading = await read(stores, 5, "Marlow")
    talk = Conversation(chat_id=5, user_id=5, reading_ids=(reading.reading_id,), questions=("zqxsecret",))
    await stores.storage.save_conversation(talk)
    clock.pass_by(days=91)
    await stores.storage.receive(5, "en", 5)
    await expire_all(stores, clock.now() - timedelta(days=90))
    assert "zqxsecret" not in json.dumps(await exported(stores.operators, 5))


async def test_what_retention_erases_leaves_no_byte(clock, database):
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await read(stores, 5, "zqxsecret")
        clock.pass_by(days=91)
        await expire_all(stores, clock.now() - timedelta(days=90))
        content = b"".join(path.read_bytes() for path in database.parent.iterdir())
        assert b"zqxsecret" not in content


async def test_statistics_count_what_there_is(stores, clock):
    await read(stores, 5, "Marlow")
    clock.pass_by(days=3)
    await read(stores, 6, "Elde")
    told = await stores.operators.statistics()
    assert (told.people, told.active_day, told.active_week) == (2, 1, 2)
    assert (told.readings, told.texts, told.waiting) == (2, 2, 0)
    assert told.database_bytes > 0


async def test_a_broadcast_reaches_each_once_and_goes_on_where_it_was(stores):
    for user_id in (3, 1, 2, 9):
        await stores.storage.receive(user_id, "en", user_id)
    broadcast = await stores.broadcasts.begin_broadcast(9, "Hello")
    assert await stores.broadcasts.begin_broadcast(9, "Again") is None
    assert await stores.broadcasts.next_recipient(broadcast) == 1
    again = await stores.broadcasts.broadcast_under_way()
    assert [await stores.broadcasts.next_recipient(again) for _ in range(3)] == [2, 3, None]
    await stores.broadcasts.count_outcome(again.broadcast_id, "sent")
    over = await stores.broadcasts.finish_broadcast(again.broadcast_id, stopped=False)
    assert (over.sent, over.text, over.stopped) == (1, "", False)
    assert await stores.broadcasts.broadcast_under_way() is None


async def test_a_broadcast_names_nobody_who_is_forgotten_and_goes_on_behind_them(stores):
    for user_id in (1, 2, 3, 9):
        await stores.storage.receive(user_id, "en", user_id)
    broadcast = await stores.broadcasts.begin_broadcast(9, "Hello")
    assert [await stores.broadcasts.next_recipient(broadcast) for _ in range(2)] == [1, 2]
    await stores.storage.forget(2)
    assert (await stores.broadcasts.broadcast_under_way()).last_user_id == 1
    assert await stores.broadcasts.next_recipient(broadcast) == 3
    over = await stores.broadcasts.finish_broadcast(broadcast.broadcast_id, stopped=False)
    assert over.last_user_id is None


async def test_a_broadcast_that_was_stopped_has_nobody_next(stores):
    await stores.storage.receive(1, "en", 1)
    broadcast = await stores.broadcasts.begin_broadcast(9, "Hello")
    await stores.broadcasts.finish_broadcast(broadcast.broadcast_id, stopped=True)
    assert await stores.broadcasts.next_recipient(broadcast) is None
    assert (await stores.broadcasts.last_broadcast()).stopped
