import asyncio
import json

import sqlalchemy as sa

from bot.ports import Incoming
from bot.storage import open_storage
from bot.storage.schema.tables import deliveries
from bot.storage.schema.tables import inbox as inbox_table
from bot.storage.updates import inbox as inbox_module
from bot.storage.updates.deaths import blamed


def incoming(clock, update_id, text="hello", lane="c7", date=1, **more):
    message = {
        "message_id": update_id,
        "date": date,
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7},
        "text": text,
    }
    payload = json.dumps({"update_id": update_id, "message": message})
    return Incoming(
        update_id=update_id, payload=payload, lane=lane, chat_id=7, user_id=7, received_at=clock.now(), **more
    )


async def test_an_update_is_new_once(stores, clock):
    first, second = incoming(clock, 1), incoming(clock, 2)
    assert await stores.inbox.put([first, second, second]) == (first, second)
    assert await stores.inbox.put([first]) == ()
    assert await stores.inbox.put([]) == ()
    assert await stores.inbox.pending() == (first, second)


async def test_an_update_that_is_done_stays_known(stores, clock):
    update = incoming(clock, 1)
    await stores.inbox.put([update])
    assert await stores.inbox.begin(1) == 1
    await stores.inbox.done(1)
    assert await stores.inbox.pending() == ()
    assert await stores.inbox.put([update]) == ()
    assert await stores.inbox.begin(1) == 0


async def test_another_update_of_a_used_number_is_new_and_renumbered(stores, clock):
    await stores.inbox.put([incoming(clock, 1)])
    others = [incoming(clock, 1, date=date) for date in (2, 3)]
    new = await stores.inbox.put(others)
    assert [update.update_id for update in new] == [-1, -2]
    assert [json.loads(update.payload)["update_id"] for update in new] == [-1, -2]
    assert await stores.inbox.put(others) == ()
    await stores.inbox.done(-1)
    assert [update.update_id for update in await stores.inbox.pending()] == [1, -2]


async def test_a_text_that_no_database_takes_survives(stores, clock):
    update = incoming(clock, 1, text="\ud800\x00")
    assert await stores.inbox.put([update]) == (update,)
    assert await stores.inbox.pending() == (update,)


async def test_giving_up_ends_it(stores, clock):
    await stores.inbox.put([incoming(clock, 1)])
    await stores.inbox.set_aside(1, "KeyError")
    assert await stores.inbox.pending() == ()


async def test_what_was_put_is_there_after_the_program_ended(clock, database):
    url = f"sqlite:///{database}"
    async with open_storage(url, clock) as stores:
        await stores.inbox.put([incoming(clock, 1), incoming(clock, 2)])
        await stores.inbox.done(1)
    async with open_storage(url, clock) as stores:
        assert [update.update_id for update in await stores.inbox.pending()] == [2]


async def blame(stores, *begun):
    """The program dies while these are being handled; (deaths, alone) of all that is pending."""
    await asyncio.gather(*(stores.inbox.begin(update_id) for update_id in begun))
    return [(update.deaths, update.alone) for update in await stores.inbox.pending()]


async def test_a_death_is_blamed_on_what_was_alone_and_on_nobody_in_company(stores, clock):
    await stores.inbox.put([incoming(clock, 1, lane="c1"), incoming(clock, 2, lane="c2")])
    assert await blame(stores, 1, 2) == [(1, 0), (1, 0)]
    assert await blame(stores, 2) == [(1, 0), (2, 1)]
    assert await blame(stores, 1, 2) == [(2, 0), (3, 2)]


async def test_a_death_that_something_else_caused_clears_a_suspect(stores, clock):
    await stores.inbox.put([incoming(clock, 1, lane="c1"), incoming(clock, 2, lane="c2")])
    assert await blame(stores, 2) == [(0, 0), (1, 1)]
    assert await blame(stores, 2) == [(0, 0), (2, 2)]
    assert await blame(stores) == [(0, 0), (2, 0)]


async def test_no_death_is_blamed_on_an_update_whose_answer_is_on_its_way(stores, clock):
    await stores.inbox.put([incoming(clock, 1), incoming(clock, 2)])
    await asyncio.gather(stores.inbox.begin(1), stores.inbox.begin(2))  # one job
    await stores.outbox.intend(1, 0, 7, placeholder=True)
    assert await blame(stores) == [(1, 1), (1, 1)]
    await asyncio.gather(stores.inbox.begin(1), stores.inbox.begin(2))
    await stores.outbox.intend(1, 0, 7)
    assert await blame(stores) == [(1, 0), (1, 0)]


async def test_a_try_that_is_released_does_not_count(stores, clock):
    await stores.inbox.put([incoming(clock, 1)])
    await stores.inbox.begin(1)
    await stores.inbox.release(1)
    (update,) = await stores.inbox.pending()
    assert (update.tries, update.deaths) == (0, 0)


def test_the_only_suspect_is_blamed_and_never_one_of_two(clock):
    innocent = incoming(clock, 1, lane="c1")
    suspect = incoming(clock, 2, lane="c2", deaths=2)
    other = incoming(clock, 3, lane="c3", deaths=2)
    assert blamed([innocent, suspect]) == {2}
    assert blamed([innocent, suspect, other]) == set()
    assert blamed([innocent]) == {1}
    assert blamed([]) == set()


async def test_numbers_of_updates_go_once_they_cannot_come_again(stores, clock):
    await stores.inbox.put([incoming(clock, 1)])
    await stores.inbox.done(1)
    clock.pass_by(days=3)
    await stores.inbox.put([incoming(clock, 2)])
    assert len(await stores.inbox.put([incoming(clock, 1)])) == 1


async def test_numbers_go_though_the_clock_was_ahead_for_a_while(stores, clock):
    await stores.inbox.put([incoming(clock, 1)])
    await stores.inbox.done(1)
    clock.pass_by(days=1500)
    await stores.inbox.put([incoming(clock, 2)])
    clock.pass_by(days=-1496)
    await stores.inbox.put([incoming(clock, 3)])
    await stores.inbox.done(3)
    clock.pass_by(days=3)
    await stores.inbox.put([incoming(clock, 4)])
    assert len(await stores.inbox.put([incoming(clock, 3)])) == 1


async def test_they_go_a_few_with_each_update_with_what_was_sent_for_them(stores, clock, monkeypatch):
    monkeypatch.setattr(inbox_module, "PRUNED_AT_ONCE", 2)
    for number in range(1, 6):
        await stores.inbox.put([incoming(clock, number)])
        await stores.outbox.intend(number, 0, 7)
        await stores.outbox.sent(number, 0, 50 + number, final=True)
        await stores.inbox.done(number)
    clock.pass_by(days=1)
    await stores.inbox.put([incoming(clock, 6)])
    await stores.inbox.done(6)
    clock.pass_by(days=1.5)
    for number, left in ((11, 4), (12, 2), (13, 1), (14, 1)):
        await stores.inbox.put([incoming(clock, number)])
        kept = await stores.storage._database.values(sa.select(inbox_table.c.update_id))
        assert len([number for number in kept if number < 10]) == left
    assert await stores.storage._database.values(sa.select(deliveries.c.update_id)) == []


async def test_what_was_sent_lately_stays_beside_what_was_sent_long_ago_under_one_number(stores, clock):
    await stores.outbox.intend(-5, 0, 7)
    clock.pass_by(days=3)
    await stores.outbox.intend(-5, 1, 7)
    await stores.inbox.put([incoming(clock, 1)])
    parts = sa.select(deliveries.c.part).where(deliveries.c.update_id == -5)
    assert await stores.storage._database.values(parts) == [1]


async def test_a_message_is_intended_once_and_known_after_it_was_sent(stores, clock):
    first = await stores.outbox.intend(1, 0, 7, placeholder=True)
    assert (first.message_id, first.lost, first.final) == (None, (), False)
    assert (await stores.outbox.intend(1, 0, 7, placeholder=True)).lost == (0,)
    assert (await stores.outbox.intend(1, 0, 7)).lost == (0,)
    for _ in range(3):
        assert (await stores.outbox.intend(1, 0, 7)).lost == (0, 0)
    await stores.outbox.sent(1, 0, 50, final=False)
    again = await stores.outbox.intend(1, 0, 7)
    assert (again.message_id, again.final, again.lost) == (50, False, (0,))
    await stores.outbox.settled(1, 0)
    assert (await stores.outbox.intend(1, 0, 7)).lost == ()
    assert await stores.outbox.known_messages(7, 49) == {50}
    assert await stores.outbox.known_messages(7, 50) == frozenset()
    assert await stores.outbox.known_messages(8, 0) == frozenset()
    assert await stores.outbox.known_messages(8, 0, elsewhere=True) == {50}


async def test_what_is_noted_for_many_at_once_is_right_for_each(stores, clock):
    numbers = range(1, 9)
    await stores.inbox.put([incoming(clock, number, lane=f"c{number}") for number in numbers])
    erased = 99
    tries = await asyncio.gather(*map(stores.inbox.begin, [*numbers, erased]))
    assert tries == [1] * 8 + [0]
    placeholders = [stores.outbox.intend(n, 0, 7, placeholder=n % 2 == 0) for n in numbers]
    assert {found.lost for found in await asyncio.gather(*placeholders)} == {()}
    await asyncio.gather(*(stores.outbox.sent(n, 0, 100 + n, final=n % 2 == 1) for n in (1, 2, 3, 4)))
    again = await asyncio.gather(*(stores.outbox.intend(n, 0, 7) for n in numbers))
    told = [(found.message_id, found.final, found.lost) for found in again]
    assert told[:4] == [(101, True, ()), (102, False, ()), (103, True, ()), (104, False, ())]
    assert told[4:] == [(None, False, (8,))] * 4
    await asyncio.gather(*map(stores.inbox.done, [1, 3, 5, erased]))
    assert [update.update_id for update in await stores.inbox.pending()] == [2, 4, 6, 7, 8]


async def test_a_lost_message_is_above_every_id_known_when_it_was_sent(stores, clock):
    await stores.inbox.put([incoming(clock, 40)])
    await stores.outbox.intend(1, 0, 9)
    await stores.outbox.sent(1, 0, 35, final=True)
    for chat_id, highest in ((7, 40), (-1_000_000_000_007, 0)):
        await stores.outbox.intend(2, chat_id, chat_id)
        assert (await stores.outbox.intend(2, chat_id, chat_id)).lost == (highest,)
