"""What is told of a button's press, or of what was said in a group, that was given up."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from chatroom import LINK, Person, chatting, page

from bot.chat.failures import tell
from bot.chat.queueing.handling import GaveUp, GivenUp
from bot.chat.queueing.lanes import address_of

REFUSED = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def reader() -> AsyncIterator[Person]:
    async with chatting() as person:
        person.web.pages[LINK] = page()
        yield person


async def give_up(person: Person, raw: dict[str, Any], reason: GivenUp) -> list[tuple[str, Any]]:
    """What is said of it: each call with its text."""
    before = len(person.telegram.calls)
    await tell(person.context, person.app.bot, GaveUp(address=address_of(raw), reason=reason))
    return [(call.method, call.data.get("text")) for call in person.telegram.calls[before:]]


async def test_a_placeholder_under_a_press_gets_the_last_word(reader: Person) -> None:
    sent = await reader.sends(LINK)
    press = reader.press_update(sent.data("Read again"), sent)
    outbox = reader.stores.outbox
    await outbox.intend(press.update_id, 0, 7, placeholder=True)
    await outbox.sent(press.update_id, 0, 150, final=False)
    said = await give_up(reader, press.to_dict(), GivenUp.CANCELLED)
    assert said == [("editMessageText", "Stopped, as you asked.")]


async def test_a_press_that_fails_is_told_in_a_box_or_where_it_was_answered_already_in_the_chat(
    reader: Person,
) -> None:
    sent = await reader.sends(LINK)
    first, second = (reader.press_update(sent.data("Read again"), sent).to_dict() for _ in range(2))
    ((method, text),) = await give_up(reader, first, GivenUp.FAILED)
    assert (method, str(first["update_id"]) in text) == ("answerCallbackQuery", True)
    reader.telegram.refuse["answerCallbackQuery"] = REFUSED
    told = await give_up(reader, second, GivenUp.FAILED)
    assert [method for method, _ in told] == ["answerCallbackQuery", "sendMessage"]
    assert str(second["update_id"]) in told[-1][1]


async def test_a_press_that_is_cancelled_stops_turning_and_no_box_says_that_it_was_stopped(
    reader: Person,
) -> None:
    sent = await reader.sends(LINK)
    press = reader.press_update(sent.data("Longer"), sent)
    assert await give_up(reader, press.to_dict(), GivenUp.CANCELLED) == [("answerCallbackQuery", None)]


@pytest.mark.parametrize("kind", ["message", "channel_post", "message_reaction"])
async def test_a_chat_hears_nothing_of_what_nobody_said_to_the_bot(reader: Person, kind: str) -> None:
    chat = {"id": -9, "type": "channel" if kind == "channel_post" else "supergroup"}
    raw = {"update_id": 5, kind: {"chat": chat, "message_id": 1, "poll": {"question": "?"}}}
    assert await give_up(reader, raw, GivenUp.UNREADABLE) == []


async def test_an_inline_query_that_fails_is_no_press(reader: Person) -> None:
    raw = {"update_id": 5, "inline_query": {"id": "1", "from": {"id": 7}, "query": "x", "offset": ""}}
    assert await give_up(reader, raw, GivenUp.FAILED) == []
