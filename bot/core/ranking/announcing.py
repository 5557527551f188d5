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
# A picture, an arrow or a mark before the first word; no quotation mark, as what somebody says is news.
_PICTURES = re.compile(r"[^\w\s\"'“”„«»‘’‚‹›「『(\[¿¡]+\s*")
_TAIL = 60  # characters in which an ending is looked for
_ADDRESS = re.compile(r"(?<=[\w-])@[\w-]+(?:\.[\w-]+)+")
# A longer sentence says something before its link.
_LEADS_AWAY = re.compile(r"[^.!?]{0,60}(?:https?://|www\.)\S+$")


class _Endings(NamedTuple):
    needs: tuple[str, ...]  # one of which a sentence has that ends so; none: any may
    pattern: re.Pattern[str]


class _Expressions(NamedTuple):
    opens: re.Pattern[str]
    ends: tuple[_Endings, ...]
    holds: tuple[re.Pattern[str], ...]
    told: re.Pattern[str]  # ends of what somebody is quoted with, which is news and no announcement


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
    tail = lowered[-_TAIL:]
    picture = _PICTURES.match(lowered)
    words_do = (
        known.opens.match(lowered) is not None
        or (picture is not None and known.opens.match(lowered, picture.end()) is not None)
        or any(_ends(tail, one) for one in known.ends)
        or any(one.search(lowered) for one in known.holds)
    )
    return (
        (words_do and known.told.search(lowered) is None)
        or ("@" in text and _ADDRESS.search(text) is not None)
        or (("www." in text or "://" in text) and _LEADS_AWAY.match(text) is not None)
    )


def _ends(tail: str, endings: _Endings) -> bool:
    if endings.needs and not any(map(tail.__contains__, endings.needs)):
        return False
    return endings.pattern.search(tail) is not None


@cache
def _expressions(language: str) -> _Expressions:
    """What sentences of a language open with, end with and hold."""
    known = lines("announcing")
    holds = tuple(re.compile(line) for line in known.get(f"holds {language}", []))
    ends = tuple(_endings(name) for name in ("any", language) if f"ends {name}" in known)
    opens, told = (_joined(known.get(f"{part} {language}", [])) for part in ("opens", "told"))
    return _Expressions(opens, ends, holds, told)


def _endings(name: str) -> _Endings:
    known = lines("announcing")
    needs = " ".join(known.get(f"needs {name}", [])).split()
    return _Endings(tuple(one.replace("_", " ") for one in needs), _joined(known[f"ends {name}"]))


def _joined(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(expressions) if expressions else r"(?!)")
