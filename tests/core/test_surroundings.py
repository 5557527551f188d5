"""What stands around a sentence to make it understood."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.surroundings import surroundings

TEXT = """
The lake has warmed by two degrees, says Ada Levin, a biologist in Lund.

Fishermen see it in their nets. Perch have moved to the north. But they are small.

Levin has measured the lake for ten years. Her boat is old. Who will pay for a new one? The town will.

The town will do three things:

- It will buy a boat for the station.
- It will close the eastern shore in spring.

Levin is glad of that.
"""
ARTICLE = Article.from_text(TEXT, language="en")


def place(words: str) -> int:
    return next(each.position for each in ARTICLE.sentences if words in each.text)


def needed(words: str) -> list[str]:
    found = surroundings(ARTICLE, place(words), 1).needed
    return [ARTICLE.sentences[position].text for position in found]


def test_a_sentence_that_leans_needs_the_one_before_it() -> None:
    assert needed("But they are small") == ["Perch have moved to the north."]


def test_who_is_called_by_a_surname_was_named_in_full_before() -> None:
    assert needed("Levin has measured") == [ARTICLE.sentences[0].text]


def test_a_question_needs_what_comes_after_it() -> None:
    assert needed("Who will pay") == ["The town will."]


def test_an_item_needs_what_leads_its_list_in() -> None:
    assert "The town will do three things:" in needed("close the eastern shore")


def test_what_stands_alone_needs_nothing_and_has_its_own_paragraph_first() -> None:
    found = surroundings(ARTICLE, place("Perch"), 1)
    assert found.needed == ()
    assert found.near == (place("Fishermen"), place("But they"))


def test_what_leads_on_is_no_end() -> None:
    assert place("Who will pay") not in surroundings(ARTICLE, place("Her boat"), 1).near


def test_no_neighbour_lies_outside_of_the_article() -> None:
    for sentence in ARTICLE.sentences:
        found = surroundings(ARTICLE, sentence.position, 3)
        assert all(0 <= position < len(ARTICLE.sentences) for position in (*found.needed, *found.near))
        assert sentence.position not in (*found.needed, *found.near)
