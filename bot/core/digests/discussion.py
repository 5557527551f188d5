"""What a chat talked about: the messages that were answered and reacted to most."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log1p

TALK_LIFE = timedelta(days=3)  # how long words are kept; who looks further back wants what was shared
LONGEST_KEPT = 400  # characters of a message
_LEAST = 2  # replies and reactions together; one is no talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message of a discussion."""

    message_id: int
    text: str
    at: datetime  # aware, UTC
    reply_to: int | None = None  # the message that it answers
    reactions: int = 0
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A message that others took up."""

    said: Said
    replies: int  # messages that answer it, directly or through others


def author_mark(user_id: int, *, secret: bytes) -> str:
    """What is kept of an author in place of their number: enough to find their words when they are to go.

    Without the `secret`, of 64 bytes at most, which is not kept where the marks are, nobody can tell whose a
    mark is by trying all numbers.
    """
    return hashlib.blake2b(str(user_id).encode(), digest_size=8, key=secret).hexdigest()


def most_discussed(messages: Sequence[Said], *, limit: int = 5) -> tuple[Talk, ...]:
    """The messages with most replies and reactions, in the order in which they were said.

    A reply counts once for the message that it answers and once for the one that its thread began with.
    Messages without words count as replies but are not told. Linear in the number of messages.
    """
    replies = _replies(messages)
    talks = [Talk(said=said, replies=replies[said.message_id]) for said in messages if said.text.strip()]
    taken_up = [talk for talk in talks if talk.replies + talk.said.reactions >= _LEAST]
    best = sorted(taken_up, key=lambda talk: (-_weight(talk), talk.said.message_id))[:limit]
    return tuple(sorted(best, key=lambda talk: (talk.said.at, talk.said.message_id)))


def _weight(talk: Talk) -> float:
    # A reply is more work than a reaction; a hundred of either are not ten times as telling as ten.
    return 2 * log1p(talk.replies) + log1p(talk.said.reactions)


def _replies(messages: Sequence[Said]) -> Counter[int]:
    parents = {said.message_id: said.reply_to for said in messages}
    roots: dict[int, int] = {}
    counts: Counter[int] = Counter()
    for said in messages:
        if said.reply_to is None:
            continue
        answered = {said.reply_to, _root(said.message_id, parents, roots)} - {said.message_id}
        counts.update(answered)
    return counts


def _root(message: int, parents: dict[int, int | None], known: dict[int, int]) -> int:
    """The message that a thread began with; every message of the way is remembered."""
    way: list[int] = []
    seen: set[int] = set()
    while message not in known and message not in seen:
        seen.add(message)
        way.append(message)
        parent = parents.get(message)
        if parent is None:
            break
        message = parent
    root = known.get(message, message)
    known.update(dict.fromkeys(way, root))
    return root
