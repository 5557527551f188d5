"""The buttons under each kind of message."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.views import reading_callbacks
from bot.chat.views.reading_callbacks import ReadingCallback
from bot.chat.views.render import one_line
from bot.chat.views.voice import Voice
from bot.core.readings import LONG, MEDIUM, SHORT, Layout, Preferences, Reading
from bot.core.suggestions import LONGEST_QUESTION
from bot.services.library import PAGE_SIZE
from bot.services.views import HistoryPage, SummaryView

MOST_LINKS = 3  # buttons for the links that stand in a pasted text
FOLLOW = "auto"  # the choice of no language of one's own


def summary(
    voice: Voice, view: SummaryView, suggestions: Sequence[str], links: Sequence[str] = ()
) -> InlineKeyboardMarkup:
    """Shorter · Longer · Read again, Keywords · Ask, Context · Why, and suggested questions.

    Four in a row would be cut on a phone.
    """
    reading_id = view.reading.reading_id
    rows = [
        _changes_of(voice, view),
        [
            _button(voice.say("button-keywords"), reading_callbacks.ShowKeywords(reading_id)),
            _button(voice.say("button-ask"), reading_callbacks.TakeUp(reading_id)),
        ],
        [
            _button(voice.say("button-context"), reading_callbacks.ShowContext(reading_id)),
            _button(voice.say("button-why"), reading_callbacks.ShowReasons(reading_id)),
        ],
    ]
    rows += [
        [_button(one_line(question, LONGEST_QUESTION), reading_callbacks.AskSuggested(reading_id, number))]
        for number, question in enumerate(suggestions)
    ]
    return InlineKeyboardMarkup([row for row in (*rows, *_link_rows(links)) if row])


def _changes_of(voice: Voice, view: SummaryView) -> list[InlineKeyboardButton]:
    """What can become of a summary: shorter, longer, and of a page on the web one of today."""
    reading_id = view.reading.reading_id
    sizes = [("button-shorter", view.shorter), ("button-longer", view.longer)]
    buttons = [
        _button(voice.say(key), reading_callbacks.Resize(reading_id, size))
        for key, size in sizes
        if size is not None
    ]
    if view.article.url is not None and view.archived_on is None:
        buttons.append(_button(voice.say("button-again"), reading_callbacks.ReadAgain(reading_id)))
    return buttons


def back_to_summary(voice: Voice, view: SummaryView, links: Sequence[str] = ()) -> InlineKeyboardMarkup:
    """The way back from keywords, context or reasons."""
    callback = reading_callbacks.Resize(view.reading.reading_id, view.reading.sentences)
    return InlineKeyboardMarkup([[_button(voice.say("button-summary"), callback)], *_link_rows(links)])


def answer(voice: Voice, passages: int) -> InlineKeyboardMarkup | None:
    """A button for the context of each passage."""
    if passages == 0:
        return None
    labels = (
        [voice.say("button-context")]
        if passages == 1
        else [voice.say("button-context-of", number=number + 1) for number in range(passages)]
    )
    buttons = [_button(label, reading_callbacks.ShowPassage(number)) for number, label in enumerate(labels)]
    return InlineKeyboardMarkup([buttons])


def back_to_answer(voice: Voice) -> InlineKeyboardMarkup:
    """The way back from the context of a passage."""
    return InlineKeyboardMarkup([[_button(voice.say("button-answer"), reading_callbacks.ShowAnswer())]])


def openers(numbered: Sequence[tuple[int, Reading]]) -> InlineKeyboardMarkup | None:
    """A button for each article of a list, with its number there, four in a row."""
    buttons = [
        _button(str(number), reading_callbacks.Open(reading.reading_id)) for number, reading in numbered
    ]
    rows = [buttons[start : start + 4] for start in range(0, len(buttons), 4)]
    return InlineKeyboardMarkup(rows) if rows else None


def failure(voice: Voice) -> InlineKeyboardMarkup:
    """The way to a copy of a page that could not be read."""
    return InlineKeyboardMarkup([[_button(voice.say("button-archive"), reading_callbacks.ReadCopy(0))]])


def several(
    voice: Voice, read: Sequence[tuple[int, Reading]], unread: Sequence[int]
) -> InlineKeyboardMarkup | None:
    """A button for each article of a list, and one for each page that the web archive may have."""
    opening = openers(read)
    rows = [list(row) for row in opening.inline_keyboard] if opening else []
    copies = [
        _button(voice.say("button-archive-of", number=number), reading_callbacks.ReadCopy(place))
        for place, number in enumerate(unread)
    ]
    rows += [copies[start : start + 2] for start in range(0, len(copies), 2)]
    return InlineKeyboardMarkup(rows) if rows else None


def history(voice: Voice, page: HistoryPage) -> InlineKeyboardMarkup:
    """The articles of a page, and the ways to the pages beside it."""
    numbered = openers(list(enumerate(page.readings, start=page.offset + 1)))
    rows = [list(row) for row in numbered.inline_keyboard] if numbered else []
    turns = []
    if page.offset > 0:
        turns.append(
            _button(voice.say("button-newer"), reading_callbacks.TurnPage(max(0, page.offset - PAGE_SIZE)))
        )
    if page.more:
        turns.append(_button(voice.say("button-older"), reading_callbacks.TurnPage(page.offset + PAGE_SIZE)))
    return InlineKeyboardMarkup([*rows, turns] if turns else rows)


def settings(voice: Voice, chosen: Preferences) -> InlineKeyboardMarkup:
    """What can be chosen; the present choice is marked."""
    lengths = [("choice-short", SHORT), ("choice-medium", MEDIUM), ("choice-long", LONG)]
    layouts = [("choice-paragraphs", Layout.PARAGRAPHS), ("choice-bullets", Layout.BULLETS)]
    rows = [
        [
            _choice(voice.say(key), "length", str(size), chosen=size == chosen.sentences)
            for key, size in lengths
        ],
        [
            _choice(voice.say(key), "layout", layout, chosen=layout is chosen.layout)
            for key, layout in layouts
        ],
    ]
    return InlineKeyboardMarkup([*rows, *_language_rows(voice, chosen)])


def languages(voice: Voice, chosen: Preferences) -> InlineKeyboardMarkup:
    """The languages that the bot speaks; the present choice is marked."""
    return InlineKeyboardMarkup(_language_rows(voice, chosen))


def _language_rows(voice: Voice, chosen: Preferences) -> list[list[InlineKeyboardButton]]:
    locales = [
        _choice(voice.messages.say(locale, "language-name"), "locale", locale, locale == chosen.locale)
        for locale in voice.messages.locales
    ]
    rows = [locales[start : start + 3] for start in range(0, len(locales), 3)]
    return [*rows, [_choice(voice.say("choice-locale-auto"), "locale", FOLLOW, chosen.locale is None)]]


def forget(voice: Voice, user_id: int) -> InlineKeyboardMarkup:
    """Erase, or leave everything as it is."""
    return InlineKeyboardMarkup(
        [
            [_button(voice.say("button-forget"), reading_callbacks.Forget(user_id, sure=True))],
            [_button(voice.say("button-keep"), reading_callbacks.Forget(user_id, sure=False))],
        ]
    )


def links_of(keyboard: InlineKeyboardMarkup | None) -> list[str]:
    """The addresses on a keyboard's buttons: they stay when the message is edited."""
    rows = keyboard.inline_keyboard if keyboard else ()
    return [button.url for row in rows for button in row if button.url]


def _button(label: str, callback: ReadingCallback) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=reading_callbacks.encode(callback))


def _choice(label: str, field: str, value: str, chosen: bool) -> InlineKeyboardButton:
    return _button(f"✓ {label}" if chosen else label, reading_callbacks.Choose(field, value))


def _link_rows(links: Sequence[str]) -> list[list[InlineKeyboardButton]]:
    """Buttons that open links; Telegram refuses a message with one whose host has no dot."""
    hosts = [(urlsplit(url).hostname or "", url) for url in links]
    buttons = [InlineKeyboardButton(host.removeprefix("www."), url=url) for host, url in hosts if "." in host]
    return [[button] for button in buttons[:MOST_LINKS]]
