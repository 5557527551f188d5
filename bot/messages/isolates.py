"""Text that runs in two directions: what runs against the line that it stands in is isolated (UAX #9)."""

from __future__ import annotations

import re
import unicodedata

# First strong isolate, pop directional isolate (UAX #9): Fluent puts them around every value.
_FSI, _PDI = "\u2068", "\u2069"

# What begins or ends in a sign of its own and is read from left to right: a command, an address, an option,
# a user name. Between words that run the other way the sign would end up on the wrong side, and what stands
# behind a command ("/tldr 3") before it.
_ADDRESS = r"\w+://[^\s»()،؛]*"
_COMMAND = rf"/[A-Za-z]\w*(?: (?:{_ADDRESS}|\d+(?::\d\d)?))*"
_LATIN = re.compile(rf"{_ADDRESS}|(?<![\w/:<])(?:{_COMMAND}|(?:--?|@)[A-Za-z]\w*)", re.ASCII)


def isolated(text: str) -> str:
    """The text as a piece whose direction is its own."""
    return f"{_FSI}{text}{_PDI}"


def with_needed_isolates(text: str, *, right_to_left: bool) -> str:
    """The text with isolates around those values only that run the other way.

    The others would be invisible characters for nothing: in what people copy, search and have read aloud.
    """
    open_values: list[str] = [""]
    for piece in re.split(f"([{_FSI}{_PDI}])", text):
        if piece == _FSI:
            open_values.append("")
        elif piece == _PDI and len(open_values) > 1:
            value = open_values.pop()
            open_values[-1] += isolated(value) if runs_against(value, right_to_left=right_to_left) else value
        else:
            open_values[-1] += piece
    return "".join(open_values)


def runs_against(text: str, *, right_to_left: bool) -> bool:
    """Whether something in a text runs against a line of that direction."""
    against = {"L"} if right_to_left else {"R", "AL"}
    return any(unicodedata.bidirectional(character) in against for character in text)


def with_set_apart(text: str) -> str:
    """A text from right to left, with the commands, addresses, options and user names in it isolated."""
    return _LATIN.sub(_set_apart, text)


def _set_apart(match: re.Match[str]) -> str:
    text = match.group().rstrip(".,")
    return isolated(text) + match.group()[len(text) :]
