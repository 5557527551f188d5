"""What a message in a group has to do with the bot: pure decisions on the message alone."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from telegram import Message, MessageEntity

from bot.chat.contents import Contents
from bot.chat.telegram.rights import NOBODY


class AddressedBy(Enum):
    """How a message in a group speaks to the bot."""

    NOT = auto()
    MENTION = auto()
    REPLY = auto()  # to a message of the bot's


def is_from_people(message: Message) -> bool:
    """Whether a person wrote it: no bot, nothing chosen from this bot's results, no post of a linked channel.

    Administrators who write as their group count as people.
    """
    own = message.via_bot is not None and message.via_bot.id == message.get_bot().id
    if own or message.is_automatic_forward:
        return False
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and not (message.from_user.is_bot or message.from_user.id in NOBODY)


def reply_target(message: Message) -> Message | None:
    """What a message replies to. Whatever is written in a topic replies, for Telegram, to what opened it."""
    target = message.reply_to_message
    if target is None or target.forum_topic_created is not None:
        return None
    if message.is_topic_message and target.message_id == message.message_thread_id:
        return None
    return target


def addressed_by(message: Message, bot_id: int, username: str) -> AddressedBy:
    """How a message that is no command speaks to the bot."""
    if mention_in(message, username) is not None:
        return AddressedBy.MENTION
    target = reply_target(message)
    if target is not None and target.from_user is not None and target.from_user.id == bot_id:
        return AddressedBy.REPLY
    return AddressedBy.NOT


def mention_in(message: Message, username: str) -> str | None:
    """The bot's name as it stands in a message, if it does."""
    wanted = f"@{username}".lower()
    found = (message.parse_entities if message.text else message.parse_caption_entities)(
        [MessageEntity.MENTION]
    )
    return next((written for written in found.values() if written.lower() == wanted), None)


def command_in_caption(message: Message, username: str) -> str | None:
    """The command that a caption begins with, in lower case, where it is for this bot."""
    for entity, written in message.parse_caption_entities([MessageEntity.BOT_COMMAND]).items():
        name, _, bot = written.removeprefix("/").lower().partition("@")
        if entity.offset == 0 and bot in {"", username.lower()}:
            return name
    return None


def without_mention(contents: Contents, written: str) -> Contents:
    """What a message holds besides the bot's name."""
    text = contents.text.replace(written, " ", 1).strip()
    rest = " ".join(contents.rest.replace(written, " ", 1).split())
    return replace(contents, text=text, rest=rest)


def as_command(contents: Contents) -> Contents:
    """The same words, as if they stood behind /tldr."""
    return replace(contents, text=f"/tldr {contents.text}", rest=f"/tldr {contents.rest}")


def topic_of(message: Message) -> int:
    """The topic that a message is in; 0 for General, and where there are none."""
    return (message.message_thread_id or 0) if message.is_topic_message else 0
