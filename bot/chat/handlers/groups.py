"""What people ask in a group: by command, by the bot's name, by a reply, by a reaction, or just by a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message

from bot.chat.addressing import as_command, reply_target, topic_of
from bot.chat.contents import Contents, read_message
from bot.chat.handlers import asking, reading
from bot.chat.handlers.sources import text_source
from bot.chat.membership import is_deaf
from bot.chat.requests import Request, after_command, parse_request
from bot.chat.turns import Said, Turn
from bot.chat.views.render import Rendered, tag
from bot.core.readings import Reading
from bot.services.reading import ARTICLE_CHARACTERS, MOST_SOURCES
from bot.services.views import LinkSource


async def on_summarize(turn: Turn) -> Said:
    """/tldr: as in private; alone, it is about the last link of the topic."""
    request = parse_request(after_command(turn.contents.rest), reading.about_words(turn))
    if turn.contents.links or request.other or turn.contents.document:
        return await reading.on_summarize(turn)
    target = reply_target(turn.message)
    if target is None and turn.message.external_reply is None:
        return await _last_link(turn, request)
    if target is not None:
        await _note_links(turn, target)
    return await reading.on_summarize(turn)


async def on_caption(turn: Turn) -> Said:
    """/tldr in the caption of a file, or of a picture with a link."""
    return await (reading.on_message(turn) if turn.contents.document else on_summarize(turn))


async def on_mention(turn: Turn) -> Said:
    """The bot's name with a link, a question or a wish, or under a message that somebody has written."""
    contents = turn.contents
    if contents.document or contents.links or len(contents.text) >= ARTICLE_CHARACTERS:
        return await reading.on_message(turn)
    if contents.asks:
        return await _question(turn)
    request = parse_request(contents.rest, reading.about_words(turn))
    if request.other:
        return turn.say("group-how")
    turn.contents = as_command(contents)
    return await on_summarize(turn)


async def on_reply(turn: Turn, readings: Sequence[Reading]) -> Said:
    """A reply to something that the bot has said about these readings: a question, or another link."""
    if turn.contents.links and not turn.contents.asks:
        return await on_links(turn)
    return await asking.ask(turn, readings, turn.contents.text)


async def on_links(turn: Turn) -> Said:
    """The summary of what a message links to, or of its long text."""
    if not turn.contents.links or await turn.services.reader.is_article(turn.contents.text):
        return await reading.read_one(turn, text_source(turn.contents), links=turn.contents.links)
    links = [LinkSource(url=url) for url in turn.contents.links]
    if len(links) > 1:
        return await reading.read_several(turn, links)
    return await reading.read_one(turn, links[0])


async def is_readable(turn: Turn, contents: Contents) -> bool:
    """Whether a message that asks for nothing holds something to summarise where that is switched on."""
    if contents.text.startswith("/") or contents.asks:
        return False
    return bool(contents.links) or await turn.services.reader.is_article(contents.text)


async def _last_link(turn: Turn, request: Request) -> Said:
    url = await turn.context.rooms.last_link(
        turn.origin.chat_id, topic_of(turn.message), turn.context.clock.now()
    )
    if url is None:
        return await _no_link(turn)
    return await reading.read_one(turn, LinkSource(url=url), request=request)


async def _no_link(turn: Turn) -> Said:
    """That no link was seen; to who can change that also that none can be."""
    blocks = [turn.voice.html("group-no-link")]
    if await is_deaf(turn.bot, turn.origin.chat_id) and await turn.may_manage():
        blocks.append(tag("i", turn.voice.html("group-deaf")))
    return turn.show(Rendered("\n\n".join(blocks)))


async def _note_links(turn: Turn, target: Message) -> None:
    """Remember the links under which somebody asks: where the bot hears little it did not see them come."""
    links = read_message(target).links
    if links:
        await turn.context.rooms.note_links(
            turn.origin.chat_id, topic_of(turn.message), target.message_id, links, turn.context.clock.now()
        )


async def _question(turn: Turn) -> Said:
    """A question to the bot by its name: about what it replies to, or else what was read here lately."""
    target = reply_target(turn.message)
    readings = await turn.replied()
    if target is not None and not readings:
        return await _question_about(turn, target)
    readings = readings or await turn.services.reader.at_hand(turn.origin)
    readings = readings or (await turn.services.library.recent(turn.origin))[:1]
    if not readings:
        return turn.say("group-how")
    return await asking.ask(turn, readings, turn.contents.text)


async def _question_about(turn: Turn, target: Message) -> Said:
    contents = read_message(target)
    if contents.links and not await turn.services.reader.is_article(contents.text):
        links = [LinkSource(url=url) for url in contents.links[:MOST_SOURCES]]
        return await asking.ask_links(turn, links, turn.contents.rest)
    if not contents.text.strip():
        return turn.say("group-nothing-to-read")
    question = turn.contents
    turn.contents = replace(contents, forwarded=False)
    said = await on_links(turn)
    turn.contents = question
    return await asking.ask(turn, said.readings, question.rest)
