"""What was asked last is asked again without reading it anew, within a bound."""

from __future__ import annotations

import pickle
from dataclasses import replace

from bot.core.answers.article_index import Remembered
from bot.core.article import Article


def article(word: str, times: int = 1) -> Article:
    return Article.from_text(f"The {word} stands by the river. " * times, language="en")


def test_an_article_that_comes_again_as_another_object_is_known() -> None:
    remembered, mill = Remembered(2, 10_000), article("mill")
    again = pickle.loads(pickle.dumps(mill))  # noqa: S301 - made here
    assert remembered.index(mill) is remembered.index(again)


def test_one_with_the_same_text_that_is_cut_otherwise_is_another() -> None:
    remembered, mill = Remembered(2, 10_000), article("mill", 2)
    first, second = mill.sentences
    halves = (first, replace(second, text=second.text[4:], start=second.start + 4))
    found = remembered.index(replace(mill, sentences=halves))
    assert found is not remembered.index(mill)
    assert found.lengths.tolist() == [6, 5]


def test_what_was_asked_longest_ago_is_forgotten_first() -> None:
    remembered = Remembered(2, 10_000)
    mill, bridge, church = map(article, ("mill", "bridge", "church"))
    first = remembered.index(mill)
    second = remembered.index(bridge)
    assert remembered.index(mill) is first
    remembered.index(church)
    assert remembered.index(mill) is first
    assert remembered.index(bridge) is not second


def test_long_articles_are_remembered_fewer_but_the_last_one_always() -> None:
    remembered = Remembered(16, 1_000)
    for word in ("mill", "bridge", "church"):
        remembered.index(article(word))
    assert len(remembered) == 3
    book = article("tower", 100)
    assert remembered.index(book) is remembered.index(book)
    assert len(remembered) == 1
