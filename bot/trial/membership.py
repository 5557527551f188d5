"""Who comes, goes and gets rights in the chats of a trial, and how a group becomes a supergroup."""

from __future__ import annotations

from typing import Final

from bot.trial.chats import BOT_ID, PERSON_ID, PRESENT, Chat, Json, Member, rights_of
from bot.trial.errors import bad_request
from bot.trial.world import World

_OFFSET_OF_SUPERGROUPS: Final = -1_000_000_000_000


def admit(
    world: World,
    chat: Chat,
    user_id: int,
    status: str,
    *,
    by: int = PERSON_ID,
    rights: frozenset[str] | None = None,
    may_write: bool = True,
) -> None:
    """Somebody gets a status in a chat, or loses it; the bot hears of its own, and of others where it is
    administrator.

    `rights` of an administrator: None for all but promoting others. `may_write` of one that is restricted.
    """
    user = world.bot if user_id == BOT_ID else world.people[user_id]
    old = chat.members.get(user_id) or Member(user, "left")
    given = frozenset(rights_of(chat.kind)) - {"can_promote_members"} if rights is None else rights
    new = Member(user, status, given if status == "administrator" else frozenset(), may_write=may_write)
    chat.members[user_id] = new
    update = {
        "chat": chat.as_json(),
        "from": dict(world.people[by]),
        "date": world.seconds(),
        "old_chat_member": old.as_json(chat.kind),
        "new_chat_member": new.as_json(chat.kind),
    }
    if user_id == BOT_ID:
        world.updates.put("my_chat_member", update)
    elif chat.is_admin(BOT_ID):
        world.updates.put("chat_member", update)
    _tell(world, chat, old, new, by)
    world.changed(chat)


def block(world: World, user_id: int, *, blocked: bool) -> None:
    """A person wants no more of the bot, or wants it again; the bot hears of it."""
    chat = world.private(user_id)
    chat.blocked = blocked
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    update = {"chat": chat.as_json(), "from": dict(world.people[user_id]), "date": world.seconds()}
    update |= {"old_chat_member": Member(world.bot, old).as_json("private")}
    update |= {"new_chat_member": Member(world.bot, new).as_json("private")}
    world.updates.put("my_chat_member", update)


def migrate(world: World, chat: Chat, *, by: int = PERSON_ID) -> Chat:
    """A group becomes a supergroup: another id, the same people. Raises ApiError."""
    if chat.kind != "group" or chat.moved_to is not None:
        raise bad_request("only a group can become a supergroup")
    new = Chat(_OFFSET_OF_SUPERGROUPS + chat.chat_id, "supergroup", chat.title)
    new.members = {user_id: _with_rights(member) for user_id, member in chat.members.items()}
    world.chats[new.chat_id] = new
    author = {"by": by, "from": dict(world.people[by])}
    left = world.add(chat, author, {"migrate_to_chat_id": new.chat_id})
    world.deliver(chat, left)
    chat.moved_to = new.chat_id
    come = world.add(new, author, {"migrate_from_chat_id": chat.chat_id})
    world.deliver(new, come)
    world.changed(chat)
    world.changed(new)
    return new


def _with_rights(member: Member) -> Member:
    rights = frozenset(rights_of("supergroup")) if member.is_admin else frozenset()
    return Member(member.user, member.status, rights, member.anonymous, member.may_write)


def _tell(world: World, chat: Chat, old: Member, new: Member, by: int) -> None:
    """The line in a group that says who has come or gone; channels have none."""
    if not chat.is_group or (old.status in PRESENT) == (new.status in PRESENT):
        return
    came = new.status in PRESENT
    what: Json = {"new_chat_members": [dict(new.user)]} if came else {"left_chat_member": dict(new.user)}
    message = world.add(chat, {"by": by, "from": dict(world.people[by])}, what)
    world.deliver(chat, message)
