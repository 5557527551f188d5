import json
from datetime import UTC, datetime

import pytest

from bot.chat.queueing.fairness import FairQueue
from bot.chat.queueing.lanes import address_of, incoming_of

PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -9, "type": "supergroup"}
ANN = {"id": 7, "language_code": "de"}


def lane(**content):
    return address_of({"update_id": 3, **content}, "my_bot").lane


def test_a_private_chat_is_one_lane_and_a_group_one_for_each_person():
    assert lane(message={"chat": PRIVATE, "from": ANN}) == "c7"
    assert lane(message={"chat": GROUP, "from": ANN}) == "c-9:u7"
    assert lane(message={"chat": GROUP, "from": {"id": 1087968824}, "sender_chat": {"id": -9}}) == "c-9:u-9"
    assert lane(channel_post={"chat": {"id": -8, "type": "channel"}}) == "c-8"


def test_buttons_inline_queries_and_cancel_wait_for_nobody():
    assert lane(callback_query={"id": "1", "from": ANN, "message": {"chat": PRIVATE}}) == "b3"
    assert lane(inline_query={"id": "1", "from": ANN}) == "b3"
    for text in ("/cancel", "/CANCEL now", "/cancel@my_bot"):
        assert lane(message={"chat": PRIVATE, "from": ANN, "text": text}) == "b3"
    for text in ("/cancel@other_bot", "cancel", "/cancelled"):
        assert lane(message={"chat": PRIVATE, "from": ANN, "text": text}) == "c7"


def test_an_address_says_where_the_person_can_be_told():
    press = {"id": "77", "from": ANN, "message": {"chat": GROUP, "message_id": 5, "message_thread_id": 2}}
    address = address_of({"update_id": 3, "callback_query": press})
    assert (address.chat_id, address.user_id, address.message_id, address.thread_id) == (-9, 7, 5, 2)
    assert (address.query_id, address.language_code) == ("77", "de")


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"message": 5},
        {"message": {}},
        {"message": {"chat": 1, "from": []}},
        {"new": {"chat": {"id": "x"}}},
    ],
)
def test_an_update_that_nobody_understands_has_a_lane_of_its_own(content):
    assert lane(**content) == "b3"


def kept(raw):
    return json.loads(incoming_of(raw, datetime(2026, 3, 1, tzinfo=UTC)).payload)


def test_the_payload_is_the_update_with_half_characters_replaced_one_by_one():
    raw = {"update_id": 3, "message": {"text": "a\ud800\udbffé\udc00𝄞\x00"}}
    assert kept(raw) == {"update_id": 3, "message": {"text": "a\ufffd\ufffdé\ufffd𝄞\x00"}}


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**400, True, "7", None])
def test_a_number_that_no_database_takes_is_no_number(number):
    content = {"chat": {**PRIVATE, "id": number}, "from": {"id": number}, "message_id": number}
    address = address_of({"update_id": number, "message": content})
    assert (address.update_id, address.chat_id, address.user_id, address.message_id) == (0, None, None, None)
    assert kept({"update_id": number})["update_id"] == 0


def test_chats_take_turns_however_much_one_of_them_sends():
    queue = FairQueue[str](3, per_chat=2)
    for item in ("a1", "a2", "a3", "a4"):
        queue.add(1, item)
    queue.add(2, "b1")
    assert [queue.take() for _ in range(4)] == ["a1", "b1", "a2", None]
    queue.give_back(2)
    assert queue.take() is None  # chat 1 has its share
    queue.give_back(1)
    assert [queue.take(), queue.take()] == ["a3", None]
    queue.add(2, "b2")
    assert queue.take() == "b2"


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        ({"message": {"chat": {"id": 7, "type": "private"}, "text": "hello"}}, True),
        ({"message": {"chat": {"id": -7, "type": "supergroup"}, "text": "hello"}}, False),
        ({"message": {"chat": {"id": -7, "type": "supergroup"}, "poll": {"question": "a bot?"}}}, False),
        ({"message": {"chat": {"id": -7, "type": "supergroup"}, "text": "/tldr"}}, True),
        ({"message": {"chat": {"id": -7, "type": "group"}, "caption": "look, @My_Bot"}}, True),
        (
            {
                "message": {
                    "chat": {"id": -7, "type": "group"},
                    "text": "who?",
                    "reply_to_message": {"from": {"id": 42, "is_bot": True}},
                }
            },
            True,
        ),
        ({"channel_post": {"chat": {"id": -7, "type": "channel"}, "text": "/tldr"}}, False),
        ({"message_reaction": {"chat": {"id": -7, "type": "supergroup"}, "message_id": 3}}, False),
        ({"callback_query": {"id": "1", "message": {"chat": {"id": -7, "type": "supergroup"}}}}, True),
        ({"inline_query": {"id": "1", "from": {"id": 7}}}, False),
    ],
)
def test_who_waits_for_a_word_is_who_spoke_to_a_bot(content, addressed):
    assert address_of({"update_id": 1, **content}).addressed is addressed
