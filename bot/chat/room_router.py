"""Routes updates that are no message to the bot alone: talk in groups, posts, reactions, inline queries."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Bot, Message, Update
from telegram.ext import (
    Application,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.chat import addressing, channel_posts, group_messages, inline, membership, sharing
from bot.chat.context import ChatContext

CallbackContext: TypeAlias = ContextTypes.DEFAULT_TYPE
OnUpdate: TypeAlias = Callable[[ChatContext, Bot, Update], Coroutine[Any, Any, None]]


class FromPeople(filters.MessageFilter):
    """Messages that people wrote: to bots nothing is answered, or two of them would talk for ever."""

    def filter(self, message: Message) -> bool:
        """Whether a person wrote it."""
        return addressing.is_from_people(message)


def register_room_handlers(
    application: Application[Any, Any, Any, Any, Any, Any], context: ChatContext
) -> None:
    """Route what is said and done in groups. To be called after commands have their handlers."""

    def on(react: OnUpdate) -> Callable[[Update, CallbackContext], Coroutine[Any, Any, None]]:
        async def run(update: Update, callback_context: CallbackContext) -> None:
            await react(context, callback_context.bot, update)

        return run

    new, in_groups = filters.UpdateType.MESSAGE, filters.ChatType.GROUPS
    application.add_handlers(
        [
            MessageHandler(new & filters.StatusUpdate.MIGRATE, on(_on_migration)),
            MessageHandler(new & filters.IS_AUTOMATIC_FORWARD, on(_on_forward)),
            MessageHandler(filters.UpdateType.CHANNEL_POST, on(_on_post)),
            MessageHandler(new & in_groups & ~filters.StatusUpdate.ALL, on(_on_group_message)),
            MessageReactionHandler(on(_on_reaction)),
            InlineQueryHandler(on(_on_inline_query)),
            ChosenInlineResultHandler(on(_on_chosen)),
            ChatMemberHandler(on(_on_own_status), ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )


async def _on_group_message(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.message is not None:
        await group_messages.on_message(context, bot, update, update.message)


async def _on_post(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.channel_post is not None:
        await channel_posts.on_post(context, bot, update.channel_post)


async def _on_forward(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.message is not None:
        await channel_posts.on_forward(context, bot, update, update.message)


async def _on_reaction(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.message_reaction is not None:
        await group_messages.on_reaction(context, bot, update, update.message_reaction)
    elif update.message_reaction_count is not None:
        await sharing.note_reaction_count(context, update.message_reaction_count)


async def _on_own_status(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.my_chat_member is not None:
        await membership.on_own_status(context, bot, update.my_chat_member, update.update_id)


async def _on_inline_query(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.inline_query is not None:
        await inline.answer_query(context, bot, update.inline_query, update.update_id)


async def _on_chosen(context: ChatContext, bot: Bot, update: Update) -> None:
    if update.chosen_inline_result is not None:
        await inline.finish_chosen(context, bot, update.chosen_inline_result, update.update_id)


async def _on_migration(context: ChatContext, bot: Bot, update: Update) -> None:
    del bot
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await membership.on_migration(context, message.chat.id, message.migrate_to_chat_id)
    elif message is not None and message.migrate_from_chat_id is not None:
        await membership.on_migration(context, message.migrate_from_chat_id, message.chat.id)
