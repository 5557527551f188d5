"""Questions, quotations and searches."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.handlers.sources import of_this_chat, subject
from bot.chat.requests import after_command
from bot.chat.turns import Said, Turn
from bot.core.quotes import Verdict
from bot.core.readings import Reading
from bot.services.reading import MOST_SOURCES
from bot.services.views import LinkSource

LONGEST_QUESTION = 1000  # characters; what is longer says no more about what is asked


async def ask(turn: Turn, readings: Sequence[Reading], question: str) -> Said:
    """Answer a question about readings; in a reply to an answer, understood by what was asked there."""
    turn.doing = turn.voice.html("doing-looking")
    answered = turn.message.reply_to_message
    earlier = None
    if answered is not None:
        earlier = await turn.services.library.questions_of(turn.origin, answered.message_id) or None
    view = await turn.services.answerer.ask(turn.origin, readings, question[:LONGEST_QUESTION], earlier)
    return turn.show(turn.answers.answer(view), view.readings, view.questions)


async def ask_links(turn: Turn, sources: Sequence[LinkSource], question: str) -> Said:
    """Answer a question about pages that came with it. Raises the first page's error if none can be read."""
    turn.doing = turn.voice.html("doing-reading-several", count=len(sources))
    outcomes = await turn.services.reader.read_several(turn.origin, sources)
    readings = [outcome.view.reading for outcome in outcomes if outcome.view]
    for outcome in outcomes:
        if not readings and outcome.error:
            raise outcome.error
    return await ask(turn, readings, question)


async def on_ask(turn: Turn) -> Said:
    """/ask: over the latest articles, or what is replied to, or the links beside the question."""
    question = after_command(turn.contents.rest)
    if not question:
        return turn.say("ask-usage")
    if turn.contents.links:
        links = turn.contents.links[:MOST_SOURCES]
        return await ask_links(turn, [LinkSource(url=url) for url in links], question)
    return await ask(turn, await of_this_chat(turn), question)


async def on_check(turn: Turn) -> Said:
    """/check: does a sentence stand in the article; or else in one of those that were read here lately."""
    quote = after_command(turn.contents.text).strip()
    if not quote:
        return turn.say("check-usage")
    turn.doing = turn.voice.html("doing-looking")
    view = await turn.services.answerer.check(await subject(turn), quote)
    message = turn.message
    if view.check.verdict is Verdict.ABSENT and not (message.reply_to_message or message.external_reply):
        elsewhere = await turn.services.answerer.check(await of_this_chat(turn), quote)
        view = view if elsewhere.check.verdict is Verdict.ABSENT else elsewhere
    return turn.show(turn.answers.check(view), [view.reading])


async def on_search(turn: Turn) -> Said:
    """/search: over everything that this chat has read."""
    words = after_command(turn.contents.text).strip()
    if not words:
        return turn.say("search-usage")
    turn.doing = turn.voice.html("doing-looking")
    asked = words[:LONGEST_QUESTION]
    found = await turn.services.answerer.search(turn.origin, asked)
    guessed = () if found else await turn.services.answerer.guess(turn.origin, asked)
    card = turn.answers.hits(words, found, guessed)
    return turn.show(card, [hit.reading for hit in found or guessed])
