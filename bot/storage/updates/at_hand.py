"""What a process has been handed of what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.ports import Incoming


class AtHand:
    """The updates that were handed out and are not done, by lane.

    The event loop changes it and the threads of the database look at it: each look is one step.
    """

    def __init__(self) -> None:
        self._lanes: dict[int, str] = {}  # by number
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)  # by lane

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._lanes

    def add(self, updates: Iterable[Incoming]) -> None:
        """They are handed out now."""
        for update in updates:
            self._lanes[update.update_id] = update.lane
            self._numbers[update.lane].add(update.update_id)

    def discard(self, update_id: int) -> None:
        """This one is done, or not this process's any more."""
        lane = self._lanes.pop(update_id, None)
        if lane is not None:
            self._numbers[lane].discard(update_id)
            if not self._numbers[lane]:
                del self._numbers[lane]

    def of(self, lanes: Iterable[str]) -> list[int]:
        """The numbers of those in some lanes."""
        return [number for lane in lanes for number in list(self._numbers.get(lane, ()))]
