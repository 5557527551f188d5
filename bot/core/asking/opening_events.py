"""Openings without a person: what happened when and where, what is the largest, how many there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from bot.core.asking.opening_grammar import Grammar, Opening
from bot.core.data import words
from bot.core.lexicon.question_words import vocabulary
from bot.core.models import Sentence

_YEAR = re.compile(r"(?<![\d.,/–-])(1[5-9]\d\d|20[0-4]\d)(?![\d/–%-]|[.,]\d)")


def years(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Years in which one sentence, which names no other year, says that something happened."""
    past = re.compile(grammar.past)
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
        happened = past.search(sentence.text) and not ahead.search(sentence.text)
        if happened and len(_YEAR.findall(sentence.text)) == 1:
            yield Opening("year", {"year": year}, (sentence,))


def dates(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Months and days, written with their preposition, on which something has happened."""
    dated, ahead = re.compile(rf"\b{grammar.dated}\b"), re.compile(rf"\b(?:{grammar.ahead})\b", re.IGNORECASE)
    aside, past = re.compile(grammar.aside, re.IGNORECASE), re.compile(grammar.past)
    by_date: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        found = dated.search(sentence.text)
        if not found or aside.search(sentence.text, 0, found.start()):
            continue
        if past.search(sentence.text) and not ahead.search(sentence.text):
            by_date.setdefault(found.group(), []).append(sentence)
    for date, holding in by_date.items():
        if len(holding) == 1:
            yield Opening("date", {"date": date}, tuple(holding))


def places(sentences: Sequence[Sentence], grammar: Grammar) -> Iterator[Opening]:
    """Places, written with their preposition, where something has happened: they open the sentence or follow
    its verb. "The first chair of chemistry in Bohemia" is no event there.
    """
    placed, past = re.compile(grammar.placed), re.compile(grammar.past)
    ahead = re.compile(rf"\b(?:{grammar.ahead})\b", re.IGNORECASE)
    by_place: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if past.search(sentence.text) and not ahead.search(sentence.text):
            for match in placed.finditer(sentence.text):
                verb = sentence.text[: match.start()].rstrip().rpartition(" ")[2]
                if not verb or (past.fullmatch(verb) and verb not in _words("publishing")):
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
            spoken = sentence.text[: match.end()].lower().split()
            empty = spoken[-1] in _words("empty") or not _words("speaking").isdisjoint(match.group().split())
            if people.isdisjoint(spoken) and not empty:
                yield Opening("topmost", {"what": match.group()}, (sentence,))


def counts(sentences: Sequence[Sentence], grammar: Grammar, language: str) -> Iterator[Opening]:
    """What is said of so many, where a sentence begins with a number: "Forty houses were flooded." asks
    "How many houses were flooded?". Spans of time, and what only an earlier sentence names, are left out.
    """
    counted = re.compile(grammar.counted)
    for sentence in sentences:
        number, _, rest = sentence.text.partition(" ")
        clause = _clause(rest)
        if clause is None or not _is_many(number, language) or not counted.match(clause):
            continue
        if any(map(str.isdigit, clause)):
            continue  # "and 23 were hurt": two counts make no question
        if _whole(clause, rest, grammar) and not _points_back(clause, language):
            yield Opening("count", {"what": clause}, (sentence,))


def deeds(
    sentences: Sequence[Sentence], grammar: Grammar, language: str, persons: Collection[str]
) -> Iterator[Opening]:
    """What a sentence that begins with the name of a person says that this person did."""
    did, says = re.compile(grammar.did), re.compile(rf"(?:{grammar.says})\b")
    for sentence in sentences:
        name = next((each for each in persons if sentence.text.startswith(f"{each} ")), None)
        rest = sentence.text[len(name) + 1 :] if name else ""
        clause = _clause(rest)
        if clause is None or not did.match(clause) or says.match(clause):
            continue
        if not _points_back(clause, language):
            yield Opening("did", {"what": clause}, (sentence,))


_CLAUSE_END = re.compile(r"[,;:.!?()–—\"“”„«»]")
_FEWEST_WORDS, _MOST_WORDS = 4, 12


def _clause(rest: str) -> str | None:
    """The words up to the first mark, where they are enough to tell what is meant and few enough to ask."""
    end = _CLAUSE_END.search(rest)
    clause = rest[: end.start()].strip() if end else rest.strip()
    return clause if _FEWEST_WORDS <= len(clause.split()) <= _MOST_WORDS else None


def _whole(clause: str, rest: str, grammar: Grammar) -> bool:
    """Whether a clause has its verb: it is the whole sentence, or tells of something that happened. "3 free
    months of films." has none.
    """
    if re.search(grammar.past, clause) is not None:
        return True
    is_whole = rest[len(clause) :].strip() == "."
    return is_whole and (not grammar.verb or re.search(grammar.verb, clause) is not None)


def _is_many(word: str, language: str) -> bool:
    """Whether a word is a number of more than one: "Ein Gutachten" counts nothing."""
    if word.lower() in _words("uncounted"):
        return False
    if any(map(str.isdigit, word)):
        return _YEAR.fullmatch(word) is None and _NUMBER.fullmatch(word) is not None and word != "1"
    return vocabulary(language).is_in(word.lower(), "number")


# "CVE-2024-21626" and "3D" count nothing.
_NUMBER = re.compile(r"\d+(?:[.,’'\u00a0\u202f–-]\d+)*")


def _points_back(clause: str, language: str) -> bool:
    pronoun = vocabulary(language).pronoun
    return any(pronoun.fullmatch(word) for word in clause.lower().split())


@cache
def _words(name: str) -> frozenset[str]:
    """One of the lists of `data/opening_words.txt`, which says what they are for."""
    return frozenset(words("opening_words")[name])
