"""What a bot gets to see in a group: everything, or only what is meant for it."""

from __future__ import annotations

from typing import Any, Final

from bot.trial.chats import BOT_ID, Chat

Json = dict[str, Any]

_SERVICE: Final = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
    }
)


def is_seen(chat: Chat, message: Json, username: str, *, privacy: bool) -> bool:
    """Whether the bot hears of a message of a group, by the rules of privacy mode.

    A bot never hears of other bots, except of administrators who write as the group. An administrator hears
    of everything, and so does a bot whose privacy mode is off.
    """
    bot = chat.member(BOT_ID)
    if bot is None or not bot.is_present:
        return False
    if message["from"].get("is_bot") and "sender_chat" not in message:
        return False
    if bot.is_admin or not privacy or _SERVICE & set(message):
        return True
    return _is_meant_for(message, username)


def _is_meant_for(message: Json, username: str) -> bool:
    answered = message.get("reply_to_message", {})
    if answered.get("from", {}).get("id") == BOT_ID or message.get("via_bot", {}).get("id") == BOT_ID:
        return True
    text = str(message.get("text") or message.get("caption") or "")
    units = text.encode("utf-16-le")
    for entity in message.get("entities") or message.get("caption_entities") or ():
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        covered = units[start:end].decode("utf-16-le", "replace").lower()
        if entity["type"] == "mention" and covered == f"@{username}":
            return True
        if entity["type"] == "bot_command" and covered.partition("@")[2] in {"", username}:
            return True
    return False
