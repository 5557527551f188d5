"""What groups and channels need from outside, beside `bot.ports`. The docstrings are the contract.

All datetimes are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.core.digests.outlets import Outlet, PostedDigest
from bot.core.rooms import Auto, Room


class RoomStore(Protocol):
    """Groups and channels, their settings, and the last links in them. Each method is one transaction."""

    async def room(self, chat_id: int) -> Room:
        """What is known of a chat; the defaults where nothing is."""
        ...

    async def save_room(self, room: Room, *, only: Collection[str]) -> None:
        """Keep these fields of a chat, and all of one that is not known yet.

        The others may have been changed since the room was read: they stay.
        """
        ...

    async def stop_keeping(self, chat_id: int) -> None:
        """Keep nothing more of what is said and shared in a chat, and erase what was."""
        ...

    async def rooms(self) -> tuple[Room, ...]:
        """Every chat that is known, by title."""
        ...

    async def channel_of(self, discussion_id: int) -> Room | None:
        """The channel whose posts are discussed in a group, if it is known."""
        ...

    async def auto(self, chat_id: int, topic_id: int) -> Auto:
        """How a topic is served: by its own choice, or else by that of its chat."""
        ...

    async def set_auto(self, chat_id: int, topic_id: int | None, auto: Auto) -> None:
        """Choose it for a topic; None: for the whole chat, and no topic has a choice of its own any more."""
        ...

    async def note_links(
        self, chat_id: int, topic_id: int, message_id: int, urls: Sequence[str], at: datetime
    ) -> None:
        """Remember the links of a message, without its author; those that are too old are forgotten."""
        ...

    async def last_link(self, chat_id: int, topic_id: int, now: datetime) -> str | None:
        """The last link in a topic, if it is not too old."""
        ...

    async def links_of(self, chat_id: int, message_id: int, now: datetime) -> tuple[int, tuple[str, ...]]:
        """The topic of a message, and the links that are remembered of it."""
        ...

    async def lose_topic(self, chat_id: int, topic_id: int) -> bool:
        """Note that a topic can't be written in; True the first time."""
        ...

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup: what it has chosen and read goes with it. Idempotent."""
        ...

    async def erase(self, chat_id: int) -> None:
        """Erase everything of a chat, and the texts that only it has read."""
        ...


class OutletStore(Protocol):
    """Private feeds of chats. Each method is one transaction."""

    async def outlet(self, chat_id: int) -> Outlet | None:
        """The feed of a chat, if it has one."""
        ...

    async def outlet_behind(self, secret: str) -> Outlet | None:
        """The feed with that secret, if there is one."""
        ...

    async def note_reader(self, chat_id: int) -> None:
        """Remember that the person whose private chat's feed is read was here now; to the half day."""
        ...

    async def open_outlet(self, outlet: Outlet) -> Outlet:
        """Open the feed of a chat; one that is open keeps its secret. Returns it as it is now."""
        ...

    async def save_outlet(self, outlet: Outlet) -> None:
        """Open the feed of a chat, or give it another secret."""
        ...

    async def close_outlet(self, chat_id: int) -> None:
        """Close the feed of a chat and erase what was kept for it."""
        ...

    async def keep_digest(self, chat_id: int, posted_at: datetime, told: Mapping[str, Any]) -> None:
        """Keep a digest for the feed of a chat; nothing where it has none."""
        ...

    async def digests(self, chat_id: int, *, limit: int) -> tuple[PostedDigest, ...]:
        """The digests of a chat that are kept, latest first."""
        ...
