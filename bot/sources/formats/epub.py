"""Books (epub): the text in the order of the spine, with chapters by the table of contents."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import unquote, urldefrag

from bot.core.article import MAX_CHARACTERS, Article
from bot.core.errors import TextTooLongError, UnreadableFileError
from bot.core.lexicon.written_dates import declared_date
from bot.core.models import Block
from bot.sources.chapters import as_place, is_chapter, to_placed_blocks
from bot.sources.charset import decode
from bot.sources.extraction.units import Unit, is_inline
from bot.sources.formats.archives import Archive, first_text
from bot.sources.markup import parse

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts may be scrambled in a book that is free to read (EPUB OCF 3.3, 4.4; Adobe's way before it).
_FONT_SCRAMBLING = frozenset(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"])
_PAGES = frozenset(["application/xhtml+xml", "text/html", "application/x-dtbook+xml"])
_OUTSIDE = frozenset(["cover", "titlepage", "toc", "landmarks", "loi", "lot", "index", "copyright-page"])
_TYPE = "{http://www.idpf.org/2007/ops}type"
_MOST_CHAPTERS = 5_000


@dataclass(slots=True)
class _Book:
    """What the package file says."""

    folder: str
    package: Any
    items: dict[str, Any]  # of the manifest, by id
    chapters: dict[str, str] = field(default_factory=dict)  # the first that begins in a part
    anchors: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # of a part: chapters by where they begin
    titles: frozenset[str] = frozenset()  # of all chapters


def read_epub(body: bytes, url: str | None = None) -> Article:
    """The article of a book; a paragraph's place is its chapter, as the table of contents names it.

    Raises UnreadableFileError ("drm", "broken", "encrypted", "bomb", "empty"), TextTooLongError.
    """
    archive = Archive(body)
    _refuse_locked(archive)
    book = _open(archive)
    blocks = list(_read_spine(archive, book))
    if not blocks:
        raise UnreadableFileError(reason="empty")
    return Article.from_blocks(
        blocks,
        title=first_text(book.package, "title"),
        byline=", ".join(_texts(book.package, "creator")) or None,
        site=first_text(book.package, "publisher"),
        published=declared_date(first_text(book.package, "date") or ""),
        url=url,
        language=first_text(book.package, "language"),
    )


def _refuse_locked(archive: Archive) -> None:
    """Raise where the text is encrypted: by Adobe's rights file, Readium's licence or Apple's FairPlay."""
    root = archive.xml(_ENCRYPTION)
    methods = root.iter("{*}EncryptionMethod") if root is not None else ()
    locked = any(method.get("Algorithm") not in _FONT_SCRAMBLING for method in methods)
    if locked or "META-INF/license.lcpl" in archive.names or "META-INF/sinf.xml" in archive.names:
        raise UnreadableFileError(reason="drm")


def _open(archive: Archive) -> _Book:
    container = archive.xml(_CONTAINER)
    files = container.iter("{*}rootfile") if container is not None else ()
    name = next((file.get("full-path") for file in files if file.get("full-path")), None)
    name = name or next((name for name in archive.names if name.endswith(".opf")), "")
    package = archive.xml(name)
    if package is None:
        raise UnreadableFileError(reason="broken")
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    book = _Book(posixpath.dirname(name), package, items)
    contents = ([*_from_nav(archive, book)] or [*_from_ncx(archive, book)])[:_MOST_CHAPTERS]
    book.titles = frozenset(title for _, title in contents)
    for href, title in contents:
        name, _, anchor = href.partition("#")
        book.chapters.setdefault(name, title)
        if anchor:
            book.anchors.setdefault(name, {}).setdefault(anchor, title)
    return book


def _part(folder: str, href: str | None) -> str:
    """The name of the part that a reference leads to; one that leads out of the archive names none."""
    path = unquote(urldefrag(href or "")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else ""


def _place_in(folder: str, href: str | None) -> str:
    """The part that a reference leads to and, behind a "#", where in it."""
    return f"{_part(folder, href)}#{unquote(urldefrag(href or '')[1])}"


def _from_nav(archive: Archive, book: _Book) -> Iterator[tuple[str, str]]:
    for item in book.items.values():
        if "nav" not in (item.get("properties") or "").split():
            continue
        name = _part(book.folder, item.get("href"))
        root = archive.xml(name)
        navs = list(root.iter("{*}nav")) if root is not None else []
        contents = [nav for nav in navs if nav.get(_TYPE) == "toc"] or navs[:1]
        for link in contents[0].iter("{*}a") if contents else ():
            title = " ".join("".join(link.itertext()).split())
            yield _place_in(posixpath.dirname(name), link.get("href")), title


def _from_ncx(archive: Archive, book: _Book) -> Iterator[tuple[str, str]]:
    for item in book.items.values():
        if item.get("media-type") != "application/x-dtbncx+xml":
            continue
        name = _part(book.folder, item.get("href"))
        root = archive.xml(name)
        for point in root.iter("{*}navPoint") if root is not None else ():
            content = point.find("{*}content")
            title = first_text(point, "text")
            if content is not None and title:
                yield _place_in(posixpath.dirname(name), content.get("src")), title


def _read_spine(archive: Archive, book: _Book) -> Iterator[Block]:
    place: str | None = None
    characters = 0
    for name in _spine(book):
        body = archive.read(name)
        root = parse(decode(body)) if body else None
        if root is None or _is_outside(root):
            continue
        titled = book.chapters.get(name)
        begins = _Beginnings(root, book.anchors.get(name, {}))
        blocks, place = to_placed_blocks(root, as_place(titled) or place, partial(_chapter_at, book, begins))
        characters += sum(len(block.text) for block in blocks)
        if characters > MAX_CHARACTERS:
            raise TextTooLongError(limit=MAX_CHARACTERS)
        yield from blocks


class _Beginnings:
    """Where the chapters of a part begin that the contents lead to by the id of an element."""

    def __init__(self, root: Any, anchors: Mapping[str, str]) -> None:
        # All elements are held here, so that lxml gives the same object for each later.
        self._places = {element: place for place, element in enumerate(root.iter())} if anchors else {}
        self._begun = sorted(
            (self._places[_block_of(element)], anchors[element.get("id")])
            for element in self._places
            if isinstance(element.tag, str) and element.get("id") in anchors
        )

    def last_before(self, unit: Unit) -> str | None:
        """The last chapter that has begun where a unit stands; None where none has."""
        place = self._places.get(unit.box.element, -1)
        index = bisect_right(self._begun, place, key=lambda begun: begun[0])
        return self._begun[index - 1][1] if index else None


def _block_of(element: Any) -> Any:
    """The paragraph or heading that an anchor stands in, or the element itself."""
    while is_inline(element.tag) and element.getparent() is not None:
        element = element.getparent()
    return element


def _chapter_at(book: _Book, begins: _Beginnings, unit: Unit) -> str | None:
    """The chapter that a unit begins: as the contents name it, or by its heading where they name none."""
    if begun := begins.last_before(unit):
        return begun
    if book.titles:
        return unit.text if unit.text in book.titles else None
    return is_chapter(unit)


def _spine(book: _Book) -> Iterator[str]:
    """The parts that are read one after the other; what stands beside the text (linear="no") is none."""
    seen: set[str] = set()
    for reference in book.package.iter("{*}itemref"):
        item = book.items.get(reference.get("idref", ""))
        if item is None or reference.get("linear") == "no" or item.get("media-type") not in _PAGES:
            continue
        name = _part(book.folder, item.get("href"))
        if name not in seen and "nav" not in (item.get("properties") or "").split():
            seen.add(name)
            yield name


def _is_outside(root: Any) -> bool:
    """Whether a part is the cover, a title page or a list: declared on the body or on all that it holds."""
    body = root.find("body")
    if body is None:
        return False
    tops = [body, *body] if len(body) == 1 else [body]
    return any(_OUTSIDE & set((element.get("epub:type") or "").split()) for element in tops)


def _texts(root: Any, name: str) -> list[str]:
    texts = (" ".join("".join(element.itertext()).split()) for element in root.iter(f"{{*}}{name}"))
    return [text for text in texts if text]
