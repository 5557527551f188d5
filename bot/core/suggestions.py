"""Questions that an article suggests and answers: made from its own names, dates and numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from bot.core.article import Article
from bot.core.asking.opening_grammar import Opening
from bot.core.asking.openings import openings
from bot.core.asking.topics import topics
from bot.core.models import Sentence
from bot.core.ranking.announcing import announcing
from bot.core.ranking.discourse import leaning
from bot.core.ranking.pointing import points_back
from bot.core.retrieval import ask
from bot.core.tokens import terms

# "What about …?", "What happened …?": a sentence that leans on the one before answers them badly.
_VAGUE = frozenset({"about", "topic", "date", "year", "place"})
_A_FEW = 2  # questions, up to which vague ones are suggested whose answers lean on what stands before them
_ASKS = ("?", "？", "؟")
LONGEST_QUESTION = 60  # characters that a button shows on a phone; a longer question would be cut
_LONGEST_ARTICLE = 3  # characters: "the", "die", "les"
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
    leant: list[Suggestion] = []
    named = set(terms(article.title or "", article.language))
    tried = 0
    for opening in chain(_in_turn(openings(article)), topics(article)):
        if len(chosen) >= limit or tried >= _MOST_TRIES:
            break
        telling = _telling(opening, article.language)
        standing = _standing(telling, article.language, named)
        if any(_repeats(earlier, opening) for earlier in chosen) or not telling.sentences:
            continue
        tried += 1
        suggestion = _answered(article, telling, phrase)
        if suggestion is None:
            continue
        if suggestion.sentence in standing.sentences:
            _add(suggestion, chosen)
        else:
            leant.append(suggestion)
    for suggestion in leant[: max(0, min(limit, _A_FEW) - len(chosen))]:
        _add(suggestion, chosen)
    return tuple(chosen)


def _add(suggestion: Suggestion, chosen: list[Suggestion]) -> None:
    """Put a suggestion behind those chosen, unless one of them is of the same name or sentence."""
    named = _named(suggestion.values)
    if not any(suggestion.sentence == one.sentence or _named(one.values) & named for one in chosen):
        chosen.append(suggestion)


def _telling(opening: Opening, language: str) -> Opening:
    """The opening without the sentences that only ask, announce or call to do something."""
    announced = announcing(opening.sentences, language)
    kept = (
        sentence
        for sentence, is_announcing in zip(opening.sentences, announced, strict=True)
        if not is_announcing and not sentence.text.endswith(_ASKS)
    )
    return replace(opening, sentences=tuple(kept))


def _standing(opening: Opening, language: str, named: Collection[str]) -> Opening:
    """Of a vague question, which any sentence seems to answer, those that are understood by themselves."""
    if opening.kind not in _VAGUE:
        return opening
    kept = (
        sentence
        for sentence in opening.sentences
        if not leaning([sentence], language)[0] and not points_back(sentence.text, language, named)
    )
    return replace(opening, sentences=tuple(kept))


def _answered(article: Article, opening: Opening, phrase: Callable[[Suggestion], str]) -> Suggestion | None:
    draft = Suggestion(kind=opening.kind, values=opening.values, sentence=opening.sentences[0])
    question = phrase(draft)
    if phrase is not bare and question == bare(draft):
        return None  # a name with a question mark is no question that people would ask
    if len(question) > LONGEST_QUESTION:
        return None
    answer = ask(article, question, limit=1)
    if not answer.found or answer.passages[0].sentence not in opening.sentences:
        return None
    return Suggestion(kind=opening.kind, values=opening.values, sentence=answer.passages[0].sentence)


def _repeats(earlier: Suggestion, opening: Opening) -> bool:
    """Whether a question is of the same name, or of the same thing: "What is a budget?" asks about it."""
    if _named(earlier.values) & _named(opening.values):
        return True
    said, asked = (" ".join(values.values()).lower() for values in (earlier.values, opening.values))
    article, _, noun = asked.partition(" ")
    bare = noun if noun and len(article) <= _LONGEST_ARTICLE else asked
    return said.endswith(f" {bare}")


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
