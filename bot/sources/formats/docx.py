"""Word documents (docx): by mammoth to HTML, and from there to blocks. Nothing that they name is fetched."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import ZIP_STORED, ZipFile

from bot.core.article import Article
from bot.core.errors import UnreadableFileError
from bot.core.lexicon.written_dates import declared_date
from bot.core.models import Block, Kind
from bot.sources.chapters import is_chapter, to_placed_blocks
from bot.sources.formats.archives import Archive, first_text
from bot.sources.formats.word_xml import readable
from bot.sources.markup import parse

# All that text is made of. Pictures, templates, macros and embedded files never reach the converter.
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:document|styles|numbering|footnotes|endnotes|settings)\d?\.xml"
    r"|word/_rels/(?:document|footnotes|endnotes)\d?\.xml\.rels"
)
_HOLDS_TEXT = re.compile(r"word/(?:document|footnotes|endnotes)")
# A document of 5 MB of XML (a thousand pages) takes mammoth 4 s and 300 MB.
MAX_XML_BYTES = 6 * 2**20
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name^='caption'] => figcaption:fresh
p[style-name^='Caption'] => figcaption:fresh
p[style-name^='Code'] => pre:separator('\\n')
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name^='toc '] => nav > p:fresh
"""
# What mammoth lets through of a document that is not as it should be; it has no error of its own.
_FAILURES = (LookupError, ValueError, TypeError, AttributeError, OSError, ExpatError)
_NOTE = re.compile(r"(?:foot|end)note-\d+$")


def read_docx(body: bytes, url: str | None = None) -> Article:
    """The article of a Word document; a paragraph's place is the heading (level 1 or 2) that it stands under.

    Notes come last (Kind.OTHER). Raises UnreadableFileError ("broken", "encrypted", "bomb", "empty"),
    TextTooLongError.
    """
    archive = Archive(body)
    root = parse(_as_html(_text_parts(archive)))
    if root is None:
        raise UnreadableFileError(reason="empty")
    title = _title(root)
    notes = _take_notes(root)
    blocks, _ = to_placed_blocks(root, None, lambda unit: None if unit.text == title else is_chapter(unit))
    core = archive.xml("docProps/core.xml")
    return Article.from_blocks(
        [*blocks, *notes],
        title=first_text(core, "title") or title,
        byline=first_text(core, "creator"),
        published=declared_date(first_text(core, "created") or ""),
        url=url,
        language=first_text(core, "language"),
    )


def _text_parts(archive: Archive) -> bytes:
    """The document with nothing in it but its text."""
    slim = io.BytesIO()
    total = 0
    with ZipFile(slim, "w", ZIP_STORED) as target:
        for name in filter(_PARTS.fullmatch, archive.names):
            part = archive.read(name) or b""
            if _declares_entities(part):
                raise UnreadableFileError(reason="bomb", part=name)
            total += len(part)
            if total > MAX_XML_BYTES:
                raise UnreadableFileError(reason="bomb", part=name)
            target.writestr(name, readable(part) if _HOLDS_TEXT.match(name) else part)
    return slim.getvalue()


def _declares_entities(xml: bytes) -> bool:
    """Whether a part could unfold to more than it is: no word processor writes that. Also in UTF-16."""
    bare = xml.replace(b"\0", b"")
    return b"<!DOCTYPE" in bare or b"<!ENTITY" in bare


def _as_html(document: bytes) -> str:
    import mammoth  # noqa: PLC0415 - 15 MB, for those workers that meet a Word document

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(document),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda _: [],  # it is never opened
            external_file_access=False,
        )
    except RecursionError as error:
        raise UnreadableFileError(reason="bomb") from error
    except _FAILURES as error:
        raise UnreadableFileError(reason="broken") from error
    html: str = result.value
    return html


def _title(root: Any) -> str | None:
    heading = next(root.iter("h1"), None)
    return " ".join("".join(heading.itertext()).split())[:300] or None if heading is not None else None


def _take_notes(root: Any) -> list[Block]:
    """The foot- and endnotes, taken out of the tree together with the marks that lead to them."""
    notes: list[Block] = []
    for item in list(root.iter("li")):
        if _NOTE.search(item.get("id") or ""):
            text = " ".join("".join(item.itertext()).replace("↑", " ").split())
            notes += [Block(text, Kind.OTHER)] if text else []
            item.getparent().remove(item)
    for mark in list(root.iter("sup")):
        if mark.find("a[@href]") is not None and _NOTE.search(mark.find("a").get("href")):
            mark.drop_tree()
    return notes
