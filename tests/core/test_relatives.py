"""Which stems count as those of one word."""

from __future__ import annotations

import pytest

from bot import Article, ask
from bot.core.answers.relatives import are_related, shared_prefix


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "invad", "invas"),
        ("en", "russia", "russian"),
        ("en", "produc", "product"),
        ("en", "write", "writer"),
        ("en", "boycot", "boycott"),
        ("en", "govern", "government"),
        ("en", "member", "membership"),
        ("en", "weight", "weigh-in"),
        ("de", "spiel", "spielt"),
        ("es", "keni", "kenian"),
        ("es", "evolu", "evolut"),
        ("fr", "produit", "produir"),
        ("ro", "invad", "invaz"),
        ("vi", "merit", "merit"),
        ("ru", "труд", "трудн"),
        ("tr", "zama", "zaman"),
    ],
)
def test_derivation_makes_one_of_the_other(language: str, one: str, other: str) -> None:
    shared = shared_prefix(one, other)
    assert are_related(one, other, shared, language)
    assert are_related(other, one, shared, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "paint", "pain"),
        ("en", "plea", "plead"),
        ("en", "bride", "bridg"),
        ("en", "count", "countri"),
        ("en", "defend", "defeat"),
        ("en", "recov", "record"),
        ("de", "gebiet", "gebild"),
        ("es", "segund", "segun"),
        ("es", "cuant", "cuand"),
        ("fr", "pren", "prend"),
        ("ro", "încep", "încet"),
        ("vi", "chuyển", "chuyền"),
        ("vi", "khoản", "khoảng"),
    ],
)
def test_words_that_only_begin_alike_are_two(language: str, one: str, other: str) -> None:
    shared = shared_prefix(one, other)
    assert not are_related(one, other, shared, language)
    assert not are_related(other, one, shared, language)


def test_who_did_something_is_not_answered_by_a_word_that_only_begins_alike() -> None:
    text = "The bridge was closed in March. Shop owners called the closure painful, and sales fell by half."
    assert not ask(Article.from_text(text, language="en"), "Who painted the bridge?").found


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("es", "Según los vecinos, el puente nuevo se hunde.", "¿Cuándo abrió el segundo puente?"),
        ("fr", "Les plans du parc montrent de grands arbres.", "Qui a planté les arbres du parc ?"),
    ],
)
def test_words_that_only_begin_alike_are_not_marked(language: str, text: str, question: str) -> None:
    best = ask(Article.from_text(text, language=language), question).passages[0]
    marked = {best.sentence.text[start:end] for start, end in best.matched}
    assert marked
    assert not marked & {"Según", "plans"}
