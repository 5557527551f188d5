"""Title, author and date of a document: what its metadata declare, or what its first page shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.sources.formats.pdf.hyphens import join_rows
from bot.sources.formats.pdf.order import Row

_LONGEST_TITLE = 300  # characters
_TITLE = 1.15  # times the size of the text, at least
_TOP_ROWS = 25  # of the first page that can hold its title
_NAME_ROWS = 4  # below the title that can hold its authors
# What programs write when nobody gave a title: the name of a file, or of the program.
_NO_TITLE = re.compile(
    r"\s*(?:untitled|unbenannt|document\d*|dokument\d*|title|microsoft (?:word|powerpoint)\b.*|slide 1"
    r"|без имени\b.*|.{0,200}\.(?:docx?|pdf|indd|qxd|tex|dvi|odt|rtf|pages|pptx?|xlsx?|html?)|[\d\W_]*"
    r"|arxiv:.*|doi:.*|\S{0,200}\d{4}\S{0,200})\s*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\s*(?:user|admin\w*|root|author|unknown|owner|windows.{0,20}|\w*user\w*|anonymous|unbekannt|.{0,50}\.com|[\W\d_]*)\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|von|par|por|di|door|av|автор[ы]?:?)\s+(?=[^\W\d_])", re.IGNORECASE)
_PART = r"[^\W\d_a-z][^\W\d_]*\.?"
_NAME = rf"{_PART}(?:[-'’ ](?:(?:van|von|de|der|di|da|la|le|el|bin|al)[ -]){{0,2}}{_PART}){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,|;|,? (?:and|und|et|y|e|&|и)) {_NAME}){{0,9}}")
_CREATED = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about a document."""

    title: str | None
    byline: str | None
    published: date | None


def read_facts(declared: Mapping[str, str], first_page: Sequence[Row], size: float) -> Facts:
    """The facts of a document.

    `declared`: PDF's information dictionary; `first_page`: its rows; `size`: of the text, in points.
    """
    top = first_page[:_TOP_ROWS]
    heading = _largest(top, size)
    title = _declared_title(declared.get("Title", ""), " ".join(row.text for row in top))
    if title is None and heading:
        title = join_rows(row.text for row in heading)[:_LONGEST_TITLE]
    author = declared.get("Author", "").strip()
    byline = None if _NO_AUTHOR.fullmatch(author[:200]) else author[:200]
    return Facts(
        title=title,
        byline=byline or _names_below(top, heading),
        published=_created(declared.get("CreationDate", "")),
    )


def _declared_title(title: str, shown: str) -> str | None:
    title = " ".join(title.split())[:_LONGEST_TITLE]
    if _NO_TITLE.fullmatch(title):
        return None
    # Templates hand their title on: one of which nothing is on the first page is not this document's.
    words = re.findall(r"\w{3,}", title.casefold())
    seen = sum(word in shown.casefold() for word in words)
    return title if not shown or seen * 2 >= len(words) else None


def _largest(rows: Sequence[Row], size: float) -> list[Row]:
    """The rows in the largest letters, where these are larger than the text's."""
    lettered = [row for row in rows if sum(map(str.isalpha, row.text)) > 1]
    largest = max((row.size for row in lettered), default=0.0)
    if largest < _TITLE * size:
        return []
    start = next(index for index, row in enumerate(lettered) if row.size == largest)
    end = start
    while end < len(lettered) and lettered[end].size == largest:
        end += 1
    return lettered[start:end]


def _names_below(rows: Sequence[Row], heading: Sequence[Row]) -> str | None:
    if not heading:
        return None
    start = next(index for index, row in enumerate(rows) if row is heading[-1]) + 1
    for row in rows[start : start + _NAME_ROWS]:
        text = ", ".join(cell.text for cell in row.cells)[:200]
        bare = _BY.sub("", text, count=1)
        if _NAMES.fullmatch(bare):
            return bare
    return None


def _created(declared: str) -> date | None:
    """The day in a PDF date (ISO 32000-1, 7.9.4)."""
    found = _CREATED.match(declared)
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        return None
