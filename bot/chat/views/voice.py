"""The bot's voice in one language: messages as text, or as HTML with their values escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.chat.views.render import escape
from bot.core.errors import BotError
from bot.messages import Messages


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one locale."""

    messages: Messages
    locale: str

    def say(self, key: str, **values: Any) -> str:
        """A message as plain text: for buttons, alerts and names."""
        return self.messages.say(self.locale, key, **values)

    def html(self, key: str, **values: Any) -> str:
        """A message for the body of a Telegram message."""
        return escape(self.say(key, **values))

    def explain(self, error: BotError) -> str:
        """What went wrong and what to do next, as plain text."""
        return self.messages.explain(self.locale, error)

    def day(self, day: date | datetime) -> str:
        """A date in the manner of the language."""
        return self.say("date", day=day)

    def language(self, code: str) -> str:
        """What a language (ISO 639-1) is called in this one; its code where that is not known."""
        return self.messages.language(self.locale, code)

    def apart(self, text: str) -> str:
        """A text that stays in its place in a line of the language, also where it runs against it."""
        return self.messages.apart(self.locale, text)

    def listed(self, things: Iterable[str]) -> str:
        """Things one after the other, as in a sentence."""
        return self.messages.listed(self.locale, things)

    def facts(self, facts: Iterable[str | None]) -> str:
        """Facts in one line without the empty ones, each of them apart."""
        return " · ".join(self.apart(fact) for fact in facts if fact)
