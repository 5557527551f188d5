"""Formulas of Word (Office Math, ECMA-376 part 1, 22.1) in one line of text: "x²", "a/b", "∛(x + 1)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.sources.formula_lines import binomial, fraction, lowered, raised, root

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What is there where the document names no sign (22.1.2.10, .70 and .1).
_BRACKETS, _BETWEEN, _INTEGRAL, _CIRCUMFLEX = ("(", ")"), "|", "∫", "\u0302"
_OVERLINE, _UNDERLINE = "\u0305", "\u0332"


def formula(part: Any) -> str:
    """What stands in an element, told as it would be written by hand in a line."""
    return "".join(_told(part))


def _told(part: Any) -> Iterator[str]:
    for child in part:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(MATH)
        if name == "t":
            yield child.text or ""
        elif not name.endswith("Pr"):  # how it looks
            yield _FORMS.get(name, formula)(child)


def _fraction(part: Any) -> str:
    above, below = _inside(part, "num"), _inside(part, "den")
    return (binomial if _sign(part, "f", "type", "bar") == "noBar" else fraction)(above, below)


def _root(part: Any) -> str:
    return root(_inside(part, "e"), _inside(part, "deg"))


def _bracketed(part: Any) -> str:
    opens, closes = (
        _sign(part, "d", name, usual) for name, usual in zip(("begChr", "endChr"), _BRACKETS, strict=True)
    )
    between = _sign(part, "d", "sepChr", _BETWEEN)
    return f"{opens}{between.join(_all(part, 'e'))}{closes}"


def _operator(part: Any) -> str:
    """A sum, a product, an integral: with its bounds."""
    bounds = [lowered(_inside(part, "sub")), raised(_inside(part, "sup"))]
    return f"{_sign(part, 'nary', 'chr', _INTEGRAL)}{''.join(bounds)} {_inside(part, 'e')}"


def _accented(part: Any) -> str:
    """A letter with a sign on it, which comes behind it in Unicode as well."""
    return f"{_inside(part, 'e')}{_sign(part, 'acc', 'chr', _CIRCUMFLEX)}"


def _barred(part: Any) -> str:
    line = _OVERLINE if _sign(part, "bar", "pos", "bot") == "top" else _UNDERLINE
    return f"{_inside(part, 'e')}{line}"


def _matrix(part: Any) -> str:
    rows = (", ".join(_all(row, "e")) for row in part.iterchildren(f"{MATH}mr"))
    return "; ".join(rows)


def _lines(part: Any) -> str:
    """Equations one below the other."""
    return "; ".join(_all(part, "e"))


def _applied(part: Any) -> str:
    """A function and what it is of: "sin x"."""
    return f"{_inside(part, 'fName')} {_inside(part, 'e')}"


def _inside(part: Any, name: str) -> str:
    found = part.find(f"{MATH}{name}")
    return formula(found) if found is not None else ""


def _all(part: Any, name: str) -> list[str]:
    return [formula(each) for each in part.iterchildren(f"{MATH}{name}")]


def _sign(part: Any, kind: str, name: str, usual: str) -> str:
    """A sign that a document chooses for a part; one that is there and empty is none."""
    found = part.find(f"{MATH}{kind}Pr/{MATH}{name}")
    told: str = usual if found is None else found.get(f"{MATH}val") or ""
    return told


_FORMS: Mapping[str, Callable[[Any], str]] = {
    "f": _fraction,
    "rad": _root,
    "d": _bracketed,
    "nary": _operator,
    "acc": _accented,
    "bar": _barred,
    "m": _matrix,
    "eqArr": _lines,
    "func": _applied,
    "sup": lambda part: raised(formula(part)),
    "sub": lambda part: lowered(formula(part)),
    "lim": lambda part: lowered(formula(part)),  # what stands below "lim"
}
