"""Updates and answers that lack what the library insists on, as older servers and stand-ins send them."""

import json
from typing import Any

import pytest
from chatroom import Person
from telegram import Bot, ChatFullInfo, ChatMember, File, Message, Update

from bot.chat.application import handle
from bot.chat.telegram.gaps import completed_answer, completed_update
from bot.chat.telegram.metered_request import MeteredRequest

USER = {"id": 1, "first_name": "A"}
CHAT = {"id": 1, "type": "private"}
GROUP = {"id": -1, "type": "supergroup", "title": "G"}
MESSAGE = {"message_id": 1, "chat": CHAT, "from": USER}
POLL = {"is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}
LEFT = {"status": "left", "user": USER}


def changed(**member: Any) -> dict[str, Any]:
    told = {"chat": GROUP, "from": USER, "date": 1, "old_chat_member": LEFT}
    return {"my_chat_member": {**told, "new_chat_member": {"user": USER, **member}}}


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"message_id": 1, "chat": {"id": 1}, "from": {"id": 1}, "text": "x"}},
        {"callback_query": {"id": "1", "from": USER, "message": {**MESSAGE, "text": "x"}, "data": "x"}},
        {"inline_query": {"id": "1", "from": USER, "query": "x"}},
        {"message": {**MESSAGE, "document": {"file_id": "x", "file_name": "a.txt"}}},
        {"message": {**MESSAGE, "photo": [{"file_id": "x"}], "caption": "x"}},
        {"message": {**MESSAGE, "voice": {"file_id": "x", "duration": 1}}},
        {"message": {**MESSAGE, "sticker": {"file_id": "x"}}},
        {"message": {**MESSAGE, "dice": {"value": 3}}},
        {"message": {**MESSAGE, "poll": {"id": "1", "question": "q", "options": [], **POLL}}},
        {"message": {**MESSAGE, "text": "x", "quote": {"text": "a"}}},
        {"message": {**MESSAGE, "reply_to_message": {**MESSAGE, "forum_topic_created": {"name": "x"}}}},
        changed(status="administrator", can_post_messages=True),
        changed(status="creator"),
        changed(status="kicked"),
        changed(status="restricted", can_send_messages=False),
    ],
)  # fmt: skip
def test_an_update_without_what_nobody_looks_at_is_readable(update: dict[str, Any]) -> None:
    update = json.loads(json.dumps({"update_id": 1, **update}))
    assert Update.de_json(completed_update(update), Bot("1:a")).update_id == 1


def test_what_is_there_stays_as_it_is() -> None:
    whole = {"update_id": 1, "message": {**MESSAGE, "date": 7, "from": {**USER, "is_bot": True}, "text": "x"}}
    assert completed_update(json.loads(json.dumps(whole))) == whole


def test_who_is_restricted_is_in_the_chat_where_nothing_else_is_told() -> None:
    update = completed_update({"update_id": 1, **changed(status="restricted")})
    assert update["my_chat_member"]["new_chat_member"]["is_member"] is True


def test_answers_are_completed_too() -> None:
    def answer(result: Any) -> Any:
        return MeteredRequest.parse_json_payload(json.dumps({"ok": True, "result": result}).encode())[
            "result"
        ]

    member = ChatMember.de_json(answer({"status": "administrator", "user": {"id": 5}}))
    assert (member.status, member.user.id) == ("administrator", 5)
    assert ChatMember.de_json(answer([{"status": "creator", "user": {"id": 5}}])[0]).status == "creator"
    assert ChatFullInfo.de_json(answer({"id": -5, "type": "channel", "title": "C"})).title == "C"
    assert Message.de_json(answer({"message_id": 5, "chat": {"id": -5}})).chat.type == "supergroup"
    assert File.de_json(answer({"file_id": "x", "file_path": "d/x"})).file_path == "d/x"


@pytest.mark.parametrize("answer", [[], 5, None, {"ok": False}, {"result": True}, {"result": [1, "x", None]}])
def test_any_other_answer_stays_as_it_is(answer: Any) -> None:
    assert completed_answer(json.loads(json.dumps(answer))) == answer


def test_depth_is_no_danger() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"message": [deep]}
    assert completed_update(deep) is deep


@pytest.mark.parametrize(("rights", "told"), [({}, 0), ({"can_post_messages": False}, 1)])
async def test_a_right_that_is_not_told_of_is_not_missed(
    person: Person, rights: dict[str, bool], told: int
) -> None:
    for method in ("getChat", "getChatAdministrators"):
        person.telegram.refuse[method] = "Bad Request: member list is inaccessible"
    channel = {"id": -100, "type": "channel", "title": "News"}
    member = {"status": "administrator", "user": {"id": 42, "is_bot": True, "first_name": "N"}, **rights}
    change = {"chat": channel, "from": {**USER, "id": 7}, "date": 1, "old_chat_member": LEFT}
    raw = {"update_id": 1, "my_chat_member": {**change, "new_chat_member": member}}
    await handle(person.app, Update.de_json(completed_update(raw), person.app.bot))
    assert len(person.calls("sendMessage")) == told
