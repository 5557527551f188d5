"""Messages to everybody: sent one by one at Telegram's pace, on from where it was after a crash."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.chat.context import ChatContext
from bot.chat.delivery import Reply
from bot.chat.sending import ReplyTarget
from bot.chat.telegram import calls
from bot.chat.telegram.pace import Pace
from bot.chat.views.render import Rendered, escape, split
from bot.chat.views.voice import Voice
from bot.core.errors import ChatGoneError, DatabaseError
from bot.logs import place_of
from bot.ports.operators import Broadcast

log = structlog.get_logger(__name__)

# Answers are known by the number of their update: Telegram's are above zero, those that the inbox gives just
# below. Broadcasts use numbers far below, digests (`bot.core.digests.followings.DigestRun`) yet lower ones.
FIRST_NUMBER = -(2**48)
RETRY_S = 10.0
LOOK_EVERY_S = 10.0  # another process may have taken in the command that begins one


class Broadcaster:
    """Brings broadcasts to everybody, and tells the owner how it went."""

    def __init__(self, context: ChatContext, bot: Bot, pace: Pace | None = None) -> None:
        self._context = context
        self._store = context.operation.broadcasts.store
        self._bot = bot
        self._pace = pace or Pace()

    async def run(self) -> None:
        """For ever: what was under way when the program ended, and what is begun."""
        while True:
            self._context.operation.broadcasts.begun.clear()
            try:
                broadcast = await self._store.broadcast_under_way()
                if broadcast is not None:
                    await self.bring(broadcast)
                    continue
            except DatabaseError:
                log.error("broadcast_interrupted")  # noqa: TRY400 - the traceback holds the text
                await asyncio.sleep(RETRY_S)
                continue
            except Exception as error:  # noqa: BLE001 - nobody foresaw it, and the next one may fare better
                log.error("broadcast_broke_off", at=place_of(error))  # noqa: TRY400 - as above
                await asyncio.sleep(RETRY_S)
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self._context.operation.broadcasts.begun.wait(), LOOK_EVERY_S)

    async def bring(self, broadcast: Broadcast) -> None:
        """Write to all who are left, then report. Who was next when the program died is left out."""
        parts = [Rendered(part) for part in split(escape(broadcast.text))]
        while (user_id := await self._store.next_recipient(broadcast)) is not None:
            await self._pace.turn(user_id)
            outcome = await self._write(broadcast, user_id, parts)
            await self._store.count_outcome(broadcast.broadcast_id, outcome)
        over = await self._store.finish_broadcast(broadcast.broadcast_id, stopped=False)
        log.info("broadcast_over", sent=over.sent, unreachable=over.unreachable, failed=over.failed)
        voice = await self._context.voice_in(over.owner_id)
        await self._write(over, over.owner_id, [Rendered(escape(report(voice, over)))])

    async def _write(self, broadcast: Broadcast, user_id: int, parts: list[Rendered]) -> str:
        number = FIRST_NUMBER - broadcast.broadcast_id
        # A part of its own for each person: numbers of people are unique, and so are these.
        reply = Reply(
            self._bot,
            self._context.outbox,
            ReplyTarget(update_id=number, chat_id=user_id, first_part=user_id * len(parts)),
        )
        try:
            await reply.finish(parts)
        except ChatGoneError:
            outcome = "unreachable"
        except TelegramError as error:
            log.warning("broadcast_refused", error=type(error).__name__)
            outcome = "failed"
        except calls.OTHER_SHAPE as error:  # the answer for one, and no reason to leave out the others
            log.error("broadcast_broke_off", at=place_of(error))  # noqa: TRY400 - the traceback holds the text
            outcome = "failed"
        else:
            return "sent"
        await self._context.outbox.gone(number, user_id * len(parts))
        return outcome


def report(voice: Voice, broadcast: Broadcast) -> str:
    """How far a broadcast has come, or how it went."""
    state = "running" if broadcast.finished_at is None else "stopped" if broadcast.stopped else "done"
    return voice.say(
        "broadcast-report",
        state=state,
        sent=broadcast.sent,
        unreachable=broadcast.unreachable,
        failed=broadcast.failed,
    )
