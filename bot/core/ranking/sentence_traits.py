"""How a sentence reads by itself in a summary, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bot.core.data import lines
from bot.core.models import Sentence
from bot.core.ranking.discourse import cut_quotations, leaning
from bot.core.ranking.features import Candidates
from bot.core.ranking.mentions import Mentions
from bot.core.ranking.pointing import points_back
from bot.core.tokens import stop_words, terms

_NORWEGIAN = {"nn": "nb", "no": "nb"}
_GOES_ON = (":", "：", ";", "；", ",", "，", "、", "-", "–", "—")
_ENDED = re.compile(r"[.!?…。！？؟۔।॥։:：;；][\"'”’»“)\]」』）*_]*\s*$")
_NEARLY_ALL = 0.8
_LABEL = 3  # words
_TAIL = 60  # characters in which an ending is looked for


@dataclass(frozen=True)
class SentenceTraits:
    """How each sentence reads by itself, whatever it tells."""

    leans: NDArray[np.bool_]  # is not understood without the one before
    points: NDArray[np.bool_]  # speaks of what an earlier one names
    asks: NDArray[np.bool_]
    announces: NDArray[np.bool_]  # what comes next, or speaks to the reader
    unfinished: NDArray[np.bool_]  # breaks off
    cut: NDArray[np.bool_]  # a quotation that goes on, or has no speaker
    mentions: Mentions

    @classmethod
    def of(cls, text: Candidates) -> SentenceTraits:
        """Those of an article's sentences."""
        sentences, language = text.sentences, text.language
        named = set(terms(text.title, language))
        leans = np.array(leaning(sentences, language))
        points = np.array([points_back(one.text, language, named) for one in sentences])
        leans[0] = points[0] = False  # nothing before it could help
        return cls(
            leans=leans,
            points=points & ~leans,
            asks=np.array(questions(sentences)),
            announces=np.array(announcing(sentences, language)),
            unfinished=np.array(unfinished(sentences, language)),
            cut=np.array(cut_quotations(sentences)),
            mentions=Mentions.of(sentences, text.title, language),
        )


def announcing(sentences: Sequence[Sentence], language: str) -> list[bool]:
    """For each sentence, whether it tells what comes next or speaks to the reader ("Here are a few tips.").

    The words are known for eighteen languages; a colon at the end tells in all of them.
    """
    return [sentence.text.endswith(_GOES_ON) or announces(sentence.text, language) for sentence in sentences]


def announces(text: str, language: str) -> bool:
    """Whether the words of one sentence do."""
    opens, ends, holds = _expressions(_NORWEGIAN.get(language, language))
    lowered = text.lower()
    return (
        opens.match(lowered) is not None
        or ends.search(lowered, max(0, len(lowered) - _TAIL)) is not None
        or any(one.search(lowered) for one in holds)
    )


def questions(sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence, whether it does nothing but ask: without what comes after it, it tells nothing.

    What stands before a colon tells something, but for a label ("Q: …", "Ski or snowboard: …").
    """
    return [
        sentence.text.rstrip("\"'”’»“)]」』 ").endswith(("?", "؟", "？"))
        and len(sentence.text.rpartition(": ")[0].split()) <= _LABEL
        for sentence in sentences
    ]


def unfinished(sentences: Sequence[Sentence], language: str) -> list[bool]:
    """For each sentence, whether it breaks off: at a word that something follows, or without the mark that
    nearly all sentences of the text end with. A text's first line is often written without that mark.
    """
    small = stop_words(language)
    ended = [_ENDED.search(sentence.text[-_TAIL:]) is not None for sentence in sentences]
    marked = sum(ended) >= _NEARLY_ALL * len(ended)
    return [
        (marked and place > 0 and not is_ended) or sentence.text[-_TAIL:].rpartition(" ")[2] in small
        for place, (sentence, is_ended) in enumerate(zip(sentences, ended, strict=True))
    ]


@cache
def _expressions(language: str) -> tuple[re.Pattern[str], re.Pattern[str], list[re.Pattern[str]]]:
    """What sentences of a language open with, end with and hold."""
    known = lines("announcing")
    opens, ends = (_joined(known.get(f"{part} {language}", [])) for part in ("opens", "ends"))
    return opens, ends, [re.compile(line) for line in known.get(f"holds {language}", [])]


def _joined(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(expressions) if expressions else r"(?!)")
