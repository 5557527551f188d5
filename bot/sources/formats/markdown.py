"""Markdown files: blocks with their kinds, words without the marks that dress them, and the front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from bot.core.article import MAX_CHARACTERS, MAX_SENTENCES, Article
from bot.core.cleaning import clean_text
from bot.core.errors import TextTooLongError, TooComplexError
from bot.core.lexicon.written_dates import declared_date
from bot.core.models import Block, Kind
from bot.sources.chapters import as_place
from bot.sources.formats.front_matter import split_front_matter

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

# What closes a heading ("# One #") is taken off its words afterwards: within the pattern that was cubic.
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*)|#*[ \t]*)$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED = re.compile(r"[ \t]*\d")
_TABLE_RULE = re.compile(r"[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++[ \t]*+(?::?-+:?[ \t]*)?$")
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*(.*)$")
_TAG_LINE = re.compile(r" {0,3}</?[a-zA-Z][^<>]*>[ \t]*$")

_ENDS_OF_UNSEEN = ("-->", "</style>", "</script>")
_UNSEEN_BLOCK = re.compile(r" {0,3}<(style|script)(?:[\s>]|$)", re.IGNORECASE)
# What stands behind headings for programs, as Hugo, pandoc and kramdown write it: "{#costs}", "{: .note}".
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]{0,200}\}$")
# Boxes of remarks: "> [!NOTE]" of GitHub and Obsidian, "::: tip" of Docusaurus, and '!!! note "Title"' of
# MkDocs with an indented text.
_ALERT = re.compile(r"\[![A-Za-z-]{1,30}\][+-]?[ \t]*")
_BOX = re.compile(
    r" {0,3}(?::{3,}|([!?]{3}\+?(?=[ \t]+[a-z])))[ \t]*(?:[a-zA-Z-]{1,30}|\{[^{}]{0,200}\})?(.{0,300})$"
)

_CODE_SPAN = re.compile(r"(?<!`)(`+)([^`\n](?:[^`\n]{0,2000}[^`\n])?)\1(?!`)")
_SPAN_OR_COMMENT = re.compile(f"{_CODE_SPAN.pattern}|<!--")
_IMAGE = re.compile(
    r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:[ \t]+[\"'][^\"'\n]{0,500}[\"'])?\)|\[[^\[\]]{0,200}\])"
)
_LINK = re.compile(
    r"\[([^\[\]]{1,1000})\](?:\((?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})"
    r"(?:[ \t\n]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\)|\[[^\[\]\n]{0,200}\])"
)
# The picture of a badge that leads somewhere; "[](x)" alone may be a program's.
_PICTURE = rf"(?:{_IMAGE.pattern}|<img\b[^<>]{{0,1000}}>)"
_BADGE = re.compile(
    rf"\[\s{{0,9}}(?:{_PICTURE}\s{{0,9}}){{1,5}}\](?:\([^()\s]{{0,2000}}\)|\[[^\[\]\n]{{0,200}}\])"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,50}\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]{0,1000})?/?>")
_LINE_TAG = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"(?:</?(?:p|div|[uo]l|li|d[ltd]|t[rdh]|table|h[1-6]|hr|section|details|summary|blockquote|center)\b[^<>]{0,1000}>\s?)+",
    re.IGNORECASE,
)
_STARS = re.compile(r"(?<![*\\])(\*{1,3})(?=[^\s*])([^*\n]{0,999}[^\s*\\]|[^\s*])\1(?!\*)")
_LOW_LINES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{0,499}[^_\s\\]|[^_\s])\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,999})~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)\n")


def looks_like_markdown(text: str) -> bool:
    """Whether a text has two of the marks that hardly stand together in anything else."""
    sample = text[:_SAMPLE].replace("\r\n", "\n")
    return sum(pattern.search(sample) is not None for pattern in _TELLING) >= 2


def read_markdown(text: str, url: str | None = None) -> Article:
    """The article of a Markdown text; a paragraph's place is the heading (level 1 or 2) that it stands under.

    Links are kept as their words, code as it is. Title, author and date come from the front matter, the title
    else from the first heading. Raises EmptyTextError, TextTooLongError, TooComplexError.
    """
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    if text.count("\n") > 2 * MAX_SENTENCES:  # as of a text without marks, before one is looked at
        raise TooComplexError(limit=MAX_SENTENCES)
    known, body = split_front_matter(clean_text(text).lstrip("\n"))
    reader = _Reader()
    lines = body.split("\n")
    ends = {end: _last_with(end, lines) for end in _ENDS_OF_UNSEEN}
    for index, line in enumerate(lines):
        reader.take(line.expandtabs(4), {end for end, last in ends.items() if index < last})
    blocks = reader.finish()
    return Article.from_blocks(
        blocks,
        title=known.get("title") or reader.title,
        byline=known.get("author") or known.get("authors"),
        published=declared_date(known.get("date", "")),
        url=url,
        language=known.get("lang") or known.get("language"),
    )


def _last_with(piece: str, lines: Sequence[str]) -> int:
    return max((index for index, line in enumerate(lines) if piece in line.lower()), default=-1)


def _split_comments(line: str, *, closed_below: bool) -> tuple[str, bool]:
    """A line without the comments outside of its code spans, and whether one is still open at its end.

    One that nothing closes, here or below, is shown.
    """
    shown, position, searched = [], 0, 0
    while found := _SPAN_OR_COMMENT.search(line, searched):
        searched = found.end()
        if found[1]:  # a code span
            continue
        end = line.find("-->", found.end())
        if end < 0 and not closed_below:
            break
        shown.append(line[position : found.start()])
        if end < 0:
            return "".join(shown), True
        position = searched = end + 3
    return "".join([*shown, line[position:]]), False


@dataclass(slots=True)
class _Reader:
    """Takes line after line into blocks."""

    title: str | None = None
    _blocks: list[Block] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)  # of the open block
    _kind: Kind = Kind.PROSE
    _place: str | None = None
    _fence: str = ""  # what ends the code that is open
    _unseen: str = ""  # what ends the comment, style sheet or script that is open
    _boxed: bool = False  # whether a box of remarks is open, whose lines are indented

    def take(self, line: str, ends_below: set[str]) -> None:
        """Take the next line; `ends_below`: what ends something unseen and stands in a later line."""
        shown = self._shown_of(line, ends_below)
        if shown is None:
            return
        line = self._outdented(shown)
        if self._fence:
            self._take_code(line)
        elif fence := _FENCE.match(line):
            self._close()
            self._kind, self._fence = Kind.CODE, fence[1]
        elif not line.strip():
            self._close()
        elif not self._take_title(line):
            self._take_text(line)

    def _shown_of(self, line: str, ends_below: set[str]) -> str | None:
        """What is shown of a line that comments, style sheets or scripts may stand in; None for nothing."""
        if self._unseen:
            end = line.lower().find(self._unseen)
            if end < 0:
                return None
            line, self._unseen = line[end + len(self._unseen) :], ""
        elif self._fence or "<" not in line:
            return line
        elif begun := _UNSEEN_BLOCK.match(line):
            closing = f"</{begun[1].lower()}>"
            if closing in line.lower():
                line = line[line.lower().index(closing) + len(closing) :]
            elif closing in ends_below:
                self._unseen = closing
                return None
        line, opened = _split_comments(line, closed_below="-->" in ends_below)
        self._unseen = "-->" if opened else ""
        return line if line.strip() else None

    def _outdented(self, line: str) -> str:
        """A line without the blanks that it stands in a box of remarks with."""
        if self._boxed and line.startswith("    "):
            return line[4:]
        self._boxed = self._boxed and not line.strip()
        return line

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
            self._head(_unclosed(heading[2] or ""), len(heading[1]))
        elif self._lines and self._kind is Kind.PROSE and (underline := _UNDERLINE.match(line)):
            text, self._lines = " ".join(self._lines), []
            self._head(text, 1 if underline[1][0] == "=" else 2)
        elif _RULE.match(line) or _TAG_LINE.match(line) or _ATTRIBUTES.fullmatch(line.strip()):
            self._close()
        elif box := _BOX.match(line):
            self._close()
            self._boxed = box[1] is not None
            self._add((box[2] or "").strip(" []\"'"), Kind.HEADING)
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
        unseen = _TABLE_RULE.match(line) if kind is Kind.TABLE else kind is Kind.QUOTE and not text
        if not unseen:
            self._lines.append(text)

    def _sort(self, line: str) -> tuple[Kind, str]:
        """What a line is, and its text without the mark of that."""
        if quote := _QUOTE.match(line):
            return Kind.QUOTE, _ALERT.sub("", line[quote.end() :].lstrip("> "))
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
        text = _ATTRIBUTES.sub("", text.rstrip()).rstrip()
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


def _unclosed(heading: str) -> str:
    """A heading without the signs that close it ("# One #"): they stand apart from its words, unlike "C#"."""
    words = heading.rstrip(" \t")
    bare = words.rstrip("#")
    return words if bare and bare[-1] not in " \t" else bare.rstrip(" \t")


def _row(line: str) -> str:
    line = _LINE_TAG.sub(" ", line)
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
        (_BADGE, ""),
        (_IMAGE, ""),
        (_NOTE_MARK, ""),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
    ):
        text = pattern.sub(kept, text)
    text = _TAG.sub("", _BLOCK_TAG.sub(" ", _LINE_TAG.sub("\n", text)))
    for pattern, group in ((_STARS, r"\2"), (_LOW_LINES, r"\2"), (_STRUCK, r"\1")):
        text = pattern.sub(group, pattern.sub(group, text))  # one within the other
    return unescape(_ESCAPED.sub(r"\1", text))
