"""The stand-in's groups, channels and inline mode: as Telegram has them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.trial import inline, membership, people
from bot.trial.calls import Call
from bot.trial.chats import ADMIN_ID, BOT_ID, CHANNEL_ID, DISCUSSION_ID, FORUM_ID, GROUP_ID, MEMBER_ID
from bot.trial.clock import MovableClock, ToldClock
from bot.trial.errors import ApiError
from bot.trial.formatting import Formatted
from bot.trial.limits import Limits
from bot.trial.methods import METHODS
from bot.trial.people import Speaker
from bot.trial.topics import delete_topic, open_topic, set_closed
from bot.trial.world import World


@pytest.fixture
def world():
    return World(lambda: datetime(2026, 3, 14, 9, tzinfo=UTC))


def admit(world, chat_id, status="member", **more):
    membership.admit(world, world.chats[chat_id], BOT_ID, status, **more)
    world.updates.clear()


def ask(world, method, **parameters):
    return METHODS[method.lower()](world, Call(parameters))


def refusal(world, method, **parameters):
    with pytest.raises(ApiError) as raised:
        ask(world, method, **parameters)
    return raised.value


def say(world, text, chat_id=GROUP_ID, user_id=MEMBER_ID, **more):
    return people.say(world, Formatted(text), Speaker(user_id=user_id, chat_id=chat_id, **more))[0]


def heard(world):
    return [update["message"]["text"] for update in world.updates.peek(99) if "message" in update]


def test_in_privacy_mode_a_member_hears_only_what_is_meant_for_it(world):
    admit(world, GROUP_ID)
    mine = ask(world, "sendMessage", chat_id=GROUP_ID, text="mine")
    for text in ("hello", "/tldr", "/tldr@other_bot", "/tldr@nutshell_trial_bot", "@nutshell_trial_bot hi"):
        people.say(world, _tidied(text), Speaker(user_id=MEMBER_ID, chat_id=GROUP_ID))
    people.say(
        world, Formatted("why"), Speaker(user_id=MEMBER_ID, chat_id=GROUP_ID), reply_to=mine["message_id"]
    )
    assert heard(world) == ["/tldr", "/tldr@nutshell_trial_bot", "@nutshell_trial_bot hi", "why"]


def test_an_administrator_and_a_bot_without_privacy_mode_hear_everything(world):
    admit(world, GROUP_ID, "administrator")
    say(world, "one")
    admit_status = world.chats[GROUP_ID].members[BOT_ID]
    admit_status.status = "member"
    say(world, "two")
    world.privacy = False
    say(world, "three")
    assert heard(world) == ["one", "three"]


def test_who_is_not_in_a_chat_cannot_write_there(world):
    assert refusal(world, "sendMessage", chat_id=GROUP_ID, text="x").code == 403
    admit(world, GROUP_ID, "kicked")
    assert "kicked" in refusal(world, "sendMessage", chat_id=GROUP_ID, text="x").description
    admit(world, FORUM_ID, "restricted", may_write=False)
    assert "not enough rights" in refusal(world, "sendMessage", chat_id=FORUM_ID, text="x").description
    admit(world, CHANNEL_ID, "administrator", rights=frozenset())
    assert "administrator rights" in refusal(world, "sendMessage", chat_id=CHANNEL_ID, text="x").description
    assert refusal(world, "sendMessage", chat_id=MEMBER_ID, text="x").description.startswith("Bad Request")


def test_topics_close_and_go(world):
    admit(world, FORUM_ID)
    topic = open_topic(world, world.chats[FORUM_ID], "News")
    sent = ask(world, "sendMessage", chat_id=FORUM_ID, text="x", message_thread_id=topic.thread_id)
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "News"
    set_closed(world, world.chats[FORUM_ID], topic.thread_id, closed=True)
    closed = {"chat_id": FORUM_ID, "text": "x", "message_thread_id": topic.thread_id}
    assert refusal(world, "sendMessage", **closed).description.endswith("TOPIC_CLOSED")
    delete_topic(world, world.chats[FORUM_ID], topic.thread_id)
    assert "thread not found" in refusal(world, "sendMessage", **closed).description
    assert refusal(world, "sendMessage", chat_id=FORUM_ID, text="x", message_thread_id=1).code == 400


def test_a_migrated_group_tells_its_new_number(world):
    admit(world, GROUP_ID)
    new = membership.migrate(world, world.chats[GROUP_ID])
    error = refusal(world, "sendMessage", chat_id=GROUP_ID, text="x")
    assert error.as_json()["parameters"] == {"migrate_to_chat_id": new.chat_id}
    assert ask(world, "sendMessage", chat_id=new.chat_id, text="x")["chat"]["id"] == new.chat_id


def test_an_anonymous_administrator_writes_as_the_group(world):
    admit(world, FORUM_ID, "administrator")
    message = say(world, "hi", FORUM_ID, ADMIN_ID, anonymous=True)
    assert (message["from"]["username"], message["sender_chat"]["id"]) == ("GroupAnonymousBot", FORUM_ID)
    with pytest.raises(ApiError):
        say(world, "hi", FORUM_ID, MEMBER_ID, anonymous=True)


def test_a_post_is_forwarded_to_the_discussion(world):
    admit(world, DISCUSSION_ID, "administrator")
    admit(world, CHANNEL_ID, "administrator")
    say(world, "news", CHANNEL_ID, ADMIN_ID)
    kinds = [next(name for name in update if name != "update_id") for update in world.updates.peek(9)]
    assert kinds == ["channel_post", "message"]
    forwarded = world.updates.peek(9)[1]["message"]
    assert forwarded["is_automatic_forward"]
    assert forwarded["forward_origin"]["chat"]["id"] == CHANNEL_ID


def test_reactions_are_told_to_administrators_alone(world):
    world.updates.allow(["message_reaction"])
    admit(world, GROUP_ID)
    message = say(world, "x")
    people.react(world, Speaker(user_id=ADMIN_ID, chat_id=GROUP_ID), message["message_id"], "👀")
    assert len(world.updates) == 0
    admit(world, GROUP_ID, "administrator")
    people.react(world, Speaker(user_id=ADMIN_ID, chat_id=GROUP_ID), message["message_id"], None)
    told = world.updates.peek(1)[0]["message_reaction"]
    assert (told["old_reaction"], told["new_reaction"]) == ([{"type": "emoji", "emoji": "👀"}], [])


def test_pinning_needs_the_right_to_it(world):
    admit(world, FORUM_ID, "administrator", rights=frozenset({"can_manage_chat"}))
    sent = ask(world, "sendMessage", chat_id=FORUM_ID, text="x")
    assert (
        "not enough rights"
        in refusal(world, "pinChatMessage", chat_id=FORUM_ID, message_id=sent["message_id"]).description
    )
    admit(world, FORUM_ID, "administrator")
    ask(world, "pinChatMessage", chat_id=FORUM_ID, message_id=sent["message_id"])
    assert world.chats[FORUM_ID].pinned == [sent["message_id"]]


def test_inline_results_are_checked_and_what_is_late_is_refused(world):
    query = inline.ask(world, Speaker(user_id=MEMBER_ID), "words")
    result = {"type": "article", "id": "1", "title": "T", "input_message_content": {"message_text": "x"}}
    assert refusal(world, "answerInlineQuery", inline_query_id=query, results=[result, result]).code == 400
    assert ask(world, "answerInlineQuery", inline_query_id=query, results=[result]) is True
    assert inline.choose(world, query, "1")["via_bot"]["id"] == BOT_ID
    began = world.now()
    late = inline.ask(world, Speaker(user_id=MEMBER_ID), "words")
    world.now = lambda: began + timedelta(seconds=11)
    assert "too old" in refusal(world, "answerInlineQuery", inline_query_id=late, results=[]).description


def test_limits_refuse_what_is_too_fast_and_count_who_does_not_wait():
    now = [0.0]
    limits = Limits(lambda: now[0])
    for _ in range(5):
        limits.take(-5)
    for _ in range(2):
        with pytest.raises(ApiError) as raised:
            limits.take(-5)
    assert raised.value.code == 429
    assert (limits.refused, limits.repeated) == (2, 1)
    limits.take(-6)
    now[0] = 6.0
    limits.take(-5)


def test_the_bot_has_the_clock_of_the_stand_in(tmp_path):
    clock = MovableClock(tmp_path / "clock")
    told = ToldClock(tmp_path / "clock")
    assert abs((told.now() - clock()).total_seconds()) < 5
    clock.move(timedelta(days=3))
    assert told.now() - datetime.now(UTC) > timedelta(days=2, hours=23)
    with pytest.raises(ValueError, match="-1 day"):
        clock.move(timedelta(seconds=-1))


def _tidied(text):
    from bot.trial.formatting import tidied  # noqa: PLC0415 - what a client does before it sends

    return tidied(Formatted(text))
