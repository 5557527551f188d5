"""What asks nothing."""

from __future__ import annotations

import pytest

from bot.core.remarks import is_greeting, is_remark


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "Thank you so much",
        "ok",
        "OK.",
        "👍",
        "❤️ ",
        "Danke",
        "спасибо",
        "谢谢",
        "ありがとうございます",
        "d’accord",
    ],
)
def test_thanks_agreement_and_pictures_are_remarks(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    ["", "...", "\u200b", "ok?", "👍 or 👎?", "orchids", "thanks for nothing", "good 5", "so so so so so"],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "Hello!",
        "Hello, how are you?",
        "Good morning",
        "Guten Tag",
        "привет, как дела?",
        "مرحبا",
        "¡Buenos días!",
    ],
)
def test_a_greeting_is_known_and_is_no_remark(text: str) -> None:
    assert is_greeting(text)
    assert not is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👋",
        "How are you?",
        "good",
        "Hello Kitty",
        "Hi, what is Nutshell?",
        "good, what is it?",
        "Good news?",
        "hi, who is the mayor?",
        "day",
        "hi 5",
    ],
)
def test_what_asks_something_is_no_greeting(text: str) -> None:
    assert not is_greeting(text)
