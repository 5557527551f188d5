"""What there is to read in messages: in those that people send, and in those that they reply to."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Document, Message

from bot.chat.addressing import reply_target
from bot.chat.contents import Contents, read_elsewhere, read_message
from bot.chat.files import download
from bot.chat.turns import Turn
from bot.chat.views.labels import host
from bot.chat.views.render import one_line
from bot.core.errors import NoReadingError
from bot.core.readings import Reading
from bot.services.reading import MOST_SOURCES
from bot.services.views import ArchivedSource, FileSource, LinkSource, Source, TextSource


async def sources_of(turn: Turn, parts: Sequence[Contents]) -> list[Source]:
    """What there is to read in several messages; their short texts are one conversation, and read as one."""
    sources: list[Source] = []
    short: list[str] = []
    for part in parts:
        found = await _sources_in(turn, part)
        if not found and part.text.strip():
            short.append(part.text)
            continue
        sources += found
    if short:
        sources.append(TextSource(text="\n\n".join(short)))
    return list(dict.fromkeys(sources))


def replied_message(turn: Turn) -> Contents | None:
    """What is known of the message that this one replies to, here or in another chat.

    None where it replies to none, or to one of the bot's own.
    """
    answered = reply_target(turn.message)
    if answered is None:
        return read_elsewhere(turn.message)
    return None if _is_own(turn, answered) else read_message(answered)


async def is_readable(turn: Turn, held: Contents) -> bool:
    """Whether a message holds more than a few words: a link, a file, or some sentences."""
    if held.links or held.document:
        return True
    return await turn.services.reader.sentences_in(held.text) > 1


async def subject(turn: Turn) -> Sequence[Reading]:
    """What a command is about: what it replies to, read where nobody has yet, or what is at hand.

    Raises NoReadingError where there is none of these, and what reading raises.
    """
    return await _replied_to(turn) or await turn.subject()


async def of_this_chat(turn: Turn) -> Sequence[Reading]:
    """The same for /ask, which looks at all that was read here lately where it replies to nothing."""
    readings = await _replied_to(turn) or await turn.services.library.recent(turn.origin)
    if not readings:
        raise NoReadingError
    return readings


def text_source(contents: Contents) -> TextSource:
    """The text of a message, with the public post that it was forwarded from."""
    return TextSource(text=contents.text, url=contents.source_url, site=contents.source_name)


async def fetch_file(turn: Turn, document: Document) -> FileSource:
    """A file from Telegram. Raises FileTooLargeError, UnreadableFileError."""
    turn.doing = doing(turn, FileSource(body=b"", name=document.file_name))
    return await download(turn.bot, document)


def doing(turn: Turn, source: Source) -> str:
    """The placeholder while a source is read."""
    match source:
        case LinkSource(url=url):
            return turn.voice.html("doing-reading", what=host(url))
        case ArchivedSource():
            return turn.voice.html("doing-archive")
        case FileSource(name=str(name)):
            return turn.voice.html("doing-reading", what=one_line(name, 60))
        case _:
            return turn.voice.html("doing-reading-text")


async def _replied_to(turn: Turn) -> Sequence[Reading]:
    readings: Sequence[Reading] = await turn.replied()
    held = replied_message(turn)
    if readings or held is None or not await is_readable(turn, held):
        return readings
    sources = await sources_of(turn, [held])
    turn.doing = doing(turn, sources[0])
    outcomes = await turn.services.reader.read_several(turn.origin, sources[:MOST_SOURCES])
    found = [outcome.view.reading for outcome in outcomes if outcome.view]
    for outcome in outcomes:
        if not found and outcome.error:
            raise outcome.error
    return found


async def _sources_in(turn: Turn, part: Contents) -> list[Source]:
    if part.document:
        return [await fetch_file(turn, part.document)]
    if await turn.services.reader.is_article(part.text):
        return [text_source(part)]
    return [LinkSource(url=url) for url in part.links]


def _is_own(turn: Turn, message: Message) -> bool:
    """Whether the bot wrote it; of those that it has forgotten, nothing is read anew."""
    return message.from_user is not None and message.from_user.id == turn.bot.id
