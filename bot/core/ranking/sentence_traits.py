"""How a sentence reads by itself in a summary, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Sentence
from bot.core.ranking.announcing import announcing
from bot.core.ranking.discourse import cut_quotations, leaning, unhelped
from bot.core.ranking.features import Candidates
from bot.core.ranking.mentions import Mentions
from bot.core.ranking.pointing import points_back
from bot.core.tokens import stop_words, terms

_ENDED = re.compile(r"[.!?…。！？؟۔।॥։:：;；][\"'”’»“)\]」』）*_]*\s*$")
_DOTS = ("...", "…")
_NEARLY_ALL = 0.8
_LABEL = 3  # words
_LABELLED = re.compile(r"\W{0,3}(?:[^\W\d_][\w&’'/-]* ){0,2}[^\W\d_][\w&’'/-]*: (?=[^\W\d_a-zà-ÿа-я]|\d)")
_TAIL = 60  # characters in which an ending is looked for


def _is_labelled(text: str) -> bool:
    """Whether a sentence is an item behind its label: "Price: 5 euros". Behind a colon in a script without
    capitals stands what somebody says.
    """
    found = _LABELLED.match(text)
    return found is not None and (text[found.end()].isupper() or text[found.end()].isdigit())


@dataclass(frozen=True)
class SentenceTraits:
    """How each sentence reads by itself, whatever it tells."""

    leans: NDArray[np.bool_]  # is not understood without the one before
    unhelped: NDArray[np.bool_]  # nor with it
    points: NDArray[np.bool_]  # speaks of what an earlier one names
    asks: NDArray[np.bool_]
    announces: NDArray[np.bool_]  # what comes next, or speaks to the reader
    unfinished: NDArray[np.bool_]  # breaks off
    cut: NDArray[np.bool_]  # a quotation that goes on, or has no speaker
    labelled: NDArray[np.bool_]  # an item or a caption with its label: "Cost: About forty crowns."
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
            unhelped=np.array(unhelped(sentences, language)),
            points=points & ~leans,
            asks=np.array(questions(sentences)),
            announces=np.array(announcing(sentences, language)),
            unfinished=np.array(unfinished(sentences, language)),
            cut=np.array(cut_quotations(sentences)),
            labelled=np.array([_is_labelled(one.text) for one in sentences]),
            mentions=Mentions.of(sentences, text.title, language),
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
    """For each sentence, whether it breaks off: at dots, as teasers do, at a word that something follows, or
    without the mark that nearly all sentences of the text end with. A text's first line is often written
    without that mark.
    """
    small = stop_words(language)
    ended = [_ENDED.search(sentence.text[-_TAIL:]) is not None for sentence in sentences]
    marked = sum(ended) >= _NEARLY_ALL * len(ended)
    return [
        (marked and place > 0 and not is_ended)
        or sentence.text.endswith(_DOTS)
        or sentence.text[-_TAIL:].rpartition(" ")[2] in small
        for place, (sentence, is_ended) in enumerate(zip(sentences, ended, strict=True))
    ]
