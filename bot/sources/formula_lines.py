"""Parts of formulas as they are written by hand in one line: "x²", "a/(b + 1)", "∛8"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def raised(text: str) -> str:
    """An exponent, or what stands above: in raised signs where there are such."""
    return _shifted(text.strip(), "^", _RAISED)


def lowered(text: str) -> str:
    """An index, or what stands below: in lowered signs where there are such."""
    return _shifted(text.strip(), "_", _LOWERED)


def fraction(above: str, below: str) -> str:
    """One divided by the other."""
    return f"{grouped(above)}/{grouped(below)}"


def binomial(above: str, below: str) -> str:
    """One above the other, as Word's own linear form has it; the brackets stand beside it."""
    return f"{above}¦{below}"


def root(of: str, degree: str = "") -> str:
    """The root; a `degree` of "" is the square root's."""
    return f"{_ROOTS[degree]}{grouped(of)}" if degree in _ROOTS else f"{raised(degree)}√{grouped(of)}"


def grouped(text: str) -> str:
    """A part of a formula as one thing in a line: in brackets, unless it is a sign, a word or a number."""
    one = len(text) <= 1 or text.isalnum() or _NUMBER.fullmatch(text)
    return text if one else f"({text})"


def _shifted(text: str, mark: str, signs: Mapping[int, int]) -> str:
    if all(ord(character) in signs for character in text):
        return text.translate(signs)
    return f"{mark}{text}" if text.isalnum() else f"{mark}({text})"
