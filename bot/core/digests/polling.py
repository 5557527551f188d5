"""When a feed is asked again, and what its answer means: pure decisions, polite to the publisher.

A feed is asked a quarter of an hour after the last time at the earliest, and no sooner than it wishes itself
(ttl, sy:updatePeriod, Cache-Control). One that brings nothing is asked ever less often, down to twice a day,
or to every fourth time that it says it has news. One that fails backs off by doubling, up to a day, and is
given up after a fortnight of failures, or at once when it says that it is gone.

Hubs (rel="hub") are not subscribed to: that takes an address that the web can reach and a lease to renew for
each feed, and brings news a quarter of an hour sooner to digests that come once a day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=12)
LONGEST_PAUSE = timedelta(days=1)  # after failures
LONGEST_WISH = timedelta(days=1)  # of a ttl; some feeds say a year by mistake
LONGEST_AGE = timedelta(hours=3)  # of Cache-Control: it is often set for pictures, and feeds get it as well
SHORTEST_LIMIT = timedelta(hours=1)  # a quiet feed need not be asked more often, whatever it promises
QUIET_ROUNDS = 4  # for so many of a feed's own rounds it may be left alone while it is quiet
GIVEN_UP_AFTER = timedelta(days=14)


class FeedStatus(StrEnum):
    """How a feed does."""

    ACTIVE = "active"
    GONE = "gone"  # it said 410
    FAILING = "failing"  # given up after a fortnight of failures


class PollFailure(StrEnum):
    """Why an attempt brought nothing."""

    GONE = "gone"  # 410: for good
    REFUSED = "refused"  # not there, forbidden, not a feed, no public address
    BUSY = "busy"  # the server is overloaded, silent or broken: for now


@dataclass(frozen=True, slots=True, kw_only=True)
class PollState:
    """What is known of a feed for asking it again."""

    url: str  # where it is now, cleaned
    next_at: datetime  # not before
    pause: timedelta = SHORTEST  # between the last two attempts
    etag: str | None = None
    last_modified: str | None = None  # as the server wrote it
    failing_since: datetime | None = None
    status: FeedStatus = FeedStatus.ACTIVE
    wish: timedelta | None = None  # how often it has news, as it said the last time that it was read


def after_answer(
    state: PollState,
    *,
    now: datetime,
    news: int,
    wish: timedelta | None = None,
    fresh_for: timedelta | None = None,
    moved_to: str | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
) -> PollState:
    """The state after a feed was read.

    `news`: how many items were new; `wish`: the feed's own ttl; `fresh_for`: what Cache-Control says.
    """
    pause = max(SHORTEST, state.pause / 2) if news else min(_longest(wish), state.pause * 1.5)
    if state.failing_since is not None:
        pause = SHORTEST
    pause = max(pause, min(wish or SHORTEST, LONGEST_WISH), min(fresh_for or SHORTEST, LONGEST_AGE))
    url = moved_to or state.url
    return PollState(
        url=url,
        next_at=now + pause,
        pause=pause,
        # Tags of one address mean nothing at another.
        etag=etag if url == state.url else None,
        last_modified=last_modified if url == state.url else None,
        wish=wish,
    )


def _longest(wish: timedelta | None) -> timedelta:
    """How long a quiet feed is left alone at most."""
    return LONGEST if wish is None else min(LONGEST, max(SHORTEST_LIMIT, QUIET_ROUNDS * wish))


def after_no_change(
    state: PollState, *, now: datetime, fresh_for: timedelta | None = None, moved_to: str | None = None
) -> PollState:
    """The state after the server said 304."""
    tags = {"etag": state.etag, "last_modified": state.last_modified}
    return after_answer(
        state, now=now, news=0, wish=state.wish, fresh_for=fresh_for, moved_to=moved_to, **tags
    )


def after_failure(
    state: PollState, failure: PollFailure, *, now: datetime, retry_after: timedelta = timedelta()
) -> PollState:
    """The state after an attempt that failed; `retry_after` is what the server asked for."""
    since = state.failing_since or now
    if failure is PollFailure.GONE:
        return replace(state, status=FeedStatus.GONE, failing_since=since)
    # By then it was asked once a day: a fortnight in which nobody asked says nothing of it.
    if now - since >= GIVEN_UP_AFTER and state.pause >= LONGEST_PAUSE:
        return replace(state, status=FeedStatus.FAILING, failing_since=since)
    first = state.failing_since is None
    pause = SHORTEST * 2 if first else min(LONGEST_PAUSE, state.pause * 2)
    pause = max(pause, min(retry_after, LONGEST_PAUSE))
    return replace(state, failing_since=since, pause=pause, next_at=now + pause)


def stopped_now(before: PollState, after: PollState) -> bool:
    """Whether this is the moment to tell, once, that a feed has ended."""
    return before.status is FeedStatus.ACTIVE and after.status is not FeedStatus.ACTIVE
