"""What is said in one line, in languages that run either way."""

from datetime import date

import pytest

from bot.chat.views.voice import Voice
from bot.messages import Messages

FSI, PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "marlow.example · Ada Quill"),
        ("ar", f"{FSI}marlow.example{PDI} · {FSI}Ada Quill{PDI} · ٣ دقائق"),
    ],
)
def test_facts_stand_in_the_order_of_the_line(locale: str, line: str) -> None:
    facts = ["marlow.example", "", "Ada Quill", None, "٣ دقائق" if locale == "ar" else None]
    assert Voice(Messages.load(), locale).facts(facts) == line


def test_no_date_looks_like_a_command() -> None:
    """A slash before figures becomes a link in Telegram's clients, and marks of direction break the line."""
    messages = Messages.load()
    for locale in messages.locales:
        told = Voice(messages, locale).day(date(2026, 11, 24))
        assert not set(told) & set("/\u200e\u200f"), f"{locale}: {told}"


def test_a_command_and_what_stands_behind_it_are_one_piece_between_words_from_right_to_left() -> None:
    source = {"en": ["help = x"], "ar": ["help = اكتب /tldr 3 أو /tldr https://… عن الأسعار، ثم /help."]}
    told = Messages(source).say("ar", "help")
    assert told == (f"اكتب {FSI}/tldr 3{PDI} أو {FSI}/tldr https://…{PDI} عن الأسعار، ثم {FSI}/help{PDI}.")
