"""The sentences of an article that matter, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.article import Article, expect_article
from bot.core.errors import InvalidInputError, UnknownMethodError
from bot.core.expecting import expect_number, expect_text
from bot.core.models import Kind, Sentence

METHODS = ("nutshell", "lsa", "lexrank", "textrank", "luhn", "edmundson", "kl", "sumbasic", "reduction")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Summary:
    """Sentences of an article, and how they were chosen. `str` gives the sentences, a line each."""

    article: Article
    sentences: tuple[Sentence, ...]  # in reading order
    method: str
    about: str | None = None  # what the summary is aimed at

    def __str__(self) -> str:
        return "\n".join(map(str, self.sentences))

    def __repr__(self) -> str:
        aim = f" about {self.about!r}" if self.about else ""
        return f"<Summary of {self.article!r}: {len(self.sentences)} sentences by {self.method}{aim}>"


def summarize(
    article: Article, sentences: int = 5, method: str = "nutshell", about: str | None = None
) -> Summary:
    """The sentences that say most of what the article says, in reading order.

    Exactly as many as asked for, where the article has them; headings, captions, credits and promotions are
    none. `method` is one of METHODS. `about` aims the summary: sentences that hold these words, or stand
    beside them, come first; it changes nothing where the article has none of the words. The same input gives
    the same summary on every machine. Raises UnknownMethodError, InvalidInputError where fewer than one
    sentence is asked for, and WrongTypeError (a TypeError) for a text that is no Article.
    """
    article = expect_article(article)
    expect_text("about", about, or_none=True)
    sentences = expect_number("sentences", sentences)
    if method not in METHODS:
        raise UnknownMethodError(method=method, known=METHODS)
    if sentences < 1:
        raise InvalidInputError(sentences=sentences, at_least=1)
    candidates = fit_sentences(article, sentences)
    if len(candidates) > sentences:
        picked = _pick(article, candidates, sentences, method, about)
        candidates = [candidates[index] for index in sorted(picked)]
    return Summary(article=article, sentences=tuple(candidates), method=method, about=about)


def fit_sentences(article: Article, wanted: int = 1) -> list[Sentence]:
    """The sentences that may stand in a summary, in reading order.

    Prose, but not the title once more, which a reader has seen; where there is less of it than wanted, items
    of lists and quotations join in; and where the article has neither, whatever it has, so that no summary is
    empty.
    """
    prose = [sentence for sentence in article.sentences if sentence.prose]
    if len(prose) > wanted:
        prose = _without_title(prose, article.title or "")
    if len(prose) >= wanted:
        return prose
    listed = [
        s for s in article.sentences if s.prose or article.paragraphs[s.paragraph].kind in _SECOND_CHOICE
    ]
    return listed or list(article.sentences)


def _without_title(prose: Sequence[Sentence], title: str) -> list[Sentence]:
    told = _letters(title)
    return [
        sentence
        for place, sentence in enumerate(prose)
        if place >= _OPENING or not told or _letters(sentence.text) != told
    ]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


_OPENING = 3  # sentences, among which a thread's first post repeats its title
_SECOND_CHOICE = frozenset({Kind.LIST, Kind.QUOTE})


def _pick(
    article: Article, candidates: Sequence[Sentence], count: int, method: str, about: str | None
) -> Sequence[int]:
    """Indexes of the candidates that make the summary, in any order."""
    # NumPy loads with the first summary, so that the bot's idle process and `import bot` stay small.
    from bot.core import rankers  # noqa: PLC0415

    if method == "nutshell":
        return rankers.pick(article, candidates, count, about)
    # sumy and NLTK load with the first summary that asks for them.
    from bot.core import sumy_rankers  # noqa: PLC0415

    limit = max(sumy_rankers.PRESELECTED[method], count)
    seen = rankers.preselect(article, candidates, limit)
    ranked = sumy_rankers.rank(article, [candidates[index] for index in seen], count, method)
    return rankers.aim(article, candidates, [seen[index] for index in ranked], about)[:count]
