"""The callback data of reading buttons: at most 64 bytes, and read back from whatever a client sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

MOST_BYTES = 64  # Telegram's limit
_MOST_DIGITS = 18  # what a database keeps as a number


@dataclass(frozen=True, slots=True)
class Resize:
    """Show the summary of a reading with this many sentences."""

    reading_id: int
    sentences: int


@dataclass(frozen=True, slots=True)
class ShowKeywords:
    """Show a reading's keywords in place of its summary."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class ShowContext:
    """Show a reading's summary amid the text that it was taken from."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class ShowReasons:
    """Show why the sentences of a reading's summary were taken."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Put a reading at hand and say how to ask about it."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class AskSuggested:
    """Answer one of the questions that are suggested for a reading."""

    reading_id: int
    number: int  # 0-based


@dataclass(frozen=True, slots=True)
class Open:
    """Show the summary of a reading in a new message."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Fetch the page of a reading anew and show its summary in a new message."""

    reading_id: int


@dataclass(frozen=True, slots=True)
class ReadCopy:
    """Read what the web archive has of a page that could not be read."""

    number: int  # 0-based, among the links of the message


@dataclass(frozen=True, slots=True)
class ShowPassage:
    """Show one passage of the answer amid its text."""

    number: int  # 0-based


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """Show the whole answer again."""


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Show another page of the list of articles."""

    offset: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose a setting."""

    field: str  # length, layout or locale
    value: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase all of the person who asked for it, or leave everything as it is."""

    user_id: int
    sure: bool


ReadingCallback: TypeAlias = (
    Resize
    | ShowKeywords
    | ShowContext
    | ShowReasons
    | TakeUp
    | AskSuggested
    | Open
    | ReadAgain
    | ReadCopy
    | ShowPassage
    | ShowAnswer
    | TurnPage
    | Choose
    | Forget
)

# For each callback its letter and how its parts are read. The letters stay: old buttons must keep working.
_FORMS: dict[type, tuple[str, tuple[Callable[[str], int | str | bool], ...]]] = {}


def encode(callback: ReadingCallback) -> str:
    """The callback data of a button."""
    letter, _ = _FORMS[type(callback)]
    parts = (getattr(callback, name) for name in callback.__slots__)
    return ":".join([letter, *(str(int(part)) if isinstance(part, bool) else str(part) for part in parts)])


def decode(data: str) -> ReadingCallback | None:
    """What callback data stands for; None for what never was on a button of ours."""
    letter, *parts = data.split(":")
    for kind, (known, readers) in _FORMS.items():
        if known == letter and len(parts) == len(readers):
            try:
                values = [reader(part) for reader, part in zip(readers, parts, strict=True)]
                callback: ReadingCallback = kind(*values)
            except ValueError:
                return None
            return callback
    return None


def _number(part: str) -> int:
    if not (part.isascii() and part.isdigit() and len(part) <= _MOST_DIGITS):
        raise ValueError(part)
    return int(part)


def _yes(part: str) -> bool:
    return _number(part) == 1


def _word(part: str) -> str:
    if not part.replace("-", "").isalnum():
        raise ValueError(part)
    return part


_FORMS.update(
    {
        Resize: ("s", (_number, _number)),
        ShowKeywords: ("k", (_number,)),
        ShowContext: ("c", (_number,)),
        ShowReasons: ("e", (_number,)),
        TakeUp: ("a", (_number,)),
        AskSuggested: ("q", (_number, _number)),
        Open: ("o", (_number,)),
        ReadAgain: ("r", (_number,)),
        ReadCopy: ("w", (_number,)),
        ShowPassage: ("x", (_number,)),
        ShowAnswer: ("y", ()),
        TurnPage: ("l", (_number,)),
        Choose: ("p", (_word, _word)),
        Forget: ("f", (_number, _yes)),
    }
)
