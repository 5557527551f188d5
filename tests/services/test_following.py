"""Following what others follow already takes nothing from them, and begins anew what had ended."""

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
