"""An article made ready for questions: which term stands in which sentence, and how to find a term that is
written a little differently (inflected, derived, inside a compound, misspelt, abbreviated).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.holdings import Holdings, read_holdings
from bot.core.long_forms import long_forms
from bot.core.models import Kind
from bot.core.question_words import Vocabulary, vocabulary
from bot.core.scripts import MARKS
from bot.core.stems import stem, stem_all
from bot.core.words import words

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

# What surrounds words in running text; never part of one.
_WRAPPING = '.,;:!?"“”„«»()[]…–—'
_NO_WORD = re.compile(rf"[^\w{MARKS}]+")
_ASKING = frozenset("?？؟")
_ANSWER_LENGTH = 4  # sentences, the question included
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
        """For each sentence the one that says what it is about: its nearest heading, or a question that it
        follows closely ("Was it hard? – Not at all."); -1 for none.
        """
        current, asked, found = -1, -_ANSWER_LENGTH, []
        headings, questions = self.headings.tolist(), self.questions.tolist()
        for number in range(self.height):
            current = number if headings[number] else current
            asked = number if questions[number] else asked
            found.append(asked if 0 < number - asked < _ANSWER_LENGTH else current)
        return np.asarray(found, dtype=np.int64)

    @cached_property
    def questions(self) -> NDArray[np.bool_]:
        """Which sentences ask something."""
        ends = (sentence.text.rstrip()[-1:] in _ASKING for sentence in self.article.sentences)
        return np.fromiter(ends, dtype=np.bool_, count=self.height)

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

    def places_of(self, numbers: Integers) -> Integers:
        """Where any of these terms stands in `term`, in reading order."""
        wanted = np.zeros(len(self.numbers), dtype=np.bool_)
        wanted[numbers] = True
        return np.flatnonzero(wanted[self.term])

    @cached_property
    def sentence(self) -> Integers:
        """The sentence that each word stands in."""
        return np.repeat(np.arange(self.height, dtype=np.int64), np.diff(self.starts))

    def presence(self, term: str) -> Floats:
        """1 for each sentence that a term stands in."""
        present = np.zeros(self.height)
        if term in self.numbers:
            present[self.sentence[self.term == self.numbers[term]]] = 1.0
        return present

    def beginning_with(self, prefix: str) -> list[str]:
        """The terms that begin so, in order of their first appearance."""
        return list(_lines_around(self._listed, "\n" + prefix))

    def ending_with(self, suffix: str) -> list[str]:
        """The terms that end so, in order of their first appearance."""
        return list(_lines_around(self._listed, suffix + "\n"))

    @cached_property
    def _listed(self) -> str:
        """All terms, a line each: one search through it is quicker than sorting them."""
        return "\n" + "\n".join(self.numbers) + "\n"

    def lowered(self, number: int) -> str:
        """A sentence in lower case, single blanks between and around its words, to look for their parts.

        The terms of the long form follow where it has an abbreviation.
        """
        text = self._lowered.get(number)
        if text is None:
            text = f" {_NO_WORD.sub(' ', self.article.sentences[number].text.lower())} "
            explained = [long for short, long in self.long_forms.items() if f" {short} " in text]
            text += "".join(f"{term} " for long in explained for term in long)
            self._lowered[number] = text
        return text

    @cached_property
    def _lowered(self) -> dict[int, str]:
        return {}

    def holdings(self, number: int) -> Holdings:
        """What a sentence holds; worked out once."""
        known = self._holdings.get(number)
        if known is None:
            known = read_holdings(self.article.sentences[number].text, self.article.language)
            self._holdings[number] = known
        return known

    @cached_property
    def _holdings(self) -> dict[int, Holdings]:
        return {}

    @cached_property
    def numeric(self) -> NDArray[np.bool_]:
        """By term, whether it is a number."""
        flags = (term[:1].isdigit() for term in self.numbers)
        return np.fromiter(flags, dtype=np.bool_, count=len(self.numbers))

    @cached_property
    def long_forms(self) -> dict[str, tuple[str, ...]]:
        """Abbreviations that the article explains, each with the terms of its long form."""
        return long_forms(self.article.text, self.article.language)


def _lines_around(text: str, wanted: str) -> Iterator[str]:
    """The lines of `text` that `wanted`, which holds one line end, touches with its other side."""
    place = text.find(wanted)
    while place >= 0:
        inside = place + 1 if wanted[0] == "\n" else place
        start, end = text.rfind("\n", 0, inside) + 1, text.find("\n", inside)
        yield text[start:end]
        place = text.find(wanted, end)


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
            and (self.article is other.article or _layout(self.article) == _layout(other.article))
        )


_place = attrgetter("start", "end", "paragraph", "prose")


def _layout(article: Article) -> list[tuple[int, int, int, bool]]:
    return list(map(_place, article.sentences))


@lru_cache(maxsize=_REMEMBERED_ARTICLES)
def _index(key: _Key) -> ArticleIndex:
    article = key.article
    pieces: list[str] = []
    lengths: list[int] = []
    for sentence in article.sentences:
        found = sentence.text.split()
        pieces += found
        lengths.append(len(found))
    # Each distinct piece between blanks is cut and stemmed once; the rest is arithmetic.
    order = {piece: row for row, piece in enumerate(dict.fromkeys(pieces))}
    forms, counts = _terms_of(order, article.language)
    numbers = {term: number for number, term in enumerate(dict.fromkeys(forms))}
    terms = np.fromiter(map(numbers.__getitem__, forms), dtype=np.int64, count=len(forms))
    sizes = np.asarray(counts, dtype=np.int64)
    rows = np.fromiter(map(order.__getitem__, pieces), dtype=np.int64, count=len(pieces))
    ends = np.r_[0, np.cumsum(sizes[rows])].astype(np.int64)
    places = np.repeat(np.r_[0, np.cumsum(sizes)][rows] - ends[:-1], sizes[rows]) + np.arange(ends[-1])
    borders = np.r_[0, np.cumsum(np.asarray(lengths, dtype=np.int64))]
    return ArticleIndex(article, numbers, terms[places.astype(np.int64)], ends[borders.astype(np.int64)])


def _terms_of(pieces: Iterable[str], language: str) -> tuple[list[str], list[int]]:
    """The terms of pieces of text that stood between blanks, and how many each piece has.

    Plain lists: a tuple for each of 10,000 pieces would set the garbage collector to work.
    """
    known = vocabulary(language)
    bare = [piece.strip(_WRAPPING) for piece in pieces]
    plain = [language not in _DOTTED_I and _is_word(piece) for piece in bare]
    lowered = [piece.lower() for piece in compress(bare, plain)]
    forms = map(known.numerals.get, lowered, stem_all(lowered, language))
    terms: list[str] = []
    counts: list[int] = []
    for piece, is_plain in zip(bare, plain, strict=True):
        found = (next(forms),) if is_plain else tuple(term_forms(words(piece, language), language, known))
        terms += found
        counts.append(len(found))
    return terms, counts


_DOTTED_I = frozenset({"tr", "az"})  # their capitals need more than `lower`


def _is_word(piece: str) -> bool:
    """Whether a piece is one word in a script with blanks, all letters; `words` says the same, slower."""
    return piece.isalpha() and (piece.isascii() or ("\u0640" not in piece and max(piece) < _FIRST_UNSPACED))


_FIRST_UNSPACED = "\u0e00"  # Thai; the scripts without blanks all come after it


def term_forms(found: Iterable[str], language: str, known: Vocabulary) -> Iterator[str]:
    """The terms of lower-cased words: stems, with numerals as digits ("four" as "4")."""
    numerals = known.numerals
    for word in found:
        yield numerals.get(word) or stem(word, language)
