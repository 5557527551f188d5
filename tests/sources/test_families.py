from __future__ import annotations

import pytest

from bot.sources.extraction.families import evened_out, families
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

THREAD = (
    '<main><div class="post even"><p>It stops.</p></div><div class="post odd"><p>It does not.</p></div>'
    '<div class="sold"><p>Buy a boat.</p></div><div class="post"><h2>Why</h2></div></main>'
)


def test_units_with_the_same_tags_and_first_classes_around_them_are_a_family() -> None:
    assert families(cut(parse(THREAD))) == [0, 0, 1, 2]


def test_with_one_element_to_be_alike_the_tag_of_the_units_own_decides() -> None:
    assert families(cut(parse(THREAD)), 1) == [0, 0, 0, 1]


def test_each_probability_moves_towards_the_mean_of_its_family_by_size() -> None:
    evened = evened_out([0.9, 0.1, 0.5], [0, 0, 1], [30, 10, 7], 0.5)
    assert evened == pytest.approx([0.8, 0.4, 0.5])


def test_a_family_without_any_text_keeps_what_it_has() -> None:
    assert evened_out([0.25, 0.75], [0, 0], [0, 0], 0.5) == [0.25, 0.75]
    assert evened_out([], [], [], 0.5) == []
