"""Inline mode: a summary of a link, or what one has read on some words, in any chat."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from telegram import (
    Bot,
    ChosenInlineResult,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    User,
)
from telegram.constants import ParseMode

from bot.chat.context import ChatContext
from bot.chat.sending import NO_PREVIEW
from bot.chat.telegram.calls import MessageMissingError, call
from bot.chat.views.labels import Labels, host
from bot.chat.views.render import escape, link, one_line, split, tag
from bot.chat.views.summary_cards import SummaryCards
from bot.chat.views.voice import Voice
from bot.core.errors import BotError, NotALinkError
from bot.core.links import clean_url
from bot.core.readings import LONG, MEDIUM, SHORT
from bot.core.written_links import find_links
from bot.services.views import LinkSource, Origin, PassageView, SummaryView

# An answer after about ten seconds is thrown away, and nobody looks at a list for five.
PATIENCE_S: Final = 4.0
MOST_HITS: Final = 10
LONGEST_QUERY: Final = 256  # characters; Telegram's limit
_SUMMARY: Final = "summary"  # begins the id of a result that has its summary
_LATER: Final = "later"  # begins the id of a result whose summary comes when it has been chosen
_SIZES: Final = ((SHORT, "inline-short"), (MEDIUM, "inline-medium"), (LONG, "inline-long"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What is offered: results, or a line above them that leads to the private chat, or both."""

    articles: tuple[InlineQueryResultArticle, ...] = ()
    button: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """Who types, and how they are spoken to."""

    origin: Origin
    voice: Voice
    cards: SummaryCards


async def answer_query(context: ChatContext, bot: Bot, query: InlineQuery, update_id: int) -> None:
    """Answer what somebody types behind the bot's name, within five seconds."""
    asker = await _asker(context, query.from_user, update_id)
    found = await _results(context, bot, asker, query.query.strip())
    button = None
    if found.button is not None:
        button = InlineQueryResultsButton(one_line(found.button, 60), start_parameter="inline")
    await call(
        bot.answer_inline_query,
        query.id,
        list(found.articles),
        cache_time=0,
        is_personal=True,
        button=button,
    )


async def finish_chosen(context: ChatContext, bot: Bot, chosen: ChosenInlineResult, update_id: int) -> None:
    """Note that the page was read, and put its summary into a message that was chosen before it was there.

    What a person talks about in private stays as it is.
    """
    kind, _, size = chosen.result_id.partition(":")
    url = _link_in(chosen.query)
    if url is None or size not in map(str, (SHORT, MEDIUM, LONG)):
        return
    asker = await _asker(context, chosen.from_user, update_id)
    read = partial(
        context.services.reader.read,
        asker.origin,
        LinkSource(url=url),
        sentences=int(size),
        at_hand=False,
    )
    if kind == _SUMMARY:
        with suppress(BotError):  # the summary is in their chat already
            await read()
    elif kind == _LATER and chosen.inline_message_id is not None:
        await _fill_in(asker, bot, url, chosen.inline_message_id, read)


async def _fill_in(
    asker: _Asker, bot: Bot, url: str, inline_message_id: str, read: Callable[[], Awaitable[SummaryView]]
) -> None:
    try:
        view = await read()
        html = _summary(asker, view)
    except BotError as error:
        html = escape(asker.voice.explain(error)) + f"\n{link(url, escape(host(url)))}"
    try:
        await call(
            bot.edit_message_text,
            text=html,
            inline_message_id=inline_message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
        )
    except MessageMissingError:  # it was deleted meanwhile
        return


async def _asker(context: ChatContext, person: User, update_id: int) -> _Asker:
    origin = Origin(chat_id=person.id, user_id=person.id, update_id=update_id)
    preferences = await context.services.library.preferences(origin)
    voice = context.localization.voice(preferences, person.language_code)
    return _Asker(origin=origin, voice=voice, cards=context.localization.summary_cards(voice, preferences))


async def _results(context: ChatContext, bot: Bot, asker: _Asker, text: str) -> Results:
    url = _link_in(text)
    if url is not None:
        return await _of_link(context, bot, asker, url)
    if not any(map(str.isalnum, text)):
        return Results(button=asker.voice.say("inline-how"))
    hits = await context.services.answerer.search(asker.origin, text[:LONGEST_QUERY])
    if not hits:
        return Results(button=asker.voice.say("inline-nothing"))
    return Results(articles=tuple(_hit(asker, hit) for hit in hits[:MOST_HITS]))


async def _of_link(context: ChatContext, bot: Bot, asker: _Asker, url: str) -> Results:
    """The summaries of a page in three lengths; where it takes long, one that comes when it is chosen."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            views = await _three_lengths(context, asker, url)
    except TimeoutError:
        return Results(articles=(_later(asker, bot, url),), button=asker.voice.say("inline-slow"))
    except BotError as error:
        return Results(button=asker.voice.explain(error))
    return Results(
        articles=tuple(
            _offer(asker, view, key) for view, key in zip(views, (key for _, key in _SIZES), strict=False)
        )
    )


async def _three_lengths(context: ChatContext, asker: _Asker, url: str) -> Sequence[SummaryView]:
    """Short, medium and long; an article that has no more sentences is offered fewer times."""
    # Only typed: it may be the beginning of an address, and nobody has chosen to read it yet.
    first = await context.services.reader.preview(
        asker.origin, LinkSource(url=url), sentences=SHORT, now=context.clock.now()
    )
    views = [first]
    for size, _ in _SIZES[1:]:
        view = await context.services.reader.show(replace(first.reading, sentences=size))
        if len(view.sentences) > len(views[-1].sentences):
            views.append(view)
    return views


def _offer(asker: _Asker, view: SummaryView, key: str) -> InlineQueryResultArticle:
    title = Labels(asker.voice).name(view.reading, None, 80)
    shown = one_line(" ".join(sentence.text for sentence in view.sentences), 120)
    return InlineQueryResultArticle(
        id=f"{_SUMMARY}:{view.reading.sentences}",
        title=asker.voice.say(key, title=title),
        description=shown,
        input_message_content=_content(_summary(asker, view)),
    )


def _later(asker: _Asker, bot: Bot, url: str) -> InlineQueryResultArticle:
    """A message that says that the summary comes; without a button Telegram would not let it be changed."""
    open_chat = InlineKeyboardButton(asker.voice.say("inline-open"), url=f"https://t.me/{bot.username}")
    return InlineQueryResultArticle(
        id=f"{_LATER}:{MEDIUM}",
        title=asker.voice.say("inline-later", site=host(url)),
        description=asker.voice.say("inline-later-hint"),
        input_message_content=_content(asker.voice.html("doing-reading", what=host(url))),
        reply_markup=InlineKeyboardMarkup([[open_chat]]),
    )


def _hit(asker: _Asker, hit: PassageView) -> InlineQueryResultArticle:
    title = Labels(asker.voice).name(hit.reading, None, 80)
    quote = one_line(hit.sentence.text, 900)
    head = tag("b", link(hit.article.url, escape(title)))
    return InlineQueryResultArticle(
        id=f"hit:{hit.reading.reading_id}",
        title=title,
        description=one_line(hit.sentence.text, 120),
        input_message_content=_content(f"{head}\n{tag('blockquote', escape(quote))}"),
    )


def _summary(asker: _Asker, view: SummaryView) -> str:
    """A summary in one message; what has no room is left out at the end of a sentence."""
    return split(asker.cards.summary(view).html)[0]


def _content(html: str) -> InputTextMessageContent:
    return InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW)


def _link_in(text: str) -> str | None:
    """The first link of what somebody has typed."""
    for written in find_links(text):
        try:
            return clean_url(written)
        except NotALinkError:
            continue
    return None
