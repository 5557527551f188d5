"""The marks of lists that sentences begin with: "• ", "4. ", "(2) ", "9. · ". They are no part of what is
said.

A number with a full stop may also belong to the sentence: "4. Mai", "2. Bundesliga", "1. FC Köln". In
languages that write "3." for "third" it is a mark only where its neighbours in number stand before other
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bot.core.cutting.fullstops import ORDINALS
from bot.core.lexicon.written_dates import is_month

_SIGN = r"[•·‣▪▫◦●○■□◆◇❖▶►➤➢✓✔✅☑➡👉🔹🔸🔵📌]\ufe0f?[ \t\u00a0]*"
_DASH = r"(?:[*+\-]|--)[ \t\u00a0]+(?=[^\W\d_]|[\"“„«‘(])"
_NUMBER = r"(?:(?P<dotted>\d{1,2})[.](?![\d.])|\(?(?:\d{1,2}|[a-zA-Z])\)|\d\ufe0f?\u20e3)[ \t\u00a0]+"
# Behind a number, what begins a sentence: a capital, an opening mark, or a script without capitals.
_OPENS = r"(?=(?P<next>[\"“„«‘(¿¡*_]{0,2}[^\W\d_][\w’'-]*)|[•·‣▪●])"
_MARK = re.compile(rf"(?:{_SIGN}|{_DASH})+|{_NUMBER}{_OPENS}")
_LIKELY = re.compile(
    r"[^\w\"“„«»‘’'¿¡\[{<#$€£@…—–.,;:!?/%&=~|\\^`]|\d|\(|[a-zA-Z]\)"
)  # quickly told for most
_COUNTED = frozenset(  # "1. FC Köln won"
    {
        "fc",
        "sc",
        "fsv",
        "bundesliga",
        "liga",
        "lig",
        "division",
        "jahrhundert",
        "weltkrieg",
        "yüzyıl",
        "dünya",
    }
)
_ORDINAL = ORDINALS | {"pl"}
_MOST = 3  # marks, one behind the other


def mark_ends(sentences: Sequence[str], language: str) -> list[int]:
    """For each sentence of a text, how many of its first characters are a list's mark; never all of them."""
    found = {
        index: match
        for index, sentence in enumerate(sentences)
        if _LIKELY.match(sentence) and (match := _MARK.match(sentence)) is not None
    }
    listed = _in_order(found) if language in _ORDINAL else found.keys()
    ends = [0] * len(sentences)
    for index, match in found.items():
        if index in listed or match["dotted"] is None:
            ends[index] = _end(sentences[index], match, language)
    return ends


def _end(sentence: str, match: re.Match[str] | None, language: str) -> int:
    """Where the words begin, behind up to three marks."""
    end = 0
    for _ in range(_MOST):
        if match is None or _is_counted(match):
            break
        end = match.end()
        match = _MARK.match(sentence, end)
        if match is not None and match["dotted"] is not None and language in _ORDINAL:
            break
    return end if any(map(str.isalnum, sentence[end:])) else 0


def _is_counted(match: re.Match[str]) -> bool:
    if match["dotted"] is None or match["next"] is None:
        return False
    word = match["next"].lower()
    return word in _COUNTED or is_month(word)


def _in_order(found: Mapping[int, re.Match[str]]) -> Iterable[int]:
    """The sentences whose number is one more or one less than that of the mark beside it; not where the same
    word follows both ("1. Platz", "2. Platz").
    """
    numbered = [(index, match) for index, match in found.items() if match["dotted"] is not None]
    listed: set[int] = set()
    for (first, one), (second, other) in pairwise(numbered):
        if int(other["dotted"]) - int(one["dotted"]) == 1 and one["next"] != other["next"]:
            listed |= {first, second}
    return listed
