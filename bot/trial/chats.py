"""The chats of a trial: who is in them with which rights, their topics, and how the Bot API shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Json = dict[str, Any]

BOT_ID: Final = 7000000001
PERSON_ID: Final = 1000001  # who sits before the page
ADMIN_ID: Final = 1000002
MEMBER_ID: Final = 1000003
GROUP_ID: Final = -2000001  # a basic group
FORUM_ID: Final = -1001000000001  # a supergroup with topics
CHANNEL_ID: Final = -1001000000002
DISCUSSION_ID: Final = -1001000000003  # the supergroup in which the channel's posts are discussed

# Telegram's own accounts, in whose names others write.
TELEGRAM: Final[Json] = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ANONYMOUS: Final[Json] = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}

_ALL: Final = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_OF_GROUPS: Final = ("can_pin_messages", "can_manage_topics")
_OF_CHANNELS: Final = ("can_post_messages", "can_edit_messages")
_PERMISSIONS: Final = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
ADMINS: Final = frozenset({"creator", "administrator"})
PRESENT: Final = ADMINS | {"member", "restricted"}


@dataclass(slots=True)
class Member:
    """What a person, or the bot, is in a chat."""

    user: Json
    status: str  # creator, administrator, member, restricted, left or kicked
    rights: frozenset[str] = frozenset()  # an administrator's; those of a chat's kind where none are named
    anonymous: bool = False
    may_write: bool = True  # of one that is restricted

    @property
    def is_admin(self) -> bool:
        return self.status in ADMINS

    @property
    def is_present(self) -> bool:
        return self.status in PRESENT

    def may(self, right: str) -> bool:
        """Whether the member has an administrator's right."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def as_json(self, kind: str) -> Json:
        """A ChatMember of a chat of this kind."""
        shown: Json = {"status": self.status, "user": dict(self.user)}
        if self.status == "creator":
            shown["is_anonymous"] = self.anonymous
        elif self.status == "administrator":
            shown |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            shown |= {right: right in self.rights for right in rights_of(kind)}
        elif self.status == "restricted":
            shown |= {"is_member": True, "until_date": 0}
            shown |= dict.fromkeys(_PERMISSIONS, self.may_write)
        elif self.status == "kicked":
            shown["until_date"] = 0
        return shown


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its id is that of the message that opened it."""

    thread_id: int
    name: str
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat, a group, a supergroup or a channel."""

    chat_id: int
    kind: str  # as the Bot API says it: private, group, supergroup or channel
    title: str = ""
    person: Json | None = None  # of a private chat
    members: dict[int, Member] = field(default_factory=dict)  # by user id
    topics: dict[int, Topic] | None = None  # None: no forum
    general_closed: bool = False
    linked_id: int | None = None  # of a channel its discussion group, and the other way round
    reactions: frozenset[str] | None = None  # those that are allowed; None: all
    started: bool = True  # a private chat in which the bot may write
    blocked: bool = False  # a private chat whose person wants no more of it
    moved_to: int | None = None  # the supergroup that a group became
    messages: dict[int, Json] = field(default_factory=dict)  # by id, in order
    pinned: list[int] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        return self.kind in {"group", "supergroup"}

    def as_json(self) -> Json:
        """The chat as messages show it."""
        shown: Json = {"id": self.chat_id, "type": self.kind}
        if self.person is not None:
            return shown | {"first_name": self.person["first_name"]}
        return shown | {"title": self.title} | ({"is_forum": True} if self.topics is not None else {})

    def full_json(self) -> Json:
        """The chat as getChat shows it."""
        shown = self.as_json() | {"accent_color_id": 0, "max_reaction_count": 11}
        if self.linked_id is not None:
            shown["linked_chat_id"] = self.linked_id
        if self.reactions is not None:
            shown["available_reactions"] = [
                {"type": "emoji", "emoji": emoji} for emoji in sorted(self.reactions)
            ]
        if self.pinned:
            shown["pinned_message"] = self.messages[self.pinned[-1]]
        return shown

    def member(self, user_id: int) -> Member | None:
        return self.members.get(user_id)

    def is_admin(self, user_id: int) -> bool:
        member = self.members.get(user_id)
        return member is not None and member.is_admin


def rights_of(kind: str) -> tuple[str, ...]:
    """The rights that an administrator can have in a chat of a kind."""
    own: Mapping[str, tuple[str, ...]] = {"channel": _OF_CHANNELS, "supergroup": _OF_GROUPS}
    return _ALL + own.get(kind, ("can_pin_messages",))


def private_chat(person: Json, *, started: bool = True) -> Chat:
    """The chat of a person with the bot."""
    return Chat(int(person["id"]), "private", person=person, started=started)


def people() -> dict[int, Json]:
    """Those who take part: the person before the page, an administrator and a member."""
    names = {PERSON_ID: "You", ADMIN_ID: "Mara", MEMBER_ID: "Jonas"}
    return {
        user_id: {"id": user_id, "is_bot": False, "first_name": name, "language_code": "en"}
        for user_id, name in names.items()
    }


def public_chats(persons: Mapping[int, Json]) -> list[Chat]:
    """A group, a forum, and a channel with its discussion; the bot is in none of them yet."""
    return [
        Chat(GROUP_ID, "group", "Neighbours", members=_members(persons, "group")),
        Chat(FORUM_ID, "supergroup", "Reading circle", members=_members(persons, "supergroup"), topics={}),
        Chat(
            CHANNEL_ID,
            "channel",
            "Harbour News",
            members=_members(persons, "channel"),
            linked_id=DISCUSSION_ID,
        ),
        Chat(
            DISCUSSION_ID,
            "supergroup",
            "Harbour News talk",
            members=_members(persons, "supergroup"),
            linked_id=CHANNEL_ID,
        ),
    ]


def _members(persons: Mapping[int, Json], kind: str) -> dict[int, Member]:
    status = {PERSON_ID: "creator", ADMIN_ID: "administrator", MEMBER_ID: "member"}
    return {
        user_id: Member(persons[user_id], status[user_id], frozenset(rights_of(kind))) for user_id in status
    }
