"""/digest with words behind it: a city, times of day, or one of the few words that do what a button does."""

from __future__ import annotations

from bot.chat.handlers import digest_settings, digests
from bot.chat.handlers.digest_places import place_meant, screens
from bot.chat.requests import after_command, times_of_day
from bot.chat.turns import Said, Turn
from bot.chat.views.render import Rendered, one_line
from bot.core.digests.followings import Place
from bot.core.errors import NotATimeError, UnknownZoneError
from bot.core.time_zones import find_cities

LONGEST_CITY = 60  # characters of a name that nobody knows


async def on_digest(turn: Turn) -> Said:
    """/digest: the settings of this chat or topic, with what the words behind it change."""
    place, words = await place_meant(turn), after_command(turn.contents.text).strip()
    if place is None or not await turn.may_manage():
        return turn.say("admins-only")
    if _is_one_of(turn, words, "digest-now-words"):
        return await digests.preview(turn, place)
    return turn.show(await _screen(turn, place, words))


async def _screen(turn: Turn, place: Place, words: str) -> Rendered:
    """The screen that follows from the words. Raises NotATimeError and UnknownZoneError."""
    if not words:
        return await digest_settings.shown(turn, place)
    times = times_of_day(words)
    if times or _is_one_of(turn, words, "digest-on-words"):
        return await digest_settings.switch_on(turn, place, times)
    if _is_one_of(turn, words, "digest-off-words"):
        return await digest_settings.switch_off(turn, place)
    cities = find_cities(words, turn.voice.locale)
    if not cities and words[0].isdigit():
        raise NotATimeError(time=one_line(words, LONGEST_CITY))
    if not cities:
        raise UnknownZoneError(zone=one_line(words, LONGEST_CITY))
    if len(cities) == 1:
        return await digest_settings.set_zone(turn, place, cities[0].zone)
    return screens(turn, place).zones(await digest_settings.plan_of(turn, place), cities)


def _is_one_of(turn: Turn, words: str, key: str) -> bool:
    return words.lower() in turn.context.localization.messages.words(key)
