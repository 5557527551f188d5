"""The updates that wait for the bot: kept until it confirms them, whatever happens to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Update = dict[str, Any]

# Telegram sends these only to a bot that asks for them.
_ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class UpdateQueue:
    """Telegram's side of getUpdates."""

    first_id: int
    on_put: Callable[[], None] = lambda: None
    _waiting: deque[Update] = field(default_factory=deque)
    _allowed: frozenset[str] | None = None  # None: all but those on request
    _next_id: int = field(init=False)

    def __post_init__(self) -> None:
        self._next_id = self.first_id

    def put(self, kind: str, content: Update) -> int | None:
        """Queues an update of a kind that the bot wants; returns its id, or None for an unwanted one."""
        wanted = kind not in _ON_REQUEST if self._allowed is None else kind in self._allowed
        if not wanted:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._waiting.append({"update_id": update_id, kind: content})
        self.on_put()
        return update_id

    def allow(self, kinds: Sequence[str]) -> None:
        """Which kinds the bot wants from now on; an empty list means the default."""
        self._allowed = frozenset(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forgets the updates before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and 0 < offset > self._waiting[0]["update_id"]:
            self._waiting.popleft()

    def peek(self, limit: int) -> list[Update]:
        """The oldest updates that are not confirmed."""
        return [self._waiting[place] for place in range(min(limit, len(self._waiting)))]

    def clear(self) -> None:
        """Drops what waits."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)
