"""What tells an update from others, read from its JSON, whatever that holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the JSON of an update says about which one it is."""

    identity: str  # short hash of kind, chat, message or query, and date
    chat_id: int | None = None  # of the message that came
    message_id: int | None = None


def look_at(payload: str) -> Told:
    """Read an update's JSON; where it is not as expected, the whole of it is its identity."""
    kind, content = _content(payload)
    chat = content.get("chat")
    chat_id = _number(chat.get("id")) if isinstance(chat, dict) else None
    named = [content.get(name) for name in ("id", "message_id", "date", "edit_date")]
    if named == [None] * len(named):
        return Told(identity=_short_hash(payload))
    message_id = _number(content.get("message_id"))
    return Told(
        identity=_short_hash(json.dumps([kind, named, chat_id])),
        chat_id=None if message_id is None else chat_id,
        message_id=None if chat_id is None else message_id,
    )


def _content(payload: str) -> tuple[str, dict[str, Any]]:
    """The name and the content of the one thing that an update holds; nothing where it holds none or two."""
    try:
        update = json.loads(payload)
    except ValueError:
        return "", {}
    kinds = [name for name in update if name != "update_id"] if isinstance(update, dict) else []
    if len(kinds) != 1 or not isinstance(update[kinds[0]], dict):
        return "", {}
    return kinds[0], update[kinds[0]]


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and abs(value) < 2**63 else None


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
