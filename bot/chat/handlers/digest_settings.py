"""The screens of /digest: when a digest comes, where to and what is in it, set by buttons in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time

from telegram.constants import ChatType

from bot.chat.handlers.digest_changes import CHANGES, rescheduled
from bot.chat.handlers.digest_places import is_channel, own_channels, screens
from bot.chat.membership import is_deaf
from bot.chat.telegram.rights import may_write_to
from bot.chat.turns import Turn
from bot.chat.views.render import Rendered
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.followings import DigestPlan, Place
from bot.core.errors import InvalidInputError, UnknownZoneError
from bot.core.schedule import Schedule

DEFAULT_HOUR = time(18)
DEFAULT_ZONES = {"de": "Europe/Berlin", "ru": "Europe/Moscow"}  # until a city is chosen


async def on_callback(turn: Turn, place: Place, callback: ScreenCallback) -> Rendered | str:
    """What a button of the screens does: the screen that follows, or a word in a box.

    The person may manage the place.
    """
    if callback.verb in _SCREENS:
        return await _SCREENS[callback.verb](turn, place)
    if callback.verb == "to":
        return await _send_to(turn, place, callback)
    return await _change(turn, place, callback)


async def shown(turn: Turn, place: Place) -> Rendered:
    """The first screen of a place."""
    plan = await plan_of(turn, place)
    room = await turn.context.rooms.room(place.chat_id)
    if plan is None:
        return screens(turn, place).offer(room.title, channel=is_channel(room))
    talk = place.chat_id < 0 and room.kind != ChatType.CHANNEL
    notes = ["keep-how"] if talk and plan.shared else []
    if plan.active:
        notes += await _missing(turn, plan, talk=talk)
    return screens(turn, place).plan(plan, await _name(turn, plan.target), notes)


async def _missing(turn: Turn, plan: DigestPlan, *, talk: bool) -> list[str]:
    """What keeps a digest that is on from having anything in it, as messages of prompts/."""
    shared = plan.shared and not plan.place.is_private
    if talk and shared and await is_deaf(turn.bot, plan.place.chat_id):
        return ["group-deaf"]
    alone = plan.feeds and not shared
    return ["feeds-none"] if alone and not await turn.services.digests.feeds.list(plan.place) else []


async def plan_of(turn: Turn, place: Place) -> DigestPlan | None:
    """The digest of a place, if it has one."""
    plans = await turn.services.digests.store.plans(place)
    return plans[0] if plans else None


def new_plan(turn: Turn, place: Place) -> DigestPlan:
    """The digest that a place begins with, not kept yet."""
    zone = DEFAULT_ZONES.get(turn.voice.locale, "UTC")
    return DigestPlan(
        digest_id=0,
        place=place,
        target=place,
        schedule=Schedule(zone=zone, times=(DEFAULT_HOUR,)),
        since=turn.context.clock.now(),
    )


async def switch_on(turn: Turn, place: Place, times: tuple[time, ...] = ()) -> Rendered:
    """The first screen, with the digest on from now on; at these times of day, where there are any."""
    plan = await plan_of(turn, place) or _resting(turn, place)
    fresh = replace(plan, active=True)
    if times:
        fresh = rescheduled(fresh, times=times)
    await _save(turn, plan, fresh, anew=True)
    await _keep_shared(turn, place)
    return await shown(turn, place)


async def switch_off(turn: Turn, place: Place) -> Rendered:
    """The first screen, with the digest off from now on."""
    plan = await plan_of(turn, place)
    if plan is not None:
        await _save(turn, plan, replace(plan, active=False), anew=False)
    return await shown(turn, place)


async def set_zone(turn: Turn, place: Place, zone: str) -> Rendered:
    """The first screen, with another zone from now on."""
    plan = await plan_of(turn, place) or _resting(turn, place)
    changed = rescheduled(plan, zone=zone)
    await _save(turn, plan, changed, anew=changed.schedule != plan.schedule)
    return await shown(turn, place)


async def _change(turn: Turn, place: Place, callback: ScreenCallback) -> Rendered | str:
    if callback.verb == "on":
        return await switch_on(turn, place)
    plan = await plan_of(turn, place)
    change = CHANGES.get(callback.verb)
    if plan is None and callback.verb == "z":  # a city chosen before the digest is switched on
        plan = _resting(turn, place)
    if plan is None or change is None:
        return turn.voice.say("button-unknown")
    try:
        changed = change(plan, callback)
    except UnknownZoneError:
        changed = None
    except InvalidInputError:  # no day or no hour would be left
        return turn.voice.say("digest-when-last")
    if changed is None:
        return turn.voice.say("button-unknown")
    await _save(turn, plan, changed, anew=changed.schedule != plan.schedule)
    if callback.verb in {"day", "days", "hour"}:
        return screens(turn, place).when(changed)
    return await shown(turn, place)


async def _send_to(turn: Turn, place: Place, callback: ScreenCallback) -> Rendered | str:
    plan = await plan_of(turn, place)
    if plan is None:
        return turn.voice.say("button-unknown")
    target: Place | None = place
    if callback.word(2) == "me" and turn.person is not None:
        if not await may_write_to(turn.bot, turn.person.id):
            return turn.voice.say("digest-write-first", bot=turn.bot.username)
        target = Place(chat_id=turn.person.id)
    elif callback.word(2) != "here":
        target = await _channel(turn, callback.number(2))
    if target is None:
        return turn.voice.say("admins-only")
    await _save(turn, plan, replace(plan, target=target), anew=False)
    return await shown(turn, place)


async def _channel(turn: Turn, chat_id: int | None) -> Place | None:
    """A channel, if the bot is in it and this person runs it."""
    if chat_id is None or not is_channel(await turn.context.rooms.room(chat_id)):
        return None
    return Place(chat_id=chat_id) if await turn.runs(chat_id) else None


async def _save(turn: Turn, was: DigestPlan, plan: DigestPlan, *, anew: bool) -> None:
    """Keep a plan; where its schedule is another one, what lies before now is none of its slots."""
    since = turn.context.clock.now() if anew else plan.since
    await turn.services.digests.store.save_plan(replace(plan, since=since), was)


async def _keep_shared(turn: Turn, place: Place) -> None:
    """A digest of a group needs what is shared there."""
    room = await turn.context.rooms.room(place.chat_id)
    if place.chat_id < 0 and not room.keep:
        await turn.context.rooms.save_room(replace(room, keep=True), only=["keep"])


def _resting(turn: Turn, place: Place) -> DigestPlan:
    """A digest that is not switched on yet: it keeps what is chosen before."""
    return replace(new_plan(turn, place), active=False)


async def _name(turn: Turn, place: Place) -> str:
    """What to call a place where a digest can be posted."""
    if place.chat_id == turn.origin.chat_id:
        return turn.voice.say("digest-here")
    if place.chat_id > 0:
        return turn.voice.say("digest-to-me")
    return (await turn.context.rooms.room(place.chat_id)).title or turn.voice.say("digest-this-chat")


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
    return screens(turn, place).targets(plan, await _name(turn, place), private, await own_channels(turn))


async def _first(turn: Turn, place: Place) -> Rendered | str:
    return await shown(turn, place)


_SCREENS: Mapping[str, Callable[[Turn, Place], Awaitable[Rendered | str]]] = {
    "show": _first,
    "when": _when,
    "zone": _zone,
    "where": _where,
}
