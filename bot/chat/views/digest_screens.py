"""The screens of /digest: what is set, and the buttons that change it. Pure: values in, a message out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.views import screen_callbacks
from bot.chat.views.render import Rendered, escape, tag
from bot.chat.views.voice import Voice
from bot.core.digests.followings import DigestPlan, Following, Place
from bot.core.rooms import Room
from bot.core.schedule import EVERY_DAY, WEEKDAYS, following
from bot.core.time_zones import City

AREA, CHANNEL_AREA = "d", "channel"
MOST_FEEDS = 50  # buttons; Telegram takes a hundred
CAPS = (0, 1, 3, 5, 10)  # items of a feed in one digest
NO_LIMIT = "∞"
LENGTHS = (3, 7, 12)  # stories
QUIET = (22, 7)  # hours of the night that the button offers
DAYS = ("day-0", "day-1", "day-2", "day-3", "day-4", "day-5", "day-6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """The screens for one place, in one language. Their buttons say which place they are for."""

    voice: Voice
    place: Place
    now: datetime

    def offer(self, name: str | None, *, channel: bool = False) -> Rendered:
        """Where there is no digest yet; `name` of a group or `channel`."""
        none = self._say("digest-none", name=name) if name else self._say("digest-none-here")
        elsewhere = "digest-how-channel" if channel else "digest-how"
        how = self._say("digest-how-private" if self.place.is_private else elsewhere)
        html = "\n\n".join([tag("b", self.voice.html("digest-heading")), f"{none} {how}"])
        return Rendered(html, self._board([[("digest-on", "on")], [("digest-preview", "preview")]]))

    def plan(self, plan: DigestPlan, where: str, notes: Iterable[str] = ()) -> Rendered:
        """What is set, and the ways to the other screens. `notes`: messages that tell what else matters."""
        lines = [self._when(plan), self._say("digest-where", where=where)]
        lines.append(self._say("digest-length", count=plan.stories))
        lines.append(self._sources(plan))
        if plan.schedule.quiet:
            lines.append(self._say("digest-quiet", start=QUIET[0], end=QUIET[1]))
        upcoming = following(plan.schedule, last=plan.last_slot, now=self.now)
        if plan.active and upcoming is not None:
            local = upcoming.at.astimezone(ZoneInfo(plan.schedule.zone))
            clock = f"{local:%H:%M}"
            lines.append(self._say("digest-next", day=local.replace(tzinfo=None), time=clock))
        if not plan.active:
            lines.append(self._say("digest-resting"))
        blocks = [tag("b", self.voice.html("digest-heading")), "\n".join(lines)]
        blocks += [tag("i", self._say(note)) for note in notes]
        html = "\n\n".join(blocks)
        return Rendered(html, self._plan_board(plan))

    def when(self, plan: DigestPlan) -> Rendered:
        """Days and hours; several of each can be chosen."""
        days = [
            self._button(self.voice.say(key), "day", number, chosen=number in plan.schedule.days)
            for number, key in enumerate(DAYS)
        ]
        hours = [
            self._button(f"{hour:02d}", "hour", hour, chosen=time(hour) in plan.schedule.times)
            for hour in range(24)
        ]
        rows = [
            [
                self._button(self.voice.say("digest-daily"), "days", "all"),
                self._button(self.voice.say("digest-weekdays"), "days", "work"),
            ],
            days[:4],
            days[4:],
            *(hours[start : start + 6] for start in range(0, 24, 6)),
            [self._button(self.voice.say("button-back"), "show")],
        ]
        html = f"{self._when(plan)}\n\n{self.voice.html('digest-when-how')}"
        return Rendered(html, InlineKeyboardMarkup(rows))

    def zones(self, plan: DigestPlan | None, cities: Sequence[City]) -> Rendered:
        """The zones that a search has found, or how to search."""
        rows = [[self._button(f"{one.name} · {one.zone}", "z", one.zone)] for one in cities]
        rows.append([self._button(self.voice.say("button-back"), "show")])
        key = "digest-zone-found" if cities else "digest-zone-how"
        zone = plan.schedule.zone if plan else "UTC"
        return Rendered(self._say(key, zone=zone), InlineKeyboardMarkup(rows))

    def targets(self, plan: DigestPlan, name: str, private: int | None, channels: Iterable[Room]) -> Rendered:
        """Where it can be posted: in the place itself (by `name`), in private, in the person's channels."""
        rows = [[self._button(name, "to", "here", chosen=plan.target == self.place)]]
        if private is not None and private != self.place.chat_id:
            chosen = plan.target.chat_id == private
            rows.append([self._button(self.voice.say("digest-to-me"), "to", "me", chosen=chosen)])
        for room in channels:
            if room.chat_id != self.place.chat_id:
                chosen = plan.target.chat_id == room.chat_id
                rows.append([self._button(room.title or "?", "to", room.chat_id, chosen=chosen)])
        rows.append([self._button(self.voice.say("button-back"), "show")])
        return Rendered(self._say("digest-target-how"), InlineKeyboardMarkup(rows))

    def feeds(self, followings: Sequence[Following]) -> Rendered:
        """What a place follows, each with a button that leads to it, and the whole as a file."""
        if not followings:
            return Rendered(self._say("feeds-none"))
        lines = [
            f"{number}. {escape(one.feed.title or one.feed.poll.url)}"
            for number, one in enumerate(followings[:MOST_FEEDS], start=1)
        ]
        if len(followings) > MOST_FEEDS:
            lines.append(self._say("feeds-more", count=len(followings) - MOST_FEEDS))
        buttons = [
            self._button(f"{number}", "feed", one.feed.feed_id)
            for number, one in enumerate(followings[:MOST_FEEDS], start=1)
        ]
        rows = [buttons[start : start + 5] for start in range(0, len(buttons), 5)]
        rows.append([self._button(self.voice.say("feeds-file"), "opml")])
        html = "\n".join([tag("b", self.voice.html("feeds-title")), "", *lines, "", self._say("feeds-how")])
        return Rendered(html, InlineKeyboardMarkup(rows))

    def feed(self, number: int, one: Following) -> Rendered:
        """One of the feeds by its number in the list: what of it is told, and how to change that."""
        feed_id, filters = one.feed.feed_id, one.filters
        lines = [f"{number}. {tag('b', escape(one.feed.title or one.feed.poll.url))}"]
        if filters.include:
            lines.append(self._say("feed-only", words=self.voice.listed(filters.include)))
        if filters.exclude:
            lines.append(self._say("feed-without", words=self.voice.listed(filters.exclude)))
        caps = [
            self._button(str(cap) if cap else NO_LIMIT, "cap", feed_id, cap, chosen=cap == one.cap)
            for cap in CAPS
        ]
        rows = [caps]
        if filters.include or filters.exclude:
            rows.append([self._button(self.voice.say("feed-words-off"), "nowords", feed_id)])
        rows.append([self._button(self.voice.say("feed-drop"), "drop", feed_id)])
        rows.append([self._button(self.voice.say("button-back"), "list")])
        html = "\n".join([*lines, "", self._say("feed-how", number=number), "", self._say("feed-cap")])
        return Rendered(html, InlineKeyboardMarkup(rows))

    def _plan_board(self, plan: DigestPlan) -> InlineKeyboardMarkup:
        say = self.voice.say
        lengths = [self._button(str(count), "n", count, chosen=count == plan.stories) for count in LENGTHS]
        rows = [
            [
                self._button(say("digest-button-when"), "when"),
                self._button(say("digest-button-where"), "where"),
            ],
            [self._button(say("digest-button-zone"), "zone")],
            lengths,
            [self._button(say(key), verb, chosen=on) for key, verb, on in self._choices(plan)],
            [
                self._button(say("digest-button-quiet"), "quiet", chosen=plan.schedule.quiet is not None),
                self._button(say("digest-button-pin"), "pin", chosen=plan.pin),
            ],
            [self._button(say("digest-preview"), "preview")],
            [self._button(say("digest-off" if plan.active else "digest-on"), "off" if plan.active else "on")],
        ]
        return InlineKeyboardMarkup(rows)

    def _when(self, plan: DigestPlan) -> str:
        days = plan.schedule.days
        if days == EVERY_DAY:
            told = self.voice.say("digest-daily")
        elif days == WEEKDAYS:
            told = self.voice.say("digest-weekdays")
        else:
            told = self.voice.listed(self.voice.say(DAYS[number]) for number in sorted(days))
        times = self.voice.listed(f"{one:%H:%M}" for one in plan.schedule.times)
        return self._say("digest-when", days=told, times=times, zone=plan.schedule.zone)

    def _sources(self, plan: DigestPlan) -> str:
        chosen = [self.voice.say(key) for key, _, on in self._choices(plan) if on]
        return self._say("digest-sources", sources=self.voice.listed(chosen) or "–")

    def _choices(self, plan: DigestPlan) -> list[tuple[str, str, bool]]:
        """What a digest can be made of, each with its button's verb and whether it is chosen."""
        shared = ("digest-button-shared", "shared", plan.shared)
        feeds = ("digest-button-feeds", "feeds", plan.feeds)
        return [feeds] if self.place.is_private else [shared, feeds]

    def _say(self, key: str, **values: object) -> str:
        return self.voice.html(key, **values)

    def _board(self, rows: Sequence[Sequence[tuple[str, str]]]) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup(
            [[self._button(self.voice.say(key), verb) for key, verb in row] for row in rows]
        )

    def _button(self, label: str, verb: str, *words: object, chosen: bool = False) -> InlineKeyboardButton:
        place = (self.place.chat_id, self.place.topic_id)
        return screen_callbacks.button(label, AREA, verb, *place, *words, chosen=chosen)
