"""A question taken apart: what it asks for, and the terms that it looks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.cleaning import clean_text
from bot.core.data import words
from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.question_words import vocabulary
from bot.core.lexicon.scripts import HAN, HIRAGANA
from bot.core.lexicon.words import Word, iterate
from bot.core.tokens import stop_words

OTHER = "other"  # "what", "how", and whatever has no question word
_LONGEST_QUESTION = 1_000  # characters; what follows adds no sense
_MOST_TERMS = 48  # a question is short; a text pasted as one must not cost more than that


@dataclass(frozen=True, slots=True)
class QuestionTerm:
    """One distinct term of a question."""

    term: str  # stem, or digits for a numeral
    word: str  # as written, in lower case
    content: bool  # False for stop words and words that only ask ("year" in "what year")
    capital: bool  # written with a capital, not as the first word


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language."""

    text: str
    language: str
    kind: str  # one of question_words.ASKING, or OTHER
    terms: tuple[QuestionTerm, ...]  # in order of first appearance
    sequence: tuple[int, ...]  # the rows in `terms` of all its words, in order
    focus: int  # the row in `terms` of the first meaningful term after the question word; -1 for none
    bare: str  # the question in lower case without its question word
    pointing: bool  # holds a pronoun
    leaning: bool  # holds a pronoun or hardly a word: it needs what was asked before

    @property
    def content(self) -> tuple[QuestionTerm, ...]:
        """The terms that carry meaning."""
        return tuple(term for term in self.terms if term.content)


def read_question(text: str, language: str) -> Question:
    """What a question asks for, and its terms."""
    text = " ".join(clean_text(text[:_LONGEST_QUESTION]).split())
    lowered = text.lower()
    kind, asking = _kind(lowered, language)
    terms, sequence = _terms(text, language, asking)
    content = sum(term.content for term in terms)
    pointing = vocabulary(language).pronoun.search(lowered) is not None
    bare = lowered[: asking[0]] + " " + lowered[asking[1] :]
    focus = _focus(text, language, terms, asking)
    return Question(text, language, kind, terms, sequence, focus, bare, pointing, pointing or content <= 1)


def _focus(text: str, language: str, terms: Sequence[QuestionTerm], asking: tuple[int, int]) -> int:
    rows = {term.term: row for row, term in enumerate(terms) if term.content}
    for word in iterate(text[asking[1] :], language):
        (term,) = term_forms([word.text], language)
        if term in rows:
            return rows[term]
    return -1


def _kind(lowered: str, language: str) -> tuple[str, tuple[int, int]]:
    """The kind of a question, and where its question words stand.

    "What did she say when it rained?" asks for no day: a question word behind another one asks nothing. Of
    those that begin at the same place the longest counts ("which" or "which year").
    """
    known = vocabulary(language)
    patterns = {**known.asking, OTHER: known.what}
    begin = lowered.rfind("¿") + 1  # "En cuanto a la ley, ¿quién …?": before the sign nothing is asked
    found = [(kind, match) for kind, pattern in patterns.items() if (match := pattern.search(lowered, begin))]
    kind, first = min(found, key=lambda each: (each[1].start(), -each[1].end()), default=(OTHER, None))
    return (OTHER, (0, 0)) if first is None or kind == OTHER else (kind, first.span())


def _terms(
    text: str, language: str, asking: tuple[int, int]
) -> tuple[tuple[QuestionTerm, ...], tuple[int, ...]]:
    """The distinct terms, and the number of each word's."""
    ignored, known = stop_words(language), vocabulary(language)
    found: dict[str, QuestionTerm] = {}
    sequence: list[str] = []
    for word in iterate(text, language):
        (term,) = term_forms([word.text], language)
        small = word.text in ignored or _is_led_small(word.text, language)
        telling = not small or word.text in known.telling or term.isdigit()
        # Where no blanks are written, what asks and what stands beside it share a pair of characters; a run
        # of Japanese syllables is longer and may hold a word.
        reach = word.end - 1 if _SYLLABLES.fullmatch(word.text) is None else word.start
        asks = word.start < asking[1] and asking[0] <= reach
        content = telling and word.text not in known.empty and not asks
        content = content and not _only_joins(word, text, language)
        capital = word.start > 0 and text[word.start].isupper()
        earlier = found.get(term)
        if earlier is None or (content and not earlier.content):
            found[term] = QuestionTerm(term, word.text, content, capital)
        sequence.append(term)
        if len(found) >= _MOST_TERMS or len(sequence) >= 2 * _MOST_TERMS:
            break
    rows = {term: row for row, term in enumerate(found)}
    return tuple(found.values()), tuple(rows[term] for term in sequence)


def _is_led_small(word: str, language: str) -> bool:
    """Whether an Arabic word is a small one with "and", "so", "by", "to" or "like" written onto its front."""
    if language != "ar" or len(word) <= len("لم") or word[0] not in _LEADING:
        return False
    return word[1:] in stop_words(language) or word[1:] in vocabulary(language).empty


_LEADING = frozenset("وفبلك")


def _only_joins(word: Word, text: str, language: str) -> bool:
    """Whether a run of Japanese syllables is made of particles, question words and endings ("はいつ").

    Behind a character its first syllables may belong to that: "まりますか" in "閉まりますか".
    """
    if language != "ja" or _SYLLABLES.fullmatch(word.text) is None:
        return False
    behind_character = word.start > 0 and _CHARACTER.match(text, word.start - 1) is not None
    return any(
        _is_joined(word.text, skipped) for skipped in range(1 + (_INFLECTED if behind_character else 0))
    )


def _is_joined(run: str, begin: int) -> bool:
    """Whether a run is made of small words alone from `begin` on. A pattern would try every way to cut it."""
    joints, reached = words("small_words")["ja"], {begin}
    for place in range(begin, len(run)):
        if place in reached:
            reached.update(place + len(joint) for joint in joints if run.startswith(joint, place))
    return len(run) > begin and len(run) in reached


_SYLLABLES, _CHARACTER = re.compile(f"[{HIRAGANA}]+"), re.compile(f"[{HAN}]")
_INFLECTED = 2  # syllables of a word that may stand behind its character, before its ending


def read_context(texts: Sequence[str], language: str) -> tuple[Question, ...]:
    """The earlier questions of a conversation that still count, oldest first."""
    return tuple(read_question(text, language) for text in texts[-REMEMBERED_QUESTIONS:])


REMEMBERED_QUESTIONS = 3  # further back, talk has moved on
