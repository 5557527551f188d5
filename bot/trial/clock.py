"""The clock of a trial: the stand-in moves it, and the bot beside it reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

CLOCK_FILE: Final = "NUTSHELL_TRIAL_CLOCK"  # the environment variable that tells the bot where to look


class MovableClock:
    """The computer's time and what it has been moved forward by, which is kept in a file for the bot."""

    def __init__(self, told: Path) -> None:
        """`told`: the file in which the bot finds by how much the clock has been moved."""
        self._told = told
        self.moved = timedelta()

    def __call__(self) -> datetime:
        """The time of the trial, aware, in UTC."""
        return datetime.now(UTC) + self.moved

    def move(self, by: timedelta) -> None:
        """Move the clock forward. Raises ValueError for a step back: what is past stays past."""
        if by < timedelta():
            raise ValueError(by)
        self.moved += by
        # In one piece: the bot never reads half a number.
        fresh = self._told.with_suffix(".new")
        fresh.write_text(str(self.moved.total_seconds()), encoding="ascii")
        fresh.replace(self._told)


class ToldClock:
    """The bot's side: the time as the stand-in has it."""

    def __init__(self, told: Path) -> None:
        self._told = told

    def now(self) -> datetime:
        """The time of the trial, aware, in UTC."""
        try:
            moved_s = float(self._told.read_text(encoding="ascii"))
        except (OSError, ValueError):  # the clock has not been moved, or the trial is over
            moved_s = 0.0
        return datetime.now(UTC) + timedelta(seconds=moved_s)
