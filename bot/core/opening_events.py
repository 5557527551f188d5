"""Openings without a person: what happened when and where, what is the largest, how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.models import Sentence
from bot.core.opening_grammar import Grammar, Opening
from bot.core.question_words import vocabulary

_YEAR = re.compile(r"(?<![\d.,/–-])(1[5-9]\d\d|20[0-4]\d)(?![\d/–%-]|[.,]\d)")


def years(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Years in which one sentence, which names no other year, says that something happened."""
    ahead = re.compile(rf"\b(?:{grammar.ahead})\b", re.IGNORECASE)
    aside = re.compile(grammar.aside, re.IGNORECASE)
    by_year: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        for year in dict.fromkeys(_YEAR.findall(sentence.text)):
            by_year.setdefault(year, []).append(sentence)
    for year, holding in by_year.items():
        (sentence, *others) = holding
        told = re.search(grammar.year.format(year), sentence.text)
        if not told or others or aside.search(sentence.text, 0, told.start()):
            continue
        if len(_YEAR.findall(sentence.text)) == 1 and not ahead.search(sentence.text):
            yield Opening("year", {"year": year}, (sentence,))


def dates(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Months and days, written with their preposition, on which something has happened."""
    dated, ahead = re.compile(rf"\b{grammar.dated}\b"), re.compile(rf"\b(?:{grammar.ahead})\b", re.IGNORECASE)
    aside = re.compile(grammar.aside, re.IGNORECASE)
    by_date: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        found = dated.search(sentence.text)
        if not found or aside.search(sentence.text, 0, found.start()):
            continue
        if not ahead.search(sentence.text):
            by_date.setdefault(found.group(), []).append(sentence)
    for date, holding in by_date.items():
        if len(holding) == 1:
            yield Opening("date", {"date": date}, tuple(holding))


def places(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Places, written with their preposition, where something has happened."""
    placed, past = re.compile(grammar.placed), re.compile(grammar.past)
    ahead = re.compile(rf"\b(?:{grammar.ahead})\b", re.IGNORECASE)
    by_place: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if past.search(sentence.text) and not ahead.search(sentence.text):
            for match in placed.finditer(sentence.text):
                by_place.setdefault(_inside(match.group()), []).append(sentence)
    for place, holding in by_place.items():
        yield Opening("place", {"place": place}, tuple(holding))


def _inside(phrase: str) -> str:
    """A phrase as it stands inside a sentence: its first word may have opened one."""
    return phrase[:1].lower() + phrase[1:]


def topmost(sentences: Sequence[Sentence], grammar: Grammar, language: str) -> Iterator[Opening]:
    """Things that are said to be the first, the only or the most of their kind; no people, no "it"."""
    if not grammar.topmost:
        return
    told, pronoun = re.compile(grammar.topmost), vocabulary(language).pronoun
    people = frozenset(grammar.roles.split("|"))
    for sentence in sentences:
        match = told.search(sentence.text)
        if match and not pronoun.match(sentence.text.lower()):
            words = sentence.text[: match.end()].lower().split()
            if people.isdisjoint(words):
                yield Opening("topmost", {"what": match.group()}, (sentence,))


def counts(sentences: Sequence[Sentence], grammar: Grammar, language: str) -> Iterator[Opening]:
    """What is counted in one sentence alone; spans of time, which are everywhere, are left out."""
    counted, known = re.compile(grammar.counted), vocabulary(language)
    by_thing: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        for match in counted.finditer(sentence.text):
            if not any(known.is_in(word, "unit") for word in match.group(1).split()):
                by_thing.setdefault(match.group(1), []).append(sentence)
    for thing, holding in by_thing.items():
        if len(holding) == 1:
            yield Opening("count", {"what": thing}, tuple(holding))
