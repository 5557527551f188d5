"""Telegram's HTML: escaped, cut within the limit, every tag closed."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.views.render import escape, link, marked, one_line, split, tag, units

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


class Balance(HTMLParser):
    """Fails where a tag closes that is not the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, name: str, attrs: object) -> None:
        self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name


def assert_balanced(html: str) -> None:
    parser = Balance()
    parser.feed(html)
    parser.close()
    assert parser.open == []


def plain(html: str) -> str:
    return unescape(re.sub(r"</?[a-z][^<>]*>", "", html))


@given(TEXT)
def test_escaped_text_shows_as_it_is(text: str) -> None:
    assert plain(escape(text)) == text


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "blockquote"]), TEXT), max_size=8), st.integers(40, 200))
def test_every_piece_is_within_the_limit_and_balanced_and_nothing_is_lost(
    parts: list[tuple[str, str]], limit: int
) -> None:
    html = "\n\n".join(tag(name, escape(text)) for name, text in parts)
    pieces = split(html, limit)

    for piece in pieces:
        assert_balanced(piece)
        assert units(plain(piece)) <= limit
    assert re.sub(r"\s", "", "".join(map(plain, pieces))) == re.sub(r"\s", "", plain(html))


def test_it_is_cut_between_paragraphs_where_it_can() -> None:
    html = "\n\n".join(f"<b>Part {number}</b> " + "word " * 12 for number in range(8))
    assert all(piece.startswith("<b>Part") for piece in split(html, 200))


def test_an_entity_is_never_cut_in_two() -> None:
    pieces = split("&amp;" * 500, 64)
    assert all(re.fullmatch("(&amp;)+", piece) for piece in pieces)
    assert sum(piece.count("&amp;") for piece in pieces) == 500


def test_characters_count_as_utf_16_does() -> None:
    assert units("a🌉") == 3
    assert all(units(piece) <= 4096 for piece in split("🌉" * 5000))


def test_tags_take_no_room_and_an_entity_that_of_one_character() -> None:
    html = "<b>a🌉</b>&lt;"
    assert split(html, 4) == [html]
    assert len(split(f"{html} b", 4)) == 2


def test_nothing_to_show_is_no_message() -> None:
    assert split("<b></b>") == split(" \n") == split("") == []


def test_cutting_a_long_text_takes_no_long_time() -> None:
    assert len(split("<b>" + "x " * 200_000 + "</b>")) > 90


def test_a_link_opens_and_closes_in_both_pieces() -> None:
    first, second = split(link("https://x.example/?a=1&b=2", "word " * 20), 60)
    assert first.startswith('<a href="https://x.example/?a=1&amp;b=2">')
    assert second.startswith('<a href="https://x.example/?a=1&amp;b=2">')


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("  A \n title ", 50, "A title"),
        ("left\u202eright\x00", 50, "leftright"),
        ("one two three four", 12, "one two […]"),
        ("x" * 30, 10, "xxxxxx […]"),
    ],
)
def test_titles_are_cleaned_for_one_line(text: str, limit: int, line: str) -> None:
    assert one_line(text, limit) == line


def test_marked_words_are_bold_and_strange_spans_are_left_out() -> None:
    assert marked("a < b", [(4, 5), (0, 1), (0, 3), (3, 99), (2, 2)]) == "<b>a</b> &lt; <b>b</b>"
