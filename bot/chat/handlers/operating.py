"""What those who run the bot ask of it: who is let in, how much there is, a message to everybody."""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardMarkup, MessageEntity
from telegram.ext import filters

from bot.chat.broadcasting import report
from bot.chat.context import ChatContext
from bot.chat.requests import after_command, whole_number
from bot.chat.turns import Said, Turn, Work
from bot.chat.views import screen_callbacks
from bot.chat.views.render import Rendered, escape, split, tag
from bot.chat.views.screen_callbacks import ScreenCallback

AREA = "cast"
MOST_CHARACTERS = 3500  # of a broadcast
MEGABYTE = 2**20


def owners_only(context: ChatContext) -> filters.BaseFilter:
    """Lets owners' messages through; to all others these commands are not there."""
    return filters.User(context.operation.policy.owners) if context.operation.policy.owners else ~filters.ALL


async def on_allow(turn: Turn) -> Said:
    """/allow: lets a person or a chat in, by number, by a reply to one of their messages, or this group."""
    subject_id = _subject(turn)
    if subject_id is None:
        return turn.say("allow-usage")
    new = await turn.context.operation.operators.admit(subject_id, turn.origin.user_id)
    return _noted(turn, "allow-done" if new else "allow-already", subject_id)


async def on_deny(turn: Turn) -> Said:
    """/deny: the other way round. What is kept of them stays until retention or /forget."""
    subject_id = _subject(turn)
    if subject_id is None:
        return turn.say("allow-usage")
    known = await turn.context.operation.operators.dismiss(subject_id)
    return _noted(turn, "deny-done" if known else "deny-unknown", subject_id)


def _noted(turn: Turn, key: str, subject_id: int) -> Said:
    """What has become of it; where everybody is served, that it makes no difference."""
    return turn.say(key if turn.context.operation.policy.listed else "access-open", id=str(subject_id))


async def on_stats(turn: Turn) -> Said:
    """/stats: how much there is."""
    told = await turn.context.operation.operators.statistics()
    numbers: dict[str, Any] = {name: getattr(told, name) for name in told.__slots__}
    numbers["waiting"] = max(0, told.waiting - 1)  # the message that asks is none that waits
    numbers["megabytes"] = round(numbers.pop("database_bytes") / MEGABYTE, 1)
    return turn.say("stats", **numbers)


async def on_broadcast(turn: Turn) -> Said:
    """/broadcast TEXT: asks before it goes to everybody; without a text it tells how far the last one is."""
    if not turn.personal:
        return turn.say("broadcast-private")
    text = after_command(turn.message.text or "").strip()
    if not text:
        return await _progress(turn)
    if len(text) > MOST_CHARACTERS:
        return turn.say("broadcast-too-long", limit=MOST_CHARACTERS)
    operation = turn.context.operation
    people = await operation.broadcasts.store.audience(turn.origin.user_id)
    if not people:
        return turn.say("broadcast-nobody")
    asked = turn.voice.html("broadcast-ask", people=people)
    buttons = [
        [screen_callbacks.button(turn.voice.say("button-broadcast"), AREA, "send", turn.message.message_id)],
        [screen_callbacks.button(turn.voice.say("button-broadcast-drop"), AREA, "drop")],
    ]
    html = "\n\n".join([asked, tag("blockquote", escape(text))])
    if len(split(html)) > 1:  # it may be sent as it is shown above the button; emoji count twice for Telegram
        return turn.say("broadcast-too-long", limit=MOST_CHARACTERS)
    operation.broadcasts.drafts[turn.origin.user_id] = f"{turn.message.message_id}:{text}"
    return turn.show(Rendered(html, InlineKeyboardMarkup(buttons)))


async def on_callback(turn: Turn, callback: ScreenCallback) -> Rendered | str | Work:
    """A button of a broadcast, whoever presses it."""
    operation, user_id = turn.context.operation, turn.origin.user_id
    if user_id not in operation.policy.owners:
        return turn.voice.say("button-unknown")
    if callback.verb == "stop":
        return await _stop(turn)
    draft = operation.broadcasts.drafts.pop(user_id, None)
    if callback.verb != "send":
        return Rendered(turn.voice.html("broadcast-dropped"))
    text = await _shown(turn) if draft is None else _of(draft, callback.word(0))
    if not text:
        return turn.voice.say("button-stale")
    if await operation.broadcasts.store.begin_broadcast(user_id, text) is None:
        return turn.voice.say("broadcast-busy")
    operation.broadcasts.begun.set()
    return Rendered(turn.voice.html("broadcast-begun"), _stop_button(turn))


def _of(draft: str, wanted: str) -> str:
    """The text of a draft, where it is the one that is wanted."""
    number, _, text = draft.partition(":")
    return text if number == wanted else ""


async def _shown(turn: Turn) -> str:
    """The text that is shown above the button: another process, or this one before it was started anew, has
    the draft. Empty where it was sent already.
    """
    last = await turn.context.operation.broadcasts.store.last_broadcast()
    if last is not None and last.owner_id == turn.origin.user_id and last.begun_at >= turn.message.date:
        return ""
    return next(iter(turn.message.parse_entities([MessageEntity.BLOCKQUOTE]).values()), "")


async def _stop(turn: Turn) -> Rendered:
    broadcasts = turn.context.operation.broadcasts.store
    running = await broadcasts.broadcast_under_way()
    if running is None:
        return Rendered(turn.voice.html("broadcast-none"))
    over = await broadcasts.finish_broadcast(running.broadcast_id, stopped=True)
    return Rendered(escape(report(turn.voice, over)))


async def _progress(turn: Turn) -> Said:
    last = await turn.context.operation.broadcasts.store.last_broadcast()
    if last is None:
        return turn.say("broadcast-usage")
    keyboard = _stop_button(turn) if last.finished_at is None else None
    told = "\n\n".join([report(turn.voice, last), turn.voice.say("broadcast-usage")])
    return turn.show(Rendered(escape(told), keyboard))


def _stop_button(turn: Turn) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[screen_callbacks.button(turn.voice.say("button-broadcast-stop"), AREA, "stop")]]
    )


def _subject(turn: Turn) -> int | None:
    """Whom a command is about: a number, who wrote the message that it replies to, or the group it is in."""
    words = after_command(turn.message.text or "").strip()
    if words:
        return whole_number(words) or None  # nobody has the number 0
    answered = turn.message.reply_to_message
    if answered is not None and answered.from_user is not None and not answered.from_user.is_bot:
        return answered.from_user.id
    return None if turn.personal else turn.origin.chat_id
