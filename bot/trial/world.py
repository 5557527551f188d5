"""What the stand-in knows: people, chats, messages, files, commands, and Telegram's rules for them.

Pure: no network, no files, no waiting. What happens is told to `on_event`; updates for the bot go into an
`UpdateQueue`. Messages are kept as the Bot API shows them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from bot.trial.errors import bad_request
from bot.trial.formatting import Entity, Formatted, tidied, utf16_length
from bot.trial.pasting import cut_paste
from bot.trial.updates import UpdateQueue

Json = dict[str, Any]
Event = dict[str, Any]

TEXT_LIMIT: Final = 4096  # UTF-16 units, after the markup is read
CAPTION_LIMIT: Final = 1024
MAX_DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
BOT_ID: Final = 7000000001
PERSON_ID: Final = 1000001
_CALLBACK_LIFE_S: Final = 150
_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that somebody sent."""

    file_id: str
    name: str
    mime_type: str
    body: bytes
    path: str  # under /file/bot<token>/

    def as_document(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_id[-12:],
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": len(self.body),
        }


@dataclass(slots=True)
class Chat:
    """A private chat of one person with the bot."""

    person: Json
    messages: dict[int, Json] = field(default_factory=dict)  # by id, in order

    @property
    def chat_id(self) -> int:
        return int(self.person["id"])

    def as_json(self) -> Json:
        return {"id": self.chat_id, "type": "private", "first_name": self.person["first_name"]}


@dataclass(slots=True)
class _Callback:
    chat_id: int
    created: float  # seconds since the epoch


class World:
    """The chats of a trial. `now` tells the time; `on_event` hears of all that a page would show."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.on_event: Callable[[Event], None] = lambda _event: None
        # Ids begin with the time, so that a new trial never repeats those in an older one's database.
        self._last_message_id = int(now().timestamp())
        self.updates = UpdateQueue(first_id=int(now().timestamp()))
        self.bot: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Nutshell",
            "username": "nutshell_trial_bot",
        }
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}  # by scope and language
        self.profile: dict[tuple[str, str], str] = {}  # name, description…, by language
        self.webhook_url = ""
        self._callbacks: dict[str, _Callback] = {}
        self.chat(PERSON_ID)

    # What people do

    def chat(self, user_id: int) -> Chat:
        """The private chat of a person, who is made up where unknown."""
        if user_id not in self.chats:
            person = {"id": user_id, "is_bot": False, "first_name": "You", "language_code": "en"}
            self.chats[user_id] = Chat(person)
        return self.chats[user_id]

    def speak(self, user_id: int, language_code: str) -> None:
        """From now on the person's client says that its language is this one."""
        self.chat(user_id).person["language_code"] = language_code
        self.on_event({"kind": "language", "chat_id": user_id, "language": language_code})

    def say(
        self,
        formatted: Formatted,
        *,
        user_id: int = PERSON_ID,
        reply_to: int | None = None,
        forward_from: str | None = None,
    ) -> list[Json]:
        """A person sends a text; one that is too long for a message goes as several, as clients do it.

        Raises ApiError where there is nothing to send or no message to reply to.
        """
        chat = self.chat(user_id)
        parts = cut_paste(formatted, TEXT_LIMIT)
        if not parts:
            raise bad_request("message text is empty")
        sent = []
        for place, part in enumerate(parts):
            content = _content(part, "text")
            extra = _forwarded(forward_from, self.seconds()) | (
                self._reply(chat, reply_to) if not place else {}
            )
            sent.append(self._from_person(chat, extra | content))
        return sent

    def upload(
        self,
        name: str,
        mime_type: str,
        body: bytes,
        *,
        caption: str = "",
        user_id: int = PERSON_ID,
        reply_to: int | None = None,
    ) -> Json:
        """A person sends a file. Pictures go as documents. Raises ApiError for an empty file."""
        if not body:
            raise bad_request("file must be non-empty")
        chat = self.chat(user_id)
        content = {"document": self._keep(name, mime_type, body).as_document()}
        content |= _content(tidied(Formatted(caption)), "caption") if caption.strip() else {}
        return self._from_person(chat, self._reply(chat, reply_to) | content)

    def press(self, message_id: int, data: str, *, user_id: int = PERSON_ID, check: bool = True) -> str:
        """A person presses a button; returns the id of the query.

        With `check`, only a button that the message has: people's clients may send any data, tests too.
        """
        message = self._message(user_id, message_id, "message not found")
        if check and data not in _button_data(message):
            raise bad_request("there is no such button")
        query_id = str(secrets.randbits(62))
        self._callbacks[query_id] = _Callback(user_id, self._now().timestamp())
        query = {
            "id": query_id,
            "from": dict(self.chat(user_id).person),
            "message": self.shown(user_id, message),
            "chat_instance": str(user_id),
            "data": data,
        }
        self.updates.put("callback_query", query)
        return query_id

    # What the bot does

    def send(
        self,
        chat_id: int,
        content: Json,
        *,
        reply_to: int | None = None,
        quote: str | None = None,
        markup: Json | None = None,
    ) -> Json:
        """The bot sends a message; returns it as the Bot API shows it. Raises ApiError."""
        chat = self._known(chat_id)
        extra = self._reply(chat, reply_to)
        if quote and extra:
            extra["quote"] = {"text": quote, "position": 0, "is_manual": True}
        keyboard = {"reply_markup": markup} if _is_keyboard(markup) else {}
        return self.shown(chat_id, self._add(chat, self.bot, extra | content | keyboard))

    def edit(self, chat_id: int, message_id: int, content: Json | None, markup: Json | None) -> Json:
        """The bot changes a message of its own; `content` None leaves the words. Raises ApiError."""
        message = self._message(chat_id, message_id, "message to edit not found")
        if message["from"]["id"] != self.bot["id"] or (content and "text" not in message):
            raise bad_request("message can't be edited")
        changed = {key: value for key, value in message.items() if key not in {"reply_markup", "edit_date"}}
        if content is not None:
            changed = {key: value for key, value in changed.items() if key not in {"entities", *content}}
            changed |= content
        if _is_keyboard(markup):
            changed["reply_markup"] = markup
        if changed == {key: value for key, value in message.items() if key != "edit_date"}:
            raise bad_request(_NOT_MODIFIED)
        changed["edit_date"] = self.seconds()
        self.chats[chat_id].messages[message_id] = changed
        self._show(chat_id, changed)
        return self.shown(chat_id, changed)

    def delete(self, chat_id: int, message_id: int) -> None:
        """The bot deletes a message of a private chat, its own or not. Raises ApiError."""
        self._message(chat_id, message_id, "message to delete not found")
        del self.chats[chat_id].messages[message_id]
        self.on_event({"kind": "deleted", "chat_id": chat_id, "message_id": message_id})

    def answer_callback(self, query_id: str, text: str, *, alert: bool) -> None:
        """The bot answers a press, once and in time. Raises ApiError."""
        callback = self._callbacks.pop(query_id, None)
        if callback is None or self._now().timestamp() - callback.created > _CALLBACK_LIFE_S:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        event = {
            "kind": "answer",
            "chat_id": callback.chat_id,
            "query_id": query_id,
            "text": text,
            "alert": alert,
        }
        self.on_event(event)

    def act(self, chat_id: int, action: str) -> None:
        """The bot is seen typing, for five seconds. Raises ApiError."""
        self._known(chat_id)
        self.on_event({"kind": "action", "chat_id": chat_id, "action": action})

    def react(self, chat_id: int, message_id: int, reactions: Sequence[Json]) -> None:
        """The bot sets its reaction on a message, or takes it away. Raises ApiError."""
        message = self._message(chat_id, message_id, "message to react not found")
        message["reactions"] = list(reactions)
        self._show(chat_id, message)

    def set_commands(self, commands: list[Json], scope: str, language: str) -> None:
        """The bot's menu for one scope and language; an empty list takes it away."""
        if commands:
            self.commands[scope, language] = commands
        else:
            self.commands.pop((scope, language), None)
        self.on_event({"kind": "commands"})

    def menu(self, language: str) -> list[Json]:
        """The commands that a private chat shows, by Telegram's order of scopes and languages."""
        for scope in ("all_private_chats", "default"):
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []

    def keep_file(self, name: str, mime_type: str, body: bytes) -> Json:
        """Stores a file that the bot sends; returns its `document`."""
        return self._keep(name, mime_type, body).as_document()

    def file(self, file_id: str) -> StoredFile:
        """A file for download. Raises ApiError."""
        if file_id not in self.files:
            raise bad_request("invalid file_id")
        if len(self.files[file_id].body) > MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return self.files[file_id]

    def shown(self, chat_id: int, message: Json) -> Json:
        """A message as the Bot API shows it: with the one it replies to, without what only the page knows."""
        shown = {key: value for key, value in message.items() if key not in {"reply_to", "reactions"}}
        target = self.chats[chat_id].messages.get(message.get("reply_to", 0))
        if target:
            shown["reply_to_message"] = {
                key: value for key, value in target.items() if key not in {"reply_to", "reactions"}
            }
        return shown

    def pictured(self, chat_id: int) -> list[Json]:
        """The messages of a chat as the page shows them, oldest first; none of an unknown chat."""
        chat = self.chats.get(chat_id)
        return [self._picture(chat_id, message) for message in chat.messages.values()] if chat else []

    def seconds(self) -> int:
        """The time of what happens now, as messages carry it: seconds since 1970."""
        return int(self._now().timestamp())

    # Within

    def _picture(self, chat_id: int, message: Json) -> Json:
        return self.shown(chat_id, message) | {"reactions": message.get("reactions", [])}

    def _show(self, chat_id: int, message: Json) -> None:
        self.on_event({"kind": "message", "chat_id": chat_id, "message": self._picture(chat_id, message)})

    def _known(self, chat_id: int) -> Chat:
        if chat_id not in self.chats:
            raise bad_request("chat not found")
        return self.chats[chat_id]

    def _message(self, chat_id: int, message_id: int, complaint: str) -> Json:
        chat = self._known(chat_id)
        if message_id not in chat.messages:
            raise bad_request(complaint)
        return chat.messages[message_id]

    def _reply(self, chat: Chat, reply_to: int | None) -> Json:
        if reply_to is None:
            return {}
        if reply_to not in chat.messages:
            raise bad_request("message to be replied not found")
        return {"reply_to": reply_to}

    def _add(self, chat: Chat, author: Json, content: Json) -> Json:
        self._last_message_id += 1
        head = {"message_id": self._last_message_id, "from": dict(author), "chat": chat.as_json()}
        message = head | {"date": self.seconds()} | content
        chat.messages[self._last_message_id] = message
        self._show(chat.chat_id, message)
        return message

    def _from_person(self, chat: Chat, content: Json) -> Json:
        message = self.shown(chat.chat_id, self._add(chat, chat.person, content))
        self.updates.put("message", message)
        return message

    def _keep(self, name: str, mime_type: str, body: bytes) -> StoredFile:
        number = len(self.files)
        file_id = f"trial-{self._last_message_id}-{number}-{secrets.token_hex(8)}"
        stored = StoredFile(file_id, name, mime_type, body, f"documents/file_{number}")
        self.files[file_id] = stored
        return stored


def text_content(formatted: Formatted, *, too_long: str = "message is too long") -> Json:
    """What a text message of the bot holds. Raises ApiError: empty, or `too_long`."""
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return _content(formatted, "text")


def caption_content(formatted: Formatted) -> Json:
    """What a caption holds; nothing where it is empty. Raises ApiError: too long."""
    if utf16_length(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return _content(formatted, "caption") if formatted.text else {}


def _content(formatted: Formatted, name: str) -> Json:
    entities: tuple[Entity, ...] = formatted.entities
    key = "entities" if name == "text" else "caption_entities"
    return {name: formatted.text} | ({key: list(entities)} if entities else {})


def _forwarded(name: str | None, date: int) -> Json:
    if name is None:
        return {}
    return {"forward_origin": {"type": "hidden_user", "sender_user_name": name, "date": date}}


def _is_keyboard(markup: Mapping[str, Any] | None) -> bool:
    return bool(markup and markup.get("inline_keyboard"))


def _button_data(message: Json) -> set[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}
