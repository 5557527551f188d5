"""The buttons of digests and feeds: whose place it is, and what follows."""

from __future__ import annotations

from bot.chat.handlers import digest_places, digest_settings, digests, feeds
from bot.chat.turns import Said, Turn, Work
from bot.chat.views.pushes import Push
from bot.chat.views.render import Rendered
from bot.core.digests.followings import Place

_OF_FEEDS = frozenset({"list", "feed", "cap", "nowords", "drop", "opml"})


async def push(turn: Turn, pushed: Push) -> Rendered | str | Work:
    """The screen that follows, a word in a box, or what is worked out and sent as a new message."""
    place = digest_places.place_of(pushed)
    if place is None or not await digest_places.may_manage(turn, place):
        return turn.voice.say("admins-only")
    if pushed.verb == "preview":
        return _preview(place)
    if pushed.verb in _OF_FEEDS:
        return await feeds.push(turn, place, pushed)
    return await digest_settings.push(turn, place, pushed)


def _preview(place: Place) -> Work:
    async def work(turn: Turn) -> Said:
        return await digests.preview(turn, place)

    return work
