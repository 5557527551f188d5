"""What a reader needs beside a sentence to understand it: not whatever stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.article import Article
from bot.core.models import Kind
from bot.core.ranking.discourse import leaning
from bot.core.ranking.names import names_in
from bot.core.ranking.pointing import points_back
from bot.core.tokens import terms

_FARTHEST = 3  # sentences that lean on each other in a row
_BEFORE = 12  # sentences of its paragraph in which a quotation may have begun
_MOST_NAMES = 2
_SHORTEST_NAME = 4  # characters: "Lee" stands in too many words
_LEADING_ON = ("?", "？", "؟", ":", "：")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Places of sentences in their article, the most needed first."""

    needed: tuple[int, ...]  # what a sentence leans on or leads on to; the first mention of whom it names
    near: tuple[int, ...]  # the others of its paragraph, then further neighbours, nearest first


def surroundings(article: Article, position: int, reach: int) -> Surroundings:
    """What stands around the sentence at `position`, neighbours at most `reach` sentences away.

    Only sentences of running text. What is needed may stand further away than `reach`.
    """
    needed = [*_leant_on(article, position), *_led_to(article, position), *_led_in(article, position)]
    needed = list(dict.fromkeys([*needed, *_first_mentions(article, position)]))
    own = article.sentences[position].paragraph
    around = [
        place
        for distance in range(1, reach + 1)
        for place in (position - distance, position + distance)
        if _is_prose(article, place)
        and place not in needed
        and not (place > position and _leads(article, place))
    ]
    around.sort(key=lambda place: article.sentences[place].paragraph != own)
    return Surroundings(tuple(needed), tuple(around))


def _is_prose(article: Article, position: int) -> bool:
    return 0 <= position < len(article.sentences) and article.sentences[position].prose


def _leant_on(article: Article, position: int) -> Iterator[int]:
    """The sentences before it without which it isn't understood, the nearest first."""
    begin = max(0, position - _BEFORE)
    leans = leaning(article.sentences[begin : position + 1], article.language)
    named = set(terms(article.title or "", article.language))
    for place in range(position, max(position - _FARTHEST, 0), -1):
        text = article.sentences[place].text
        if not (leans[place - begin] or points_back(text, article.language, named)):
            return
        if not _is_prose(article, place - 1):
            return
        yield place - 1


def _led_to(article: Article, position: int) -> Iterator[int]:
    """The sentence after it, where it asks or announces that."""
    if _leads(article, position) and _is_prose(article, position + 1):
        yield position + 1


def _leads(article: Article, position: int) -> bool:
    return article.sentences[position].text.endswith(_LEADING_ON)


def _led_in(article: Article, position: int) -> Iterator[int]:
    """What leads in the list that it is an item of."""
    paragraphs, sentences = article.paragraphs, article.sentences
    if paragraphs[sentences[position].paragraph].kind is not Kind.LIST:
        return
    place = position
    while place > 0 and paragraphs[sentences[place].paragraph].kind is Kind.LIST:
        place -= 1
    if _is_prose(article, place) and _leads(article, place):
        yield place


def _first_mentions(article: Article, position: int) -> Iterator[int]:
    """Where those are named in full whom a sentence calls by their surnames."""
    sentence = article.sentences[position]
    rows = list(names_in(sentence.text, article.language))
    whole = {name[-1] for name in rows if len(name) > 1}
    known = {word for name in names_in(article.title or "", article.language) for word in name}
    short = [name[0] for name in rows if len(name) == 1 and len(name[0]) >= _SHORTEST_NAME]
    for name in [each for each in dict.fromkeys(short) if each not in whole | known][:_MOST_NAMES]:
        place = _introduced(article, name, sentence.start)
        if place is not None and _is_prose(article, place):
            yield place


def _introduced(article: Article, name: str, before: int) -> int | None:
    """The first sentence that gives a name in full, if the text mostly shortens it later, as people's are."""
    found = [match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", article.text)]
    whole = [start for start in found if _is_whole(article.text, start, name, article.language)]
    if not whole or whole[0] >= before or len(found) - len(whole) <= len(whole):
        return None
    return bisect_right(article.sentences, whole[0], key=lambda sentence: sentence.start) - 1


def _is_whole(text: str, start: int, name: str, language: str) -> bool:
    line = text[max(0, start - _LONGEST_NAME) : start + len(name)]
    rows = list(names_in(line, language))
    return bool(rows) and rows[-1][-1] == name and len(rows[-1]) > 1


_LONGEST_NAME = 60  # characters
