"""Reading what people send: links, texts and files, alone or several at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from telegram import Document

from bot.chat.contents import Contents
from bot.chat.handlers import asking, comparing
from bot.chat.handlers.basics import on_help
from bot.chat.handlers.sources import (
    doing,
    fetch_file,
    is_readable,
    replied_message,
    sources_of,
    subject,
    text_source,
)
from bot.chat.requests import Request, after_command, parse_request
from bot.chat.turns import Said, Turn, Work
from bot.chat.views.render import Rendered
from bot.chat.views.summary_cards import missed_links
from bot.core.errors import BotError
from bot.core.readings import Reading
from bot.core.remarks import is_greeting, is_remark, is_thanks
from bot.services import lengths
from bot.services.archive import may_help
from bot.services.reading import ARTICLE_CHARACTERS, ARTICLE_SENTENCES, MOST_SOURCES
from bot.services.views import LinkSource, Source, SummaryView, TextSource

LONGEST_WISH = 40  # characters of a few words that ask for what a button does
_OTHER_LINK = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)  # http and https were taken before


async def on_message(turn: Turn) -> Said:
    """Whatever a person writes or sends that is no command."""
    contents = turn.contents
    if contents.document:
        return await _read_file(turn, contents.document)
    if await turn.services.reader.is_article(contents.text):
        return await read_one(turn, text_source(contents), links=contents.links)
    if contents.links:
        return await _read_links(turn)
    if contents.unreadable and not (contents.asks and await turn.replied()):
        return turn.say("cannot-read", kind=contents.unreadable)
    if not contents.text.strip():
        return turn.say("cannot-read", kind="other")
    return await _short_text(turn)


async def on_summarize(turn: Turn) -> Said:
    """/summarize and /tldr: a link, a text, what is replied to, or the article at hand; sized and aimed."""
    contents, text = turn.contents, after_command(turn.contents.text)
    request = parse_request(after_command(contents.rest), about_words(turn))
    if len(contents.links) > 1 and request.plain and len(text) < ARTICLE_CHARACTERS:
        return await read_several(turn, [LinkSource(url=url) for url in contents.links])
    if contents.links and len(text) < ARTICLE_CHARACTERS:
        return await read_one(turn, LinkSource(url=contents.links[0]), request=request)
    if request.other:
        return await _text_in_command(turn, text)
    return await _what_is_there(turn, request)


async def on_keywords(turn: Turn) -> Said:
    """/keywords: of a link, of what is replied to, or of the article at hand."""
    if turn.contents.links:
        source = LinkSource(url=turn.contents.links[0])
        turn.doing = doing(turn, source)
        view = await turn.services.reader.read(turn.origin, source)
    else:
        view = await turn.services.reader.show((await subject(turn))[0])
    words = await turn.services.reader.keywords(view.reading)
    return turn.show(turn.summaries.keywords(view, words), [view.reading])


async def on_bundle(turn: Turn, parts: Sequence[Contents]) -> Said:
    """An album, or posts that were forwarded in one go: one reply for all of them."""
    sources = await sources_of(turn, parts)
    if len(sources) > 1:
        return await read_several(turn, sources)
    if sources:
        return await read_one(turn, sources[0])
    kinds = [part.unreadable for part in parts if part.unreadable]
    return turn.say("cannot-read", kind=kinds[0] if kinds else "other")


async def read_one(
    turn: Turn, source: Source, *, request: Request | None = None, links: Sequence[str] = ()
) -> Said:
    """Read one source and show its summary; of a page that can't be had, the way to its archived copy."""
    turn.doing = doing(turn, source)
    request = request or Request()
    try:
        view = await turn.services.reader.read(
            turn.origin, source, sentences=request.sentences, about=request.about
        )
    except BotError as error:
        if isinstance(source, LinkSource) and may_help(error):
            return turn.show(turn.summaries.failure(error), links=[source.url])
        raise
    return shown(turn, view, links)


async def read_again(turn: Turn, reading: Reading, source: LinkSource) -> Said:
    """Fetch the page of a reading anew: what it says now, or that it says the same."""
    said = await read_one(turn, source)
    if [now.version for now in said.readings] == [reading.version]:
        same = turn.voice.html("again-same", title=turn.labels.name(reading, None))
        return turn.show(Rendered(same), said.readings)
    return said


async def read_several(turn: Turn, sources: Sequence[Source]) -> Said:
    """Read several sources and show a short summary of each."""
    taken = sources[:MOST_SOURCES]
    turn.doing = turn.voice.html("doing-reading-several", count=len(taken))
    outcomes = await turn.services.reader.read_several(turn.origin, taken)
    views = [outcome.view for outcome in outcomes if outcome.view]
    card = turn.summaries.several(outcomes, left_out=len(sources) - len(taken))
    card = await comparing.with_comparison(turn, card, views)
    return turn.show(card, [view.reading for view in views], links=missed_links(outcomes))


def shown(turn: Turn, view: SummaryView, links: Sequence[str] = ()) -> Said:
    """A summary with its buttons; a text that is too short for one comes back as it is."""
    if view.article.url is None and len(view.article.text) < ARTICLE_CHARACTERS and not links:
        return turn.show(turn.summaries.short_text(view), [view.reading])
    return turn.show(turn.summaries.summary(view, links), [view.reading])


def about_words(turn: Turn) -> frozenset[str]:
    """The words that open a topic after a command, in every language that the bot speaks."""
    return turn.context.localization.messages.words("command-about-words")


async def _read_file(turn: Turn, document: Document) -> Said:
    """A file; its caption may ask a question, or say how the summary is wanted, also as a command."""
    caption = turn.contents.rest
    if caption.startswith("/"):
        caption = after_command(caption)
    source = await fetch_file(turn, document)
    if turn.contents.asks:
        view = await turn.services.reader.read(turn.origin, source)
        return await asking.ask(turn, [view.reading], caption)
    return await read_one(turn, source, request=parse_request(caption, about_words(turn)))


async def _read_links(turn: Turn) -> Said:
    contents = turn.contents
    sources = [LinkSource(url=url) for url in contents.links]
    if contents.asks:
        return await asking.ask_links(turn, sources[:MOST_SOURCES], contents.rest)
    if len(sources) > 1:
        return await read_several(turn, sources)
    request = parse_request(contents.rest, about_words(turn))
    return await read_one(turn, sources[0], request=request)


async def _short_text(turn: Turn) -> Said:
    """Less than an article: a question, or a text that comes back as it is."""
    contents = turn.contents
    wish = _wish(turn)
    if wish:
        return await wish(turn)
    no_question = await _says_nothing_to_look_for(turn)
    if no_question:
        return turn.say(no_question)
    replied = await turn.replied()
    told = not contents.asks and await turn.services.reader.sentences_in(contents.text) >= ARTICLE_SENTENCES
    if contents.forwarded or (told and not replied):
        readings: Sequence[Reading] = ()
    else:
        readings = replied or await turn.services.reader.at_hand(turn.origin)
    if readings:
        return await asking.ask(turn, readings, contents.text)
    if contents.asks:
        return turn.say("question-without-article")
    if await turn.services.reader.sentences_in(contents.text) < 2:
        return turn.say("text-short")
    return await read_one(turn, text_source(contents))


def _wish(turn: Turn) -> Work | None:
    """What a word or two ask for that many write in place of the command or the button: "longer", "help"."""
    if not turn.personal or turn.contents.forwarded or len(turn.contents.text) > LONGEST_WISH:
        return None
    words = " ".join(turn.contents.text.lower().split()).strip("¿¡.!?؟… ")
    known = turn.context.localization.messages.words
    return next((work for key, work in _WISHES.items() if words in known(key)), None)


async def _summarize_it(turn: Turn) -> Said:
    return await _what_is_there(turn, Request())


async def _resize(turn: Turn, step: Callable[[int], int | None]) -> Said:
    """The summary of what is at hand anew, a step shorter or longer."""
    reading = (await turn.subject())[0]
    wanted = step(reading.sentences) or reading.sentences
    view = await turn.services.reader.again(turn.origin, reading, sentences=wanted, about=reading.about)
    return shown(turn, view)


async def _shorter(turn: Turn) -> Said:
    return await _resize(turn, lengths.shorter)


async def _longer(turn: Turn) -> Said:
    return await _resize(turn, partial(lengths.longer, available=lengths.MOST))


_WISHES: Mapping[str, Work] = {
    "wish-summary-words": _summarize_it,
    "wish-shorter-words": _shorter,
    "wish-longer-words": _longer,
    "wish-help-words": on_help,
}


async def _says_nothing_to_look_for(turn: Turn) -> str | None:
    """What to say to a short text that is neither a question nor worth reading."""
    contents = turn.contents
    if _OTHER_LINK.fullmatch(contents.text.strip()):
        return "link-kinds"
    if turn.personal and not contents.forwarded:
        if is_thanks(contents.text):
            return "remark-taken"
        if is_remark(contents.text):
            return "remark-noted" if await turn.services.reader.at_hand(turn.origin) else "start"
        if is_greeting(contents.text):
            return "start"
    return None if any(map(str.isalnum, contents.text)) else "error-empty-text"


async def _text_in_command(turn: Turn, text: str) -> Said:
    """Words after /summarize that are no link and no wish: a text, if there is enough of it."""
    if await turn.services.reader.sentences_in(text) < 2:
        return turn.say("summarize-usage")
    return await read_one(turn, TextSource(text=text), links=turn.contents.links)


async def _what_is_there(turn: Turn, request: Request) -> Said:
    """The summary of what the command replies to, or of the article at hand."""
    readings = await turn.replied()
    held = None if readings else replied_message(turn)
    if held is not None:
        elsewhere = turn.message.reply_to_message is None  # of that message only what was quoted is known
        sources = [] if elsewhere and not await is_readable(turn, held) else await sources_of(turn, [held])
        if len(sources) > 1:
            return await read_several(turn, sources)
        if not sources:
            return turn.say("group-nothing-to-read")
        return await read_one(turn, sources[0], request=request)
    if not readings:
        readings = await turn.services.reader.at_hand(turn.origin)
    if not readings:
        return turn.say("summarize-usage")
    view = await turn.services.reader.again(
        turn.origin, readings[0], sentences=request.sentences, about=request.about
    )
    return shown(turn, view)
