"""A part of a Word document as its converter should see it: formulas as text, and no hidden words."""

from __future__ import annotations

from typing import Any

from bot.sources.formats.word_formulas import MATH, formula

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = frozenset(["0", "false", "off"])


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
    for math in list(root.iter(f"{MATH}oMath")):
        _replace(math, etree.Element(f"{_W}r"))
    for box in list(root.iter(f"{MATH}oMathPara")):
        _unwrap(box)
    told: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in _OFF


def _replace(math: Any, run: Any) -> None:
    text = run.makeelement(f"{_W}t")
    text.text = formula(math)
    text.set(_SPACE, "preserve")
    run.append(text)
    math.getparent().replace(math, run)


def _unwrap(box: Any) -> None:
    parent = box.getparent()
    place = parent.index(box)
    for offset, child in enumerate(list(box)):
        parent.insert(place + offset, child)
    parent.remove(box)
