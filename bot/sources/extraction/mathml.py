"""Formulas in MathML (MathML Core, chapter 3) in one line of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.sources.formula_lines import binomial, fraction, lowered, raised, root

_NOT_SHOWN = frozenset(["annotation", "annotation-xml", "mphantom"])  # notes for programs, and mere room
_NO_LINE = re.compile(r"\s*0+(?:\.0+)?\s*(?:[a-z]{2}|%)?\s*")
_DEEPEST = 60  # parts in each other; of what is deeper the symbols are told one after the other


def formula(math: Any, depth: int = 0) -> str:
    """A formula with blanks between its symbols; what it notes for programs is left out."""
    if depth > _DEEPEST:
        return " ".join(filter(None, map(str.strip, math.itertext())))
    parts = [
        formula(part, depth + 1) for part in math if isinstance(part.tag, str) and part.tag not in _NOT_SHOWN
    ]
    needed, form = _FORMS.get(math.tag, _PLAIN)
    if form is not None and len(parts) >= needed:
        return form(parts) if not _is_binomial(math) else binomial(parts[0], parts[1])
    return " ".join(filter(None, [(math.text or "").strip(), *parts]))


def _is_binomial(math: Any) -> bool:
    """Whether it is a fraction without its line."""
    return math.tag == "mfrac" and bool(_NO_LINE.fullmatch(math.get("linethickness") or ""))


def _both(parts: Sequence[str]) -> str:
    return f"{parts[0]}{lowered(parts[1])}{raised(parts[2])}"


def _over(parts: Sequence[str]) -> str:
    """What stands above a part: an accent, which comes behind its letter in a line, or a bound."""
    accent = len(parts[1]) == 1 and not parts[1].isalnum()
    return f"{parts[0]}{parts[1] if accent else raised(parts[1])}"


_Form = Callable[[Sequence[str]], str]
_PLAIN: tuple[int, _Form | None] = (0, None)
_FORMS: Mapping[str, tuple[int, _Form]] = {  # with how many parts it needs
    "mfrac": (2, lambda parts: fraction(parts[0], parts[1])),
    "msqrt": (1, lambda parts: root(" ".join(parts))),
    "mroot": (2, lambda parts: root(parts[0], parts[1])),
    "msup": (2, lambda parts: f"{parts[0]}{raised(parts[1])}"),
    "msub": (2, lambda parts: f"{parts[0]}{lowered(parts[1])}"),
    "msubsup": (3, _both),
    "munderover": (3, _both),
    "munder": (2, lambda parts: f"{parts[0]}{lowered(parts[1])}"),
    "mover": (2, _over),
    "mtr": (1, ", ".join),
    "mtable": (1, "; ".join),  # a matrix has its brackets beside it
}
