"""Where a Thai sentence ends. Thai writes blanks between clauses and sentences, and no full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.lexicon.scripts import THAI

_BLANK = re.compile(r"(?<=[^\s])\s+(?=\S)")
_THAI = re.compile(f"[{THAI}]")
# Words that open a sentence when a blank stands before them: links that hardly open anything else, …
_OPENERS = re.compile(
    "แต่|อย่างไรก็ตาม|นอกจากนี้|นอกจากนั้น|ดังนั้น|เพราะฉะนั้น|ทั้งนี้|จากนั้น|ต่อมา|ในขณะเดียวกัน|ขณะเดียวกัน|ส่วน|"
    "ตัวอย่างเช่น|หลังจาก|ก่อนหน้านี้|ในปี|เขา|เธอ|ฉัน|ผม|เรา|พวกเขา|นี่|นั่น|สิ่งนี้|ปัจจุบัน|วันนี้|แม้|ถ้า|หาก|อีกทั้ง|สุดท้าย|รัฐบาล"
)
# … and words that also open a phrase inside of one.
_PHRASES = re.compile("เมื่อ|ใน(?!ขณะที่)|มัน|โดยเฉพาะ|สำหรับ|นาย|นาง|การ|ความ|ผู้|ตาม|แล้ว")
# Final particles that close a sentence, and words that often do.
_CLOSERS = re.compile("(?:ครับ|ค่ะ|คะ|นะ|ไหม|หรือไม่|หรือเปล่า|ฯลฯ|จ้ะ|จ๊ะ|สิ)$")
_LAST_WORDS = re.compile("(?:แล้ว|เอง|เท่านั้น|กัน|เลย|อีกด้วย|(?<!ประกอบ)(?<!พร้อม)ด้วย)$")
# What goes on with a sentence ("that", "which", "and", "namely", "because"), and what one cannot end with.
_GOES_ON = re.compile(
    "ได้แก่|คือ|เป็น|และ|หรือ|กับ|ที่|ซึ่ง|อัน|ของ|ว่า|เช่น|รวม|ตลอดจน|เพื่อ|จึง|ก็|จน|ถึง|เพราะ(?!ฉะนั้น)|เนื่อง|ให้|ด้วย|แห่ง|แก่|ต่อ(?!มา)|"
    "จาก(?!นั้น)|โดย(?!เฉพาะ|ทั่วไป)|(?:ใน)?ขณะที่|ได้|มี|ไม่|จะ|ถูก|ๆ"
)
_UNFINISHED = re.compile(
    "(?:ได้แก่|คือ|เป็น|และ|หรือ|กับ|ที่|ซึ่ง|ของ|ว่า|เช่น|เพื่อ|จาก|ใน|โดย|ประกอบด้วย|พร้อมด้วย|เพราะ|เนื่องจาก|ประมาณ|ราว|กว่า|แห่ง|"
    "ชื่อ|ตั้งแต่|ระหว่าง|นาย|นาง|การ|ความ|จะ|ถูก|ให้|นั้น|ต่าง)$"
)
# Thai has no capitals: blanks set off a name, a foreign word, a number with what it counts. A piece as short
# as that, between blanks, belongs to the sentence around it.
_SET_OFF_BEFORE, _SET_OFF_AFTER = re.compile(r"\s\S{1,12}$"), re.compile(r"\S{1,12}\s")
_OPENING, _CLOSING = "([“", ")]”"
# Characters: from these on, a particle or two blanks end a sentence; a word that opens one; a word that opens
# phrases as well; any blank. Cut so, XQuAD's Thai paragraphs have 304 sentences where the Spanish have 339.
_CLEARLY, _SHORT, _MIDDLING, _LONG = 8, 45, 80, 180


def thai_boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of the sentences between two places, the last one left out."""
    depth, seen = 0, start
    for match in _BLANK.finditer(text, start, end):
        depth = _depth(text, seen, match.start(), depth)
        seen = match.start()
        if _ends(text, match, start, end, inside=depth > 0):
            start, depth = match.end(), 0
            yield start


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many brackets are open at `end`, of `depth` at `start`."""
    opened = sum(text.count(bracket, start, end) for bracket in _OPENING)
    closed = sum(text.count(bracket, start, end) for bracket in _CLOSING)
    return max(0, depth + opened - closed)


def _ends(text: str, match: re.Match[str], start: int, end: int, *, inside: bool) -> bool:
    before = text[max(start, match.start() - 20) : match.start()]
    after = text[match.end() : min(end, match.end() + 20)]
    length = match.start() - start
    if inside:
        return length >= 2 * _LONG
    if before[-1] in "!?…" or (before[-1] == "." and len(before) > 3 and not before[-2].isdigit()):
        return True
    if not _THAI.match(after) or not _THAI.match(before[-1]):
        return False
    return length >= _least_length(before, match.group(), after)


def _least_length(before: str, blank: str, after: str) -> int:
    """From how many characters on a sentence ends between such words."""
    if _CLOSERS.search(before):
        return _CLEARLY
    if _UNFINISHED.search(before):
        return 2 * _LONG
    if len(blank) > 1:  # many write two blanks between sentences, and one inside
        return _CLEARLY
    opens = _OPENERS.match(after) or _LAST_WORDS.search(before)
    set_off = _SET_OFF_BEFORE.search(before) or _SET_OFF_AFTER.match(after)
    if _GOES_ON.match(after) or (set_off and not opens):
        return 2 * _LONG
    if opens:
        return _SHORT
    return _MIDDLING if _PHRASES.match(after) else _LONG
