"""Messages of which nobody knows whether they arrived, since the process died: they are found and deleted.

Telegram cannot be asked. It can be tried, though: a bot can edit its own messages and no others. So the
answer is sent anew, and then the ids that the lost message can have are tried; one that can be edited is the
lost one, and is deleted.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import islice
from weakref import WeakValueDictionary

import structlog
from telegram import Message

from bot.chat.sending import MessageSender, ReplyTarget
from bot.chat.telegram.calls import MessageMissingError, OtherKindError, plain
from bot.chat.telegram.deadline import not_counted
from bot.chat.views.render import Rendered, SentFile, escape
from bot.ports import Delivery, Outbox

log = structlog.get_logger(__name__)

MOST_CANDIDATES = 100  # for each sending whose end nobody knows
# So many are left right after a start, when the messages that people wrote meanwhile are not known yet.
MANY_CANDIDATES = 20
GET_TO_KNOW_S = 2.0
# On a machine that is overloaded it takes longer than that until what people wrote has come in.
LONGEST_GET_TO_KNOW_S = 30.0
AT_ONCE = 10
MARK_CHARACTERS = 200  # of what a lost message is made to say before it goes; a caption holds 1,024

_locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()


def chat_lock(chat_id: int) -> asyncio.Lock:
    """Held while one looks for a lost message in a chat, and while one is sent there: until its id is noted,
    it looks lost.
    """
    return _locks.setdefault(chat_id, asyncio.Lock())


class LostMessages:
    """Looks for those that were lost while an update was answered."""

    def __init__(self, sender: MessageSender, outbox: Outbox, target: ReplyTarget) -> None:
        self._sender = sender
        self._outbox = outbox
        self._target = target

    async def clear_up(self, delivery: Delivery, answer: int, message: Rendered) -> None:
        """Find what may have been lost and delete it; the answer is there already."""
        # The search is no work of the job, and Telegram may make it long.
        with not_counted():
            await self._get_to_know(delivery, answer)
            async with chat_lock(self._target.chat_id):
                tried = await self._candidates(delivery, answer)
                for start in range(0, len(tried), AT_ONCE):
                    await asyncio.gather(
                        *(self._delete_lost(number, message) for number in tried[start : start + AT_ONCE])
                    )
                await self._outbox.settled(self._target.update_id, delivery.part)
        log.info("lost_message_sought", tried=len(tried))

    async def _get_to_know(self, delivery: Delivery, answer: int) -> None:
        """Wait until more of the ids that others' messages have is known, where that may matter.

        Above all until no search is cut short by them: the lost message may be behind the end.
        """
        count = len(await self._candidates(delivery, answer))
        if count >= MANY_CANDIDATES or await self._outbox.sent_elsewhere(self._target.chat_id):
            await asyncio.sleep(GET_TO_KNOW_S)
        until = asyncio.get_running_loop().time() + LONGEST_GET_TO_KNOW_S
        while len(await self._candidates(delivery, answer)) >= MOST_CANDIDATES:
            if asyncio.get_running_loop().time() >= until:
                break
            await asyncio.sleep(GET_TO_KNOW_S)

    async def _candidates(self, delivery: Delivery, answer: int) -> list[int]:
        """The ids that lost messages may have: they came soon after the highest id known when they were sent.

        No other message has them. Private chats share one numbering, so those of all of them are left out. A
        server that numbers each chat by itself shows in ids that go down; there, all of the chat's are tried.
        """
        shared = max(delivery.lost) < answer
        known = await self._outbox.known_messages(
            self._target.chat_id, self._target.trigger_id, elsewhere=shared
        )
        tried: set[int] = set()
        for highest in delivery.lost if shared else (0,):
            ids = range(max(self._target.trigger_id, highest) + 1, answer)
            tried.update(islice((number for number in ids if number not in known), MOST_CANDIDATES))
        return sorted(tried)

    async def _delete_lost(self, number: int, message: Rendered) -> None:
        if await self._is_lost(number, message):
            with suppress(MessageMissingError):
                await self._sender.delete(number)

    async def _is_lost(self, number: int, message: Rendered) -> bool:
        """Whether a message is the bot's and answers the same message; tried by making it say this."""
        try:
            edited = await self._sender.edit(number, message)
        except OtherKindError:  # a placeholder where the answer is a file, or a file where it is a text now
            edited = await self._sender.edit(number, _of_other_kind(message))
        except MessageMissingError:
            return False
        if (
            self._target.reply_to is None
            or not isinstance(edited, Message)
            or edited.reply_to_message is None
        ):
            return True
        # Another one's lost message, which will get its own text when that one is searched for.
        return edited.reply_to_message.message_id == self._target.reply_to


def _of_other_kind(message: Rendered) -> Rendered:
    """What a message that is about to go can say where it is a text and the answer a file, or otherwise."""
    words = escape(plain(message.html)[:MARK_CHARACTERS])
    if message.file is None:
        return Rendered(words, file=SentFile(name="", body=b""))
    return Rendered(words or escape(message.file.name))
