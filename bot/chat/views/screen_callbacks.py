"""The callback data of settings' buttons: an area, a verb and words, within Telegram's 64 bytes.

Reading buttons have data of their own (`bot.chat.views.reading_callbacks`); this is for whole screens, where
each verb knows what its words mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from telegram import InlineKeyboardButton

from bot.chat.requests import whole_number

MOST_BYTES = 64


@dataclass(frozen=True, slots=True)
class ScreenCallback:
    """A button of a screen: `area` names the screen, `verb` what it does there."""

    area: str
    verb: str
    words: tuple[str, ...] = ()

    def number(self, place: int) -> int | None:
        """The word at a place as a whole number; None for what is none, whatever a client sends."""
        return whole_number(self.word(place))

    def word(self, place: int) -> str:
        """The word at a place, empty where there is none."""
        return self.words[place] if place < len(self.words) else ""


def encode(area: str, verb: str, *words: object) -> str:
    """The callback data of a button.

    Raises ValueError where it is too long: Telegram would refuse the whole message.
    """
    data = ":".join([area, verb, *map(str, words)])
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"a button holds {MOST_BYTES} bytes: {area}:{verb}")
    return data


def fitting(area: str, verb: str, words: Sequence[object]) -> Sequence[object]:
    """As many of the words, from the first on, as a button has room for."""
    sizes = accumulate(
        (1 + len(str(word).encode()) for word in words), initial=len(f"{area}:{verb}".encode())
    )
    return words[: sum(size <= MOST_BYTES for size in sizes) - 1]


def decode(data: str) -> ScreenCallback:
    """What callback data says, whatever a client has sent."""
    area, _, rest = data.partition(":")
    verb, *words = rest.split(":")
    return ScreenCallback(area, verb, tuple(words))


def button(label: str, area: str, verb: str, *words: object, chosen: bool = False) -> InlineKeyboardButton:
    """A button; a tick marks what is chosen."""
    return InlineKeyboardButton(f"✓ {label}" if chosen else label, callback_data=encode(area, verb, *words))
