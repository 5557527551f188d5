"""How fast one key may ask."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.server.problems import Problem

A_MINUTE = 60


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Limits:
    """Lets each key ask `per_minute` times a minute, that often at once too (a token bucket).

    `now` gives seconds that only go forward.
    """

    def __init__(self, per_minute: int = A_MINUTE, now: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._now = now
        self._buckets: dict[int, _Bucket] = {}

    def take(self, key: int) -> int:
        """Count a request; returns how many more may come at once. Raises Problem 429 with Retry-After."""
        now = self._now()
        bucket = self._buckets.setdefault(key, _Bucket(self._per_minute, now))
        rate = self._per_minute / 60
        bucket.tokens = min(self._per_minute, bucket.tokens + (now - bucket.at) * rate)
        bucket.at = now
        if bucket.tokens < 1:
            wait_s = math.ceil((1 - bucket.tokens) / rate)
            detail = f"At most {self._per_minute} requests a minute; please wait {wait_s} s."
            raise Problem(429, "too_many_requests", detail, headers={"Retry-After": str(wait_s)})
        bucket.tokens -= 1
        return int(bucket.tokens)
