"""How many messages a minute of one person are answered: more must wait, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.token_bucket import TokenBucket

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # moments are counted from here
MOST_REMEMBERED = 10_000
TELL_AGAIN_AFTER = timedelta(minutes=10)
# In a group most messages are for others; these name the bot, or may.
FOR_BOTS = frozenset({"bot_command", "mention", "text_mention"})


@dataclass(slots=True)
class _Person:
    """What is left to somebody, and when they were told to wait."""

    bucket: TokenBucket
    told_at: datetime | None = None


class Rates:
    """For each person a token bucket: `per_minute` messages at once, and as many a minute; 0: no limit."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._people: dict[int, _Person] = {}
        self._swept_at: datetime | None = None

    def wait(self, user_id: int, now: datetime) -> timedelta:
        """How long this person's next message has to wait; zero where it need not."""
        return self._of(user_id, now).bucket.wait(now - EPOCH) if self.per_minute else timedelta(0)

    def take(self, user_id: int, now: datetime) -> None:
        """Count a message that is answered now."""
        if self.per_minute:
            self._of(user_id, now).bucket.take(now - EPOCH)

    def tells(self, user_id: int, now: datetime) -> bool:
        """Whether this person is to be told that they have to wait: once, and not soon again."""
        person = self._of(user_id, now)
        if person.told_at is not None and now - person.told_at < TELL_AGAIN_AFTER:
            return False
        person.told_at = now
        return True

    def _of(self, user_id: int, now: datetime) -> _Person:
        if user_id not in self._people:
            self._forget(now)
            self._people[user_id] = _Person(TokenBucket(self.per_minute, now - EPOCH))
        return self._people[user_id]

    def _forget(self, now: datetime) -> None:
        """Those who are as good as new, once a minute."""
        full = timedelta(minutes=1) + TELL_AGAIN_AFTER
        recent = self._swept_at is not None and now - self._swept_at < timedelta(minutes=1)
        if recent or len(self._people) < MOST_REMEMBERED:
            return
        self._swept_at, earliest = now, now - EPOCH - full
        self._people = {
            one: person for one, person in self._people.items() if person.bucket.filled_at > earliest
        }


def is_for_bot(raw: Mapping[str, Any]) -> bool:
    """Whether an update (Telegram's JSON, whatever it holds) is a message that asks for work.

    In private every message does; in a group a command, a mention, or a reply to a bot.
    """
    message = raw.get("message")
    if not isinstance(message, dict):
        return False
    chat = message.get("chat")
    if isinstance(chat, dict) and chat.get("type") == "private":
        return True
    entities = [*_listed(message, "entities"), *_listed(message, "caption_entities")]
    if any(isinstance(entity, dict) and entity.get("type") in FOR_BOTS for entity in entities):
        return True
    answered = message.get("reply_to_message")
    author = answered.get("from") if isinstance(answered, dict) else None
    return isinstance(author, dict) and author.get("is_bot") is True


def _listed(message: Mapping[str, Any], name: str) -> list[Any]:
    value = message.get(name)
    return value if isinstance(value, list) else []
