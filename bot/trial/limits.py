"""How fast a bot may write: Telegram's limits, for trials that want to feel them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NoReturn

from bot.trial.errors import too_many

# The Bot API's own figures: "avoid sending more than one message per second" in a chat, with short bursts,
# "20 messages per minute" in a group, and "about 30 messages per second" in all.
ALL_PER_S: Final = 30
CHAT_BURST: Final = 5
CHAT_BURST_S: Final = 5.0
GROUP_PER_MINUTE: Final = 20
COUNTED: Final = frozenset({"sendmessage", "senddocument", "editmessagetext"})


@dataclass(slots=True)
class Limits:
    """Counts what is sent, and refuses what is too much. `clock` gives seconds that only go forward."""

    clock: Callable[[], float]
    refused: int = 0  # answers with 429
    repeated: int = 0  # of them those to calls that came before the time they were told
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)
    _closed_until: dict[int, float] = field(default_factory=dict)  # by chat; 0: for all of them

    def take(self, chat_id: int) -> None:
        """Counts a message to a chat. Raises ApiError (429) where it is one too many."""
        now = self.clock()
        for key in (0, chat_id):
            if now < self._closed_until.get(key, 0.0):
                self.repeated += 1
                self._refuse(self._closed_until[key] - now)
        sent = self._chats.setdefault(chat_id, deque(maxlen=GROUP_PER_MINUTE))
        self._check(0, self._all, ALL_PER_S, 1.0, now)
        self._check(chat_id, sent, CHAT_BURST, CHAT_BURST_S, now)
        if chat_id < 0:
            self._check(chat_id, sent, GROUP_PER_MINUTE, 60.0, now)
        sent.append(now)
        self._all.append(now)

    def _check(self, key: int, sent: deque[float], most: int, within_s: float, now: float) -> None:
        while key == 0 and sent and now - sent[0] >= within_s:
            sent.popleft()
        if len(sent) >= most and now - sent[-most] < within_s:
            wait_s = within_s - (now - sent[-most])
            self._closed_until[key] = now + math.ceil(wait_s)
            self._refuse(wait_s)

    def _refuse(self, wait_s: float) -> NoReturn:
        self.refused += 1
        raise too_many(max(1, math.ceil(wait_s)))
