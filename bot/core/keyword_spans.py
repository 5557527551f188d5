"""Where in a sentence phrases may stand that an article could be tagged with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.core.keyword_breaks import WordBreaks
from bot.core.keyword_words import TagWord, adjoin, is_half_name
from bot.core.lexicon.segments import has_segments

HYPHENED = re.compile(r"[-‑](?=\w)")
_HANGING = re.compile(r"[-‑](?!\w)")  # "Miet- und Nebenkosten": half a word
_LONGEST = 4  # words of a phrase
_LONGEST_NAME = 7  # words with capitals: "Black Canyon of the Gunnison National Park"
_LONGEST_UNSPACED = 9  # pairs of characters that overlap, where words are none

Spans = Callable[[int, Sequence[TagWord]], Iterator[tuple[int, int]]]


def phrase_spans(texts: Sequence[str], language: str) -> Spans:
    """What tells where phrases may stand in a sentence, by its number and words: from which of them to which,
    not included. No punctuation inside, no stop word except inside a name.
    """
    if has_segments(language):
        return WordBreaks(texts, language).spans
    return lambda index, words: _between_blanks(texts[index], words)


def _between_blanks(text: str, words: Sequence[TagWord]) -> Iterator[tuple[int, int]]:
    tied = _tied_by_hyphens(text, words)
    for begin, first in enumerate(words):
        if (first.stop and begin not in tied) or begin - 1 in tied:
            continue
        if begin not in tied and not _HANGING.match(text, first.end):
            yield begin, begin + 1
        longest, before, joined = _LONGEST, first, first.joins
        is_name = first.capital
        for end, word in enumerate(words[begin + 1 :], begin + 2):
            if word.start < before.end:
                longest = _LONGEST_UNSPACED
            elif not adjoin(text, before, word):
                break
            is_name = is_name and (word.capital or word.joins)
            most = max(longest, _LONGEST_NAME) if is_name else longest
            if (word.stop and not (word.joins and first.capital)) or end - begin > most:
                break
            before, joined = word, joined or word.joins
            if end - 1 in tied or _HANGING.match(text, word.end):
                continue
            if not word.stop and not ((joined or first.capital) and is_half_name(words[begin:end])):
                yield begin, end


def _tied_by_hyphens(text: str, words: Sequence[TagWord]) -> set[int]:
    """The words of names that a hyphen ties to the next: no name begins or ends between ("Hi-Res Audio")."""
    if not HYPHENED.search(text):
        return set()
    return {
        place
        for place, (word, after) in enumerate(pairwise(words))
        if word.capital and after.capital and HYPHENED.match(text, word.end, after.start + 1)
    }
