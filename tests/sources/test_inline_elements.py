"""What inline elements say besides their letters."""

from __future__ import annotations

import pytest

from bot.core.models import Kind
from bot.sources.extraction.units import cut
from bot.sources.markup import parse


def told(html: str) -> str:
    return "\n".join(unit.text for unit in cut(parse(f"<html><body>{html}</body></html>")).units)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("It had 10<sup>9</sup> grains.", "It had 10⁹ grains."),
        ("In 2020<sup>3</sup> it made 500 tons.", "In 2020³ it made 500 tons."),
        ("a loss of 10<sup>-3</sup> watts", "a loss of 10⁻³ watts"),
        ("after 2<sup>1</sup>⁄<sub>2</sub> hours", "after 2¹⁄₂ hours"),
        ("the log<sub>2</sub>8 is three", "the log₂8 is three"),
        ("40 m<sup>2</sup> on the 4<sup>th</sup> of May", "40 m² on the 4th of May"),
        ("a C<sup>*</sup>-algebra", "a C*-algebra"),
        ("with CO<sub>2</sub> in it", "with CO2 in it"),
    ],
)
def test_raised_and_lowered_figures_make_no_other_number(html: str, text: str) -> None:
    assert told(f"<p>{html}</p>") == text


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#fn1'>1</a></sup>",
        "<sup id=cite_ref-1 class=reference><a href='#cite_note-1'>[1]</a></sup>",
        "<a href='#n1' role=doc-noteref>1</a>",
        "<a href='#fn2' class=footnote-ref><sup>2</sup></a>",
        "<a href='notes.xhtml#n3'><sup>3</sup></a>",
        "<sup>[4]</sup>",
        "<sup class=footnote>a</sup>",
        "<a epub:type=noteref href='n.xhtml#n1'>*</a>",
    ],
)
def test_the_mark_of_a_note_is_no_figure_behind_a_word(mark: str) -> None:
    assert told(f"<p>It was sold in 2020{mark} on a Monday.</p>") == "It was sold in 2020 on a Monday."


@pytest.mark.parametrize(
    "unseen",
    [
        "<span style='display: none'>not </span>",
        "<b style='visibility:hidden'>not </b>",
        "<span hidden>not </span>",
        "<span class='link visually-hidden'>External link </span>",
        "<span class=sr-only>(opens in a new window)</span>",
        "<del>rented </del>",
        "<s>20 </s>",
        "<a class=headerlink href='#top'>¶</a>",
        "<span epub:type=pagebreak id=p2>2</span>",
    ],
)
def test_words_that_nobody_sees_are_not_told(unseen: str) -> None:
    assert told(f"<p>The mill was {unseen}sold on a Monday.</p>") == "The mill was sold on a Monday."


def test_words_for_the_ear_stay_where_they_stand_for_letters_set_one_by_one() -> None:
    spoken = "<span class=sr-only>Mill</span><span aria-hidden=true></span>"
    assert told(f"<p>The {spoken} was sold.</p>") == "The Mill was sold."


def test_an_ordinary_link_within_the_page_is_read() -> None:
    assert told("<p>See <a href='#ch2'>chapter 2</a> and <a href='#a'>A</a>.</p>") == "See chapter 2 and A."


def test_a_quotation_has_the_marks_that_browsers_draw() -> None:
    assert told("<p>He said: <q>We are glad.</q></p>") == "He said: “We are glad.”"
    assert told("<p>He said: <q>«We are glad.»</q></p>") == "He said: «We are glad.»"


def test_how_a_word_is_spoken_is_no_word() -> None:
    assert told("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>に行く</p>") == "東京に行く"


def test_the_sign_that_links_to_a_paragraph_makes_no_heading_of_it() -> None:
    text = "The price fell by a third last year."
    units = cut(parse(f"<html><body><p>{text}<a href='#x'>#</a></p></body></html>")).units
    assert [(unit.kind, unit.text) for unit in units] == [(Kind.PROSE, text)]


@pytest.mark.parametrize("how", ["hidden", "style='display:none'", "style='visibility: hidden'"])
def test_a_hidden_paragraph_among_shown_ones_is_not_told(how: str) -> None:
    shown = "<p>One is here.</p><p>Two is here.</p>"
    assert "Secret" not in told(f"{shown}<p {how}>Secret words.</p><p>Three.</p>")
    assert "Two is here" in told(f"<p>One is here.</p><p {how}>Two is here.</p><p {how}>Three is here.</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "<span class=sr-only>a</span>" * 10_000,
        "<p hidden>a</p>" * 10_000,
        "<q>" * 250 + "a" * 1_000_000,
        "<sup>" * 250 + "1" * 1_000_000,
        "<p>" + "<a href='#'>" * 250 + "<i>1</i>" * 10_000,
    ],
)
def test_masses_of_inline_elements_end(html: str) -> None:
    cut(parse(f"<html><body><p>The mill was sold.</p>{html}</body></html>"))
