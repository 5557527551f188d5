"""What the stand-in knows: people, chats, messages, files, commands, and how messages come to be and change.

Pure: no network, no files, no waiting. What happens is told to `on_event`; updates for the bot go into an
`UpdateQueue`. Messages are kept as the Bot API shows them, and a few names beside it: `by`, `reply_to`,
`reacted` (what each has reacted with, by user id) and `keys` (a reply keyboard). Modules beside this one say
what people can do (`people`, `membership`, `topics`, `inline`) and what the bot can do (`methods`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.trial import chats
from bot.trial.chats import BOT_ID, Chat, Json
from bot.trial.errors import ApiError, bad_request, forbidden
from bot.trial.files import FileShelf
from bot.trial.formatting import Entity, Formatted, utf16_length
from bot.trial.limits import Limits
from bot.trial.menus import Menus
from bot.trial.privacy import is_seen
from bot.trial.queries import Query
from bot.trial.updates import UpdateQueue

Event = dict[str, Any]

TEXT_LIMIT: Final = 4096  # UTF-16 units, after the markup is read
CAPTION_LIMIT: Final = 1024
_CALLBACK_LIFE_S: Final = 150
_UNSEEN: Final = frozenset({"by", "reply_to", "reacted", "keys"})
_ENTITIES: Final = ("entities", "caption_entities")
_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a message goes, and what it replies to."""

    chat_id: int
    thread_id: int | None = None  # a topic; None: General, or no forum
    reply_to: int | None = None
    quote: str | None = None


@dataclass(slots=True)
class _Callback:
    chat_id: int
    created: float  # seconds since the epoch


class World:
    """The chats of a trial. `now` tells the time; `on_event` hears of all that a page would show."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.on_event: Callable[[Event], None] = lambda _event: None
        # Ids begin with the time, so that a new trial never repeats those in an older one's database.
        self._began = int(now().timestamp())
        self._last_ids: dict[int, int] = {}  # by chat, as supergroups and channels count for themselves
        self.updates = UpdateQueue(first_id=self._began)
        self.bot: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Nutshell",
            "username": "nutshell_trial_bot",
        }
        self.privacy = True  # privacy mode, as a bot has it at first
        self.people = chats.people()
        self.chats: dict[int, Chat] = {chat.chat_id: chat for chat in chats.public_chats(self.people)}
        self.files = FileShelf()
        self.menus = Menus()
        self.profile: dict[tuple[str, str], str] = {}  # name, description…, by language
        self.webhook_url = ""
        self.limits: Limits | None = None  # how fast the bot may write; None: as fast as it likes
        self.queries: dict[str, Query] = {}  # inline ones
        self._callbacks: dict[str, _Callback] = {}
        self.private(chats.PERSON_ID)

    # Chats and messages

    def private(self, user_id: int) -> Chat:
        """The private chat of a person, who is made up where unknown."""
        if user_id not in self.chats:
            person = self.people.setdefault(
                user_id, {"id": user_id, "is_bot": False, "first_name": "You", "language_code": "en"}
            )
            self.chats[user_id] = chats.private_chat(person, started=user_id == chats.PERSON_ID)
        return self.chats[user_id]

    def known(self, chat_id: int) -> Chat:
        """A chat. Raises ApiError where there is none, or where it has become another one."""
        if chat_id not in self.chats:
            raise bad_request("chat not found")
        chat = self.chats[chat_id]
        if chat.moved_to is not None:
            what = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, what, migrate_to_chat_id=chat.moved_to)
        return chat

    def message(self, chat_id: int, message_id: int, complaint: str) -> Json:
        """A message of a chat. Raises ApiError with the complaint."""
        chat = self.known(chat_id)
        if message_id not in chat.messages:
            raise bad_request(complaint)
        return chat.messages[message_id]

    def add(self, chat: Chat, author: Json, content: Json, place: Destination | None = None) -> Json:
        """A new message of a chat, shown to the page; `author` holds `by`, and `from` or `sender_chat`."""
        place = place or Destination(chat_id=chat.chat_id)
        extra = self._place(chat, place)
        message_id = self._next_id(chat)
        message = {"message_id": message_id, **author, "chat": chat.as_json(), "date": self.seconds()}
        message |= extra | content
        chat.messages[message_id] = message
        self.show(chat, message)
        return message

    def deliver(self, chat: Chat, message: Json, kind: str = "message") -> None:
        """Lets the bot hear of a message, if it may."""
        shown, username = self.shown(chat.chat_id, message), str(self.bot["username"])
        if chat.kind == "channel":
            kind = "edited_channel_post" if kind == "edited_message" else "channel_post"
            heard = chat.is_admin(BOT_ID)
        else:
            heard = chat.kind == "private" or is_seen(chat, shown, username, privacy=self.privacy)
        if heard:
            self.updates.put(kind, shown)

    def shown(self, chat_id: int, message: Json) -> Json:
        """A message as the Bot API shows it: with the one it replies to, without what only the page knows."""
        shown = {key: value for key, value in message.items() if key not in _UNSEEN}
        target = self.chats[chat_id].messages.get(message.get("reply_to", 0))
        if target:
            shown["reply_to_message"] = {key: value for key, value in target.items() if key not in _UNSEEN}
        return shown

    def pictured(self, chat_id: int) -> list[Json]:
        """The messages of a chat as the page shows them, oldest first; none of an unknown chat."""
        chat = self.chats.get(chat_id)
        return [self._picture(chat, message) for message in chat.messages.values()] if chat else []

    def show(self, chat: Chat, message: Json) -> None:
        """Tells the page how a message looks."""
        picture = self._picture(chat, message)
        self.on_event({"kind": "message", "chat_id": chat.chat_id, "message": picture})

    def changed(self, chat: Chat) -> None:
        """Tells the page that a chat's members, topics or title are others."""
        self.on_event({"kind": "chat", "chat_id": chat.chat_id})

    def seconds(self) -> int:
        """The time of what happens now, as messages carry it: seconds since 1970."""
        return int(self.now().timestamp())

    # What the bot does

    def send(self, place: Destination, content: Json, markup: Json | None = None) -> Json:
        """The bot sends a message; returns it as the Bot API shows it. Raises ApiError."""
        chat = self.writable(place.chat_id, place.thread_id)
        keyboard = {"reply_markup": markup} if _is_keyboard(markup) else {}
        if markup and ("keyboard" in markup or "remove_keyboard" in markup):
            keyboard = {"keys": markup.get("keyboard", [])}
        message = self.add(chat, self.own_author(chat), content | keyboard, place)
        return self.shown(chat.chat_id, message)

    def edit(self, chat_id: int, message_id: int, content: Json | None, markup: Json | None) -> Json:
        """The bot changes a message of its own; `content` None leaves the words. Raises ApiError."""
        self.present(chat_id)
        message = self.message(chat_id, message_id, "message to edit not found")
        if message["by"] != BOT_ID or (content and "text" in content and "text" not in message):
            raise bad_request("message can't be edited")
        if content and "caption" in content and "document" not in message:
            raise bad_request("there is no caption in the message to edit")
        return self.rewrite(self.known(chat_id), message, content, markup)

    def rewrite(self, chat: Chat, message: Json, content: Json | None, markup: Json | None) -> Json:
        """A message with other words or buttons. Raises ApiError where nothing would change."""
        changed = {key: value for key, value in message.items() if key not in {"reply_markup", "edit_date"}}
        if content is not None:
            changed = {key: value for key, value in changed.items() if key not in {*_ENTITIES, *content}}
            changed |= content
        if _is_keyboard(markup):
            changed["reply_markup"] = markup
        if changed == {key: value for key, value in message.items() if key != "edit_date"}:
            raise bad_request(_NOT_MODIFIED)
        changed["edit_date"] = self.seconds()
        chat.messages[message["message_id"]] = changed
        self.show(chat, changed)
        return self.shown(chat.chat_id, changed)

    def delete(self, chat_id: int, message_id: int) -> None:
        """The bot deletes a message: any in a private chat, elsewhere its own or by its right."""
        chat = self.present(chat_id)
        message = self.message(chat_id, message_id, "message to delete not found")
        own = chat.kind == "private" or message["by"] == BOT_ID
        if not own and not chat.members[BOT_ID].may("can_delete_messages"):
            raise bad_request("message can't be deleted")
        self.erase(chat, message_id)

    def erase(self, chat: Chat, message_id: int) -> None:
        """A message is gone, whoever took it away."""
        chat.messages.pop(message_id, None)
        self.on_event({"kind": "deleted", "chat_id": chat.chat_id, "message_id": message_id})

    def note_press(self, query_id: str, chat_id: int) -> None:
        """A press that the bot has to answer in time."""
        self._callbacks[query_id] = _Callback(chat_id, self.now().timestamp())

    def answer_callback(self, query_id: str, text: str, *, alert: bool) -> None:
        """The bot answers a press, once and in time. Raises ApiError."""
        callback = self._callbacks.pop(query_id, None)
        if callback is None or self.now().timestamp() - callback.created > _CALLBACK_LIFE_S:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        event = {"kind": "answer", "chat_id": callback.chat_id, "query_id": query_id}
        self.on_event(event | {"text": text, "alert": alert})

    def act(self, chat_id: int, action: str) -> None:
        """The bot is seen typing, for five seconds. Raises ApiError."""
        self.present(chat_id)
        self.on_event({"kind": "action", "chat_id": chat_id, "action": action})

    def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        """The bot sets its reaction on a message, or takes it away. Raises ApiError."""
        chat = self.present(chat_id)
        message = self.message(chat_id, message_id, "message to react not found")
        if emoji is not None and chat.reactions is not None and emoji not in chat.reactions:
            raise bad_request("REACTION_INVALID")
        self.set_reaction(chat, message, BOT_ID, emoji)

    def set_reaction(self, chat: Chat, message: Json, user_id: int, emoji: str | None) -> None:
        """Somebody reacts to a message, or no longer does."""
        reacted = {who: what for who, what in message.get("reacted", {}).items() if who != user_id}
        message["reacted"] = reacted | ({user_id: emoji} if emoji else {})
        self.show(chat, message)

    # Whether the bot may

    def present(self, chat_id: int) -> Chat:
        """A chat in which the bot is. Raises ApiError."""
        chat = self.known(chat_id)
        if chat.kind == "private":
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
            return chat
        member = chat.member(BOT_ID)
        if member is None or not member.is_present:
            was = "was kicked from" if member and member.status == "kicked" else "is not a member of"
            raise forbidden(f"bot {was} the {chat.kind} chat")
        return chat

    def writable(self, chat_id: int, thread_id: int | None = None) -> Chat:
        """A chat in which the bot may write, in this topic. Raises ApiError."""
        chat = self.present(chat_id)
        if chat.kind == "private":
            return chat
        member = chat.members[BOT_ID]
        if chat.kind == "channel" and not member.may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
        if member.status == "restricted" and not member.may_write:
            raise bad_request("not enough rights to send text messages to the chat")
        if thread_id is not None and thread_id not in (chat.topics or {}):
            raise bad_request("message thread not found")
        closed = chat.topics[thread_id].closed if thread_id and chat.topics else chat.general_closed
        if closed and not member.may("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
        return chat

    def own_author(self, chat: Chat) -> Json:
        """The bot as the author of a message in a chat; in a channel the channel itself."""
        if chat.kind == "channel":
            return {"by": BOT_ID, "sender_chat": chat.as_json()}
        return {"by": BOT_ID, "from": dict(self.bot)}

    # Within

    def _picture(self, chat: Chat, message: Json) -> Json:
        counts: dict[str, list[int]] = {}
        for user_id, emoji in message.get("reacted", {}).items():
            counts.setdefault(emoji, []).append(user_id)
        reactions = [{"type": "emoji", "emoji": emoji, "by": who} for emoji, who in counts.items()]
        seen = {"by": message["by"], "reactions": reactions, "pinned": message["message_id"] in chat.pinned}
        keys = {"keys": message["keys"]} if "keys" in message else {}
        return self.shown(chat.chat_id, message) | seen | keys

    def _next_id(self, chat: Chat) -> int:
        sequence = chat.chat_id if chat.kind in {"supergroup", "channel"} else 0
        self._last_ids[sequence] = self._last_ids.get(sequence, self._began) + 1
        return self._last_ids[sequence]

    def _place(self, chat: Chat, place: Destination) -> Json:
        extra: Json = {}
        if place.thread_id is not None:
            # What stands in a topic replies, where it replies to nothing else, to what opened the topic.
            extra = {"message_thread_id": place.thread_id, "is_topic_message": True}
            extra["reply_to"] = place.thread_id
        if place.reply_to is not None:
            if place.reply_to not in chat.messages:
                raise bad_request("message to be replied not found")
            extra["reply_to"] = place.reply_to
            if chat.kind == "supergroup" and chat.topics is None:
                target = chat.messages[place.reply_to]
                extra["message_thread_id"] = target.get("message_thread_id", place.reply_to)
            if place.quote:
                extra["quote"] = {"text": place.quote, "position": 0, "is_manual": True}
        return extra


def text_content(formatted: Formatted, *, too_long: str = "message is too long") -> Json:
    """What a text message of the bot holds. Raises ApiError: empty, or `too_long`."""
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return written(formatted, "text")


def caption_content(formatted: Formatted) -> Json:
    """What a caption holds; nothing where it is empty. Raises ApiError: too long."""
    if utf16_length(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return written(formatted, "caption") if formatted.text else {}


def written(formatted: Formatted, name: str) -> Json:
    """A text, or a caption, with its entities, as a message holds them."""
    entities: Iterable[Entity] = formatted.entities
    key = "entities" if name == "text" else "caption_entities"
    return {name: formatted.text} | ({key: list(entities)} if formatted.entities else {})


def _is_keyboard(markup: Mapping[str, Any] | None) -> bool:
    return bool(markup and markup.get("inline_keyboard"))
