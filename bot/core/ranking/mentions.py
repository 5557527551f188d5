"""Which sentences call somebody by a short name that only an earlier sentence gives in full.

"Levin thinks otherwise" is hardly understood before "Ada Levin, a biologist in Lund, …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.models import Sentence
from bot.core.ranking.names import introductions, names_in, shortened

# Written a syllable a word, unlike names end alike: "Việt Nam", "Hoàng Nam".
_SYLLABLES_APART = frozenset({"vi"})
_MOST_NAMES = 200  # of a text: what each costs is a column beside its sentences


@dataclass(frozen=True)
class Mentions:
    """The names that a text shortens, by sentence: a column a name."""

    whole: NDArray[np.bool_]  # the sentence has it in full
    short: NDArray[np.bool_]  # the sentence has it shortened alone, and an earlier one has it in full

    @classmethod
    def of(cls, sentences: Sequence[Sentence], title: str, language: str) -> Mentions:
        """The mentions in sentences in reading order. Names that the title has are known to the reader."""
        apart = language in _SYLLABLES_APART
        rows = [[] if apart else list(names_in(sentence.text, language)) for sentence in sentences]
        first = introductions(rows)
        known = {word for name in names_in(title, language) for word in name}
        chosen = shortened(first, rows, known)[:_MOST_NAMES]
        number = {last: index for index, last in enumerate(chosen)}
        whole = np.zeros((len(sentences), len(chosen)), dtype=np.bool_)
        short = whole.copy()
        for place, names in enumerate(rows):
            for name in names:
                index = number.get(name[-1])
                if index is not None:
                    (whole if len(name) > 1 else short)[place, index] = True
        introduced = np.array([first[last] for last in chosen], dtype=np.intp)
        short &= ~whole & (np.arange(len(sentences))[:, np.newaxis] > introduced)
        return cls(whole, short)
