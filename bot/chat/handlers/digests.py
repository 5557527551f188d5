"""Digests on demand: /catchup, and what would be posted now."""

from __future__ import annotations

import string
from datetime import timedelta

from bot.chat.handlers.digest_places import here
from bot.chat.handlers.digest_settings import new_plan, plan_of
from bot.chat.requests import after_command, whole_number
from bot.chat.turns import Said, Turn
from bot.chat.views.digest_cards import digest_html, talk_html
from bot.chat.views.render import Rendered
from bot.core.digests.followings import Place
from bot.services.digests import SHORT_PATIENCE_S

MOST_HOURS = 24 * 14
USUAL_HOURS = 24


async def on_catchup(turn: Turn) -> Said:
    """/catchup [hours]: what was shared and published, and what was talked about most, told now."""
    hours = _hours(after_command(turn.contents.text))
    if hours < 1:
        return turn.say("catchup-usage", most=MOST_HOURS, usual=USUAL_HOURS)
    hours = min(hours, MOST_HOURS)
    turn.doing = turn.voice.html("doing-digest")
    since = turn.context.clock.now() - timedelta(hours=hours)
    builder = turn.services.digests.builder
    digest = await builder.catch_up(here(turn), since)
    talk = talk_html(turn.voice, await builder.discussed(here(turn), since))
    if digest is None and not talk:
        nothing = [turn.voice.html("catchup-nothing", hours=hours)]
        nothing += [] if await _is_fed(turn) else [turn.voice.html("catchup-how")]
        return turn.show(Rendered("\n\n".join(nothing)))
    told = digest_html(turn.voice, digest) if digest else ""
    return turn.show(Rendered("\n\n".join(block for block in (told, talk) if block)))


async def preview(turn: Turn, place: Place) -> Said:
    """The digest as it would be posted now."""
    turn.doing = turn.voice.html("doing-digest")
    plan = await plan_of(turn, place) or new_plan(turn, place)
    digest = await turn.services.digests.builder.build(plan, patience_s=SHORT_PATIENCE_S)
    if digest is None:
        return turn.say("digest-empty-private" if place.is_private else "digest-empty")
    return turn.show(Rendered(digest_html(turn.voice, digest)))


async def _is_fed(turn: Turn) -> bool:
    """Whether anything can be told of here: what is shared is kept, or feeds are followed."""
    room = await turn.context.rooms.room(turn.origin.chat_id)
    return room.keep or bool(await turn.services.digests.feeds.list(here(turn)))


def _hours(words: str) -> int:
    """The hours asked for, as "12" or "12 h"; a day where nothing is, 0 for what is no number."""
    first = next(iter(words.split()), str(USUAL_HOURS))
    return whole_number(first.rstrip(string.ascii_letters)) or 0
