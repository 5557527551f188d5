"""Where an update belongs: whose it is, which chat it came from, and which others it must wait for.

These look at updates as Telegram's JSON and never fail, whatever that holds: an update that cannot be
understood has a lane of its own, and only it is set aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.ports import Incoming

# Which bot this is isn't known here; the names of all bots end like that.
_BOT_NAMED = re.compile(r"@[a-z0-9_]*bot\b")

PASSING = ("callback_query", "inline_query", "chosen_inline_result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What the JSON of an update says about where it belongs; None where it doesn't say."""

    update_id: int
    kind: str | None = None  # Telegram's name of what it holds, as "message"
    chat_id: int | None = None
    user_id: int | None = None
    message_id: int | None = None
    thread_id: int | None = None
    query_id: str | None = None  # of a button press or an inline query, to answer it
    language_code: str | None = None
    addressed: bool = True  # whether somebody has spoken to the bot, and waits for a word of it
    lane: str = ""  # updates of one lane wait for each other


def address_of(raw: Mapping[str, Any], username: str = "") -> Address:
    """Where an update belongs; `username` is the bot's, for commands that name a bot."""
    update_id = _number(raw.get("update_id")) or 0
    kind = next((name for name in raw if name != "update_id" and isinstance(raw[name], dict)), None)
    content = raw[kind] if kind else {}
    message = content["message"] if isinstance(content.get("message"), dict) else content
    person = next((p for p in (content.get("from"), content.get("user")) if isinstance(p, dict)), {})
    chat = message["chat"] if isinstance(message.get("chat"), dict) else {}
    chat_id, user_id = _number(chat.get("id")), _number(person.get("id"))
    alone = kind in PASSING or chat_id is None or _is_cancel(content.get("text"), username)
    language = person.get("language_code")
    return Address(
        update_id=update_id,
        kind=kind,
        chat_id=chat_id,
        user_id=user_id,
        message_id=_number(message.get("message_id")),
        thread_id=_number(message.get("message_thread_id")),
        query_id=str(content["id"]) if kind in PASSING and "id" in content else None,
        language_code=language if isinstance(language, str) else None,
        addressed=_is_addressed(kind, chat, content),
        lane=f"b{update_id}" if alone or chat_id is None else _lane(chat, chat_id, content),
    )


def passes(lane: str) -> bool:
    """Whether what is in a lane waits for no other: it is there alone."""
    return lane.startswith("b")


def incoming_of(raw: Mapping[str, Any], received_at: datetime, username: str = "") -> Incoming:
    """An update as the inbox keeps it.

    Half of a surrogate pair, which no database and no server takes, becomes U+FFFD, which is as long. Where
    the update's number is none that a database takes, it gets 0, or one that is free, from the inbox.
    """
    address = address_of(raw, username)
    written = json.dumps({**raw, "update_id": address.update_id}, separators=(",", ":"), ensure_ascii=False)
    return Incoming(
        update_id=address.update_id,
        payload=written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"),
        lane=address.lane,
        chat_id=address.chat_id,
        user_id=address.user_id,
        received_at=received_at,
    )


def _lane(chat: Mapping[str, Any], chat_id: int, content: Mapping[str, Any]) -> str:
    if chat.get("type") not in {"group", "supergroup"}:
        return f"c{chat_id}"
    # Anonymous administrators and linked channels write as a chat.
    for sender in (content.get("sender_chat"), content.get("from"), content.get("user")):
        if isinstance(sender, dict) and _number(sender.get("id")) is not None:
            return f"c{chat_id}:u{sender['id']}"
    return f"c{chat_id}"


def _is_addressed(kind: str | None, chat: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    if kind != "message" or chat.get("type") not in {"group", "supergroup"}:
        return kind in {"message", "callback_query"}
    written = content.get("text") or content.get("caption")
    text = written.lower() if isinstance(written, str) else ""
    replied = content.get("reply_to_message")
    author = replied.get("from") if isinstance(replied, dict) else None
    answers_a_bot = isinstance(author, dict) and author.get("is_bot") is True
    return text.startswith("/") or _BOT_NAMED.search(text) is not None or answers_a_bot


def _is_cancel(text: object, username: str) -> bool:
    if not isinstance(text, str) or not text.startswith("/"):
        return False
    command, _, bot = text.split(maxsplit=1)[0].partition("@")
    return command.lower() == "/cancel" and bot.lower() in {"", username.lower()}


def _number(value: object) -> int | None:
    """A number that a database takes; Telegram has no larger ones."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if -(2**63) <= value < 2**63 else None
