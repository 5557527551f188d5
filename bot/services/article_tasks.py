"""Tasks for worker processes that reading and answering need: plain functions, one round trip each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.core.answers.questions import read_question
from bot.core.article import Article
from bot.core.language import detect
from bot.core.lexicon.synonyms import synonyms
from bot.core.models import Sentence
from bot.core.quotes import QuoteCheck, check_quote
from bot.core.ranking.discourse import leaning
from bot.core.retrieval import Answer, Passage, ask
from bot.core.suggestions import Suggestion, suggest
from bot.core.summary import fit_sentences, summarize
from bot.core.tokens import cut_sentences, index_terms, terms
from bot.services import lengths
from bot.services.views import Phrase

# What has less than this share of the best passage's score shares a word or two with the question by chance.
NEAR_THE_BEST = 0.4
_REMEMBERED_ARTICLES = 8  # whose buttons are being pressed
_SUGGESTED: dict[tuple[bytes, Phrase], tuple[Suggestion, ...]] = {}  # the first ones go first
_LOOKED_AT = 5  # passages among which a search looks for one that has its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the reply to an article needs, worked out in one go."""

    sentences: tuple[Sentence, ...]
    suggestions: tuple[Suggestion, ...]
    shorter: int | None
    longer: int | None
    off_topic: bool  # the summary was aimed at something of which the article has no word


def survey(article: Article, wanted: int, about: str | None, room: int, phrase: Phrase | None) -> Survey:
    """A summary of `wanted` sentences, or of as many as fit in `room` characters, and what can follow it.

    `phrase`: puts suggested questions in words; None for none.
    """
    sentences = _summary(article, wanted, about)
    while len(sentences) > 1 and _size(sentences) > room:
        sentences = _summary(article, lengths.shorter(len(sentences)) or 1, about)
    count = len(sentences)
    more = lengths.longer(count, len(fit_sentences(article, count + 1)))
    if more is not None and _size(sentences) * more > room * count / 2:
        # Only where it could be close is the longer one worked out as well.
        more = more if _size(_summary(article, more, about)) <= room else None
    return Survey(
        sentences=sentences,
        suggestions=() if phrase is None else _suggested(article, phrase),
        shorter=lengths.shorter(count),
        longer=more,
        off_topic=about is not None and not speaks_of(article, about),
    )


def _suggested(article: Article, phrase: Phrase) -> tuple[Suggestion, ...]:
    """They take most of a survey's time, and are the same for each length of an article's summary."""
    key = (_digest(article), phrase)
    if key not in _SUGGESTED:
        while len(_SUGGESTED) >= _REMEMBERED_ARTICLES:
            del _SUGGESTED[next(iter(_SUGGESTED))]
        _SUGGESTED[key] = suggest(article, phrase=phrase)
    return _SUGGESTED[key]


def _digest(article: Article) -> bytes:
    """Stands for what suggestions are made of: an article as a key would be kept, and may be a book."""
    told = f"{article.language}\0{article.title}\0{len(article.sentences)}\0{article.text}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def sentence_count(text: str) -> int:
    """How many sentences a text has, in whatever language it is."""
    return len(cut_sentences(text, detect(text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage without its article, which need not travel back."""

    article: int  # index among the articles that were searched
    sentence: Sentence
    matched: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An answer without its articles."""

    found: bool
    hits: tuple[Hit, ...]


def look_up(articles: Sequence[Article], question: str, context: Sequence[str]) -> Findings:
    """The answer to a question over all of the articles."""
    # By text: one that was read at two addresses is quoted once, and a passage's article can be an equal one,
    # from a cache of earlier questions.
    numbers = {article.text: number for number, article in reversed([*enumerate(articles)])}
    different = [articles[number] for number in sorted(numbers.values())]
    answer = ask(different, question, context=context)
    hits = [_hit(numbers[passage.article.text], passage) for passage in _worth_showing(answer, question)]
    return Findings(found=answer.found, hits=_each_once(hits))


def best_hits(articles: Sequence[Article], words: str) -> tuple[Hit, ...]:
    """For each article the passage that fits the words best and has some of them, where there is one.

    Of articles in which that is the same sentence, the first.
    """
    found = [ask(article, words, limit=_LOOKED_AT).passages for article in articles]
    best = ((number, _with_words(passages)) for number, passages in enumerate(found) if passages)
    return _each_once(_hit(number, passage) for number, passage in best)


def _each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits without those that say again what one before them says, word for word."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.sentence.text, hit)
    return tuple(first.values())


def _with_words(passages: Sequence[Passage]) -> Passage:
    """The best passage that has a word of the query: an answer may have none, a hit shows one."""
    return next((passage for passage in passages if passage.matched), passages[0])


def check_quotes(articles: Sequence[Article], quote: str) -> tuple[QuoteCheck, ...]:
    """The verdict on a quotation for each article."""
    return tuple(check_quote(article, quote) for article in articles)


def query_terms(query: str, languages: Sequence[str]) -> dict[str, list[str]]:
    """The index terms of a query, as each language makes them."""
    return {language: terms(query, language) for language in languages}


def _worth_showing(answer: Answer, question: str) -> list[Passage]:
    """The best passage, and those near it that have a word of the question or go on from it."""
    if not answer.passages:
        return []
    best, *others = answer.passages
    near = [passage for passage in others if passage.score >= NEAR_THE_BEST * best.score]
    return [
        best,
        *(p for p in near if p.matched or (answer.found and _follows(p, best) and _goes_on(p, question))),
    ]


def _follows(passage: Passage, best: Passage) -> bool:
    """Whether a passage stands right behind the best one, in the same article."""
    return (
        passage.article.text == best.article.text and passage.sentence.position == best.sentence.position + 1
    )


def _goes_on(passage: Passage, question: str) -> bool:
    """Whether a passage is about what stands before it ("It carries …"). A reason mostly stands behind what
    it is given for.
    """
    language = passage.article.language
    return read_question(question, language).kind == "why" or leaning([passage.sentence], language)[0]


def _hit(number: int, passage: Passage) -> Hit:
    return Hit(article=number, sentence=passage.sentence, matched=passage.matched)


def speaks_of(article: Article, about: str) -> bool:
    """Whether the article has a word of what a summary is wanted about, or one that means nearly the same.

    A summary is aimed at both.
    """
    wanted = set(terms(about, article.language))
    wanted.update(near for term in tuple(wanted) for near in synonyms(article.language).get(term, ()))
    return not wanted or not wanted.isdisjoint(index_terms(article.text, article.language).split())


def _summary(article: Article, count: int, about: str | None) -> tuple[Sentence, ...]:
    return summarize(article, sentences=count, about=about).sentences


def _size(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) + 3 for sentence in sentences)
