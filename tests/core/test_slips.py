"""Slips of the finger between two words."""

from __future__ import annotations

import pytest

from bot.core.lexicon.slips import edit_distance


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [
        ("bridge", "bridge", 0),
        ("brigde", "bridge", 1),
        ("brdge", "bridge", 1),
        ("bridgee", "bridge", 1),
        ("bredge", "bridge", 1),
        ("enginere", "engineer", 1),
        ("ebgineet", "engineer", 2),
        ("", "ab", 2),
        ("aab", "ab", 1),
    ],
)
def test_each_slip_counts_once(first: str, second: str, slips: int) -> None:
    assert edit_distance(first, second, 2) == edit_distance(second, first, 2) == slips


@pytest.mark.parametrize(("first", "second"), [("river", "mountain"), ("abcd", "dcba"), ("a", "abcdef")])
def test_more_than_the_limit_is_told_as_one_more(first: str, second: str) -> None:
    assert edit_distance(first, second, 1) == 2
