"""What stands above a Markdown text: as much of YAML and TOML as titles, authors and dates are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FRONT = re.compile(r"(?:---|\+\+\+)[ \t]*\n((?:.{0,2000}\n){0,200}?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"([\w-]{1,40})[ \t]*[:=](?:[ \t]+|$|(?=[\"'\[]))(.*)")
_BLOCK_TEXT = re.compile(r"[>|][+-]?\d?")
_ITEM = re.compile(r"\s*-\s+(?:name[ \t]*:[ \t]*)?")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_ESCAPED = re.compile(r"\\(.)")
_ITEMS = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^,\[\]]+')


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields by their names in lower case, those without a value left out; and the text below them."""
    found = _FRONT.match(text)
    fields = dict(reversed(list(_fields(found[1].split("\n"))))) if found else {}
    return (fields, text[found.end() :]) if found and fields else ({}, text)


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.startswith("[") and line.rstrip().endswith("]"):
            return  # a table of TOML: what follows is about something else
        below: list[str] = []
        while index < len(lines) and lines[index][:1] in {" ", "\t", "-"}:
            below.append(lines[index])
            index += 1
        field = _FIELD.match(line)
        if field:
            yield field[1].lower(), _value(field[2].strip(), below)


def _value(value: str, below: Sequence[str]) -> str:
    if _BLOCK_TEXT.fullmatch(value):
        return " ".join(line.strip() for line in below).strip()
    if not value:
        items = [line[mark.end() :] for line in below if (mark := _ITEM.match(line))]
        return ", ".join(filter(None, (_plain(item.strip()) for item in items)))
    if value.startswith("["):
        whole = " ".join([value, *(line.strip() for line in below)])
        return ", ".join(filter(None, (_plain(item.strip()) for item in _ITEMS.findall(whole))))
    return _plain(" ".join([value, *(line.strip() for line in below)]))


def _plain(value: str) -> str:
    """A value without its quotation marks, or without the remark behind it."""
    if quoted := _DOUBLE.match(value):
        return _ESCAPED.sub(r"\1", quoted[1]).strip()
    if quoted := _SINGLE.match(value):
        return quoted[1].replace("''", "'").strip()
    return "" if value.startswith("#") else value.partition(" #")[0].strip()
