"""Rows of text into running text: blanks between them, or none, and hyphens where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from bot.core.lexicon import scripts

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HYPHENS = ("-", "‐", "\u00ad")
_DASHES = ("–", "—", "/")
_BROKEN = re.compile(r"([^\W_]+(?:[-‐][^\W_]+)*)[-‐]$")
_NEXT = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(
    f"[{scripts.HAN}{scripts.HIRAGANA}{scripts.KATAKANA}{scripts.THAI}{scripts.LAO}{scripts.KHMER}"
    f"{scripts.MYANMAR}\u3000-\u303f\uff01-\uff65]"
)
# "Haupt- und Nebenwege": the hyphen stands for a part that both words share.
_AND = frozenset(["und", "oder", "bzw", "sowie", "and", "or", "en", "of", "och", "eller", "og"])
# First parts that keep their hyphen more often than not.
_PREFIXES = frozenset(
    ["self", "non", "well", "ex", "all", "cross", "half", "quasi", "anti", "vice", "high", "low"]
)


def words_within(rows: Iterable[str]) -> frozenset[str]:
    """The words of a document that no line's end has cut, those with hyphens in them included."""
    found: set[str] = set()
    for row in rows:
        whole = row.rstrip()
        words = _WORDS.findall(whole.casefold())
        found.update(words[1:-1] if whole[-1:] in _HYPHENS else words[1:])
    return frozenset(found)


def join_rows(rows: Iterable[str], known: AbstractSet[str] = frozenset()) -> str:
    """Rows as running text.

    A hyphen at a row's end goes where the document has the word without it (`known`: `words_within`), stays
    where it has it with it or where what follows is a name or a number; else it goes.
    """
    parts: list[str] = []
    for row in rows:
        if parts:
            parts[-1] = _ready(parts[-1], row, known)
        parts.append(row)
    return "".join(parts)


def _ready(row: str, following: str, known: AbstractSet[str]) -> str:
    """A row with what stands between it and the next: a blank, nothing, or not even its hyphen."""
    if row.endswith("\u00ad"):
        return row
    broken, after = _BROKEN.search(row[-80:]), _NEXT.match(following)
    if broken is None or after is None:
        unspaced = _UNSPACED.match(row[-1:]) and _UNSPACED.match(following)
        dashed = row[-1:] in _DASHES and row[-2:-1].isalnum()
        return row if unspaced or dashed else f"{row} "
    if after[0].casefold() in _AND:
        return f"{row} "
    return row[:-1] if _is_one_word(broken[1], after[0], known) else row


def _is_one_word(before: str, after: str, known: AbstractSet[str]) -> bool:
    start, end = before.casefold(), after.casefold()
    if not after[0].islower() or not before[-1].isalpha():
        return False
    last = start.rpartition("-")[2]
    if last + end in known:
        return True
    if f"{start}-{end}" in known:
        return False
    return "-" not in before and len(last) > 1 and last not in _PREFIXES
