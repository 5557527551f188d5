"""Who wrote which part of a thread: by the names that its markup gives to the posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from bot.sources.chapters import as_place
from bot.sources.extraction.units import Box, Cut, Unit

_NAMED = re.compile(
    r"(?:.*[-_])?(?:author|user-?name|poster|nick(?:name)?|screen-?name)(?:[-_]?(?:name|link))?|person-listing"
)
_HINT = re.compile(r"author|user|poster|nick|screen|person")  # in all that it matches
_LABEL = re.compile(r".{0,20}:|@|by|von|par|por|di|от|door|posted by|written by", re.IGNORECASE)
_LONGEST_NAME = 40  # characters; what is longer is more than a name
_MOST_NAMES = 3_000
_FEWEST_AUTHORS = 2  # whose posts are on a page, for it to be a thread


def post_authors(root: Any, cut: Cut, body: Sequence[Unit]) -> Mapping[int, str]:
    """For units of the body, by their index, who wrote the post that they stand in; nothing for one author.

    A post is the smallest element around a unit that holds somebody's name, if it holds no other's.
    """
    named = [*islice(_names(root), _MOST_NAMES)]
    boxes = {box.element: box for box in cut.boxes} if named else {}
    names: dict[int, set[str]] = {}
    for element, name in named:
        box = next((boxes[one] for one in (element, *element.iterancestors()) if one in boxes), None)
        while box is not None:
            names.setdefault(box.index, set()).add(name)
            box = box.parent
    found = {unit.index: author for unit in body if (author := _author(unit.box, names))}
    return found if len(set(found.values())) >= _FEWEST_AUTHORS else {}


def _author(box: Box | None, names: Mapping[int, set[str]]) -> str | None:
    while box is not None and box.index not in names:
        box = box.parent
    if box is None or len(names[box.index]) > 1:
        return None
    return next(iter(names[box.index]))


def _names(root: Any) -> Iterator[tuple[Any, str]]:
    """The elements that hold an author's name, outside of quotations."""
    for element in root.iter("a", "span", "div", "p", "strong", "b", "cite", "h3", "h4", "h5", "td", "dt"):
        if not _is_name(element) or next(element.iterancestors("blockquote"), None) is not None:
            continue
        name = as_place(_name_in(element))
        if name is not None and len(name) <= _LONGEST_NAME:
            yield element, name


def _name_in(element: Any) -> str:
    """What is marked as a name; else the first text that is no label: counts and dates come after it."""
    marked = (one for one in element.iter("a", "span", "meta") if one.get("itemprop") == "name")
    bare = next(marked, element)
    texts = (text.strip() for text in islice(bare.itertext(), 20))
    first = next((text for text in texts if text and not _LABEL.fullmatch(text)), "")
    return bare.get("content") or first


def _is_name(element: Any) -> bool:
    if "author" in (element.get("itemprop") or "").split() or "author" in (element.get("rel") or "").split():
        return True
    said = (element.get("class") or "").lower()[:200]
    return bool(_HINT.search(said)) and any(map(_NAMED.fullmatch, said.split()))
