"""Several processes on one PostgreSQL: who handles what, who leads, and what becomes of one that ends."""

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from bot.chat.queueing.lanes import address_of
from bot.chat.queueing.throttle import Throttle
from bot.core.errors import DatabaseError
from bot.ports import Incoming
from bot.storage import open_storage
from bot.storage.updates import cluster, shared_inbox

pytestmark = pytest.mark.postgres


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(cluster, "GRACE_S", 0.3)
    monkeypatch.setattr(cluster, "LOOK_EVERY_S", 0.1)
    monkeypatch.setattr(shared_inbox, "DEAD_EVERY_S", 0.1)


def update(clock, update_id, chat_id=7):
    message = {"message_id": update_id, "date": 1, "chat": {"id": chat_id}, "from": {"id": chat_id}}
    return Incoming(
        update_id=update_id,
        payload=json.dumps({"update_id": update_id, "message": message}),
        lane=f"c{chat_id}",
        chat_id=chat_id,
        user_id=chat_id,
        received_at=clock.now(),
    )


def numbers(updates):
    return [one.update_id for one in updates]


@asynccontextmanager
async def process(address, clock):
    async with open_storage(address, clock) as stores:
        assert await stores.inbox.pending() == ()
        yield stores


async def next_arrivals(stores, within_s=10):
    async with asyncio.timeout(within_s):
        return numbers(await anext(stores.inbox.arrivals()))


async def until_seen(stores):
    """Until this process has seen that there is another one."""
    async with asyncio.timeout(10):
        while not stores.cluster.has_others:  # noqa: ASYNC110 - a server knows
            await asyncio.sleep(0.05)


async def die(stores, server):
    """The process ends without a word: its connection with its presence is cut, and it never comes back."""
    stores.cluster._come_back = asyncio.Event().wait
    find = sa.text(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = :kind AND objid = :number"
    )
    where = {"kind": cluster.PRESENCE, "number": stores.cluster.number}

    def kill(connection):
        pid = connection.execute(find, where).scalar_one()
        connection.execute(sa.select(sa.func.pg_terminate_backend(pid)))

    await stores.cluster._database.write(kill)


async def test_a_chat_stays_with_the_process_that_has_something_of_it(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        assert numbers(await first.inbox.put([update(clock, 1)])) == [1]
        assert await second.inbox.put([update(clock, 2)]) == ()
        assert numbers(await second.inbox.put([update(clock, 3, chat_id=8)])) == [3]
        assert await next_arrivals(first) == [2]
        for update_id in (1, 2):
            await first.inbox.done(update_id)
        assert numbers(await second.inbox.put([update(clock, 4)])) == [4]


async def test_the_same_update_brought_to_both_at_once_is_handled_once(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        for number in range(1, 40):
            both = await asyncio.gather(
                first.inbox.put([update(clock, number, number)]),
                second.inbox.put([update(clock, number, number)]),
            )
            assert sorted(map(len, both)) == [0, 1]


async def test_updates_of_one_chat_brought_to_both_at_once_go_to_one(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        got = await asyncio.gather(
            *(
                stores.inbox.put([update(clock, 2 * number + which)])
                for number in range(20)
                for which, stores in enumerate((first, second))
            )
        )
        halves = [[one for some in got[which::2] for one in some] for which in (0, 1)]
        assert min(map(len, halves)) == 0
        owner = first if halves[0] else second
        seen = set(numbers(halves[0] + halves[1]))
        while len(seen) < 40:
            seen.update(await next_arrivals(owner))


async def test_who_polls_alone_leaves_to_others_what_is_more_than_it_can_begin_soon(
    postgres, clock, monkeypatch
):
    monkeypatch.setattr(shared_inbox, "ENOUGH", 3)
    async with process(postgres, clock) as poller:
        alone = [update(clock, number, number) for number in range(1, 6)]
        assert numbers(await poller.inbox.put(alone, share=True)) == [1, 2, 3, 4, 5]
        for number in range(1, 6):
            await poller.inbox.done(number)
        async with process(postgres, clock) as other:
            await until_seen(poller)
            first = [update(clock, 10 + number, chat) for number, chat in enumerate((1, 2, 3, 4, 3, 5))]
            # Of the third chat both come here: a lane is never parted, and neither are later ones of it.
            assert numbers(await poller.inbox.put(first, share=True)) == [10, 11, 12, 14]
            assert await next_arrivals(other) == [13, 15]
            second = [update(clock, 20 + number, chat) for number, chat in enumerate((2, 4, 6))]
            assert numbers(await poller.inbox.put(second, share=True)) == [20]
            assert await next_arrivals(other) == [21, 22]
            assert numbers(await poller.inbox.put([update(clock, 30, 7)])) == [30]


async def test_what_is_left_to_others_is_taken_by_whoever_left_it_where_they_do_not(
    postgres, clock, monkeypatch
):
    monkeypatch.setattr(shared_inbox, "ENOUGH", 1)
    async with process(postgres, clock) as poller, process(postgres, clock):
        await until_seen(poller)
        updates = [update(clock, number, number) for number in range(1, 4)]
        assert numbers(await poller.inbox.put(updates, share=True)) == [1]
        assert await next_arrivals(poller, within_s=1) == [2, 3]


async def test_what_a_dead_process_had_is_taken_over_in_order_and_blamed(postgres, clock, server):
    async with process(postgres, clock) as second, process(postgres, clock) as first:
        await first.inbox.put([update(clock, 1), update(clock, 2), update(clock, 3, chat_id=8)])
        assert await first.inbox.begin(1) == 1
        await die(first, server)
        assert await next_arrivals(second) == [1, 2, 3]
        assert await first.inbox.begin(1) == 0
        assert await second.inbox.begin(1) == 1
        (again, *_) = await second.inbox.pending()
        assert (again.deaths, again.alone) == (2, 2)  # once here, by asking a second time


async def test_who_loses_the_server_for_a_moment_keeps_what_it_has(postgres, clock, server):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        await first.inbox.put([update(clock, 1)])
        server.cut_off(postgres)
        with pytest.raises(TimeoutError):
            await next_arrivals(second, within_s=1.5)
        assert await first.inbox.begin(1) == 1


async def test_what_is_left_at_the_end_goes_to_the_others_at_once(postgres, clock):
    async with process(postgres, clock) as second:
        async with process(postgres, clock) as first:
            await first.inbox.put([update(clock, 1)])
            assert await first.inbox.begin(1) == 1
        assert await next_arrivals(second) == [1]
        assert await second.inbox.begin(1) == 2


async def test_a_command_beside_the_bot_does_not_lead(postgres, clock):
    async with open_storage(postgres, clock, leads=False) as command:
        await asyncio.sleep(0.3)
        assert not command.cluster.is_leader
        async with process(postgres, clock) as bot:
            assert bot.cluster.is_leader


async def test_one_leads_and_another_one_does_when_it_ends(postgres, clock, server):
    leading = []

    async def lead(stores, name):
        async def work():
            leading.append(name)
            try:
                await asyncio.Event().wait()
            finally:
                leading.remove(name)

        await stores.cluster.run_as_leader(work)

    async with process(postgres, clock) as first, process(postgres, clock) as second:
        tasks = [asyncio.create_task(lead(first, "first")), asyncio.create_task(lead(second, "second"))]
        await asyncio.sleep(0.5)
        assert leading == ["first"]
        assert (first.cluster.is_leader, second.cluster.is_leader) == (True, False)
        await die(first, server)
        async with asyncio.timeout(10):
            while leading != ["second"]:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_others_hear_what_is_told_and_who_tells_does_not(postgres, clock):
    heard = asyncio.Queue()
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        for name, stores in (("first", first), ("second", second)):

            async def act(user_id, name=name):
                heard.put_nowait((name, user_id))

            stores.cluster.subscribe("word", act)
        await asyncio.sleep(0.3)  # until the second one has been seen
        await first.cluster.publish("word", user_id=5)
        assert await asyncio.wait_for(heard.get(), 10) == ("second", 5)
        assert heard.empty()


async def test_what_is_told_surely_is_heard_by_one_who_has_not_been_seen_yet(postgres, clock):
    heard = asyncio.Event()

    async def act(user_id):
        heard.set()

    async with process(postgres, clock) as first, process(postgres, clock) as second:
        second.cluster.subscribe("suspend", act)
        first.cluster._present = frozenset()
        await first.cluster.publish("suspend", surely=True, user_id=5)
        await asyncio.wait_for(heard.wait(), 10)


async def test_lanes_are_counted_and_not_their_updates_when_some_are_claimed(postgres, clock, monkeypatch):
    monkeypatch.setattr(shared_inbox, "MOST_AT_ONCE", 2)
    async with process(postgres, clock) as second:
        async with process(postgres, clock) as first:
            await first.inbox.put([update(clock, number) for number in range(1, 4)])
            await first.inbox.put([update(clock, 10 + chat, chat) for chat in (8, 9)])
        assert await next_arrivals(second) == [1, 2, 3, 18]
        assert await next_arrivals(second) == [19]


def plans(connection):
    """How the direct statements of this connection are carried out, those that have a plan for good."""
    known = sa.text(
        "SELECT name FROM pg_prepared_statements WHERE name LIKE 'nutshell%' AND generic_plans > 0"
    )
    names = connection.execute(known).scalars().all()
    return [
        "\n".join(connection.exec_driver_sql(f"EXPLAIN EXECUTE {name} ('[]')").scalars()) for name in names
    ]


async def test_plans_that_are_made_while_the_inbox_is_empty_do_not_look_through_all_of_it(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        for number in range(1, 20):
            await first.inbox.put([update(clock, 2 * number)])
            await second.inbox.put([update(clock, 2 * number + 1)])
            await first.inbox.begin(2 * number)
            assert await next_arrivals(first) == [2 * number + 1]
            await first.inbox.done(2 * number)
            await first.inbox.done(2 * number + 1)
        for urgent in (True, False):
            kept = await first.cluster._database.order(plans, urgent=urgent)
            assert kept
            assert not [plan for plan in kept if "Seq Scan on inbox" in plan]


async def test_work_elsewhere_is_known_while_it_lasts(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        await first.inbox.put([update(clock, 1)])
        assert not await second.cluster.works_elsewhere(7)
        await first.inbox.begin(1)
        assert await second.cluster.works_elsewhere(7, 7)
        assert not await second.cluster.works_elsewhere(7, 8)
        assert not await first.cluster.works_elsewhere(7)
        await first.outbox.intend(1, 0, 7)  # the work is done, and its answer is being sent
        assert await second.cluster.works_elsewhere(7)
        await first.inbox.done(1)
        assert not await second.cluster.works_elsewhere(7)


async def test_a_sending_elsewhere_is_known_until_its_id_is(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        await first.inbox.put([update(clock, 1)])
        assert not await second.outbox.sent_elsewhere(7)
        await first.outbox.intend(1, 0, 7)
        assert await second.outbox.sent_elsewhere(7)
        assert not await first.outbox.sent_elsewhere(7)
        await first.outbox.sent(1, 0, 50, final=True)
        assert not await second.outbox.sent_elsewhere(7)


async def test_a_machine_that_vanishes_is_noticed_on_the_connection_that_holds_the_lead(postgres, clock):
    async with process(postgres, clock) as stores:
        present = stores.cluster
        newcomer = cluster.PostgresCluster(present._engine, present._database)
        connection = await newcomer._come()
        try:
            # Through a socket of this machine there are no keepalives: the others of SESSION tell as well.
            shown = await (await connection.execute("SHOW idle_in_transaction_session_timeout")).fetchone()
        finally:
            await connection.close()
        assert shown == ("1min",)


@pytest.mark.parametrize("note", ["", "no json", "[1]", '[1, "topic", {"unknown": 2}]', '[1, "topic", 3]'])
async def test_a_note_that_means_nothing_is_passed_over(postgres, clock, note):
    told = asyncio.Event()

    async def act(user_id):
        told.set()

    async with process(postgres, clock) as first, process(postgres, clock) as second:
        second.cluster.subscribe("topic", act)
        say = sa.select(sa.func.pg_notify(cluster.CHANNEL, note))
        await first.cluster._database.write(lambda connection: connection.execute(say))
        async with asyncio.timeout(10):
            while not told.is_set():  # it may not have seen the other one yet
                await first.cluster.publish("topic", user_id=5)
                await asyncio.sleep(0.05)
        assert first.cluster.is_leader or second.cluster.is_leader


async def test_what_a_process_holds_without_knowing_is_handled_all_the_same(postgres, clock, monkeypatch):
    monkeypatch.setattr(shared_inbox, "STRAYS_EVERY_S", 0.2)
    async with process(postgres, clock) as stores:
        putting = asyncio.create_task(stores.inbox.put([update(clock, 1)]))
        await asyncio.sleep(0)
        putting.cancel()  # the job goes on by itself
        assert await stores.inbox.put([update(clock, 2)]) == ()
        seen = []
        while len(seen) < 2:
            seen += await next_arrivals(stores)
        assert seen == [1, 2]
        with pytest.raises(TimeoutError):
            await next_arrivals(stores, within_s=1)
        await stores.inbox.done(2)
        assert await stores.inbox.begin(1) == 1


async def test_nothing_overtakes_what_is_held_and_not_handed_out_yet(postgres, clock):
    async with process(postgres, clock) as stores:
        putting = asyncio.create_task(stores.inbox.put([update(clock, 1)]))
        await asyncio.sleep(0)
        putting.cancel()  # the job goes on by itself, and nobody is handed its update
        assert await stores.inbox.put([update(clock, 2)]) == ()
        assert numbers(await stores.inbox.put([update(clock, 3, chat_id=8)])) == [3]


async def test_an_outage_of_the_server_is_told_once_and_so_is_its_end(postgres, clock, monkeypatch):
    told = []
    monkeypatch.setattr(shared_inbox, "LOOK_EVERY_S", 0.01)
    monkeypatch.setattr(
        shared_inbox,
        "log",
        SimpleNamespace(error=lambda event, **_: told.append(event), info=told.append),
    )
    async with process(postgres, clock) as stores:
        works, failures = stores.inbox._database.write, iter([DatabaseError(reason="server")] * 3)

        async def fails_at_first(job):
            for failure in failures:
                raise failure
            return await works(job)

        monkeypatch.setattr(stores.inbox, "_strays", no_strays)
        monkeypatch.setattr(stores.inbox._database, "write", fails_at_first)
        arrival = asyncio.create_task(next_arrivals(stores))
        async with asyncio.timeout(10):
            while "claiming_works_again" not in told:  # noqa: ASYNC110 - of a server
                await asyncio.sleep(0.01)
        arrival.cancel()
        await asyncio.wait([arrival])
        assert told == ["nothing_claimed", "claiming_works_again"]


async def no_strays():
    return ()


async def test_how_long_the_database_was_away_is_known_afterwards(postgres, clock, server):
    async with process(postgres, clock) as stores:
        assert stores.cluster.last_outage() is None
        server.cut_off(postgres)
        async with asyncio.timeout(20):
            while stores.cluster.last_outage() is None:  # noqa: ASYNC110 - a server knows
                await asyncio.sleep(0.05)
        outage = stores.cluster.last_outage()
        assert outage.lasted > timedelta(0)
        assert stores.cluster.last_outage().over_since > outage.over_since


async def test_messages_of_one_person_are_counted_in_all_processes_together(postgres, clock):
    async with process(postgres, clock) as first, process(postgres, clock) as second:
        here, there = (Throttle(2, clock=clock, cluster=stores.cluster) for stores in (first, second))
        await until_seen(first)
        await until_seen(second)
        address = address_of({"message": {"chat": {"id": 7, "type": "private"}, "from": {"id": 7}}})
        here.take(address)
        there.take(address)
        async with asyncio.timeout(20):
            while not (here.wait(address) and there.wait(address)):  # noqa: ASYNC110 - see above
                await asyncio.sleep(0.05)
