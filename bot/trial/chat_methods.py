"""Methods of the Bot API about chats: who is in them, what is pinned, topics, leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.trial import topics
from bot.trial.calls import Call
from bot.trial.chats import BOT_ID, Chat, Json, Member
from bot.trial.errors import bad_request
from bot.trial.world import Destination, World


def _get_chat(world: World, call: Call) -> Json:
    return world.known(call.chat_id).full_json()


def _get_chat_member(world: World, call: Call) -> Json:
    chat, user_id = world.known(call.chat_id), call.number("user_id")
    if chat.person is not None:
        if user_id not in {chat.chat_id, BOT_ID}:
            raise bad_request("user not found")
        person = world.bot if user_id == BOT_ID else chat.person
        return {"status": "member", "user": dict(person)}
    world.present(chat.chat_id)
    member = chat.member(user_id)
    if member is None:
        if user_id not in world.people:
            raise bad_request("user not found")
        member = Member(world.people[user_id], "left")
    return member.as_json(chat.kind)


def _get_chat_administrators(world: World, call: Call) -> list[Json]:
    chat = _public(world, call)
    # Of bots only the one that asks is told.
    return [member.as_json(chat.kind) for member in chat.members.values() if member.is_admin]


def _get_chat_member_count(world: World, call: Call) -> int:
    return sum(member.is_present for member in _public(world, call).members.values())


def _leave_chat(world: World, call: Call) -> bool:
    chat = _public(world, call)
    chat.members[BOT_ID].status = "left"
    world.changed(chat)
    return True


def _pin(world: World, call: Call) -> bool:
    chat, message_id = _may_pin(world, call), call.message_id
    world.message(chat.chat_id, message_id, "message to pin not found")
    chat.pinned = [*(one for one in chat.pinned if one != message_id), message_id]
    if chat.kind != "channel":
        author = {"by": BOT_ID, "from": dict(world.bot)}
        pinned = world.shown(chat.chat_id, chat.messages[message_id])
        thread = chat.messages[message_id].get("message_thread_id") if chat.topics else None
        world.add(
            chat, author, {"pinned_message": pinned}, Destination(chat_id=chat.chat_id, thread_id=thread)
        )
    world.show(chat, chat.messages[message_id])
    return True


def _unpin(world: World, call: Call) -> bool:
    chat, message_id = _may_pin(world, call), call.message_id
    gone = message_id or (chat.pinned[-1] if chat.pinned else 0)
    if gone not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(gone)
    if gone in chat.messages:
        world.show(chat, chat.messages[gone])
    return True


def _create_forum_topic(world: World, call: Call) -> Json:
    chat = _managing(world, call)
    topic = topics.open_topic(world, chat, call.text("name"), by=BOT_ID)
    return {"message_thread_id": topic.thread_id, "name": topic.name, "icon_color": 7322096}


def _close_forum_topic(world: World, call: Call) -> bool:
    chat, thread_id = _managing(world, call), call.number("message_thread_id")
    topics.set_closed(world, chat, thread_id, closed=True, by=BOT_ID)
    return True


def _delete_forum_topic(world: World, call: Call) -> bool:
    topics.delete_topic(world, _managing(world, call), call.number("message_thread_id"))
    return True


def _public(world: World, call: Call) -> Chat:
    chat = world.present(call.chat_id)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return chat


def _may_pin(world: World, call: Call) -> Chat:
    chat = world.present(call.chat_id)
    right = "can_edit_messages" if chat.kind == "channel" else "can_pin_messages"
    if chat.kind != "private" and not chat.members[BOT_ID].may(right):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _managing(world: World, call: Call) -> Chat:
    chat = _public(world, call)
    if chat.topics is None or not chat.members[BOT_ID].may("can_manage_topics"):
        raise bad_request("not enough rights to manage topics")
    return chat


CHAT_METHODS: Final[Mapping[str, Callable[[World, Call], Any]]] = {
    "getChat": _get_chat,
    "getChatMember": _get_chat_member,
    "getChatAdministrators": _get_chat_administrators,
    "getChatMemberCount": _get_chat_member_count,
    "leaveChat": _leave_chat,
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "createForumTopic": _create_forum_topic,
    "closeForumTopic": _close_forum_topic,
    "deleteForumTopic": _delete_forum_topic,
}
