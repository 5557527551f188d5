"""Following takes nothing from those who follow already, begins anew what had ended, and takes no longer than
people wait.
"""

import asyncio
from datetime import timedelta

import pytest
from digest_house import HERE, START, URL, rss

from bot.core.digests.followings import Place
from bot.core.digests.polling import FeedStatus
from bot.core.errors import PageMissingError

SITE = "https://example.org/"
PAGE = b"<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head><p>Hi</html>"
THERE = Place(chat_id=-200)


async def brought(house, place):
    return [seen.item.title for seen in await house.stores.digests.items(place, START - timedelta(days=1))]


@pytest.mark.parametrize("address", [SITE, "https://old.example/feed"])
async def test_whoever_follows_a_site_takes_no_news_from_those_who_follow_its_feed(house, address):
    house.web.answers |= {SITE: PAGE, URL: rss("one: Words."), "https://old.example/feed": (URL,)}
    await house.feeds.follow(HERE, URL)
    house.web.answers[URL] = rss("three: Words.", "two: Words.", "one: Words.")
    house.clock.time += timedelta(minutes=10)
    following = await house.feeds.follow(THERE, address)
    assert following.feed.poll.url == URL
    house.clock.time += timedelta(minutes=10)
    await house.jobs.poll_due()
    assert sorted(await brought(house, HERE)) == ["three", "two"]
    assert await brought(house, THERE) == []


@pytest.mark.parametrize("address", [SITE, URL])
async def test_a_feed_that_had_ended_begins_anew_for_whoever_follows_it_again(house, address):
    house.web.answers |= {SITE: PAGE, URL: rss("one: Words.")}
    await house.feeds.follow(HERE, URL)
    house.web.answers[URL] = PageMissingError(url=URL, status=410)
    house.clock.time += timedelta(days=1)
    await house.jobs.poll_due()
    with pytest.raises(PageMissingError):  # it is asked: "followed" would be no answer
        await house.feeds.follow(THERE, URL)
    house.web.answers[URL] = rss("two: Words.", "one: Words.")
    following = await house.feeds.follow(THERE, address)
    assert following.feed.poll.status is FeedStatus.ACTIVE
    house.web.answers[URL] = rss("three: Words.", "two: Words.", "one: Words.")
    house.clock.time += timedelta(minutes=20)
    await house.jobs.poll_due()
    assert await brought(house, HERE) == ["two", "three"]  # it has followed the feed all the time
    assert await brought(house, THERE) == ["three"]


async def test_of_a_list_what_is_read_in_time_is_followed_and_the_rest_named_and_no_host_holds_up_another(
    house, leap
):
    slow = [f"https://videos.example/feed/{number}" for number in range(60)]
    ask, polled = house.web.revisit, house.stores.feeds.polled

    async def asking(url, **tags):
        if url in slow[1:]:
            await asyncio.Event().wait()
        return await ask(url, **tags)

    async def keeping(*told):
        await polled(*told)
        if told[0].poll.url == URL:
            leap(3_600)  # the last that can be had has been

    house.web.revisit, house.stores.feeds.polled = asking, keeping
    house.web.answers |= {URL: rss("one: Words."), **{url: rss("one: Words.") for url in slow}}
    outlines = "".join(f"<outline type='rss' text='a' xmlUrl='{url}'/>" for url in [*slow, URL])
    opml = f"<opml version='2.0'><body>{outlines}</body></opml>".encode()
    outcomes = await house.feeds.follow_list(HERE, opml)
    assert [one.url for one in outcomes] == [*slow, URL]
    assert [one.url for one in outcomes if one.following] == [slow[0], URL]
    assert not any(one.error for one in outcomes)
    house.web.revisit = ask
    house.web.asked.clear()
    again = await house.feeds.follow_list(HERE, opml)
    assert all(one.following for one in again)
    assert len(house.web.asked) == 59  # what was followed is not asked again
