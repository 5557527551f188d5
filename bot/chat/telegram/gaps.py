"""What a Bot API server leaves out, though the library insists on it.

The Bot API grows, and the library asks for every field that its newest version promises. An older server of
one's own, or a stand-in that people test with, sends less; then an update would be unreadable as a whole, and
an administrator nobody that is known, for want of a field that nothing here looks at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_LONG_AGO: Final = 1  # not 0: that stands for a message that the bot may no longer see
_MESSAGE: Final = {"date": _LONG_AGO}
_USER: Final = {"is_bot": False, "first_name": ""}
_FILE: Final = {"file_unique_id": "", "width": 0, "height": 0, "duration": 0, "length": 0}
_STICKER: Final = {**_FILE, "type": "regular", "is_animated": False, "is_video": False}
_ADMINISTRATOR: Final = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories"),
)
_RESTRICTED: Final = (
    *("is_member", "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos"),
    *("can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
    *("can_send_other_messages", "can_add_web_page_previews", "can_change_info", "can_invite_users"),
    *("can_pin_messages", "can_manage_topics", "can_edit_tag", "can_react_to_messages"),
)
# By the key that an object stands under.
_BY_KEY: Final[Mapping[str, Mapping[str, Any]]] = {
    **dict.fromkeys(("from", "user", "sender_user", "via_bot"), _USER),
    **dict.fromkeys(("new_chat_members", "left_chat_member"), _USER),
    **dict.fromkeys(("photo", "thumbnail", "document", "voice", "audio", "video", "video_note"), _FILE),
    **dict.fromkeys(("message", "edited_message", "channel_post", "reply_to_message"), _MESSAGE),
    "animation": _FILE,
    "sticker": _STICKER,
    "callback_query": {"chat_instance": ""},
    "inline_query": {"offset": "", "query": ""},
    "forum_topic_created": {"name": "", "icon_color": 0},
    "quote": {"text": "", "position": 0},
    "contact": {"first_name": "", "phone_number": ""},
    "dice": {"emoji": "🎲", "value": 0},
    "poll": {"allows_revoting": False, "members_only": False, "total_voter_count": 0},
}
# By what somebody is in a chat.
_BY_STATUS: Final[Mapping[str, Mapping[str, Any]]] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(_ADMINISTRATOR, False),
    "restricted": dict.fromkeys(_RESTRICTED, False),
    "kicked": {"until_date": 0},
}
_CHATS: Final = frozenset({"chat", "sender_chat"})
_GIFTS: Final = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")


def completed_update(raw: dict[str, Any]) -> dict[str, Any]:
    """An update in which nothing is missing that the library needs; what is there stays as it is."""
    _complete(raw)
    return raw


def completed_answer(answer: Any) -> Any:
    """The same for what a method of the Bot API has answered."""
    result = answer.get("result") if isinstance(answer, dict) else None
    for one in result if isinstance(result, list) else [result]:
        if isinstance(one, dict) and "update_id" not in one:
            _complete_result(one)
    return answer


def _complete_result(one: dict[str, Any]) -> None:
    if "message_id" in one:
        one.setdefault("date", _LONG_AGO)
    elif "status" in one:
        _complete_member(one)
    elif "file_id" in one:
        one.setdefault("file_unique_id", "")
    elif one.get("type") in {"private", "group", "supergroup", "channel"}:
        one.setdefault("accent_color_id", 0)
        one.setdefault("max_reaction_count", 0)
        gifts = one.setdefault("accepted_gift_types", {})
        if isinstance(gifts, dict):
            _fill(gifts, dict.fromkeys((*_GIFTS, "gifts_from_channels"), False))
    _complete(one)


def _complete(whole: dict[str, Any]) -> None:
    # No recursion: people send what they like, as deep as they like.
    waiting: list[tuple[str, Any]] = [("", whole)]
    while waiting:
        key, found = waiting.pop()
        if isinstance(found, list):
            waiting += [(key, one) for one in found]
        elif isinstance(found, dict):
            _fill(found, _BY_KEY.get(key, {}))
            if key in _CHATS and isinstance(found.get("id"), int):
                found.setdefault("type", "private" if found["id"] > 0 else "supergroup")
            if key in {"old_chat_member", "new_chat_member"}:
                _complete_member(found)
            waiting += found.items()


def _complete_member(member: dict[str, Any]) -> None:
    status = member.get("status")
    if isinstance(status, str):
        # Who is restricted and of whom nothing more is told is there: else they would have left.
        _fill(member, {"is_member": True} if status == "restricted" else {})
        _fill(member, {**_BY_STATUS.get(status, {}), **({"until_date": 0} if status == "restricted" else {})})


def _fill(found: dict[str, Any], missing: Mapping[str, Any]) -> None:
    for name, value in missing.items():
        if name not in found:
            found[name] = value
