"""Who is next: chats take turns, and none holds more than its share of the slots."""

from __future__ import annotations

from collections import Counter, deque
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """Hands out a number of slots, in turns among the chats that wait for one.

    A chat that sends a thousand messages waits as long for each as one that sends a single one, and holds
    at most `per_chat` of them. Every operation takes constant time.
    """

    def __init__(self, slots: int, *, per_chat: int) -> None:
        self._free = slots
        self._per_chat = per_chat
        self._held: Counter[int] = Counter()
        self._waiting: dict[int, deque[T]] = {}
        self._turns: dict[int, None] = {}  # chats that wait and may have a slot, next one first

    def add(self, chat: int, item: T) -> None:
        """Let an item of a chat wait for a slot."""
        self._waiting.setdefault(chat, deque()).append(item)
        self._join(chat)

    def take(self) -> T | None:
        """The item that gets a slot now; None where nobody waits or no slot is free."""
        if not self._free or not self._turns:
            return None
        chat = next(iter(self._turns))
        del self._turns[chat]
        waiting = self._waiting[chat]
        item = waiting.popleft()
        if not waiting:
            del self._waiting[chat]
        self._free -= 1
        self._held[chat] += 1
        self._join(chat)
        return item

    def give_back(self, chat: int) -> None:
        """Free a slot that an item of the chat held."""
        self._free += 1
        self._held[chat] -= 1
        if not self._held[chat]:
            del self._held[chat]
        self._join(chat)

    def _join(self, chat: int) -> None:
        """Give a chat the last turn, if it waits, may have a slot, and has no turn yet."""
        if chat in self._waiting and self._held[chat] < self._per_chat:
            self._turns.setdefault(chat)
