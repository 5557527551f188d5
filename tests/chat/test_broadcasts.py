"""Messages to everybody: asked about, confirmed, brought to each, stopped, and never held up by one."""

import asyncio
from types import SimpleNamespace

import pytest
from test_operation import OWNER, owned

from bot.chat import adapter, broadcasting
from bot.chat.application import handle
from bot.chat.broadcasting import Broadcaster
from bot.chat.telegram.pace import Pace


async def no_pause(seconds):
    await asyncio.sleep(0)


async def broadcast(person, text="Away on Sunday."):
    """An owner's message, to one person at least, that is confirmed; it is not on its way yet."""
    await person.stores.storage.receive(8, "en", 8)
    asked = await person.sends(f"/broadcast {text}")
    return await person.presses(asked.data("Send it"), asked)


async def deliver(person):
    running = await person.stores.broadcasts.broadcast_under_way()
    await Broadcaster(person.context, person.app.bot, Pace(sleep=no_pause)).bring(running)


async def test_a_broadcast_is_shown_confirmed_sent_to_everybody_and_reported():
    async with owned() as person:
        for user_id in (8, 9, 10):
            await person.stores.storage.receive(user_id, "en", user_id)
        begun = await broadcast(person)
        assert "on its way" in begun.message.plain
        before = len(person.telegram.calls)
        await deliver(person)
        sent = [(one.data["chat_id"], one.text) for one in person.telegram.calls[before:]]
        assert sent[:3] == [(number, "Away on Sunday.") for number in (8, 9, 10)]
        assert (sent[3][0], "Sent: 3." in sent[3][1]) == (OWNER, True)
        assert "Done." in (await person.sends("/broadcast")).plain


async def test_where_there_is_nobody_else_a_broadcast_is_not_asked_about():
    async with owned() as person:
        told = await person.sends("/broadcast Hello")
        assert "nobody but you" in told.plain
        assert told.labels == []
        await person.stores.storage.receive(8, "en", 8)
        assert "Send this to one person?" in (await person.sends("/broadcast Hello")).plain


async def test_a_broadcast_that_another_process_asked_about_is_sent_as_it_was_shown_and_once():
    async with owned() as person:
        await person.stores.storage.receive(8, "en", 8)
        text = "Away on <Sunday>."
        asked = await person.sends(f"/broadcast {text}")
        shown = {"type": "blockquote", "offset": asked.plain.index(text), "length": len(text)}
        press = person.press_update(asked.data("Send it"), asked, entities=[shown])
        person.context.operation.broadcasts.drafts.clear()
        await handle(person.app, press)
        running = await person.stores.broadcasts.broadcast_under_way()
        assert running.text == text
        await deliver(person)
        await handle(person.app, press)
        assert await person.stores.broadcasts.broadcast_under_way() is None


async def test_a_broadcast_that_does_not_fit_below_its_question_is_not_asked_about():
    async with owned() as person:
        await person.stores.storage.receive(8, "en", 8)
        told = await person.sends(f"/broadcast {'🎉' * 2500}")  # one character each, two for Telegram
        assert "too long" in told.plain
        assert told.labels == []


async def test_a_broadcast_can_be_dropped_and_its_old_button_sends_nothing():
    async with owned() as person:
        await person.stores.storage.receive(8, "en", 8)
        asked = await person.sends("/broadcast Hello")
        assert "Not sent" in (await person.presses(asked.data("Don’t send it"), asked)).message.plain
        assert (await person.presses(asked.data("Send it"), asked)).messages == []
        assert await person.stores.broadcasts.last_broadcast() is None


async def test_a_broadcast_stops_when_it_is_told_to():
    async with owned() as person:
        begun = await broadcast(person)
        stopped = await person.presses(begun.message.data("Stop"), begun.message)
        assert "Stopped." in stopped.message.plain
        assert await person.stores.broadcasts.broadcast_under_way() is None


async def test_only_one_broadcast_is_under_way():
    async with owned() as person:
        await broadcast(person)
        assert "still on its way" in (await broadcast(person, "Another")).told


async def test_who_is_out_of_reach_is_counted_and_the_others_are_written_to(monkeypatch):
    async with owned() as person:
        await broadcast(person)
        person.telegram.refuse["sendMessage"] = "Bad Request: chat not found"
        await deliver(person)
        over = await person.stores.broadcasts.last_broadcast()
        assert (over.sent, over.unreachable, over.failed) == (0, 1, 0)


async def test_a_strangers_press_on_a_broadcasts_button_does_nothing():
    async with owned() as person:
        await person.stores.storage.receive(8, "en", 8)
        asked = await person.sends("/broadcast Hello")
        person.user_id = 8
        assert (await person.presses(asked.data("Send it"), asked)).messages == []
        assert await person.stores.broadcasts.last_broadcast() is None


async def test_the_broadcaster_goes_on_with_what_was_under_way_and_waits_for_more():
    async with owned() as person:
        await broadcast(person)
        running = asyncio.create_task(Broadcaster(person.context, person.app.bot, Pace(sleep=no_pause)).run())
        async with asyncio.timeout(10):
            while await person.stores.broadcasts.broadcast_under_way():  # noqa: ASYNC110 - in the database
                await asyncio.sleep(0.01)
        running.cancel()
        assert (await person.stores.broadcasts.last_broadcast()).finished_at is not None
    assert broadcasting.FIRST_NUMBER < 0


async def under_way(running, person):
    return not running.done() and await person.stores.broadcasts.broadcast_under_way() is not None


async def test_an_answer_of_another_shape_for_one_person_leaves_out_none_of_the_others():
    async with owned() as person:
        for user_id in (9, 10):
            await person.stores.storage.receive(user_id, "en", user_id)
        await broadcast(person)
        result = person.telegram._result
        person.telegram._result = lambda name, data: (
            True if name == "sendMessage" and data["chat_id"] == 9 else result(name, data)
        )
        running = asyncio.create_task(Broadcaster(person.context, person.app.bot, Pace(sleep=no_pause)).run())
        async with asyncio.timeout(10):
            while await under_way(running, person):  # noqa: ASYNC110 - in the database
                await asyncio.sleep(0.01)
        assert not running.done()
        running.cancel()
        over = await person.stores.broadcasts.last_broadcast()
        assert (over.sent, over.failed) == (2, 1)


async def test_a_fault_beside_a_broadcast_is_not_its_end(monkeypatch):
    monkeypatch.setattr(broadcasting, "RETRY_S", 0.0)
    async with owned() as person:
        await broadcast(person)
        sender = Broadcaster(person.context, person.app.bot, Pace(sleep=no_pause))
        bring, faults = sender.bring, [ZeroDivisionError(), ZeroDivisionError()]

        async def bringing(running):
            if faults:
                raise faults.pop()
            await bring(running)

        sender.bring = bringing
        running = asyncio.create_task(sender.run())
        async with asyncio.timeout(10):
            while await under_way(running, person):  # noqa: ASYNC110 - in the database
                await asyncio.sleep(0.01)
        assert not running.done()
        running.cancel()
        assert (await person.stores.broadcasts.last_broadcast()).sent == 1


async def test_whoever_watches_the_bot_learns_that_its_broadcaster_has_ended():
    async def for_ever():
        await asyncio.Event().wait()

    async def end():
        raise ZeroDivisionError

    async def lead(work):
        await work()

    source, dispatcher = SimpleNamespace(run=for_ever), SimpleNamespace(follow=for_ever)
    cluster = SimpleNamespace(run_as_leader=lead)
    with pytest.raises(ExceptionGroup):
        async with asyncio.timeout(10):
            await adapter._work(source, dispatcher, SimpleNamespace(run=end), cluster)
