"""Which updates belong together: the parts of one paste, an album, posts that were forwarded in one go.

Decisions only. They look at updates as Telegram's JSON, in the order of one lane, and give the same answer
for updates that just came in and for those that a restart found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from telegram import Update

from bot.chat.views.render import units


class Bundle(StrEnum):
    """What joined updates are together."""

    PASTE = "paste"  # one text that a client cut into several messages
    ALBUM = "album"  # pictures or files that were sent as one post
    FORWARDS = "forwards"  # several posts, forwarded in one go


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Several updates that are one job; they are answered once and done together."""

    bundle: Bundle
    updates: tuple[Update, ...]  # two or more, in order
    whole: Update | None = None  # of a paste: the first update with the text as it was before it was cut

    @property
    def first(self) -> Update:
        """The update that the answer belongs to: after a crash more may follow, but none comes before it."""
        return self.updates[0]


# A client cuts at 4,096 units, further ahead where it finds a better place; nobody types 3,900 by chance.
LONG_PART_UNITS = 3900
FULL_PART_UNITS = 4096
PASTE_WAIT = timedelta(seconds=1.5)
ALBUM_WAIT = timedelta(seconds=0.5)
FORWARD_WAIT = timedelta(seconds=1)
# By Telegram's own clock, which counts whole seconds. A client sends the parts of a paste at once.
PASTE_GAP_S = 3
FORWARD_GAP_S = 1
LARGEST = {
    Bundle.PASTE: 500,
    Bundle.ALBUM: 10,
    Bundle.FORWARDS: 100,
}  # two million characters; Telegram's limits
WAITS = {Bundle.PASTE: PASTE_WAIT, Bundle.ALBUM: ALBUM_WAIT, Bundle.FORWARDS: FORWARD_WAIT}

SENTENCE_ENDS = tuple(".!?…。！？؟۔।\"'»”’)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joinable:
    """What joining needs to know of an update."""

    received_at: datetime
    date: int = 0  # seconds of the epoch, as Telegram says
    thread: int | None = None
    album: str | None = None
    forwarded: bool = False
    text_units: int = 0  # length of its text in UTF-16 units; 0 where it has none
    command: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many updates at the head of a lane are the next job, and how long more of it may come."""

    count: int
    bundle: Bundle | None  # None: a single update
    wait: timedelta = timedelta()


def joinable(raw: Mapping[str, Any], received_at: datetime) -> Joinable:
    """What matters for joining; an update that is no new message joins nothing."""
    message = raw.get("message")
    if not isinstance(message, dict):
        return Joinable(received_at=received_at)
    text = message.get("text")
    text = text if isinstance(text, str) else ""
    album = message.get("media_group_id")
    date = message.get("date")
    return Joinable(
        received_at=received_at,
        date=date if isinstance(date, int) else 0,
        thread=message.get("message_thread_id"),
        album=None if album is None else str(album),
        forwarded="forward_origin" in message or "forward_date" in message,
        text_units=units(text),
        command=text.startswith("/"),
    )


def take(lane: Iterable[Joinable], now: datetime) -> Taken:
    """The next job of a lane that holds at least one update. Looks no further than it must."""
    pieces = iter(lane)
    last = next(pieces)
    bundle = _bundle(last)
    if bundle is None:
        return Taken(count=1, bundle=None)
    count = 1
    for piece in pieces:
        if count == LARGEST[bundle] or not _follows(bundle, last, piece):
            return Taken(count=count, bundle=bundle if count > 1 else None)
        last = piece
        count += 1
    # Nothing came yet that is not part of it.
    ended = bundle is Bundle.PASTE and last.text_units <= LONG_PART_UNITS
    wait = timedelta() if ended or count == LARGEST[bundle] else _left(WAITS[bundle], last.received_at, now)
    return Taken(count=count, bundle=bundle if count > 1 else None, wait=wait)


def _left(wait: timedelta, since: datetime, now: datetime) -> timedelta:
    # The clock may be set back meanwhile; nothing waits longer for that.
    return min(max(since + wait - now, timedelta()), wait)


def _bundle(piece: Joinable) -> Bundle | None:
    """What may begin with this update."""
    if piece.album is not None:
        return Bundle.ALBUM
    if piece.forwarded:
        return Bundle.FORWARDS
    return Bundle.PASTE if piece.text_units > LONG_PART_UNITS else None


def _follows(bundle: Bundle, last: Joinable, following: Joinable) -> bool:
    if last.thread != following.thread:
        return False
    match bundle:
        case Bundle.ALBUM if last.album is not None and last.album == following.album:
            return True
        case Bundle.ALBUM | Bundle.FORWARDS:
            # Several albums that are forwarded in one go are one job with whatever is forwarded among them.
            return last.forwarded and following.forwarded and _gap(last, following) <= FORWARD_GAP_S
        case Bundle.PASTE:
            written = following.text_units > 0 and not (following.forwarded or following.command)
            return last.text_units > LONG_PART_UNITS and written and _gap(last, following) <= PASTE_GAP_S


def _gap(last: Joinable, following: Joinable) -> int:
    return abs(following.date - last.date)


def joined(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The update of a paste as if its client had not cut it: text joined, entities moved along.

    Telegram strips the ends of each part. A part that is full was cut within a word; a shorter one was cut
    at a paragraph if a sentence ends there, and at a blank if not.
    """
    pieces: list[str] = []
    entities: list[dict[str, Any]] = []
    offset = 0
    for part in parts:
        message = part["message"]
        joint = _joint(pieces[-1]) if pieces else ""
        offset += units(joint)
        entities.extend(
            {**entity, "offset": entity["offset"] + offset} for entity in message.get("entities", ())
        )
        offset += units(message["text"])
        pieces += [joint, message["text"]]
    return {**parts[0], "message": {**parts[0]["message"], "text": "".join(pieces), "entities": entities}}


def _joint(part: str) -> str:
    """What stood between a part and the next one."""
    if units(part) >= FULL_PART_UNITS or part[-1:].isspace():
        return ""
    return "\n\n" if part.endswith(SENTENCE_ENDS) else " "
