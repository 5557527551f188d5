"""Digests and feeds through the whole way: a real store in memory, a web and a messenger of our own."""

import asyncio
from datetime import timedelta

import pytest
from digest_house import BRIDGE, COMET, HERE, START, URL, DeathError, PageIntake, rss

from bot.core.digests.digest import Filters
from bot.core.digests.followings import Feed, Place, Shared
from bot.core.digests.polling import FeedStatus, PollState
from bot.core.errors import DatabaseError, NoFeedError, PageMissingError, ServerFailedError
from bot.jobs import Intervals, Jobs
from bot.services.feed_polling import by_host
from bot.services.posting import Posting


def answering(found):
    async def answer(*_):
        return tuple(found)

    return answer


async def test_what_a_feed_holds_at_first_is_no_news_and_what_comes_later_is(house):
    house.web.answers[URL] = rss(f"one: {BRIDGE}")
    await house.feeds.follow(HERE, URL)
    plan = await house.plan()
    assert await house.builder.build(plan) is None
    house.web.answers[URL] = rss(f"one: {BRIDGE}", f"two: {COMET}")
    house.clock.time += timedelta(minutes=20)
    await house.jobs.poll_due()
    digest = await house.builder.build(plan)
    assert [story.lead.entry.key for story in digest.stories] == ["https://example.org/i/two"]
    assert digest.stories[0].lead.sentences


async def test_what_a_feed_holds_is_no_news_where_time_runs_out_just_as_it_is_followed(house, monkeypatch):
    house.web.answers[URL] = rss(f"one: {BRIDGE}")
    follow, followed = type(house.stores.feeds).follow, asyncio.Event()

    async def then_time_is_up(*args, **changes):
        following = await follow(house.stores.feeds, *args, **changes)
        followed.set()
        await asyncio.sleep(0)  # the one that cancels has its turn here
        return following

    monkeypatch.setattr(house.stores.feeds, "follow", then_time_is_up)
    work = asyncio.create_task(house.feeds.follow(HERE, URL))
    await followed.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert len(await house.feeds.list(HERE)) == 1
    house.clock.time += timedelta(minutes=20)
    house.web.answers[URL] = rss(f"one: {BRIDGE}", f"two: {COMET}")
    await house.jobs.poll_due()
    digest = await house.builder.build(await house.plan(since=START))
    assert [story.lead.entry.key for story in digest.stories] == ["https://example.org/i/two"]


async def test_a_feed_is_asked_with_its_tag_and_never_sooner_than_in_a_quarter_of_an_hour(house):
    house.web.answers[URL] = rss("one: Words.")
    await house.feeds.follow(HERE, URL)
    await house.feeds.follow(Place(chat_id=-200), URL)
    house.clock.time += timedelta(minutes=14)
    await house.jobs.poll_due()
    assert len(house.web.asked) == 1
    house.clock.time += timedelta(minutes=2)
    await house.jobs.poll_due()
    await house.jobs.poll_due()
    assert [etag is not None for _, etag in house.web.asked] == [False, True]


async def test_a_site_leads_to_the_feed_that_it_names(house):
    page = b"<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head><p>Hi</html>"
    house.web.answers |= {"https://example.org/": page, URL: rss("one: Words.")}
    following = await house.feeds.follow(HERE, "https://example.org/")
    assert following.feed.poll.url == URL
    house.web.answers["https://other.example/"] = page.replace(b"/feed", b"/none")
    with pytest.raises(NoFeedError):
        await house.feeds.follow(Place(chat_id=-3), "https://other.example/")


async def test_a_feed_that_moved_is_asked_at_its_new_address(house):
    house.web.answers[URL] = rss("one: Words.")
    await house.feeds.follow(HERE, URL)
    house.web.answers |= {"https://new.example/f": rss("one: Words."), URL: ("https://new.example/f",)}
    house.clock.time += timedelta(hours=1)
    await house.jobs.poll_due()
    (following,) = await house.feeds.list(HERE)
    assert following.feed.poll.url == "https://new.example/f"


def saying_it_moved(feed: bytes, to: str) -> bytes:
    named = (
        f'<channel xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><i:new-feed-url>{to}</i:new-feed-url>'
    )
    assert b"<channel>" in feed
    return feed.replace(b"<channel>", named.encode())


async def test_nobodys_feed_speaks_for_the_feed_that_it_names(house):
    house.web.answers[URL] = rss("one: Words.")
    await house.feeds.follow(HERE, URL)
    house.clock.time += timedelta(hours=1)
    own = "https://evil.example/feed"
    house.web.answers[own] = saying_it_moved(rss("coin: Buy my coin."), URL)
    following = await house.feeds.follow(Place(chat_id=-3), own)
    assert following.feed.poll.url == URL
    assert await house.stores.digests.items(HERE, START) == ()


async def test_a_feed_that_names_an_address_where_none_is_is_followed_where_it_is(house):
    house.web.answers[URL] = saying_it_moved(rss("one: Words."), "https://new.example/f")
    assert (await house.feeds.follow(HERE, URL)).feed.poll.url == URL
    house.web.answers["https://new.example/f"] = rss("one: Words.")
    there = await house.feeds.follow(Place(chat_id=-3), "https://new.example/f")
    assert there.feed.poll.url == "https://new.example/f"


async def test_who_follows_a_feed_that_is_gone_is_told_once(house):
    house.web.answers[URL] = rss("one: Words.")
    await house.feeds.follow(HERE, URL)
    house.web.answers[URL] = PageMissingError(url=URL, status=410)
    for _ in range(3):
        house.clock.time += timedelta(days=1)
        await house.jobs.poll_due()
    assert house.post.stopped == [(HERE, FeedStatus.GONE)]
    assert len(house.web.asked) == 2


async def test_a_fault_of_our_own_database_is_no_failure_of_the_feed(house, monkeypatch):
    house.web.answers[URL] = rss("one: Words.")
    await house.feeds.follow(HERE, URL)
    known_items, faults = house.stores.feeds.known_items, [DatabaseError(reason="read")]

    async def fails_once(*arguments):
        if faults:
            raise faults.pop()
        return await known_items(*arguments)

    monkeypatch.setattr(house.stores.feeds, "known_items", fails_once)
    house.web.answers[URL] = rss("one: Words.", "two: More words.")
    house.clock.time += timedelta(hours=1)
    with pytest.raises(DatabaseError):  # which whoever polls tells, and polls again
        await house.jobs.poll_due()
    (following,) = await house.feeds.list(HERE)
    assert following.feed.poll.failing_since is None
    await house.jobs.poll_due()
    assert len(house.web.asked) == 3


async def test_a_list_of_feeds_is_followed_with_an_outcome_for_each(house):
    house.web.answers[URL] = rss("one: Words.")
    opml = f"""<opml version="2.0"><body><outline type="rss" text="a" xmlUrl="{URL}"/>
    <outline type="rss" text="b" xmlUrl="https://example.org/none"/></body></opml>"""
    good, bad = await house.feeds.follow_list(HERE, opml.encode())
    assert good.following is not None
    assert isinstance(bad.error, PageMissingError)


async def test_filters_and_caps_decide_what_a_feed_may_tell(house):
    house.web.answers[URL] = rss("zero: Old.")
    following = await house.feeds.follow(HERE, URL)
    await house.feeds.set_filters(HERE, following.feed.feed_id, Filters(exclude=("comets",)), 1)
    house.web.answers[URL] = rss(f"a: {COMET}", f"b: {BRIDGE}", f"c: {COMET}")
    house.clock.time += timedelta(minutes=20)
    await house.jobs.poll_due()
    assert await house.builder.build(await house.plan()) is None  # the cap leaves c, the filter nothing
    await house.feeds.set_filters(HERE, following.feed.feed_id, Filters(exclude=("comets",)), 0)
    digest = await house.builder.build(await house.plan())
    assert [story.lead.entry.key for story in digest.stories] == ["https://example.org/i/b"]


async def test_a_digest_comes_once_a_day_and_tells_each_story_once(house):
    await house.plan()
    await house.share("a", BRIDGE)
    for hours in (0.5, 0.6, 1, 1.01, 5):
        house.clock.time = START + timedelta(hours=hours)
        await house.jobs.post_due()
    assert house.post.arrived == [(-100, "https://example.org/a")]
    house.clock.time = START + timedelta(hours=6)
    await house.share("b", COMET, message_id=2)
    await house.share("a", BRIDGE, message_id=3)
    house.clock.time = START + timedelta(days=1, hours=2)
    await house.jobs.post_due()
    assert [part for _, part in house.post.arrived] == ["https://example.org/a", "https://example.org/b"]


async def test_a_day_with_nothing_to_tell_posts_nothing_and_is_over(house):
    plan = await house.plan()
    house.clock.time = START + timedelta(hours=2)
    await house.jobs.post_due()
    await house.share("a", BRIDGE)
    await house.jobs.post_due()
    assert house.post.arrived == []
    assert (await house.stores.digests.plan(plan.digest_id)).last_slot == "2026-03-02T08:00"
    assert house.ends == ["nothing_new"]


async def test_days_that_were_missed_are_caught_up_in_one_digest(house):
    await house.plan()
    await house.share("a", BRIDGE)
    house.clock.time = START + timedelta(days=2)
    await house.share("b", COMET, message_id=2)
    house.clock.time = START + timedelta(days=2, hours=9)
    await house.jobs.post_due()
    await house.jobs.post_due()
    assert sorted(part for _, part in house.post.arrived) == [
        "https://example.org/a",
        "https://example.org/b",
    ]


async def test_after_a_death_while_sending_the_rest_is_sent_and_nothing_twice(house):
    await house.plan()
    await house.share("a", BRIDGE)
    await house.share("b", COMET, message_id=2)
    house.clock.time = START + timedelta(hours=2)
    house.post.dies_after = 1
    with pytest.raises(DeathError):
        await house.jobs.post_due()
    again = house.restart()
    await again.jobs.post_due()
    await again.jobs.post_due()
    assert sorted(part for _, part in house.post.arrived) == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    assert await house.stores.digests.unfinished_runs() == ()


async def test_a_chat_that_threw_the_bot_out_is_put_to_rest(house):
    await house.plan()
    await house.share("a", BRIDGE)
    house.post.gone = True
    house.clock.time = START + timedelta(hours=2)
    await house.jobs.post_due()
    assert await house.stores.digests.active_plans() == ()
    assert house.ends == ["chat_gone"]


async def test_a_digest_that_cannot_be_made_is_tried_three_times_and_lets_the_next_one_come(house):
    plan = await house.plan()
    await house.share("a", BRIDGE)
    house.post.fails = 3
    house.clock.time = START + timedelta(hours=2)
    for _ in range(5):
        await house.jobs.post_due()
    assert house.post.arrived == []
    assert (await house.stores.digests.plan(plan.digest_id)).last_slot is not None
    house.clock.time = START + timedelta(days=1, hours=2)
    await house.jobs.post_due()
    assert len(house.post.arrived) == 1
    assert house.ends == ["failed", "posted"]


async def test_a_fault_in_one_digest_keeps_no_other_from_being_posted(house):
    await house.plan()
    elsewhere = Place(chat_id=-200)
    await house.plan(place=elsewhere, target=elsewhere)
    await house.share("a", BRIDGE, 1, HERE, elsewhere)
    house.post.stumbles_in = HERE.chat_id
    house.clock.time = START + timedelta(hours=2)
    await house.jobs.post_due()
    assert [chat for chat, _ in house.post.arrived] == [elsewhere.chat_id]
    house.post.stumbles_in = None
    await house.jobs.post_due()
    assert [chat for chat, _ in house.post.arrived] == [elsewhere.chat_id, HERE.chat_id]


async def test_a_link_that_cannot_be_read_keeps_nothing_from_being_told(house):
    await house.share("a", BRIDGE)
    await house.stores.digests.share(
        Shared(place=HERE, message_id=2, url="https://example.org/x", shared_at=house.clock.time)
    )
    digest = await house.builder.catch_up(HERE, START - timedelta(hours=1))
    assert [story.lead.entry.key for story in digest.stories] == ["https://example.org/a"]
    assert await house.builder.catch_up(HERE, START) is None


async def test_ten_thousand_links_in_an_hour_cost_a_digest_no_more_than_its_patience(house, leap):
    at_work = most = 0

    async def slowly(source):
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        try:
            if "/slow/" in source.url:
                await asyncio.Event().wait()
            return await PageIntake.take_in(house.intake, source)
        finally:
            at_work -= 1

    async def keep_version(url, version):
        leap(3_600)  # the one page that can be read has been

    house.intake.take_in = slowly
    house.stores.digests.keep_version = keep_version
    links = [
        Shared(place=HERE, message_id=10 + n, url=f"https://example.org/slow/{n}", shared_at=house.clock.time)
        for n in range(10_000)
    ]
    house.stores.digests.shared = answering([*links, await house.shares("a", BRIDGE, replies=1)])
    digest = await house.builder.build(await house.plan(), patience_s=600)
    assert [story.lead.entry.key for story in digest.stories] == ["https://example.org/a"]
    assert (at_work, most) == (0, 8)


async def test_a_link_that_is_shared_again_and_again_is_asked_for_once(house):
    asked = []

    async def refuse(source):
        asked.append(source.url)
        raise ServerFailedError(url=source.url)

    house.intake.take_in = refuse
    for number in range(20):
        await house.share("a", BRIDGE, message_id=number)
    assert await house.builder.catch_up(HERE, START - timedelta(hours=1)) is None
    assert asked == ["https://example.org/a"]


def test_hosts_take_turns_and_none_holds_up_a_round():
    at = [f"https://one.example/{n}" for n in range(50)] + ["https://two.example/"]
    found = by_host([feed_at(n, url) for n, url in enumerate(at)], 20)
    assert [len(feeds) for feeds in found] == [20, 1]


async def test_many_feeds_of_one_host_are_asked_without_waiting_for_the_next_tick(house):
    for number in range(45):
        url = f"https://example.org/feed/{number}"
        house.web.answers[url] = rss("one: Words.")
        await house.feeds.follow(HERE, url)
    house.clock.time += timedelta(minutes=20)
    house.web.asked.clear()
    jobs = Jobs(
        posting=Posting(
            store=house.stores.digests, builder=house.builder, messenger=house.post, clock=house.clock
        ),
        poller=house.poller,
        messenger=house.post,
        intervals=Intervals(tick_s=3_600, busy_s=0.01),
    )
    at_work = asyncio.create_task(jobs.run())
    async with asyncio.timeout(60):
        while len(house.web.asked) < 45:  # noqa: ASYNC110 - of a list
            await asyncio.sleep(0.05)
    at_work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await at_work


def feed_at(number: int, url: str) -> Feed:
    poll = PollState(url=url, next_at=START)
    return Feed(feed_id=number, title=None, site=None, language=None, poll=poll)


async def test_of_a_long_feed_text_all_that_is_told_is_read(house):
    house.web.answers[URL] = rss("zero: Old.")
    await house.feeds.follow(HERE, URL)
    filler = " ".join(f"The town has a street with the number {n} in its name." for n in range(40))
    house.web.answers[URL] = rss(f"a: {BRIDGE} {filler} The bridge was built by Mason Kerr of Lindau.")
    house.clock.time += timedelta(minutes=20)
    await house.jobs.poll_due()
    digest = await house.builder.build(await house.plan())
    assert digest.stories[0].lead.entry.article.text.endswith("by Mason Kerr of Lindau.")


async def test_items_without_words_are_passed_over_and_items_without_a_link_are_told(house):
    def body(*items: str) -> bytes:
        told = "".join(f"<item><link></link>{item}</item>" for item in items)
        return f"<rss version='2.0'><channel><title>Feed</title>{told}</channel></rss>".encode()

    empty = "<title></title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
    house.web.answers[URL] = body()
    await house.feeds.follow(HERE, URL)
    house.web.answers[URL] = body(empty, f"<title>Bridge closed</title><description>{BRIDGE}</description>")
    for _ in range(2):
        house.clock.time += timedelta(hours=1)
        await house.jobs.poll_due()
    digest = await house.builder.build(await house.plan())
    (story,) = digest.stories
    assert (story.lead.entry.article.title, story.lead.entry.article.url) == ("Bridge closed", None)
    assert story.lead.sentences
    assert story.also == ()


@pytest.mark.parametrize(
    "changing",
    [
        "<guid>{now}</guid><link>https://example.org/i/one</link>",
        "<guid>one</guid><link>https://example.org/i/{now}</link>",
        "<guid>one</guid><link>https://example.org/i/one</link><pubDate>Mon, 02 Mar 2026 {now}:00</pubDate>",
        "<link>https://example.org/i/one</link><pubDate>Mon, 02 Mar 2026 {now}:00</pubDate>",
        "<pubDate>Mon, 02 Mar 2026 {now}:00</pubDate>",
    ],
)
async def test_a_feed_that_changes_ids_links_or_dates_brings_no_item_twice(house, changing):
    def body(*titles: str) -> bytes:
        told = "".join(
            f"<item>{changing.format(now=f'{house.clock.time:%H:%M}')}<title>{title}</title></item>".replace(
                "one", title
            )
            for title in titles
        )
        return f"<rss version='2.0'><channel><title>Feed</title>{told}</channel></rss>".encode()

    house.web.answers[URL] = body("old")
    await house.feeds.follow(HERE, URL)
    for _ in range(5):
        house.clock.time += timedelta(hours=1)
        house.web.answers[URL] = body("new", "old")
        await house.jobs.poll_due()
    items = await house.stores.digests.items(HERE, START)
    assert [seen.item.title for seen in items] == ["new"]
