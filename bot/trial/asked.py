"""What the page asks, read from its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.trial.chats import PERSON_ID, Json
from bot.trial.errors import bad_request
from bot.trial.formatting import Formatted, MarkupError, parse_html, tidied
from bot.trial.people import Speaker


def speaker_of(asked: Mapping[str, Any]) -> Speaker:
    """Who does it, and where; the person before the page in private, where nothing is said."""
    return Speaker(
        user_id=number(asked.get("user_id"), PERSON_ID),
        chat_id=optional_number(asked.get("chat_id")),
        thread_id=optional_number(asked.get("thread_id")),
        anonymous=bool(asked.get("anonymous")),
    )


def text_of(asked: Json) -> Formatted:
    """What a person sends: plain text, HTML for links under words, or text with entities."""
    text = str(asked.get("text", ""))
    if not asked.get("html"):
        return Formatted(text, tuple(asked.get("entities") or ()))
    try:
        return tidied(parse_html(text))
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def number(value: Any, default: int) -> int:
    """A whole number, or the default."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return default


def optional_number(value: Any) -> int | None:
    """A whole number but 0, or None."""
    return number(value, 0) or None
