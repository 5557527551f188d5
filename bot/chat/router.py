"""Routes updates: python-telegram-bot's handlers, each of which opens a turn and has it answered."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Message, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.chat.callback_queries import on_callback_query
from bot.chat.contents import Contents, read_message
from bot.chat.context import ChatContext
from bot.chat.group_messages import note_links
from bot.chat.handlers import (
    asking,
    basics,
    channels,
    comparing,
    digest_command,
    digests,
    feeds,
    groups,
    operating,
    outlets,
    privacy,
    reading,
    room_settings,
)
from bot.chat.queueing.joining import Batch
from bot.chat.room_router import FromPeople, register_room_handlers
from bot.chat.turns import Said, Turn, Work, answer, open_turn

CallbackContext: TypeAlias = ContextTypes.DEFAULT_TYPE
Callback: TypeAlias = Callable[[Any, CallbackContext], Coroutine[Any, Any, None]]

# What is asked of Telegram, which keeps all else to itself. Named one by one: without the list it goes on
# with whatever was asked for the last time.
UPDATE_KINDS = (
    "message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "channel_post",
    "my_chat_member",
    "message_reaction",
    "message_reaction_count",
)

COMMANDS: dict[str, Work] = {
    "start": basics.on_start,
    "help": basics.on_help,
    "summarize": reading.on_summarize,
    "tldr": reading.on_summarize,
    "ask": asking.on_ask,
    "check": asking.on_check,
    "keywords": reading.on_keywords,
    "articles": basics.on_articles,
    "search": asking.on_search,
    "settings": basics.on_settings,
    "privacy": privacy.on_privacy,
    "export": privacy.on_export,
    "language": privacy.on_language,
    "channels": channels.on_channels,
    "digest": digest_command.on_digest,
    "catchup": digests.on_catchup,
    "compare": comparing.on_compare,
    "follow": feeds.on_follow,
    "unfollow": feeds.on_unfollow,
    "feeds": feeds.on_feeds,
    "rss": outlets.on_rss,
    "forget": basics.on_forget,
    "cancel": basics.on_cancel,
}

# What differs in a group.
IN_GROUPS: dict[str, Work] = {
    "summarize": groups.on_summarize,
    "tldr": groups.on_summarize,
    "settings": room_settings.on_settings,
}

# What only owners can do.
FOR_OWNERS: dict[str, Work] = {
    "allow": operating.on_allow,
    "deny": operating.on_deny,
    "stats": operating.on_stats,
    "broadcast": operating.on_broadcast,
}


def register(application: Application[Any, Any, Any, Any, Any, Any], context: ChatContext) -> None:
    """Have every new message, joined messages and every button answered; edited messages trigger nothing."""
    private = filters.ChatType.PRIVATE
    new = filters.UpdateType.MESSAGE & FromPeople()
    handlers: list[BaseHandler[Any, Any, Any]] = [
        TypeHandler(Batch, _bundle(context)),
        CallbackQueryHandler(on_callback_query(context)),
        *(
            CommandHandler(name, _message(context, work), filters=new & filters.ChatType.GROUPS)
            for name, work in IN_GROUPS.items()
        ),
        *(CommandHandler(name, _message(context, work), filters=new) for name, work in COMMANDS.items()),
        *(
            CommandHandler(name, _message(context, work), filters=new & operating.owners_only(context))
            for name, work in FOR_OWNERS.items()
        ),
        # In a group an unknown command is somebody else's, and what people write to each other too.
        MessageHandler(new & private & filters.COMMAND, _message(context, basics.on_unknown_command)),
        MessageHandler(
            new & private & filters.StatusUpdate.CHAT_SHARED, _message(context, channels.on_chosen)
        ),
        MessageHandler(
            new & private & filters.FORWARDED & ~filters.COMMAND, _message(context, _on_forwarded)
        ),
        MessageHandler(new & private & feeds.FeedLists(), _message(context, feeds.on_sent_list)),
        MessageHandler(new & private & ~filters.StatusUpdate.ALL, _message(context, reading.on_message)),
    ]
    for handler in handlers:
        application.add_handler(handler)
    register_room_handlers(application, context)


async def _on_forwarded(turn: Turn) -> Said:
    """A post of one's own channel leads to the channel's settings; anything else is read."""
    channel_id = channels.channel_of(turn)
    said = None if channel_id is None else await channels.on_forwarded(turn, channel_id)
    return said or await reading.on_message(turn)


def _message(context: ChatContext, work: Work) -> Callback:
    async def on_message(update: Update, callback_context: CallbackContext) -> None:
        message = update.effective_message
        if message is not None:
            contents = read_message(message)
            await note_links(context, message, contents)
            await answer(await _turn(context, callback_context, update, message, contents), work)

    return on_message


def _bundle(context: ChatContext) -> Callback:
    async def on_batch(batch: Batch, callback_context: CallbackContext) -> None:
        messages = [update.effective_message for update in batch.updates]
        parts = [read_message(message) for message in messages if message is not None]
        first = batch.first.effective_message

        async def work(turn: Turn) -> Said:
            return await reading.on_bundle(turn, parts)

        if first is not None:
            await answer(await _turn(context, callback_context, batch.first, first, Contents()), work)

    return on_batch


async def _turn(
    context: ChatContext,
    callback_context: CallbackContext,
    update: Update,
    message: Message,
    contents: Contents,
) -> Turn:
    return await open_turn(
        context, callback_context.bot, message, update.effective_user, update.update_id, contents
    )
