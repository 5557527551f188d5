"""One update's answer: sent once, whatever happens to the connection or to the process.

A message is noted before it is sent and its id afterwards. If the process dies in between, nobody knows
whether the message arrived, and Telegram cannot be asked. It can be tried, though: a bot can edit its own
messages and no others. So the answer is sent again, and the ids before it are tried; the one that can be
edited is the lost one, which becomes the answer, and the second one is deleted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from weakref import WeakValueDictionary

import structlog
from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

from bot.chat.calls import MessageMissingError, UnsureError, call, transmit
from bot.chat.deadline import not_counted
from bot.chat.render import Rendered
from bot.ports import Delivery, Outbox

__all__ = ["Rendered", "Reply", "call"]

log = structlog.get_logger(__name__)

MOST_CANDIDATES = 40  # for each sending whose end nobody knows
MOST_SENDINGS = 5
AT_ONCE = 10
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# Two updates of one chat that both miss a message must not find the same one.
_searching: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()


class Reply:
    """The answer to one update, in one message or several.

    `update_id` names it: the same update begins where it was left, also after a crash. `trigger_id` is the
    message that asked for it. Every new message of the bot goes through here, or a search for a lost one
    may take it for that one. Methods raise ChatGoneError where the bot may not write, and TelegramError
    where Telegram refuses.
    """

    def __init__(
        self,
        bot: Bot,
        outbox: Outbox,
        *,
        update_id: int,
        chat_id: int,
        trigger_id: int,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._update_id = update_id
        self._chat_id = chat_id
        self._trigger_id = trigger_id
        self._thread_id = thread_id
        self._reply_to = reply_to

    async def placeholder(self, html: str) -> None:
        """Show that the answer is on its way, unless something of it is there already."""
        delivery = await self._outbox.intend(self._update_id, 0, self._chat_id, placeholder=True)
        if delivery.message_id is not None or delivery.lost:
            return
        with suppress(UnsureError):  # whether it arrived will be found out when the answer is there
            sent = await self._send_new(Rendered(html))
            await self._outbox.sent(self._update_id, 0, sent, final=False)

    async def finish(self, parts: Sequence[Rendered]) -> tuple[int, ...]:
        """Bring the answer to the chat; the ids of its messages. The first part takes the placeholder's
        place.
        """
        return tuple([await self._finish(number, part) for number, part in enumerate(parts)])

    async def _finish(self, number: int, part: Rendered) -> int:
        delivery = await self._outbox.intend(self._update_id, number, self._chat_id)
        if delivery.message_id is None:
            return await self._send(delivery, part)
        if not delivery.final:
            try:
                await self._edit(delivery.message_id, part)
            except MessageMissingError:  # the person deleted the placeholder
                await self._outbox.gone(self._update_id, number)
                return await self._finish(number, part)
            await self._outbox.sent(self._update_id, number, delivery.message_id, final=True)
        return delivery.message_id

    async def _send(self, delivery: Delivery, message: Rendered) -> int:
        while True:
            try:
                if delivery.lost:
                    return await self._send_again(delivery, message)
                sent = await self._send_new(message)
            except UnsureError:
                delivery = await self._outbox.intend(self._update_id, delivery.part, self._chat_id)
                continue
            await self._outbox.sent(self._update_id, delivery.part, sent, final=True)
            return sent

    async def _send_again(self, delivery: Delivery, message: Rendered) -> int:
        # The search is no work of the job, and a busy chat may make it long.
        with not_counted():
            async with _searching.setdefault(self._chat_id, asyncio.Lock()):
                second = await self._send_new(message)
                self._outbox.saw(self._chat_id, second)
                tried = await self._candidates(delivery, second)
                answer, *surplus = [*await self._find_lost(tried, len(delivery.lost), message), second]
                # Deleted before the answer is noted: after a crash in between, the search is repeated.
                for number in surplus:
                    await self._delete(number)
                await self._outbox.sent(self._update_id, delivery.part, answer, final=True)
        log.info("lost_message_sought", tried=len(tried), found=len(surplus))
        return answer

    async def _candidates(self, delivery: Delivery, second: int) -> list[int]:
        """The ids that lost messages may have: each came soon after the highest id that was known when it
        was sent.

        No other message has its id. Private chats share one numbering, so those of all of them are left
        out. A server that numbers each chat by itself shows in ids that go down; there, all of the chat's
        own are tried.
        """
        shared = max(delivery.lost) < second
        known = await self._outbox.known_messages(self._chat_id, self._trigger_id, elsewhere=shared)
        tried: set[int] = set()
        for highest in delivery.lost[-MOST_SENDINGS:] if shared else (0,):
            ids = range(max(self._trigger_id, highest) + 1, second)
            tried.update(islice((number for number in ids if number not in known), MOST_CANDIDATES))
        return sorted(tried)

    async def _find_lost(self, tried: Sequence[int], most: int, message: Rendered) -> list[int]:
        found: list[int] = []
        for start in range(0, len(tried), AT_ONCE):
            some = tried[start : start + AT_ONCE]
            are_lost = await asyncio.gather(*(self._is_lost(number, message) for number in some))
            found += [number for number, is_lost in zip(some, are_lost, strict=True) if is_lost]
            if len(found) >= most:
                break
        return found

    async def _is_lost(self, number: int, message: Rendered) -> bool:
        """Whether a message is one of the bot's that answers the same message; if so, it now says this."""
        try:
            edited = await self._edit(number, message)
        except MessageMissingError:
            return False
        if self._reply_to is None or not isinstance(edited, Message) or edited.reply_to_message is None:
            return True
        # Another one's lost message, which will get its own text when that one is searched for.
        return edited.reply_to_message.message_id == self._reply_to

    async def _send_new(self, message: Rendered) -> int:
        sent = await transmit(
            self._bot.send_message,
            repeatable=False,
            chat_id=self._chat_id,
            text=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            link_preview_options=NO_PREVIEW,
            message_thread_id=self._thread_id,
            reply_parameters=self._reply_parameters(),
        )
        if sent is None:
            raise UnsureError
        return sent.message_id

    async def _edit(self, number: int, message: Rendered) -> Message | bool | None:
        return await call(
            self._bot.edit_message_text,
            chat_id=self._chat_id,
            message_id=number,
            text=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            link_preview_options=NO_PREVIEW,
        )

    async def _delete(self, number: int) -> None:
        with suppress(MessageMissingError):
            await call(self._bot.delete_message, chat_id=self._chat_id, message_id=number)

    def _reply_parameters(self) -> ReplyParameters | None:
        if self._reply_to is None:
            return None
        return ReplyParameters(message_id=self._reply_to, allow_sending_without_reply=True)
