"""Posts digests: each message once, at Telegram's pace, pinned where that is wanted."""

from __future__ import annotations

import asyncio
import json
from hashlib import sha256

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.lost_topics import note_closed_topics, note_lost_topic
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.calls import MessageMissingError, call
from bot.chat.telegram.pace import Pace
from bot.chat.views.digest_cards import digest_html
from bot.chat.views.render import Rendered, split
from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan, DigestRun, Feed, Place
from bot.core.errors import ChatGoneError, TopicClosedError

log = structlog.get_logger(__name__)

# Messages under way at once. With 22 a second, no burst of them passes Telegram's 30; and where it says "too
# many", those that wait in their places keep the others from asking as well.
PLACES = 8
# Of what is told of feeds that have ended: far below broadcasts, and above what owners are told.
FIRST_NUMBER = -(1 << 61)


class DigestMessenger:
    """The port Messenger; its docstrings hold here."""

    def __init__(self, context: ChatContext, bot: Bot, pace: Pace | None = None) -> None:
        self._context = context
        self._bot = bot
        self._pace = pace or Pace()
        self._places = asyncio.Semaphore(PLACES)

    async def lay_out(self, plan: DigestPlan, digest: Digest) -> tuple[str, ...]:
        voice = await self._context.voice_in(plan.target.chat_id)
        return tuple(json.dumps({"html": html}) for html in split(digest_html(voice, digest)))

    async def post(self, plan: DigestPlan, run: DigestRun) -> None:
        place = plan.target
        first: int | None = None
        for number, part in enumerate(run.parts):
            reply = Reply(
                self._bot,
                self._context.outbox,
                ReplyTarget(
                    update_id=run.delivery_id,
                    chat_id=place.chat_id,
                    thread_id=place.topic_id or None,
                    first_part=number,
                ),
            )
            await self._pace.turn_of_chat(place.chat_id)
            async with self._places:
                await self._pace.turn_of_all()
                try:
                    sent = await reply.finish([Rendered(json.loads(part)["html"])])
                except TopicClosedError:
                    await note_closed_topics(
                        self._context, self._bot, place.chat_id, place.topic_id, run.delivery_id
                    )
                    raise
            first = first or sent[0]
            if reply.topic_lost:
                await note_lost_topic(
                    self._context, self._bot, place.chat_id, place.topic_id, run.delivery_id
                )
        if plan.pin and first is not None:
            await self._pin(place, first)

    async def tell_stopped(self, place: Place, feed: Feed) -> None:
        voice = await self._context.voice_in(place.chat_id)
        html = voice.html("feed-stopped", title=feed.title or feed.poll.url)
        reply = Reply(
            self._bot,
            self._context.outbox,
            ReplyTarget(
                update_id=_number_of(place, feed), chat_id=place.chat_id, thread_id=place.topic_id or None
            ),
        )
        try:
            await self._pace.turn(place.chat_id)
            await reply.finish([Rendered(html)])
        except (ChatGoneError, TelegramError) as error:
            log.warning("stopped_feed_not_told", error=type(error).__name__)

    async def _pin(self, place: Place, message_id: int) -> None:
        try:
            await call(
                self._bot.pin_chat_message,
                chat_id=place.chat_id,
                message_id=message_id,
                disable_notification=True,
            )
        except (TelegramError, ChatGoneError, MessageMissingError) as error:
            log.warning("digest_not_pinned", error=type(error).__name__)


def _number_of(place: Place, feed: Feed) -> int:
    """A number that no update and no posting has, the same for the same news and nobody else's."""
    told = f"{feed.feed_id} {place.chat_id} {place.topic_id}"
    return FIRST_NUMBER - int.from_bytes(sha256(told.encode()).digest()[:7])
