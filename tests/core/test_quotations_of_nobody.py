"""What leans on a quotation that names nobody is not understood beside it."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.ranking.discourse import unhelped
from bot.core.summary import summarize

PORT = """La maire de Merlin, Sandra Vidal, veut fermer le vieux port et ses trois quais après la tempête.

« La digue ne tiendra pas un hiver de plus sous ces vagues, et la ville ne peut pas la réparer seule. » \
Inquiète de la colère des pêcheurs, elle promet une aide de deux millions d’euros aux familles du port.

Quatre cents dockers travaillent sur le port, construit en 1912. Le syndicat demande que personne ne perde \
son emploi. Une réunion est prévue lundi à la préfecture avec les élus et les patrons des chantiers."""


@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_summary_holds_a_sentence_about_her_beside_a_quotation_alone(count: int) -> None:
    chosen = summarize(Article.from_text(PORT, language="fr"), sentences=count).sentences
    assert not any(sentence.text.startswith("Inquiète") for sentence in chosen)


@pytest.mark.parametrize(
    ("before", "helps"),
    [
        ("« La digue ne tiendra pas un hiver de plus. »", False),
        ("« La digue de Sandra Vidal ne tiendra pas. »", True),
        ("« La digue ne tiendra pas », dit la maire.", True),
        ("La maire veut fermer le port.", True),
    ],
)
def test_a_quotation_that_names_nobody_helps_no_sentence_about_somebody(before: str, helps: bool) -> None:
    article = Article.from_text(f"{before} Inquiète de la colère, elle promet une aide.", language="fr")
    assert unhelped(article.sentences, "fr") == [False, not helps]
