"""Private feeds of chats: who has one, what is kept for it, and that it goes when it should."""

from datetime import timedelta

from exported import exported

from bot.core.digests.outlets import Outlet
from bot.services.outlets import Outlets


def outlet(chat_id, secret):
    return Outlet(chat_id=chat_id, secret=secret, title="Marlow", locale="en")


async def test_a_feed_is_found_by_its_chat_and_by_its_secret_until_it_has_another(stores):
    assert await stores.outlets.outlet(5) is None
    await stores.outlets.save_outlet(outlet(5, "first"))
    assert await stores.outlets.outlet(5) == await stores.outlets.outlet_behind("first") == outlet(5, "first")
    await stores.outlets.save_outlet(outlet(5, "second"))
    assert await stores.outlets.outlet_behind("first") is None
    await stores.outlets.close_outlet(5)
    assert await stores.outlets.outlet_behind("second") is None


async def test_digests_are_kept_for_those_who_have_a_feed_latest_first(stores, clock):
    await stores.outlets.save_outlet(outlet(-100, "s"))
    for number in range(3):
        await stores.outlets.keep_digest(-100, clock.now(), {"number": number})
    await stores.outlets.keep_digest(-200, clock.now(), {"number": 9})
    kept = await stores.outlets.digests(-100, limit=2)
    assert [one.told["number"] for one in kept] == [2, 1]
    assert kept[0].posted_at == clock.now()
    assert await stores.outlets.digests(-200, limit=2) == ()


async def test_forgetting_a_person_or_a_chat_closes_the_feed(stores, clock):
    for chat_id in (5, -100):
        await stores.outlets.save_outlet(outlet(chat_id, f"secret{chat_id}"))
        await stores.outlets.keep_digest(chat_id, clock.now(), {"word": "zqx"})
    told = await exported(stores.operators, 5)
    assert told["private_feed"][0]["secret"] == "secret5"
    await stores.storage.forget(5)
    assert await stores.outlets.outlet(5) is None
    assert await stores.outlets.digests(5, limit=9) == ()
    assert await stores.outlets.outlet(-100) is not None
    await stores.digests.erase_chat(-100)
    assert await stores.outlets.outlet(-100) is None
    assert await stores.outlets.digests(-100, limit=9) == ()


async def test_a_feed_goes_with_its_group_and_old_digests_go(stores, clock):
    await stores.outlets.save_outlet(outlet(-100, "s"))
    await stores.outlets.keep_digest(-100, clock.now(), {})
    await stores.digests.move_chat(-100, -1001)
    assert (await stores.outlets.outlet_behind("s")).chat_id == -1001
    assert len(await stores.outlets.digests(-1001, limit=9)) == 1
    await stores.digests.expire(clock.now() + timedelta(days=1))
    assert await stores.outlets.digests(-1001, limit=9) == ()


async def test_who_only_reads_their_feed_uses_the_bot_as_long_as_they_do(stores, clock):
    feeds = Outlets(store=stores.outlets, storage=stores.storage, digests=stores.digests, clock=clock)
    for chat_id in (5, 6):
        await stores.storage.receive(chat_id, "en", chat_id)
        await stores.outlets.save_outlet(outlet(chat_id, f"secret{chat_id}"))
    clock.pass_by(days=80)
    assert await feeds.view("secret5") is not None
    clock.pass_by(days=20)
    await stores.operators.expire(clock.now() - timedelta(days=90), limit=9)
    assert await feeds.view("secret5") is not None
    assert await feeds.view("secret6") is None


async def test_that_a_feed_is_read_is_noted_of_who_is_there_and_not_each_time(stores, clock):
    await stores.storage.receive(5, "en", 5)
    first = (await exported(stores.operators, 5))["person"][0]["last_seen"]
    clock.pass_by(hours=11)
    await stores.outlets.note_reader(5)
    assert (await exported(stores.operators, 5))["person"][0]["last_seen"] == first
    clock.pass_by(hours=2)
    await stores.outlets.note_reader(5)
    assert (await exported(stores.operators, 5))["person"][0]["last_seen"] > first
    await stores.outlets.note_reader(-100)
    assert (await stores.operators.statistics()).people == 1
