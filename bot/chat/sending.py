"""Messages on their way to Telegram: how they are sent, changed and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

from bot.chat.telegram.calls import UnsureError, call, transmit
from bot.chat.views.render import Rendered

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTarget:
    """Which update is answered, and where."""

    update_id: int  # names the answer: the same update begins where it was left, also after a crash
    chat_id: int
    trigger_id: int = 0  # the message that asked for it
    thread_id: int | None = None
    reply_to: int | None = None
    first_part: int = 0  # sets several answers to one update apart


@dataclass(frozen=True, slots=True)
class SentMessage:
    """What Telegram says of a message that it has taken."""

    message_id: int
    in_topic: bool


class MessageSender:
    """Sends messages to one target, and changes them there."""

    def __init__(self, bot: Bot, target: ReplyTarget) -> None:
        self._bot = bot
        self._target = target

    async def send(self, message: Rendered) -> SentMessage:
        """Send it anew. Raises UnsureError where nobody knows whether it arrived, and what `Reply` names."""
        where = {
            "chat_id": self._target.chat_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": message.keyboard,
            "message_thread_id": self._target.thread_id,
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
        return sent

    async def edit(self, message_id: int, message: Rendered) -> Message | bool | None:
        """Make a message of the bot's say this. Raises MessageMissingError, OtherKindError."""
        if message.file is not None:
            return await call(
                self._bot.edit_message_caption,
                chat_id=self._target.chat_id,
                message_id=message_id,
                caption=message.html,
                parse_mode=ParseMode.HTML,
            )
        return await call(
            self._bot.edit_message_text,
            chat_id=self._target.chat_id,
            message_id=message_id,
            text=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=message.buttons,
            link_preview_options=NO_PREVIEW,
        )

    async def delete(self, message_id: int) -> None:
        """Take a message of the bot's away. Raises MessageMissingError where there is none."""
        await call(self._bot.delete_message, chat_id=self._target.chat_id, message_id=message_id)

    async def _send_text(self, **given: Any) -> SentMessage:
        # `Bot.send_message` makes an object of the whole answer, of which no more than this is looked at: it
        # took a tenth of an update's time. `do_api_request` gives the bare answer, but warns where it is
        # asked for a method of the library. It looks for `send_message`, and makes `sendMessage` of this too.
        told = await self._bot.do_api_request("send_Message", api_kwargs=given)
        return SentMessage(int(told["message_id"]), in_topic=told.get("is_topic_message") is True)

    async def _send_document(self, **given: Any) -> SentMessage:
        sent = await self._bot.send_document(**given)
        return SentMessage(sent.message_id, in_topic=sent.is_topic_message is True)

    def _reply_parameters(self) -> ReplyParameters | None:
        if self._target.reply_to is None:
            return None
        return ReplyParameters(message_id=self._target.reply_to, allow_sending_without_reply=True)
