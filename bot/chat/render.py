"""Values become messages: Telegram's HTML, cut where a message ends."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message as it is sent: HTML within Telegram's limit, and its buttons."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
