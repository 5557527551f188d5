"""Questions that an article suggests and answers: made from its own names, dates and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from bot.core.article import Article
from bot.core.asking.opening_grammar import Opening
from bot.core.asking.openings import openings
from bot.core.asking.topics import topics
from bot.core.models import Sentence
from bot.core.retrieval import ask

_MOST_TRIES = 14  # questions put to the article; each costs what an answer costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question that its sentence answers: the message `suggest-<kind>`, filled with `values`."""

    kind: str  # who, said, did, topmost, date, year, place, count, about, topic
    values: Mapping[str, str] = field(hash=False)  # the article's own words, as they stand there
    sentence: Sentence


def bare(suggestion: Suggestion) -> str:
    """The question as its values alone, which is understood without words of any language."""
    return " ".join(suggestion.values.values()) + "?"


def suggest(
    article: Article, limit: int = 3, phrase: Callable[[Suggestion], str] = bare
) -> tuple[Suggestion, ...]:
    """At most `limit` questions that `ask` answers with the suggestion's sentence first, most telling first.

    `phrase` puts a suggestion in words (in the article's language, or `bare`); only questions whose wording
    the article answers come back. No two are of the same name or answered by the same sentence.
    """
    chosen: list[Suggestion] = []
    for tried, opening in enumerate(chain(_in_turn(openings(article)), topics(article))):
        if len(chosen) >= limit or tried >= _MOST_TRIES:
            break
        if any(_repeats(earlier, opening) for earlier in chosen):
            continue
        suggestion = _answered(article, opening, phrase)
        if suggestion and all(suggestion.sentence != earlier.sentence for earlier in chosen):
            chosen.append(suggestion)
    return tuple(chosen)


def _answered(article: Article, opening: Opening, phrase: Callable[[Suggestion], str]) -> Suggestion | None:
    draft = Suggestion(kind=opening.kind, values=opening.values, sentence=opening.sentences[0])
    question = phrase(draft)
    if phrase is not bare and question == bare(draft):
        return None  # a name with a question mark is no question that people would ask
    answer = ask(article, question, limit=1)
    if not answer.found or answer.passages[0].sentence not in opening.sentences:
        return None
    return Suggestion(kind=opening.kind, values=opening.values, sentence=answer.passages[0].sentence)


def _repeats(earlier: Suggestion, opening: Opening) -> bool:
    return bool(_named(earlier.values) & _named(opening.values))


def _named(values: Mapping[str, str]) -> set[str]:
    """The words with a capital or a digit: names and times."""
    words = (word for value in values.values() for word in value.split())
    return {word for word in words if word[0].isupper() or word[0].isdigit()}


def _in_turn(found: list[Opening]) -> Iterator[Opening]:
    """The best of each kind, then the second best of each, so that three questions are of three kinds."""
    by_kind: dict[str, list[Opening]] = {}
    for opening in found:
        by_kind.setdefault(opening.kind, []).append(opening)
    depth = max(map(len, by_kind.values()), default=0)
    for rank in range(depth):
        for openings_of_kind in by_kind.values():
            if rank < len(openings_of_kind):
                yield openings_of_kind[rank]
