"""Groups, over HTTP against the stand-in: what is answered, where, and what is left alone."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from stage import (
    ADMIN_ID,
    BOT_ID,
    FORUM_ID,
    GARDEN_LINK,
    GROUP_ID,
    LINK,
    MEMBER_ID,
    NAME,
    PERSON_ID,
    Stage,
    on_stage,
)
from telegram import (
    AcceptedGiftTypes,
    Chat,
    ChatFullInfo,
    ChatMember,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Message,
    User,
)

from bot.chat.membership import look_in, on_migration, on_own_status
from bot.chat.telegram.menus import IN_GROUPS
from bot.core.rooms import Auto, Room
from bot.ports.rooms import RoomStore
from bot.trial import chats, membership, people
from bot.trial.formatting import Formatted
from bot.trial.people import Speaker
from bot.trial.topics import delete_topic, set_closed

TITLE = "Old bridge to close in May"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as opened:
        opened.admit(GROUP_ID, "administrator")
        opened.admit(FORUM_ID, "administrator")
        yield opened


@pytest.fixture
async def shy(tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot as a mere member, in privacy mode."""
    async with on_stage(tmp_path) as opened:
        yield opened


async def test_tldr_under_a_link_summarises_it_as_a_reply(stage: Stage) -> None:
    stage.says(f"Have you seen {LINK} ?")
    command = stage.says("/tldr", reply_to=stage.says("look: " + LINK))
    answer = await stage.answer()
    assert TITLE in answer["text"]
    assert answer["reply_to_message"]["message_id"] == command
    assert len(stage.said()) == 1


async def test_tldr_under_a_long_text_summarises_the_text(stage: Stage) -> None:
    from chatroom import GARDEN  # noqa: PLC0415 - a text for this test alone

    post = stage.says(GARDEN)
    stage.says("/tldr", reply_to=post)
    assert "orchids" in (await stage.answer())["text"]


async def test_tldr_takes_a_link_behind_it_and_a_wish(stage: Stage) -> None:
    stage.says(f"/tldr@{NAME} {LINK} about buses")
    assert "Buses" in (await stage.answer())["text"]


async def test_tldr_alone_knows_the_link_that_it_was_asked_under_though_it_did_not_hear_it(
    stage: Stage,
) -> None:
    stage.world.privacy = True
    stage.admit(GROUP_ID, "member")
    post = stage.says("look: " + LINK)
    await stage.settled()
    assert await stage.stores.rooms.last_link(GROUP_ID, 0, stage.clock()) is None
    stage.says("/tldr", reply_to=post)
    assert TITLE in (await stage.answer())["text"]
    stage.says("/tldr")
    assert TITLE in (await stage.answer())["text"]


async def test_tldr_alone_takes_the_last_link_of_the_topic_for_24_hours(stage: Stage) -> None:
    news, other = stage.topic("News"), stage.topic("Other")
    stage.says(GARDEN_LINK, FORUM_ID, topic=news)
    stage.says(LINK, FORUM_ID, topic=news)
    await stage.settled()
    stage.says("/tldr", FORUM_ID, topic=news, user_id=ADMIN_ID)
    answer = await stage.answer(FORUM_ID)
    assert TITLE in answer["text"]
    assert answer["message_thread_id"] == news.thread_id
    stage.says("/tldr", FORUM_ID, topic=other)
    assert "no link here" in (await stage.answer(FORUM_ID))["text"]
    await stage.later(hours=25)
    stage.says("/tldr", FORUM_ID, topic=news)
    assert "no link here" in (await stage.answer(FORUM_ID))["text"]


async def test_where_it_hears_little_an_administrator_learns_why_no_link_was_seen(shy: Stage) -> None:
    shy.admit(GROUP_ID)
    shy.says(LINK)
    shy.says("/tldr", user_id=MEMBER_ID)
    assert "I hear only" not in (await shy.answer())["text"]
    shy.says("/tldr", user_id=ADMIN_ID)
    told = (await shy.answer())["text"]
    assert "no link here" in told
    assert "I hear only commands" in told


async def test_who_posted_a_link_is_not_kept(stage: Stage, tmp_path: Path) -> None:
    stage.says(LINK)
    await stage.settled()
    assert await stage.stores.rooms.last_link(GROUP_ID, 0, stage.clock()) == LINK
    from bot.storage.schema.room_tables import recent_links  # noqa: PLC0415 - the table is of no concern elsewhere

    assert not {column.name for column in recent_links.columns} & {"user_id", "author", "person"}


async def test_a_mention_under_a_message_summarises_what_it_links_to(shy: Stage) -> None:
    shy.admit(GROUP_ID)
    shy.says(f"@{NAME}", reply_to=shy.says(LINK))
    assert TITLE in (await shy.answer())["text"]


async def test_a_mention_with_a_question_is_answered_from_what_it_replies_to(stage: Stage) -> None:
    stage.says(f"@{NAME} what will the repairs cost?", reply_to=stage.says(LINK))
    assert "2.4 million euros" in (await stage.answer())["text"]


async def test_a_mention_with_neither_says_how_it_works(stage: Stage) -> None:
    stage.says(f"hello @{NAME} nice to meet you")
    assert "/tldr" in (await stage.answer())["text"]


async def test_a_reply_to_a_summary_is_a_question_about_it(shy: Stage) -> None:
    shy.admit(GROUP_ID)
    shy.says(f"/tldr {LINK}")
    summary = await shy.answer()
    asked = shy.says("Who built the bridge?", reply_to=summary["message_id"], user_id=ADMIN_ID)
    answer = await shy.answer()
    assert "Arkwright" in answer["text"]
    assert answer["reply_to_message"]["message_id"] == asked


async def test_what_is_not_meant_for_it_is_left_alone(stage: Stage) -> None:
    stage.says("What do you think?")
    stage.says(LINK)
    stage.says("/weather tomorrow")
    stage.says(f"/tldr@another_bot {LINK}")
    stage.says("see you", reply_to=stage.says("tomorrow then"))
    await stage.silence()


async def test_bots_get_no_answer_and_what_was_chosen_inline_neither(stage: Stage) -> None:
    other = {"id": 99, "is_bot": True, "first_name": "Other", "username": "other_bot"}
    chat = stage.world.chats[GROUP_ID]
    message = stage.world.add(chat, {"by": 99, "from": other}, {"text": f"@{NAME} {LINK}"})
    stage.world.updates.put("message", stage.world.shown(GROUP_ID, message))
    via = {"text": f"@{NAME} {LINK}", "via_bot": dict(stage.world.bot)}
    author = {"by": MEMBER_ID, "from": stage.world.people[MEMBER_ID]}
    stage.world.deliver(chat, stage.world.add(chat, author, via))
    await stage.silence()


async def test_an_edited_message_triggers_nothing(stage: Stage) -> None:
    message_id = stage.says("nothing yet")
    people.amend(
        stage.world, Speaker(user_id=MEMBER_ID, chat_id=GROUP_ID), message_id, Formatted(f"/tldr {LINK}")
    )
    await stage.silence()


async def test_the_message_that_opens_a_topic_is_no_reply_to_the_bot(stage: Stage) -> None:
    topic = stage.topic("By the bot", by=BOT_ID)
    stage.says("Who is coming tonight?", FORUM_ID, topic=topic)
    await stage.silence(FORUM_ID)


async def test_eyes_are_the_sign_of_work_and_go_with_the_answer(tmp_path: Path) -> None:
    async with on_stage(tmp_path, placeholder_s=0.05) as stage:
        stage.admit(GROUP_ID)
        stage.web.gate = asyncio.Event()
        command = stage.says(f"/tldr {LINK}")
        asked = stage.world.chats[GROUP_ID].messages[command]
        await stage.until(
            lambda: stage.world.chats[GROUP_ID].messages[command].get("reacted") == {BOT_ID: "👀"}
        )
        assert stage.said() == []
        stage.web.gate.set()
        assert TITLE in (await stage.answer())["text"]
        assert asked["reacted"] == {}


async def test_where_reactions_are_closed_a_message_is_the_sign(tmp_path: Path) -> None:
    async with on_stage(tmp_path, placeholder_s=0.05) as stage:
        stage.admit(GROUP_ID)
        stage.world.chats[GROUP_ID].reactions = frozenset()
        stage.web.gate = asyncio.Event()
        stage.says(f"/tldr {LINK}")
        await stage.until(stage.said)
        assert stage.said()[0]["text"].endswith("…")
        stage.web.gate.set()
        assert TITLE in (await stage.answer())["text"]
        assert len(stage.said()) == 1


async def settings(stage: Stage, chat_id: int = GROUP_ID, **who: object) -> dict[str, object]:
    stage.says("/settings", chat_id, user_id=ADMIN_ID, **who)  # type: ignore[arg-type]
    return await stage.answer(chat_id)


async def test_links_are_summarised_unasked_where_an_administrator_switched_that_on(stage: Stage) -> None:
    card = await settings(stage)
    stage.presses(card["message_id"], stage.data(card, "All"), user_id=ADMIN_ID)
    await stage.settled()
    stage.says(LINK)
    assert TITLE in (await stage.answer())["text"]
    count = len(stage.said())
    stage.says("https://gone.example/nothing")  # a page that can't be read is passed over
    stage.says("Just talk.")
    await stage.settled()
    assert len(stage.said()) == count


async def test_each_topic_has_a_mode_of_its_own(stage: Stage) -> None:
    news, other = stage.topic("News"), stage.topic("Other")
    card = await settings(stage, FORUM_ID, topic=news)
    stage.presses(card["message_id"], stage.data(card, "All"), FORUM_ID, user_id=ADMIN_ID)
    await stage.settled()
    stage.says(LINK, FORUM_ID, topic=other)
    await stage.settled()
    assert len(stage.said(FORUM_ID)) == 1
    stage.says(LINK, FORUM_ID, topic=news)
    assert TITLE in (await stage.answer(FORUM_ID))["text"]
    changed = stage.said(FORUM_ID)[0]
    stage.presses(changed["message_id"], stage.data(changed, "topics"), FORUM_ID, user_id=ADMIN_ID)
    await stage.settled()
    assert await stage.stores.rooms.auto(FORUM_ID, other.thread_id) is Auto.ON


async def test_eyes_ask_for_a_summary_where_that_is_switched_on(stage: Stage) -> None:
    card = await settings(stage)
    link = stage.says(LINK)
    stage.reacts(link)
    await stage.settled()
    assert len(stage.said()) == 1
    stage.presses(card["message_id"], stage.data(card, "👀"), user_id=ADMIN_ID)
    await stage.settled()
    stage.reacts(link, "👍")
    await stage.settled()
    assert len(stage.said()) == 1
    stage.reacts(link, "👀", user_id=ADMIN_ID)
    answer = await stage.answer()
    assert TITLE in answer["text"]
    assert answer["reply_to_message"]["message_id"] == link
    stage.reacts(link, "👀", user_id=PERSON_ID)  # somebody else wants it too: it is there already
    await stage.settled()
    assert len(stage.said()) == 2


async def test_only_administrators_see_and_change_the_settings(stage: Stage) -> None:
    stage.says("/settings")
    assert "Only administrators" in (await stage.answer())["text"]
    card = await settings(stage)
    for data in (stage.data(card, "All"), stage.data(card, "Short"), stage.data(card, "digest"), "g:names"):
        stage.presses(card["message_id"], data)
    await stage.settled()
    room = await stage.stores.rooms.room(GROUP_ID)
    assert (room.auto, room.keep, room.names) == (Auto.OFF, False, False)
    assert stage.said()[-1]["text"] == card["text"]


async def test_an_outsider_who_sends_what_a_button_holds_has_no_effect(stage: Stage) -> None:
    card = await settings(stage)
    stage.world.people[77] = {"id": 77, "is_bot": False, "first_name": "Out"}
    stage.world.note_press("5", GROUP_ID)
    query = {"id": "5", "from": stage.world.people[77], "chat_instance": "x", "data": "g:auto:on"}
    stage.world.updates.put("callback_query", query | {"message": card})
    await stage.settled()
    assert await stage.stores.rooms.auto(GROUP_ID, 0) is Auto.OFF


async def test_an_anonymous_administrator_may_and_a_channel_that_writes_there_may_not(stage: Stage) -> None:
    stage.says("/settings", FORUM_ID, user_id=ADMIN_ID, anonymous=True)
    assert "Settings" in (await stage.answer(FORUM_ID))["text"]
    channel = stage.world.chats[chats.CHANNEL_ID].as_json()
    author = {
        "by": MEMBER_ID,
        "sender_chat": channel,
        "from": {"id": 136817688, "is_bot": True, "first_name": "Channel"},
    }
    text = {"text": "/settings", "entities": [{"type": "bot_command", "offset": 0, "length": 9}]}
    stage.world.deliver(stage.forum, stage.world.add(stage.forum, author, text))
    await stage.settled()
    assert len(stage.said(FORUM_ID)) == 1


async def test_lost_rights_are_lost_within_a_minute(stage: Stage) -> None:
    now = [0.0]
    stage.context.rights._now = lambda: now[0]
    await settings(stage)
    membership.admit(stage.world, stage.world.chats[GROUP_ID], ADMIN_ID, "member")
    now[0] = 61.0
    stage.says("/settings", user_id=ADMIN_ID)
    assert "Only administrators" in (await stage.answer())["text"]


async def test_who_lets_it_in_is_told_once_in_private_what_it_cannot_hear(shy: Stage) -> None:
    shy.greet()
    shy.admit(GROUP_ID)
    told = await shy.answer(PERSON_ID)
    assert "Neighbours" in told["text"]
    await shy.silence(GROUP_ID)
    shy.admit(GROUP_ID, "left")
    shy.admit(GROUP_ID)
    await shy.settled()
    assert len(shy.said(PERSON_ID)) == 1


async def test_another_administrator_is_told_where_the_first_cannot_be(shy: Stage) -> None:
    shy.world.private(PERSON_ID).started = False
    shy.greet(ADMIN_ID)
    shy.admit(GROUP_ID, by=PERSON_ID)
    assert "Neighbours" in (await shy.answer(ADMIN_ID))["text"]


async def test_where_nobody_can_be_told_the_answer_to_an_administrator_says_it(shy: Stage) -> None:
    shy.world.private(PERSON_ID).started = False
    shy.admit(GROUP_ID)
    shy.says("/settings", user_id=ADMIN_ID)
    assert "I hear only commands" in (await shy.answer())["text"]


async def test_one_who_may_not_write_tells_an_administrator(shy: Stage) -> None:
    shy.greet()
    shy.admit(FORUM_ID, "restricted", may_write=False)
    assert "may not write" in (await shy.answer(PERSON_ID))["text"]


@pytest.mark.parametrize("how", ["closed", "deleted"])
async def test_a_lost_topic_is_answered_in_the_main_one_and_an_administrator_is_told_once(
    shy: Stage, how: str
) -> None:
    shy.world.privacy = False
    shy.greet()
    shy.admit(FORUM_ID)
    topic = shy.topic()
    for _ in range(2):
        shy.web.gate = asyncio.Event()
        shy.says(f"/tldr {LINK}", FORUM_ID, topic=topic, user_id=ADMIN_ID)
        await shy.until(lambda: len(shy.world.updates) == 0)
        if topic.thread_id in (shy.forum.topics or {}):
            if how == "closed":
                set_closed(shy.world, shy.forum, topic.thread_id, closed=True)
            else:
                delete_topic(shy.world, shy.forum, topic.thread_id)
        shy.web.gate.set()
        answer = await shy.answer(FORUM_ID)
        assert TITLE in answer["text"]
        assert "message_thread_id" not in answer
        if how == "deleted":
            break
    assert [message["text"] for message in shy.said(PERSON_ID)] == [shy.said(PERSON_ID)[0]["text"]]
    assert "closed or gone" in shy.said(PERSON_ID)[0]["text"]


async def test_a_lost_topic_is_told_with_the_groups_name_also_where_nothing_was_known_of_the_group(
    shy: Stage,
) -> None:
    shy.greet()
    shy.admit(FORUM_ID)
    topic = shy.topic()
    await shy.settled()
    room = await shy.context.rooms.room(FORUM_ID)
    await shy.context.rooms.save_room(replace(room, title=None), only={"title"})
    set_closed(shy.world, shy.forum, topic.thread_id, closed=True)
    shy.says("/help", FORUM_ID, topic=topic, user_id=ADMIN_ID)
    await shy.settled()
    assert f"“{shy.forum.title}”" in shy.said(PERSON_ID)[0]["text"]


async def test_a_group_that_becomes_a_supergroup_takes_everything_along(stage: Stage) -> None:
    card = await settings(stage)
    stage.presses(card["message_id"], stage.data(card, "All"), user_id=ADMIN_ID)
    stage.presses(card["message_id"], stage.data(card, "Short"), user_id=ADMIN_ID)
    stage.says(f"/tldr {LINK}")
    await stage.settled()
    new = membership.migrate(stage.world, stage.world.chats[GROUP_ID])
    await stage.settled()
    assert await stage.stores.rooms.auto(new.chat_id, 0) is Auto.ON
    assert (await stage.stores.storage.preferences(new.chat_id)).sentences == 3
    assert [
        reading.title for reading in await stage.stores.storage.recent_readings(new.chat_id, limit=5)
    ] == [TITLE]
    assert await stage.stores.storage.recent_readings(GROUP_ID, limit=5) == ()
    await on_migration(stage.context, GROUP_ID, new.chat_id)  # told a second time
    assert await stage.stores.rooms.auto(new.chat_id, 0) is Auto.ON


async def test_what_a_chat_had_is_erased_after_a_grace_time_and_kept_for_who_comes_back(stage: Stage) -> None:
    stage.says(f"/tldr {LINK}")
    await stage.settled()
    stage.admit(GROUP_ID, "kicked")
    await stage.settled()
    await stage.later(days=6)
    assert await stage.context.services.housekeeping.sweep() == 0
    stage.admit(GROUP_ID, "member")
    await stage.settled()
    await stage.later(days=8)
    assert await stage.context.services.housekeeping.sweep() == 0
    stage.admit(GROUP_ID, "left")
    await stage.settled()
    await stage.later(days=8)
    assert await stage.context.services.housekeeping.sweep() == 1
    assert await stage.stores.storage.recent_readings(GROUP_ID, limit=5) == ()
    assert (await stage.stores.rooms.room(GROUP_ID)).title is None


@pytest.mark.parametrize("remark", ["thanks!", "👍", "hello"])
async def test_thanks_for_a_summary_are_left_alone(stage: Stage, remark: str) -> None:
    stage.says(f"/tldr {LINK}")
    summary = await stage.answer()
    stage.says(remark, reply_to=summary["message_id"])
    await stage.settled()
    assert stage.said() == [summary]


@pytest.mark.parametrize("command", ["/start", "/help"])
async def test_in_a_group_it_says_how_it_works_there(stage: Stage, command: str) -> None:
    stage.says(command)
    told = (await stage.answer())["text"]
    assert "with my name or /tldr" in told
    assert "Send me a link" not in told


async def test_help_in_a_group_names_the_commands_that_one_has_there(stage: Stage) -> None:
    stage.says("/help")
    lines = (await stage.answer())["text"].splitlines()
    assert [line.split()[0] for line in lines if line.startswith("/")] == [f"/{name}" for name in IN_GROUPS]
    stage.says("/help", user_id=ADMIN_ID)
    assert "\n/settings – " in (await stage.answer())["text"]


async def test_members_see_the_commands_of_all_and_administrators_their_own(stage: Stage) -> None:
    await stage.until(lambda: len(stage.world.menus.lists) >= 3 * 4)
    chat = stage.world.chats[GROUP_ID]

    def names(user_id: int, language: str) -> list[str]:
        return [command["command"] for command in stage.world.menus.of(chat, user_id, language)]

    assert "settings" not in names(MEMBER_ID, "de")
    assert "settings" in names(ADMIN_ID, "de")
    assert "tldr" in names(MEMBER_ID, "fr")


class MeddledTelegram:
    """A Telegram that lets an administrator choose something whenever it is asked."""

    id = BOT_ID

    def __init__(self, rooms: RoomStore, chooses: Callable[[Room], Room], field: str) -> None:
        self._rooms = rooms
        self._chooses = chooses
        self._field = field

    async def get_me(self) -> User:
        await self._meddle()
        return User(BOT_ID, "Nutshell", is_bot=True, can_read_all_group_messages=False)

    async def get_chat_member(self, **more: Any) -> ChatMember:
        await self._meddle()
        return ChatMemberMember(User(BOT_ID, "Nutshell", is_bot=True))

    async def get_chat_administrators(self, **more: Any) -> tuple[ChatMember, ...]:
        await self._meddle()
        return ()

    async def get_chat(self, **more: Any) -> ChatFullInfo:
        await self._meddle()
        return ChatFullInfo(GROUP_ID, "supergroup", 0, 20, AcceptedGiftTypes(*[False] * 5), title="Town")

    async def send_message(self, **more: Any) -> Message:
        await self._meddle()
        return Message(900, datetime.now(UTC), Chat(PERSON_ID, "private"), text="told")

    async def do_api_request(self, endpoint: str, *, api_kwargs: dict[str, Any]) -> dict[str, Any]:
        assert endpoint == "send_Message"
        return (await self.send_message(**api_kwargs)).to_dict()

    async def _meddle(self) -> None:
        room = self._chooses(await self._rooms.room(GROUP_ID))
        await self._rooms.save_room(room, only=[self._field])


@pytest.mark.parametrize(
    ("field", "value"), [("keep", True), ("names", True), ("auto", Auto.ON), ("comment", True)]
)
async def test_what_is_chosen_while_telegram_is_asked_stays(person, field: str, value: object) -> None:
    rooms = person.stores.rooms
    meddled = MeddledTelegram(rooms, lambda room: replace(room, **{field: value}), field)
    change = ChatMemberUpdated(
        Chat(GROUP_ID, "supergroup", title="Town talk"),
        User(PERSON_ID, "P", is_bot=False),
        datetime.now(UTC),
        ChatMemberLeft(User(BOT_ID, "Nutshell", is_bot=True)),
        ChatMemberMember(User(BOT_ID, "Nutshell", is_bot=True)),
    )
    await on_own_status(person.context, meddled, change, 1)
    told = await rooms.room(GROUP_ID)
    assert (getattr(told, field), told.title, told.deaf_told) == (value, "Town talk", True)
    default = getattr(Room(chat_id=GROUP_ID), field)
    await rooms.save_room(replace(told, **{field: default}), only=[field])
    assert (await look_in(person.context, meddled, GROUP_ID, PERSON_ID)).title == "Town"
    assert getattr(await rooms.room(GROUP_ID), field) == value
