"""Markup from the data with which React's server components build a page that shows nothing without scripts.

The data come in pieces, `self.__next_f.push([1, "…"])`, that make rows: `5:["$","p",null,{"children":"…"}]`.
A row is JSON, or a text whose length in bytes stands before it (`6:T1a4,…`). A string such as "$L6" or "$6"
in one row stands for another row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape
from itertools import islice
from typing import Any

_PIECE = re.compile(r"__next_f(?:\s*=[^;]{0,60})?\)?\.push\(\s*(\[\s*1\s*,.*\])\s*\)\s*(?:;\s*)?$", re.DOTALL)
_BEGINS_WITHIN = 200  # characters of a script
_ROW = re.compile(rb"([0-9a-f]{1,8}):(T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})")
_ELSEWHERE = frozenset(["error", "fallback", "forbidden", "loading", "notFound", "template", "unauthorized"])
_TAG = re.compile(r"[a-z][a-z0-9]{0,15}")
_PARAGRAPH = re.compile(r"<p[ >]")
_LONG_PARAGRAPH = re.compile(r"<p(?:>| [^<>]*>)[^<]{80}")
_ENOUGH = 4  # of them that are a text, without a heading too
_MARKUP = re.compile(r"<[a-z]|&lt;[a-z]")
_NOT_SHOWN = frozenset(["head", "link", "meta", "script", "style", "title", "template", "noscript"])
_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"])
_MOST_PIECES, _MOST_ROWS = 5_000, 20_000
_MOST_DATA = 3_000_000  # characters
_ELEMENT = 4  # parts of one: "$", what it is, its key, what it is given
_MOST_STEPS = 200_000  # values looked at
_DEEPEST = 200  # values in each other


def flight_markup(root: Any) -> str | None:
    """What the page would show of its rows, the first one first; None where that is no article.

    Of many pages the rows have the menus and the footer only, and the text as data of a shape of their own.
    """
    rows = _rows("".join(islice(_pieces(root), _MOST_PIECES)))
    built = _Reader(rows).page()
    long = len(_LONG_PARAGRAPH.findall(built)) >= _ENOUGH
    return built if long or "<h1" in built or "<article" in built else None


def _pieces(root: Any) -> Iterator[str]:
    for script in root.iter("script"):
        found = _piece_in(script.text or "")
        if found is None:
            continue
        try:
            piece = json.loads(found)
        except (ValueError, RecursionError):
            continue
        if len(piece) > 1 and isinstance(piece[1], str):
            yield piece[1]


def _piece_in(script: str) -> str | None:
    """The JSON of the piece that a script brings; None where it brings none."""
    # Only near the beginning: from each place at which one might begin the script is read to its end.
    begins = (name.start() for name in re.finditer("__next_f", script[:_BEGINS_WITHIN]))
    found = next(filter(None, (_PIECE.match(script, begin) for begin in begins)), None)
    return None if found is None else found[1]


def _rows(data: str) -> dict[str, Any]:
    """The rows by their number: what JSON makes of each, or its text."""
    raw = data[:_MOST_DATA].encode("utf-8", "replace")
    rows: dict[str, Any] = {}
    at = 0
    while at < len(raw) and len(rows) < _MOST_ROWS:
        head = _ROW.match(raw, at)
        if head is not None and head[2]:
            end = head.end() + int(head[3], 16)
            rows[head[1].decode()] = raw[head.end() : end].decode("utf-8", "replace")
            at = end + (raw[end : end + 1] == b"\n")
            continue
        end = raw.find(b"\n", at)
        end = len(raw) if end < 0 else end
        if head is not None and raw[head.end() : head.end() + 1] in {b"[", b"{", b'"'}:
            with suppress(ValueError, RecursionError):
                rows[head[1].decode()] = json.loads(raw[head.end() : end])
        at = end + 1
    return rows


class _Reader:
    """Walks through rows, each once: one may name itself."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._rows = rows
        self._begun: set[str] = set()
        self._steps = 0
        self._built: list[str] = []

    def page(self) -> str:
        for number in ("0", *self._rows):
            if not isinstance(self._rows.get(number), str):  # a text is shown where it is named
                self._read_row(number, 0, shown=False)
        return "".join(self._built)

    def _read_row(self, number: str, depth: int, *, shown: bool) -> None:
        if number not in self._rows or number in self._begun:
            return
        self._begun.add(number)
        value = self._rows[number]
        if not isinstance(value, str):
            self._read(value, depth + 1, shown=shown)
        elif shown and not value.startswith("$"):
            self._built.append(_as_markup(value))

    def _read(self, value: Any, depth: int, *, shown: bool) -> None:
        """Build a value; a text in it is one where the value is `shown`."""
        self._steps += 1
        if self._steps > _MOST_STEPS or depth > _DEEPEST:
            return
        if isinstance(value, str):
            self._read_text(value, depth, shown=shown)
        elif isinstance(value, list) and len(value) >= _ELEMENT and value[0] == "$":
            self._read_element(value[1], value[3], depth)
        elif isinstance(value, list):
            for one in value:
                self._read(one, depth + 1, shown=shown)
        elif isinstance(value, dict):
            for one in value.values():
                self._read(one, depth + 1, shown=False)
        elif shown and isinstance(value, int | float) and not isinstance(value, bool):
            self._built.append(str(value))

    def _read_text(self, text: str, depth: int, *, shown: bool) -> None:
        named = _REFERENCE.fullmatch(text)
        if named is not None:
            self._read_row(named[1], depth, shown=shown)
        elif shown and text.startswith("$$"):
            self._built.append(_as_markup(text[1:]))
        elif shown and not text.startswith("$"):  # "$undefined", "$9:title"
            self._built.append(_as_markup(text))

    def _read_element(self, name: Any, given: Any, depth: int) -> None:
        if not isinstance(name, str) or not isinstance(given, dict):
            return
        if name in _NOT_SHOWN or _is_program(given):
            return
        tag = name if _TAG.fullmatch(name) else None  # a component is what it is given
        address = given.get("href")
        link = f' href="{escape(address)}"' if tag == "a" and isinstance(address, str) else ""
        self._built.append(f"<{tag}{link}>" if tag else "")
        for key, value in given.items():
            if key == "children":
                self._read(value, depth + 1, shown=True)
            elif key == "dangerouslySetInnerHTML" and isinstance(value, dict):
                self._read_inner(value.get("__html"), depth)
            elif not tag and key not in _ELSEWHERE:
                self._read(value, depth + 1, shown=isinstance(value, str) and "<p>" in value)
        self._built.append(f"</{tag}>" if tag and tag not in _VOID else "")

    def _read_inner(self, value: Any, depth: int) -> None:
        """What is set as markup; without any tag it is a program."""
        begin = len(self._built)
        self._read(value, depth + 1, shown=True)
        if not any(map(_MARKUP.search, self._built[begin:])):
            del self._built[begin:]


def _is_program(given: Mapping[str, Any]) -> bool:
    """Whether a component is a script's: it says when to run, or that it is data."""
    return "strategy" in given or "json" in str(given.get("type"))


def _as_markup(text: str) -> str:
    """A text as markup: as it is where it has paragraphs of its own."""
    return text if _PARAGRAPH.search(text) else escape(text, quote=False)
