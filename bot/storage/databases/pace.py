"""How often something may begin: at once where that is rare, and evenly where it is not."""

from __future__ import annotations


class Pace:
    """One beginning every `every_s` seconds on the average, and `ahead` of them at once after a rest.

    Moments are seconds that only go forward.
    """

    def __init__(self, every_s: float, ahead: int) -> None:
        self._every_s = every_s
        self._ahead_s = every_s * ahead
        self._due = float("-inf")  # when the next one would begin if all came evenly

    def pause(self, now: float) -> float:
        """The seconds until something may begin; 0: now."""
        return max(self._due - self._ahead_s - now, 0.0)

    def begin(self, now: float) -> None:
        """Note that something begins."""
        self._due = max(self._due, now) + self._every_s
