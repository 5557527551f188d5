"""What goes out to Telegram, noted before and after it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message of an answer, and how far it has come."""

    update_id: int
    part: int  # 0-based; an answer can be several messages
    chat_id: int
    message_id: int | None = None  # None: sending was begun, and it is not known whether it arrived
    final: bool = False  # False: it holds a placeholder
    # For each time that it was begun to send and nobody knows how that ended: the highest message id, in the
    # numbering of the chat, that was known then. A message that was lost came next or soon after.
    lost: tuple[int, ...] = ()


class Outbox(Protocol):
    """What was sent for which update, so that a crash gives no second answer."""

    async def intend(self, update_id: int, part: int, chat_id: int, *, placeholder: bool = False) -> Delivery:
        """Note that a message is about to be sent; returns what is known of it, also from before a crash.

        A `placeholder` is not sent again where one may have been lost. What is no placeholder is the
        answer: the work on the update is done then, and no later death of the program is blamed on it.
        """
        ...

    async def sent(self, update_id: int, part: int, message_id: int, *, final: bool) -> None:
        """Note which message it became. Those that were lost before are still to be settled."""
        ...

    async def settled(self, update_id: int, part: int) -> None:
        """Note that nothing is lost any more."""
        ...

    async def gone(self, update_id: int, part: int) -> None:
        """Note that there is no such message, nor one that could be lost: it was refused, or deleted."""
        ...

    async def sent_elsewhere(self, chat_id: int) -> bool:
        """Whether another process is sending something in a chat, so that its id is not known yet."""
        ...

    async def known_messages(self, chat_id: int, after: int, *, elsewhere: bool = False) -> frozenset[int]:
        """Ids after a message id that a lost message of a chat cannot have, since other messages have them.

        Those of the chat; where `elsewhere`, also those of all chats that share its numbering.
        """
        ...
