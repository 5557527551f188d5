"""The buttons of digests and feeds: whose place it is, and what follows."""

from __future__ import annotations

from bot.chat.handlers import digest_places, digest_settings, digests, feeds
from bot.chat.turns import Said, Turn, Work
from bot.chat.views.render import Rendered
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.followings import Place

_OF_FEEDS = frozenset({"list", "feed", "cap", "nowords", "drop", "opml"})


async def on_callback(turn: Turn, callback: ScreenCallback) -> Rendered | str | Work:
    """The screen that follows, a word in a box, or what is worked out and sent as a new message."""
    place = digest_places.place_of(callback)
    if place is None or not await digest_places.may_manage(turn, place):
        return turn.voice.say("admins-only")
    if callback.verb == "preview":
        return _preview(place)
    if callback.verb in _OF_FEEDS:
        return await feeds.on_callback(turn, place, callback)
    return await digest_settings.on_callback(turn, place, callback)


def _preview(place: Place) -> Work:
    async def work(turn: Turn) -> Said:
        return await digests.preview(turn, place)

    return work
