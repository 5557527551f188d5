"""Channels, over HTTP against the stand-in: set up in private, kept, commented, and posted in."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from stage import ADMIN_ID, LINK, MEMBER_ID, PERSON_ID, Stage, on_stage
from test_digests import FEED, FakeFeeds, feed, jobs

from bot.chat.telegram import rights
from bot.core.digests.followings import Place
from bot.core.rooms import Room
from bot.trial import people
from bot.trial.chats import BOT_ID, CHANNEL_ID, DISCUSSION_ID
from bot.trial.people import Speaker

TITLE = "Old bridge to close in May"
CHANNEL = Place(chat_id=CHANNEL_ID)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as opened:
        opened.greet()
        opened.admit(CHANNEL_ID, "administrator")
        opened.admit(DISCUSSION_ID, "administrator")
        await opened.settled()
        yield opened


async def card(stage: Stage, user_id: int = PERSON_ID) -> dict[str, Any]:
    stage.says("/channels", None, user_id=user_id)
    listed = await stage.answer(user_id)
    return await press(stage, listed, "Harbour News", user_id)


async def press(
    stage: Stage, message: dict[str, Any], label: str, user_id: int = PERSON_ID
) -> dict[str, Any]:
    stage.presses(message["message_id"], stage.data(message, label), user_id, user_id=user_id)
    await stage.settled()
    return next(one for one in stage.said(user_id) if one["message_id"] == message["message_id"])


async def test_an_administrator_finds_the_channel_in_the_list(stage: Stage) -> None:
    assert "Harbour News" in (await card(stage))["text"]


async def test_however_many_channels_of_others_there_are_ones_own_is_found_soon(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        room = Room(chat_id=-1_002_000_000_000 - number, kind="channel", title=f"A {number:03}", added_by=5)
        await stage.stores.rooms.save_room(room, only=["title"])
    asked, at_work, most = [], 0, 0

    async def member_of(bot: Any, chat_id: int, user_id: int) -> Any:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        asked.append(chat_id)
        await asyncio.sleep(0)
        at_work -= 1
        return await known(bot, chat_id, user_id) if chat_id == CHANNEL_ID else None

    known = rights.member_of
    monkeypatch.setattr(rights, "member_of", member_of)
    assert "Harbour News" in (await card(stage))["text"]
    assert asked[0] == CHANNEL_ID
    assert len(asked) <= 102
    assert most == 8


async def test_who_does_not_run_it_finds_nothing_and_changes_nothing(stage: Stage) -> None:
    stage.says("/channels", None, user_id=MEMBER_ID)
    listed = await stage.answer(MEMBER_ID)
    assert stage.labels(listed) == ["Add a channel"]
    for what in ("channel:keep", "channel:digest", "channel:show", "d:on"):
        data = f"{what}:{CHANNEL_ID}:0"
        stage.presses(listed["message_id"], data, MEMBER_ID, user_id=MEMBER_ID)
    await stage.settled()
    assert not (await stage.stores.rooms.room(CHANNEL_ID)).keep
    assert await stage.stores.digests.plans(CHANNEL) == ()
    assert stage.said(MEMBER_ID)[-1]["text"] == listed["text"]


async def test_a_forwarded_post_leads_to_the_settings_for_those_who_run_it(stage: Stage) -> None:
    post = stage.says("Ships are late today.", CHANNEL_ID, user_id=ADMIN_ID)
    people.forward(stage.world, Speaker(user_id=PERSON_ID), CHANNEL_ID, post)
    assert "Channel “Harbour News”" in (await stage.answer(PERSON_ID))["text"]
    people.forward(stage.world, Speaker(user_id=MEMBER_ID), CHANNEL_ID, post)
    assert "Channel “" not in (await stage.answer(MEMBER_ID))["text"]


async def test_a_channel_is_chosen_by_the_button_that_lists_ones_channels(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        stage.says("/channels", None, user_id=PERSON_ID)
        await press(stage, await stage.answer(PERSON_ID), "Add a channel")
        people.share_chat(stage.world, Speaker(user_id=PERSON_ID), 1, CHANNEL_ID)
        assert "Channel “Harbour News”" in (await stage.answer(PERSON_ID))["text"]
        assert stage.world.chats[CHANNEL_ID].members[BOT_ID].may("can_post_messages")


async def test_a_channel_chosen_before_the_word_came_that_the_bot_is_in_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        stage.says("/channels", None, user_id=PERSON_ID)
        await press(stage, await stage.answer(PERSON_ID), "Add a channel")
        channel = stage.world.chats[CHANNEL_ID]
        channel.members[BOT_ID] = replace(channel.members[ADMIN_ID], user=stage.world.bot)  # unsaid
        people.share_chat(stage.world, Speaker(user_id=PERSON_ID), 1, CHANNEL_ID)
        assert "Channel “Harbour News”" in (await stage.answer(PERSON_ID))["text"]
        assert (await stage.stores.rooms.room(CHANNEL_ID)).added_by == PERSON_ID


async def test_what_is_posted_goes_into_the_digest_which_is_posted_there(stage: Stage) -> None:
    digest = await press(stage, await card(stage), "Digest of the channel")
    await press(stage, digest, "Switch it on")
    stage.says(LINK, CHANNEL_ID, user_id=ADMIN_ID)
    await stage.settled()
    await stage.later(days=1)
    await jobs(stage).post_due()
    assert TITLE in stage.said(CHANNEL_ID)[-1]["text"]


async def test_a_digest_can_go_elsewhere(stage: Stage) -> None:
    digest = await press(stage, await card(stage), "Digest of the channel")
    assert "what is posted there" in digest["text"]
    digest = await press(stage, digest, "Switch it on")
    where = await press(stage, digest, "Where")
    assert stage.labels(where)[0] == "✓ Harbour News"  # "here" would be the private chat
    await press(stage, where, "private")
    stage.says(LINK, CHANNEL_ID, user_id=ADMIN_ID)
    await stage.settled()
    await stage.later(days=1)
    await jobs(stage).post_due()
    assert stage.said(CHANNEL_ID) == []
    assert TITLE in stage.said(PERSON_ID)[-1]["text"]


async def test_a_channel_follows_feeds_by_a_reply_to_its_card(tmp_path: Path) -> None:
    feeds = FakeFeeds()
    async with on_stage(tmp_path, revisitor=feeds) as stage:
        feeds.now = stage.clock
        stage.greet()
        stage.admit(CHANNEL_ID, "administrator")
        await stage.settled()
        shown = await card(stage)
        await press(stage, shown, "Feeds")
        assert stage.said(PERSON_ID)[-1]["text"] == shown["text"]  # how it is done is told in a box
        stage.says(f"/follow {FEED}", None, user_id=PERSON_ID, reply_to=shown["message_id"])
        assert "Norwick News" in (await stage.answer(PERSON_ID))["text"]
        stage.says("/feeds", None, user_id=PERSON_ID, reply_to=shown["message_id"])
        listed = await stage.answer(PERSON_ID)
        assert "1. Norwick News" in listed["text"]
        stage.says("/feeds 1 +crane", None, user_id=PERSON_ID, reply_to=listed["message_id"])
        assert "crane" in (await stage.answer(PERSON_ID))["text"]
        (following,) = await stage.stores.feeds.followings(CHANNEL)
        assert following.filters.include == ("crane",)
        assert await stage.stores.feeds.followings(Place(chat_id=PERSON_ID)) == ()
        digest = await press(stage, shown, "Digest of the channel")
        digest = await press(stage, digest, "Switch it on")
        assert "What people say" not in digest["text"]
        feeds.bodies[FEED] = feed("Old news", "Harbour gets a crane")
        await stage.later(hours=12)
        await jobs(stage).poll_due()
        await stage.later(hours=12)
        await jobs(stage).post_due()
        assert "Harbour gets a crane" in stage.said(CHANNEL_ID)[-1]["text"]
        stage.says("/unfollow 1", None, user_id=PERSON_ID, reply_to=digest["message_id"])
        await stage.settled()
        assert await stage.stores.feeds.followings(CHANNEL) == ()


async def test_who_does_not_run_a_channel_follows_nothing_for_it(stage: Stage) -> None:
    post = stage.says("Ships are late today.", CHANNEL_ID, user_id=ADMIN_ID)
    own = people.forward(stage.world, Speaker(user_id=MEMBER_ID), CHANNEL_ID, post)["message_id"]
    for command in (f"/follow {FEED}", "/feeds", "/unfollow 1", "/digest"):
        stage.says(command, None, user_id=MEMBER_ID, reply_to=own)
        assert "Only administrators" in (await stage.answer(MEMBER_ID))["text"]
    assert await stage.stores.feeds.followings(CHANNEL) == ()


async def test_the_first_comment_is_a_summary_where_that_is_switched_on(stage: Stage) -> None:
    stage.says(LINK, CHANNEL_ID, user_id=ADMIN_ID)
    await stage.silence(DISCUSSION_ID)
    await press(stage, await card(stage), "Summary as first comment")
    stage.says(f"News: {LINK}", CHANNEL_ID, user_id=ADMIN_ID)
    comment = await stage.answer(DISCUSSION_ID)
    assert TITLE in comment["text"]
    assert comment["reply_to_message"]["is_automatic_forward"]
    assert len(stage.said(DISCUSSION_ID)) == 1


async def test_where_the_discussion_group_is_not_heard_a_first_comment_is_told_not_to_come(
    stage: Stage,
) -> None:
    stage.admit(DISCUSSION_ID, "member")
    await stage.settled()
    shown = await press(stage, await card(stage), "Summary as first comment")
    assert "can’t see the posts in the discussion group" in shown["text"]
    stage.admit(DISCUSSION_ID, "administrator")
    await stage.settled()
    assert "can’t see the posts" not in (await card(stage))["text"]


async def test_how_many_reactions_a_post_has_is_counted(stage: Stage) -> None:
    await press(stage, await card(stage), "Keep posts for the digest")
    post = stage.says(LINK, CHANNEL_ID, user_id=ADMIN_ID)
    await stage.settled()
    stage.reacts(post, "🔥", CHANNEL_ID)
    stage.reacts(post, "👍", CHANNEL_ID, user_id=PERSON_ID)
    await stage.settled()
    (shared,) = await stage.stores.digests.shared(CHANNEL, stage.clock() - timedelta(days=1))
    assert shared.reactions == 2


async def test_without_the_right_to_post_an_administrator_is_told(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        stage.greet()
        stage.admit(CHANNEL_ID, "administrator", rights=frozenset({"can_manage_chat"}))
        assert "may not post there" in (await stage.answer(PERSON_ID))["text"]


async def test_who_lets_a_private_bot_into_a_channel_without_being_served_is_told(tmp_path: Path) -> None:
    async with on_stage(tmp_path, listed=True, owners=(ADMIN_ID,)) as stage:
        stage.greet()
        await stage.settled()
        stage.admit(CHANNEL_ID, "administrator")
        await stage.settled()
        told = stage.said(PERSON_ID)[-1]["text"]
        assert "stays silent in “Harbour News”" in told
        assert str(CHANNEL_ID) in told
        before = len(stage.said(PERSON_ID))
        await stage.stores.operators.admit(CHANNEL_ID, ADMIN_ID)
        stage.admit(CHANNEL_ID, "left")
        stage.admit(CHANNEL_ID, "administrator")
        await stage.settled()
        assert len(stage.said(PERSON_ID)) == before
