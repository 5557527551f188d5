"""Buttons: each press changes the message that it is under, opens a new one, or says a word in passing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bot.chat.handlers import room_settings
from bot.chat.handlers.basics import settings_card
from bot.chat.handlers.reading import read_again, read_one, shown
from bot.chat.turns import Said, Turn, Work
from bot.chat.views import keyboards, reading_callbacks
from bot.chat.views.render import Rendered, one_line
from bot.core.errors import NoReadingError
from bot.core.readings import LONG, MEDIUM, SHORT, Layout, Preferences
from bot.core.written_links import find_links
from bot.messages import QuestionPhrase
from bot.services.excerpts import opening
from bot.services.views import AnswerView, ArchivedSource, LinkSource

ALERT = 200  # characters that Telegram shows in a callback's answer


@dataclass(frozen=True, slots=True)
class Edit:
    """The message that the button is under becomes this."""

    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Alert:
    """A word in a box that the person closes; nothing in the chat changes."""

    text: str


@dataclass(frozen=True, slots=True)
class Anew:
    """A new message, worked out like the answer to one; the button's own message stays as it is."""

    work: Work


Effect: TypeAlias = Edit | Alert | Anew


async def on_callback(turn: Turn, data: str) -> Effect:
    """What a button does, whoever sends its data. Raises NoReadingError for what is not this person's."""
    wanted = reading_callbacks.decode(data)
    if wanted is None:
        return Alert(turn.voice.say("button-unknown"))
    return await _EFFECTS[type(wanted)](turn, wanted)


async def _resize(turn: Turn, wanted: reading_callbacks.Resize) -> Effect:
    reading = await turn.reading(wanted.reading_id)
    view = await turn.services.reader.resize(reading, wanted.sentences)
    return Edit(turn.summaries.summary(view, keyboards.links_of(turn.message.reply_markup)))


async def _keywords(turn: Turn, wanted: reading_callbacks.ShowKeywords) -> Effect:
    reading = await turn.reading(wanted.reading_id)
    view = await turn.services.reader.show(reading)
    words = await turn.services.reader.keywords(reading)
    return Edit(turn.summaries.keywords(view, words, keyboards.links_of(turn.message.reply_markup)))


async def _context(turn: Turn, wanted: reading_callbacks.ShowContext) -> Effect:
    view = await turn.services.reader.show(await turn.reading(wanted.reading_id))
    return Edit(turn.summaries.context(view, keyboards.links_of(turn.message.reply_markup)))


async def _reasons(turn: Turn, wanted: reading_callbacks.ShowReasons) -> Effect:
    view = await turn.services.reader.show(await turn.reading(wanted.reading_id))
    reasons = await turn.services.reader.reasons(view)
    return Edit(turn.summaries.reasons(view, reasons, keyboards.links_of(turn.message.reply_markup)))


async def _take_up(turn: Turn, wanted: reading_callbacks.TakeUp) -> Effect:
    reading = await turn.reading(wanted.reading_id)
    article = await turn.services.reader.article(reading)
    await turn.services.reader.put_at_hand(turn.origin, [reading])
    key = "ask-how" if turn.personal else "ask-how-group"
    return Alert(turn.voice.say(key, title=turn.labels.name(reading, opening(article))))


async def _ask_suggested(turn: Turn, wanted: reading_callbacks.AskSuggested) -> Effect:
    reading = await turn.reading(wanted.reading_id)
    view = await turn.services.reader.show(reading)
    if wanted.number >= len(view.suggestions):
        raise NoReadingError(reading=wanted.reading_id)
    question = QuestionPhrase(view.article.language)(view.suggestions[wanted.number])

    async def work(turn: Turn) -> Said:
        turn.doing = turn.voice.html("doing-looking")
        found = await turn.services.answerer.ask(turn.origin, [reading], question, ())
        return turn.show(turn.answers.answer(found, heading=question), found.readings, found.questions)

    return Anew(work)


async def _open(turn: Turn, wanted: reading_callbacks.Open) -> Effect:
    reading = await turn.reading(wanted.reading_id)

    async def work(turn: Turn) -> Said:
        view = await turn.services.reader.again(turn.origin, reading)
        return shown(turn, view, () if view.article.url else find_links(view.article.text))

    return Anew(work)


async def _read_again(turn: Turn, wanted: reading_callbacks.ReadAgain) -> Effect:
    reading = await turn.reading(wanted.reading_id)
    if reading.url is None:
        raise NoReadingError(reading=wanted.reading_id)
    source = LinkSource(url=reading.url, fresh=True)

    async def work(turn: Turn) -> Said:
        return await read_again(turn, reading, source)

    return Anew(work)


async def _read_copy(turn: Turn, wanted: reading_callbacks.ReadCopy) -> Effect:
    links = await turn.services.library.links_of(turn.origin, turn.message.message_id)
    if wanted.number >= len(links):
        raise NoReadingError

    async def work(turn: Turn) -> Said:
        return await read_one(turn, ArchivedSource(url=links[wanted.number]))

    return Anew(work)


async def _passage(turn: Turn, wanted: reading_callbacks.ShowPassage) -> Effect:
    view = await _answer_shown(turn)
    if wanted.number >= len(view.passages):
        raise NoReadingError
    return Edit(turn.answers.passage(view, wanted.number, heading=_heading(turn, view)))


async def _answer(turn: Turn, wanted: reading_callbacks.ShowAnswer) -> Effect:
    del wanted
    view = await _answer_shown(turn)
    return Edit(turn.answers.answer(view, heading=_heading(turn, view)))


async def _turn_page(turn: Turn, wanted: reading_callbacks.TurnPage) -> Effect:
    return Edit(turn.answers.history(await turn.services.library.history(turn.origin, wanted.offset)))


async def _choose(turn: Turn, wanted: reading_callbacks.Choose) -> Effect:
    if not await turn.may_manage():
        return Alert(turn.voice.say("admins-only"))
    chosen = changed(turn.preferences, wanted, turn.context.localization.messages.locales)
    if chosen is None:
        return Alert(turn.voice.say("button-unknown"))
    await turn.services.library.prefer(turn.origin, chosen)
    language = turn.person.language_code if turn.person else None
    turn.voice, turn.preferences = turn.context.localization.voice(chosen, language), chosen
    if not turn.personal:
        return Edit(await room_settings.card(turn))
    return Edit(settings_card(turn.voice, chosen))


async def _forget(turn: Turn, wanted: reading_callbacks.Forget) -> Effect:
    if wanted.user_id != turn.origin.user_id:
        return Alert(turn.voice.say("button-foreign"))
    if not wanted.sure:
        return Edit(Rendered(turn.voice.html("forget-kept")))
    # What is being done for them ends first: it would write down again what is erased here.
    async with turn.context.active.none_of(turn.origin.user_id, besides=turn.origin.update_id):
        count = await turn.services.library.forget(turn.origin)
    return Edit(Rendered(turn.voice.html("forget-done", count=count)))


def changed(
    preferences: Preferences, wanted: reading_callbacks.Choose, locales: tuple[str, ...]
) -> Preferences | None:
    """The preferences with one choice made; None for a choice that there is not."""
    match wanted.field, wanted.value:
        case "length", value if value in {str(SHORT), str(MEDIUM), str(LONG)}:
            return replace(preferences, sentences=int(value))
        case "layout", value if value in set(Layout):
            return replace(preferences, layout=Layout(value))
        case "locale", value if value == keyboards.FOLLOW:
            return replace(preferences, locale=None)
        case "locale", value if value in locales:
            return replace(preferences, locale=value)
        case _:
            return None


def alert(text: str) -> str:
    """A text within what a callback's answer may hold."""
    return one_line(text, ALERT)


def _heading(turn: Turn, view: AnswerView) -> str | None:
    """The question, where the message opens with it: it was a suggested one, and nobody has written it."""
    question = view.questions[-1]
    return question if (turn.message.text or "").startswith(question) else None


async def _answer_shown(turn: Turn) -> AnswerView:
    """The answer that the message holds, worked out again from what it was linked with."""
    message_id = turn.message.message_id
    readings = await turn.services.library.readings_of(turn.origin, message_id)
    questions = await turn.services.library.questions_of(turn.origin, message_id)
    if not readings or not questions:
        raise NoReadingError
    for reading in readings:
        await turn.reading(reading.reading_id)  # checks whose it is
    return await turn.services.answerer.answer(readings, questions)


_EFFECTS: Mapping[type, Callable[[Turn, Any], Awaitable[Effect]]] = {
    reading_callbacks.Resize: _resize,
    reading_callbacks.ShowKeywords: _keywords,
    reading_callbacks.ShowContext: _context,
    reading_callbacks.ShowReasons: _reasons,
    reading_callbacks.TakeUp: _take_up,
    reading_callbacks.AskSuggested: _ask_suggested,
    reading_callbacks.Open: _open,
    reading_callbacks.ReadAgain: _read_again,
    reading_callbacks.ReadCopy: _read_copy,
    reading_callbacks.ShowPassage: _passage,
    reading_callbacks.ShowAnswer: _answer,
    reading_callbacks.TurnPage: _turn_page,
    reading_callbacks.Choose: _choose,
    reading_callbacks.Forget: _forget,
}
