"""Telegram's HTML markup as its server reads it: text, entities in UTF-16 units, and its own complaints.

The rules follow the Bot API's "HTML style" and what the server answers when they are broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

Entity = dict[str, Any]

_ENTITY_OF_TAG: Final = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(
    r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<number>[0-9]{1,7})|(?P<name>[a-z]{2,4}));?"
)
_ATTRIBUTE: Final = re.compile(r"""\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)))?""")
_SPACE: Final = " \t\r\n\v\f"
# What a client makes tappable by itself. Linear: no part can match the same text in two ways.
_FOUND: Final = re.compile(
    r"""(?P<url>https?://[\w\[][^\s<>"]*)
    |(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w@]))
    |(?P<mention>(?<![\w/@])@[A-Za-z]\w{3,31}(?!\w))
    |(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?![\w/]))
    |(?P<hashtag>(?<![\w&/])\#[^\W\d_]\w{0,255}(?!\w))""",
    re.VERBOSE,
)
_OPAQUE: Final = frozenset({"code", "pre"})  # nothing nests in these


class MarkupError(ValueError):
    """The markup is broken; the message is Telegram's, without its "Bad Request: can't parse entities: "."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text with its entities, as a message holds them."""

    text: str
    entities: tuple[Entity, ...] = ()  # offsets and lengths in UTF-16 units; outer ones first


def utf16_length(text: str) -> int:
    """How long Telegram says a text is: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def parse_html(markup: str) -> Formatted:
    """The text and the entities of a message in HTML style. Raises MarkupError."""
    return _Parser(markup).run()


def tidied(formatted: Formatted) -> Formatted:
    """The same without white space at its ends, with the links, commands and mentions that a client finds."""
    left = len(formatted.text) - len(formatted.text.lstrip())
    text = formatted.text.strip()
    shift, end = utf16_length(formatted.text[:left]), utf16_length(text)
    kept = [clipped for entity in formatted.entities if (clipped := _clipped(entity, shift, end))]
    return Formatted(text, tuple(sorted([*kept, *_found(text, kept)], key=_outer_first)))


@dataclass(slots=True)
class _Open:
    """A start tag whose end is still to come."""

    tag: str
    argument: str | None
    offset: int  # of its content, UTF-16


@dataclass(slots=True)
class _Parser:
    markup: str
    at: int = 0
    written: list[str] = field(default_factory=list)
    length: int = 0  # of what is written, UTF-16
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def run(self) -> Formatted:
        while self.at < len(self.markup):
            self._step()
        if self.stack:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return Formatted("".join(self.written), tuple(sorted(_allowed(self.entities), key=_outer_first)))

    def _step(self) -> None:
        character = self.markup[self.at]
        if character == "<":
            if self.markup.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        elif character == "&":
            self._reference()
        else:
            stop = _next_special(self.markup, self.at)
            self._write(self.markup[self.at : stop])
            self.at = stop

    def _write(self, text: str) -> None:
        self.written.append(text)
        self.length += utf16_length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.markup, self.at)
        decoded = _decoded(match) if match else None
        self._write("&" if decoded is None else decoded)
        self.at = match.end() if match and decoded is not None else self.at + 1

    def _start_tag(self) -> None:
        begin = self.at
        close = self.markup.find(">", begin)
        name_end = begin + 1
        while name_end < len(self.markup) and self.markup[name_end] not in _SPACE + ">":
            name_end += 1
        if name_end == len(self.markup):
            raise MarkupError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = self.markup[begin + 1 : name_end].lower()
        if tag not in _ENTITY_OF_TAG:
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        self.at = name_end
        argument = self._argument(tag, begin) if close != name_end else None
        self.at += 1
        if tag == "span" and argument != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.stack.append(_Open(tag, argument, self.length))

    def _argument(self, tag: str, begin: int) -> str | None:
        """Reads the attributes up to the closing ">" and returns the one that matters for the tag."""
        argument = None
        while True:
            while self.markup[self.at : self.at + 1] in tuple(_SPACE):
                self.at += 1
            if self.markup.startswith(">", self.at):
                return argument
            if self.at >= len(self.markup):
                raise MarkupError(f"Unclosed start tag at byte offset {self._byte(begin)}")
            match = _ATTRIBUTE.match(self.markup, self.at)
            if match is None:
                problem = f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}'
                raise MarkupError(problem)
            self.at = match.end()
            if self.markup.startswith("=", self.at) or self.markup[self.at : self.at + 1] in ('"', "'"):
                raise MarkupError(f"Unclosed start tag at byte offset {self._byte(begin)}")
            value = next((group for group in match.groups()[1:] if group is not None), "")
            if (tag, match[1].lower()) in _ARGUMENTS:
                argument = _REFERENCE.sub(lambda found: _decoded(found) or found[0], value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.stack:
            raise MarkupError(f"Unexpected end tag at byte offset {self._byte(begin)}")
        close = self.markup.find(">", begin)
        name = self.markup[begin + 2 : close].rstrip(_SPACE).lower()
        if close < 0 or any(space in name for space in _SPACE):
            raise MarkupError(f"Unclosed end tag at byte offset {self._byte(begin)}")
        opened = self.stack.pop()
        if name and name != opened.tag:
            wanted = f'expected "</{opened.tag}>", found "</{name}>"'
            raise MarkupError(f"Unmatched end tag at byte offset {self._byte(begin)}, {wanted}")
        self.at = close + 1
        if self.length > opened.offset:
            self._note(opened)

    def _note(self, opened: _Open) -> None:
        entity: Entity = {
            "type": _ENTITY_OF_TAG[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        if opened.tag == "a":
            url = opened.argument or _text_from("".join(self.written), opened.offset)
            if not _is_link(url):  # Telegram keeps the words and drops such a link without complaint
                return
            entity["url"] = url
        elif opened.tag == "code" and (opened.argument or "").startswith("language-"):
            if self.stack and self.stack[-1].tag == "pre":
                self.stack[-1].argument = (opened.argument or "").removeprefix("language-")
                return
        elif opened.tag == "pre" and opened.argument:
            entity["language"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument is not None:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        self.entities.append(entity)

    def _byte(self, position: int) -> int:
        return len(self.markup[:position].encode("utf-8", "surrogatepass"))


_ARGUMENTS: Final = frozenset(
    {
        ("a", "href"),
        ("code", "class"),
        ("span", "class"),
        ("tg-emoji", "emoji-id"),
        ("blockquote", "expandable"),
    }
)


def _next_special(markup: str, start: int) -> int:
    found = [place for place in (markup.find("<", start), markup.find("&", start)) if place >= 0]
    return min(found, default=len(markup))


def _decoded(match: re.Match[str]) -> str | None:
    if match["name"]:
        return _NAMED.get(match["name"])
    code = int(match["hex"], 16) if match["hex"] else int(match["number"])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None


def _text_from(text: str, offset: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * offset :].decode("utf-16-le", "surrogatepass")


def _is_link(url: str) -> bool:
    return bool(
        re.match(r"(?:(?:https?|tg|ton|ftp)://|mailto:|tel:)?[^\s/?#:]+(?:[.:/?#]|$)", url, re.IGNORECASE)
    )


def _allowed(entities: list[Entity]) -> list[Entity]:
    """Those that Telegram keeps: none inside code, no quote inside a quote."""
    opaque = [entity for entity in entities if entity["type"] in _OPAQUE]
    quotes = [entity for entity in entities if "blockquote" in entity["type"]]
    return [
        entity
        for entity in entities
        if not any(_holds(outer, entity) for outer in opaque)
        and not ("blockquote" in entity["type"] and any(_holds(outer, entity) for outer in quotes))
    ]


def _holds(outer: Entity, inner: Entity) -> bool:
    if outer is inner:
        return False
    inside = outer["offset"] <= inner["offset"] and _end(inner) <= _end(outer)
    return inside and (outer["length"] > inner["length"] or outer["type"] == "pre")


def _end(entity: Entity) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _outer_first(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _clipped(entity: Entity, shift: int, end: int) -> Entity | None:
    start = max(entity["offset"] - shift, 0)
    length = min(_end(entity) - shift, end) - start
    return {**entity, "offset": start, "length": length} if length > 0 else None


def _found(text: str, kept: Iterable[Entity]) -> Iterator[Entity]:
    """Links, addresses, mentions, commands and hashtags in what no link or code covers already."""
    covers = [entity for entity in kept if entity["type"] in {*_OPAQUE, "text_link"}]
    offset, seen = 0, 0
    for match in _FOUND.finditer(text):
        value = match[0].rstrip(".,:;!?)]}'\"»”") if match.lastgroup == "url" else match[0]
        offset += utf16_length(text[seen : match.start()])
        seen = match.start()
        entity = {"type": match.lastgroup, "offset": offset, "length": utf16_length(value)}
        if not any(cover["offset"] < _end(entity) and offset < _end(cover) for cover in covers):
            yield entity
