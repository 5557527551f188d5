"""A digest whose topic is closed, and the group's main one as well."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from stage import ADMIN_ID, FORUM_ID, LINK, PERSON_ID, Stage, on_stage

from bot.core.digests.followings import Place
from bot.jobs import Jobs
from bot.services.posting import Posting
from bot.trial.topics import set_closed


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as opened:
        opened.greet()
        opened.admit(FORUM_ID)
        await opened.settled()
        yield opened


async def posted(stage: Stage) -> None:
    digests = stage.context.services.digests
    posting = Posting(
        store=stage.stores.digests,
        builder=digests.builder,
        messenger=stage.running.messenger,
        clock=stage.context.clock,
    )
    messenger = stage.running.messenger
    await Jobs(posting=posting, poller=digests.poller, messenger=messenger).post_due()


async def test_a_digest_that_finds_all_closed_is_given_up_and_the_others_of_the_group_go_on(
    stage: Stage,
) -> None:
    stage.world.privacy = False
    closed, open_ = stage.topic("Closed"), stage.topic("Open")
    for topic in (closed, open_):
        stage.says("/digest 18:00", FORUM_ID, topic=topic, user_id=ADMIN_ID)
        stage.says(LINK, FORUM_ID, topic=topic, user_id=ADMIN_ID)
    await stage.settled()
    set_closed(stage.world, stage.forum, closed.thread_id, closed=True)
    set_closed(stage.world, stage.forum, None, closed=True)
    await stage.settled()
    await stage.later(days=1)
    before = len(stage.said(FORUM_ID))
    await posted(stage)

    (there,) = stage.said(FORUM_ID)[before:]
    assert there["message_thread_id"] == open_.thread_id
    for topic in (closed, open_):
        (plan,) = await stage.stores.digests.plans(Place(chat_id=FORUM_ID, topic_id=topic.thread_id))
        assert plan.active
    assert await stage.stores.digests.unfinished_runs() == ()
    told = [message["text"] for message in stage.said(PERSON_ID)]
    assert sum("and so is the group’s main one" in text for text in told) == 1
