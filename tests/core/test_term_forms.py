"""What counts as the same word in a question and an article, and how much a word tells."""

from __future__ import annotations

import pytest

from bot.core.answers.common_words import telling
from bot.core.lexicon.forms import all_term_forms, term_forms


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["go", "goes", "went", "gone"]),
        ("en", ["build", "built", "building"]),
        ("en", ["invade", "invaded", "invasion"]),
        ("en", ["centre", "center", "centers"]),
        ("de", ["fahren", "fuhr", "fährt", "fahrt"]),
        ("de", ["ausgeben", "ausgabe", "ausgegeben"]),
        ("de", ["haus", "häuser", "häusern"]),
        ("de", ["umgeben", "umgibt", "umgab"]),
        ("es", ["hacer", "hizo", "hecho"]),
        ("es", ["detener", "detuvo", "detuvieron"]),
        ("es", ["usar", "usa", "usado", "usando"]),
        ("it", ["bere", "beve", "bevve"]),
        ("pt", ["ler", "leu", "lido"]),
        ("en", ["rebuild", "rebuilt"]),
        ("fr", ["construire", "construit", "construction"]),
        ("it", ["nascere", "nacque", "nato"]),
        ("pt", ["fazer", "fez", "feito"]),
        ("ru", ["построить", "построили", "строили", "строительство"]),
        ("uk", ["знайти", "знайшла", "знайдено"]),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, forms: list[str]) -> None:
    assert len(set(term_forms(forms, language))) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["die", "day"]),
        ("en", ["lead", "lend"]),
        ("de", ["schloss", "schließen"]),
        ("ru", ["год", "город"]),
        ("de", ["umgeben", "aufgeben"]),
        ("de", ["führen", "fahren"]),
        ("de", ["einführung", "einfahren"]),
        ("de", ["anlage", "anliegen"]),
        ("de", ["unterlagen", "unterliegen"]),
    ],
)
def test_different_words_stay_apart(language: str, words: list[str]) -> None:
    assert len(set(term_forms(words, language))) == len(words)


def test_numerals_are_their_digits() -> None:
    assert list(term_forms(["four", "4"], "en")) == ["4", "4"]


def test_many_words_at_once_get_the_same_terms_as_one_by_one() -> None:
    words = ["went", "four", "bridges", "zebra", "children"]
    assert all_term_forms(words, "en") == list(term_forms(words, "en"))


def test_everyday_words_tell_less_than_others() -> None:
    everyday = telling("en")
    assert everyday["find"] < 1.0
    assert everyday["year"] < 1.0
    assert "penicillin" not in everyday
    assert all(0 < value < 1 for value in everyday.values())


def test_in_a_language_without_lists_every_word_tells_all() -> None:
    assert telling("xx") == {}
