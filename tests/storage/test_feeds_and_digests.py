import asyncio
import random
import string
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.core.digests.digest import Filters
from bot.core.digests.discussion import Said
from bot.core.digests.feed_items import FeedContent, FeedItem, new_items
from bot.core.digests.followings import DigestPlan, Place, Shared
from bot.core.digests.polling import FeedStatus, PollFailure, PollState, after_answer, after_failure
from bot.core.schedule import Quiet, Schedule, Slot

HERE = Place(chat_id=-100, topic_id=7)
THERE = Place(chat_id=-200)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def poll(url: str = "https://example.org/feed") -> PollState:
    return PollState(url=url, next_at=NOW)


def item(key: str, link: str | None = None) -> FeedItem:
    return FeedItem(key=key, link=link, title=f"About {key}", text="Words.", published=NOW)


def plan(**changes) -> DigestPlan:
    schedule = Schedule(
        zone="Europe/Berlin",
        times=(time(8), time(18, 30)),
        days=frozenset({0, 4}),
        quiet=Quiet(start=time(22), end=time(7)),
    )
    return replace(DigestPlan(digest_id=0, place=HERE, target=THERE, schedule=schedule, since=NOW), **changes)


async def follow(stores, place=HERE, url="https://example.org/feed"):
    return await stores.feeds.follow(place, poll(url), title="Example", site=None, language="en")


async def test_a_feed_is_one_for_all_who_follow_it_and_goes_with_the_last_of_them(stores):
    first, second = await follow(stores), await follow(stores, THERE)
    assert first.feed.feed_id == second.feed.feed_id
    assert set(await stores.feeds.followers(first.feed.feed_id)) == {HERE, THERE}
    assert await stores.feeds.unfollow(HERE, first.feed.feed_id)
    assert not await stores.feeds.unfollow(HERE, first.feed.feed_id)
    assert await stores.feeds.feed_at("https://example.org/feed") is not None
    await stores.feeds.unfollow(THERE, first.feed.feed_id)
    assert await stores.feeds.feed_at("https://example.org/feed") is None


async def test_following_twice_keeps_filters(stores):
    found = await follow(stores)
    filters = Filters(include=("bridge",), exclude=("football",))
    assert await stores.feeds.set_filters(HERE, found.feed.feed_id, filters, 4)
    again = await follow(stores)
    assert (again.filters, again.cap) == (filters, 4)


async def test_filters_of_all_feeds_of_a_place_change_at_once_and_nobody_elses(stores):
    first, second = [await follow(stores, url=f"https://norwick.example/{name}") for name in "ab"]
    await follow(stores, THERE, url="https://norwick.example/a")
    await stores.feeds.set_filters(HERE, second.feed.feed_id, Filters(include=("lake",)), 4)
    await stores.feeds.set_filters_of_all(HERE, Filters(exclude=("football",)))
    found = {one.feed.feed_id: (one.filters, one.cap) for one in await stores.feeds.followings(HERE)}
    now = Filters(exclude=("football",))
    assert found == {first.feed.feed_id: (now, 0), second.feed.feed_id: (now, 4)}
    (other,) = await stores.feeds.followings(THERE)
    assert other.filters == Filters()


async def test_items_are_news_only_to_those_who_followed_before_they_were_seen(stores, clock):
    found = await follow(stores)
    clock.pass_by(minutes=5)
    content = FeedContent(title="New title", items=(item("a"), item("b", "https://example.org/b")))
    state = after_answer(found.feed.poll, now=clock.now(), news=2)
    await stores.feeds.polled(found.feed, state, content, content.items, clock.now())
    clock.pass_by(minutes=5)
    await follow(stores, THERE)
    seen = await stores.digests.items(HERE, NOW)
    assert [one.item.key for one in seen] == ["a", "b"]
    assert seen[0].following.feed.title == "New title"
    assert await stores.digests.items(THERE, NOW) == ()


async def test_names_tell_what_is_known(stores, clock):
    found = await follow(stores)
    content = FeedContent(title=None, items=(item("a", "https://example.org/a"),))
    await stores.feeds.polled(found.feed, found.feed.poll, content, content.items, clock.now())
    renamed = (item("other id", "https://example.org/a"), item("b"))
    names = {name for one in renamed for name in one.names}
    known = await stores.feeds.known_items(found.feed.feed_id, names)
    assert [one.key for one in new_items(renamed, known)] == ["b"]


async def test_due_feeds_are_active_ones_whose_time_has_come(stores):
    first, second = await follow(stores), await follow(stores, url="https://example.org/other")
    gone = after_failure(second.feed.poll, PollFailure.GONE, now=NOW)
    await stores.feeds.polled(second.feed, gone, None, (), NOW)
    assert [feed.feed_id for feed in await stores.feeds.due_feeds(NOW, limit=10)] == [first.feed.feed_id]
    assert await stores.feeds.due_feeds(NOW - timedelta(seconds=1), limit=10) == ()
    again = await follow(stores, url="https://example.org/other")
    assert again.feed.poll.status is FeedStatus.ACTIVE


async def test_a_feed_is_asked_again_though_the_clock_was_wrong_the_last_time(stores):
    ahead = replace(poll(), next_at=NOW + timedelta(days=1500))
    await stores.feeds.follow(HERE, ahead, title=None, site=None, language=None)
    assert len(await stores.feeds.due_feeds(NOW, limit=10)) == 1


async def test_a_feed_that_moved_to_another_one_is_merged_into_it(stores):
    old, new = await follow(stores), await follow(stores, THERE, "https://example.org/new")
    await follow(stores, THERE)
    seen = FeedContent(title="Old", items=(item("a"),))
    await stores.feeds.polled(old.feed, old.feed.poll, seen, seen.items, LATER)
    moved = after_answer(old.feed.poll, now=NOW, news=1, moved_to="https://example.org/new")
    content = FeedContent(title="Somebody else", items=(item("b", "https://other.example/b"),))
    await stores.feeds.polled(old.feed, moved, content, content.items, LATER)
    assert await stores.feeds.feed_at("https://example.org/feed") is None
    assert set(await stores.feeds.followers(new.feed.feed_id)) == {HERE, THERE}
    # Anybody's feed may say that it moved there: what it holds is not that one's.
    assert await stores.feeds.feed_at("https://example.org/new") == new.feed
    assert await stores.digests.items(THERE, NOW - timedelta(days=1)) == ()


async def test_what_was_shared_is_kept_once_with_its_echo(stores):
    shared = Shared(place=HERE, message_id=5, url="https://example.org/a", shared_at=LATER, user_id=9)
    await stores.digests.share(shared)
    await stores.digests.count_reply(-100, 5)
    await stores.digests.share(shared)
    await stores.digests.count_reactions(-100, 5, 3)
    await stores.digests.count_reactions(-100, 6, 3)
    await stores.digests.keep_version("https://example.org/a", "hash")
    expected = replace(shared, reactions=3, replies=1, version="hash")
    assert await stores.digests.shared(HERE, NOW) == (expected,)
    assert await stores.digests.shared(HERE, LATER) == ()


async def test_plans_come_back_as_they_were_kept(stores):
    kept = await stores.digests.save_plan(plan())
    assert kept.digest_id > 0
    assert await stores.digests.plans(HERE) == (kept,)
    changed = await stores.digests.save_plan(replace(kept, active=False, stories=3))
    assert await stores.digests.plan(kept.digest_id) == changed
    assert await stores.digests.active_plans() == ()
    await stores.digests.erase_chat(HERE.chat_id)
    assert await stores.digests.plan(kept.digest_id) is None


async def test_what_happened_to_a_plan_since_it_was_read_outlasts_a_change(stores):
    read = await stores.digests.save_plan(plan())
    slot = Slot("2026-03-02T08:00", LATER)
    await stores.digests.begin_run(read, slot, ("one",), (), LATER)
    await stores.digests.rest(THERE.chat_id)
    kept = await stores.digests.save_plan(replace(read, pin=True), read)
    assert (kept.pin, kept.last_slot, kept.last_until, kept.active) == (True, slot.key, LATER, False)


async def test_who_makes_a_plan_for_a_place_that_just_got_one_changes_that_one(stores):
    first, second = await asyncio.gather(
        stores.digests.save_plan(plan()), stores.digests.save_plan(plan(stories=3, pin=True))
    )
    (kept,) = await stores.digests.plans(HERE)
    assert (first.digest_id, second) == (kept.digest_id, kept)
    assert len(await stores.digests.active_plans()) == 1
    elsewhere = await stores.digests.save_plan(plan(place=THERE))
    assert elsewhere.digest_id != kept.digest_id


async def test_a_plan_that_does_not_know_of_its_run_learns_of_it(stores):
    read = await stores.digests.save_plan(plan())
    slot = Slot("2026-03-02T08:00", LATER)
    await stores.digests.begin_run(read, slot, ("one",), (), LATER)
    await stores.digests.save_plan(read)  # from a backup, as it were
    assert await stores.digests.begin_run(read, slot, ("other",), (), LATER) is None
    assert (await stores.digests.plan(read.digest_id)).last_slot == slot.key


async def test_a_story_is_known_as_told_however_long_its_address_is(stores):
    rng = random.Random(1)  # noqa: S311 - repeatable on purpose
    long = "https://example.org/" + "".join(rng.choices(string.ascii_letters + string.digits, k=7_000))
    kept = await stores.digests.save_plan(plan())
    await stores.digests.begin_run(kept, Slot("2026-03-02T08:00", LATER), ("one",), (long, "key"), LATER)
    told = await stores.digests.told(kept.digest_id, NOW - timedelta(days=1))
    assert [name in told for name in (long, "key", "other")] == [True, True, False]


async def test_a_feed_is_followed_however_long_its_address_is(stores):
    rng = random.Random(2)  # noqa: S311 - repeatable on purpose
    url = "https://example.org/" + "".join(rng.choices(string.ascii_letters + string.digits, k=7_000))
    poll = PollState(url=url, next_at=NOW)
    first, second = [
        await stores.feeds.follow(HERE, poll, title="F", site=None, language=None) for _ in range(2)
    ]
    assert first == second
    assert (await stores.feeds.feed_at(url)).feed_id == first.feed.feed_id


async def test_a_slot_is_taken_once_and_its_messages_are_kept_until_it_is_finished(stores):
    kept = await stores.digests.save_plan(plan())
    slot = Slot("2026-03-02T08:00", LATER)
    run = await stores.digests.begin_run(kept, slot, ("one", "two"), ("key",), LATER)
    assert run is not None
    assert await stores.digests.begin_run(kept, slot, ("other",), (), LATER) is None
    assert await stores.digests.unfinished_runs() == (run,)
    assert await stores.digests.told(kept.digest_id, NOW - timedelta(days=1)) == {"key"}
    moved = await stores.digests.plan(kept.digest_id)
    assert (moved.last_slot, moved.last_until) == (slot.key, LATER)
    await stores.digests.finish_run(run.run_id)
    assert await stores.digests.unfinished_runs() == ()


async def test_a_slot_with_nothing_to_post_is_over_at_once(stores):
    kept = await stores.digests.save_plan(plan())
    assert await stores.digests.begin_run(kept, Slot("2026-03-02T08:00", LATER), (), (), LATER) is not None
    assert await stores.digests.unfinished_runs() == ()


async def test_a_chat_that_is_put_to_rest_gets_nothing_more(stores):
    kept = await stores.digests.save_plan(plan())
    await stores.digests.begin_run(kept, Slot("2026-03-02T08:00", LATER), ("one",), (), LATER)
    await stores.digests.rest(THERE.chat_id)
    assert await stores.digests.unfinished_runs() == ()
    assert await stores.digests.active_plans() == ()


async def test_a_group_that_moves_takes_everything_along(stores):
    await follow(stores)
    await stores.digests.share(Shared(place=HERE, message_id=5, url="https://e.org/a", shared_at=LATER))
    await stores.digests.save_plan(plan())
    await stores.digests.move_chat(-100, -300)
    moved = Place(chat_id=-300, topic_id=7)
    assert len(await stores.feeds.followings(moved)) == 1
    assert len(await stores.digests.shared(moved, NOW)) == 1
    assert len(await stores.digests.plans(moved)) == 1
    assert await stores.feeds.followings(HERE) == ()


async def test_an_erased_chat_leaves_no_rows(stores):
    await follow(stores)
    await stores.digests.share(Shared(place=HERE, message_id=5, url="https://e.org/a", shared_at=LATER))
    await stores.digests.save_plan(plan())
    await stores.digests.erase_chat(-100)
    assert await stores.feeds.followings(HERE) == ()
    assert await stores.feeds.feed_at("https://example.org/feed") is None
    assert await stores.digests.shared(HERE, NOW) == ()
    assert await stores.digests.plans(HERE) == ()


@pytest.mark.parametrize("days", [1, 100])
async def test_what_is_older_than_retention_goes_and_names_stay_while_they_are_listed(stores, clock, days):
    found = await follow(stores)
    content = FeedContent(title=None, items=(item("a"),))
    await stores.feeds.polled(found.feed, found.feed.poll, content, content.items, clock.now())
    clock.pass_by(days=days)
    await stores.feeds.polled(found.feed, found.feed.poll, content, (), clock.now())
    gone = await stores.digests.expire(clock.now() - timedelta(days=90))
    assert gone == (0 if days == 1 else 1)
    assert await stores.feeds.known_items(found.feed.feed_id, {"a"}) == {"a"}


@pytest.mark.parametrize("retention", [1, 3, 8])
async def test_with_a_short_retention_nothing_that_a_feed_lists_becomes_news_again(stores, clock, retention):
    found = await follow(stores)
    content = FeedContent(title=None, items=(item("a"),))
    await stores.feeds.polled(found.feed, found.feed.poll, content, content.items, clock.now())
    for _ in range(20):
        clock.pass_by(days=1)
        await stores.digests.expire(clock.now() - timedelta(days=retention))
        assert await stores.feeds.known_items(found.feed.feed_id, {"a"}) == {"a"}
        await stores.feeds.polled(found.feed, found.feed.poll, content, (), clock.now())
    clock.pass_by(days=30)
    await stores.digests.expire(clock.now() - timedelta(days=retention))
    assert not await stores.feeds.known_items(found.feed.feed_id, {"a"})


@pytest.mark.parametrize(("retention", "kept"), [(1, [0]), (2, [0, 1]), (90, [0, 1, 2])])
async def test_talk_goes_after_three_days_or_with_a_shorter_retention(stores, clock, retention, kept):
    for days in range(5):
        words = Said(message_id=days, text=str(days), at=clock.now() - timedelta(days=days, hours=1))
        await stores.digests.note_said(HERE, words, None)
    await stores.digests.expire(clock.now() - timedelta(days=retention))
    found = await stores.digests.said(HERE, clock.now() - timedelta(days=30))
    assert [one.message_id for one in reversed(found)] == kept


async def test_a_person_who_is_forgotten_leaves_no_name_beside_what_they_shared(stores):
    shared = Shared(place=HERE, message_id=5, url="https://e.org/a", shared_at=LATER, user_id=9)
    await stores.digests.share(shared)
    await stores.storage.forget(9)
    assert [one.user_id for one in await stores.digests.shared(HERE, NOW)] == [None]
