"""The rate limit of the HTTP API, for each key."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import timedelta

from bot.core.token_bucket import TokenBucket
from bot.server.problems import Problem

PER_MINUTE = 60


class Limits:
    """Lets each key make `per_minute` requests a minute; as many may come at once.

    `now` gives seconds of a monotonic clock.
    """

    def __init__(self, per_minute: int = PER_MINUTE, now: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._now = now
        self._buckets: dict[int, TokenBucket] = {}

    def take(self, key: int) -> int:
        """Count a request; returns how many more may come at once. Raises Problem 429 with Retry-After."""
        now = timedelta(seconds=self._now())
        bucket = self._buckets.setdefault(key, TokenBucket(self._per_minute, now))
        if wait := bucket.wait(now):
            wait_s = math.ceil(wait.total_seconds())
            detail = f"At most {self._per_minute} requests a minute; please wait {wait_s} s."
            raise Problem(429, "too_many_requests", detail, headers={"Retry-After": str(wait_s)})
        bucket.take(now)
        return int(bucket.tokens)
