"""Suggested questions in Ukrainian and Turkish, and of speakers between commas."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.suggestions import suggest
from bot.messages import QuestionPhrase

TEXTS = {
    "fr": "Le moulin a été vendu lundi. Sa propriétaire, Anne Leclerc, a déclaré que le toit fuyait.",
    "en": "The mill was sold on Monday. Its owner, Anna Black, said the roof had leaked.",
    "uk": "Вежу відкрили в суботу. Мер Ігор Шевчук пообіцяв полагодити дах. У 1820 році її збудували моряки.",
    "tr": "Kule cumartesi açıldı. Genç Keskin, usta Agop Terziyan'ın yanında çalıştı. Mimar Ayşe Kaya geldi.",
}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fr", "Qu’a dit Anne Leclerc\u202f?"),
        ("en", "What did Anna Black say?"),
        ("uk", "Ігор Шевчук — хто це?"),
        ("uk", "Що сталося в 1820 році?"),
        ("tr", "Agop Terziyan kimdir?"),
        ("tr", "Ayşe Kaya kimdir?"),
    ],
)
def test_a_short_text_suggests_its_people(language: str, question: str) -> None:
    phrase = QuestionPhrase(language)
    article = Article.from_text(TEXTS[language], language=language)
    assert question in [phrase(each) for each in suggest(article, phrase=phrase)]


def test_a_place_before_a_comma_says_nothing() -> None:
    text = "The mill was sold in New York, said the mayor. The sails of the mill are old."
    phrase = QuestionPhrase("en")
    asked = [phrase(each) for each in suggest(Article.from_text(text, language="en"), phrase=phrase)]
    assert "What did New York say?" not in asked
