"""/follow, /unfollow and /feeds, and lists of feeds as files."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Document, Message
from telegram.ext import filters

from bot.chat.addressing import reply_target
from bot.chat.files import download
from bot.chat.handlers.digest_places import here, place_meant, screens
from bot.chat.handlers.digest_settings import plan_of
from bot.chat.requests import after_command, whole_number
from bot.chat.turns import Said, Turn, Work
from bot.chat.views.digest_screens import CAPS
from bot.chat.views.render import Rendered, SentFile, escape, tag
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.digests.digest import Filters
from bot.core.digests.filter_words import SIGNS, parse_filters
from bot.core.digests.followings import Following, Place
from bot.core.errors import (
    AddressRefusedError,
    BotError,
    FeedRefusedError,
    FetchError,
    PageForbiddenError,
    PageMissingError,
    PageTooLargeError,
    WorkError,
)
from bot.services.feeds import Followed

OPML_ENDINGS = (".opml", ".opml.xml")
FILE_NAME = "nutshell.opml"
MOST_TOLD = 20  # outcomes of a list that are told one by one


async def on_follow(turn: Turn) -> Said:
    """/follow: a feed or a site by its link, or a list of feeds in the file that it replies to."""
    place = await place_meant(turn)
    if place is None or not await turn.may_manage():
        return turn.say("admins-only")
    target = reply_target(turn.message)
    document = turn.contents.document or (target.document if target else None)
    if document is not None:
        return await on_list(turn, document, place)
    if not turn.contents.links:
        return turn.say("follow-usage")
    turn.doing = turn.voice.html("doing-feed")
    if len(turn.contents.links) == 1:
        try:
            following = await turn.services.digests.feeds.follow(place, turn.contents.links[0])
        except BotError as error:
            raise _as_feed(error) from error
        plan = await plan_of(turn, place)
        key = "follow-done" if plan is not None and plan.active else "follow-done-off"
        return turn.say(key, title=_title(following))
    return _told(turn, await turn.services.digests.feeds.follow_all(place, turn.contents.links))


async def on_unfollow(turn: Turn) -> Said:
    """/unfollow: by the number in /feeds, or by its link; alone it shows the list."""
    place = await place_meant(turn)
    if place is None or not await turn.may_manage():
        return turn.say("admins-only")
    followings = await turn.services.digests.feeds.list(place)
    word = after_command(turn.contents.text).strip()
    if not word:
        return turn.show(screens(turn, place).feeds(followings))
    found = _chosen(followings, word, turn.contents.links)
    if found is None:
        return turn.say("unfollow-unknown")
    await turn.services.digests.feeds.unfollow(place, found.feed.feed_id)
    return turn.say("unfollow-done", title=_title(found))


async def on_feeds(turn: Turn) -> Said:
    """/feeds: what is followed here; a number shows one feed, +words and -words choose what of it is told."""
    place, text = await place_meant(turn), after_command(turn.contents.text).strip()
    if place is None:
        return turn.say("admins-only")
    followings = await turn.services.digests.feeds.list(place)
    first, _, rest = text.partition(" ")
    if not first.startswith(SIGNS):
        return await _one(turn, place, followings, first, rest)
    filters = parse_filters(text)
    if filters is None or not followings:
        return turn.show(screens(turn, place).feeds(followings))
    if not await turn.may_manage():
        return turn.say("admins-only")
    await turn.services.digests.feeds.set_filters_of_all(place, filters)
    return turn.say("feeds-words-set")


async def _one(turn: Turn, place: Place, followings: tuple[Following, ...], number: str, words: str) -> Said:
    """The feed with a number, with the words that are chosen for it; the list where no number is given."""
    found = _chosen(followings, number, ())
    if found is None:
        unknown = followings and whole_number(number) is not None
        return turn.say("unfollow-unknown") if unknown else turn.show(screens(turn, place).feeds(followings))
    filters = parse_filters(words)
    if filters is not None:
        if not await turn.may_manage():
            return turn.say("admins-only")
        await turn.services.digests.feeds.set_filters(place, found.feed.feed_id, filters, found.cap)
    return turn.show(await _card(turn, place, found.feed.feed_id))


async def on_sent_list(turn: Turn) -> Said:
    """An OPML file that somebody sends in private."""
    document = turn.contents.document
    return turn.say("follow-usage") if document is None else await on_list(turn, document, here(turn))


async def on_list(turn: Turn, document: Document, place: Place) -> Said:
    """Follow all feeds of an OPML file. Raises UnreadableFileError, FileTooLargeError."""
    turn.doing = turn.voice.html("doing-feed")
    file = await download(turn.bot, document)
    return _told(turn, await turn.services.digests.feeds.follow_list(place, file.body))


class FeedLists(filters.MessageFilter):
    """Files that are lists of feeds, by their names."""

    def filter(self, message: Message) -> bool:
        """Whether a message holds one."""
        document = message.document
        return document is not None and (document.file_name or "").lower().endswith(OPML_ENDINGS)


async def on_callback(turn: Turn, place: Place, callback: ScreenCallback) -> Rendered | str | Work:
    """What a button of /feeds does; the person may manage the place."""
    feeds = turn.services.digests.feeds
    if callback.verb == "opml":
        return _list_of(place)
    one = next((one for one in await feeds.list(place) if one.feed.feed_id == callback.number(2)), None)
    if one is None:
        return screens(turn, place).feeds(await feeds.list(place))
    match callback.verb:
        case "drop":
            await feeds.unfollow(place, one.feed.feed_id)
            return screens(turn, place).feeds(await feeds.list(place))
        case "cap":
            cap = callback.number(3)
            await feeds.set_filters(place, one.feed.feed_id, one.filters, cap if cap in CAPS and cap else 0)
        case "nowords":
            await feeds.set_filters(place, one.feed.feed_id, Filters(), one.cap)
    return await _card(turn, place, one.feed.feed_id)


async def _card(turn: Turn, place: Place, feed_id: int) -> Rendered:
    """One of the feeds as it is followed now; all of them where that one has gone."""
    followings = await turn.services.digests.feeds.list(place)
    for number, one in enumerate(followings, start=1):
        if one.feed.feed_id == feed_id:
            return screens(turn, place).feed(number, one)
    return screens(turn, place).feeds(followings)


def _list_of(place: Place) -> Work:
    """What a place follows, as a file that other readers take."""

    async def work(turn: Turn) -> Said:
        followings = await turn.services.digests.feeds.list(place)
        body = turn.services.digests.write_list(
            [one.feed for one in followings], turn.voice.say("feeds-title")
        )
        file = SentFile(name=FILE_NAME, body=body)
        return Said((Rendered(turn.voice.html("feeds-sent"), file=file),))

    return work


def _as_feed(error: BotError) -> BotError:
    """What an error means for somebody who wants to follow a feed: there is no text to paste instead."""
    reason = next((reason for kind, reason in _REFUSED if isinstance(error, kind)), None)
    return error if reason is None else FeedRefusedError(reason=reason)


# The first that fits; other errors say of themselves what they mean.
_REFUSED: tuple[tuple[type[BotError], str], ...] = (
    (PageMissingError, "missing"),
    (PageForbiddenError, "forbidden"),
    (AddressRefusedError, "private"),
    (PageTooLargeError, "large"),
    (WorkError, "large"),
    (FetchError, "failed"),
)


def _told(turn: Turn, outcomes: Sequence[Followed]) -> Said:
    done = [one.following for one in outcomes if one.following is not None]
    failed = [one for one in outcomes if one.error is not None]
    lines = [turn.voice.html("follow-several", count=len(done))]
    lines += [f"• {escape(_title(one))}" for one in done[:MOST_TOLD]]
    if failed:
        lines += ["", tag("b", turn.voice.html("follow-failed", count=len(failed)))]
        told = [(one.url, turn.voice.explain(_as_feed(one.error))) for one in failed[:MOST_TOLD] if one.error]
        lines += [f"• {escape(url)}: {escape(why)}" for url, why in told]
    later = len(outcomes) - len(done) - len(failed)
    if later:
        lines += ["", turn.voice.html("follow-later", count=later)]
    return turn.show(Rendered("\n".join(lines)))


def _chosen(followings: tuple[Following, ...], word: str, links: tuple[str, ...]) -> Following | None:
    number = whole_number(word)
    if number is not None:
        return followings[number - 1] if 1 <= number <= len(followings) else None
    wanted = set(links)
    return next((one for one in followings if {one.feed.poll.url, one.feed.site} & wanted), None)


def _title(following: Following) -> str:
    return following.feed.title or following.feed.poll.url
