"""The words of the questions that suggest themselves, which are in an article's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.core.suggestions import Suggestion, bare
from bot.messages.catalogue import Messages


@dataclass(frozen=True, slots=True)
class QuestionPhrase:
    """Words the questions that suggest themselves, in an article's language, or bare where it has none.

    It is handed to worker processes, and so carries the language only.
    """

    language: str  # ISO 639-1

    def __call__(self, suggestion: Suggestion) -> str:
        """The question that a suggestion asks."""
        key = f"suggest-{suggestion.kind}"
        if not _installed().has(self.language, key):
            return bare(suggestion)
        return _installed().say(self.language, key, **suggestion.values)


@cache
def _installed() -> Messages:
    return Messages.load()
