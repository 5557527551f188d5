from __future__ import annotations

import pytest

from bot.sources.extraction.alignment import tokens
from bot.sources.extraction.linked_runs import without_linked_runs
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

STORY = "<p>The ferry stops on Friday, and nobody on the island knows how to get to work on Monday.</p>" * 3
MENU = '<ul><li><a href="/a">Boats of the coast</a></li><li><a href="/b">Harbours of the coast</a></li></ul>'
HEADLINES = "".join(
    f'<h3><a href="/{n}">Mayor number {n} speaks about the new bridge</a></h3>' for n in "123"
)
UNSURE, SURE = 0.6, 0.9


def left(html: str, link: float = UNSURE) -> list[str]:
    """What stays of a page of which all was picked, its links being as likely as said."""
    root = parse(f"<html><body>{html}</body></html>")
    assert root is not None
    units = cut(root).units
    words = [tokens(unit.text) for unit in units]
    likely = [link if unit.link_chars else SURE for unit in units]
    return [units[index].text[:9] for index in without_linked_runs(range(len(units)), units, words, likely)]


@pytest.mark.parametrize("html", [MENU + STORY, STORY + MENU, STORY + "<h2>Read next</h2>" + MENU])
def test_unsure_links_before_and_behind_the_text_are_left_out(html: str) -> None:
    assert left(html) == ["The ferry"] * 3


def test_sure_links_stay() -> None:
    assert left(STORY + MENU, SURE) == ["The ferry"] * 3 + ["Boats of ", "Harbours "]


def test_a_lone_link_may_be_the_texts_own_last_word() -> None:
    assert left(STORY + '<p><a href="/c">Timetable of the coast</a></p>')[-1] == "Timetable"


def test_an_unsure_list_of_links_amid_the_text_is_left_out() -> None:
    assert left(STORY + MENU + STORY) == ["The ferry"] * 6


def test_sure_links_amid_the_text_stay() -> None:
    assert len(left(STORY + MENU + STORY, SURE)) == 8


def test_links_that_the_text_announces_stay() -> None:
    assert len(left(STORY + "<p>These are the places to go to:</p>" + MENU + STORY)) == 9


def test_links_under_a_heading_of_their_own_stay() -> None:
    assert len(left(STORY + "<h2>Where to go</h2>" + MENU + STORY)) == 9


def test_headlines_of_other_stories_side_by_side_are_left_out_however_sure() -> None:
    assert left(STORY + HEADLINES + STORY, SURE) == ["The ferry"] * 6


def test_a_page_that_is_links_stays_whole() -> None:
    assert len(left(MENU * 9 + STORY[:40] + "</p>")) == 19
