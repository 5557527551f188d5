"""What the buttons under messages do: each press is carried out, and answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeAlias

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

from bot.chat.contents import Contents
from bot.chat.context import ChatContext
from bot.chat.handlers import (
    channels,
    comparing,
    digest_buttons,
    operating,
    outlets,
    reading_buttons,
    room_settings,
)
from bot.chat.handlers.reading_buttons import Alert, Anew, Edit, Effect, alert
from bot.chat.presses import Press, Presses
from bot.chat.sending import NO_PREVIEW
from bot.chat.telegram.calls import MessageMissingError, call
from bot.chat.turns import UNTOLD, Turn, Work, answer, open_turn
from bot.chat.views import digest_screens, screen_callbacks
from bot.chat.views.render import Rendered, split
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.errors import BotError, NoReadingError

CallbackContext: TypeAlias = ContextTypes.DEFAULT_TYPE
Callback: TypeAlias = Callable[[Update, CallbackContext], Coroutine[Any, Any, None]]

# By area: the screen that follows, a word in a box, or what is worked out and sent as a new message.
ON_SCREEN_CALLBACK: dict[str, Callable[[Turn, ScreenCallback], Awaitable[Rendered | str | Work]]] = {
    room_settings.AREA: room_settings.on_callback,
    digest_screens.AREA: digest_buttons.on_callback,
    channels.AREA: channels.on_callback,
    comparing.AREA: comparing.on_callback,
    operating.AREA: operating.on_callback,
    outlets.AREA: outlets.on_callback,
}


def on_callback_query(context: ChatContext) -> Callback:
    """The callback for presses: each is answered, and does something, once where it is tapped twice."""
    presses = Presses()

    async def callback(update: Update, callback_context: CallbackContext) -> None:
        query = update.callback_query
        if query is None:
            return
        if query.message is None:  # a button of an inline message, of which there are none
            await _tell(query, None)
            return
        message = _accessible(query.message)
        press = Press(
            chat_id=message.chat.id,
            message_id=message.message_id,
            user_id=query.from_user.id,
            data=query.data or "",
        )
        if presses.under_way(press):
            await _tell(query, None)
            return
        with presses.carrying_out(press, update.update_id) as repeated:
            async with presses.in_turn(press):
                turn = await open_turn(
                    context,
                    callback_context.bot,
                    message,
                    update.effective_user,
                    update.update_id,
                    Contents(),
                )
                turn.pressed = True
                effect = await _effect(turn, press.data)
                if not isinstance(effect, Anew):
                    await _show(turn, query, effect)
                    return
            await _tell(query, None)
            if not repeated:
                await answer(turn, effect.work, reply_to=message.message_id)

    return callback


async def _effect(turn: Turn, data: str) -> Effect:
    """What a press does, or what its error means."""
    try:
        callback = screen_callbacks.decode(data)
        if callback.area in ON_SCREEN_CALLBACK:
            done = await ON_SCREEN_CALLBACK[callback.area](turn, callback)
            if isinstance(done, Rendered):
                return Edit(done)
            return Alert(done) if isinstance(done, str) else Anew(done)
        return await reading_buttons.on_callback(turn, data)
    except UNTOLD:
        raise
    except NoReadingError:
        return Alert(turn.voice.say("button-stale"))
    except BotError as error:
        return Alert(turn.voice.explain(error))


async def _show(turn: Turn, query: CallbackQuery, effect: Edit | Alert) -> None:
    if isinstance(effect, Alert):
        await _tell(query, effect.text)
        return
    changed = await _edit(turn, effect.rendered)
    await _tell(query, None if changed else turn.voice.say("button-stale"))


async def _edit(turn: Turn, rendered: Rendered) -> bool:
    """Change the message that the button is under; False where it is gone."""
    try:
        await call(
            turn.bot.edit_message_text,
            text=next(iter(split(rendered.html)), ""),  # a message that is there can't become two
            chat_id=turn.origin.chat_id,
            message_id=turn.message.message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.buttons,
            link_preview_options=NO_PREVIEW,
        )
    except MessageMissingError:
        return False
    return True


async def _tell(query: CallbackQuery, text: str | None) -> None:
    """Every press is answered, or its button would keep on turning; `text` shows in a box."""
    await call(
        query.get_bot().answer_callback_query,
        query.id,
        text=None if text is None else alert(text),
        show_alert=text is not None,
    )


def _accessible(message: MaybeInaccessibleMessage) -> Message:
    """The message that a button is under; of one that Telegram keeps to itself, what is known of it."""
    if isinstance(message, Message):
        return message
    return Message(message_id=message.message_id, date=datetime.fromtimestamp(0, UTC), chat=message.chat)
