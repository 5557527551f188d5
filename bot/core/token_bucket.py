"""A token bucket: how fast somebody may ask, with a burst of a minute's worth at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

A_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class TokenBucket:
    """Holds at most `per_minute` tokens (one or more), and is filled with as many a minute; it begins full.

    Moments are counted from any that stays the same. A clock that jumps back gives nothing and takes nothing.
    """

    per_minute: int
    filled_at: timedelta
    tokens: float = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = float(self.per_minute)

    def wait(self, now: timedelta) -> timedelta:
        """How long until there is a token; zero where there is one."""
        self._fill(now)
        return A_MINUTE * (max(1 - self.tokens, 0.0) / self.per_minute)

    def take(self, now: timedelta) -> None:
        """Take a token; one that is not there yet is owed."""
        self._fill(now)
        self.tokens -= 1

    def _fill(self, now: timedelta) -> None:
        passed = max((now - self.filled_at) / A_MINUTE, 0.0)
        self.tokens = min(float(self.per_minute), self.tokens + passed * self.per_minute)
        self.filled_at = now
