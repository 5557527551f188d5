"""Who is served: where the bot is for listed people only, nobody else's updates reach the handlers."""

from __future__ import annotations

from typing import Any

from telegram import Bot, InlineQueryResultsButton, Update
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    CommandHandler,
    ContextTypes,
    TypeHandler,
    filters,
)

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.queueing.joining import Batch
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.calls import call
from bot.chat.views import reading_callbacks
from bot.chat.views.render import Rendered, escape, one_line
from bot.core.readings import Preferences

GATE = -1  # the group of handlers that is asked first
# What everybody may do: see what is kept of them, and have it erased.
FOR_EVERYBODY = ("privacy", "export", "forget")


def register_gate(application: Application[Any, Any, Any, Any, Any, Any], context: ChatContext) -> None:
    """Have everything looked at before it is handled. Does nothing where everybody is served."""
    if not context.operation.policy.listed:
        return

    async def look(job: Update | Batch, callback_context: ContextTypes.DEFAULT_TYPE) -> None:
        update = job.first if isinstance(job, Batch) else job
        # What came together is read, and never a command, also where its first message looks like one.
        if update is job and is_for_everybody(update):
            return
        if await context.operation.serves(_subjects(update) | await _behind_a_channel(context, update)):
            return
        await _refuse(context, callback_context.bot, update)
        raise ApplicationHandlerStop

    application.add_handler(TypeHandler(Update, look), group=GATE)
    application.add_handler(TypeHandler(Batch, look), group=GATE)


def is_for_everybody(update: Update) -> bool:
    """Whether an update is let through from anybody: the bot's own comings and goings, the word that a group
    has another number now, and these commands.
    """
    if update.my_chat_member is not None or _is_of_a_move(update):
        return True
    if update.callback_query is not None:
        return isinstance(
            reading_callbacks.decode(update.callback_query.data or ""), reading_callbacks.Forget
        )
    # Judged as the handlers behind the gate judge: another bot's command is none.
    return _COMMANDS.check_update(update) not in (None, False)


def _is_of_a_move(update: Update) -> bool:
    moves = (update.message.migrate_to_chat_id, update.message.migrate_from_chat_id) if update.message else ()
    return any(number is not None for number in moves)


async def _let_in(update: Update, callback_context: ContextTypes.DEFAULT_TYPE) -> None:
    """Only to ask a handler whether it would take an update."""


_COMMANDS: CommandHandler[Any, None] = CommandHandler(
    FOR_EVERYBODY, _let_in, filters=filters.UpdateType.MESSAGE
)


def _subjects(update: Update) -> set[int]:
    sides = (update.effective_user, update.effective_chat, update.effective_sender)
    return {side.id for side in sides if side is not None}


async def _behind_a_channel(context: ChatContext, update: Update) -> set[int]:
    """Of a channel's post, there or in the group where it is discussed, who let the bot into the channel.

    A post has no author, and no command can be written in a channel that would let it in.
    """
    message = update.effective_message
    if update.channel_post is not None or update.edited_channel_post is not None:
        channel = update.effective_chat
    elif message is not None and message.is_automatic_forward:
        channel = message.sender_chat
    else:
        return set()
    added_by = None if channel is None else (await context.rooms.room(channel.id)).added_by
    return set() if added_by is None else {added_by}


async def _refuse(context: ChatContext, bot: Bot, update: Update) -> None:
    """Say so, in private and where somebody pressed or typed; in a group nothing is said."""
    person = update.effective_user
    if person is None:
        return
    voice = context.localization.voice(Preferences(), person.language_code)
    text = voice.say("access-denied", id=str(person.id))
    if update.callback_query is not None:
        await call(bot.answer_callback_query, update.callback_query.id, text=text, show_alert=True)
    elif update.inline_query is not None:
        # Above the empty list, and it opens the private chat, where there is room for more words.
        label = voice.say("access-denied-inline", id=str(person.id))
        button = InlineQueryResultsButton(one_line(label, 60), start_parameter="inline")
        query_id = update.inline_query.id
        await call(bot.answer_inline_query, query_id, [], cache_time=0, is_personal=True, button=button)
    elif update.message is not None and update.message.chat.id == person.id:
        reply = Reply(
            bot,
            context.outbox,
            ReplyTarget(update_id=update.update_id, chat_id=person.id, trigger_id=update.message.message_id),
        )
        await reply.finish([Rendered(escape(text))])
