"""A part of a Word document as its converter should see it: formulas as text, and no hidden words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = frozenset(["0", "false", "off"])
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def readable(part: bytes) -> bytes:
    """The XML with each formula as a run of text, and without the runs that Word hides.

    What has neither, and what is no XML, stays as it is.
    """
    if b"oMath" not in part and b"vanish" not in part:
        return part
    from lxml import etree  # noqa: PLC0415 - only worker processes read documents

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return part
    for run in list(root.iter(f"{_W}r")):
        if _is_hidden(run):
            run.getparent().remove(run)
    for formula in list(root.iter(f"{_M}oMath")):
        _replace(formula, etree.Element(f"{_W}r"))
    for box in list(root.iter(f"{_M}oMathPara")):
        _unwrap(box)
    told: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in _OFF


def _replace(formula: Any, run: Any) -> None:
    text = run.makeelement(f"{_W}t")
    text.text = "".join(_symbols(formula))
    text.set(_SPACE, "preserve")
    run.append(text)
    formula.getparent().replace(formula, run)


def _unwrap(box: Any) -> None:
    parent = box.getparent()
    place = parent.index(box)
    for offset, child in enumerate(list(box)):
        parent.insert(place + offset, child)
    parent.remove(box)


def _symbols(part: Any) -> Iterator[str]:
    """A formula in one line: "x²", "a/b", "√(x)"."""
    for child in part:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(_M)
        if name == "t":
            yield child.text or ""
        elif name == "f":
            yield f"{_operand(child, 'num')}/{_operand(child, 'den')}"
        elif name == "rad":
            yield f"√{_operand(child, 'e')}"
        elif name == "sup":
            yield _shifted(child, "^", _RAISED)
        elif name == "sub":
            yield _shifted(child, "_", _LOWERED)
        elif name == "d":
            yield f"({''.join(_symbols(child))})"
        else:
            yield from _symbols(child)


def _operand(part: Any, name: str) -> str:
    found = part.find(f"{_M}{name}")
    text = "".join(_symbols(found)) if found is not None else ""
    return text if len(text) == 1 or text.isalnum() else f"({text})"


def _shifted(part: Any, sign: str, signs: dict[int, int]) -> str:
    text = "".join(_symbols(part)).strip()
    if all(ord(character) in signs for character in text):
        return text.translate(signs)
    return f"{sign}{text}" if text.isalnum() else f"{sign}({text})"
