from __future__ import annotations

import pytest

from bot.sources.extraction import body
from bot.sources.extraction.alignment import tokens
from bot.sources.extraction.copies import holders
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

TITLE = "The last ferry of the coast"
LINE = "Nobody on the island knows how to get to work from Monday on"
BYLINE = "<div class=by>By Jo Brandt</div><div class=when>Friday, 3 May</div>"
STORY = "".join(
    f"<p>The ferry stops on Friday after {years} years, and nobody who lives on the island knows yet how to"
    " get to work, to school or to the doctor on Monday morning.</p>"
    for years in (40, 50, 60)
)


def taken(
    head: str, *, line: float = 0.6, between: str = BYLINE, title: str | None = TITLE, description: str = ""
) -> bool:
    """Whether the line is taken from a page whose text is sure and whose byline is none of it."""
    root = parse(f"<html><body>{head}{between}<div>{STORY}</div></body></html>")
    assert root is not None
    found = cut(root)
    texts = [unit.text for unit in found.units]
    likely = [line if text == LINE else 0.98 if len(text) > 80 else 0.0 for text in texts]
    words = [tokens(text) for text in texts]
    chosen = body.take(found.units, words, likely, [0.0] * len(texts), holders(found), title, description)
    assert sum(len(texts[index]) > 80 for index in chosen) == 3
    return LINE in [texts[index] for index in chosen]


HEADED = f"<header><h1>{TITLE}</h1><h2>{LINE}</h2></header>"
SPOKEN = f"<header><h1>{TITLE}</h1><p>{LINE}</p></header>"


def test_a_heading_between_title_and_byline_is_none_of_the_text() -> None:
    assert not taken(HEADED)
    assert not taken(HEADED.replace("h1>", "div>"))  # the title is known from the page's head too


def test_a_paragraph_there_is_none_of_the_text_where_the_page_describes_itself_with_it() -> None:
    assert not taken(SPOKEN, description=f"{LINE}.")
    assert taken(SPOKEN, description="Another one.")


@pytest.mark.parametrize(("head", "sure"), [(HEADED, 0.95), (SPOKEN, 0.8)])
def test_a_line_that_is_surely_of_the_text_stays(head: str, sure: float) -> None:
    assert taken(head, line=sure, description=LINE)


def test_the_first_heading_of_the_text_stays() -> None:
    assert taken(HEADED, between="")
    assert taken(f"<h1>{TITLE}</h1>{BYLINE}", between=f"<div><h2>{LINE}</h2></div>")


def test_a_line_that_no_title_goes_before_stays() -> None:
    assert taken(f"<header><h2>{LINE}</h2></header>", title=None)


def test_a_line_far_behind_the_title_stays() -> None:
    menu = "".join(f"<div>Rubric {number}</div>" for number in range(6))
    assert taken(f"<h1>{TITLE}</h1>{menu}<header><h2>{LINE}</h2></header>")
