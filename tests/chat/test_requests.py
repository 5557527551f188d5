"""What the words after a command mean."""

import pytest

from bot.chat.requests import whole_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("12", 12),
        ("-1001000000002", -1001000000002),
        ("١٢", 12),
        ("०७", 7),
        ("", None),
        ("-", None),
        ("--5", None),
        ("²", None),
        ("1_000", None),
        ("1.5", None),
        ("twelve", None),
        ("9" * 19, None),
    ],
)
def test_a_whole_number_is_read_in_the_digits_of_any_script(word: str, number: int | None) -> None:
    assert whole_number(word) == number


def test_a_number_with_more_digits_than_are_sensible_is_none() -> None:
    assert whole_number("12345", most_digits=4) is None
