"""An article made ready for questions: which term stands in which sentence, and how to find a term that is
written a little differently (inflected, derived, inside a compound, misspelt, abbreviated).
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from bot.core.answers.answer_cues import AnswerCues, read_cues
from bot.core.answers.long_forms import long_forms
from bot.core.answers.run_terms import RunTerms, terms_of
from bot.core.answers.runs import find_runs
from bot.core.article import Article
from bot.core.lexicon.accents import plain
from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.scripts import MARKS
from bot.core.lexicon.words import words
from bot.core.models import Kind

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_NO_WORD = re.compile(rf"[^\w{MARKS}]+")
_ASKING = frozenset("?？؟")
_SHORTEST_STEM = 4  # letters that a stem without its accents must have to tell a word
_ANSWER_LENGTH = 4  # sentences, the question included
_REMEMBERED_ARTICLES = 16  # a conversation has a handful of articles at hand
# Characters of their texts together: an index takes four to eight bytes for each, so two books of two million
# take 20 MB. Sixteen of them would take half of what a worker may.
_REMEMBERED_CHARACTERS = 4_000_000


@dataclass(frozen=True)
class Layout:
    """Where the sentences of an article lie, one value for each."""

    starts: Integers  # characters in the text
    ends: Integers
    paragraphs: Integers
    prose: Integers  # 1 for running text, 0 for headings, captions, credits

    @classmethod
    def of(cls, article: Article) -> Layout:
        """That of an article."""
        return cls(*(_of_each(article, name) for name in ("start", "end", "paragraph", "prose")))

    def equals(self, other: Layout) -> bool:
        """Whether two articles with the same text are cut alike."""
        names = ("starts", "ends", "paragraphs", "prose")
        return all(np.array_equal(getattr(self, name), getattr(other, name)) for name in names)


@dataclass(frozen=True)
class ArticleIndex:
    """The sentences of one article by the terms (stems) that they hold."""

    article: Article
    layout: Layout
    numbers: dict[str, int]  # the number of each term
    term: Integers  # the term numbers of all words, in reading order
    starts: Integers  # where each sentence's words begin in `term`; one more entry than there are sentences
    capital: NDArray[np.bool_]  # by word, whether it is written with a capital
    spelt: RunTerms  # the runs that the words were cut from, and their words as written
    spelt_term: Integers  # the number of the term of each of these words

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
        given = self.layout.paragraphs
        return np.cumsum(np.diff(given, prepend=given[:1]) != 0)

    @cached_property
    def paragraph_starts(self) -> Integers:
        """The first sentence of each paragraph."""
        return np.flatnonzero(np.r_[True, self.paragraph[1:] != self.paragraph[:-1]])

    @cached_property
    def opening(self) -> Floats:
        """1 for the first sentence of each paragraph, 0 for the others."""
        found = np.zeros(self.height)
        found[self.paragraph_starts] = 1.0
        return found

    @cached_property
    def heading(self) -> Integers:
        """For each sentence the one that says what it is about: its nearest heading, or a question that it
        follows closely ("Was it hard? – Not at all."); -1 for none.
        """
        numbers = np.arange(self.height)
        current = np.maximum.accumulate(np.where(self.headings, numbers, -1))
        asked = np.maximum.accumulate(np.where(self.questions, numbers, -_ANSWER_LENGTH))
        distance = numbers - asked
        found: Integers = np.where((distance > 0) & (distance < _ANSWER_LENGTH), asked, current)
        return found

    @cached_property
    def questions(self) -> NDArray[np.bool_]:
        """Which sentences ask something."""
        last = map(self.article.text.__getitem__, (self.layout.ends - 1).tolist())
        return np.asarray([letter in _ASKING for letter in last], dtype=np.bool_)

    @cached_property
    def headings(self) -> NDArray[np.bool_]:
        """Which sentences are headings."""
        kinds = [paragraph.kind is Kind.HEADING for paragraph in self.article.paragraphs]
        return np.asarray(kinds, dtype=np.bool_)[self.layout.paragraphs]

    @cached_property
    def prose(self) -> Floats:
        """1 for sentences of running text, 0 for headings, captions, credits."""
        return self.layout.prose.astype(np.float64)

    def terms_of(self, sentence: int) -> Integers:
        """The term numbers of the words of a sentence, in reading order."""
        return self.term[self.starts[sentence] : self.starts[sentence + 1]]

    def places_of(self, numbers: Integers) -> Integers:
        """Where any of these terms stands in `term`, in reading order."""
        wanted = np.zeros(len(self.numbers), dtype=np.bool_)
        wanted[numbers] = True
        return np.flatnonzero(wanted.take(self.term))

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

    def written_like(self, beginning: str, ending: str) -> set[str]:
        """The words as written that begin or end so."""
        listed = self._listed_as_written
        return {*_lines_around(listed, "\n" + beginning), *_lines_around(listed, ending + "\n")}

    @cached_property
    def by_consonants(self) -> dict[str, list[str]]:
        """The terms by what stays of them without long vowels; for Arabic."""
        found: dict[str, list[str]] = {}
        for term in self.numbers:
            found.setdefault(consonants(term), []).append(term)
        return found

    @cached_property
    def written(self) -> dict[str, int]:
        """The words as written, in lower case, each with the number of its term."""
        return dict(zip(self.spelt.words(), self.spelt_term.tolist(), strict=True))

    @cached_property
    def spelt_plainly(self) -> dict[str, str]:
        """By its form without accents each accented word as written."""
        return {plain(word): word for word in self.written if not word.isascii() and plain(word) != word}

    @cached_property
    def stems_plainly(self) -> dict[str, str]:
        """By its term without accents a word as written, for words with accented terms."""
        found: dict[str, str] = {}
        for word, number in self.written.items():
            term = self.terms[number]
            if not term.isascii() and len(term) >= _SHORTEST_STEM and plain(term) != term:
                found.setdefault(plain(term), word)
        return found

    @cached_property
    def _listed_as_written(self) -> str:
        return "\n" + "\n".join(self.written) + "\n"

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
            text += "".join(long for short, long in self._spelled_out if short in text)
            self._lowered[number] = text
        return text

    @cached_property
    def _spelled_out(self) -> list[tuple[str, str]]:
        return [(f" {short} ", " ".join(long) + " ") for short, long in self.long_forms.items()]

    @cached_property
    def _lowered(self) -> dict[int, str]:
        return {}

    def cues(self, number: int) -> AnswerCues:
        """What a sentence holds; worked out once."""
        known = self._cues.get(number)
        if known is None:
            known = read_cues(self.article.sentences[number].text, self.article.language)
            self._cues[number] = known
        return known

    @cached_property
    def _cues(self) -> dict[int, AnswerCues]:
        return {}

    @cached_property
    def title_terms(self) -> frozenset[str]:
        """The terms of the title."""
        language = self.article.language
        return frozenset(term_forms(words(self.article.title or "", language), language))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms by their numbers."""
        return tuple(self.numbers)

    def numeric(self, numbers: Integers) -> NDArray[np.bool_]:
        """Which of these terms are numbers."""
        flags = (self.terms[number][:1].isdigit() for number in numbers.tolist())
        return np.fromiter(flags, dtype=np.bool_, count=len(numbers))

    @cached_property
    def long_forms(self) -> dict[str, tuple[str, ...]]:
        """Abbreviations that the article explains, each with the terms of its long form."""
        return long_forms(self.article.text, self.article.language)


def consonants(term: str) -> str:
    """An Arabic word without its long vowels, the signs of the glottal stop, and the feminine ending."""
    return term.translate(_LONG_VOWELS)


_LONG_VOWELS = str.maketrans("", "", "اويىةأإآؤئء")


def _lines_around(text: str, wanted: str) -> Iterator[str]:
    """The lines of `text` that `wanted`, which holds one line end, touches with its other side."""
    place = text.find(wanted)
    while place >= 0:
        inside = place + 1 if wanted[0] == "\n" else place
        start, end = text.rfind("\n", 0, inside) + 1, text.find("\n", inside)
        yield text[start:end]
        place = text.find(wanted, end)


def _of_each(article: Article, name: str) -> Integers:
    """A field of each sentence."""
    values = map(attrgetter(name), article.sentences)
    return np.fromiter(values, dtype=np.int64, count=len(article.sentences))


def index_article(article: Article) -> ArticleIndex:
    """The index of an article; the last few are remembered by their text."""
    return _remembered.index(article)


class _Key:
    """An article as a key: compared by what the index depends on, without hashing every sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.identity = (article.text, article.language, article.title, len(article.sentences))

    @cached_property
    def layout(self) -> Layout:
        """Worked out once: of each question the bot's workers get the article anew."""
        return Layout.of(self.article)

    def __hash__(self) -> int:
        return hash(self.identity)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and self.identity == other.identity
            and (self.article is other.article or self.layout.equals(other.layout))
        )


class Remembered:
    """The indexes of the articles that were asked last: at most so many, and of so much text together."""

    def __init__(self, articles: int, characters: int) -> None:
        self._articles = articles
        self._characters = characters
        self._known: OrderedDict[_Key, ArticleIndex] = OrderedDict()  # what was asked last comes last
        self._lock = Lock()  # the library may be used in threads

    def __len__(self) -> int:
        return len(self._known)

    def index(self, article: Article) -> ArticleIndex:
        """The index of an article, made where it is not known. The last one is kept however long it is."""
        key = _Key(article)
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
                return found
        found = _index(key)
        with self._lock:
            self._known[key] = found
            self._known.move_to_end(key)
            while len(self._known) > 1 and self._is_full():
                self._known.popitem(last=False)
        return found

    def _is_full(self) -> bool:
        characters = sum(len(key.article.text) for key in self._known)
        return len(self._known) > self._articles or characters > self._characters


_remembered = Remembered(_REMEMBERED_ARTICLES, _REMEMBERED_CHARACTERS)


def _index(key: _Key) -> ArticleIndex:
    article, layout = key.article, key.layout
    runs = find_runs(article.text, layout.starts, layout.ends)
    # Each distinct run is cut and stemmed once; the rest is arithmetic.
    terms = terms_of(runs.distinct, article.language)
    numbers = dict(zip(dict.fromkeys(terms.forms), range(len(terms.forms)), strict=False))
    numbered = np.fromiter(map(numbers.__getitem__, terms.forms), dtype=np.int64, count=len(terms.forms))
    sizes = terms.sizes.take(runs.number)
    ends = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=ends[1:])
    places = np.repeat(terms.starts.take(runs.number) - ends[:-1], sizes) + np.arange(ends[-1])
    return ArticleIndex(
        article,
        layout,
        numbers,
        numbered.take(places),
        ends.take(runs.starts),
        np.repeat(runs.capital.take(runs.number), sizes),
        terms,
        numbered,
    )
