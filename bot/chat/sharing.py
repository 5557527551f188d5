"""What a group or a channel shares, kept for its digest where an administrator switched that on."""

from __future__ import annotations

from telegram import Message, MessageReactionCountUpdated, MessageReactionUpdated
from telegram.constants import ChatType

from bot.chat import addressing
from bot.chat.contents import Contents
from bot.chat.context import ChatContext
from bot.core.digests.discussion import LONGEST_KEPT, Said
from bot.core.digests.followings import Place, Shared
from bot.core.rooms import Room, message_link
from bot.services.views import TextSource

MOST_LINKS = 20  # of one message


async def note_shared(context: ChatContext, message: Message, contents: Contents) -> None:
    """Keep the links of a message, or its long text, without who posted it unless that is switched on.

    What people say is kept for a few days for /catchup, beside.
    """
    room = await context.rooms.room(message.chat.id)
    if not room.keep or contents.text.startswith("/"):
        return
    if message.chat.type != ChatType.CHANNEL:
        await _note_said(context, room, message, contents)
    for url in contents.links[:MOST_LINKS]:
        await context.services.digests.store.share(_shared(context, room, message, url=url))
    if not contents.links and await context.services.reader.is_article(contents.text):
        source = TextSource(text=contents.text, url=contents.source_url, site=contents.source_name)
        version = (await context.services.digests.intake.take_in(source)).version
        await context.services.digests.store.share(_shared(context, room, message, version=version))


async def note_reply(context: ChatContext, message: Message) -> None:
    """One more reply to what was shared."""
    target = addressing.reply_target(message)
    if target is not None:
        await context.services.digests.store.count_reply(message.chat.id, target.message_id)


async def note_reaction(context: ChatContext, reaction: MessageReactionUpdated) -> None:
    """Somebody likes what was shared, or no longer does; Telegram tells of one person at a time."""
    change = len(reaction.new_reaction) - len(reaction.old_reaction)
    if change:
        await context.services.digests.store.add_reactions(reaction.chat.id, reaction.message_id, change)


async def note_reaction_count(context: ChatContext, counted: MessageReactionCountUpdated) -> None:
    """How many reactions a post of a channel has."""
    total = sum(one.total_count for one in counted.reactions)
    await context.services.digests.store.count_reactions(counted.chat.id, counted.message_id, total)


async def _note_said(context: ChatContext, room: Room, message: Message, contents: Contents) -> None:
    target = addressing.reply_target(message)
    topic_id = addressing.topic_of(message)
    words = Said(
        message_id=message.message_id,
        text=contents.text[:LONGEST_KEPT],
        at=context.clock.now(),
        reply_to=target.message_id if target else None,
        link=message_link(room, message.message_id, topic_id),
    )
    user_id = message.from_user.id if message.from_user else None
    await context.services.digests.store.note_said(
        Place(chat_id=message.chat.id, topic_id=topic_id), words, user_id
    )


def _shared(
    context: ChatContext, room: Room, message: Message, *, url: str | None = None, version: str | None = None
) -> Shared:
    topic_id = addressing.topic_of(message)
    return Shared(
        place=Place(chat_id=message.chat.id, topic_id=topic_id),
        message_id=message.message_id,
        url=url,
        version=version,
        shared_at=context.clock.now(),
        user_id=message.from_user.id if room.names and message.from_user else None,
        message_link=message_link(room, message.message_id, topic_id),
    )
