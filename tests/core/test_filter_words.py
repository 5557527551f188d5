"""Words that choose what of a feed is told, as people write them."""

from time import process_time

import pytest

from bot.core.digests.digest import Filters
from bot.core.digests.filter_words import LONGEST, MOST, parse_filters


@pytest.mark.parametrize(
    ("text", "include", "exclude"),
    [
        ("+bridge", ("bridge",), ()),
        ("+bridge +city council -football", ("bridge", "city council"), ("football",)),
        ("+bridge, river –sport, − money", ("bridge", "river"), ("sport", "money")),
        ("-covid-19 +e-mail", ("e-mail",), ("covid-19",)),
        ("+мост\n-футбол", ("мост",), ("футбол",)),
        ("+bridge +bridge", ("bridge",), ()),
    ],
)
def test_signed_words_are_read_as_people_write_them(text, include, exclude):
    assert parse_filters(text) == Filters(include=include, exclude=exclude)


@pytest.mark.parametrize("text", ["", "bridge", "5", "covid-19", "+", "- ,", "a+b"])
def test_without_a_signed_word_nothing_is_asked_for(text):
    assert parse_filters(text) is None


def test_there_is_a_limit_to_words_and_their_length():
    found = parse_filters(" ".join(f"+{'x' * 500}{number}" for number in range(500)))
    assert found is not None
    assert len(found.include) <= MOST
    assert max(map(len, found.include)) == LONGEST


def test_blanks_without_end_take_no_time():
    began = process_time()
    assert parse_filters("-a" + " " * 200_000 + "\n b").exclude == ("a b",)
    assert process_time() - began < 2
