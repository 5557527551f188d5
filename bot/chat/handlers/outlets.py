"""/rss: the private feed of a chat, for who runs it, and its secret addresses only in private."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.chat.delivery import Reply
from bot.chat.handlers import digest_places
from bot.chat.operation import FeedEndpoint
from bot.chat.sending import ReplyTarget
from bot.chat.telegram.rights import NOBODY
from bot.chat.turns import Said, Turn
from bot.chat.views import screen_callbacks
from bot.chat.views.render import Rendered, escape, tag
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.followings import Place
from bot.core.digests.outlets import Outlet
from bot.core.errors import ChatGoneError

AREA = "rss"
PRIVATE_PART = 3000  # of an answer to a group: what goes to the person; no answer has so many messages


async def on_rss(turn: Turn) -> Said:
    """/rss: the addresses of the chat's feed; in a group they go to the administrator in private."""
    if not await turn.may_manage():
        return turn.say("admins-only")
    endpoint = turn.context.operation.feed_endpoint
    if endpoint is None:
        return turn.say("rss-no-server")
    title = None if turn.personal else turn.message.chat.title or ""
    outlet = await endpoint.outlets.open(turn.origin.chat_id, title, turn.voice.locale)
    if turn.personal:
        return turn.show(_card(turn, endpoint, outlet))
    sent = await _send_in_private(turn, _card(turn, endpoint, outlet))
    return turn.say("rss-sent" if sent else "rss-write-first")


async def on_callback(turn: Turn, callback: ScreenCallback) -> Rendered | str:
    """The buttons of the card: another address, or none."""
    chat_id, endpoint = callback.number(0), turn.context.operation.feed_endpoint
    if endpoint is None or chat_id is None:
        return turn.voice.say("button-unknown")
    if not await digest_places.may_manage(turn, Place(chat_id=chat_id)):
        return turn.voice.say("admins-only")
    if callback.verb == "off":
        await endpoint.outlets.close(chat_id)
        return Rendered(turn.voice.html("rss-off"))
    if callback.verb != "new":
        return turn.voice.say("button-unknown")
    title = (await turn.context.rooms.room(chat_id)).title or "" if chat_id < 0 else None
    return _card(turn, endpoint, await endpoint.outlets.renew(chat_id, title, turn.voice.locale))


def _card(turn: Turn, endpoint: FeedEndpoint, outlet: Outlet) -> Rendered:
    voice = turn.voice
    head = voice.html("rss-mine") if outlet.title is None else voice.html("rss", title=outlet.title)
    addresses = "\n".join(
        tag("code", escape(f"{endpoint.base_url}/feeds/{outlet.secret}.{form}")) for form in ("atom", "json")
    )
    blocks = [head, addresses, voice.html("rss-secret")]
    if not endpoint.public:
        blocks.append(voice.html("rss-local"))
    row = [
        screen_callbacks.button(voice.say("button-rss-new"), AREA, "new", outlet.chat_id),
        screen_callbacks.button(voice.say("button-rss-off"), AREA, "off", outlet.chat_id),
    ]
    return Rendered("\n\n".join(blocks), InlineKeyboardMarkup([row]))


async def _send_in_private(turn: Turn, card: Rendered) -> bool:
    """Whether it arrived: a bot can write only to people who have written to it."""
    person = turn.person
    if person is None or person.is_bot or person.id in NOBODY:
        return False
    number = turn.origin.update_id or 0
    target = ReplyTarget(update_id=number, chat_id=person.id, first_part=PRIVATE_PART)
    try:
        await Reply(turn.bot, turn.context.outbox, target).finish([card])
    except (ChatGoneError, TelegramError):
        await turn.context.outbox.gone(number, PRIVATE_PART)
        return False
    return True
