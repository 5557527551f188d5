"""When feeds are asked again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.digests.polling import (
    GIVEN_UP_AFTER,
    LONGEST,
    LONGEST_AGE,
    LONGEST_PAUSE,
    LONGEST_WISH,
    SHORTEST,
    FeedStatus,
    PollFailure,
    PollState,
    after_answer,
    after_failure,
    after_no_change,
    stopped_now,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
START = PollState(url="https://example.org/feed", next_at=NOW)


def test_a_busy_feed_is_asked_every_quarter_of_an_hour_and_never_sooner():
    state = START
    for _ in range(20):
        state = after_answer(state, now=state.next_at, news=3)
        assert state.pause == SHORTEST


def test_a_quiet_feed_is_asked_ever_less_often_down_to_twice_a_day():
    state, pauses = START, []
    for _ in range(20):
        state = after_no_change(state, now=state.next_at)
        pauses.append(state.pause)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST
    assert after_answer(state, now=NOW, news=1).pause == LONGEST / 2


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (timedelta(minutes=1), SHORTEST),
        (timedelta(hours=3), timedelta(hours=3)),
        (timedelta(days=365), LONGEST_WISH),
    ],
)
def test_what_a_feed_asks_for_counts_within_reason(wish, expected):
    assert after_answer(START, now=NOW, news=1, wish=wish).next_at == NOW + expected


def test_a_quiet_feed_that_says_when_it_has_news_is_not_left_alone_for_many_of_its_rounds():
    state = after_answer(START, now=NOW, news=1, wish=timedelta(minutes=30))
    for _ in range(20):
        state = after_no_change(state, now=state.next_at)
    assert (state.pause, state.wish) == (timedelta(hours=2), timedelta(minutes=30))


@pytest.mark.parametrize(
    ("seconds", "expected"), [(60, SHORTEST), (3600, timedelta(hours=1)), (10**8, LONGEST_AGE)]
)
def test_no_feed_is_asked_while_its_answer_stands_within_reason(seconds, expected):
    state = after_answer(START, now=NOW, news=1, fresh_for=timedelta(seconds=seconds))
    assert state.next_at == NOW + expected


def test_tags_are_kept_where_nothing_changed_and_dropped_where_the_feed_moved():
    tagged = after_answer(START, now=NOW, news=1, etag='"a"', last_modified="then")
    assert after_no_change(tagged, now=NOW).etag == '"a"'
    moved = after_answer(
        tagged, now=NOW, news=1, moved_to="https://example.net/feed", etag='"b"', last_modified="now"
    )
    assert (moved.url, moved.etag, moved.last_modified) == ("https://example.net/feed", None, None)


def test_what_fails_backs_off_by_doubling_and_recovers_at_once():
    state, pauses = START, []
    for _ in range(10):
        state = after_failure(state, PollFailure.BUSY, now=state.next_at)
        pauses.append(state.pause)
    assert pauses[:3] == [SHORTEST * 2, SHORTEST * 4, SHORTEST * 8]
    assert pauses[-1] == LONGEST_PAUSE
    well = after_answer(state, now=state.next_at, news=0)
    assert (well.pause, well.failing_since) == (SHORTEST, None)


def test_a_server_is_left_alone_as_long_as_it_asks_up_to_a_day():
    assert after_failure(START, PollFailure.BUSY, now=NOW, retry_after=timedelta(hours=5)).next_at == (
        NOW + timedelta(hours=5)
    )
    assert (
        after_failure(START, PollFailure.BUSY, now=NOW, retry_after=timedelta(days=9)).pause == LONGEST_PAUSE
    )


def test_a_feed_is_given_up_after_a_fortnight_of_failures_and_that_is_told_once():
    state, told = START, 0
    while state.status is FeedStatus.ACTIVE:
        before, state = state, after_failure(state, PollFailure.REFUSED, now=state.next_at)
        told += stopped_now(before, state)
    assert (state.status, told) == (FeedStatus.FAILING, 1)
    assert before.next_at - NOW >= GIVEN_UP_AFTER


def test_a_feed_that_nobody_asked_for_a_fortnight_is_not_given_up_by_the_next_failure():
    state = after_failure(START, PollFailure.REFUSED, now=NOW)
    state = after_failure(state, PollFailure.REFUSED, now=NOW + 2 * GIVEN_UP_AFTER)  # the bot was down
    assert state.status is FeedStatus.ACTIVE
    tries = 0
    while state.status is FeedStatus.ACTIVE:
        state, tries = after_failure(state, PollFailure.REFUSED, now=state.next_at), tries + 1
    assert 3 <= tries <= 10


def test_a_feed_that_is_gone_ends_at_once():
    gone = after_failure(START, PollFailure.GONE, now=NOW)
    assert gone.status is FeedStatus.GONE
    assert stopped_now(START, gone)
    assert not stopped_now(gone, gone)
