"""What PDFium knows about the pages of a file: pieces of text with their places. Only workers load it."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from bot.core.errors import TooComplexError, UnreadableFileError

_LINE = re.compile("[^\r\n\x02\ufffe]*[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
# Ems from which on a gap may be more than a blank between words. Journals leave one to two ems between their
# columns, newspapers half of one.
NARROWEST = 0.45
WIDEST = 0.9  # ems from which on a gap is no blank of a stretched line
_LINE_END_HYPHENS = "\x02\ufffe"  # how PDFium marks a hyphen at the end of a line, by version
_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufdfb\ufe70-\ufefc]+")  # ligatures and positional letters
_RAISED = 0.15  # ems above the line that make a number at a word's end the mark of a footnote
_SMALL_MARK = 0.85  # of the line's size, likewise
_LONGEST_MARK = 3  # digits
# What a raised number is the power of, and no note's: 10 to the ninth, square metres.
_POWERED = re.compile(r"(?:(?<!\d)10|(?<![^\W\d_])(?:[mkcdμµ]?m|s|ft))$")
_MINUS = "-−–"
_POWERS = str.maketrans(f"0123456789{_MINUS}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_EDGE = 5.0  # points that a letter may stand outside of its page
_ASKEW = math.radians(10)  # text turned by less is a crooked scan, by more a watermark
_MONO = 1  # FixedPitch, in ISO 32000-1, table 123
_MONO_NAMES = re.compile(r"Courier|Mono|Consol|Typewriter|CMTT", re.IGNORECASE)
_BOLD_NAMES = re.compile(r"Bold|Black|Heavy|Semib|CMBX|-Md$|Medi$", re.IGNORECASE)
_BOLD = 600  # font weight, of 100 to 900
FEW_LETTERS = 20  # that a page of pictures may have: a number, a name
_STAMPED = 400  # letters that one may have besides, at its edges
_WHOLE_PAGE = 0.5  # of a page that a scan covers at least
# What one page may hold. A newspaper's has 30,000 characters in 2,000 pieces; a long page of the web in one
# sheet, ten times that. What is beyond takes seconds a page.
_MOST_CHARACTERS = 200_000
_MOST_PIECES = 12_000
_OBJECTS = 50  # of a page that are looked at for a picture


class Piece(NamedTuple):
    """A run of words on one line without a gap. Places in points; `y` grows downwards."""

    text: str
    left: float
    right: float
    y: float  # the base line
    size: float  # of the font, as it is shown
    bold: bool = False
    mono: bool = False
    line: int = -1  # pieces that PDFium takes for one line have the same number here


class PdfPage(NamedTuple):
    """One page: its pieces in the order of the file, in upright position."""

    number: int  # from 1
    pieces: tuple[Piece, ...]
    pictured: bool  # there is next to no text on it, but something that can be seen
    scanned: bool = False  # a picture covers it, and there is hardly any text besides


@contextmanager
def open_pdf(body: bytes) -> Iterator[Any]:
    """The file as PDFium's document. Raises UnreadableFileError ("encrypted", "broken")."""
    import pypdfium2  # noqa: PLC0415 - 15 MB, for those workers that meet a PDF
    from pypdfium2 import raw  # noqa: PLC0415 - likewise

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise UnreadableFileError(reason="encrypted" if locked else "broken") from error
    try:
        yield document
    finally:
        document.close()


def read_pages(document: Any, most: int) -> Iterator[PdfPage]:
    """The first pages, one at a time; one that PDFium cannot load is left out."""
    import pypdfium2  # noqa: PLC0415 - see open_pdf

    for index in range(min(most, len(document))):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield _read_page(page, index + 1)
        finally:
            page.close()


def _read_page(page: Any, number: int) -> PdfPage:
    text_page = page.get_textpage()
    try:
        found = list(islice(_Glyphs(text_page, page.get_cropbox()).pieces(), _MOST_PIECES + 1))
    finally:
        text_page.close()
    if len(found) > _MOST_PIECES:
        raise TooComplexError(limit=_MOST_PIECES)
    pieces = _upright(found)
    letters = count_letters(pieces)
    return PdfPage(
        number,
        pieces,
        pictured=letters < FEW_LETTERS and _has_picture(page),
        scanned=letters < _STAMPED and _is_covered(page),
    )


def count_letters(pieces: Iterable[Piece]) -> int:
    """How many letters and digits there are in pieces of text."""
    return sum(character.isalnum() for piece in pieces for character in piece.text)


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415 - see open_pdf

    kinds = {raw.FPDFPageObj_GetType(thing) for thing in _objects(page)}
    return bool(kinds & {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_PATH})


def _is_covered(page: Any) -> bool:
    """Whether one picture covers most of a page, as a scanner leaves it."""
    from pypdfium2 import raw  # noqa: PLC0415 - see open_pdf

    edges = [ctypes.c_float() for _ in range(4)]
    least = _WHOLE_PAGE * page.get_width() * page.get_height()
    for thing in _objects(page):
        if raw.FPDFPageObj_GetType(thing) not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
            continue
        if raw.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) >= least:
                return True
    return False


def _objects(page: Any) -> Iterator[Any]:
    """What is drawn on a page: the first of it."""
    from pypdfium2 import raw  # noqa: PLC0415 - see open_pdf

    for index in range(min(_OBJECTS, raw.FPDFPage_CountObjects(page))):
        yield raw.FPDFPage_GetObject(page, index)


def _upright(turned: list[tuple[int, Piece]]) -> tuple[Piece, ...]:
    """The pieces that run as most of the page does; a stamp along the margin is none of its text."""
    lengths: Counter[int] = Counter()
    for turn, piece in turned:
        lengths[turn] += len(piece.text)
    main = max(lengths, key=lambda turn: (lengths[turn], -turn), default=0)
    return tuple(piece for turn, piece in turned if turn == main)


class _Glyphs:
    """The characters of one page, asked of PDFium by their index."""

    def __init__(self, text_page: Any, shown: tuple[float, float, float, float]) -> None:
        from pypdfium2 import raw  # noqa: PLC0415 - see open_pdf

        self._raw = raw
        self._page = text_page
        self._box = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._shown = shown  # left, bottom, right and top of the page
        self._powers: set[int] = set()  # where raised numbers stand that begin a line

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """Every piece, with the quarter turns (counter-clockwise) that its text is written at."""
        text = self._text()
        for line in _LINE.finditer(text):
            words = [_span(line, word) for word in _WORD.finditer(line[0])]
            if words and (self._is_on_page(words[0][0]) or self._is_on_page(words[-1][1] - 1)):
                for turn, piece in self._cut(text, words):
                    yield turn, piece._replace(line=line.start())

    def _text(self) -> str:
        count = max(0, self._raw.FPDFText_CountChars(self._page))
        if count > _MOST_CHARACTERS:
            raise TooComplexError(limit=_MOST_CHARACTERS)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._raw.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # A character outside of the BMP takes two places in that buffer, and one that is unknown takes none.
        codes = (self._raw.FPDFText_GetUnicode(self._page, index) for index in range(count))
        return "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes
        )

    def _cut(self, text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, Piece]]:
        """One line cut at its gaps."""
        words = self._without_mark(text, words)
        turn, size = self._stance(words[0][0])
        if turn is None or not size:
            return
        # A typewriter's blanks are all as wide as its letters.
        narrowest = WIDEST if self._style(words[0][0])[1] else NARROWEST
        boxes = [self._place(start, end, turn) for start, end in words]
        first = 0
        for index in range(1, len(words) + 1):
            if index == len(words) or _gap(boxes[index - 1], boxes[index]) > narrowest * size:
                told = [self._word(text, start, end, words[0][0]) for start, end in words[first:index]]
                if any(told):
                    yield turn, self._piece(told, words[first:index], boxes[first:index], turn)
                first = index

    def _without_mark(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """A line without the raised number of a footnote that it begins with, where one line goes on.

        PDFium begins a new line there, though the word before ends on the same base line. At a footnote
        itself nothing stands before the number.
        """
        (start, end), *rest = words
        if not rest or not start or end - start > _LONGEST_MARK or not text[start:end].isdecimal():
            return words
        size, (_, base) = self._stance(rest[0][0])[1], self._origin(rest[0][0])
        before = len(text[:start].rstrip()) - 1
        is_mark = (
            before >= 0
            and self._origin(start)[1] - base > _RAISED * size
            and self._stance(start)[1] < _SMALL_MARK * size
            and abs(self._origin(before)[1] - base) < _RAISED * size
        )
        if is_mark and _POWERED.search(text[max(0, before - 9) : before + 1]):
            self._powers.add(start)
            return words
        return rest if is_mark else words

    def _piece(
        self,
        told: list[str],
        words: list[tuple[int, int]],
        boxes: list[tuple[float, float]],
        turn: int,
    ) -> Piece:
        starts = [start for (start, _), word in zip(words, told, strict=True) if word]
        first = next((start for start in starts if start not in self._powers), starts[0])
        last = words[-1][1] - 1
        _, size = self._stance(first)
        bold, mono = self._style(first)
        if bold and last > first:
            bold = self._style(last - 1 if told[-1].endswith("-") else last)[0]
        return Piece(
            text=_FORMS.sub(_plain, " ".join(filter(None, told))),
            left=min(left for left, _ in boxes),
            right=max(right for _, right in boxes),
            y=self._line(first, turn),
            size=round(size, 1),
            bold=bold,
            mono=mono,
        )

    def _word(self, text: str, start: int, end: int, first: int) -> str:
        """A word without a footnote's raised number, or with its power; `first`: where its line begins."""
        word = text[start:end]
        if start in self._powers:
            return word.translate(_POWERS)
        if word[-1] in _LINE_END_HYPHENS:
            return word[:-1] + "-"
        bare = word.rstrip("0123456789")
        mark = start + len(bare)
        if mark in {end, first} or end - mark > _LONGEST_MARK:
            return word
        raised = self._origin(mark)[1] - self._origin(first)[1]
        size = self._stance(first)[1]
        if raised <= _RAISED * size or self._stance(mark)[1] >= _SMALL_MARK * size:
            return word
        base = bare.rstrip(_MINUS)
        if not base and _POWERED.search(text[max(0, start - 9) : start].rstrip()):
            return word.translate(_POWERS)
        return base + word[len(base) :].translate(_POWERS) if _POWERED.search(base) else bare

    def _stance(self, index: int) -> tuple[int | None, float]:
        """The quarter turns of a character (None: askew), and its size in points."""
        self._raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        m = self._matrix
        size = self._raw.FPDFText_GetFontSize(self._page, index) * math.hypot(m.c, m.d)
        angle = math.atan2(m.b, m.a)
        turn = round(angle / (math.pi / 2))
        return (turn % 4 if abs(angle - turn * math.pi / 2) < _ASKEW else None), size

    def _style(self, index: int) -> tuple[bool, bool]:
        self._raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        name = self._name.value.decode("latin-1")
        weight = self._raw.FPDFText_GetFontWeight(self._page, index)
        mono = bool(self._flags.value & _MONO or _MONO_NAMES.search(name))
        return weight >= _BOLD or bool(_BOLD_NAMES.search(name)), mono

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = self._box[:2]
        self._raw.FPDFText_GetCharOrigin(self._page, index, x, y)
        return x.value, y.value

    def _is_on_page(self, index: int) -> bool:
        """Whether a character is where a reader sees it. A box without a width or height tells nothing."""
        left, bottom, right, top = self._shown
        x, y = self._origin(index)
        within = left - _EDGE <= x <= right + _EDGE and bottom - _EDGE <= y <= top + _EDGE
        return within or right <= left or top <= bottom

    def _line(self, index: int, turn: int) -> float:
        x, y = self._origin(index)
        return (-y, x, y, -x)[turn]

    def _place(self, start: int, end: int, turn: int) -> tuple[float, float]:
        """From where to where a word reaches along its line."""
        low, high = self._reach(start, turn)
        if end - start > 1:
            other_low, other_high = self._reach(end - 1, turn)
            low, high = min(low, other_low), max(high, other_high)
        return low, high

    def _reach(self, index: int, turn: int) -> tuple[float, float]:
        left, right, bottom, top = self._box
        self._raw.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        if turn == 0:
            return left.value, right.value
        if turn == 1:
            return bottom.value, top.value
        return (-right.value, -left.value) if turn == 2 else (-top.value, -bottom.value)


def _span(line: re.Match[str], word: re.Match[str]) -> tuple[int, int]:
    return line.start() + word.start(), line.start() + word.end()


def _gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(other[0] - one[1], one[0] - other[1])


def _plain(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
