"""What a page's bytes say: its character encoding, by everything that hints at it."""

from __future__ import annotations

import codecs
import re

from bot.sources.likely_charset import likely_charset

# Names as `codecs.lookup` gives them. What is not here is never decoded: UTF-7 would let a page hide its
# tags, and Python has codecs that are no character encodings at all.
KNOWN = frozenset(
    [
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "ascii",
        "iso8859-1",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-9",
        "iso8859-10",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp866",
        "cp874",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "mac-cyrillic",
        "gb2312",
        "gbk",
        "gb18030",
        "hz",
        "big5",
        "big5hkscs",
        "cp950",
        "euc_jp",
        "shift_jis",
        "cp932",
        "iso2022_jp",
        "euc_kr",
        "cp949",
        "johab",
        "tis-620",
        "ptcp154",
        "kz1048",
    ]
)
# Names that mean more on the web than in their standard (WHATWG Encoding, "names and labels").
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# WHATWG looks at 1,024 bytes; pages exist that put their scripts first.
_META_BYTES = 8_192
_META = re.compile(
    rb"<meta\b[^<>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML = re.compile(rb"^\s{0,99}<\?xml\b[^<>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_PIECE = re.compile(rb"[\x80-\xff][^<>]{0,400}")
_BEFORE = 200  # bytes before such a piece that are looked at with it
_SAMPLE_BYTES = 32_768  # charset-normalizer needs 0.1 s for them
# A declared encoding may be wrong in a few places (a quoted comment, an advertisement) and right for the
# page.
_TOLERATED = 0.02  # of the bytes that are not ASCII


def known_charset(label: str | None) -> str | None:
    """The codec for a declared encoding; None where there is none, or none that a page may use."""
    try:
        name = codecs.lookup((label or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return WIDER.get(name, name) if name in KNOWN else None


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page or a text file; `declared` is what the server said. Never fails.

    A byte order mark wins. Text that is valid UTF-8 is UTF-8, whatever was declared: in other encodings that
    hardly happens by chance. Then the declaration, then the page's own, then what the letters suggest.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if _NOT_ASCII.search(body):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for candidate in (known_charset(declared), _own_charset(body), _wide_charset(body)):
        text = _decode_well(body, candidate) if candidate else None
        if text is not None:
            return text
    return body.decode(_detect(body), "replace")


def _own_charset(body: bytes) -> str | None:
    """The encoding that a page or an XML file declares for itself."""
    head = body[:_META_BYTES]
    found = _META.search(head) or _XML.search(head)
    name = known_charset(found[1].decode("ascii")) if found else None
    # A declaration in ASCII letters can't stand in UTF-16 (WHATWG: take it for UTF-8).
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _wide_charset(body: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    head = body[:_META_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) * 0.2:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _decode_well(body: bytes, name: str) -> str | None:
    """The text, if the encoding fits all but a few of its bytes."""
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        text = body.decode(name, "replace")
    doubtful = max(1, len(body) - len(body.translate(None, bytes(range(0x80, 0x100)))))
    return text if text.count("\ufffd") <= _TOLERATED * doubtful else None


def _detect(body: bytes) -> str:
    """The encoding that the letters suggest, judged by pieces from the whole body."""
    if not _NOT_ASCII.search(body):
        return "utf-8"
    sample = _sample(body)
    if name := likely_charset(sample):
        return name
    # Hardly ever needed, and it costs 50 ms to load.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, cp_isolation=sorted(KNOWN - {"hz", "utf-8"})).best()
    return WIDER.get(best.encoding, best.encoding) if best is not None else "cp1252"


def _sample(body: bytes) -> bytes:
    """Text around bytes that are not ASCII, from the beginning, the middle and the end."""
    pieces = []
    ended = 0
    for match in _PIECE.finditer(body):
        before = body[max(ended, match.start() - _BEFORE) : match.start()]
        pieces.append(re.split(rb"[<>]", before)[-1] + match.group())
        ended = match.end()
    total = sum(map(len, pieces))
    step = max(1, total // _SAMPLE_BYTES)
    return b"\n".join(pieces[::step])[: 2 * _SAMPLE_BYTES]
