"""Quotes: exact, near or absent."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.quotes import QuoteCheck, Verdict, check_quote

TEXT = """The council met on Monday. "We will not close a single library," said Ms. Okafor, its chair.

Visitors came 12,000 times last year. That is more than ever before, and the staff of nine can hardly cope."""


@pytest.fixture(scope="module")
def article() -> Article:
    return Article.from_text(TEXT, language="en")


@pytest.mark.parametrize(
    "quote",
    [
        "We will not close a single library",
        "“we will not close a single library”",
        "«We will not  close\na single library»",
        "Visitors came 12,000 times last year",
        "met on Monday. We will not close",
    ],
)
def test_the_same_words_in_a_row_are_exact(article: Article, quote: str) -> None:
    check = check_quote(article, quote)
    assert check.verdict is Verdict.EXACT
    assert check.differing == ()


def test_the_sentence_that_holds_the_quote_is_named(article: Article) -> None:
    check = check_quote(article, "the staff of nine")
    assert check.sentence is not None
    assert check.sentence.text.startswith("That is more")


def test_a_changed_word_is_near_and_named(article: Article) -> None:
    check = check_quote(article, "We will never close a single library, said Ms. Okafor")
    assert check.verdict is Verdict.NEAR
    assert check.differing == ("never",)
    assert check.sentence is not None
    assert "single library" in check.sentence.text


def test_a_word_left_out_is_near_with_nothing_that_differs(article: Article) -> None:
    check = check_quote(article, "We will not close a library")
    assert (check.verdict, check.differing) == (Verdict.NEAR, ())


@pytest.mark.parametrize("quote", ["", " ", "…"])
def test_no_quote_is_absent(article: Article, quote: str) -> None:
    assert check_quote(article, quote) == QuoteCheck(verdict=Verdict.ABSENT)


@pytest.mark.parametrize(
    "quote",
    ["Taxes will fall next year", "the nine libraries met Monday before visitors", "library card holders"],
)
def test_words_that_only_occur_here_and_there_are_absent(article: Article, quote: str) -> None:
    assert check_quote(article, quote).verdict is Verdict.ABSENT


def test_a_part_of_a_word_is_no_quote(article: Article) -> None:
    assert check_quote(article, "librar").verdict is Verdict.ABSENT
