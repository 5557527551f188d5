"""Phrases of Chinese, Japanese and Thai: they begin and end where words do, though no blank tells where.

The words of an article (`words`) are pairs of characters there, and most runs of pairs are pieces of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from bot.core.article import Article
from bot.core.keyword_words import TagWord, adjoin, is_half_name
from bot.core.lexicon.scripts import HAN, HIRAGANA, THAI
from bot.core.lexicon.segments import has_segments, segments
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.tag_words import small_words, takes_word

_LONGEST = 9  # pairs that overlap: ten characters
_NO_RUN = _NO_PLACE = -1
_HYPHENS = frozenset({"-", "‑"})
_SHORTEST_FOREIGN = 2  # letters: "K" tells nobody anything
# Characters that no Chinese or Japanese phrase begins or ends with: particles, copulas, pronouns.
LOOSE_ENDS = (
    "的了是在和有也就都而及与或这那我你他她它们不个為为到说說上中对對以于於被把让將将從从のをはがにへとでもや"
)
_COUNTING = "一二三四五六七八九十百千万萬亿億两兩几幾第每各该該此其次個名位条條年月日"
_HIRAGANA = re.compile(f"[{HIRAGANA}]+")  # what holds Japanese sentences together
_HAN = re.compile(f"[{HAN}]+")
_THAI = re.compile(f"[{THAI}]+")
_OF_WORDS = rf"(?:(?![{LOOSE_ENDS}{_COUNTING}])[{HAN}])*"
_HAN_BEFORE, _HAN_BEHIND = re.compile(rf"{_OF_WORDS}\Z"), re.compile(_OF_WORDS)
_THAI_BEFORE, _THAI_BEHIND = re.compile(rf"[{THAI}]*\Z"), re.compile(f"[{THAI}]*")
_REACH = 8  # characters on either side that a phrase may lack
_LEAST_IN_HAN, _LEAST_IN_THAI = 2, 3  # mentions: two of Thai go on with one letter by chance
_AROUND, _MOST_AROUND = 30, 5  # characters on either side that the model looks at, and in how many mentions


class _Breaks(NamedTuple):
    """The words of a sentence that carry meaning, as characters; phrases are runs of them."""

    words: list[tuple[int, int]]  # begin, and end, not included
    begins: dict[int, int]  # the number of the run of words that begins or goes on at a place
    ends: dict[int, int]  # likewise where a word ends


class WordBreaks:
    """Where in the sentences of an article phrases may stand; for the languages of `has_segments`."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        self._texts = texts
        self._breaks = [_breaks(text, language) for text in texts]
        # The model cuts differently in other surroundings. A Chinese word that stands alone once is known.
        self._known = {
            word
            for text, breaks in zip(texts, self._breaks, strict=True)
            for begin, end in breaks.words
            if _HAN.fullmatch(word := text[begin:end])
        }

    def spans(self, index: int, words: Sequence[TagWord]) -> Iterator[tuple[int, int]]:
        """From which of a sentence's words to which, not included; by the sentence's number."""
        text, breaks = self._texts[index], self._breaks[index]
        for begin, first in enumerate(words):
            run = breaks.begins.get(first.start, _NO_RUN)
            before = first
            for end, word in enumerate(words[begin : begin + _LONGEST], begin + 1):
                if word.start > before.end and not adjoin(text, before, word):
                    break
                before = word
                if breaks.ends.get(word.end) != run and text[first.start : word.end] not in self._known:
                    continue
                half = first.capital and is_half_name(words[begin:end])
                if not (first.stop or word.stop or half):
                    yield begin, end


def _breaks(text: str, language: str) -> _Breaks:
    ignored = stop_words(language) | small_words(language)
    found = _Breaks([], {}, {})
    run, reached = 0, _NO_PLACE
    prefix: int | None = None  # where a word like "การ" began, which only makes a noun of the next one
    for begin, end in segments(text, language):
        word = text[begin:end].lower()
        if takes_word(word, language):
            prefix = begin
            continue
        small = word in ignored or ignored.issuperset(word) or _HIRAGANA.fullmatch(word)
        if small or (word.isascii() and (len(word) < _SHORTEST_FOREIGN or word in stop_words("en"))):
            prefix = None
            continue
        first = begin if prefix is None else prefix
        prefix = None
        if first != reached and not _goes_on(text, reached, begin):
            run += 1
        found.words.append((begin, end))
        found.ends[end] = run
        if reached >= 0 and text[reached:begin] in _HYPHENS:  # "Wi-Fi" is one word
            found.ends.pop(reached, None)
        else:
            found.begins[first] = found.begins[begin] = run
        reached = end
    return found


def _goes_on(text: str, reached: int, begin: int) -> bool:
    """Whether a foreign word goes on the name before it ("Digital Equipment")."""
    if reached < 0 or text[reached:begin] not in {" ", *_HYPHENS}:
        return False
    return text[reached - 1].isascii() and text[begin].isascii()


def whole_word(phrase: str, article: Article) -> str:
    """The phrase with what stands beside it wherever the article has it.

    "层学家" always stands in "地层学家": the model has cut inside a word. Only for what is Chinese characters
    or Thai throughout, and stands in the article a few times.
    """
    if not has_segments(article.language):
        return phrase
    text = article.text
    places = [match.span() for match in re.finditer(re.escape(phrase), text)]
    before = _shared(text[max(0, begin - _REACH) : begin][::-1] for begin, _ in places)[::-1]
    behind = _shared(text[end : end + _REACH] for _, end in places)
    if _HAN.fullmatch(phrase) and len(places) >= _LEAST_IN_HAN:
        return f"{_HAN_BEFORE.findall(before)[0]}{phrase}{_HAN_BEHIND.findall(behind)[0]}"
    if _THAI.fullmatch(phrase) and len(places) >= _LEAST_IN_THAI:
        before, behind = _THAI_BEFORE.findall(before)[0], _THAI_BEHIND.findall(behind)[0]
        return _up_to_breaks(
            before, phrase, behind, [text[max(0, a - _AROUND) : b + _AROUND] for a, b in places]
        )
    return phrase


def _shared(texts: Iterable[str]) -> str:
    """What all of the texts begin with."""
    same = takewhile(lambda characters: len(set(characters)) == 1, zip(*texts, strict=False))
    return "".join(characters[0] for characters in same)


def _up_to_breaks(before: str, phrase: str, behind: str, around: Sequence[str]) -> str:
    """The phrase with as many of the characters beside it as begin and end where words do, somewhere."""
    whole = f"{before}{phrase}{behind}"
    breaks: set[int] = set()
    for text in around[:_MOST_AROUND]:
        place = text.index(whole)
        breaks.update(number - place for word in segments(text, "th") for number in word)
    begin = min(at for at in (*breaks, len(before)) if 0 <= at <= len(before))
    least = len(before) + len(phrase)
    end = max(at for at in (*breaks, least) if least <= at <= len(whole))
    return whole[begin:end]
