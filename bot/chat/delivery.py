"""One update's answer: sent once, whatever happens to the connection or to the process.

A message is noted before it is sent and its id afterwards. If the process dies in between, nobody knows
whether the message arrived, and Telegram cannot be asked. It can be tried, though: a bot can edit its own
messages and no others. So the answer is sent anew, and then the ids that the lost message can have are
tried; one that can be edited is the lost one, and is deleted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any
from weakref import WeakValueDictionary

import structlog
from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

from bot.chat.telegram import calls
from bot.chat.telegram.calls import MessageMissingError, OtherKindError, UnsureError, call, plain, transmit
from bot.chat.telegram.deadline import not_counted
from bot.chat.views.render import Rendered, SentFile, escape
from bot.ports import Delivery, Outbox

__all__ = ["Rendered", "Reply", "call"]

log = structlog.get_logger(__name__)

MOST_CANDIDATES = 100  # for each sending whose end nobody knows
# So many are left right after a start, when the messages that people wrote meanwhile are not known yet.
MANY_CANDIDATES = 20
GET_TO_KNOW_S = 2.0
# On a machine that is overloaded it takes longer than that until what people wrote has come in.
LONGEST_GET_TO_KNOW_S = 30.0
AT_ONCE = 10
MARK_CHARACTERS = 200  # of what a lost message is made to say before it goes; a caption holds 1,024
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# While one looks for a lost message in a chat, no other one is sent there: until its id is noted, it looks
# lost.
_turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()


class Reply:
    """The answer to one update, in one message or several.

    `update_id` names it: the same update begins where it was left, also after a crash; `first_part` sets
    several answers to one update apart. `trigger_id` is the message that asked for it. Every new message of
    the bot goes through here, or a search for a lost one may take it for that one. `topic_lost` says that it
    went to the chat's main topic, since nothing can be written in its own. Methods raise ChatGoneError where
    the bot may not write, and TelegramError where Telegram refuses.
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
        first_part: int = 0,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._update_id = update_id
        self._chat_id = chat_id
        self._trigger_id = trigger_id
        self._thread_id = thread_id
        self._reply_to = reply_to
        self._first_part = first_part
        self.topic_lost = False

    async def placeholder(self, html: str) -> None:
        """Show that the answer is on its way, unless something of it is there, or may be, already."""
        number = self._first_part
        delivery = await self._outbox.intend(self._update_id, number, self._chat_id, placeholder=True)
        if delivery.message_id is None and not delivery.lost:
            with suppress(UnsureError):  # whether it arrived will be found out when the answer is there
                await self._send(number, Rendered(html), final=False)

    async def finish(self, parts: Sequence[Rendered]) -> tuple[int, ...]:
        """Bring the answer to the chat, first in the placeholder's place; the ids of its messages.

        What is begun is said to its end: a deadline that comes after the first message would cut the answer
        where nobody sees it.
        """
        numbered = enumerate(parts, start=self._first_part)
        sent = [await self._finish(number, part) for number, part in islice(numbered, 1)]
        with not_counted():
            sent += [await self._finish(number, part) for number, part in numbered]
        return tuple(sent)

    async def _finish(self, number: int, part: Rendered) -> int:
        wait_s = calls.FIRST_WAIT_S
        while True:
            delivery = await self._outbox.intend(self._update_id, number, self._chat_id)
            try:
                message_id = await self._bring(delivery, part)
            except MessageMissingError:  # the person deleted the placeholder
                await self._outbox.gone(self._update_id, number)
            except UnsureError as error:
                wait_s = await calls.pause(error, wait_s)
            else:
                if delivery.lost:
                    await self._clear_up(delivery, message_id, part)
                return message_id

    async def _bring(self, delivery: Delivery, part: Rendered) -> int:
        if delivery.message_id is None:
            return await self._send(delivery.part, part, final=True)
        if not delivery.final and not part.editable:
            await call(self._bot.delete_message, chat_id=self._chat_id, message_id=delivery.message_id)
            raise MessageMissingError  # the placeholder has gone: this is sent anew
        if not delivery.final:
            await self._edit(delivery.message_id, part)
            await self._outbox.sent(self._update_id, delivery.part, delivery.message_id, final=True)
        return delivery.message_id

    async def _send(self, number: int, message: Rendered, *, final: bool) -> int:
        async with self._turn():
            sent = await self._send_new(message)
            await self._outbox.sent(self._update_id, number, sent, final=final)
            return sent

    async def _clear_up(self, delivery: Delivery, answer: int, message: Rendered) -> None:
        """Find what may have been lost and delete it; the answer is there already."""
        # The search is no work of the job, and Telegram may make it long.
        with not_counted():
            await self._get_to_know(delivery, answer)
            async with self._turn():
                tried = await self._candidates(delivery, answer)
                for start in range(0, len(tried), AT_ONCE):
                    await asyncio.gather(
                        *(self._delete_lost(number, message) for number in tried[start : start + AT_ONCE])
                    )
                await self._outbox.settled(self._update_id, delivery.part)
        log.info("lost_message_sought", tried=len(tried))

    async def _get_to_know(self, delivery: Delivery, answer: int) -> None:
        """Wait until more of the ids that others' messages have is known, where that may matter.

        Above all until no search is cut short by them: the lost message may be behind the end.
        """
        count = len(await self._candidates(delivery, answer))
        if count >= MANY_CANDIDATES or await self._outbox.sent_elsewhere(self._chat_id):
            await asyncio.sleep(GET_TO_KNOW_S)
        until = asyncio.get_running_loop().time() + LONGEST_GET_TO_KNOW_S
        while len(await self._candidates(delivery, answer)) >= MOST_CANDIDATES:
            if asyncio.get_running_loop().time() >= until:
                break
            await asyncio.sleep(GET_TO_KNOW_S)

    def _turn(self) -> asyncio.Lock:
        return _turns.setdefault(self._chat_id, asyncio.Lock())

    async def _candidates(self, delivery: Delivery, answer: int) -> list[int]:
        """The ids that lost messages may have: they came soon after the highest id known when they were sent.

        No other message has them. Private chats share one numbering, so those of all of them are left out. A
        server that numbers each chat by itself shows in ids that go down; there, all of the chat's are tried.
        """
        shared = max(delivery.lost) < answer
        known = await self._outbox.known_messages(self._chat_id, self._trigger_id, elsewhere=shared)
        tried: set[int] = set()
        for highest in delivery.lost if shared else (0,):
            ids = range(max(self._trigger_id, highest) + 1, answer)
            tried.update(islice((number for number in ids if number not in known), MOST_CANDIDATES))
        return sorted(tried)

    async def _delete_lost(self, number: int, message: Rendered) -> None:
        if await self._is_lost(number, message):
            with suppress(MessageMissingError):
                await call(self._bot.delete_message, chat_id=self._chat_id, message_id=number)

    async def _is_lost(self, number: int, message: Rendered) -> bool:
        """Whether a message is the bot's and answers the same message; tried by making it say this."""
        try:
            edited = await self._edit(number, message)
        except OtherKindError:  # a placeholder where the answer is a file, or a file where it is a text now
            edited = await self._edit(number, _of_other_kind(message))
        except MessageMissingError:
            return False
        if self._reply_to is None or not isinstance(edited, Message) or edited.reply_to_message is None:
            return True
        # Another one's lost message, which will get its own text when that one is searched for.
        return edited.reply_to_message.message_id == self._reply_to

    async def _send_new(self, message: Rendered) -> int:
        where = {
            "chat_id": self._chat_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": message.keyboard,
            "message_thread_id": self._thread_id,
            "reply_parameters": self._reply_parameters(),
        }
        if message.file is None:
            more = {"text": message.html, "link_preview_options": NO_PREVIEW}
            sent = await transmit(self._send_text, repeatable=False, **more, **where)
        else:
            file = {"document": message.file.body, "filename": message.file.name, "caption": message.html}
            sent = await transmit(self._send_document, repeatable=False, **file, **where)
        if sent is None:
            raise UnsureError
        if self._thread_id is not None and not sent.in_topic:
            self.topic_lost = True
        return sent.message_id

    async def _send_text(self, **given: Any) -> _Sent:
        # `Bot.send_message` makes an object of the whole answer, of which no more than this is looked at: it
        # took a tenth of an update's time. `do_api_request` gives the bare answer, but warns where it is
        # asked for a method of the library. It looks for `send_message`, and makes `sendMessage` of this too.
        told = await self._bot.do_api_request("send_Message", api_kwargs=given)
        return _Sent(int(told["message_id"]), in_topic=told.get("is_topic_message") is True)

    async def _send_document(self, **given: Any) -> _Sent:
        sent = await self._bot.send_document(**given)
        return _Sent(sent.message_id, in_topic=sent.is_topic_message is True)

    async def _edit(self, number: int, message: Rendered) -> Message | bool | None:
        if message.file is not None:
            return await call(
                self._bot.edit_message_caption,
                chat_id=self._chat_id,
                message_id=number,
                caption=message.html,
                parse_mode=ParseMode.HTML,
            )
        return await call(
            self._bot.edit_message_text,
            chat_id=self._chat_id,
            message_id=number,
            text=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=message.buttons,
            link_preview_options=NO_PREVIEW,
        )

    def _reply_parameters(self) -> ReplyParameters | None:
        if self._reply_to is None:
            return None
        return ReplyParameters(message_id=self._reply_to, allow_sending_without_reply=True)


@dataclass(frozen=True, slots=True)
class _Sent:
    """What Telegram says of a message that it has taken."""

    message_id: int
    in_topic: bool


def _of_other_kind(message: Rendered) -> Rendered:
    """What a message that is about to go can say where it is a text and the answer a file, or otherwise."""
    words = escape(plain(message.html)[:MARK_CHARACTERS])
    if message.file is None:
        return Rendered(words, file=SentFile(name="", body=b""))
    return Rendered(words or escape(message.file.name))
