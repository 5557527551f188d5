"""Sentences that say nothing themselves: they tell what comes next, point at another place on the page, or
ask the reader to come, click, call or write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bot.core.data import lines
from bot.core.models import Sentence

_NORWEGIAN = {"nn": "nb", "no": "nb"}
_GOES_ON = (":", "：", ";", "；", ",", "，", "、", "-", "–", "—")
_TAIL = 60  # characters in which an ending is looked for
_ADDRESS = re.compile(r"(?<=[\w-])@[\w-]+(?:\.[\w-]+)+")
_LEADS_AWAY = re.compile(r"(?:https?://|www\.)\S+$")


class _Expressions(NamedTuple):
    opens: re.Pattern[str]
    ends: re.Pattern[str]
    holds: tuple[re.Pattern[str], ...]


def announcing(sentences: Sequence[Sentence], language: str) -> list[bool]:
    """For each sentence, whether it tells what comes next or speaks to the reader ("Here are a few tips.",
    "Call us today.").

    The words are known for eighteen languages; a colon at the end, an e-mail address and a link at the end
    tell in all of them.
    """
    return [sentence.text.endswith(_GOES_ON) or announces(sentence.text, language) for sentence in sentences]


def announces(text: str, language: str) -> bool:
    """Whether the words of one sentence do."""
    known = _expressions(_NORWEGIAN.get(language, language))
    lowered = text.lower()
    return (
        known.opens.match(lowered) is not None
        or known.ends.search(lowered, max(0, len(lowered) - _TAIL)) is not None
        or any(one.search(lowered) for one in known.holds)
        or ("@" in text and _ADDRESS.search(text) is not None)
        or (("www." in text or "://" in text) and _LEADS_AWAY.search(text) is not None)
    )


@cache
def _expressions(language: str) -> _Expressions:
    """What sentences of a language open with, end with and hold."""
    known = lines("announcing")
    ends = [*known.get("ends any", []), *known.get(f"ends {language}", [])]
    holds = tuple(re.compile(line) for line in known.get(f"holds {language}", []))
    return _Expressions(_joined(known.get(f"opens {language}", [])), _joined(ends), holds)


def _joined(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(expressions) if expressions else r"(?!)")
