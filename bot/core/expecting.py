"""What the library's front door says of values that are of another kind than it takes: a path for a text, a
number as words. Without it the first line that trips over them would, far from what the caller wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import index

from bot.core.errors import WrongTypeError


def expect_text(name: str, given: object, *, or_none: bool = False) -> None:
    """Raise WrongTypeError for what is no str, nor None where that is an answer too."""
    if not isinstance(given, str) and not (or_none and given is None):
        wanted = "a str or None" if or_none else "a str"
        raise WrongTypeError(name=name, wanted=wanted, given=type(given).__name__)


def expect_number(name: str, given: int) -> int:
    """A whole number of any kind, as NumPy's, as an int. Raises WrongTypeError for all else."""
    try:
        return index(given)
    except TypeError as error:
        raise WrongTypeError(name=name, wanted="an int", given=type(given).__name__) from error


def expect_texts(name: str, given: Sequence[str]) -> tuple[str, ...]:
    """Several texts. Raises WrongTypeError where there is one, or other things."""
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise WrongTypeError(name=name, wanted="a list of str", given=type(given).__name__)
    for each in given:
        expect_text(f"each of {name}", each)
    return tuple(given)
