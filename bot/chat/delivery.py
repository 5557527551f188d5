"""One update's answer: sent once, whatever happens to the connection or to the process.

A message is noted before it is sent and its id afterwards. If the process dies in between, nobody knows
whether the message arrived: see `bot.chat.lost_messages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice

from telegram import Bot

from bot.chat.lost_messages import LostMessages, chat_lock
from bot.chat.sending import MessageSender, ReplyTarget
from bot.chat.telegram import calls
from bot.chat.telegram.calls import MessageMissingError, UnsureError
from bot.chat.telegram.deadline import not_counted
from bot.chat.views.render import Rendered
from bot.ports import Delivery, Outbox


class Reply:
    """The answer to one update, in one message or several.

    Every new message of the bot goes through here, or a search for a lost one may take it for that one.
    `topic_lost` says that it went to the chat's main topic, since nothing can be written in its own. Methods
    raise ChatGoneError where the bot may not write, and TelegramError where Telegram refuses.
    """

    def __init__(self, bot: Bot, outbox: Outbox, target: ReplyTarget) -> None:
        self._outbox = outbox
        self._target = target
        self._sender = MessageSender(bot, target)
        self._lost = LostMessages(self._sender, outbox, target)
        self.topic_lost = False

    async def placeholder(self, html: str) -> None:
        """Show that the answer is on its way, unless something of it is there, or may be, already."""
        number = self._target.first_part
        delivery = await self._outbox.intend(
            self._target.update_id, number, self._target.chat_id, placeholder=True
        )
        if delivery.message_id is None and not delivery.lost:
            with suppress(UnsureError):  # whether it arrived will be found out when the answer is there
                await self._send(number, Rendered(html), final=False)

    async def begun(self) -> bool:
        """Whether something of the answer is in the chat already, or may be."""
        number = self._target.first_part
        delivery = await self._outbox.intend(
            self._target.update_id, number, self._target.chat_id, placeholder=True
        )
        if delivery.message_id is not None or delivery.lost:
            return True
        await self._outbox.gone(self._target.update_id, number)
        return False

    async def finish(self, parts: Sequence[Rendered]) -> tuple[int, ...]:
        """Bring the answer to the chat, first in the placeholder's place; the ids of its messages.

        What is begun is said to its end: a deadline that comes after the first message would cut the answer
        where nobody sees it.
        """
        numbered = enumerate(parts, start=self._target.first_part)
        sent = [await self._finish(number, part) for number, part in islice(numbered, 1)]
        with not_counted():
            sent += [await self._finish(number, part) for number, part in numbered]
        return tuple(sent)

    async def _finish(self, number: int, part: Rendered) -> int:
        wait_s = calls.FIRST_WAIT_S
        while True:
            delivery = await self._outbox.intend(self._target.update_id, number, self._target.chat_id)
            try:
                message_id = await self._bring(delivery, part)
            except MessageMissingError:  # the person deleted the placeholder
                await self._outbox.gone(self._target.update_id, number)
            except UnsureError as error:
                wait_s = await calls.pause(error, wait_s)
            else:
                if delivery.lost:
                    await self._lost.clear_up(delivery, message_id, part)
                return message_id

    async def _bring(self, delivery: Delivery, part: Rendered) -> int:
        if delivery.message_id is None:
            return await self._send(delivery.part, part, final=True)
        if not delivery.final and not part.editable:
            await self._sender.delete(delivery.message_id)
            raise MessageMissingError  # the placeholder has gone: this is sent anew
        if not delivery.final:
            await self._sender.edit(delivery.message_id, part)
            await self._outbox.sent(self._target.update_id, delivery.part, delivery.message_id, final=True)
        return delivery.message_id

    async def _send(self, number: int, message: Rendered, *, final: bool) -> int:
        async with chat_lock(self._target.chat_id):
            sent = await self._sender.send(message)
            self.topic_lost |= self._target.thread_id is not None and not sent.in_topic
            await self._outbox.sent(self._target.update_id, number, sent.message_id, final=final)
            return sent.message_id
