"""The topics of a forum: opened, closed, opened again, deleted."""

from __future__ import annotations

from bot.trial.chats import BOT_ID, PERSON_ID, Chat, Json, Topic
from bot.trial.errors import bad_request
from bot.trial.world import Destination, World


def open_topic(world: World, chat: Chat, name: str, *, by: int = PERSON_ID) -> Topic:
    """A new topic; a chat without topics becomes a forum. Raises ApiError for a chat that can't be one."""
    if chat.kind != "supergroup" or not name.strip():
        raise bad_request("the chat is not a forum")
    chat.topics = chat.topics or {}
    content = {"forum_topic_created": {"name": name, "icon_color": 7322096}, "is_topic_message": True}
    message = world.add(chat, _author(world, by), content)
    message["message_thread_id"] = message["message_id"]
    topic = chat.topics[message["message_id"]] = Topic(message["message_id"], name)
    world.deliver(chat, message)
    world.changed(chat)
    return topic


def set_closed(world: World, chat: Chat, thread_id: int | None, *, closed: bool, by: int = PERSON_ID) -> None:
    """A topic is closed, or open again; None is General. Raises ApiError."""
    if thread_id is None:
        chat.general_closed = closed
        world.changed(chat)
        return
    _topic(chat, thread_id).closed = closed
    name = "forum_topic_closed" if closed else "forum_topic_reopened"
    place = Destination(chat_id=chat.chat_id, thread_id=thread_id)
    world.deliver(chat, world.add(chat, _author(world, by), {name: {}}, place))
    world.changed(chat)


def delete_topic(world: World, chat: Chat, thread_id: int) -> None:
    """A topic goes with all its messages, and nobody is told of it. Raises ApiError."""
    _topic(chat, thread_id)
    del (chat.topics or {})[thread_id]
    gone = [number for number, message in chat.messages.items() if _is_in(message, thread_id)]
    for number in gone:
        world.erase(chat, number)
    world.changed(chat)


def _is_in(message: Json, thread_id: int) -> bool:
    return bool(message.get("message_thread_id") == thread_id)


def _topic(chat: Chat, thread_id: int) -> Topic:
    topic = (chat.topics or {}).get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _author(world: World, by: int) -> Json:
    return {"by": by, "from": dict(world.bot if by == BOT_ID else world.people[by])}
