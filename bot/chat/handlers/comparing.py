"""What texts on one story all say, and what only each says: /compare, and a button where links meet."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.chat.addressing import reply_target
from bot.chat.contents import read_message
from bot.chat.turns import Said, Turn, Work
from bot.chat.views import screen_callbacks
from bot.chat.views.digest_cards import comparison_html
from bot.chat.views.render import Rendered
from bot.chat.views.screen_callbacks import ScreenCallback
from bot.core.errors import WorkError
from bot.core.readings import Reading
from bot.services.reading import MOST_SOURCES
from bot.services.views import LinkSource, SummaryView

AREA = "compare"


async def on_compare(turn: Turn) -> Said:
    """/compare with two links or more, behind it or in the message that it replies to."""
    target = reply_target(turn.message)
    links = turn.contents.links or (read_message(target).links if target else ())
    if len(links) < 2:
        return turn.say("compare-usage")
    turn.doing = turn.voice.html("doing-reading-several", count=len(links[:MOST_SOURCES]))
    sources = [LinkSource(url=url) for url in links[:MOST_SOURCES]]
    outcomes = await turn.services.reader.read_several(turn.origin, sources)
    for outcome in outcomes:
        if outcome.error is not None:
            raise outcome.error
    return await _compared(turn, [outcome.view for outcome in outcomes if outcome.view])


async def with_comparison(turn: Turn, card: Rendered, views: Sequence[SummaryView]) -> Rendered:
    """The card of several texts, with a button that compares those of one story where there are such."""
    if len(views) < 2:
        return card
    try:
        story = await turn.services.comparer.same_story([view.article for view in views])
    except WorkError:  # the summaries are there, and nobody has asked for a comparison
        return card
    if not story:
        return card
    numbers = screen_callbacks.fitting(AREA, "go", [views[place].reading.reading_id for place in story])
    button = screen_callbacks.button(turn.voice.say("button-compare"), AREA, "go", *numbers)
    rows = card.buttons.inline_keyboard if card.buttons else ()
    return Rendered(card.html, InlineKeyboardMarkup([[button], *rows]))


async def on_callback(turn: Turn, callback: ScreenCallback) -> Work:
    """The comparison, as a new message. Raises NoReadingError for what is not this person's."""
    wanted = [callback.number(place) or 0 for place in range(min(len(callback.words), MOST_SOURCES))]
    readings: list[Reading] = [await turn.reading(number) for number in wanted]

    async def work(turn: Turn) -> Said:
        return await _compared(turn, [await turn.services.reader.show(reading) for reading in readings])

    return work


async def _compared(turn: Turn, views: Sequence[SummaryView]) -> Said:
    articles = [view.article for view in views]
    found = await turn.services.comparer.compare(articles)
    card = Rendered(comparison_html(turn.voice, articles, found))
    return turn.show(card, [view.reading for view in views])
