"""Text that a page carries as data for its scripts, as forum software and web apps do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.sources.extraction.flight import flight_markup

_LEAST_DATA = 400  # characters of data worth reading
_MOST_DATA = 3_000_000
_LEAST_TEXT = 400  # characters of markup in all that make a page
_MOST_STEPS = 200_000  # values looked at
_DEEPEST = 4  # data inside strings of data


def embedded_markup(root: Any) -> str | None:
    """The markup in a page's data, in the order of the data, as one page; None where there is too little.

    For pages that show no text by themselves. A string counts as markup where it has paragraphs.
    """
    best = max(
        (list(_markup(_load(text))) for text in _data(root)),
        key=lambda found: sum(map(len, found)),
        default=[],
    )
    if sum(map(len, best)) < _LEAST_TEXT:
        built = flight_markup(root) or ""
        return f"<html><body>{built}</body></html>" if len(built) >= _LEAST_TEXT else None
    posts = "".join(f"<article>{text}</article>" for text in dict.fromkeys(best))
    return f"<html><body><main>{posts}</main></body></html>"


def _data(root: Any) -> Iterator[str]:
    for element in root.iter():
        if element.tag == "script" and "json" in (element.get("type") or "") and element.text:
            yield element.text
        for value in element.attrib.values():
            if len(value) >= _LEAST_DATA and value[:1] in "{[":
                yield value


def _load(text: str) -> Any:
    if not _LEAST_DATA <= len(text) <= _MOST_DATA:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _markup(value: Any) -> Iterator[str]:
    pending: list[tuple[Any, int]] = [(value, 0)]
    steps = 0
    while pending and steps < _MOST_STEPS:
        steps += 1
        current, depth = pending.pop()
        if isinstance(current, dict):
            pending.extend((inner, depth) for inner in reversed(current.values()))
        elif isinstance(current, list):
            pending.extend((inner, depth) for inner in reversed(current))
        elif isinstance(current, str) and "<p>" in current and not current.lstrip().startswith(("{", "[")):
            yield current
        elif isinstance(current, str) and current[:1] in {"{", "["} and depth < _DEEPEST:
            pending.append((_load(current), depth + 1))
