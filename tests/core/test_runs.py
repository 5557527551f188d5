"""Runs of word characters are those that words are cut from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answers.article_index import index_article
from bot.core.answers.runs import find_runs
from bot.core.article import Article
from bot.core.lexicon.words import words
from bot.core.models import Sentence


def runs_of(text: str, *spans: tuple[int, int]) -> list[list[str]]:
    borders = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
    found = find_runs(text, borders[:, 0], borders[:, 1])
    shown = [found.distinct[number] for number in found.number]
    return [shown[begin:end] for begin, end in zip(found.starts, found.starts[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat, the dog.", ["The", "cat", "the", "dog"]),
        ("It's 1,500.25 (U.S.) a..b", ["It's", "1,500.25", "U.S", "a", "b"]),
        ("well-known “quotes”…", ["well", "known", "quotes"]),
        ("Привет, мир", ["Привет", "мир"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("a 😀 b𝒜", ["a", "b𝒜"]),
        ("", []),
    ],
)
def test_runs_are_joined_by_single_marks_inside(text: str, expected: list[str]) -> None:
    assert runs_of(text, (0, len(text))) == [expected]


def test_a_border_between_sentences_ends_a_run_and_what_lies_outside_is_left_out() -> None:
    assert runs_of("One.Two left Three", (0, 4), (4, 7), (13, 18)) == [["One"], ["Two"], ["Three"]]


def test_equal_runs_share_a_number_in_order_of_first_appearance() -> None:
    long = "x" * 100
    found = find_runs(f"b a b {long} {long}y {long}", np.asarray([0]), np.asarray([309]))
    assert found.distinct == ["b", "a", long, long + "y"]
    assert found.number.tolist() == [0, 1, 0, 2, 3, 2]


def test_runs_that_begin_with_a_capital_are_told_whatever_its_script() -> None:
    text = "Élan élan " + "plain Plain " * 200 + "Ωmega ωmega 4 X"
    found = find_runs(text, np.asarray([0]), np.asarray([len(text)]))
    capital = dict(zip(found.distinct, found.capital.tolist(), strict=True))
    assert [run for run, is_capital in capital.items() if is_capital] == ["Élan", "Plain", "Ωmega", "X"]
    assert len(capital) == 8


def test_sentences_of_marks_alone_have_no_runs() -> None:
    assert runs_of("“…” — ’’", (0, 3), (4, 8)) == [[], []]


def test_rare_letters_beyond_one_byte_tell_runs_apart() -> None:
    shown = runs_of(text := "plain " * 400 + "don’t donʼt don’t Ωmega Ψmega Ωmega", (0, len(text)))
    assert shown[0][400:] == ["don’t", "donʼt", "don’t", "Ωmega", "Ψmega", "Ωmega"]


def test_a_text_longer_than_a_block_has_the_same_runs_on_both_sides_of_its_border() -> None:
    sentence = "Der Fluß und Ελλάδα don’t meet. "
    spans = [(place * len(sentence), (place + 1) * len(sentence) - 1) for place in range(20_000)]
    shown = runs_of(sentence * 20_000, *spans)
    assert shown[0] == shown[-1] == ["Der", "Fluß", "und", "Ελλάδα", "don’t", "meet"]
    assert len({tuple(each) for each in shown}) == 1


def test_many_different_runs_are_told_apart() -> None:
    text = " ".join(f"w{number}" for number in range(50_000))
    assert len(find_runs(text, np.asarray([0]), np.asarray([len(text)])).distinct) == 50_000


@settings(deadline=None)  # the first example loads word lists
@given(
    st.lists(st.text(st.sampled_from("aA9 .,'’-_é\u0301ßЖ中あกा😀\u200d\ud800\n"), max_size=12), min_size=1),
    st.sampled_from(["en", "fr", "tr", "zh", "th"]),
)
def test_the_index_has_the_words_of_each_sentence(texts: list[str], language: str) -> None:
    sentences, place = [], 0
    for position, text in enumerate(texts):
        sentences.append(Sentence(text, place, place + len(text), position, 0, prose=True))
        place += len(text)
    article = Article(text="".join(texts), language=language, sentences=tuple(sentences))
    index = index_article(article)
    assert index.lengths.tolist() == [len(words(text, language)) for text in texts]
