"""Markdown files: blocks with their kinds, words without the marks that dress them, and the front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from bot.core.article import MAX_CHARACTERS, Article
from bot.core.cleaning import clean_text
from bot.core.errors import TextTooLongError
from bot.core.lexicon.written_dates import declared_date
from bot.core.models import Block, Kind
from bot.sources.chapters import as_place

_SAMPLE = 20_000  # characters that tell Markdown from other text
# Each of these alone stands in other texts, too: a shell script has "# " lines, a mail has "> " ones.
_TELLING = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"(?<!!)\[[^\[\]\n]{1,200}\]\((?:https?:|/|\.|#|mailto:)[^()\s]{0,500}\)"),
    re.compile(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)"),
    re.compile(r"^\|?(?:\s{0,9}:?-{3,}:?\s{0,9}\|)+", re.MULTILINE),
    re.compile(r"\A---\n(?:[\w-]{1,40}:.{0,500}\n)+---\n"),
)

_FRONT = re.compile(r"(?:---|\+\+\+)[ \t]*\n((?:.{0,2000}\n){0,200}?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"^([\w-]{1,40})[ \t]*[:=][ \t]*(.*)$", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED = re.compile(r"[ \t]*\d")
_TABLE_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$")
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*(.*)$")
_TAG_LINE = re.compile(r" {0,3}</?[a-zA-Z][^<>]*>[ \t]*$")

_CODE_SPAN = re.compile(r"(?<!`)(`+)([^`\n](?:[^`\n]{0,2000}[^`\n])?)\1(?!`)")
_IMAGE = re.compile(
    r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:[ \t]+[\"'][^\"'\n]{0,500}[\"'])?\)|\[[^\[\]]{0,200}\])"
)
_LINK = re.compile(
    r"\[([^\[\]]{1,1000})\](?:\((?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})"
    r"(?:[ \t\n]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\)|\[[^\[\]\n]{0,200}\])"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,50}\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]{0,1000})?/?>")
_STARS = re.compile(r"(?<![*\\])(\*{1,3})(?=[^\s*])([^*\n]{0,999}[^\s*\\]|[^\s*])\1(?!\*)")
_LOW_LINES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{0,499}[^_\s\\]|[^_\s])\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,999})~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n")


def looks_like_markdown(text: str) -> bool:
    """Whether a text has two of the marks that hardly stand together in anything else."""
    sample = text[:_SAMPLE].replace("\r\n", "\n")
    return sum(pattern.search(sample) is not None for pattern in _TELLING) >= 2


def read_markdown(text: str, url: str | None = None) -> Article:
    """The article of a Markdown text; a paragraph's place is the heading (level 1 or 2) that it stands under.

    Links are kept as their words, code as it is. Title, author and date come from the front matter, the title
    else from the first heading. Raises EmptyTextError, TextTooLongError.
    """
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    known, body = _front_matter(clean_text(text).lstrip("\n"))
    reader = _Reader()
    for line in _without_comments(body).split("\n"):
        reader.take(line.expandtabs(4))
    blocks = reader.finish()
    return Article.from_blocks(
        blocks,
        title=known.get("title") or reader.title,
        byline=known.get("author") or known.get("authors"),
        published=declared_date(known.get("date", "")),
        url=url,
        language=known.get("lang") or known.get("language"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if not found or not _FIELD.search(found[1]):
        return {}, text
    fields = {name.lower(): value.strip().strip("\"'[]") for name, value in _FIELD.findall(found[1])}
    return fields, text[found.end() :]


def _without_comments(text: str) -> str:
    shown, *rest = text.split("<!--")
    for index, piece in enumerate(rest):
        _, end, after = piece.partition("-->")
        if not end:  # never closed: it is shown, as is all that follows
            return "".join([shown, *("<!--" + left for left in rest[index:])])
        shown += after
    return shown


@dataclass(slots=True)
class _Reader:
    """Takes line after line into blocks."""

    title: str | None = None
    _blocks: list[Block] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)  # of the open block
    _kind: Kind = Kind.PROSE
    _place: str | None = None
    _fence: str = ""  # what ends the code that is open

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._fence:
            self._take_code(line)
        elif fence := _FENCE.match(line):
            self._close()
            self._kind, self._fence = Kind.CODE, fence[1]
        elif not line.strip():
            self._close()
        elif not self._take_title(line):
            self._take_text(line)

    def finish(self) -> list[Block]:
        """All blocks."""
        self._close()
        return self._blocks

    def _take_code(self, line: str) -> None:
        if line.strip().startswith(self._fence) and not line.strip(" `~"):
            self._fence = ""
            self._close()
        else:
            self._lines.append(line)

    def _take_title(self, line: str) -> bool:
        """Take a heading, a rule or what is not shown; tells whether it was one."""
        if heading := _HEADING.match(line):
            self._close()
            self._head(heading[2] or "", len(heading[1]))
        elif self._lines and self._kind is Kind.PROSE and (underline := _UNDERLINE.match(line)):
            text, self._lines = " ".join(self._lines), []
            self._head(text, 1 if underline[1][0] == "=" else 2)
        elif _RULE.match(line) or _TAG_LINE.match(line):
            self._close()
        elif not self._lines and (definition := _DEFINITION.match(line)):
            if definition[1].startswith("^"):  # a footnote; the others are links' addresses
                self._add(definition[2], Kind.OTHER)
        else:
            return False
        return True

    def _take_text(self, line: str) -> None:
        kind, text = self._sort(line)
        item = kind is Kind.LIST and _ITEM.match(line)
        if self._lines and (kind is not self._kind or item):
            self._close()
        self._kind = kind
        if kind is not Kind.TABLE or not _TABLE_RULE.match(line):
            self._lines.append(text)

    def _sort(self, line: str) -> tuple[Kind, str]:
        """What a line is, and its text without the mark of that."""
        if quote := _QUOTE.match(line):
            return Kind.QUOTE, line[quote.end() :].lstrip("> ")
        if item := _ITEM.match(line):
            return Kind.LIST, line.strip() if _NUMBERED.match(line) else line[item.end() :]
        if _TABLE_RULE.match(line) and self._lines and self._kind is Kind.PROSE and "|" in self._lines[-1]:
            self._kind = Kind.TABLE
            self._lines = [_row(row) for row in self._lines]
        if self._lines and self._kind is Kind.TABLE:
            return Kind.TABLE, _row(line)
        if not self._lines and line.startswith("    ") and not self._in_list():
            return Kind.CODE, line[4:]
        if self._lines and self._kind is Kind.CODE and line.startswith("    "):
            return Kind.CODE, line[4:]
        lazy = self._lines and self._kind in {Kind.QUOTE, Kind.LIST}  # it goes on without its mark
        return self._kind if lazy else Kind.PROSE, line.strip(" ") if not line.endswith(
            "  "
        ) else line.lstrip()

    def _in_list(self) -> bool:
        return bool(self._blocks) and self._blocks[-1].kind is Kind.LIST

    def _head(self, text: str, level: int) -> None:
        plain = plain_words(text)
        if self.title is None and level == 1:
            self.title = plain or None
        elif level <= 2:
            self._place = as_place(plain) or self._place
        self._add(text, Kind.HEADING)

    def _close(self) -> None:
        lines, self._lines = self._lines, []
        kind, self._kind = self._kind, Kind.PROSE
        if lines:
            self._add("\n".join(lines), kind)

    def _add(self, text: str, kind: Kind) -> None:
        words = text if kind is Kind.CODE else plain_words(text)
        if words.strip():
            self._blocks.append(Block(words, kind, self._place))


def _row(line: str) -> str:
    return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def plain_words(text: str) -> str:
    """Inline Markdown as the words that a reader sees; what stands in code marks is left as it is."""
    pieces = _CODE_SPAN.split(text)  # text, marks, code, text, …
    told = []
    for index in range(0, len(pieces), 3):
        told.append(_without_marks(pieces[index]))
        told += [pieces[index + 2].strip()] if index + 2 < len(pieces) else []
    return "".join(told)


def _without_marks(text: str) -> str:
    for pattern, kept in (
        (_HARD_BREAK, "\n"),
        (_IMAGE, ""),
        (_NOTE_MARK, ""),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
    ):
        text = pattern.sub(kept, text)
    text = _TAG.sub("", text)
    for pattern, group in ((_STARS, r"\2"), (_LOW_LINES, r"\2"), (_STRUCK, r"\1")):
        text = pattern.sub(group, pattern.sub(group, text))  # one within the other
    return unescape(_ESCAPED.sub(r"\1", text))
