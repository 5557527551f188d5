"""Places in an article that a question can start from: who speaks, who is introduced, what is dated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.question_words import vocabulary
from bot.core.tokens import stop_words

_MOST_SENTENCES = 400  # a reader's first questions are about where a text begins


@dataclass(frozen=True)
class Opening:
    """What a question can be made of, and the sentences that may answer it."""

    kind: str
    values: Mapping[str, str]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Speech:
    """How a language reports what people say and introduces them."""

    before: str  # verbs that follow their subject
    after: str  # verbs that stand before their subject
    articles: str  # that open an apposition: "Ann Lee, the head of …"


# Verbs of saying and articles only; a language without an entry gets questions that need no words.
_SPEECH = {
    "en": Speech(
        before="said|says|told|warned|announced|argued|argues|explained|wrote|added|insisted|acknowledged",
        after="said|says|added|according to",
        articles="the|a|an|who",
    ),
    "de": Speech(
        before="sagte|sagt|erklärte|erklärt|warnte|betonte|schrieb|kündigte|forderte|meinte|teilte",
        after="sagte|sagt|erklärte|so|betonte|meinte",
        articles="der|die|das|ein|eine",
    ),
    "ru": Speech(
        before="сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|отметила|подчеркнул|подчеркнула|рассказал|рассказала|добавил|добавила",
        after="сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|отметила|рассказал|рассказала|добавил|добавила",
        articles="который|которая",
    ),
}
_WORD = r"[^\W\d_a-zа-яё][\w’'-]*"
_LINK = r"(?:of|de|del|da|van|von|der|den|bin|al|el|la|le)"
_NAME = rf"{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,3}}"
_FULL_NAME = rf"{_WORD}(?: (?:{_LINK} )?{_WORD}){{1,3}}"


def openings(article: Article) -> list[Opening]:
    """All that questions can start from, best first within each kind."""
    found = [*_people(article), *_dates(article)]
    return found or list(_names(article))


def _readable(article: Article) -> list[Sentence]:
    return [sentence for sentence in article.sentences if sentence.prose][:_MOST_SENTENCES]


def _people(article: Article) -> Iterator[Opening]:
    speech = _SPEECH.get(article.language)
    if speech is None:
        return
    spoken, introduced = _patterns(article.language)
    for kind, pattern in (("said", spoken), ("who", introduced)):
        by_name: dict[str, list[Sentence]] = {}
        for sentence in _readable(article):
            for match in pattern.finditer(sentence.text):
                name = next(group for group in match.groups() if group)
                if _is_name(name, article.language):
                    by_name.setdefault(name, []).append(sentence)
        # Full names first: a surname alone may be anybody's. Then those met first.
        for name in sorted(by_name, key=lambda name: " " not in name):
            yield Opening(kind, {"name": name}, tuple(by_name[name]))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    speech = _SPEECH[language]
    spoken = rf"\b({_NAME})(?:, [^,.]{{3,60}},)? (?:{speech.before})\b|\b(?:{speech.after}) ({_FULL_NAME})"
    introduced = rf"\b[^\W\d_A-ZА-ЯЁ]\w+,? ({_FULL_NAME}),|\b({_FULL_NAME}), (?:{speech.articles}) "
    return re.compile(spoken), re.compile(introduced)


def _is_name(name: str, language: str) -> bool:
    """Whether a row of capitalised words names somebody: none of them a pronoun, a stop word or a weekday."""
    known, ignored = vocabulary(language), stop_words(language)
    return not any(
        word.lower() in ignored
        or known.calendar.fullmatch(word.lower())
        or known.pronoun.fullmatch(word.lower())
        for word in name.split()
        if word[0].isupper()
    )


_YEAR = re.compile(r"(?<![\d.,/–-])(1[5-9]\d\d|20[0-4]\d)(?![\d/–-]|[.,]\d)")


def _dates(article: Article) -> Iterator[Opening]:
    """Years that one sentence alone names, in a sentence that names no other."""
    if article.language not in _SPEECH:
        return
    by_year: dict[str, list[Sentence]] = {}
    for sentence in _readable(article):
        years = set(_YEAR.findall(sentence.text))
        for year in sorted(years):
            by_year.setdefault(year, []).append(sentence)
    for year, sentences in by_year.items():
        if len(sentences) == 1 and len(set(_YEAR.findall(sentences[0].text))) == 1:
            yield Opening("year", {"year": year}, tuple(sentences))


def _names(article: Article) -> Iterator[Opening]:
    """Names that come up again and again, most frequent first."""
    seen: Counter[str] = Counter()
    places: dict[str, list[Sentence]] = {}
    for sentence in _readable(article):
        for match in re.finditer(rf"(?<=[^\W_] ){_NAME}", sentence.text):
            name = match.group()
            if _is_name(name, article.language):
                seen[name] += 1
                places.setdefault(name, []).append(sentence)
    for name, times in seen.most_common():
        if times > 1 and len(name) > 2:
            yield Opening("name", {"name": name}, tuple(places[name]))
