"""/digest by buttons, and digests on demand: preview, /catchup."""

from __future__ import annotations

import string
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta

from telegram import Message, MessageOriginChannel
from telegram.constants import ChatType

from bot.chat.addressing import topic_of
from bot.chat.requests import after_command, whole_number
from bot.chat.telegram.rights import may_write_to
from bot.chat.turns import Said, Turn
from bot.chat.views.digest_cards import digest_html, talk_html
from bot.chat.views.digest_screens import AREA, CHANNEL_AREA, LENGTHS, QUIET, Screens
from bot.chat.views.pushes import Push, read
from bot.chat.views.render import Rendered, one_line
from bot.core.digests.followings import DigestPlan, Place
from bot.core.errors import BotError, UnknownZoneError
from bot.core.rooms import Room
from bot.core.schedule import EVERY_DAY, WEEKDAYS, Quiet, Schedule
from bot.core.time_zones import find_cities
from bot.services.digests import SHORT_PATIENCE_S

DEFAULT_HOUR = time(18)
DEFAULT_ZONES = {"de": "Europe/Berlin", "ru": "Europe/Moscow"}  # until a city is chosen
MOST_HOURS = 24 * 14
USUAL_HOURS = 24
LONGEST_CITY = 60  # characters of a name that nobody knows

Change = Callable[[DigestPlan, Push], DigestPlan | None]


async def on_digest(turn: Turn) -> Said:
    """/digest: the settings of this chat or topic; with a city behind it, its zone, or those it can mean."""
    place, city = await place_meant(turn), after_command(turn.contents.text).strip()
    if place is None or not await turn.may_manage():
        return turn.say("admins-only")
    if city:
        plan = await plan_of(turn, place)
        cities = find_cities(city, turn.voice.locale)
        if not cities:
            raise UnknownZoneError(zone=one_line(city, LONGEST_CITY))
        if len(cities) == 1:
            return turn.show(await _set_zone(turn, place, plan, cities[0].zone))
        return turn.show(screens(turn, place).zones(plan, cities))
    return turn.show(await shown(turn, place))


async def on_catchup(turn: Turn) -> Said:
    """/catchup [hours]: what was shared and published, and what was talked about most, told now."""
    hours = _hours(after_command(turn.contents.text))
    if hours < 1:
        return turn.say("catchup-usage", most=MOST_HOURS, usual=USUAL_HOURS)
    hours = min(hours, MOST_HOURS)
    turn.doing = turn.voice.html("doing-digest")
    since = turn.context.clock.now() - timedelta(hours=hours)
    maker = turn.services.digests.maker
    digest = await maker.catch_up(here(turn), since)
    talk = talk_html(turn.voice, await maker.discussed(here(turn), since))
    if digest is None and not talk:
        return turn.say("catchup-nothing", hours=hours)
    told = digest_html(turn.voice, digest) if digest else ""
    return turn.show(Rendered("\n\n".join(block for block in (told, talk) if block)))


def _hours(words: str) -> int:
    """The hours asked for, as "12" or "12 h"; a day where nothing is, 0 for what is no number."""
    first = next(iter(words.split()), str(USUAL_HOURS))
    return whole_number(first.rstrip(string.ascii_letters)) or 0


async def push(turn: Turn, place: Place, pushed: Push) -> Rendered | str:
    """What a button of the screens does: the screen that follows, or a word in a box.

    The person may manage the place.
    """
    if pushed.verb in _SCREENS:
        return await _SCREENS[pushed.verb](turn, place)
    if pushed.verb == "to":
        return await _send_to(turn, place, pushed)
    return await _change(turn, place, pushed)


async def preview(turn: Turn, place: Place) -> Said:
    """The digest as it would be posted now."""
    turn.doing = turn.voice.html("doing-digest")
    plan = await plan_of(turn, place) or _new(turn, place)
    digest = await turn.services.digests.maker.make(plan, patience_s=SHORT_PATIENCE_S)
    if digest is None:
        return turn.say("digest-empty")
    return turn.show(Rendered(digest_html(turn.voice, digest)))


async def shown(turn: Turn, place: Place) -> Rendered:
    """The first screen of a place."""
    plan = await plan_of(turn, place)
    room = await turn.context.rooms.room(place.chat_id)
    if plan is None:
        return screens(turn, place).offer(room.title)
    talk = place.chat_id < 0 and room.kind != ChatType.CHANNEL
    return screens(turn, place).plan(plan, await _name(turn, plan), talk=talk)


async def may_manage(turn: Turn, place: Place) -> bool:
    """Whether this person may change the digest of a place, which can be another chat than this one."""
    own = place.chat_id == turn.origin.chat_id
    return await (turn.may_manage() if own else turn.runs(place.chat_id))


async def plan_of(turn: Turn, place: Place) -> DigestPlan | None:
    """The digest of a place, if it has one."""
    plans = await turn.services.digests.store.plans(place)
    return plans[0] if plans else None


def here(turn: Turn) -> Place:
    """The chat, or the topic, in which something is asked."""
    return Place(chat_id=turn.origin.chat_id, topic_id=topic_of(turn.message))


async def place_meant(turn: Turn) -> Place | None:
    """The chat or topic in which something is asked; None where it is another that is not this person's.

    In a channel nobody can be answered: what is asked in private as a reply to one of its screens, or to a
    post forwarded from it, is for that channel.
    """
    place = here(turn)
    if turn.personal and turn.message.reply_to_message is not None:
        place = _place_shown(turn.message.reply_to_message) or place
    own = place.chat_id == turn.origin.chat_id
    return place if own or await may_manage(turn, place) else None


def _place_shown(message: Message) -> Place | None:
    """The place that a screen is for, or that a forwarded post is from."""
    if isinstance(message.forward_origin, MessageOriginChannel):
        return Place(chat_id=message.forward_origin.chat.id)
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    pushed = [read(str(button.callback_data)) for row in rows for button in row if button.callback_data]
    chats = [one.number(0) for one in pushed if one.area in _OF_PLACES]
    return next((Place(chat_id=chat_id) for chat_id in chats if chat_id is not None), None)


# The areas whose buttons begin with the chat that they are for.
_OF_PLACES = frozenset({AREA, CHANNEL_AREA})


def place_of(pushed: Push) -> Place | None:
    """The place that a button is for."""
    chat_id, topic_id = pushed.number(0), pushed.number(1)
    if chat_id is None or topic_id is None:
        return None
    return Place(chat_id=chat_id, topic_id=topic_id)


def screens(turn: Turn, place: Place) -> Screens:
    """The screens of a place in the language of the turn."""
    return Screens(voice=turn.voice, place=place, now=turn.context.clock.now())


async def own_channels(turn: Turn) -> list[Room]:
    """The channels that the bot knows and that this person runs."""
    rooms = [
        room for room in await turn.context.rooms.rooms() if room.kind == ChatType.CHANNEL and room.present
    ]
    return [room for room in rooms if await turn.runs(room.chat_id)]


async def _change(turn: Turn, place: Place, pushed: Push) -> Rendered | str:
    plan = await plan_of(turn, place)
    if pushed.verb == "on":
        fresh = replace(plan, active=True) if plan else _new(turn, place)
        await _save(turn, fresh, anew=True)
        await _keep_shared(turn, place)
        return await shown(turn, place)
    change = _CHANGES.get(pushed.verb)
    if plan is None and pushed.verb == "z":  # a city chosen before the digest is switched on
        plan = _resting(turn, place)
    if plan is None or change is None:
        return turn.voice.say("button-unknown")
    try:
        changed = change(plan, pushed)
    except BotError:  # no such zone, no day or hour left
        changed = None
    if changed is None:
        return turn.voice.say("button-unknown")
    await _save(turn, changed, anew=changed.schedule != plan.schedule)
    if pushed.verb in {"day", "days", "hour"}:
        return screens(turn, place).when(changed)
    return await shown(turn, place)


async def _set_zone(turn: Turn, place: Place, plan: DigestPlan | None, zone: str) -> Rendered:
    """The first screen, with another zone from now on."""
    plan = plan or _resting(turn, place)
    changed = _scheduled(plan, zone=zone)
    await _save(turn, changed, anew=changed.schedule != plan.schedule)
    return await shown(turn, place)


async def _send_to(turn: Turn, place: Place, pushed: Push) -> Rendered | str:
    plan = await plan_of(turn, place)
    if plan is None:
        return turn.voice.say("button-unknown")
    target: Place | None = place
    if pushed.word(2) == "me" and turn.person is not None:
        if not await may_write_to(turn.bot, turn.person.id):
            return turn.voice.say("digest-write-first", bot=turn.bot.username)
        target = Place(chat_id=turn.person.id)
    elif pushed.word(2) != "here":
        target = await _channel(turn, pushed.number(2))
    if target is None:
        return turn.voice.say("admins-only")
    await _save(turn, replace(plan, target=target), anew=False)
    return await shown(turn, place)


async def _channel(turn: Turn, chat_id: int | None) -> Place | None:
    channels = {room.chat_id for room in await own_channels(turn)}
    return Place(chat_id=chat_id) if chat_id in channels and chat_id is not None else None


async def _save(turn: Turn, plan: DigestPlan, *, anew: bool) -> None:
    """Keep a plan; where its schedule is another one, what lies before now is none of its slots."""
    since = turn.context.clock.now() if anew else plan.since
    await turn.services.digests.store.save_plan(replace(plan, since=since))


async def _keep_shared(turn: Turn, place: Place) -> None:
    """A digest of a group needs what is shared there."""
    room = await turn.context.rooms.room(place.chat_id)
    if place.chat_id < 0 and not room.keep:
        await turn.context.rooms.save_room(replace(room, keep=True), only=["keep"])


def _new(turn: Turn, place: Place) -> DigestPlan:
    zone = DEFAULT_ZONES.get(turn.voice.locale, "UTC")
    return DigestPlan(
        digest_id=0,
        place=place,
        target=place,
        schedule=Schedule(zone=zone, times=(DEFAULT_HOUR,)),
        since=turn.context.clock.now(),
    )


def _resting(turn: Turn, place: Place) -> DigestPlan:
    """A digest that is not switched on yet: it keeps what is chosen before."""
    return replace(_new(turn, place), active=False)


async def _name(turn: Turn, plan: DigestPlan) -> str:
    """What to call the place where a digest is posted."""
    if plan.target.chat_id == turn.origin.chat_id:
        return turn.voice.say("digest-here")
    if plan.target.chat_id > 0:
        return turn.voice.say("digest-to-me")
    return (await turn.context.rooms.room(plan.target.chat_id)).title or turn.voice.say("digest-this-chat")


async def _when(turn: Turn, place: Place) -> Rendered | str:
    plan = await plan_of(turn, place)
    return turn.voice.say("button-unknown") if plan is None else screens(turn, place).when(plan)


async def _zone(turn: Turn, place: Place) -> Rendered | str:
    return screens(turn, place).zones(await plan_of(turn, place), ())


async def _where(turn: Turn, place: Place) -> Rendered | str:
    plan = await plan_of(turn, place)
    if plan is None:
        return turn.voice.say("button-unknown")
    private = turn.person.id if turn.person else None
    return screens(turn, place).targets(plan, private, await own_channels(turn))


async def _first(turn: Turn, place: Place) -> Rendered | str:
    return await shown(turn, place)


_SCREENS: Mapping[str, Callable[[Turn, Place], Awaitable[Rendered | str]]] = {
    "show": _first,
    "when": _when,
    "zone": _zone,
    "where": _where,
}


def _toggle_day(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    day = pushed.number(2)
    return None if day is None else _scheduled(plan, days=plan.schedule.days ^ {day})


def _choose_days(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    days = {"all": EVERY_DAY, "work": WEEKDAYS}.get(pushed.word(2))
    return None if days is None else _scheduled(plan, days=days)


def _toggle_hour(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    hour = pushed.number(2)
    if hour is None or not 0 <= hour < 24:
        return None
    return _scheduled(plan, times=tuple(set(plan.schedule.times) ^ {time(hour)}))


def _choose_zone(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    return _scheduled(plan, zone=pushed.word(2))


def _toggle_quiet(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    del pushed
    quiet = None if plan.schedule.quiet else Quiet(start=time(QUIET[0]), end=time(QUIET[1]))
    return replace(plan, schedule=replace(plan.schedule, quiet=quiet))


def _choose_length(plan: DigestPlan, pushed: Push) -> DigestPlan | None:
    count = pushed.number(2)
    return replace(plan, stories=count) if count in LENGTHS and count is not None else None


def _scheduled(plan: DigestPlan, **changes: object) -> DigestPlan:
    """The plan with another schedule. Raises UnknownZoneError, InvalidInputError."""
    return replace(plan, schedule=replace(plan.schedule, **changes))  # type: ignore[arg-type]


_CHANGES: Mapping[str, Change] = {
    "day": _toggle_day,
    "days": _choose_days,
    "hour": _toggle_hour,
    "z": _choose_zone,
    "quiet": _toggle_quiet,
    "n": _choose_length,
    "shared": lambda plan, _: replace(plan, shared=not plan.shared),
    "feeds": lambda plan, _: replace(plan, feeds=not plan.feeds),
    "pin": lambda plan, _: replace(plan, pin=not plan.pin),
    "off": lambda plan, _: replace(plan, active=False),
}
