from datetime import timedelta

from bot.core.token_bucket import TokenBucket

START = timedelta(days=7)


def test_a_minutes_worth_at_once_then_one_by_one() -> None:
    bucket = TokenBucket(4, START)
    for _ in range(4):
        assert not bucket.wait(START)
        bucket.take(START)
    assert bucket.wait(START) == timedelta(seconds=15)
    assert not bucket.wait(START + timedelta(seconds=15))


def test_what_is_owed_is_waited_for_and_nothing_is_saved_beyond_a_minutes_worth() -> None:
    bucket = TokenBucket(2, START)
    for _ in range(3):
        bucket.take(START)
    assert bucket.wait(START) == timedelta(minutes=1)
    later = START + timedelta(hours=5)
    assert not bucket.wait(later)
    assert bucket.tokens == 2


def test_a_clock_that_jumps_back_gives_nothing_and_takes_nothing() -> None:
    bucket = TokenBucket(1, START)
    bucket.take(START)
    assert bucket.wait(START - timedelta(hours=1)) == timedelta(minutes=1)
