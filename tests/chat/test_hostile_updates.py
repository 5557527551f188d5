"""Updates as nobody's client sends them: numbers beyond every limit, halves of characters."""

import asyncio
import json
from typing import Any

import pytest
from chatroom import LINK, START, Person, dispatcher_of

from bot.chat.queueing import handling
from bot.chat.queueing.lanes import incoming_of

BEYOND = 2**63


def with_number(content: Any, path: tuple[str, ...], number: int) -> Any:
    """The content with one of its numbers exchanged."""
    first, *rest = path
    return {**content, first: with_number(content[first], tuple(rest), number) if rest else number}


def paths_of(content: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The ways to every number in an update."""
    if isinstance(content, dict):
        return [found for name, inner in content.items() for found in paths_of(inner, (*path, name))]
    return [path] if isinstance(content, int) and not isinstance(content, bool) else []


PERSON = {"id": 7, "is_bot": False, "first_name": "P"}
CHAT = {"id": 7, "type": "private"}
ANSWERED = {"message_id": 1, "date": 1, "chat": CHAT}
MESSAGE = {
    "message_id": 5,
    "date": 1,
    "chat": CHAT,
    "from": PERSON,
    "text": "Who?",
    "message_thread_id": 3,
    "reply_to_message": ANSWERED,
}
QUERY = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "s:1:3", "message": ANSWERED}
UPDATES = [{"update_id": 1000, "message": MESSAGE}, {"update_id": 1000, "callback_query": QUERY}]
CASES = [(update, path) for update in UPDATES for path in paths_of(update)]


@pytest.mark.parametrize(("update", "path"), CASES, ids=[".".join(path) for _, path in CASES])
async def test_a_number_beyond_every_limit_ends_nothing(
    linked: Person, monkeypatch: pytest.MonkeyPatch, update: dict[str, Any], path: tuple[str, ...]
) -> None:
    monkeypatch.setattr(handling, "RETRY_WAITS_S", (0.0, 0.0))
    dispatcher = dispatcher_of(linked)
    for number in (BEYOND, 10**30):
        raw = with_number(update, path, number)
        dispatcher.feed(await linked.stores.inbox.put([incoming_of(raw, START)]))
        await dispatcher.idle()
    assert await linked.stores.inbox.pending() == ()
    await dispatcher.stop(patience_s=0)
    assert "Old bridge" in (await linked.sends(LINK)).plain


@pytest.mark.parametrize("part", [{"from": {"id": 7, "is_bot": False}}, {"photo": [{"file_id": "x"}]}])
async def test_a_message_of_an_unknown_shape_is_told_as_that_and_not_tried_again(
    linked: Person, monkeypatch: pytest.MonkeyPatch, part: dict[str, Any]
) -> None:
    monkeypatch.setattr(handling, "RETRY_WAITS_S", ())
    dispatcher = dispatcher_of(linked)
    raw = {"update_id": 1000, "message": MESSAGE | part}
    dispatcher.feed(await linked.stores.inbox.put([incoming_of(raw, START)]))
    async with asyncio.timeout(10):  # a second try, for which there is no wait, would end its work for good
        await dispatcher.idle()
    await dispatcher.stop(patience_s=0)
    assert "I can’t work with that" in linked.answers()[-1].plain


@pytest.mark.parametrize("text", ["/search \ud800", "Who is \udfff?", "\ud800", "/ask \ud800\udc00 \udc00"])
async def test_half_a_character_is_answered_with_none(linked: Person, text: str) -> None:
    await linked.sends(LINK)
    sent = await linked.sends(text)
    assert sent.plain
    json.dumps(sent.text, ensure_ascii=False).encode()
