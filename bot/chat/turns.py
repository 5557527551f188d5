"""A turn: one message or button of a person, and the answer to it.

Handlers are plain functions from a `Turn` to what is said. What all of them need is here: who speaks and in
which language, the placeholder when it takes long, and the words for errors.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, Chat, Message, User
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.chat import working_reaction
from bot.chat.contents import Contents
from bot.chat.context import ChatContext, ChatServices
from bot.chat.delivery import Reply
from bot.chat.lost_topics import note_lost_topic
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.calls import call
from bot.chat.views.answer_cards import AnswerCards
from bot.chat.views.labels import Labels
from bot.chat.views.render import Rendered, escape, split
from bot.chat.views.summary_cards import SummaryCards
from bot.chat.views.voice import Voice
from bot.core.errors import BotError, ChatGoneError, DatabaseError, NoReadingError
from bot.core.readings import Preferences, Reading
from bot.services.views import Origin

# Nobody is told of these: the first means that nobody is there, the second is the operator's to mend.
UNTOLD = (ChatGoneError, DatabaseError)


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered in new messages, and what they are about."""

    parts: tuple[Rendered, ...]
    readings: tuple[Reading, ...] = ()
    questions: tuple[str, ...] = ()  # for an answer: what was asked, with the earlier questions
    links: tuple[str, ...] = ()  # pages that buttons can fetch


@dataclass(slots=True, kw_only=True)
class Turn:
    """One message of a person, or one press of a button under `message`."""

    context: ChatContext
    bot: Bot
    origin: Origin
    message: Message
    person: User | None
    preferences: Preferences
    voice: Voice
    contents: Contents = field(default_factory=Contents)
    doing: str = ""  # HTML of the placeholder, if it takes long
    pressed: bool = False  # a button under `message`, which is then not the person's own

    @property
    def services(self) -> ChatServices:
        """The use cases."""
        return self.context.services

    @property
    def summaries(self) -> SummaryCards:
        """What sets summaries as messages here."""
        return self.context.localization.summary_cards(self.voice, self.preferences)

    @property
    def answers(self) -> AnswerCards:
        """What sets answers as messages here."""
        return AnswerCards(self.voice)

    @property
    def labels(self) -> Labels:
        """What articles are called here."""
        return Labels(self.voice)

    @property
    def personal(self) -> bool:
        """Whether nobody else is in the chat."""
        return self.message.chat.type == ChatType.PRIVATE

    @property
    def thread_id(self) -> int | None:
        """The topic that it happens in, where the chat has topics."""
        return self.message.message_thread_id if self.message.is_topic_message else None

    async def may_manage(self) -> bool:
        """Whether this person may change the settings of the chat."""
        written = None if self.pressed else self.message
        rights = self.context.rights
        return await rights.may_manage(self.bot, self.message.chat, self.person, written)

    async def runs(self, chat_id: int) -> bool:
        """Whether this person is an administrator of a chat, which can be another than this one."""
        person_id = self.person.id if self.person else 0
        return await self.context.rights.is_administrator(self.bot, chat_id, person_id)

    def say(self, key: str, **values: Any) -> Said:
        """A message of prompts/ as the whole answer."""
        return Said((Rendered(self.voice.html(key, **values)),))

    def show(
        self,
        rendered: Rendered,
        readings: Sequence[Reading] = (),
        questions: Sequence[str] = (),
        links: Sequence[str] = (),
    ) -> Said:
        """A message as the whole answer; if it is too long, in several, with the buttons under the last."""
        *first, last = split(rendered.html) or [""]
        parts = (*map(Rendered, first), Rendered(last, rendered.keyboard))
        return Said(parts, tuple(readings), tuple(questions), tuple(links))

    async def replied(self) -> tuple[Reading, ...]:
        """The readings of the message that this one replies to; none where it replies to nothing known."""
        answered = self.message.reply_to_message
        if answered is None:
            return ()
        return await self.services.library.readings_of(self.origin, answered.message_id)

    async def subject(self) -> tuple[Reading, ...]:
        """What this is about: the readings that it replies to, or those at hand. Raises NoReadingError."""
        readings = await self.replied() or await self.services.reader.at_hand(self.origin)
        if not readings:
            raise NoReadingError
        return readings

    async def reading(self, reading_id: int) -> Reading:
        """A reading that this person may use here. Raises NoReadingError."""
        return await self.services.reader.reading(reading_id, self.origin, personal=self.personal)


Work = Callable[[Turn], Awaitable[Said]]


async def open_turn(
    context: ChatContext, bot: Bot, message: Message, person: User | None, update_id: int, contents: Contents
) -> Turn:
    """The turn of a person who has written a message, or pressed a button under one."""
    chat: Chat = message.chat
    user_id = person.id if person else chat.id
    origin = Origin(chat_id=chat.id, user_id=user_id, update_id=update_id)
    if person:
        preferences = await context.services.library.receive(origin, person.language_code)
    else:
        preferences = await context.services.library.preferences(origin)
    voice = context.localization.voice(preferences, person.language_code if person else None)
    return Turn(
        context=context,
        bot=bot,
        origin=origin,
        message=message,
        person=person,
        preferences=preferences,
        voice=voice,
        contents=contents,
        doing=voice.html("doing-thinking"),
    )


async def answer(turn: Turn, work: Work, *, reply_to: int | None = None) -> None:
    """Do what is asked and bring the answer to the chat, in the manner of `Reply`."""
    message = turn.message
    reply = Reply(
        turn.bot,
        turn.context.outbox,
        ReplyTarget(
            update_id=turn.origin.update_id or 0,
            chat_id=turn.origin.chat_id,
            trigger_id=message.message_id,
            thread_id=turn.thread_id,
            reply_to=reply_to if turn.personal else message.message_id,
        ),
    )
    said = await _outcome(turn, work, reply)
    sent = await reply.finish(said.parts)
    if reply.topic_lost:
        topic_id, update_id = message.message_thread_id or 0, turn.origin.update_id or 0
        await note_lost_topic(
            turn.context, turn.bot, turn.origin.chat_id, topic_id, update_id, message.chat.title
        )
    # A reply to one's own link or question is a reply to what it was about, too.
    own = (message.message_id,) if said.readings and reply_to is None else ()
    for message_id in (*sent, *own) if said.readings or said.links else ():
        await turn.services.library.note_message(
            turn.origin, message_id, said.readings, said.questions, said.links
        )


async def _outcome(turn: Turn, work: Work, reply: Reply) -> Said:
    """What the work says, or what its error means."""
    task = asyncio.ensure_future(work(turn))
    reacted = False
    try:
        await asyncio.wait({task}, timeout=turn.context.operation.policy.placeholder_s)
        if not task.done():
            reacted = await _show_progress(turn, reply)
        return await task
    except UNTOLD:
        raise
    except BotError as error:
        return Said((Rendered(escape(turn.voice.explain(error))),))
    finally:
        task.cancel()
        if reacted:
            await working_reaction.clear(turn.bot, turn.origin.chat_id, turn.message.message_id)
        del task  # its error holds this frame: a ring, and the page that could not be read would stay with it


async def _show_progress(turn: Turn, reply: Reply) -> bool:
    """Show that work is being done; says whether by a reaction to the person's message, to be taken away."""
    if not turn.personal and await working_reaction.show(
        turn.bot, turn.origin.chat_id, turn.message.message_id
    ):
        return True
    await reply.placeholder(turn.doing)
    with suppress(TelegramError):  # "typing" is a courtesy, and no reason to give up on the answer
        await call(
            turn.bot.send_chat_action,
            chat_id=turn.origin.chat_id,
            action=ChatAction.TYPING,
            message_thread_id=turn.thread_id,
        )
    return False
