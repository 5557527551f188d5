"""What asks nothing."""

from __future__ import annotations

import pytest

from bot.core.remarks import is_remark


@pytest.mark.parametrize(
    "text", ["thanks!", "Thank you so much", "ok", "OK.", "👍", "❤️ ", "Danke", "спасибо", "谢谢", "d’accord"]
)
def test_thanks_agreement_and_pictures_are_remarks(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    ["", "...", "\u200b", "ok?", "👍 or 👎?", "orchids", "thanks for nothing", "good 5", "so so so so so"],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_remark(text)
