"""Sentences as they are quoted: with the words that were asked for, or amid their surroundings."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.views.render import escape, marked, tag
from bot.services.views import PassageView, Span

LONGEST_QUOTE = 900  # characters of one passage: three of them, with their places, fit in a message


def quoted(passage: PassageView) -> str:
    """A passage with the words that match, bold."""
    text = passage.sentence.text
    shown = text[:LONGEST_QUOTE]
    return marked(shown, passage.matched) + (" […]" if len(shown) < len(text) else "")


def amid(run: Sequence[Span]) -> str:
    """A run of text with the chosen sentences, bold."""
    return "".join(tag("b", escape(span.text)) if span.chosen else escape(span.text) for span in run)
