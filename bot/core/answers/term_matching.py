"""Where the terms of a question stand in an article, also those that are written differently there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.core.answers.article_index import ArticleIndex, Floats, Integers, consonants
from bot.core.answers.questions import QuestionTerm
from bot.core.answers.relatives import are_related, shared_prefix
from bot.core.data import words
from bot.core.lexicon.question_words import UNSPACED
from bot.core.lexicon.slips import edit_distance
from bot.core.lexicon.synonyms import synonyms

# How alike two different terms must be to count, and at most how much they count beside an equal term.
_SHORTEST_PREFIX = 4
_LEAST_SHARED = 0.6
_SHORTEST_PART = 5  # of a compound
_SHORTEST_MISSPELT = 3  # as asked; in the article such a word has at least one letter more
_TWO_SLIPS_FROM = 8  # letters
_MISSPELT = 0.8
SWAPPED = 0.95  # the same letters in another order are hardly ever another word
_ALIAS = 0.9
_SYNONYM = 0.6
_PREFIXED = frozenset({"de", "nl"})  # participles begin with "ge": gedauert, dauern
_PARTICIPLE, _REGULAR = 0.6, 0.9
# What Arabic writes onto the front of a word and its stemmer leaves there: "and", "so", "by", "to", "like",
# the article, and what the persons of a verb begin with.
_LEANING = {"ar": re.compile("[وف]?(?:ال|بال|كال|لل|س?[يتن]|[بلك])|[وف]")}
_LONGEST_LEANING, _SHORTEST_ROOT, _LEANT, _ROOTED = 4, 3, 0.85, 0.8
_HAN, _CHARACTER = frozenset({"ja", "zh"}), 0.6  # one character of a word of two: 閉 in 閉店
_COMPOUNDING = frozenset({"da", "de", "fi", "nl", "nn", "no", "sv"})
_MOST_ALTERNATIVES = 24


@dataclass(frozen=True)
class Matches:
    """The terms of a question (rows) over the sentences of an article (columns)."""

    index: ArticleIndex
    terms: tuple[QuestionTerm, ...]
    meant: tuple[str, ...]  # by row: the word as written, its slips mended by the article's words
    meanings: tuple[dict[int, float], ...]  # by row: the article's terms that it may mean, how alike (0 to 1)
    places: Integers  # where any of those stands in `index.term`, in reading order
    counts: Floats  # how often the term stands in the sentence
    alike: Floats  # how alike the nearest word in the sentence is, 0 to 1

    @classmethod
    def of(cls, index: ArticleIndex, terms: tuple[QuestionTerm, ...]) -> Matches:
        """Looks for each term in the whole article."""
        slips = [misspelt(index, term) for term in terms]
        meanings = tuple(alternatives(index, term, near) for term, near in zip(terms, slips, strict=True))
        wanted = np.asarray(sorted({number for found in meanings for number in found}), dtype=np.int64)
        places = index.places_of(wanted)
        held, sentence = index.term[places], index.sentence[places]
        counts = _equal(meanings, held, sentence, index)
        alike = np.minimum(counts, 1.0)
        _add_near(alike, meanings, held, sentence, len(index.numbers))
        _add_long_forms(index, terms, counts, alike)
        meant = tuple(
            max(near, key=near.__getitem__) if near else term.word
            for term, near in zip(terms, slips, strict=True)
        )
        return cls(index, terms, meant, meanings, places, counts, alike)

    @cached_property
    def row_of(self) -> dict[int, tuple[int, float]]:
        """For each of the article's terms the row that it matches best, and how well."""
        found: dict[int, tuple[int, float]] = {}
        for row, meaning in enumerate(self.meanings):
            for number, value in meaning.items():
                if value > found.get(number, (0, 0.0))[1]:
                    found[number] = (row, value)
        return found

    @cached_property
    def rows(self) -> Integers:
        """For each of the article's terms the row that it matches best; -1 for none."""
        found = np.full(len(self.index.numbers), -1, dtype=np.int64)
        for number, (row, _) in self.row_of.items():
            found[number] = row
        return found

    @cached_property
    def shared(self) -> frozenset[int]:
        """The article's terms that a term with a meaning of its own may stand for."""
        found = {
            number
            for term, meaning, counts in zip(self.terms, self.meanings, self.counts, strict=True)
            if term.content and not self._is_everywhere(term, counts)
            for number in meaning
        }
        asked = {term.term for term in self.terms if term.content}
        for short, long in self.index.long_forms.items():
            if short in asked:
                found.update(self.index.numbers[part] for part in long if part in self.index.numbers)
            if asked.issuperset(long) and short in self.index.numbers:
                found.add(self.index.numbers[short])
        return frozenset(found)

    def _is_everywhere(self, term: QuestionTerm, counts: Floats) -> bool:
        """Whether a term is a small word that the stop list lacks ("de" and "que" in Spanish)."""
        return (
            len(term.word) <= _SMALL
            and not term.capital
            and not term.word.isdigit()
            and self.index.article.language not in UNSPACED
            and float((counts > 0).mean()) > _EVERYWHERE
        )


_SMALL, _EVERYWHERE = 3, 0.25  # letters at most; share of the sentences at least


def _equal(
    meanings: Sequence[dict[int, float]], held: Integers, sentence: Integers, index: ArticleIndex
) -> Floats:
    """How often each sentence has each term itself; different terms are different words of the article."""
    row_of = np.full(len(index.numbers), -1, dtype=np.int64)
    for row, meaning in enumerate(meanings):
        row_of[[number for number, value in meaning.items() if value == 1.0]] = row
    rows = row_of[held]
    cells = (rows * index.height + sentence)[rows >= 0]
    counts = np.bincount(cells, minlength=len(meanings) * index.height)
    return counts.reshape(len(meanings), index.height).astype(np.float64)


def _add_near(
    alike: Floats, meanings: Sequence[dict[int, float]], held: Integers, sentence: Integers, size: int
) -> None:
    """Words that are only alike: few beside the small words of a question, so those are left out first."""
    near = np.zeros(size, dtype=np.bool_)
    near[[number for meaning in meanings for number, value in meaning.items() if value < 1.0]] = True
    few = np.flatnonzero(near[held])
    held, sentence = held[few], sentence[few]
    for row, meaning in enumerate(meanings):
        values = np.zeros(size)
        values[list(meaning)] = list(meaning.values())
        np.maximum.at(alike[row], sentence, values[held])


def alternatives(index: ArticleIndex, term: QuestionTerm, slips: Mapping[str, float]) -> dict[int, float]:
    """The article's terms that a question's term may mean, each with how alike they are (0 to 1).

    `slips` gives the words as written that it may be a slip of.
    """
    found: dict[str, float] = {}
    if term.content:
        for other in synonyms(index.article.language).get(term.term, ()):
            if other in index.numbers:
                found[other] = _SYNONYM
    if term.content and not term.term.isdigit():
        found.update(_written_alike(index, term.term))
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST_ALTERNATIVES]
    numbered = {index.numbers[name]: alike for name, alike in best}
    if term.term in index.numbers:
        numbered[index.numbers[term.term]] = 1.0
    elif term.content and max(found.values(), default=0.0) < _MISSPELT:
        numbered |= {index.written[other]: alike for other, alike in slips.items()}
    if term.content and index.article.language in _COMPOUNDING:
        for number, alike in _joined(index, term.word).items():
            numbered[number] = max(alike, numbered.get(number, 0.0))
    return numbered


def _joined(index: ArticleIndex, word: str) -> dict[int, float]:
    """Terms of words that begin or end with this one as written, ending and all: "Bienen", "Bienenvölker"."""
    if len(word) < _SHORTEST_PART:
        return {}
    return {
        index.written[other]: _JOINED
        for other in index.written_like(word, word)
        if other != word and len(word) / len(other) >= _LEAST_COMPOUND
    }


def _written_alike(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms that share a part with this one, as compounds, derivations and inflections do."""
    language = index.article.language
    found: dict[str, float] = {}
    if len(term) >= _SHORTEST_PREFIX:
        found.update(_compounds(index, term))
        found.update(_relatives(index, term))
        if language in _PREFIXED and term.startswith("ge") and len(term) > 5:
            found.update(dict.fromkeys(index.beginning_with(term[2:5]), _PARTICIPLE))
        if language in _PREFIXED:
            found.update((each, _REGULAR) for each in _participles(term, language) if each in index.numbers)
    if len(term) == 1 and language in _HAN:
        found.update(dict.fromkeys((*index.beginning_with(term), *index.ending_with(term)), _CHARACTER))
    if language in _LEANING:
        found.update((each, max(_ROOTED, found.get(each, 0.0))) for each in _of_one_root(index, term))
        found.update(dict.fromkeys(_leaning(index, term), _LEANT))
    return found


# Stems of nouns that are written like one: "Geschäft" comes from no "Schaf".
_NO_PARTICIPLES = frozenset(
    {
        *("geschaft", "gewalt", "gesamt", "geist", "gericht", "gedicht", "geburt", "gesicht", "gewicht"),
        *("gebiet", "gestalt"),
    }
)


def _participles(term: str, language: str) -> Iterator[str]:
    """The stems of a regular verb's participle for that of its infinitive, and the other way: "proben" and
    "geprobt", "abholen" and "abgeholt".
    """
    if term in _NO_PARTICIPLES:
        return
    for prefix in ("", *words("prefixes").get(language, ())):
        if term.startswith(prefix):
            root = term.removeprefix(prefix)
            if (participle := f"{prefix}ge{root}t") not in _NO_PARTICIPLES:
                yield participle
            if root.startswith("ge") and root.endswith("t"):
                yield prefix + root[2:-1]


def _leaning(index: ArticleIndex, term: str) -> Iterator[str]:
    """Terms that differ only in the small words and signs of person written onto their front."""
    leaning = _LEANING[index.article.language]
    roots = {term} | {
        term[size:] for size in range(1, _LONGEST_LEANING + 1) if leaning.fullmatch(term[:size])
    }
    for root in roots:
        if len(root) >= _SHORTEST_ROOT:
            for other in index.ending_with(root):
                before = other.removesuffix(root)
                if other != term and (not before or leaning.fullmatch(before)):
                    yield other


def _of_one_root(index: ArticleIndex, term: str) -> Iterator[str]:
    """Terms with the same consonants: Arabic forms plurals, verbs and nouns by long vowels between them."""
    root = consonants(term)
    if len(root) >= _SHORTEST_ROOT:
        yield from (other for other in index.by_consonants.get(root, ()) if other != term)


def _relatives(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms with the same beginning: what derivation leaves alike ("invad", "invas"; "russia", "russian")."""
    least = max(_SHORTEST_PREFIX, int(len(term) * _LEAST_SHARED))
    found = {}
    for other in index.beginning_with(term[:least]):
        common = shared_prefix(term, other)
        shared = common / max(len(term), len(other))
        if shared >= _LEAST_SHARED and are_related(term, other, common, index.article.language):
            found[other] = shared
    return found


def _compounds(index: ArticleIndex, term: str) -> dict[str, float]:
    """Terms of which this is a part, and terms that are a part of it ("Weltkrieg", "Krieg")."""
    if len(term) < _SHORTEST_PART:
        return {}
    found = {}
    language = index.article.language
    for other in index.ending_with(term):
        found[other] = len(term) / len(other)
    for other in index.beginning_with(term):
        if are_related(term, other, len(term), language):
            found[other] = len(term) / len(other)
    for size in range(_SHORTEST_PART, len(term)):
        beginning, ending = term[:size], term[-size:]
        if beginning in index.numbers and are_related(term, beginning, size, language):
            found[beginning] = size / len(term)
        if ending in index.numbers:
            found[ending] = size / len(term)
    return {other: alike for other, alike in found.items() if alike >= _LEAST_COMPOUND}


_LEAST_COMPOUND = 0.4
_JOINED = 0.75


def misspelt(index: ArticleIndex, term: QuestionTerm) -> dict[str, float]:
    """The article's words as written that one slip makes of a term that it lacks, two in a long one.

    A slip leaves one half of the word as it was, so only words that share a half need to be compared. Stems
    would not do: "mony" and "money" lose different endings.
    """
    word = term.word
    if not term.content or term.term in index.numbers or not word.isalpha():
        return {}
    if not _SHORTEST_MISSPELT <= len(word) <= _LONGEST_MISSPELT:
        return {}
    half = len(word) // 2
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    return {
        other: SWAPPED if sorted(other) == sorted(word) else _MISSPELT
        for other in sorted(index.written_like(word[:half], word[half + 1 :]))
        if abs(len(other) - len(word)) <= slips
        and len(other) > _SHORTEST_MISSPELT
        and (len(word) > _SHORTEST_MISSPELT or other[0] == word[0])
        and not other.isdigit()
        and edit_distance(word, other, slips) <= slips
    }


_LONGEST_MISSPELT = 40  # longer ones are no words, and comparing costs their length squared


def _add_long_forms(
    index: ArticleIndex, terms: Sequence[QuestionTerm], counts: Floats, alike: Floats
) -> None:
    """An abbreviation in the question also stands where the article has its long form, and the other way."""
    asked = {term.term: row for row, term in enumerate(terms)}
    for short, long in index.long_forms.items():
        rows = [asked[part] for part in long if part in asked]
        if short in asked:
            present = np.min([index.presence(part) for part in long], axis=0)
            alike[asked[short]] = np.maximum(alike[asked[short]], _ALIAS * present)
        if rows and len(rows) == len(long):
            present = index.presence(short)
            alike[rows] = np.maximum(alike[rows], _ALIAS * present)
            counts[rows] = np.maximum(counts[rows], present)
