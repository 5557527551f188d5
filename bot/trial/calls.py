"""A call of the Bot API: its parameters, read and checked as Telegram does it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.trial.chats import Json
from bot.trial.errors import bad_request
from bot.trial.formatting import Formatted, MarkupError, parse_html, tidied
from bot.trial.world import Destination, World

_CALLBACK_DATA_BYTES: Final = 64
_MAX_BUTTONS: Final = 100
_LINK: Final = re.compile(r"(?:https?|tg|ton)://[^\s]+|[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\s]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file in a multipart call."""

    name: str
    mime_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """The parameters of a call. Over HTTP all are strings; what is not a string by nature is JSON."""

    parameters: Mapping[str, Any]
    files: Mapping[str, SentFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.parameters.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def json(self, name: str, complaint: str) -> Any:
        """A parameter that is JSON; None where it is missing. Raises ApiError with the complaint."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {complaint} JSON object") from error

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; the default where it is missing or none, as Telegram does it."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    @property
    def chat_id(self) -> int:
        if not self.text("chat_id"):
            raise bad_request("chat_id is empty")
        if not re.fullmatch(r"-?\d{1,19}", self.text("chat_id")):
            raise bad_request("chat not found")
        return int(self.text("chat_id"))

    @property
    def message_id(self) -> int:
        return self.number("message_id")


def formatted(call: Call, name: str, entities: str) -> Formatted:
    """The text of a call, read as its parse mode says, without white space around it."""
    return read_text(call.text(name), call.text("parse_mode"), call.json(entities, "entities"))


def read_text(text: str, mode: str, given: Any) -> Formatted:
    """A text with its markup, or with the entities that were given. Raises ApiError."""
    text, mode = text.replace("\r", ""), mode.lower()
    if mode == "html":
        try:
            return tidied(parse_html(text))
        except MarkupError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    if mode:
        raise bad_request("unsupported parse_mode")
    return tidied(Formatted(text, tuple(given or ())))


def preview(call: Call) -> Json:
    """How the link preview of a message is wanted."""
    options = call.json("link_preview_options", "link preview options")
    if options is None and call.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    return {"link_preview_options": options} if options else {}


def place(world: World, call: Call) -> Destination:
    """Where a new message goes, and what it replies to. Raises ApiError for words that are quoted wrongly."""
    chat_id, thread_id = call.chat_id, call.number("message_thread_id") or None
    given = call.json("reply_parameters", "reply parameters") or {}
    message_id = int(given.get("message_id", 0)) or call.number("reply_to_message_id")
    chat = world.chats.get(chat_id)
    if not message_id or chat is None:
        return Destination(chat_id=chat_id, thread_id=thread_id)
    may_miss = given.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply")
    target = chat.messages.get(message_id)
    if target is None and may_miss:
        return Destination(chat_id=chat_id, thread_id=thread_id)
    quote = given.get("quote")
    if target and quote and quote not in _words(target):
        raise bad_request("QUOTE_TEXT_INVALID")
    if target and chat.topics is not None and thread_id is None:
        thread_id = target.get("message_thread_id")  # a reply goes where the message is that it replies to
    return Destination(chat_id=chat_id, thread_id=thread_id, reply_to=message_id, quote=quote)


def _words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def markup(call: Call) -> Json | None:
    """The inline keyboard of a call, checked as Telegram checks it."""
    given = call.json("reply_markup", "reply keyboard markup")
    return None if given is None else checked_markup(given)


def checked_markup(given: Any) -> Json:
    """A keyboard as Telegram takes it. Raises ApiError."""
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    rows = [row for row in given.get("inline_keyboard", []) if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > _MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": rows} if "inline_keyboard" in given else given


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode()) <= _CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not _LINK.fullmatch(str(button["url"])):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    elif not any(
        name in button for name in ("switch_inline_query", "switch_inline_query_current_chat", "copy_text")
    ):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
