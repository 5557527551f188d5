"""The time that the bot goes by."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from bot.ports import Clock
from bot.trial.clock import CLOCK_FILE, ToldClock


class SystemClock:
    """The computer's time."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


def chosen_clock() -> Clock:
    """The trial's clock where a trial has started this process, or else the computer's."""
    told = os.environ.get(CLOCK_FILE)
    return ToldClock(Path(told)) if told else SystemClock()
