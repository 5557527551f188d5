"""Who may change settings: asked of Telegram, and remembered for a minute at most."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from telegram import Bot, Chat, ChatMember, Message, User
from telegram.constants import ChatAction, ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.chat.telegram.calls import call
from bot.core.errors import ChatGoneError

REMEMBERED_S = 60.0  # who has lost the rights has lost them here a minute later
MOST_REMEMBERED = 5000
ADMINISTRATORS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
# Accounts of Telegram's in whose name others write: never administrators themselves.
NOBODY = frozenset({777000, 136817688, 1087968824})


class Rights:
    """Knows the administrators of chats. `now` gives seconds that only go forward."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._known: OrderedDict[tuple[int, int], tuple[bool, float]] = OrderedDict()

    async def may_manage(
        self, bot: Bot, chat: Chat, person: User | None, message: Message | None = None
    ) -> bool:
        """Whether a person may change the settings of a chat; in private everybody may.

        `message`: what they have written, as administrators can write in the name of their group or channel.
        """
        if chat.type == ChatType.PRIVATE:
            return True
        if message is not None and message.sender_chat is not None:
            return message.sender_chat.id == chat.id
        return person is not None and await self.is_administrator(bot, chat.id, person.id)

    async def is_administrator(self, bot: Bot, chat_id: int, user_id: int) -> bool:
        """Whether Telegram says so now, or said so within the last minute; False where it can't be asked."""
        if user_id in NOBODY:
            return False
        known, until = self._known.get((chat_id, user_id), (False, 0.0))
        if self._now() < until:
            return known
        member = await member_of(bot, chat_id, user_id)
        found = member is not None and member.status in ADMINISTRATORS
        self._known[chat_id, user_id] = (found, self._now() + REMEMBERED_S)
        self._known.move_to_end((chat_id, user_id))
        while len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return found


async def member_of(bot: Bot, chat_id: int, user_id: int) -> ChatMember | None:
    """What somebody is in a chat; None where Telegram does not say."""
    try:
        return await call(bot.get_chat_member, chat_id=chat_id, user_id=user_id)
    except (TelegramError, ChatGoneError):
        return None


async def administrators(bot: Bot, chat_id: int) -> tuple[int, ...]:
    """The people who run a chat; none where Telegram does not say."""
    try:
        members = await call(bot.get_chat_administrators, chat_id=chat_id)
    except (TelegramError, ChatGoneError):
        return ()
    return tuple(member.user.id for member in members or () if not member.user.is_bot)


async def may_write_to(bot: Bot, user_id: int) -> bool:
    """Whether a person has a private chat with the bot: only they can begin it.

    To be seen typing is the one way to ask that leaves no message.
    """
    try:
        await call(bot.send_chat_action, chat_id=user_id, action=ChatAction.TYPING)
    except (TelegramError, ChatGoneError):
        return False
    return True
