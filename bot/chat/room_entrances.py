"""Where updates of groups come in that are no commands: messages, reactions, comings and goings."""

from __future__ import annotations

from typing import Any, TypeAlias

from telegram import Message, Update
from telegram.ext import (
    Application,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.chat import groups, hearing, membership
from bot.chat.front_desk import FrontDesk

Context: TypeAlias = ContextTypes.DEFAULT_TYPE


class FromPeople(filters.MessageFilter):
    """Messages that people wrote: to bots nothing is answered, or two of them would talk for ever."""

    def filter(self, message: Message) -> bool:
        """Whether a person wrote it."""
        return hearing.is_from_people(message)


def register_rooms(application: Application[Any, Any, Any, Any, Any, Any], desk: FrontDesk) -> None:
    """Have what is said and done in groups heard. To be called after commands have their handlers."""

    async def on_group_message(update: Update, context: Context) -> None:
        if update.message is not None:
            await groups.hear(desk, context.bot, update, update.message)

    async def on_reaction(update: Update, context: Context) -> None:
        if update.message_reaction is not None:
            await groups.hear_reaction(desk, context.bot, update, update.message_reaction)

    async def on_own_status(update: Update, context: Context) -> None:
        if update.my_chat_member is not None:
            await membership.on_own_status(desk, context.bot, update.my_chat_member, update.update_id)

    async def on_migration(update: Update, context: Context) -> None:
        del context
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            await membership.on_migration(desk, message.chat.id, message.migrate_to_chat_id)
        elif message is not None and message.migrate_from_chat_id is not None:
            await membership.on_migration(desk, message.migrate_from_chat_id, message.chat.id)

    new, in_groups = filters.UpdateType.MESSAGE, filters.ChatType.GROUPS
    application.add_handlers(
        [
            MessageHandler(new & filters.StatusUpdate.MIGRATE, on_migration),
            MessageHandler(new & in_groups & ~filters.StatusUpdate.ALL, on_group_message),
            MessageReactionHandler(
                on_reaction, message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED
            ),
            ChatMemberHandler(on_own_status, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
