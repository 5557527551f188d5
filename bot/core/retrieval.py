"""Answers by quotation: the passages of one or several articles that answer a question, or that none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.article import Article, expect_articles
from bot.core.expecting import expect_number, expect_text, expect_texts
from bot.core.models import Sentence, clipped


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Passage:
    """A sentence that answers, or comes nearest. `str` gives its text."""

    sentence: Sentence
    score: float  # no unit; comparable within one answer
    article: Article
    matched: tuple[tuple[int, int], ...] = ()  # characters in sentence.text: words that the question shares

    def __str__(self) -> str:
        return self.sentence.text

    def __repr__(self) -> str:
        return f"<Passage {self.score:.2f}: {clipped(self.sentence.text)!r}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the articles say about a question."""

    question: str
    found: bool  # False: the articles don't say; `passages` are then the nearest ones
    passages: tuple[Passage, ...] = ()  # best first


def ask(
    article: Article | Sequence[Article], question: str, limit: int = 3, context: Sequence[str] = ()
) -> Answer:
    """The passages that answer a question, best first, over one article or several.

    `context` holds the earlier questions of the conversation, oldest first; it completes a question like
    "and in Moscow?". At most `limit` passages come back, none of them from an article in which no word of the
    question occurs. Nothing is raised for an empty question or no article: nothing is found then.
    WrongTypeError (a TypeError) for a text that is no Article, or an earlier question that stands in no list.
    """
    articles = (article,) if isinstance(article, Article) else expect_articles(article)
    articles = tuple(each.cut() for each in articles)
    expect_text("question", question)
    earlier = expect_texts("context", context)
    most = max(expect_number("limit", limit), 0)
    # NumPy: an idle bot does not need it.
    from bot.core.answers.answering import best_passages  # noqa: PLC0415
    from bot.core.answers.judging import is_answered  # noqa: PLC0415

    ranking = best_passages(articles, question, earlier)
    passages = tuple(
        Passage(sentence=each.sentence, score=each.score, article=each.article, matched=each.matched)
        for each in ranking.top(most)
    )
    return Answer(question=question, found=is_answered(ranking), passages=passages)
