"""What people do in the chats of a trial: write, forward, send files, press buttons, react, share a chat."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from bot.trial import chats
from bot.trial.chats import BOT_ID, PERSON_ID, Chat, Json
from bot.trial.errors import bad_request
from bot.trial.formatting import Formatted, tidied
from bot.trial.membership import admit
from bot.trial.pasting import cut_paste
from bot.trial.world import TEXT_LIMIT, Destination, World, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who does something, and where."""

    user_id: int = PERSON_ID
    chat_id: int | None = None  # None: the private chat with the bot
    thread_id: int | None = None
    anonymous: bool = False  # an administrator who writes as the group

    def chat(self, world: World) -> Chat:
        """The chat. Raises ApiError where there is none, or where this person is not in it."""
        if self.chat_id is None or self.chat_id == self.user_id:
            return world.private(self.user_id)
        chat = world.known(self.chat_id)
        member = chat.member(self.user_id)
        if chat.kind == "private" or member is None or not member.is_present:
            raise bad_request("this person is not in that chat")
        if self.anonymous and not member.is_admin:
            raise bad_request("only an administrator can be anonymous")
        return chat

    def author(self, world: World, chat: Chat) -> Json:
        """The author of a message, as it shows."""
        if chat.kind == "channel":
            return {"by": self.user_id, "sender_chat": chat.as_json()}
        if self.anonymous:
            return {"by": self.user_id, "from": dict(chats.ANONYMOUS), "sender_chat": chat.as_json()}
        return {"by": self.user_id, "from": dict(world.people[self.user_id])}


def speak(world: World, user_id: int, language_code: str) -> None:
    """From now on the person's client says that its language is this one."""
    world.private(user_id)
    world.people[user_id]["language_code"] = language_code
    world.on_event({"kind": "language", "chat_id": user_id, "language": language_code})


def say(
    world: World,
    formatted: Formatted,
    speaker: Speaker | None = None,
    *,
    reply_to: int | None = None,
    forwarded: Json | None = None,
) -> list[Json]:
    """A person sends a text; one that is too long for a message goes as several, as clients do it.

    `forwarded`: the origin of a forwarded message. Raises ApiError where there is nothing to send, no message
    to reply to, or nobody who may write there.
    """
    speaker = speaker or Speaker()
    chat = _writable(world, speaker)
    parts = cut_paste(formatted, TEXT_LIMIT)
    if not parts:
        raise bad_request("message text is empty")
    sent = []
    for number, part in enumerate(parts):
        content = written(part, "text") | ({"forward_origin": forwarded} if forwarded else {})
        sent.append(_send(world, speaker, chat, content, None if number else reply_to))
    return sent


def upload(
    world: World,
    file: tuple[str, str, bytes],
    speaker: Speaker | None = None,
    *,
    caption: str = "",
    reply_to: int | None = None,
) -> Json:
    """A person sends a file (name, type, bytes). Pictures go as documents. Raises ApiError, as for an empty
    one.
    """
    speaker = speaker or Speaker()
    chat = _writable(world, speaker)
    if not file[2]:
        raise bad_request("file must be non-empty")
    content = {"document": world.files.keep(*file).as_document()}
    content |= written(tidied(Formatted(caption)), "caption") if caption.strip() else {}
    return _send(world, speaker, chat, content, reply_to)


def forward(world: World, speaker: Speaker, from_chat: int, message_id: int) -> Json:
    """A person forwards a message of another chat. Raises ApiError."""
    chat = _writable(world, speaker)
    source, message = world.known(from_chat), world.message(from_chat, message_id, "message not found")
    kept = ("text", "entities", "caption", "caption_entities", "document")
    content = {name: message[name] for name in kept if name in message}
    return _send(world, speaker, chat, content | {"forward_origin": origin(source, message)}, None)


def origin(chat: Chat, message: Json) -> Json:
    """Where a forwarded message came from."""
    if chat.kind == "channel":
        shown = {"type": "channel", "chat": chat.as_json(), "message_id": message["message_id"]}
    elif "sender_chat" in message:
        shown = {"type": "chat", "sender_chat": message["sender_chat"]}
    else:
        shown = {"type": "user", "sender_user": message["from"]}
    return shown | {"date": message["date"]}


def hidden_origin(name: str, date: int) -> Json:
    """The origin of a message whose author does not want to be known."""
    return {"type": "hidden_user", "sender_user_name": name, "date": date}


def amend(world: World, speaker: Speaker, message_id: int, formatted: Formatted) -> None:
    """A person edits a message of their own. Raises ApiError."""
    chat = speaker.chat(world)
    message = world.message(chat.chat_id, message_id, "message not found")
    if message["by"] != speaker.user_id:
        raise bad_request("message can't be edited")
    world.rewrite(chat, message, written(tidied(formatted), "text"), None)
    world.deliver(chat, chat.messages[message_id], "edited_message")


def press(
    world: World, message_id: int, data: str, speaker: Speaker | None = None, *, check: bool = True
) -> str:
    """A person presses a button; returns the id of the query.

    With `check`, only a button that the message has: people's clients may send any data, tests too.
    """
    speaker = speaker or Speaker()
    chat = speaker.chat(world)
    message = world.message(chat.chat_id, message_id, "message not found")
    if check and data not in _button_data(message):
        raise bad_request("there is no such button")
    query_id = str(secrets.randbits(62))
    world.note_press(query_id, chat.chat_id)
    under: Json = {"message": world.shown(chat.chat_id, message)}
    if "via_bot" in message:  # the bot knows such a message by another id, and not where it is
        under = {"inline_message_id": inline_id(chat, message_id)}
    query = {"id": query_id, "from": dict(world.people[speaker.user_id]), **under}
    world.updates.put("callback_query", query | {"chat_instance": str(chat.chat_id), "data": data})
    return query_id


def inline_id(chat: Chat, message_id: int) -> str:
    """What the bot knows a message by that somebody chose inline."""
    return f"inline.{chat.chat_id}.{message_id}"


def react(world: World, speaker: Speaker, message_id: int, emoji: str | None) -> None:
    """A person reacts to a message, or takes that back; the bot hears of it where it is administrator."""
    chat = speaker.chat(world)
    message = world.message(chat.chat_id, message_id, "message not found")
    before = message.get("reacted", {}).get(speaker.user_id)
    world.set_reaction(chat, message, speaker.user_id, emoji)
    if not chat.is_admin(BOT_ID):
        return
    head: Json = {"chat": chat.as_json(), "message_id": message_id, "date": world.seconds()}
    if chat.kind == "channel":
        counts: dict[str, int] = {}
        for given in message["reacted"].values():
            counts[given] = counts.get(given, 0) + 1
        reactions = [{"type": _emoji(given), "total_count": count} for given, count in counts.items()]
        world.updates.put("message_reaction_count", head | {"reactions": reactions})
        return
    who = {"actor_chat": chat.as_json()} if speaker.anonymous else {"user": world.people[speaker.user_id]}
    old, new = ([_emoji(given)] if given else [] for given in (before, emoji))
    world.updates.put("message_reaction", head | who | {"old_reaction": old, "new_reaction": new})


def share_chat(world: World, speaker: Speaker, request_id: int, chat_id: int) -> Json:
    """A person chooses a chat for a button that asks for one; the bot joins it if the button says so."""
    mine, chosen = speaker.chat(world), world.known(chat_id)
    wanted = _request(mine, request_id)
    if wanted is None or wanted.get("chat_is_channel", False) != (chosen.kind == "channel"):
        raise bad_request("there is no such button")
    if not chosen.is_admin(speaker.user_id):
        raise bad_request("not enough rights")
    rights = wanted.get("bot_administrator_rights")
    if rights is not None and not chosen.is_admin(BOT_ID):
        names = frozenset(name for name, given in rights.items() if given is True)
        admit(world, chosen, BOT_ID, "administrator", by=speaker.user_id, rights=names)
    shared: Json = {"request_id": request_id, "chat_id": chat_id}
    shared |= {"title": chosen.title} if wanted.get("request_title") else {}
    return _send(world, speaker, mine, {"chat_shared": shared}, None)


def _request(chat: Chat, request_id: int) -> Json | None:
    for message in reversed(chat.messages.values()):
        for button in (button for row in message.get("keys", []) for button in row):
            if isinstance(button, dict) and button.get("request_chat", {}).get("request_id") == request_id:
                asked: Json = button["request_chat"]
                return asked
    return None


def _emoji(emoji: str) -> Json:
    return {"type": "emoji", "emoji": emoji}


def _writable(world: World, speaker: Speaker) -> Chat:
    chat = speaker.chat(world)
    topics = chat.topics or {}
    if speaker.thread_id is not None and speaker.thread_id not in topics:
        raise bad_request("message thread not found")
    admin = chat.is_admin(speaker.user_id)
    if chat.kind == "channel" and not admin:
        raise bad_request("only administrators write in a channel")
    closed = topics[speaker.thread_id].closed if speaker.thread_id else chat.general_closed
    if closed and not admin:
        raise bad_request("TOPIC_CLOSED")
    return chat


def _send(world: World, speaker: Speaker, chat: Chat, content: Json, reply_to: int | None) -> Json:
    place = Destination(chat_id=chat.chat_id, thread_id=speaker.thread_id, reply_to=reply_to)
    message = world.add(chat, speaker.author(world, chat), content, place)
    if chat.kind == "private":
        chat.started, chat.blocked = True, False
    world.deliver(chat, message)
    if chat.kind == "channel" and chat.linked_id is not None:
        discuss(world, chat, message)
    return world.shown(chat.chat_id, message)


def discuss(world: World, channel: Chat, post: Json) -> Json:
    """Telegram forwards a channel's post to its discussion group."""
    group = world.chats[channel.linked_id or 0]
    kept = {name: post[name] for name in ("text", "entities", "document", "caption") if name in post}
    author = {"by": chats.TELEGRAM["id"], "from": dict(chats.TELEGRAM), "sender_chat": channel.as_json()}
    content = kept | {"forward_origin": origin(channel, post), "is_automatic_forward": True}
    message = world.add(group, author, content)
    world.deliver(group, message)
    return message


def _button_data(message: Json) -> set[Any]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}
