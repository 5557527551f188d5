"""Inline mode, over HTTP against the stand-in."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from chatroom import GARDEN, Person, chatting, page
from stage import BOT_ID, GARDEN_LINK, GROUP_ID, LINK, MEMBER_ID, Stage, on_stage
from telegram import Update

from bot.chat import inline as chat_inline
from bot.chat.application import handle
from bot.trial import inline

TITLE = "Old bridge to close in May"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as opened:
        yield opened


async def results(stage: Stage, query_id: str) -> list[dict[str, Any]]:
    await stage.until(lambda: stage.world.queries[query_id].results is not None)
    return stage.world.queries[query_id].results or []


def button(stage: Stage, query_id: str) -> str:
    return (stage.world.queries[query_id].button or {}).get("text", "")


async def test_a_link_gives_three_lengths(stage: Stage) -> None:
    found = await results(stage, stage.asks_inline(LINK, chat_id=GROUP_ID))
    assert [result["title"].split(":")[0] for result in found] == ["Short", "Medium", "Long"]
    sizes = [len(result["content"]["text"]) for result in found]
    assert sizes == sorted(sizes)
    assert all(TITLE in result["content"]["text"] for result in found)


async def test_a_chosen_result_is_sent_and_nothing_else_follows(stage: Stage) -> None:
    stage.admit(GROUP_ID, "administrator")
    query = stage.asks_inline(LINK, chat_id=GROUP_ID)
    found = await results(stage, query)
    message = inline.choose(stage.world, query, found[0]["id"])
    await stage.settled()
    assert stage.world.chats[GROUP_ID].messages[message["message_id"]]["via_bot"]["id"] == BOT_ID
    assert stage.said() == []


async def test_what_is_only_typed_is_not_read_and_what_is_chosen_is_but_changes_no_talk() -> None:
    async with chatting() as person:
        person.web.pages[LINK] = page()
        await person.sends(GARDEN)
        await types(person, LINK)
        (offered,) = person.calls("answerInlineQuery")
        assert TITLE not in (await person.sends("/articles")).plain
        await chooses(person, LINK, offered.results[1]["id"])
        assert TITLE in (await person.sends("/articles")).plain
        assert "Owen Pryce" not in (await person.sends("Who sells bicycles?")).plain


async def types(person: Person, query: str) -> None:
    asker = {"id": person.user_id, "is_bot": False, "first_name": "P"}
    raw = {"id": "1", "from": asker, "query": query, "offset": ""}
    await handle(person.app, Update.de_json({"update_id": 500, "inline_query": raw}, person.app.bot))


async def chooses(person: Person, query: str, result_id: str) -> None:
    chooser = {"id": person.user_id, "is_bot": False, "first_name": "P"}
    raw = {"result_id": result_id, "from": chooser, "query": query}
    await handle(person.app, Update.de_json({"update_id": 501, "chosen_inline_result": raw}, person.app.bot))


async def test_words_find_what_this_person_has_read_and_nobody_else(stage: Stage) -> None:
    stage.says(LINK, None)
    await stage.settled()
    found = await results(stage, stage.asks_inline("ferry passengers"))
    assert [result["title"] for result in found] == [TITLE]
    assert "80 passengers" in found[0]["content"]["text"]
    query = stage.asks_inline("ferry passengers", user_id=1000002)
    assert await results(stage, query) == []
    assert button(stage, query) == "Nothing you have read mentions that"


async def test_a_slow_page_is_promised_and_comes_when_it_was_chosen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_inline, "PATIENCE_S", 0.2)
    stage.web.gate = asyncio.Event()
    query = stage.asks_inline(GARDEN_LINK, chat_id=GROUP_ID)
    (result,) = await results(stage, query)
    assert button(stage, query)
    message_id = inline.choose(stage.world, query, result["id"])["message_id"]
    stage.web.gate.set()
    await stage.settled()
    message = stage.world.chats[GROUP_ID].messages[message_id]
    assert "Orchids" in message["text"]
    assert "reply_markup" not in message


async def test_what_cannot_be_read_gives_a_line_that_leads_to_the_private_chat(stage: Stage) -> None:
    query = stage.asks_inline("https://gone.example/nothing")
    assert await results(stage, query) == []
    assert button(stage, query).startswith("The site says that this page")


async def test_no_words_say_what_can_be_typed(stage: Stage) -> None:
    query = stage.asks_inline("")
    assert await results(stage, query) == []
    assert button(stage, query) == "Type a link, or words from what you have read"


async def test_a_made_up_choice_changes_nothing(stage: Stage) -> None:
    person = stage.world.people[MEMBER_ID]
    for result_id in ("later:x", "later:5", "summary:1:3"):
        chosen = {"result_id": result_id, "from": person, "query": LINK}
        extra = {"inline_message_id": "inline.5.5"} if result_id != "later:5" else {}
        stage.world.updates.put("chosen_inline_result", chosen | extra)
    await stage.settled()
    assert stage.web.fetched == []
