"""Questions as they are asked, and typed in haste, in Spanish and Arabic."""

from __future__ import annotations

import pytest

from bot.core.answers.questions import read_question
from bot.core.lexicon.forms import term_forms


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("es", "En cuanto a la ley, ¿de qué manera se aprobó?", "other"),
        ("es", "Cuando llueve, ¿dónde duermen las cabras?", "where"),
        ("es", "que año abrio el puente", "when"),
        ("es", "cuanto tiempo tarda el tren", "long"),
        ("es", "¿Qué actriz cantó en la plaza?", "who"),
        ("ar", "اين يقع الجسر", "where"),
        ("ar", "في اي عام افتتح الجسر", "when"),
        ("ar", "ما المدينة التي بنت الجسر؟", "where"),
    ],
)
def test_what_is_asked_for_is_told_by_the_words_that_ask(language: str, question: str, kind: str) -> None:
    assert read_question(question, language).kind == kind


def test_a_small_arabic_word_stays_small_behind_a_letter_that_is_written_onto_it() -> None:
    words = {term.word for term in read_question("ولماذا أغلق الجسر وبعد الفيضان؟", "ar").content}
    assert "وبعد" not in words
    assert "الجسر" in words


def test_super_is_no_form_of_to_know_in_spanish() -> None:
    one, other = term_forms(["super", "saber"], "es")
    assert one != other


def test_forms_of_a_spanish_verb_in_ear_are_one_term() -> None:
    assert len(set(term_forms(["rodea", "rodean", "rodear", "rodeaba"], "es"))) == 1
