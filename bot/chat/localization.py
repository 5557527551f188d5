"""In which language somebody is answered, and what sets values as messages in it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.views.summary_cards import SummaryCards
from bot.chat.views.voice import Voice
from bot.core.readings import Preferences
from bot.messages import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Localization:
    """The bot's words in every language."""

    messages: Messages
    default_locale: str  # where a person's is unknown

    def voice(self, preferences: Preferences, language_code: str | None) -> Voice:
        """The language of the chat's choice, or else of the person's Telegram, or else the default."""
        locale = self.messages.choose(preferences.locale or language_code, self.default_locale)
        return Voice(self.messages, locale)

    def summary_cards(self, voice: Voice, preferences: Preferences) -> SummaryCards:
        """What sets summaries as messages for a chat."""
        return SummaryCards(voice=voice, layout=preferences.layout)
