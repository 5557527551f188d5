"""What the bot knows of a group or a channel: values shared by services, storage and chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LINK_LIFE = timedelta(hours=24)  # how long the last links of a topic are remembered
GRACE = timedelta(days=7)  # between being thrown out of a chat and erasing its data


class Auto(StrEnum):
    """When links in a group are summarised without being asked for by a message."""

    OFF = "off"
    ASK = "ask"  # by a reaction to the message
    ON = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A group, supergroup or channel, as its administrators have set it up."""

    chat_id: int
    kind: str = "supergroup"  # as Telegram says it: group, supergroup or channel
    title: str | None = None
    username: str | None = None  # of a public one
    present: bool = True  # the bot is in it
    left_at: datetime | None = None  # when it was thrown out, aware, UTC
    added_by: int | None = None  # who let it in: an administrator to whom a word can be said
    linked_id: int | None = None  # of a channel its discussion group
    auto: Auto = Auto.OFF  # where a topic has no choice of its own
    keep: bool = False  # what is shared is kept for the digest
    names: bool = False  # with who shared it
    comment: bool = False  # of a channel: a summary as the first comment
    deaf_told: bool = False  # an administrator knows what the bot does not hear


def is_over(room: Room, now: datetime) -> bool:
    """Whether the grace time of a chat that threw the bot out has passed."""
    return not room.present and room.left_at is not None and now - room.left_at >= GRACE


def message_link(room: Room, message_id: int, topic_id: int = 0) -> str | None:
    """The address of a message, where its chat has addresses: supergroups and channels do."""
    if room.kind == "group":
        return None
    chat = room.username or f"c/{str(room.chat_id).removeprefix('-100')}"
    topic = f"/{topic_id}" if topic_id else ""
    return f"https://t.me/{chat}{topic}/{message_id}"
