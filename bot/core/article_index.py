"""An article made ready for questions: which term stands in which sentence, and how to find a term that is
written a little differently (inflected, derived, inside a compound, misspelt, abbreviated).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.models import Kind
from bot.core.question_words import Vocabulary, vocabulary
from bot.core.scripts import MARKS
from bot.core.tokens import stem, stop_words, words

if TYPE_CHECKING:
    from bot.core.holdings import Holdings

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

# What surrounds words in running text; never part of one.
_WRAPPING = '.,;:!?"“”„«»()[]…–—'
_NO_WORD = re.compile(rf"[^\w{MARKS}]+")
_REMEMBERED_ARTICLES = 16  # a conversation has a handful of articles at hand


@dataclass(frozen=True)
class ArticleIndex:
    """The sentences of one article by the terms (stems) that they hold."""

    article: Article
    numbers: dict[str, int]  # the number of each term
    term: Integers  # the term numbers of all words, in reading order
    starts: Integers  # where each sentence's words begin in `term`; one more entry than there are sentences

    @property
    def height(self) -> int:
        """The number of sentences."""
        return len(self.starts) - 1

    @cached_property
    def lengths(self) -> Floats:
        """Words of each sentence."""
        return np.diff(self.starts).astype(np.float64)

    @cached_property
    def paragraph(self) -> Integers:
        """The paragraph of each sentence, numbered without gaps."""
        given = np.fromiter((s.paragraph for s in self.article.sentences), dtype=np.int64, count=self.height)
        numbered: Integers = np.unique(given, return_inverse=True)[1].astype(np.int64)
        return numbered

    @cached_property
    def paragraph_starts(self) -> Integers:
        """The first sentence of each paragraph."""
        return np.flatnonzero(np.r_[True, self.paragraph[1:] != self.paragraph[:-1]])

    @cached_property
    def heading(self) -> Integers:
        """For each sentence the sentence that is its nearest heading above, or -1."""
        kinds = self.article.paragraphs
        current, found = -1, []
        for number, sentence in enumerate(self.article.sentences):
            if kinds[sentence.paragraph].kind is Kind.HEADING:
                current = number
            found.append(current)
        return np.asarray(found, dtype=np.int64)

    @cached_property
    def headings(self) -> NDArray[np.bool_]:
        """Which sentences are headings."""
        kinds = self.article.paragraphs
        flags = (kinds[sentence.paragraph].kind is Kind.HEADING for sentence in self.article.sentences)
        return np.fromiter(flags, dtype=np.bool_, count=self.height)

    @cached_property
    def prose(self) -> Floats:
        """1 for sentences of running text, 0 for headings, captions, credits."""
        return np.fromiter((s.prose for s in self.article.sentences), dtype=np.float64, count=self.height)

    def postings(self, number: int) -> tuple[Integers, Floats]:
        """The sentences that a term stands in, and how often it does."""
        begin, end = self._bounds[number], self._bounds[number + 1]
        sentences, counts = np.unique(self._by_term[begin:end], return_counts=True)
        return sentences, counts.astype(np.float64)

    @cached_property
    def _sentence(self) -> Integers:
        return np.repeat(np.arange(self.height, dtype=np.int64), np.diff(self.starts))

    @cached_property
    def _by_term(self) -> Integers:
        return self._sentence[np.argsort(self.term, kind="stable")]

    @cached_property
    def _bounds(self) -> Integers:
        counts = np.bincount(self.term, minlength=len(self.numbers))
        bounds: Integers = np.r_[0, np.cumsum(counts)].astype(np.int64)
        return bounds

    @cached_property
    def vocabulary(self) -> list[str]:
        """All terms in alphabetical order, to find those that begin alike."""
        return sorted(self.numbers)

    @cached_property
    def reversed_vocabulary(self) -> list[str]:
        """All terms written backwards, in alphabetical order, to find those that end alike."""
        return sorted(term[::-1] for term in self.numbers)

    def beginning_with(self, prefix: str) -> list[str]:
        """The terms that begin so."""
        return list(_with_prefix(self.vocabulary, prefix))

    def ending_with(self, suffix: str) -> list[str]:
        """The terms that end so."""
        return [term[::-1] for term in _with_prefix(self.reversed_vocabulary, suffix[::-1])]

    def lowered(self, number: int) -> str:
        """A sentence in lower case, single blanks between and around its words, to look for their parts."""
        text = self._lowered.get(number)
        if text is None:
            words_ = _NO_WORD.sub(" ", self.article.sentences[number].text.lower())
            text = self._lowered[number] = f" {words_} "
        return text

    @cached_property
    def _lowered(self) -> dict[int, str]:
        return {}

    @cached_property
    def holdings(self) -> dict[int, Holdings]:
        """What sentences hold, as far as it has been worked out (see bot.core.holdings)."""
        return {}

    @cached_property
    def numeric(self) -> frozenset[int]:
        """The numbers of the terms that are numbers."""
        return frozenset(number for term, number in self.numbers.items() if term[:1].isdigit())

    @cached_property
    def abbreviations(self) -> dict[str, tuple[str, ...]]:
        """Abbreviations that the article explains, each with the terms of its long form."""
        return dict(_abbreviations(self.article))


def _with_prefix(ordered: Sequence[str], prefix: str) -> Iterator[str]:
    place = bisect_left(ordered, prefix)
    while place < len(ordered) and ordered[place].startswith(prefix):
        yield ordered[place]
        place += 1


def index_article(article: Article) -> ArticleIndex:
    """The index of an article; the last few are remembered by their text."""
    return _index(_Key(article))


class _Key:
    """An article as a key: compared by what the index depends on, without hashing every sentence."""

    __slots__ = ("article", "identity")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.identity = (article.text, article.language, article.title, len(article.sentences))

    def __hash__(self) -> int:
        return hash(self.identity)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and self.identity == other.identity
            and (self.article is other.article or self.article.sentences == other.article.sentences)
        )


@lru_cache(maxsize=_REMEMBERED_ARTICLES)
def _index(key: _Key) -> ArticleIndex:
    article = key.article
    split = [sentence.text.split() for sentence in article.sentences]
    pieces = list(chain.from_iterable(split))
    # Each distinct piece between blanks is cut and stemmed once; the rest is arithmetic.
    order = {piece: row for row, piece in enumerate(dict.fromkeys(pieces))}
    cutter = _Cutter(article.language)
    cuts = [cutter.cut(piece) for piece in order]
    sizes = np.fromiter(map(len, cuts), dtype=np.int64, count=len(cuts))
    terms = np.fromiter(chain.from_iterable(cuts), dtype=np.int64, count=int(sizes.sum()))
    rows = np.fromiter(map(order.__getitem__, pieces), dtype=np.int64, count=len(pieces))
    ends = np.r_[0, np.cumsum(sizes[rows])].astype(np.int64)
    places = np.repeat(np.r_[0, np.cumsum(sizes)][rows] - ends[:-1], sizes[rows]) + np.arange(ends[-1])
    borders = np.r_[0, np.cumsum(np.fromiter(map(len, split), dtype=np.int64, count=len(split)))]
    return ArticleIndex(
        article, cutter.numbers, terms[places.astype(np.int64)], ends[borders.astype(np.int64)]
    )


class _Cutter:
    """Cuts pieces of text into words and numbers their terms."""

    def __init__(self, language: str) -> None:
        self.numbers: dict[str, int] = {}
        self._language = language
        self._known: dict[str, tuple[int, ...]] = {}
        self._vocabulary = vocabulary(language)

    def cut(self, piece: str) -> tuple[int, ...]:
        """The term numbers of a piece's words."""
        bare = piece.strip(_WRAPPING)
        numbers = self._known.get(bare)
        if numbers is None:
            # What is all letters of a script with blanks is one word; `words` would say the same, slower.
            plain = bare.isalpha() and max(bare) < _FIRST_UNSPACED
            found = [bare.lower()] if plain else words(bare, self._language)
            forms = term_forms(found, self._language, self._vocabulary)
            numbers = tuple(self.numbers.setdefault(term, len(self.numbers)) for term in forms)
            self._known[bare] = numbers
        return numbers


_FIRST_UNSPACED = "\u0e00"  # Thai; the scripts without blanks all come after it


def term_forms(found: Iterable[str], language: str, known: Vocabulary) -> Iterator[str]:
    """The terms of lower-cased words: stems, with numerals as digits ("four" as "4")."""
    numerals = known.numerals
    for word in found:
        yield numerals.get(word) or stem(word, language)


_IN_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT_FORM = re.compile(r"[^\W\d_]{2,8}")
_REACH = 80  # characters before the bracket that a long form may begin in


def _abbreviations(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Schwartz and Hearst's observation (PSB 2003): long and short form stand together, one in brackets."""
    for match in _IN_BRACKETS.finditer(article.text):
        before = article.text[max(0, match.start() - _REACH) : match.start()].rstrip()
        inside = match.group(1)
        last = before.rsplit(maxsplit=1)[-1:]
        if _is_short_form(inside):
            yield from _both_ways(inside, _long_form(before, inside), article.language)
        elif last and _is_short_form(last[0]):
            yield from _both_ways(last[0], _long_form(inside, last[0]), article.language)


def _is_short_form(text: str) -> bool:
    return _SHORT_FORM.fullmatch(text) is not None and sum(map(str.isupper, text)) * 2 > len(text)


def _long_form(text: str, short: str) -> str:
    """The last words of `text` whose initials spell the short form, up to two small words left out."""
    pieces = re.split(r"[\s-]", text)
    letters = list(short.lower())
    ignored = 0
    for place in range(len(pieces) - 1, -1, -1):
        if pieces[place][:1].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return " ".join(pieces[place:])
        else:
            ignored += 1
            if ignored > 2:
                break
    return ""


def _both_ways(short: str, long: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    ignored = stop_words(language)
    terms = tuple(stem(word, language) for word in words(long, language) if word not in ignored)
    if terms:
        yield stem(short.lower(), language), terms
