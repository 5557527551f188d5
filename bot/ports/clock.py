"""The time, as the use cases ask for it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The time. In the trial chat it can be moved."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...
