"""How long a summary is: the steps that Shorter and Longer take."""

from __future__ import annotations

STEPS = (1, 2, 3, 5, 8, 12, 18, 26, 36, 50)  # each about half as long again, so that a press is felt
MOST = STEPS[-1]


def shorter(count: int) -> int | None:
    """The next shorter length; None for one sentence."""
    return max((step for step in STEPS if step < count), default=None)


def longer(count: int, available: int) -> int | None:
    """The next longer length, at most what there is; None where nothing is left to add."""
    if count >= min(available, MOST):
        return None
    return min(next(step for step in STEPS if step > count), available)
