"""Small writers of PDF, DOCX and EPUB files, for tests: just what each format asks for."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier"}
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Text(NamedTuple):
    """A line of text: where its base line begins, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "F1"

    @property
    def drawing(self) -> str:
        words = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{self.font} {self.size} Tf 1 0 0 1 {self.x} {self.y} Tm ({words}) Tj ET"


def lines(
    texts: Iterable[str], x: float = 60, y: float = 700, size: float = 10, font: str = "F1"
) -> list[Text]:
    """Texts under each other, 1.2 times their size apart."""
    return [Text(x, y - 1.2 * size * index, text, size, font) for index, text in enumerate(texts)]


def drawing(texts: Iterable[Text]) -> str:
    return "\n".join(text.drawing for text in texts)


def pdf(
    *pages: str | Sequence[Text],
    info: Mapping[str, str] | None = None,
    password: str | None = None,
    trailer: str = "",
    fonts: str = "",
    objects: Sequence[str] = (),
) -> bytes:
    """A PDF file of pages, each given as its lines or as a content stream.

    `password`: it is encrypted with it (RC4, 40 bit); an empty one locks nothing but what an owner forbids.
    `trailer`: more entries of the trailer. `fonts`: more entries of the font dictionary, which may
    refer to `objects`, whose numbers count from 10.
    """
    first_page = 10 + len(objects)
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    numbered: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: _font_dictionary(fonts),
        4: b"<<"
        + b"".join(f"/{key}({value})".encode("latin-1") for key, value in (info or {}).items())
        + b">>",
    }
    numbered |= {10 + index: text.encode("latin-1") for index, text in enumerate(objects)}
    key = _key(password) if password is not None else None
    for index, page in enumerate(pages):
        number = first_page + 2 * index
        stream = (page if isinstance(page, str) else drawing(page)).encode("cp1252")
        if key:
            salt = (number + 1).to_bytes(3, "little") + b"\0\0"
            stream = _rc4(hashlib.md5(key + salt).digest()[:10], stream)  # noqa: S324 - as the format says
        numbered[number] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font 3 0 R"
            f"/XObject<</X 10 0 R>>>>/Contents {number + 1} 0 R>>"
        ).encode()
        numbered[number + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return _file(numbered, _encryption(password) if password is not None else trailer)


def _font_dictionary(more: str) -> bytes:
    fonts = "".join(
        f"/{key}<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        for key, name in FONTS.items()
    )
    return f"<<{fonts}{more}>>".encode()


def _file(objects: Mapping[int, bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, text in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        place = places.get(number)
        out += b"0000000000 65535 f \n" if place is None else b"%010d 00000 n \n" % place
    out += f"trailer<</Size {size}/Root 1 0 R/Info 4 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode(
        "latin-1"
    )
    return bytes(out)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + PADDING)[:32]


def _owner_entry(password: str) -> bytes:
    key = hashlib.md5(_padded(password)).digest()[:5]  # noqa: S324 - as the format says
    return _rc4(key, _padded(password))


def _key(password: str) -> bytes:
    """The key of the standard security handler, revision 2 (ISO 32000-1, 7.6.3.3)."""
    told = _padded(password) + _owner_entry(password) + (0xFFFFFFFC).to_bytes(4, "little") + b"ID"
    return hashlib.md5(told).digest()[:5]  # noqa: S324 - as the format says


def _encryption(password: str) -> str:
    owner, user = _owner_entry(password).hex(), _rc4(_key(password), PADDING).hex()
    return f"/ID[<4944><4944>]/Encrypt<</Filter/Standard/V 1/R 2/O<{owner}>/U<{user}>/P -4>>"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def archive(parts: Mapping[str, str | bytes], stored: Sequence[str] = ()) -> bytes:
    """A zip archive; `stored`: the parts that are not compressed."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return packed.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(text: str, style: str = "", more: str = "") -> str:
    """A paragraph of WordprocessingML; `more`: runs behind its text."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of WordprocessingML."""
    told = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{told}</w:tbl>"


def docx(
    body: str, *, parts: Mapping[str, str] | None = None, relationships: str = "", core: str = ""
) -> bytes:
    """A Word document of WordprocessingML; styles: Title, Heading1, Heading2, Code, Quote."""
    names = {
        "Title": "Title",
        "Heading1": "heading 1",
        "Heading2": "heading 2",
        "Code": "Code",
        "Quote": "Quote",
    }
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes"))
    )
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="s1" Type="{_R}/styles" Target="styles.xml"/>{relationships}</Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}">'
            f"<w:body>{body}</w:body></w:document>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">'
            f"{core}</cp:coreProperties>",
            **(parts or {}),
        }
    )


FOOTNOTES = f'<Relationship Id="n1" Type="{_R}/footnotes" Target="footnotes.xml"/>'


def footnotes(text: str) -> str:
    """The part word/footnotes.xml with one note, number 2."""
    return f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{paragraph(text)}</w:footnote></w:footnotes>'


def epub(
    chapters: Mapping[str, str],
    *,
    nav: str = "",
    ncx: str = "",
    metadata: str = "<dc:title>A book</dc:title>",
    spine: Sequence[str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of XHTML files (by name), read in the order of `spine`, and what lists its contents."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    items += (
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' if nav else ""
    )
    items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if ncx else ""
    order = "".join(f'<itemref idref="{name}"/>' for name in (spine or chapters))
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>",
            **{
                f"OEBPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml" '
                f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>{text}</html>'
                for name, text in chapters.items()
            },
            **({"OEBPS/nav.xhtml": nav} if nav else {}),
            **({"OEBPS/toc.ncx": ncx} if ncx else {}),
            **(parts or {}),
        },
        stored=["mimetype"],
    )
