"""What is said in one line, in languages that run either way."""

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
