"""Digests and feeds by commands and buttons, over HTTP against the stand-in, with the clock moved forward."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from chatroom import page
from stage import ADMIN_ID, FORUM_ID, GARDEN_LINK, GROUP_ID, LINK, MEMBER_ID, PERSON_ID, Stage, on_stage

from bot.chat.callback_queries import ON_SCREEN_CALLBACK
from bot.chat.views import reading_callbacks
from bot.core.digests.followings import Place
from bot.core.errors import (
    AddressRefusedError,
    BotError,
    HostUnreachableError,
    NoFeedError,
    PageForbiddenError,
    PageMissingError,
    PageTooLargeError,
)
from bot.jobs import Jobs
from bot.ports import Page
from bot.ports.digests import Visit
from bot.services import feeds
from bot.services.posting import Posting
from bot.services.retention import Retention
from bot.trial import people
from bot.trial.people import Speaker

TITLE = "Old bridge to close in May"
FEED = "https://norwick.example/feed.xml"
HERE = Place(chat_id=GROUP_ID)
GARDEN = """
Norwick opened a house of glass for its orchids on Sunday. Gardeners moved two hundred plants in a week. The
warm air comes from a brewery across the street, which had let it go until now.

Children may come in for nothing. Their parents pay three crowns, and five at the weekend. Teacher Ida Blom
has booked a morning for her class. She wants them to draw what they see, not to photograph it.
"""


def feed(*titles: str) -> bytes:
    items = "".join(
        f"<item><guid>{title}</guid><title>{title}</title><link>https://norwick.example/{number}</link>"
        f"<description>{title} is told in a sentence of its own, which says more.</description></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Norwick News</title>{items}</channel></rss>".encode()


class FakeFeeds:
    """Feeds by address."""

    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {FEED: feed("Old news")}
        self.errors: dict[str, BotError] = {}
        self.now: Any = None

    async def revisit(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Visit:
        if url in self.errors:
            raise self.errors[url]
        if url not in self.bodies:
            raise PageMissingError(url=url, status=404)
        body = self.bodies[url]
        return Visit(
            page=Page(url=url, body=body, content_type="text/xml", charset=None, fetched_at=self.now())
        )


@pytest.fixture
def web_of_feeds() -> FakeFeeds:
    return FakeFeeds()


@pytest.fixture
async def stage(tmp_path: Path, web_of_feeds: FakeFeeds) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path, revisitor=web_of_feeds) as opened:
        web_of_feeds.now = opened.clock
        opened.admit(GROUP_ID, "administrator")
        opened.admit(FORUM_ID, "administrator")
        await opened.settled()
        yield opened


def jobs(stage: Stage) -> Jobs:
    store, messenger = stage.stores.digests, stage.running.messenger
    clock = stage.context.clock
    return Jobs(
        posting=Posting(
            store=store, builder=stage.context.services.digests.builder, messenger=messenger, clock=clock
        ),
        poller=stage.context.services.digests.poller,
        messenger=messenger,
    )


async def switch_on(stage: Stage, chat_id: int = GROUP_ID, **where: Any) -> dict[str, Any]:
    stage.says("/digest", chat_id, user_id=ADMIN_ID, **where)
    card = await stage.answer(chat_id)
    return await press(stage, card, "Switch it on", chat_id)


async def press(stage: Stage, card: dict[str, Any], label: str, chat_id: int = GROUP_ID) -> dict[str, Any]:
    stage.presses(card["message_id"], stage.data(card, label), chat_id, user_id=ADMIN_ID)
    await stage.settled()
    return next(one for one in stage.said(chat_id) if one["message_id"] == card["message_id"])


async def test_a_digest_comes_once_with_what_was_shared_and_again_only_with_news(stage: Stage) -> None:
    await switch_on(stage)
    stage.says(f"read this {LINK}")
    stage.says(LINK, user_id=PERSON_ID)
    await stage.settled()
    before = len(stage.said())
    await stage.later(days=1)
    work = jobs(stage)
    await work.post_due()
    (digest,) = stage.said()[before:]
    assert digest["text"].startswith("Digest · ")
    assert digest["text"].count(TITLE) == 1
    links = [entity.get("url", "") for entity in digest["entities"]]
    assert LINK in links
    await work.post_due()
    await jobs(stage).post_due()
    await stage.later(days=1)
    await work.post_due()  # nothing new: nothing is posted
    assert len(stage.said()) == before + 1


async def test_a_supergroups_digest_links_to_the_messages(stage: Stage) -> None:
    news = stage.topic("News")
    await switch_on(stage, FORUM_ID, topic=news)
    message_id = stage.says(LINK, FORUM_ID, topic=news)
    await stage.settled()
    await stage.later(days=1)
    await jobs(stage).post_due()
    digest = stage.said(FORUM_ID)[-1]
    assert digest["message_thread_id"] == news.thread_id
    links = [entity.get("url", "") for entity in digest["entities"]]
    assert f"https://t.me/c/1000000001/{news.thread_id}/{message_id}" in links


async def test_times_days_length_and_zone_are_chosen_by_buttons(stage: Stage) -> None:
    card = await switch_on(stage)
    when = await press(stage, card, "When")
    when = await press(stage, when, "08")
    when = await press(stage, when, "Monday to Friday")
    card = await press(stage, when, "Back")
    card = await press(stage, card, "3")
    card = await press(stage, card, "Quiet at night")
    card = await press(stage, card, "Pin it")
    stage.says("/digest San", user_id=ADMIN_ID)
    await press(stage, await stage.answer(), "Europe/San_Marino")
    (plan,) = await stage.stores.digests.plans(HERE)
    assert [f"{one:%H:%M}" for one in plan.schedule.times] == ["08:00", "18:00"]
    assert plan.schedule.days == frozenset(range(5))
    assert (plan.schedule.zone, plan.stories, plan.pin) == ("Europe/San_Marino", 3, True)
    assert plan.schedule.quiet is not None


async def test_a_pinned_digest_is_pinned(stage: Stage) -> None:
    await press(stage, await switch_on(stage), "Pin it")
    stage.says(LINK)
    await stage.settled()
    await stage.later(days=1)
    await jobs(stage).post_due()
    assert stage.world.chats[GROUP_ID].pinned == [stage.said()[-1]["message_id"]]


async def test_the_last_day_and_a_zone_that_is_none_change_nothing(stage: Stage) -> None:
    seen: list[dict[str, Any]] = []
    stage.world.on_event = seen.append
    await switch_on(stage)
    for data in (
        "d:z:-2000001:0:Mars/Base",
        "d:hour:-2000001:0:18",
        "d:hour:-2000001:0:99",
        "d:n:-2000001:0:9",
    ):
        stage.presses(stage.said()[-1]["message_id"], data, user_id=ADMIN_ID)
    await stage.settled()
    (plan,) = await stage.stores.digests.plans(HERE)
    assert [f"{one:%H:%M}" for one in plan.schedule.times] == ["18:00"]
    assert (plan.schedule.zone, plan.stories) == ("UTC", 7)
    told = [event["text"] for event in seen if event["kind"] == "answer" and event["alert"]]
    assert [text for text in told if "doesn’t do anything" not in text] == [
        "One day and one hour at least must stay."
    ]


async def test_the_only_city_of_a_name_is_taken_also_before_the_digest_is_switched_on(stage: Stage) -> None:
    stage.says("/digest Berlin", user_id=ADMIN_ID)
    card = await stage.answer()
    assert "(Europe/Berlin)" in card["text"]
    (plan,) = await stage.stores.digests.plans(HERE)
    assert (plan.schedule.zone, plan.active) == ("Europe/Berlin", False)
    await press(stage, card, "Switch it on")
    (plan,) = await stage.stores.digests.plans(HERE)
    assert (plan.schedule.zone, plan.active) == ("Europe/Berlin", True)


async def test_words_behind_the_command_do_what_its_buttons_do(stage: Stage) -> None:
    async def says(words: str) -> tuple[str, Any]:
        stage.says(f"/digest {words}", user_id=ADMIN_ID)
        card = await stage.answer()
        return card["text"], next(iter(await stage.stores.digests.plans(HERE)), None)

    text, plan = await says("off")
    assert plan is None
    assert "There is no digest" in text
    text, plan = await says("8, 18:00")
    assert "When: every day, 08:00, 18:00" in text
    assert plan.active
    assert (await stage.context.rooms.room(GROUP_ID)).keep
    text, plan = await says("Off")
    assert "It is switched off." in text
    assert not plan.active
    text, plan = await says("einschalten")
    assert "I know no time zone" in text
    text, plan = await says("on")
    assert plan.active
    assert [one.hour for one in plan.schedule.times] == [8, 18]
    assert "nothing to tell right now" in (await says("now"))[0]
    assert "nothing to tell right now" in (await says("jetzt"))[0]
    assert "No clock shows “25:00”." in (await says("25:00"))[0]
    text, plan = await says("6 pm")
    assert [one.hour for one in plan.schedule.times] == [18]


async def test_in_private_nothing_is_said_of_sharing_which_no_digest_there_gathers(stage: Stage) -> None:
    stage.says("/digest", chat_id=PERSON_ID, user_id=PERSON_ID)
    offered = await stage.answer(PERSON_ID)
    assert "what the feeds bring" in offered["text"]
    assert "shared" not in offered["text"]
    stage.says("/digest on", chat_id=PERSON_ID, user_id=PERSON_ID)
    card = await stage.answer(PERSON_ID)
    assert "From: Feeds\n" in card["text"]
    assert "What is shared" not in str(card)
    stage.says("/digest now", chat_id=PERSON_ID, user_id=PERSON_ID)
    assert (await stage.answer(PERSON_ID))["text"].startswith(
        "There is nothing to tell right now. Follow a feed"
    )


async def test_a_digest_that_nothing_can_be_in_says_so(stage: Stage, web_of_feeds: FakeFeeds) -> None:
    me = {"chat_id": PERSON_ID, "user_id": PERSON_ID}
    stage.says("/digest on", **me)
    assert "No feed is followed here yet" in (await stage.answer(PERSON_ID))["text"]
    stage.says(f"/follow {FEED}", **me)
    assert "/digest says when" in (await stage.answer(PERSON_ID))["text"]
    stage.says("/digest", **me)
    assert "No feed" not in (await stage.answer(PERSON_ID))["text"]
    stage.admit(GROUP_ID, "member")
    stage.says("/digest on", user_id=ADMIN_ID)
    assert "I hear only commands" in (await stage.answer())["text"]


async def test_who_follows_a_feed_where_the_digest_is_off_is_told(stage: Stage) -> None:
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    assert "which is off here; /digest switches it on" in (await stage.answer())["text"]


async def test_a_city_that_nobody_knows_is_told(stage: Stage) -> None:
    stage.says("/digest Nowhereville", user_id=ADMIN_ID)
    assert "“Nowhereville”" in (await stage.answer())["text"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PageMissingError(url=FEED, status=410), "nothing at that address"),
        (PageForbiddenError(url=FEED, status=403), "doesn’t let me read that"),
        (AddressRefusedError(url=FEED), "public web"),
        (PageTooLargeError(url=FEED, limit_mb=5), "too much"),
        (HostUnreachableError(url=FEED), "couldn’t load that"),
        (NoFeedError(url=FEED), "found no feed"),
    ],
)
async def test_who_wants_to_follow_what_is_no_feed_is_told_why_and_not_to_paste_a_text(
    stage: Stage, web_of_feeds: FakeFeeds, error: BotError, told: str
) -> None:
    web_of_feeds.errors[FEED] = error
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    alone = (await stage.answer())["text"]
    stage.says(f"/follow {FEED} {FEED}?again", user_id=ADMIN_ID)
    among_others = (await stage.answer())["text"]
    for answer in (alone, among_others):
        assert told in answer
        assert "aste" not in answer


async def test_nobody_but_an_administrator_changes_a_digest_and_nobody_anothers(stage: Stage) -> None:
    card = await switch_on(stage)
    for data in (
        "d:off:-2000001:0",
        "d:to:-2000001:0:me",
        "d:on:-1001000000002:0",
        "d:on:1000001:0",
        "d:opml:5:0",
    ):
        stage.presses(card["message_id"], data, user_id=MEMBER_ID)
        stage.presses(card["message_id"], data.replace("-2000001", "1000001"), user_id=MEMBER_ID)
    stage.says("/digest", user_id=MEMBER_ID)
    stage.says(f"/follow {FEED}", user_id=MEMBER_ID)
    await stage.settled()
    (plan,) = await stage.stores.digests.plans(HERE)
    assert plan.active
    assert plan.target == HERE
    assert await stage.stores.digests.plans(Place(chat_id=PERSON_ID)) == ()
    assert await stage.stores.feeds.followings(HERE) == ()


async def test_a_preview_shows_the_digest_and_uses_up_nothing(stage: Stage) -> None:
    card = await switch_on(stage)
    stage.says(LINK)
    await stage.settled()
    stage.presses(card["message_id"], stage.data(card, "Preview now"), user_id=ADMIN_ID)
    assert TITLE in (await stage.answer())["text"]
    await stage.later(days=1)
    await jobs(stage).post_due()
    assert TITLE in stage.said()[-1]["text"]


async def test_two_who_switch_a_digest_on_at_once_have_one(stage: Stage) -> None:
    for user_id, hour in ((ADMIN_ID, 8), (PERSON_ID, 9)):
        stage.says(f"/digest {hour}:00", user_id=user_id)
    await stage.settled()
    (plan,) = await stage.stores.digests.plans(HERE)
    assert plan.active
    stage.says("/digest off", user_id=ADMIN_ID)
    await stage.settled()
    assert await stage.stores.digests.active_plans() == ()


async def test_feeds_are_followed_told_listed_and_left(stage: Stage, web_of_feeds: FakeFeeds) -> None:
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    assert "Norwick News" in (await stage.answer())["text"]
    await switch_on(stage)
    web_of_feeds.bodies[FEED] = feed("Old news", "Harbour gets a new crane")
    await stage.later(hours=23)
    await jobs(stage).poll_due()
    await stage.later(hours=1)
    await jobs(stage).post_due()
    assert "Harbour gets a new crane" in stage.said()[-1]["text"]
    assert "Old news" not in stage.said()[-1]["text"]
    stage.says("/feeds")
    card = await stage.answer()
    stage.presses(card["message_id"], stage.data(card, "1"), user_id=MEMBER_ID)
    await stage.settled()
    assert len(await stage.stores.feeds.followings(HERE)) == 1
    assert "Norwick News" in (await press(stage, card, "1"))["text"]
    assert "No feed" in (await press(stage, stage.said()[-1], "Unfollow"))["text"]
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    stage.says("/unfollow 1", user_id=ADMIN_ID)
    assert "No longer following" in (await stage.answer())["text"]


async def test_a_list_of_feeds_comes_in_and_goes_out_as_a_file(stage: Stage) -> None:
    body = f"<opml version='2.0'><body><outline type='rss' text='N' xmlUrl='{FEED}'/></body></opml>"
    stage.greet()
    people.upload(stage.world, ("feeds.opml", "text/xml", body.encode()), Speaker(user_id=PERSON_ID))
    assert "Norwick News" in (await stage.answer(PERSON_ID))["text"]
    stage.says("/feeds", None, user_id=PERSON_ID)
    card = await stage.answer(PERSON_ID)
    stage.presses(card["message_id"], stage.data(card, "(OPML)"), PERSON_ID, user_id=PERSON_ID)
    await stage.settled()
    sent = [one for one in stage.world.pictured(PERSON_ID) if one.get("document")][-1]
    assert FEED.encode() in stage.world.files[sent["document"]["file_id"]].body


async def test_of_a_list_that_takes_too_long_it_is_told_how_many_are_left(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "PATIENCE_S", 0.0)
    outlines = (
        f"<outline type='rss' text='N' xmlUrl='{FEED}'/><outline type='rss' text='M' xmlUrl='{FEED}/2'/>"
    )
    body = f"<opml version='2.0'><body>{outlines}</body></opml>"
    stage.greet()
    people.upload(stage.world, ("feeds.opml", "text/xml", body.encode()), Speaker(user_id=PERSON_ID))
    told = (await stage.answer(PERSON_ID))["text"]
    assert "I haven’t got to 2 of them yet. Send the same again" in told


async def test_words_and_a_cap_choose_what_of_a_feed_is_told(stage: Stage, web_of_feeds: FakeFeeds) -> None:
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    await switch_on(stage)
    stage.says("/feeds 1 +crane +city council -football", user_id=ADMIN_ID)
    card = await stage.answer()
    assert "Only with: crane, city council" in card["text"]
    assert "Never with: football" in card["text"]
    assert stage.labels(await press(stage, card, "5"))[:5] == ["∞", "1", "3", "✓ 5", "10"]
    titles = ("Old news", "Harbour gets a crane", "Football under a crane", "Rain tomorrow")
    web_of_feeds.bodies[FEED] = feed(*titles)
    await stage.later(hours=23)
    await jobs(stage).poll_due()
    await stage.later(hours=1)
    await jobs(stage).post_due()
    told = stage.said()[-1]["text"]
    assert [title in told for title in titles] == [False, True, False, False]
    assert "Remove the words" not in stage.labels(await press(stage, card, "Remove the words"))


async def test_words_without_a_number_are_for_all_feeds_and_administrators_choose_them(stage: Stage) -> None:
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    await stage.settled()
    stage.says("/feeds -football", user_id=MEMBER_ID)
    assert "administrators" in (await stage.answer())["text"]
    stage.says("/feeds -football", user_id=ADMIN_ID)
    await stage.settled()
    (one,) = await stage.stores.feeds.followings(HERE)
    assert one.filters.exclude == ("football",)


@pytest.mark.parametrize("words", ["2 -tennis", "123456789 -tennis", "tennis -football"])
async def test_words_behind_no_feed_of_the_list_change_nothing(stage: Stage, words: str) -> None:
    stage.says(f"/follow {FEED}", user_id=ADMIN_ID)
    await stage.settled()
    stage.says(f"/feeds {words}", user_id=ADMIN_ID)
    told = (await stage.answer())["text"]
    assert ("Nothing like that is followed" in told) == words[0].isdigit()
    (one,) = await stage.stores.feeds.followings(HERE)
    assert one.filters.exclude == ()


async def test_catchup_quotes_what_was_discussed_most_with_links_and_no_names(stage: Stage) -> None:
    stage.says("not kept yet: nothing is switched on", FORUM_ID)
    await switch_on(stage, FORUM_ID)
    asked = stage.says("Shall we meet on Friday in the old mill?", FORUM_ID)
    first = stage.says("Yes, please", FORUM_ID, user_id=PERSON_ID, reply_to=asked)
    stage.says("Me too", FORUM_ID, user_id=ADMIN_ID, reply_to=first)
    liked = stage.says("The mill has a new oven", FORUM_ID, user_id=PERSON_ID)
    stage.says("A remark that nobody takes up", FORUM_ID)
    await stage.settled()
    for who in (ADMIN_ID, MEMBER_ID):
        stage.reacts(liked, "👍", FORUM_ID, user_id=who)
    await stage.settled()
    stage.says("/catchup", FORUM_ID)
    told = await stage.answer(FORUM_ID)
    assert "Shall we meet on Friday" in told["text"]
    assert "2 replies" in told["text"]
    assert "The mill has a new oven\n2 reactions" in told["text"]
    assert "nobody takes up" not in told["text"]
    assert "not kept yet" not in told["text"]
    links = [entity["url"] for entity in told["entities"] if entity["type"] == "text_link"]
    assert links == [f"https://t.me/c/1000000001/{number}" for number in (asked, liked)]


async def test_what_was_said_goes_after_three_days_and_with_its_author(stage: Stage) -> None:
    await switch_on(stage)
    stage.says("Shall we meet in the mill?", user_id=MEMBER_ID)
    stage.says("Rather at the bridge", user_id=PERSON_ID)
    await stage.settled()
    await stage.stores.storage.forget(MEMBER_ID)
    since = stage.clock() - timedelta(days=1)
    assert [one.text for one in await stage.stores.digests.said(HERE, since)] == ["Rather at the bridge"]
    await stage.later(days=4)
    stores, kept_for = stage.stores, timedelta(days=90)
    retention = Retention(
        operators=stores.operators, digests=stores.digests, clock=stage.context.clock, kept_for=kept_for
    )
    await retention.sweep()
    assert await stores.digests.said(HERE, since) == ()


async def test_what_is_past_a_short_retention_is_not_quoted_though_it_is_not_erased_yet(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path, retention_days=1) as stage:
        stage.admit(GROUP_ID, "administrator")
        await stage.settled()
        await switch_on(stage)
        asked = stage.says("Shall we meet in the mill?")
        for who in (PERSON_ID, ADMIN_ID):
            stage.says("Yes", user_id=who, reply_to=asked)
        await stage.settled()
        since = stage.clock() - timedelta(days=7)
        discussed = stage.context.services.digests.builder.discussed
        assert [talk.said.message_id for talk in await discussed(HERE, since)] == [asked]
        await stage.later(hours=25)
        assert await discussed(HERE, since) == ()


async def test_who_keeps_nothing_any_more_keeps_no_talk_and_no_links(stage: Stage) -> None:
    await switch_on(stage)
    stage.says("Shall we meet in the mill?")
    stage.says(LINK)
    stage.says("/settings", user_id=ADMIN_ID)
    card = await stage.answer()
    since = stage.clock() - timedelta(days=1)
    assert len(await stage.stores.digests.said(HERE, since)) == 2
    assert len(await stage.stores.digests.shared(HERE, since)) == 1
    await press(stage, card, "Keep what is shared for the digest")
    assert await stage.stores.digests.said(HERE, since) == ()
    assert await stage.stores.digests.shared(HERE, since) == ()


def test_no_screen_takes_a_reading_buttons_presses() -> None:
    for area in ON_SCREEN_CALLBACK:
        data = [":".join([area, *words]) for words in ([], ["1"], ["1", "2"], ["1", "yes"], ["a", "b"])]
        assert [reading_callbacks.decode(one) for one in data] == [None] * len(data), area


async def test_two_links_of_one_story_get_a_button_that_compares_them(stage: Stage) -> None:
    from chatroom import BRIDGE  # noqa: PLC0415 - a text for this test alone

    other = "https://tarn.example/bridge"
    more = BRIDGE + "\nFishermen asked for a lift for their boats, which the council will discuss in June.\n"
    stage.web.pages[other] = page("The bridge at Marlow closes", more)
    stage.web.pages[GARDEN_LINK] = page("Orchids in a house of glass", GARDEN)
    stage.says(f"/tldr {LINK} {GARDEN_LINK} {other}")
    card = await stage.answer()
    stage.presses(card["message_id"], stage.data(card, "Compare"))
    assert "Fishermen asked for a lift" in (await stage.answer())["text"]
    stage.says(f"/tldr {LINK} {GARDEN_LINK}")
    assert "Compare" not in stage.labels(await stage.answer())


async def test_catchup_tells_what_was_shared_lately(stage: Stage) -> None:
    stage.says("/catchup 2")
    assert "last 2 hours" in (await stage.answer())["text"]
    await switch_on(stage)
    stage.says(LINK)
    await stage.settled()
    stage.says("/catchup")
    assert TITLE in (await stage.answer())["text"]
    await stage.later(hours=5)
    stage.says("/catchup 2")
    assert "last 2 hours" in (await stage.answer())["text"]


async def test_catchup_where_nothing_is_kept_says_what_would_change_that(stage: Stage) -> None:
    stage.says(f"look {LINK}")
    stage.says("/catchup")
    told = (await stage.answer())["text"]
    assert told.startswith("Nothing was shared")
    assert "/digest" in told
    stage.says("/digest on", user_id=ADMIN_ID)
    await stage.settled()
    stage.says("/catchup")
    assert "/digest" not in (await stage.answer())["text"]


@pytest.mark.parametrize("hours", ["0", "-5", "soon", "1.5"])
async def test_catchup_of_no_hours_says_how_many_there_may_be(stage: Stage, hours: str) -> None:
    stage.says(f"/catchup {hours}")
    assert "from 1 to 336: “/catchup 12”" in (await stage.answer())["text"]


@pytest.mark.parametrize(("hours", "told"), [("2 h", 2), ("3h", 3), ("99999", 336), ("", 24)])
async def test_catchup_takes_its_hours_in_a_few_forms(stage: Stage, hours: str, told: int) -> None:
    stage.says(f"/catchup {hours}")
    assert f"last {told} hours" in (await stage.answer())["text"]


async def test_compare_shows_what_each_of_two_pages_says_alone(stage: Stage) -> None:
    from chatroom import BRIDGE  # noqa: PLC0415 - a text for this test alone

    other = "https://tarn.example/bridge"
    more = BRIDGE + "\nFishermen asked for a lift for their boats, which the council will discuss in June.\n"
    stage.web.pages[other] = page("The bridge at Marlow closes", more)
    stage.says(f"/compare {LINK} {other}")
    answer = (await stage.answer())["text"]
    assert "Fishermen asked for a lift" in answer
    stage.says(f"/compare {LINK}")
    assert "two links" in (await stage.answer())["text"]


async def test_a_chat_that_throws_the_bot_out_gets_no_more_digests(stage: Stage) -> None:
    await switch_on(stage)
    stage.says(LINK)
    await stage.settled()
    stage.admit(GROUP_ID, "kicked")
    await stage.settled()
    await stage.later(days=1)
    before = len(stage.said())
    await jobs(stage).post_due()
    assert len(stage.said()) == before
    assert not (await stage.stores.digests.plans(HERE))[0].active


async def test_a_private_copy_for_one_who_never_wrote_is_refused_with_what_to_do(stage: Stage) -> None:
    card = await switch_on(stage)
    seen: list[dict[str, Any]] = []
    stage.world.on_event = seen.append
    choices = await press(stage, card, "Where")
    await press(stage, choices, "to me in private")
    (told,) = [event["text"] for event in seen if event["kind"] == "answer" and event["alert"]]
    assert f"Open @{stage.username}, press Start" in told
    assert (await stage.stores.digests.plans(HERE))[0].target == HERE
    stage.greet(ADMIN_ID)
    await press(stage, choices, "to me in private")
    assert (await stage.stores.digests.plans(HERE))[0].target == Place(chat_id=ADMIN_ID)


async def test_a_posting_that_a_crash_interrupted_goes_on_where_it_was(stage: Stage) -> None:
    await switch_on(stage)
    (plan,) = await stage.stores.digests.plans(HERE)
    from bot.core.schedule import Slot  # noqa: PLC0415 - a slot for this test alone

    now = stage.clock()
    parts = ('{"html": "first part"}', '{"html": "second part"}')
    run = await stage.stores.digests.begin_run(plan, Slot("2026-01-01T18:00", now), parts, (), now)
    assert run is not None
    await stage.running.messenger.post(plan, replace(run, parts=parts[:1]))  # and then the process died
    await jobs(stage).post_due()
    texts = [message["text"] for message in stage.said()]
    assert texts.count("first part") == 1
    assert texts.count("second part") == 1
    assert texts.index("first part") < texts.index("second part")


async def test_reactions_and_replies_weigh_what_was_shared(stage: Stage) -> None:
    await switch_on(stage)
    message_id = stage.says(GARDEN_LINK)
    await stage.settled()
    stage.reacts(message_id, "👍")
    stage.reacts(message_id, "👍", user_id=ADMIN_ID)
    stage.says("thank you", reply_to=message_id)
    await stage.settled()
    (shared,) = await stage.stores.digests.shared(HERE, stage.clock() - timedelta(days=1))
    assert (shared.reactions, shared.replies, shared.user_id) == (2, 1, None)
