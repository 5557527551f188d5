"""Telegram's HTML: escaping, links, and cutting where a message ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape as _escape

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.core.cleaning import clean_text

LIMIT = 4096  # UTF-16 units of a message's text, counted after the tags are gone


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file that the bot makes."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message as it is sent: HTML within Telegram's limit, and its buttons; a file has it as caption."""

    html: str
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None
    file: SentFile | None = None

    @property
    def buttons(self) -> InlineKeyboardMarkup | None:
        """The buttons under the message, which can be changed later; no keyboard of the client's is."""
        return self.keyboard if isinstance(self.keyboard, InlineKeyboardMarkup) else None

    @property
    def editable(self) -> bool:
        """Whether a text that is there already can become this: no text becomes a file or a keyboard."""
        return self.keyboard is self.buttons and self.file is None


def escape(text: str) -> str:
    """Text as HTML that shows exactly that text, without halves of characters, which nobody can send."""
    return _escape(re.sub("[\ud800-\udfff]", "", text), quote=False)


def link(url: str | None, html: str) -> str:
    """HTML as a link; as it is where there is no address."""
    return html if url is None else f'<a href="{_escape(url)}">{html}</a>'


def tag(name: str, html: str) -> str:
    """HTML in an element; nothing where there is nothing to put in it."""
    return f"<{name}>{html}</{name}>" if html else ""


_CUT = " […]"


def one_line(text: str, limit: int) -> str:
    """A title or name cleaned for a single line, at most `limit` characters, cut between words.

    What is cut says so as quotations do: only a placeholder ends in "…", and a title may end an answer.
    """
    line = " ".join(clean_text(text).split())
    if len(line) <= limit:
        return line
    room = limit - len(_CUT)
    kept = line[:room].rpartition(" ")[0] or line[:room]
    return kept.rstrip(" ,;:–—-") + _CUT


def shortened(text: str, limit: int) -> str:
    """A quotation of at most `limit` characters; one that is cut says so."""
    return text if len(text) <= limit else text[:limit] + _CUT


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Text as HTML with some of its spans in bold; spans that overlap or lie outside are left out."""
    pieces, end = [], 0
    for start, stop in sorted(spans):
        if start < end or stop > len(text) or start >= stop:
            continue
        pieces += [escape(text[end:start]), tag("b", escape(text[start:stop]))]
        end = stop
    return "".join([*pieces, escape(text[end:])])


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never cut: a tag, an entity, a word or a stretch of blanks."""

    html: str
    units: int  # 0 for tags

    @property
    def border(self) -> int:
        """How well a message may end here: 3 before a paragraph, 2 a line, 1 a word, 0 not at all."""
        if not self.html.isspace():
            return 0
        return min(3, 1 + self.html.count("\n"))


_TAG = re.compile(r"<[^<>]+>")
_TOKEN = re.compile(rf"{_TAG.pattern}|&(?:[a-z]+|#\d+);|\s+|[^\s<&]+|[<&]")


def _atoms(html: str, limit: int = LIMIT) -> Iterator[_Atom]:
    for match in _TOKEN.finditer(html):
        token = match.group()
        if token.startswith("<") and len(token) > 1:
            yield _Atom(token, 0)
        elif token.startswith("&") and len(token) > 1:
            yield _Atom(token, 1)
        else:
            # A "word" of thousands of characters has no better place to be cut than anywhere.
            step = limit // 4
            for start in range(0, len(token), step):
                piece = token[start : start + step]
                yield _Atom(piece, units(piece))


def split(html: str, limit: int = LIMIT) -> list[str]:
    """HTML cut into messages, each with its tags closed and opened again, none over the limit.

    It is cut between paragraphs where that leaves no message less than half full, else between lines, else
    between words.
    """
    if units(_without_tags(html)) <= limit:  # as nearly every message is; its entities count for less
        return list(filter(_without_tags, [html.rstrip()]))
    messages: list[str] = []
    piece: list[_Atom] = []
    size = 0
    for atom in _atoms(html, limit):
        while size + atom.units > limit:
            cut = _best_cut(piece, limit)
            messages.append(_closed(piece[:cut]))
            piece = [*_open_tags(piece[:cut]), *_without_leading_blanks(piece[cut:])]
            size = sum(kept.units for kept in piece)
        piece.append(atom)
        size += atom.units
    messages.append(_closed(piece))
    return list(filter(_without_tags, messages))


def _without_tags(html: str) -> str:
    return _TAG.sub("", html)


def _best_cut(piece: Sequence[_Atom], limit: int) -> int:
    """The index of the atom before which to cut: the best border in the second half, the last of its kind."""
    best, best_border, seen = len(piece), 0, 0
    for index, atom in enumerate(piece):
        if seen >= limit // 2 and atom.border >= max(best_border, 1):
            best, best_border = index, atom.border
        seen += atom.units
    return best


def _open_tags(piece: Sequence[_Atom]) -> list[_Atom]:
    opened: list[_Atom] = []
    for atom in piece:
        if atom.units == 0 and atom.html.startswith("</"):
            opened.pop()
        elif atom.units == 0 and atom.html.startswith("<"):
            opened.append(atom)
    return opened


def _closed(piece: Sequence[_Atom]) -> str:
    names = [re.split(r"[ >]", atom.html[1:], maxsplit=1)[0] for atom in _open_tags(piece)]
    return "".join(atom.html for atom in piece).rstrip() + "".join(f"</{name}>" for name in reversed(names))


def _without_leading_blanks(piece: Sequence[_Atom]) -> list[_Atom]:
    start = next((index for index, atom in enumerate(piece) if not atom.html.isspace()), len(piece))
    return list(piece[start:])
