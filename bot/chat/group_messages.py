"""Messages and reactions in groups, from when they come in until they are answered, or left alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from telegram import Bot, Message, MessageReactionUpdated, ReactionTypeEmoji, Update
from telegram.constants import ChatType

from bot.chat import addressing, sharing
from bot.chat.addressing import AddressedBy
from bot.chat.contents import Contents, read_message
from bot.chat.context import ChatContext
from bot.chat.handlers import groups
from bot.chat.turns import UNTOLD, Said, Turn, Work, answer, open_turn
from bot.core.errors import BotError
from bot.core.remarks import is_greeting, is_remark
from bot.core.rooms import Auto

EYES = "👀"  # the reaction that asks for a summary


async def on_message(context: ChatContext, bot: Bot, update: Update, message: Message) -> None:
    """Answer a message in a group that is no command, if it is meant for the bot; remember its links."""
    if not addressing.is_from_people(message):
        return
    contents = read_message(message)
    await note_links(context, message, contents)
    await sharing.note_reply(context, message)
    await sharing.note_shared(context, message, contents)
    if addressing.command_in_caption(message, bot.username) in {"tldr", "summarize"}:
        await answer(await _turn(context, bot, update, message, contents), groups.on_caption)
        return
    called = addressing.addressed_by(message, bot.id, bot.username)
    if called is AddressedBy.NOT:
        await _summarize_unasked(context, bot, update, message, contents)
    elif called is AddressedBy.MENTION:
        contents = addressing.without_mention(contents, addressing.mention_in(message, bot.username) or "")
        await answer(await _turn(context, bot, update, message, contents), groups.on_mention)
    else:
        await _take_reply(await _turn(context, bot, update, message, contents))


async def note_links(context: ChatContext, message: Message, contents: Contents) -> None:
    """Remember the links of a message in a group for /tldr, and for those who ask by a reaction."""
    if contents.links and message.chat.type != ChatType.PRIVATE:
        await context.rooms.note_links(
            message.chat.id,
            addressing.topic_of(message),
            message.message_id,
            contents.links,
            context.clock.now(),
        )


async def on_reaction(
    context: ChatContext, bot: Bot, update: Update, reaction: MessageReactionUpdated
) -> None:
    """Summarise what a message links to when somebody reacts with eyes, where that is switched on."""
    chat_id, message_id = reaction.chat.id, reaction.message_id
    await sharing.note_reaction(context, reaction)
    if reaction.user is None or reaction.user.is_bot or not _is_new(reaction):
        return
    topic_id, urls = await context.rooms.links_of(chat_id, message_id, context.clock.now())
    if not urls or await context.rooms.auto(chat_id, topic_id) is Auto.OFF:
        return
    # Telegram tells of a reaction without the message; this is what is known of that.
    message = Message(
        message_id=message_id,
        date=datetime.fromtimestamp(0, UTC),
        chat=reaction.chat,
        message_thread_id=topic_id or None,
        is_topic_message=bool(topic_id),
    )
    turn = await open_turn(context, bot, message, reaction.user, update.update_id, Contents(links=urls))
    if not await context.services.library.readings_of(turn.origin, message_id):  # else it was read before
        await answer(turn, groups.on_links)


async def _summarize_unasked(
    context: ChatContext, bot: Bot, update: Update, message: Message, contents: Contents
) -> None:
    """Summarise a link that nobody asked about, where an administrator has switched that on."""
    if await context.rooms.auto(message.chat.id, addressing.topic_of(message)) is not Auto.ON:
        return
    turn = await _turn(context, bot, update, message, contents)
    if await groups.is_readable(turn, contents):
        await answer_if_it_works(turn, groups.on_links)


async def answer_if_it_works(turn: Turn, work: Callable[[Turn], Awaitable[Said]]) -> None:
    """Answer what nobody has asked: a page that can't be read is passed over in silence."""
    try:
        said = await work(turn)
    except UNTOLD:
        raise
    except BotError:
        return
    if said.readings:
        await answer(turn, _already(said))


def _already(said: Said) -> Work:
    async def work(turn: Turn) -> Said:
        del turn
        return said

    return work


async def _take_reply(turn: Turn) -> None:
    """A reply to the bot is a question where the bot had said something about an article.

    Thanks, greetings and pictures ask nothing, and in a group they are left alone.
    """
    text = turn.contents.text
    if not any(map(str.isalnum, text)) or is_remark(text) or is_greeting(text):
        return
    readings = await turn.replied()
    if not readings and not turn.contents.links:
        return

    async def work(turn: Turn) -> Said:
        return await groups.on_reply(turn, readings)

    await answer(turn, work)


async def _turn(context: ChatContext, bot: Bot, update: Update, message: Message, contents: Contents) -> Turn:
    return await open_turn(context, bot, message, message.from_user, update.update_id, contents)


def _is_new(reaction: MessageReactionUpdated) -> bool:
    """Whether somebody has just reacted with eyes."""
    old, new = (
        {one.emoji for one in some if isinstance(one, ReactionTypeEmoji)}
        for some in (reaction.old_reaction, reaction.new_reaction)
    )
    return EYES in new and EYES not in old
